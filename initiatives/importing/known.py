"""What the record knows by the names that a file uses: initiatives, organizations, entries, articles; a few questions for a whole file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from initiatives.importing.faults import likeliest
from initiatives.models import Initiative, InitiativeName, Organization, OrganizationName
from initiatives.publish.leading import lead_of
from initiatives.text import fold

COMPARED_AT_MOST = 400  # names that an unknown one is compared with
ALIKE = 0.8  # of two names, between 0 and 1
SUGGESTED_AT_MOST = 200  # unknown names of one file for which the likeliest is looked for


class Names:
    """Names that lead to rows; one that leads to two rows leads to none. Knows the likeliest for a name that leads nowhere."""

    def __init__(self) -> None:
        self.exact: dict[str, int] = {}
        self.folded: dict[str, set[int]] = defaultdict(set)
        self.names: dict[int, str] = {}
        self._by_word: dict[str, list[str]] | None = None
        self._suggested: dict[str, int | None] = {}

    def add(self, pairs: Iterable[tuple[int, str]], *, own: bool = False) -> None:
        """Names of rows; `own` are those that they go by today, which stand before all others."""
        for pk, name in pairs:
            if own:
                self.exact[name] = pk
                self.names[pk] = name
            else:
                self.exact.setdefault(name, pk)
            self.folded[fold(name)].add(pk)

    def find(self, name: str) -> int | None:
        """The row of this name, None where no row or more than one fits."""
        direct = self.exact.get(name)
        if direct is not None:
            return direct
        found = self.folded.get(fold(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def near(self, name: str) -> int | None:
        """The row whose name is most alike, None where none is."""
        if name not in self._suggested and len(self._suggested) < SUGGESTED_AT_MOST:
            self._suggested[name] = self._nearest(name)
        return self._suggested.get(name)

    def _nearest(self, name: str) -> int | None:
        words = fold(name).replace("-", " ").split()
        index = self._words()
        sharing = [each for word in sorted(words, key=lambda word: len(index.get(word, ()))) for each in index.get(word, ())]
        several = {fold(each): self.exact[each] for each in sharing[:COMPARED_AT_MOST]}
        return several.get(likeliest(fold(name), several, ALIKE))

    def _words(self) -> Mapping[str, list[str]]:
        """Word → the names that hold it; the rarest words of a name tell most."""
        if self._by_word is None:
            self._by_word = defaultdict(list)
            for name in self.exact:
                for word in fold(name).replace("-", " ").split():
                    self._by_word[word].append(name)
        return self._by_word


class Initiatives:
    """The initiatives that a file speaks of, by address or name, today's or a former one."""

    def __init__(self, wanted: Collection[str]) -> None:
        columns = ("slug", "name", "countries")
        self.rows: dict[int, Any] = {}
        self.slugs = {row.slug: row.pk for row in self._keep(Initiative.objects.filter(slug__in=wanted).only(*columns))}
        self.names = Names()
        unknown = set(wanted) - self.slugs.keys()
        if unknown:
            self._know_all(unknown)

    def find(self, text: str) -> Any:
        """The initiative, None where no or more than one fits."""
        pk = self.slugs.get(text) or self.names.find(text)
        return None if pk is None else self.rows.get(pk)

    def near(self, text: str) -> Any:
        """The one whose address or name is most alike, None where none is."""
        pk = self.names.near(text)
        return None if pk is None else self._row(pk)

    def _know_all(self, unknown: Collection[str]) -> None:
        every = list(Initiative.objects.order_by("pk").values_list("pk", "slug", "name"))
        self.names.add(((pk, name) for pk, _, name in every), own=True)
        self.names.add((pk, slug) for pk, slug, _ in every)
        others = list(InitiativeName.objects.values_list("initiative_id", "name", "slug"))
        self.names.add((pk, text) for pk, name, slug in others for text in (name, slug) if text)
        found = {pk for text in unknown if (pk := self.names.find(text)) is not None}
        self._keep(Initiative.objects.filter(pk__in=found - self.rows.keys()).only("slug", "name", "countries"))

    def _keep(self, rows: Iterable[Any]) -> list[Any]:
        kept = list(rows)
        self.rows.update((row.pk, row) for row in kept)
        return kept

    def _row(self, pk: int) -> Any:
        if pk not in self.rows:
            self._keep(Initiative.objects.filter(pk=pk).only("slug", "name", "countries"))
        return self.rows.get(pk)


def by_address(noun: str, addresses: Collection[str], rows: Any) -> dict[str, Any]:
    """Of these rows those that have the addresses today, or had them before a merge or another name; two statements."""
    leads = lead_of(noun, addresses)
    found = {row.slug: row for row in rows.filter(slug__in={*addresses, *leads.values()})}
    today = {address: address if address in found else leads.get(address, address) for address in addresses}
    return {address: found[slug] for address, slug in today.items() if slug in found}


def organizations() -> Names:
    """All organizations by today's and other names."""
    names = Names()
    names.add(Organization.objects.order_by("pk").values_list("pk", "name"), own=True)
    names.add(OrganizationName.objects.order_by("pk").values_list("organization_id", "name"))
    return names


def addresses() -> set[str]:
    """Every address that leads to an organization, today's and former ones."""
    former = OrganizationName.objects.exclude(slug="").values_list("slug", flat=True)
    return {*Organization.objects.values_list("slug", flat=True), *former}
