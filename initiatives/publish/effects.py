"""What a publication would do to the totals, worked out by counting the families it joins with and without it. Writes nothing."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db.models import Sum

from initiatives import vocabulary
from initiatives.formats import published
from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, DEFAULT_BASIS, DEFAULT_SCOPES, JOINT, STAGES, Counted, Entry, Reason, reaches, reason_at, reason_in_words
from initiatives.ledger.warnings import Caution, warnings_of
from initiatives.models import FundingCount
from initiatives.publication import BasisEffect, Effect, EntryEffect, Publication, PublicationRefused
from initiatives.publish.planning import Plan, plan
from initiatives.publish.words import entries_in_words

DOLLAR = "USD"
NUMBER = re.compile(r"(?<![\w-])#[0-9]+\b")  # of an entry beside others of its initiative
NOTHING = Decimal(0)

Nets = Mapping[str, tuple[Entry, Decimal]]  # key → entry and its net, of those that a total keeps


def effect_of(publication: Publication) -> Effect:
    """What publishing would add, entry by entry and to the owner's totals in dollars. Raises PublicationRefused with every fault."""
    made = plan(publication)
    if made.faults:
        raise PublicationRefused(tuple(made.faults))
    rates = load_rates()
    recorded = [made.around[key] for key in made.around.keys() - {entry.key for entry in made.entries}]
    owner = made.owners[0] if len(made.owners) == 1 else JOINT
    before, after = _dollars(recorded, rates), _dollars(made.around.values(), rates)
    return Effect(
        owner=owner,
        entries=tuple(_entry_effects(made, publication, recorded, rates)),
        bases=tuple(_basis_effect(basis, owner, before, after) for basis in BASES),
        **_initiative_effect(made, before, after),
        warnings=tuple(_warnings(made, rates)),
    )


def _entry_effects(made: Plan, publication: Publication, recorded: list[Entry], rates: Rates) -> Iterable[EntryEffect]:
    """Each entry as if those before it were published already."""
    words = entries_in_words([key for key in made.around if made.around[key] not in made.entries]) | _own_in_words(made, publication)
    known = list(recorded)
    nets = _nets(known, rates)
    for index, entry in enumerate(made.entries):
        known.append(entry)
        counted = count(known, rates)
        following = _kept(known, counted)
        yield EntryEffect(
            index=index,
            adds=_difference(nets, following, entry.currency, rates),
            currency=entry.currency,
            adds_usd=_difference(nets, following, DOLLAR, rates),
            reason=_reason(entry, counted[entry.key], words),
            related_in_words=words.get(entry.related_to or "", entry.related_to),
        )
        nets = following


def _own_in_words(made: Plan, publication: Publication) -> dict[str, str]:
    """The sums of the publication by the words that they were read from: their keys are nobody's yet."""
    passages = [entry.passage.text if entry.passage else "" for entry in publication.entries]
    return {
        entry.key: f"“{passage}” of this article" if passage else "another sum of this article"
        for entry, passage in zip(made.entries, passages, strict=True)
    }


def _nets(entries: list[Entry], rates: Rates) -> Nets:
    return _kept(entries, count(entries, rates))


def _kept(entries: Iterable[Entry], counted: Mapping[str, Counted]) -> Nets:
    """What the default total keeps."""
    return {entry.key: (entry, counted[entry.key].net) for entry in entries if entry.scope in DEFAULT_SCOPES and reaches(entry.stage, DEFAULT_BASIS)}


def _difference(before: Nets, after: Nets, currency: str, rates: Rates) -> Decimal | None:
    """What the total gains in a currency, each entry's gain at its own day's rate; None where something cannot be converted."""
    total = NOTHING
    for key in sorted(before.keys() | after.keys()):
        entry = (after.get(key) or before[key])[0]
        gain = (after[key][1] if key in after else NOTHING) - (before[key][1] if key in before else NOTHING)
        converted = rates.convert(gain, entry.currency, currency, entry.announced_on) if gain else NOTHING
        if converted is None:
            return None
        total += converted
    return total


def _reason(entry: Entry, counted: Counted, words: Mapping[str, str]) -> str:
    """`restates METI's five-year support (21 Dec 2025)`: the relation, and what keeps the entry out of the total."""
    reason = reason_at(counted, entry)
    related = words.get(entry.related_to or "", entry.related_to or "")
    said = [f"{vocabulary.RELATIONS[entry.relation]} {related}"] if related else []
    if reason in (Reason.OUT_OF_SCOPE, Reason.BELOW_BASIS, Reason.UNDISCLOSED) or not said:
        said.append(reason_in_words(reason, entry.key))
    return ", ".join(said)


def _dollars(entries: Iterable[Entry], rates: Rates) -> dict[tuple[str, str, str], Decimal]:
    """Dollars by (country, initiative, stage) of the entries in the default scope; what cannot be converted is in no total."""
    listed = list(entries)
    sums: dict[tuple[str, str, str], Decimal] = {}
    found = count(listed, rates)
    for entry in listed:
        usd = rates.convert(found[entry.key].net, entry.currency, DOLLAR, entry.announced_on)
        if usd and entry.scope in DEFAULT_SCOPES:
            at = (found[entry.key].country, entry.key.rpartition("#")[0], entry.stage)
            sums[at] = sums.get(at, NOTHING) + usd
    return sums


def _basis_effect(
    basis: str, owner: str, before: Mapping[tuple[str, str, str], Decimal], after: Mapping[tuple[str, str, str], Decimal]
) -> BasisEffect:
    stages = [stage for stage in STAGES if reaches(stage, basis)]
    chosen = FundingCount.objects.filter(snapshot__day=None, country=owner, scope__in=DEFAULT_SCOPES, stage__in=stages)
    total = chosen.aggregate(total=Sum("usd_net"))["total"] or NOTHING
    gain = _sum(after, owner, None, stages) - _sum(before, owner, None, stages)
    return BasisEffect(basis, total, total + gain)


def _initiative_effect(
    made: Plan, before: Mapping[tuple[str, str, str], Decimal], after: Mapping[tuple[str, str, str], Decimal]
) -> dict[str, Decimal | None]:
    stages = [stage for stage in STAGES if reaches(stage, DEFAULT_BASIS)]
    chosen = FundingCount.objects.filter(snapshot__day=None, initiative__slug=made.slug, scope__in=DEFAULT_SCOPES, stage__in=stages)
    total = chosen.aggregate(total=Sum("usd_net"))["total"] or NOTHING
    gain = _sum(after, None, made.slug, stages) - _sum(before, None, made.slug, stages)
    return {"initiative_before_usd": total, "initiative_after_usd": total + gain}


def _sum(sums: Mapping[tuple[str, str, str], Decimal], country: str | None, slug: str | None, stages: list[str]) -> Decimal:
    """The part of the sums in a country and an initiative (None: any) at these stages."""
    return sum(
        (usd for (at, initiative, stage), usd in sums.items() if country in (None, at) and slug in (None, initiative) and stage in stages), NOTHING
    )


def _warnings(made: Plan, rates: Rates) -> Iterable[str]:
    """What to look at before publishing: about the new entries, and about the families as they would be."""
    new = {entry.key for entry in made.entries}
    everything = list(made.around.values())
    found = [caution for caution in warnings_of(everything, count(everything, rates), rates) if caution.key in new or new & set(caution.about)]
    words = entries_in_words([key for key in made.around if key not in new])
    return dict.fromkeys([*made.to_confirm, *(_caution_in_words(caution, made, words) for caution in found)])


def _caution_in_words(caution: Caution, made: Plan, words: Mapping[str, str]) -> str:
    """The caution with the entries of its initiative by their names, not their numbers, and with its excess as short as every other sum."""
    initiative, message = caution.key.rpartition("#")[0], caution.message
    if caution.excess is not None:
        currency = made.around[caution.key].currency
        message = message.replace(f"{currency} {caution.excess.normalize():,f}", published(caution.excess, currency))
    return NUMBER.sub(lambda match: words.get(f"{initiative}{match[0]}", "another sum of this article"), message)
