"""Puts a record in order once, so that an article looks up what it may speak of instead of going through all of it; must not decide."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from initiatives.ingest.steps.match.names import strict_form, telling_words
from initiatives.ingest.steps.match.programmes import named_by, own_names
from initiatives.ingest.values import KnownEntry, KnownInitiative, Record

MOST_BY_WORDS = 60  # initiatives weighed for an article that names no owner, those with the most words in common first
MOST_ABROAD = 20  # of them, those looked for by name beside the owners' own
MOST_OF_A_WORD = 400  # a word that more names have tells nothing
Item = TypeVar("Item")


@dataclass(frozen=True)
class Index:
    """One record, found by key, by country, by initiative and by the telling words of names. `names` are those that its initiatives go by, in
    their strict form, without those of who takes part."""

    entries: Mapping[str, KnownEntry]
    replaced: frozenset[str]
    by_initiative: Mapping[str, list[KnownEntry]]
    by_country: Mapping[str, list[KnownEntry]]
    initiatives: Mapping[str, KnownInitiative]
    initiatives_by_country: Mapping[str, list[KnownInitiative]]
    initiatives_by_word: Mapping[str, list[KnownInitiative]]
    names: frozenset[str]

    def initiatives_for(self, owners: Collection[str], words: Iterable[str], folded: str) -> list[KnownInitiative]:
        """All of the owners, and those of others that the folded text has by name; where an article names no owner, those whose names have words
        in common with it."""
        with_words = self._with_words(words)
        if not owners:
            return with_words
        own = _once(self.initiatives_by_country, owners, lambda each: each.slug)
        slugs = {known.slug for known in own}
        return [*own, *(known for known in with_words[:MOST_ABROAD] if known.slug not in slugs and named_by(folded, known))]

    def entries_for(self, owners: Collection[str], likely: Iterable[str]) -> list[KnownEntry]:
        """The entries of the owners and of the initiatives that are likely."""
        found = {entry.key: entry for entry in _once(self.by_country, owners, lambda each: each.key)}
        found.update({entry.key: entry for slug in likely for entry in self.by_initiative.get(slug, ())})
        return list(found.values())

    def stands_for(self, entry: KnownEntry) -> KnownEntry:
        """The entry that a restatement restates, at the end of the chain; itself for any other."""
        seen: set[str] = set()
        while entry.relation == "restates" and entry.key not in seen and (first := self.entries.get(entry.related_to or "")):
            seen.add(entry.key)
            entry = first
        return entry

    def _with_words(self, words: Iterable[str]) -> list[KnownInitiative]:
        shared: dict[str, int] = defaultdict(int)
        for word in words:
            named = self.initiatives_by_word.get(word, ())
            for known in named if len(named) <= MOST_OF_A_WORD else ():
                shared[known.slug] += 1
        best = sorted(shared, key=lambda slug: (-shared[slug], slug))[:MOST_BY_WORDS]
        return [self.initiatives[slug] for slug in best]


@lru_cache(maxsize=4)
def index_of(record: Record) -> Index:
    """The index of one record, kept while that record is in use."""
    return Index(
        entries={entry.key: entry for entry in record.entries},
        replaced=frozenset(entry.related_to for entry in record.entries if entry.relation == "replaces" and entry.related_to),
        by_initiative=_grouped(record.entries, lambda entry: (entry.initiative,)),
        by_country=_grouped(record.entries, lambda entry: entry.countries),
        initiatives={known.slug: known for known in record.initiatives},
        initiatives_by_country=_grouped(record.initiatives, lambda known: known.countries),
        initiatives_by_word=_grouped(record.initiatives, lambda known: telling_words(" ".join((known.name, *known.aliases)))),
        names=frozenset(strict_form(name) for known in record.initiatives for name in own_names(known)),
    )


def _grouped(items: Iterable[Item], keys: Callable[[Item], Iterable[str]]) -> dict[str, list[Item]]:
    grouped: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            grouped[key].append(item)
    return dict(grouped)


def _once(grouped: Mapping[str, list[Item]], keys: Iterable[str], identity: Callable[[Item], str]) -> list[Item]:
    return list({identity(item): item for key in keys for item in grouped.get(key, ())}.values())
