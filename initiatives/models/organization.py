"""Organizations: one identity each, with every name it goes or went by."""

from collections.abc import Collection

from django.db import models
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from initiatives import vocabulary
from initiatives.models.country import Country
from initiatives.models.fields import SEARCH_COLUMNS, Searchable, one_of, search_index, word
from initiatives.text import fold

SLUG_LENGTH = 120


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Questions about organizations and their names."""

    def free_slug(self, name: str, taken: Collection[str] | None = None) -> str:
        """An address for an organization of this name that no other has; `taken` saves asking the database."""
        stem = slugify(fold(name))[: SLUG_LENGTH - 6].strip("-") or "organization"
        used = self._used(stem) if taken is None else taken
        candidates = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(used) + 2))
        return next(slug for slug in candidates if slug not in used)

    def _used(self, stem: str) -> set[str]:
        """Addresses that begin so: today's, and former ones, which lead on."""
        former = OrganizationName.objects.filter(slug__startswith=stem, organization__in=self.values("pk"))
        return {*self.filter(slug__startswith=stem).values_list("slug", flat=True), *former.values_list("slug", flat=True)}


class Organization(Searchable):
    """Anybody who pays, leads, takes part or is paid; its country and kind are null while unknown."""

    slug = models.SlugField(max_length=120, unique=True, help_text="Its address. Follows the name; former addresses lead on.")
    name = models.CharField(max_length=200, unique=True, help_text="The name it goes by today.")
    kind = word(vocabulary.ORGANIZATION_KINDS, "What it is. Empty while unknown.", null=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="organizations", help_text="Where it is at home. Empty while unknown."
    )
    history = HistoricalRecords(excluded_fields=SEARCH_COLUMNS)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [search_index("organization_search"), models.Index(fields=["country", "kind"], name="organization_home")]
        constraints = [one_of("kind", vocabulary.ORGANIZATION_KINDS, "organization_kind")]

    def __str__(self) -> str:
        return self.name


class OrganizationName(models.Model):
    """Another name of an organization: an alias in any script, or a former name with the day until which it held."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, blank=True, db_index=True, help_text="The address under this name, which leads on to today's.")
    until = models.DateField(null=True, blank=True, help_text="Only for a former name: the last day on which it was the name.")
    order = models.PositiveSmallIntegerField(default=0)
    history = HistoricalRecords()

    class Meta:
        ordering = ["organization", "order", "name"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="name_once_an_organization")]

    def __str__(self) -> str:
        return self.name
