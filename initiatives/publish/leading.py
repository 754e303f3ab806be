"""Where an address that was given up leads today; must not know pages."""

from collections.abc import Collection, Mapping

from initiatives.models import IdentityChange, InitiativeName, OrganizationName
from initiatives.models.known_name import INITIATIVE

NOWHERE = "\0"  # no address has it, and no table can be asked for it
MOST_STEPS = 20  # of merges that followed one another


def leads_to(noun: str, slug: str) -> str | None:
    """Today's address of the initiative or organization that once had this one; None where nobody had it. One statement."""
    return lead_of(noun, [slug]).get(slug)


def lead_of(noun: str, slugs: Collection[str]) -> Mapping[str, str]:
    """The same for many: old address → today's; one statement."""
    asked = [slug for slug in slugs if slug and NOWHERE not in slug]
    if noun == INITIATIVE:
        return dict(InitiativeName.objects.filter(slug__in=asked).order_by("-id").values_list("slug", "initiative__slug"))
    return dict(OrganizationName.objects.filter(slug__in=asked).order_by("-id").values_list("slug", "organization__slug"))


def now_of(noun: str, ids: Collection[int]) -> Mapping[int, int]:
    """The id under which each of these goes on that was merged into another; as many statements as merges followed one another, mostly one."""
    leads: dict[int, int] = {}
    asked = set(ids)
    for _ in range(MOST_STEPS):
        steps = dict(
            IdentityChange.objects.filter(kind="merge", noun=noun, other_id__in=asked, undone_with=None)
            .order_by("pk")
            .values_list("other_id", "kept_id")
        )
        if not steps:
            break
        leads = {old: steps.get(new, new) for old, new in leads.items()} | {old: new for old, new in steps.items() if old in set(ids)}
        asked = set(steps.values())
    return leads
