"""Checks a file's entries against each other and against those that are stored; stores nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import F, Value
from django.db.models.functions import Concat

from initiatives.exchange.first_pass import Reading
from initiatives.exchange.problems import shown
from initiatives.ledger.count import check_relations
from initiatives.ledger.forest import linked
from initiatives.ledger.relations import Problem
from initiatives.ledger.values import Entry
from initiatives.models import FundingEntry
from initiatives.recount.recorded import entries_beside

TOLD_OF_THE_LINE = ("relation", "no-related", "new-with-related")
NEEDED = {"firmer-restatement": ("stage",), "first-figure": ("amount",), "aimed-at-replaced": ("announced_on",), "aimed-at-cancellation": ()}


@dataclass(slots=True)
class Links:
    """What came of the check: what an editor should look at, and where entries point whose target was itself replaced."""

    to_confirm: list[str] = field(default_factory=list)
    redirected: dict[str, str] = field(default_factory=dict)  # key → the key it is stored with


def check(reading: Reading) -> Links:
    """Adds what is wrong to the reading. Where nothing is, tells where each entry's link leads in the end."""
    leaving = _leaving(reading)
    kept = {entry.key: entry for entry in entries_beside(reading.with_funding) if entry.key not in reading.entries and entry.key not in leaving}
    links = Links()
    _refuse_strangers(reading)
    _refuse_loose_ends(reading, leaving, kept)
    everything = kept | reading.entries
    for key, problems in check_relations(everything.values()).items():
        for problem in problems:
            if not _stands(problem, everything[key], everything, reading.unread):
                continue
            if problem.refused:
                _refuse(reading, everything[key], problem.field, problem.message)
            elif key in reading.entries:
                links.to_confirm.append(f"{key}: {problem.message}")
    _refuse_unknown(reading, everything)
    if not reading.problems:
        links.redirected = dict(_redirections(everything.values()))
    return links


def _refuse_unknown(reading: Reading, everything: Mapping[str, Entry]) -> None:
    """Entries whose relation could not be read, and which point at none under any relation."""
    for key, columns in reading.unread.items():
        target = everything[key].related_to
        if "relation" in columns and target is not None and target not in everything:
            _refuse(reading, everything[key], "related_to", f"{shown(target)} is not the key of an entry. Enter that one first, or mend the key.")


def _stands(problem: Problem, entry: Entry, everything: Mapping[str, Entry], unread: Mapping[str, Collection[str]]) -> bool:
    """Whether a problem is one whatever stands where nothing could be read, and was not told of the line by itself."""
    if problem.code in TOLD_OF_THE_LINE:
        return False
    needed = {"relation", *NEEDED.get(problem.code, ())}
    if problem.code == "circle" or not unread:
        return True
    if needed & {*unread.get(entry.key, ()), *unread.get(problem.offer or "", ())}:
        return False
    at, path = everything.get(entry.related_to or ""), {entry.key}
    while at is not None and at.key not in path and at.relation == "restates":
        if "related_to" in unread.get(at.key, ()):
            return False
        path.add(at.key)
        at = everything.get(at.related_to or "")
    return at is None or not needed & {*unread.get(at.key, ())}


def _refuse(reading: Reading, entry: Entry, column: str, words: str) -> None:
    """A stored entry that the file makes wrong is told of at the entry of the file that it points at."""
    place = reading.places.get(entry.key)
    if place is not None:
        reading.wrong(place.line, f"{place.where}.{column}", _valued(entry, column, words))
        return
    target = reading.places.get(entry.related_to or "")
    if target is not None:
        reading.wrong(target.line, target.where, f"the stored entry {entry.key} {entry.relation} this one. {words}")


def _valued(entry: Entry, column: str, words: str) -> str:
    value = getattr(entry, column)
    return words if str(value) in words else f"{shown(value)} is refused: {words}"


def _refuse_strangers(reading: Reading) -> None:
    """Keys that name one initiative and are stored with another: they were moved there, and stay as they are cited."""
    strangers = FundingEntry.objects.exclude(key__startswith=Concat(F("initiative__slug"), Value("#"))).values_list("key", "initiative__slug")
    for key, slug in strangers:
        place = reading.places.get(key)
        if place is not None and reading.lines.get(slug) != place.line:
            words = f"{shown(key)} is the key of an entry of another stored initiative, {shown(slug)}. Give this one its own key."
            reading.wrong(place.line, f"{place.where}.key", words)


def _leaving(reading: Reading) -> dict[str, str]:
    """Key → slug of the stored entries that the file leaves out of lists for which it speaks: all but those that were read in an article
    whose text is kept here and is not in the file."""
    stored = FundingEntry.objects.filter(initiative__slug__in=reading.with_funding)
    plain = stored.filter(source__text="").values_list("key", "initiative__slug")
    known = stored.filter(initiative__slug__in=reading.known_texts).exclude(source__text="").values_list("key", "initiative__slug", "source__url")
    told = [(key, slug) for key, slug, address in known if address in reading.known_texts[slug]]
    return {key: slug for key, slug in (*plain, *told) if key not in reading.entries}


def _refuse_loose_ends(reading: Reading, gone: Mapping[str, str], kept: Mapping[str, Entry]) -> None:
    """Entries that the file leaves out and that stored entries of other initiatives still point at."""
    for entry in kept.values():
        slug = gone.get(entry.related_to or "")
        if slug is not None:
            words = (
                f"{entry.related_to} is stored and missing here, but the stored {entry.key} {entry.relation} it. Keep it, or load both in one file."
            )
            reading.wrong(reading.lines[slug], "funding", words)


def _redirections(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    listed = list(entries)
    before = {entry.key: entry.related_to for entry in listed}
    for entry in linked(listed):
        if entry.related_to is not None and entry.related_to != before[entry.key]:
            yield entry.key, entry.related_to


__all__ = ["Links", "check"]
