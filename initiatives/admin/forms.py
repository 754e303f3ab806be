"""The form of a recorded row: cleans what is typed, and shows the record's refusals beside the fields; must not write."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from unfold.forms import PaginationInlineFormSet

from initiatives.admin.widgets import Autocomplete
from initiatives.publication import Fault
from initiatives.text import clean

Faults = Mapping[str, Sequence[Fault]]

PAGE_DIGITS = 6  # of a page's number; more is no page


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]  # unfold and Django build its class from the model
    """A form whose texts are cleaned as at every entrance of the record. `refusals` are faults by the prefix of the form."""

    refusals: Faults = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            inner = getattr(field.widget, "widget", field.widget)
            if isinstance(inner, Autocomplete):
                inner.known = self._known(name)

    def clean(self) -> dict[str, Any]:
        """Cleaned texts, and what the record refused when this form was sent before."""
        values = super().clean() or self.cleaned_data
        values.update({name: self._cleaned(name, value) for name, value in values.items() if isinstance(value, str)})
        for fault in self.refusals.get(self.prefix or "", ()):
            self._refuse(fault)
        return values

    def validate_constraints(self) -> None:
        """Left to the record's writer, which names the column and asks them in one query."""

    def _cleaned(self, name: str, text: str) -> str | None:
        """Mended text; an empty one is unknown where the column can say so."""
        column = next((field for field in self._meta.model._meta.concrete_fields if field.name == name), None)
        return clean(text).text or (None if column is not None and column.null else "")

    def _known(self, name: str) -> dict[str, str]:
        """The row that a link of the stored row leads to, when it came with the row."""
        column = self._meta.model._meta.get_field(name)
        if self.instance.pk is None or not column.is_cached(self.instance):
            return {}
        row = getattr(self.instance, name)
        return {} if row is None else {str(row.pk): str(row)}

    def _refuse(self, fault: Fault) -> None:
        if fault.field in self.fields:
            self.add_error(fault.field, fault.message)
        else:
            self.add_error(None, f"{fault.field}: {fault.message}" if fault.field not in ("", "__all__", "id") else fault.message)


class PartFormSet(PaginationInlineFormSet):
    """The rows of one page that belong to the edited row."""

    def get_page_num(self) -> int:
        """The page asked for, the first where that is no number."""
        for asked in (self.request.GET, self.request.POST):
            number = asked.get(self.get_pagination_key(), "")
            if number.isascii() and number.isdigit() and len(number) <= PAGE_DIGITS and int(number) > 0:
                return int(number)
        return 1
