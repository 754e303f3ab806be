"""Organizations in files: one a row, with their other names in one cell."""

from typing import Any

from django.db.models import Q

from initiatives.admin.importing.meaning import Column
from initiatives.admin.importing.resource import RecordResource, Row
from initiatives.models import Organization, OrganizationName
from initiatives.publish.parts import following

BETWEEN = "; "


class OrganizationResource(RecordResource):
    """Found by its address, else by its name of today or another one."""

    columns = (Column("slug"), Column("name"), Column("kind"), Column("country"), Column("other_names", also=("aliases",)))

    class Meta(RecordResource.Meta):
        model = Organization

    def found(self, row: Row) -> Organization | None:
        """A row with an address is that organization; one without is known by any of its names."""
        if row.get("slug"):
            return Organization.objects.filter(slug=row["slug"]).first()
        name = row.get("name", "")
        return Organization.objects.filter(Q(name=name) | Q(names__name=name)).distinct().first() if name else None

    def take(self, instance: Any, name: str, text: str) -> None:
        """The address of a stored one stays; other names are stored after the row."""
        if name == "other_names" or (name == "slug" and instance.pk is not None):
            return
        if name == "name" and instance.pk is not None and (not text or self._is_other_name(instance, text)):
            return
        super().take(instance, name, text)

    def shown(self, instance: Any, name: str) -> Any:
        """Other names stand in one cell."""
        if name == "other_names":
            return BETWEEN.join(other.name for other in instance.names.all()) if instance.pk else ""
        return instance.country_id if name == "country" else super().shown(instance, name)

    def store(self, instance: Any, row: Row) -> bool:
        """The organization, and names that it does not have yet."""
        changed = super().store(instance, row)
        known = {instance.name, *instance.names.values_list("name", flat=True)}
        for name in filter(None, (part.strip() for part in row.get("other_names", "").split(BETWEEN.strip()))):
            if name not in known:
                known.add(name)
                place = following(OrganizationName.objects.filter(organization=instance))
                changed = bool(self.session and self.session.save(OrganizationName(organization=instance, name=name, order=place))) or changed
        return changed

    def _is_other_name(self, instance: Organization, text: str) -> bool:
        return instance.name != text and any(other.name == text for other in instance.names.all())
