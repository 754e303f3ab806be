"""Initiatives in files: their own columns, one a row; what belongs to them comes by `load_data`."""

from typing import Any

from initiatives.admin.importing.meaning import DAY, Column
from initiatives.admin.importing.resource import RecordResource, Row, country_code
from initiatives.models import Initiative


class InitiativeResource(RecordResource):
    """Found by its address."""

    columns = (
        Column("slug"), Column("name"), Column("countries", also=("owners", "country")), Column("kind"), Column("status"), Column("announced", DAY),
        Column("start", DAY), Column("end", DAY), Column("summary"), Column("themes"),
    )  # fmt: skip

    class Meta(RecordResource.Meta):
        model = Initiative

    def found(self, row: Row) -> Initiative | None:
        """The address is the identity."""
        return Initiative.objects.filter(slug=row["slug"]).first() if row.get("slug") else None

    def take(self, instance: Any, name: str, text: str) -> None:
        """The address of a stored one stays; owners are codes or names."""
        if name == "slug" and instance.pk is not None:
            return
        if name == "countries" and text:
            parts = text.split(";") if ";" in text else text.split(",") if "," in text else text.split()
            instance.countries = [country_code(part.strip()) for part in parts if part.strip()]
            return
        super().take(instance, name, text)
