"""Remembers what a change reaches: the entries to count anew, and the initiatives and organizations to find by new words."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from initiatives.models import Article, Country, CountryStatistic, Funder, FundingEntry, Initiative, Organization, OrganizationName


@dataclass(slots=True)
class Touched:
    """Keys of entries, and ids of initiatives and organizations."""

    entries: set[str] = field(default_factory=set)
    initiatives: set[int] = field(default_factory=set)
    organizations: set[int] = field(default_factory=set)
    anything: bool = False

    def note(self, row: Any) -> None:
        """Adds what hangs on a row that was or is to be changed."""
        self.anything = True
        if isinstance(row, Organization):
            self._organization(row.pk)
        elif isinstance(row, OrganizationName):
            self._organization(row.organization_id)
        elif isinstance(row, Article):
            self.initiatives |= set(row.references.values_list("initiative_id", flat=True))
        elif isinstance(row, Initiative):
            self.initiatives.add(row.pk)
            self.entries |= set(row.funding.values_list("key", flat=True))
        elif not isinstance(row, Country | CountryStatistic):
            self._part(row)

    def _organization(self, organization_id: int) -> None:
        self.organizations.add(organization_id)
        named = Q(participations__organization=organization_id) | Q(funding__funders__organization=organization_id)
        self.initiatives |= set(Initiative.objects.filter(named).values_list("pk", flat=True))

    def _part(self, row: Any) -> None:
        entry = row.entry if isinstance(row, Funder) else row
        self.initiatives.add(entry.initiative_id)
        if isinstance(entry, FundingEntry):
            self.entries.add(entry.key)
