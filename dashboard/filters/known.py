"""Asks the record whether it knows a value that no closed list holds; must not know how addresses are read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from dashboard.filters.fields import NAME_OF_INITIATIVE
from initiatives.models import Comment, Country, Edition, EditionPart, Initiative, InitiativeName, Organization, OrganizationName

CODE = re.compile(r"[A-Z]{2,8}")
HINTS: Mapping[str, str] = {
    "theme": "The themes in use are listed beside the initiatives.",
    "aspect": "The aspects in use are listed beside the commentary.",
    "speaker": "Write the name as the record has it, or search with q.",
    "initiative": "Use the initiative's address, the last part of /initiatives/…/, or search with q.",
    "funder": "Use the organization's address, for example the last part of /organizations/…/, or search with q.",
    "organization": "Use the organization's address, for example the last part of /organizations/…/, or search with q.",
}


@dataclass(frozen=True, slots=True)
class Known:
    """The values that the record knows: asked → as it stands today, and the names of slugs."""

    today: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)


def lookup(parameter: str, values: Sequence[str]) -> Known:
    """Which of the values the record knows; one statement a tag, else one or two."""
    if parameter in ("funder", "organization"):
        return organizations(values)
    if parameter == "initiative":
        return initiatives(values)
    if parameter == "speaker":
        return Known({name: name for name in Comment.objects.filter(speaker__in=values).values_list("speaker", flat=True).distinct()})
    tags = Initiative.objects.values_list("themes", flat=True) if parameter == "theme" else Comment.objects.values_list("aspects", flat=True)
    column = "themes" if parameter == "theme" else "aspects"
    return Known({value: tag for value in values for tag in (value.lower(), value) if tags.filter(**{f"{column}__contains": [tag]}).exists()})


def initiatives(slugs: Sequence[str]) -> Known:
    """Initiatives by today's slug, or by one they bore; one statement, two where one bore it."""
    names = dict(Initiative.objects.filter(slug__in=slugs).values_list("slug", "name"))
    today = {slug: slug for slug in names}
    former = [slug for slug in slugs if slug not in names]
    if former:
        leads = InitiativeName.objects.filter(slug__in=former).order_by("id").values_list("slug", "initiative__slug", "initiative__name")
        for old, slug, name in leads:
            today[old], names[slug] = slug, name
    return Known(today, {NAME_OF_INITIATIVE.format(slug): name for slug, name in names.items()})


def organizations(slugs: Sequence[str]) -> Known:
    """Organizations by today's slug, by one they bore, or by a name that only one of them bears."""
    names = dict(Organization.objects.filter(slug__in=slugs).values_list("slug", "name"))
    today = {slug: slug for slug in names}
    former = [slug for slug in slugs if slug not in names]
    if former:
        leads = OrganizationName.objects.filter(slug__in=former).order_by("id").values_list("slug", "organization__slug", "organization__name")
        for old, slug, name in leads:
            today[old], names[slug] = slug, name
    for typed in (slug for slug in slugs if slug not in today):
        found = Organization.objects.filter(Q(name__iexact=typed) | Q(names__name__iexact=typed)).distinct().values_list("slug", "name")[:2]
        if len(found) == 1:
            today[typed], names[found[0][0]] = found[0][0], found[0][1]
    return Known(today, names)


def is_country(code: str) -> bool:
    """Whether somebody added this code to the record's countries and actors."""
    return CODE.fullmatch(code) is not None and Country.objects.filter(code=code).exists()


def trouble_with_edition(number: int) -> str | None:
    """Why an edition cannot be shown, in words; None where it can: it is the newest, or it was kept."""
    newest = Edition.objects.current_number()
    if not newest:
        return "is no edition: nothing has been published yet. Leave edition out."
    if not 1 <= number <= newest:
        return f"is no edition. Editions are counted from 1, and the newest is {newest}."
    if number == newest or EditionPart.objects.filter(edition=number).exists():
        return None
    kept = EditionPart.objects.filter(edition__gt=number).order_by("edition").values_list("edition", flat=True).first() or newest
    return f"was published before editions were kept, and cannot be shown. Use {kept} or a later one."
