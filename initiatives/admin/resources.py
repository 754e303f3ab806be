"""How tables of the record go into files, as the library of exports asks for them; files come in by `initiatives.importing`, on the desk."""

from collections.abc import Sequence
from typing import Any

from import_export.fields import Field
from import_export.resources import ModelResource

from initiatives.admin.widgets import plain
from initiatives.importing.columns import FUNDING, INITIATIVES, ORGANIZATIONS, Noun
from initiatives.models import Funder, FundingEntry, Initiative, Organization

BETWEEN = "; "


class RecordResource(ModelResource):
    """The columns of a noun, in their order. Subclasses say what columns that are no columns of the table mean."""

    noun: Noun

    class Meta:
        fields: tuple[str, ...] = ()

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.fields = {column.name: Field(column_name=column.name, attribute=column.name) for column in self.noun.columns}

    def shown(self, row: Any, name: str) -> Any:
        """A cell of the row: text, a number, or None."""
        value = getattr(row, row._meta.get_field(name).attname)
        return " ".join(value) if isinstance(value, list) else value

    def export_field(self, field: Any, instance: Any, selected_fields: Sequence[str] | None = None, **_: Any) -> Any:
        """The library's name for `shown`."""
        return self.shown(instance, field.column_name)


class FundingResource(RecordResource):
    """Funding entries: links as address and key, who pays in one cell."""

    noun = FUNDING

    class Meta(RecordResource.Meta):
        model = FundingEntry

    def shown(self, row: Any, name: str) -> Any:
        """A cell of the entry."""
        if name == "initiative":
            return row.initiative.slug
        if name == "funders":
            return BETWEEN.join(_in_words(funder) for funder in row.funders.all())
        if name == "related_to":
            return row.related_to.key if row.related_to else None
        if name in ("source", "source_title", "publisher"):
            return getattr(row.source, {"source": "url", "source_title": "title"}.get(name, name))
        return super().shown(row, name)


class OrganizationResource(RecordResource):
    """Organizations, with their other names in one cell."""

    noun = ORGANIZATIONS

    class Meta(RecordResource.Meta):
        model = Organization

    def shown(self, row: Any, name: str) -> Any:
        """A cell of the organization."""
        return BETWEEN.join(other.name for other in row.names.all()) if name == "other_names" else super().shown(row, name)


class InitiativeResource(RecordResource):
    """Initiatives, their own columns."""

    noun = INITIATIVES

    class Meta(RecordResource.Meta):
        model = Initiative


def _in_words(funder: Funder) -> str:
    name = funder.organization.name if funder.organization else str(funder.described)
    return name if funder.share is None else f"{name} ({plain(funder.share * 100)} %)"
