"""What a publication would do to the totals, worked out by adding it to the families that it joins. Writes nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Subquery, Sum, Value

from initiatives import vocabulary
from initiatives.formats import published
from initiatives.ledger.adding import Change, Families
from initiatives.ledger.confirming import mark_of
from initiatives.ledger.dollars import is_far_off
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, DEFAULT_BASIS, DEFAULT_SCOPES, JOINT, STAGES, Entry, Reason, reaches, reason_at, reason_in_words
from initiatives.ledger.warnings import Caution, about_one, outgrown, rivals_of
from initiatives.models import FundingCount, Initiative, Snapshot
from initiatives.publication import BasisEffect, Effect, EntryEffect, Publication, PublicationRefused
from initiatives.publish.ahead import remarks_on
from initiatives.publish.gains import DOLLAR, At, dollars_at, gain_in, summed
from initiatives.publish.planning import Plan, plan
from initiatives.publish.words import entries_in_words

KEY = re.compile(r"(?<![\w-])([a-z0-9][a-z0-9-]*)?#[0-9]+\b")  # of an entry: whole, or as a number beside others of its initiative
NOTHING = Decimal(0)
OWNER, OWN = "owner", "own"  # whose a sum is: the owner's, or the initiative's own


def effect_of(publication: Publication) -> Effect:
    """What publishing would add, entry by entry and to the owner's totals in dollars. Raises PublicationRefused with every fault."""
    made = plan(publication)
    if made.faults:
        raise PublicationRefused(tuple(made.faults))
    rates, new = load_rates(), {entry.key for entry in made.entries}
    families = Families([entry for entry in made.around.values() if entry.key not in new], rates)
    changes = [families.add(entry) for entry in made.entries]
    cautions = list(_cautions(made, families, rates))
    words = entries_in_words(_named_keys(made, cautions) - new) | own_in_words(made.entries, publication)
    owner = made.owners[0] if len(made.owners) == 1 else JOINT
    gains = dollars_at(changes, families.by_key, rates, made.slug, made.own())
    return Effect(
        owner=owner,
        entries=tuple(
            entry_effect(index, change, families.by_key, rates, words, passage_of(publication, index)) for index, change in enumerate(changes)
        ),
        **_totals(made.slug, owner, gains),
        warnings=(*dict.fromkeys(_caution_in_words(caution, made, words) for caution in cautions), *remarks_on(days_of(made))),
        questions=tuple(_in_words(question, made.slug, words) for question in dict.fromkeys(made.to_confirm)),
        asks=mark_of(tuple(dict.fromkeys(made.to_confirm))),
    )


def entry_effect(index: int, change: Change, entries: Mapping[str, Entry], rates: Rates, words: Mapping[str, str], said: str = "") -> EntryEffect:
    """What one entry adds at the default basis; `entries` has every entry that the change concerns, `said` are the article's words for its sum."""
    entry = change.entry
    return EntryEffect(
        index=index,
        adds=gain_in(change.nets, entries, entry.currency, rates),
        currency=entry.currency,
        adds_usd=gain_in(change.nets, entries, DOLLAR, rates),
        reason=_reason(change, words),
        related_in_words=words.get(entry.related_to or "", entry.related_to),
        said=said or published(entry.amount, entry.currency),
        rate_of=rate.day if (rate := rates.rate(entry.currency, DOLLAR, entry.announced_on)) else None,
    )


def passage_of(publication: Publication, index: int) -> str:
    """The words of the article for one sum of the publication; empty where it has none."""
    passage = publication.entries[index].passage
    return f"“{passage.text}”" if passage else ""


def days_of(made: Plan) -> list[str]:
    """The days on which the new sums were said."""
    return [entry.announced_on for entry in made.entries]


def own_in_words(entries: Sequence[Entry], publication: Publication) -> dict[str, str]:
    """The sums of the publication by the words that they were read from: their keys are nobody's yet."""
    passages = [entry.passage.text if entry.passage else "" for entry in publication.entries]
    return {
        entry.key: f"“{passage}” of this article" if passage else "another sum of this article"
        for entry, passage in zip(entries, passages, strict=False)
    }


def _reason(change: Change, words: Mapping[str, str]) -> str:
    """`restates METI's five-year support (21 Dec 2025)`: the relation, and what keeps the entry out of the total."""
    entry = change.entry
    reason = reason_at(change.counted, entry)
    related = words.get(entry.related_to or "", entry.related_to or "")
    said = [f"{vocabulary.RELATIONS[entry.relation]} {related}"] if related else []
    if reason in (Reason.OUT_OF_SCOPE, Reason.BELOW_BASIS, Reason.UNDISCLOSED) or not said:
        said.append(reason_in_words(reason, entry.key))
    return ", ".join(said)


def _totals(slug: str, owner: str, gains: Mapping[At, Decimal]) -> dict[str, Any]:
    """The owner's totals at each basis and the initiative's at the default one, before and after; one query."""
    known = _known(slug, owner)
    bases = [
        BasisEffect(basis, total, total + summed(gains, owner, None, stages))
        for basis, stages in ((basis, _stages(basis)) for basis in BASES)
        for total in [sum((known[stage][0] for stage in stages), NOTHING)]
    ]
    stages = _stages(DEFAULT_BASIS)
    own = sum((known[stage][1] for stage in stages), NOTHING)
    return {"bases": tuple(bases), "initiative_before_usd": own, "initiative_after_usd": own + summed(gains, None, slug, stages)}


def _known(slug: str, owner: str) -> dict[str, tuple[Decimal, Decimal]]:
    """Stage → dollars counted of the owner and of the initiative; each of the two is read from an index of its own."""
    current = Snapshot.objects.filter(day=None).order_by().values("pk")
    counts = FundingCount.objects.filter(snapshot=Subquery(current), scope__in=DEFAULT_SCOPES).order_by()
    initiative = Initiative.objects.filter(slug=slug).order_by().values("pk")
    owned = _by_stage(counts.filter(country=owner), OWNER).union(_by_stage(counts.filter(initiative=Subquery(initiative)), OWN), all=True)
    found = {(whose, stage): usd or NOTHING for whose, stage, usd in owned}
    return {stage: (found.get((OWNER, stage), NOTHING), found.get((OWN, stage), NOTHING)) for stage in STAGES}


def _by_stage(counts: "QuerySet[FundingCount]", whose: str) -> "QuerySet[Any, Any]":
    return counts.annotate(whose=Value(whose)).values_list("whose", "stage").annotate(usd=Sum("usd_net"))


def _stages(basis: str) -> list[str]:
    return [stage for stage in STAGES if reaches(stage, basis)]


def _cautions(made: Plan, families: Families, rates: Rates) -> Iterable[Caution]:
    """What to look at before publishing: about the new entries, and about what they lie in."""
    new = {entry.key for entry in made.entries}
    found = [caution for entry in made.entries for caution in about_one(entry, rates) if not _is_asked(caution, entry, rates)]
    envelopes = {key for entry in new for key in _concerned(families, entry)}
    for key in envelopes:
        caution = outgrown(families.by_key[key], families.counted(key), families.parts(key), rates)
        if caution is not None and (caution.key in new or new & set(caution.about)):
            found.append(caution)
    found += [caution for caution in rivals_of(families.entries) if caution.key in new or new & set(caution.about)]
    return sorted(found, key=lambda caution: (caution.key, caution.code))


def _is_asked(caution: Caution, entry: Entry, rates: Rates) -> bool:
    """Whether a question says the same."""
    return caution.code == "dollar-figure" and is_far_off(entry, rates)


def _concerned(families: Families, key: str) -> Iterable[str]:
    """An entry that stands, and what it lies in."""
    counted = families.counted(key)
    if counted.live:
        yield key
        if counted.envelope is not None:
            yield counted.envelope


def _named_keys(made: Plan, cautions: Iterable[Caution]) -> set[str]:
    """The keys of the entries that will be named to the editor."""
    pointed = {entry.related_to for entry in made.entries if entry.related_to}
    asked = {key for question in made.to_confirm for key in _keys_in(question, made.slug)}
    return pointed | asked | {key for caution in cautions for key in (caution.key, *_keys_in(caution.message, caution.key.rpartition("#")[0]))}


def _keys_in(message: str, initiative: str) -> Iterable[str]:
    for match in KEY.finditer(message):
        yield match[0] if match[1] else f"{initiative}{match[0]}"


def _caution_in_words(caution: Caution, made: Plan, words: Mapping[str, str]) -> str:
    """The caution with the entries of its initiative by their names, not their numbers, and with its excess as short as every other sum."""
    initiative, message = caution.key.rpartition("#")[0], caution.message
    if caution.excess is not None:
        currency = made.around[caution.key].currency
        message = message.replace(f"{currency} {caution.excess.normalize():,f}", published(caution.excess, currency))
    return _in_words(message, initiative, words)


def _in_words(message: str, initiative: str, words: Mapping[str, str]) -> str:
    """The message with the entries of an initiative by their names, not by their numbers."""
    return KEY.sub(lambda match: match[0] if match[1] else words.get(f"{initiative}{match[0]}", "another sum of this article"), message)
