"""Puts two people's versions of one form together, field by field, from the version that both began with. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from initiatives.names.countries import COUNTRIES, name_of
from initiatives.review.decision import ROWS, Decision, Words

ON = "on"
OF_COUNTRIES = ("country", "countries", "recipient_country")  # the form shows their codes with names, and posts them so


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that somebody else changed meanwhile: its name on the form, what it was, theirs and yours. A clash is a field that both changed."""

    field: str
    before: str
    theirs: str
    yours: str

    @property
    def is_clash(self) -> bool:
        """Whether both changed it, to different values; then yours stands in the form until one is chosen."""
        return self.yours not in (self.before, self.theirs)


def flat(decision: Decision) -> dict[str, str]:
    """Every field of a form by its name on the page: `entries-0-amount`; a ticked box is `on`, a passage `12-20`."""
    found = {"slug": decision.slug}
    for name, row in named_rows(decision):
        found |= {f"{name}-{field.name}": in_text(field.name, getattr(row, field.name)) for field in fields(row)}
    return found


def named_rows(decision: Decision) -> Iterator[tuple[str, Any]]:
    """Every row of the form with the beginning of its fields' names."""
    yield "article", decision.article
    yield "initiative", decision.initiative
    for part in ROWS:
        yield from ((f"{part}-{index}", row) for index, row in enumerate(getattr(decision, part)))


def in_text(field: str, value: Any) -> str:
    """A value as a form posts it."""
    if field in OF_COUNTRIES:
        return countries_in_words(value)
    if isinstance(value, bool):
        return ON if value else ""
    return f"{value.start}-{value.end}" if isinstance(value, Words) else str(value)


def countries_in_words(typed: str) -> str:
    """Codes divided by blanks as `Japan (JPN); South Korea (KOR)`; whatever holds something else stands as typed."""
    codes = typed.split()
    return "; ".join(f"{name_of(code)} ({code})" for code in codes) if codes and all(code in COUNTRIES for code in codes) else typed


def merge(base: Mapping[str, str], theirs: Decision, yours: Decision) -> tuple[Decision, list[Difference]]:
    """What is on the form after both: theirs, with each field that you changed; and every field that they changed. `base` is `flat` of the form
    that you opened; a field that it lacks counts as changed by both where the two differ."""
    stored, typed = flat(theirs), flat(yours)
    changed = [name for name in stored if base.get(name) != stored[name] and (name in base or stored[name] != typed.get(name, ""))]
    differences = [Difference(name, base.get(name, ""), stored[name], typed.get(name, stored[name])) for name in changed]
    mine = {name for name in typed if typed[name] != base.get(name)}
    return with_fields(theirs, yours, mine), differences


def with_fields(theirs: Decision, yours: Decision, mine: set[str]) -> Decision:
    """Their form with these fields of yours; rows that they added stay."""
    parts: dict[str, Any] = {}
    for part in ROWS:
        own = getattr(yours, part)
        rows = enumerate(getattr(theirs, part))
        parts[part] = tuple(one_row(f"{part}-{index}", row, own[index], mine) if index < len(own) else row for index, row in rows)
    return replace(
        theirs,
        slug=yours.slug if "slug" in mine else theirs.slug,
        article=one_row("article", theirs.article, yours.article, mine),
        initiative=one_row("initiative", theirs.initiative, yours.initiative, mine),
        **parts,
    )


def one_row(name: str, theirs: Any, yours: Any, mine: set[str]) -> Any:
    """One row of theirs with the fields of yours that you changed."""
    return replace(theirs, **{field.name: getattr(yours, field.name) for field in fields(theirs) if f"{name}-{field.name}" in mine})
