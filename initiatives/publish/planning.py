"""Puts a publication beside the record: the keys its entries would have, the families they would join, and what stands in its way. Writes nothing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.text import slugify

from initiatives.exchange import checks
from initiatives.exchange.problems import Wrong
from initiatives.ledger.confirming import problems_of
from initiatives.ledger.relations import aimed, check_relation
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import Entry
from initiatives.models import Country, FundingEntry, Initiative, InitiativeName
from initiatives.models.initiative import SLUG_LENGTH
from initiatives.models.known_name import INITIATIVE, KnownName
from initiatives.publication import EntryToPublish, Fault, Publication
from initiatives.publish.leading import leads_to
from initiatives.publish.numbering import last_entry_number
from initiatives.publish.shares import fault_in
from initiatives.recount.recorded import NOTHING_AROUND, Recorded, recorded_around
from initiatives.text import fold, search_form


@dataclass(slots=True)
class Plan:
    """A publication beside the record. `entries` are its own, in its order; `around` are the recorded ones of the families they join."""

    slug: str
    owners: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    around: dict[str, Entry] = field(default_factory=dict)
    ids: dict[str, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    to_confirm: list[str] = field(default_factory=list)
    last_number: int = 0  # of the entries whose keys begin with the initiative's address
    initiative_id: int | None = None  # None for a new one

    def own(self) -> set[str]:
        """The keys of the initiative's entries among those around, and of its new ones."""
        stored = {key for key, (_, initiative) in self.ids.items() if initiative == self.initiative_id}
        return stored | {entry.key for entry in self.entries}

    def key_of(self, index: int) -> str:
        """The key that the entry at this place would have."""
        return f"{self.slug}#{self.last_number + 1 + index}"

    def fault(self, where: str, value: object, message: str) -> None:
        """Notes what stands in the way."""
        self.faults.append(Fault(where, "" if value is None else str(value), message))


def plan(publication: Publication) -> Plan:
    """What the publication would be in the record as it is now, with every fault."""
    initiative = _initiative_of(publication)
    made = _place(publication, initiative)
    _check_initiative(publication, initiative, made)
    around = _around({entry.related_to for entry in publication.entries if entry.related_to})
    made.around = {entry.key: entry for entry in around.entries}
    made.ids = dict(around.ids)
    for index in range(len(publication.entries)):
        _add_entry(made, index, publication)
    _check_countries(publication, made)
    return made


def faults_of_values(publication: Publication) -> list[Fault]:
    """What stands in the way already without a look at the ledger: bounds, shares, currencies, days, years, countries, a name that is taken. Takes
    a publication of which some fields could not be read."""
    new = publication.new_initiative
    made = Plan(publication.slug or "", new.countries if new else ())
    if new is not None and made.owners:
        _check_initiative(publication, None, made)
    for index, entry in enumerate(publication.entries):
        _check_values(made, index, entry)
    _check_countries(publication, made)
    return made.faults


def place_of(publication: Publication) -> Plan:
    """Where the publication would stand, without its entries and without looking at its faults."""
    return _place(publication, _initiative_of(publication))


def entries_around(keys: Collection[str]) -> dict[str, Entry]:
    """The recorded entries of the families of these keys, by key; two queries."""
    return {entry.key: entry for entry in _around(keys).entries}


def _initiative_of(publication: Publication) -> Initiative | None:
    """The initiative that was chosen; an address that was given up leads to today's."""
    if not publication.slug:
        return None
    row = Initiative.objects.filter(slug=publication.slug).first()
    return row or Initiative.objects.filter(slug=leads_to(INITIATIVE, publication.slug)).first()


def _place(publication: Publication, initiative: Initiative | None) -> Plan:
    slug, owners = _initiative(publication, initiative)
    return Plan(slug, owners, last_number=last_entry_number(slug) if initiative else 0, initiative_id=initiative.pk if initiative else None)


def _initiative(publication: Publication, initiative: Initiative | None) -> tuple[str, tuple[str, ...]]:
    if initiative is not None:
        return initiative.slug, tuple(initiative.countries)
    new = publication.new_initiative
    return (free_slug(new.name) if new else publication.slug or "", new.countries if new else ())


def free_slug(name: str) -> str:
    """An address for an initiative of this name that no other has."""
    stem = slugify(fold(name))[: SLUG_LENGTH - 6].strip("-") or "initiative"
    used = {
        *Initiative.objects.filter(slug__startswith=stem).values_list("slug", flat=True),
        *InitiativeName.objects.filter(slug__startswith=stem).values_list("slug", flat=True),  # lead on
        *(key.rpartition("#")[0] for key in FundingEntry.objects.filter(key__startswith=stem).values_list("key", flat=True)),  # are cited
    }
    return next(slug for slug in (stem, *(f"{stem}-{number}" for number in range(2, len(used) + 3))) if slug not in used)


def _check_initiative(publication: Publication, initiative: Initiative | None, made: Plan) -> None:
    if publication.slug and initiative is None:
        made.fault("slug", publication.slug, f'"{publication.slug}" is not an initiative of the record. Choose one by its address.')
    elif not publication.slug and publication.new_initiative is None:
        made.fault("slug", publication.slug, "choose an initiative of the record, or name a new one.")
    elif not made.owners:
        made.fault("initiative-countries", "", "name at least one owner, for example JPN.")
    elif initiative is None and publication.new_initiative and (same := _of_this_name(publication.new_initiative.name, made.owners)):
        words = f"the record has “{same.name}” of the same owner. Choose it, or give the new one a name that tells the two apart."
        made.fault("initiative-name", publication.new_initiative.name, words)


def _of_this_name(name: str, owners: Collection[str]) -> Initiative | None:
    """The initiative of the same owners that goes or went by this name."""
    bearing = KnownName.objects.filter(noun=INITIATIVE, form=search_form(name)).values("subject_id")
    return Initiative.objects.filter(pk__in=bearing, countries__contains=list(owners), countries__contained_by=list(owners)).first()


def _around(keys: Collection[str]) -> Recorded:
    return recorded_around(set(FundingEntry.objects.filter(key__in=keys).values_list("pk", flat=True))) if keys else NOTHING_AROUND


def sums_beside(publication: Publication, index: int) -> list[Decimal]:
    """The other sums of the publication in the currency of this one."""
    others = (other for at, other in enumerate(publication.entries) if at != index)
    return [other.amount for other in others if other.amount and other.currency == publication.entries[index].currency]


def _add_entry(made: Plan, index: int, publication: Publication) -> None:
    """Adds the entry to the plan, aimed at the money itself, after checking it among those before it."""
    entry, key = publication.entries[index], made.key_of(index)
    read_so_far = len(made.faults)
    _check_values(made, index, entry)
    is_readable = len(made.faults) == read_so_far
    related_to = entry.related_to
    if entry.related_new is not None:
        related_to = made.entries[entry.related_new].key if 0 <= entry.related_new < index else ""
    value = ledger_entry(entry, key, related_to, made.owners)
    around, beside = made.around, sums_beside(publication, index)
    for problem in problems_of(value, around, load_rates(), beside) if is_readable else check_relation(value, around):
        if problem.refused:
            made.fault(f"entries-{index}-{problem.field}", getattr(value, problem.field), problem.message)
        else:
            made.to_confirm.append(problem.message)
    value = ledger_entry(entry, key, aimed(value, made.around), made.owners)
    made.entries.append(value)
    made.around[key] = value


def ledger_entry(entry: EntryToPublish, key: str, related_to: str | None, owners: tuple[str, ...]) -> Entry:
    """The entry as the ledger sees it."""
    return Entry(
        key=key,
        amount=entry.amount,
        currency=entry.currency,
        announced_on=entry.announced_on,
        stage=entry.stage,
        relation=entry.relation,
        related_to=related_to,
        scope=entry.scope,
        origin=entry.origin,
        owners=owners,
        recipient_country=entry.recipient_country,
        hedge=entry.hedge,
        usd_as_published=entry.usd_as_published,
    )


def _check_values(made: Plan, index: int, entry: EntryToPublish) -> None:
    amount = entry.amount if entry.amount is not None else entry.amount_high
    if entry.amount_low is not None and amount is not None and entry.amount_low > amount:
        made.fault(
            f"entries-{index}-amount_low", entry.amount_low, f"{entry.amount_low:f} is above {amount:f}. The lower bound is at most the amount."
        )
    if entry.amount is not None and entry.amount_high is not None and entry.amount_high < entry.amount:
        made.fault(
            f"entries-{index}-amount_high",
            entry.amount_high,
            f"{entry.amount_high:f} is below {entry.amount:f}. The upper bound is at least the amount.",
        )
    shares = fault_in(funder.share for funder in entry.funders)
    if shares:
        made.fault(f"entries-{index}-funders", None, shares)
    for column, check in (("currency", checks.currency), ("announced_on", checks.day), ("period", checks.or_null(checks.period))):
        try:
            check(getattr(entry, column))
        except Wrong as wrong:
            made.fault(f"entries-{index}-{column}", getattr(entry, column), str(wrong))


def _check_countries(publication: Publication, made: Plan) -> None:
    named = list(_countries(publication, made))
    known = set(Country.objects.filter(code__in={code for _, code in named}).values_list("code", flat=True))
    for where, code in named:
        if code not in known:
            made.fault(
                where,
                code,
                f'"{code}" is not a country or actor of the record. Use a code of three letters such as JPN, or EUU for the European Union.',
            )


def _countries(publication: Publication, made: Plan) -> Iterator[tuple[str, str]]:
    if publication.slug is None:
        yield from (("initiative-countries", code) for code in made.owners)
    for index, entry in enumerate(publication.entries):
        if entry.recipient_country:
            yield f"entries-{index}-recipient_country", entry.recipient_country
        yield from ((f"entries-{index}-funders", funder.country) for funder in entry.funders if funder.country)
    for part in ("participations", "comments", "points"):
        for index, row in enumerate(getattr(publication, part)):
            country = row.organization.country if part == "participations" and row.organization else getattr(row, "country", None)
            if country:
                yield f"{part}-{index}-country", country


__all__ = ["Plan", "entries_around", "faults_of_values", "free_slug", "ledger_entry", "place_of", "plan", "sums_beside"]
