"""Gathers from the record what the pure steps are shown, as plain values; must not decide anything."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache

from django.db.models import QuerySet

from initiatives.ingest.steps.match.index import MOST_ABROAD, MOST_BY_WORDS, MOST_OF_A_WORD
from initiatives.ingest.steps.match.names import telling_words
from initiatives.ingest.steps.match.programmes import named_by
from initiatives.ingest.values import Context, KnownEntry, KnownInitiative, KnownOrganization, Record
from initiatives.models import Edition, Funder, FundingEntry, Initiative, Organization, OrganizationName, Participation
from initiatives.naming import entry_in_words, short_name
from initiatives.text import fold

MOST_CANDIDATES = 3000  # initiatives of the article's owners that a draft is matched with, the newest first


def organizations() -> tuple[KnownOrganization, ...]:
    """Every organization of the current edition with its other names."""
    return organizations_of(_edition())


def _edition() -> str:
    """What tells one state of the record from another."""
    edition = Edition.objects.current()
    return f"{edition.number} of {edition.made_at}" if edition else ""


@lru_cache(maxsize=1)
def organizations_of(_edition: str) -> tuple[KnownOrganization, ...]:
    """The same for one edition, kept until the next one."""
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    for organization_id, name in OrganizationName.objects.values_list("organization_id", "name"):
        aliases[organization_id].append(name)
    rows = Organization.objects.values_list("id", "slug", "name", "kind", "country_id")
    return tuple(KnownOrganization(slug, name, tuple(aliases[pk]), kind, country) for pk, slug, name, kind, country in rows)


def context(fetched: str) -> Context:
    """What is known beside the text: the day it came in and the names of the record."""
    return Context(fetched=fetched, organizations=organizations())


def record(owners: Collection[str], said: str = "", chosen: str | None = None) -> Record:
    """The part of the record that an article about these owners may speak of: their own, what is `said` by name (title and text) of others', and
    the initiative that was `chosen`. Where it names no owner, the initiatives of the whole record whose names have words in common with it."""
    state = _state()
    found = _owned(state, tuple(sorted(owners))) if owners else _of(Initiative.objects.filter(pk__in=_named_like(state, said)))
    slugs = {known.slug for known in found.initiatives}
    more = [slug for slug in (*(_named_in(state, said) if owners else ()), *([chosen] if chosen else [])) if slug not in slugs]
    return _with(found, _of(Initiative.objects.filter(slug__in=more))) if more else found


def _with(owned: Record, more: Record) -> Record:
    return Record((*owned.initiatives, *more.initiatives), owned.organizations, (*owned.entries, *more.entries))


def _state() -> str:
    """The edition, and the newest rows for what was entered without making one."""
    newest = [rows.order_by("-pk").values_list("pk", flat=True).first() for rows in (Initiative.objects, FundingEntry.objects)]
    return f"{_edition()}, {newest}"


@lru_cache(maxsize=4)
def _owned(_state: str, owners: tuple[str, ...]) -> Record:
    """The owners' part of one state of the record, kept for the next article about them."""
    return _of(Initiative.objects.filter(countries__overlap=list(owners)))


def _of(chosen: QuerySet[Initiative]) -> Record:
    rows = list(chosen.order_by("-announced_first", "slug")[:MOST_CANDIDATES])
    ids = [row.pk for row in rows]
    return Record(initiatives=initiatives(rows), organizations=organizations(), entries=entries(FundingEntry.objects.filter(initiative__in=ids)))


def _named_like(state: str, said: str) -> list[int]:
    """Keys of the initiatives whose names have most words in common with a text; a rare word counts for more."""
    by_word = _by_word(state)
    weights: defaultdict[int, float] = defaultdict(float)
    for word in telling_words(said):
        named = by_word.get(word, ())
        for pk in named if len(named) <= MOST_OF_A_WORD else ():
            weights[pk] += 1 / len(named)
    return sorted(weights, key=lambda pk: (-weights[pk], pk))[:MOST_BY_WORDS]


def _named_in(state: str, said: str) -> list[str]:
    """Slugs of the initiatives that a text has by name."""
    folded, names = fold(said), _names(state)
    likely = [KnownInitiative(*names[pk]) for pk in _named_like(state, said)[:MOST_ABROAD]]
    return [known.slug for known in likely if named_by(folded, known)]


@lru_cache(maxsize=1)
def _names(_state: str) -> dict[int, tuple[str, str]]:
    """Slug and name of every initiative, the newest first."""
    rows = Initiative.objects.order_by("-announced_first", "slug").values_list("pk", "slug", "name")
    return {pk: (slug, name) for pk, slug, name in rows}


@lru_cache(maxsize=1)
def _by_word(state: str) -> dict[str, list[int]]:
    """Keys of initiatives by the telling words of their names."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for pk, (_, name) in _names(state).items():
        for word in telling_words(name):
            by_word[word].append(pk)
    return dict(by_word)


def initiatives(rows: Iterable[Initiative]) -> tuple[KnownInitiative, ...]:
    """The initiatives as plain values, with the names of who takes part or pays."""
    rows = list(rows)
    names: defaultdict[int, dict[str, None]] = defaultdict(dict)
    ids = [row.pk for row in rows]
    taking_part = Participation.objects.filter(initiative__in=ids, organization__isnull=False).values_list("initiative_id", "organization__name")
    paying = Funder.objects.filter(entry__initiative__in=ids, organization__isnull=False).values_list("entry__initiative_id", "organization__name")
    for initiative_id, name in [*taking_part, *paying]:
        names[initiative_id][str(name)] = None
    return tuple(known(row, tuple(names[row.pk])) for row in rows)


def known(row: Initiative, names: tuple[str, ...]) -> KnownInitiative:
    """One initiative as a plain value."""
    return KnownInitiative(row.slug, row.name, tuple(row.countries), row.kind, row.announced, row.summary, organizations=names)


def entries(chosen: QuerySet[FundingEntry]) -> tuple[KnownEntry, ...]:
    """Funding entries as plain values, each with the words that an editor would know it by."""
    rows = chosen.select_related("initiative", "related_to").prefetch_related("funders__organization__names")
    return tuple(known_entry(row) for row in rows)


def known_entry(row: FundingEntry) -> KnownEntry:
    """One funding entry as a plain value."""
    funders = tuple(str(funder) for funder in row.funders.all())
    return KnownEntry(
        key=row.key,
        initiative=row.initiative.slug,
        amount=row.amount,
        currency=row.currency,
        announced_on=row.announced_on,
        hedge=row.hedge,
        amount_low=row.amount_low,
        amount_high=row.amount_high,
        stage=row.stage,
        origin=row.origin,
        scope=row.scope,
        relation=row.relation,
        related_to=row.related_to.key if row.related_to else None,
        period=row.period,
        funders=funders,
        countries=tuple(row.initiative.countries),
        described=described(row),
        usd_quoted=row.usd_as_published,
    )


def described(row: FundingEntry) -> str:
    """The entry in words, such as “METI's five-year support (21 Dec 2025)”."""
    payers = [funder.organization for funder in row.funders.all() if funder.organization]
    payer = short_name(payers[0].name, [name.name for name in payers[0].names.all()]) if len(payers) == 1 else None
    return entry_in_words(payer, row.initiative.name, row.stage, row.origin, row.period, row.announced_on)
