"""How a table of the record goes into files and comes out of them: columns by name, rows stored through the record's writer."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.results import RowResult

from initiatives.admin.importing.meaning import Column
from initiatives.admin.widgets import plain
from initiatives.models import Country
from initiatives.names import countries
from initiatives.publication import PublicationRefused
from initiatives.publish import Editing

Row = Mapping[str, str]


class Difference:
    """What a row says before and after, cell by cell; text from the file is shown as text."""

    def __init__(self, resource: "RecordResource", instance: Any, new: bool) -> None:
        self.before = [] if new else resource.cells(instance)
        self.after: list[str] = []

    def compare_with(self, resource: "RecordResource", instance: Any) -> None:
        """The cells as they would be."""
        self.after = [] if instance is None else resource.cells(instance)

    def as_html(self) -> list[str | SafeString]:
        """Each cell, what goes struck out and what comes underlined."""
        before: list[str | None] = [*self.before] or [None] * len(self.after)
        return [self._cell(old, new) for old, new in zip(before, self.after, strict=False)]

    def _cell(self, before: str | None, after: str) -> str | SafeString:
        if before is None or before == after:
            return format_html("{}", after)
        return format_html("<del>{}</del> <ins>{}</ins>", before, after)


class RecordResource(ModelResource):
    """Reads and writes the `columns` of a table. Subclasses say how a row is found, and what columns that are no columns of the table mean."""

    columns: Sequence[Column] = ()

    class Meta:
        import_id_fields: list[str] = []
        fields: tuple[str, ...] = ()
        use_transactions = True

    def __init__(self, session: Editing | None = None, defaults: Row | None = None, **more: Any) -> None:
        super().__init__(**more)
        self.session = session
        self.defaults = defaults or {}
        self.fields = {column.name: Field(column_name=column.name, attribute=column.name) for column in self.columns}
        self.changed = False

    def found(self, row: Row) -> Any:
        """The row of the record that a row of the file is about, None for a new one."""
        raise NotImplementedError

    def take(self, instance: Any, name: str, text: str) -> None:
        """Puts a cell into the row. Raises ValueError in words."""
        field = instance._meta.get_field(name)
        given = text or self.defaults.get(name, "")
        if not given:
            if field.null:
                setattr(instance, field.attname, None)
            elif isinstance(field, models.TextField | models.CharField) and field.blank:
                setattr(instance, name, "")
            return
        setattr(instance, field.attname, self._value(field, given))

    def shown(self, instance: Any, name: str) -> Any:
        """A cell of the row: text, a number, or None."""
        field = instance._meta.get_field(name)
        value = getattr(instance, field.attname)
        return " ".join(value) if isinstance(value, list) else value

    def store(self, instance: Any, row: Row) -> bool:
        """Stores the row; whether anything differed. Raises PublicationRefused."""
        assert self.session is not None  # exports have none, and store nothing
        return self.session.save(instance)

    def cells(self, instance: Any) -> list[str]:
        """The row's cells as text."""
        shown = [self.shown(instance, column.name) for column in self.columns]
        return ["" if value is None else plain(value) if isinstance(value, Decimal) else str(value) for value in shown]

    def get_instance(self, instance_loader: Any, row: Row) -> Any:
        """The library's name for `found`."""
        return self.found(row)

    def import_instance(self, instance: Any, row: Row, **_: Any) -> None:
        """Takes every cell, and what the whole file says once; gathers what is wrong by column."""
        faults: dict[str, list[str]] = {}
        for name in dict.fromkeys([*row, *self.defaults]):
            try:
                self.take(instance, name, row.get(name, ""))
            except ValueError as error:
                faults[name] = [str(error)]
        if faults:
            raise ValidationError(faults)

    def save_instance(self, instance: Any, is_create: bool, row: Row, **_: Any) -> None:
        """Stores through the record's writer; its refusal is the row's fault."""
        try:
            self.changed = self.store(instance, row)
        except PublicationRefused as refused:
            raise ValidationError({fault.field: [fault.message] for fault in refused.faults}) from refused

    def save_m2m(self, instance: Any, row: Row, **_: Any) -> None:
        """The record has no such columns."""

    def after_import_row(self, row: Row, row_result: Any, **_: Any) -> None:
        """A row that says what the record says already is skipped."""
        if row_result.import_type == RowResult.IMPORT_TYPE_UPDATE and not self.changed:
            row_result.import_type = RowResult.IMPORT_TYPE_SKIP

    def export_field(self, field: Any, instance: Any, selected_fields: Any = None, **_: Any) -> Any:
        """A cell of an export."""
        return self.shown(instance, field.column_name)

    def get_diff_headers(self) -> list[str]:
        """The names of the columns in the preview."""
        return [column.name for column in self.columns]

    @classmethod
    def get_diff_class(cls) -> type[Difference]:
        """How differences are shown."""
        return Difference

    def _value(self, field: Any, text: str) -> Any:
        if field.related_model is Country:
            return country_code(text)
        if isinstance(field, models.DecimalField):
            return Decimal(text)
        if isinstance(field, models.IntegerField):
            return whole(text)
        return text.replace(",", " ").replace(";", " ").split() if field.get_internal_type() == "ArrayField" else text


def country_code(text: str) -> str:
    """The code of a country or actor given by code or name. Raises ValueError; nothing is guessed."""
    code = text.upper() if text.upper() in countries.COUNTRIES else countries.find(text)
    if code is None:
        raise ValueError(f"“{text[:60]}” is no country of the record. Use a code such as JPN, or the name shown on the pages.")
    return code


def whole(text: str) -> int:
    """A whole number. Raises ValueError in words."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(f"“{text[:60]}” is no whole number.")
    return int(text)
