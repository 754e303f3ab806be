"""Says in sentences what an announcement would do, and what to look at before it is published; must not decide or count."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from initiatives import formats, vocabulary
from initiatives.ledger.rates import Rate
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, DEFAULT_BASIS, STAGES
from initiatives.ledger.warnings import Caution
from initiatives.names.countries import name_of
from initiatives.publish.ahead import remark_on
from initiatives.review.announcing.answering import Answer, Option
from initiatives.review.announcing.consequences import KEY, Step
from initiatives.review.announcing.reading import Settled

DOLLAR: Final = "USD"
NUMBER: Final = re.compile(r"(?<![\w-])#[0-9]+\b")  # of an entry beside others of its initiative
BASIS_WORDS: Final = {basis: f"what is {basis}" for basis in BASES} | {"headline": "what is said at all"}
GOOD, DOUBT = "good", "doubt"
OF_THE_AMOUNT: Final = frozenset({"dollar-figure"})  # said beside the amount itself


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checks: `kind` is good or doubt; `asks` where an editor must say yes."""

    kind: str
    words: str
    asks: bool = False


def heading(answer: Answer) -> str:
    """`Publishing this adds ¥0 to what is announced, ¥87.3 bn to what is budgeted`."""
    chosen = answer.chosen
    if chosen is None:
        return "Type an amount and a day, and what publishing would add stands here"
    if not chosen.allowed:
        return "This cannot be published as it stands"
    if answer.settled.amount.amount is None:
        return "Publishing this adds an undisclosed sum, which is in no total"
    return f"Publishing this {effect(answer, chosen)}"


def effect(answer: Answer, option: Option) -> str:
    """`adds ¥0 to what is announced, ¥87.3 bn to what is budgeted`: the default basis, and each firmer or softer one that moves otherwise."""
    currency, stage = answer.settled.currency, answer.settled.typed.stage
    steps = {step.basis: step for step in option.consequence.steps}
    named = [steps["headline"]] if stage == STAGES[0] else []
    named.append(steps[DEFAULT_BASIS])
    for basis in BASES[2:]:
        if steps[basis].change not in (named[-1].change, Decimal(0)):
            named.append(steps[basis])
    if all(step.change == 0 for step in named):
        reason = f": {relation_in_words(answer, option)}" if option.consequence.related_to else ""
        return f"adds {formats.published(Decimal(0), currency)}{reason}"
    return formats.listed(part(step, currency, first=index == 0) for index, step in enumerate(named)).replace(" and ", ", ")


def part(step: Step, currency: str, *, first: bool) -> str:
    """What is done at one basis."""
    if step.change is None:
        return f"{'adds ' if first else ''}a sum that cannot be converted to {BASIS_WORDS[step.basis]}"
    verb, joiner = ("takes ", "from") if step.change < 0 else ("adds " if first else "", "to")
    return f"{verb}{formats.published(abs(step.change), currency)} {joiner} {BASIS_WORDS[step.basis]}"


def relation_in_words(answer: Answer, option: Option) -> str:
    """`replaces METI's 2026 budget (21 Dec 2025)`; `new money`."""
    key = option.consequence.related_to
    words = vocabulary.RELATIONS[option.consequence.relation]
    return f"{words} {answer.told.get(key, key)}" if key else words


def it_is(answer: Answer, option: Option) -> str:
    """`it replaces METI's 2026 budget (21 Dec 2025)`, `it is a part of …`, `it is new money`."""
    words = relation_in_words(answer, option)
    verb = {"part-of": "it is a ", "tranche-of": "it is a ", "new": "it is "}.get(option.consequence.relation, "it ")
    return f"{verb}{words}"


def signed(change: Decimal | None, currency: str) -> str:
    """`+¥87.3 bn`, `−$78.9 m`, `¥0`; `unknown` where a rate is lacking."""
    if change is None:
        return "unknown"
    return f"{'+' if change > 0 else ''}{formats.published(change, currency)}"


def held(amount: Decimal | None, currency: str) -> str:
    """A sum of a family; `nothing` for 0."""
    return "unknown" if amount is None else formats.published(amount, currency) if amount else "nothing"


def owner_of(answer: Answer) -> str:
    """Whose total moves, by name; empty while nobody owns it."""
    settled = answer.settled
    if settled.recipient:
        return name_of(settled.recipient)
    return "" if not settled.owners else name_of(settled.owners[0]) if len(settled.owners) == 1 else "joint efforts"


def moved_by_rates(answer: Answer) -> str:
    """Why dollars move where the announced currency does not; empty where both do or neither."""
    chosen = answer.chosen
    step = chosen.consequence.at(DEFAULT_BASIS) if chosen else None
    if step is None or step.change != 0 or not step.usd_change or not owner_of(answer):
        return ""
    rate = load_rates().rate(answer.settled.currency, DOLLAR, answer.settled.day)
    day = f" of {formats.day(rate.day)}" if rate else ""
    return (
        f"In dollars the announced sum of {owner_of(answer)} moves by {signed(step.usd_change, DOLLAR)}, though no money is new: "
        f"this part now has the rate{day}, the rest that of its own day."
    )


def beside_the_scope(answer: Answer) -> str:
    """That the sums are those of another scope than the one that counts by default; empty for AI itself."""
    scope = answer.settled.typed.scope
    if scope == "ai" or scope not in vocabulary.SCOPES:
        return ""
    return f"These are sums for {vocabulary.SCOPES[scope]}. What is counted for AI alone does not move."


def checks(answer: Answer) -> list[Check]:
    """What fits, and what to look at, in the order of weight."""
    chosen = answer.chosen
    if chosen is None or not chosen.allowed:
        return []
    asked = [Check(DOUBT, question, asks=True) for question in questions(answer)]
    known = {problem.message for problem in chosen.consequence.confirm}
    cautions = [each for each in chosen.consequence.cautions if each.code not in OF_THE_AMOUNT and each.message not in known]
    doubts = [Check(DOUBT, caution_in_words(each, answer)) for each in cautions]
    return [*asked, *doubts, *ahead(answer), *fits(answer, chosen), *is_as_firm(answer, chosen)]


def questions(answer: Answer) -> list[str]:
    """What an editor is asked before it is published."""
    return [told(problem.message, answer.told) for problem in answer.chosen.consequence.confirm] if answer.chosen else []


def ahead(answer: Answer) -> Iterator[Check]:
    """A day that has not come."""
    if remark := remark_on(answer.settled.day):
        yield Check(DOUBT, remark)


def fits(answer: Answer, option: Option) -> Iterator[Check]:
    """What its envelope has left."""
    counted = option.consequence.counted.get(KEY)
    envelope = option.consequence.entries.get(counted.envelope or "") if counted else None
    if counted is None or envelope is None or envelope.amount is None:
        return
    left = envelope.amount - option.consequence.counted[envelope.key].held
    if left >= 0:
        own = formats.published(answer.settled.amount.amount, answer.settled.currency)
        whole = answer.told.get(envelope.key, envelope.key)
        yield Check(GOOD, f"Fits its envelope: {own} within {whole}, {formats.published(envelope.amount, envelope.currency)}, of which "
                          f"{formats.published(left, envelope.currency)} are left.")  # fmt: skip


def is_as_firm(answer: Answer, option: Option) -> Iterator[Check]:
    """That a replacement is no softer than what it replaces."""
    twin, stage = option.twin, answer.settled.typed.stage
    if option.consequence.relation == "replaces" and twin and STAGES.index(stage) >= STAGES.index(twin.known.stage):
        words = "As firm as" if stage == twin.known.stage else "Firmer than"
        yield Check(GOOD, f"{words} what it replaces: {stage} for {twin.known.stage}.")


def caution_in_words(caution: Caution, answer: Answer) -> str:
    """The caution with entries by their names, and its excess as short as every other sum."""
    initiative, message = caution.key.rpartition("#")[0], caution.message
    chosen = answer.chosen
    if caution.excess is not None and chosen is not None:
        currency = chosen.consequence.entries[caution.key].currency
        message = message.replace(f"{currency} {caution.excess.normalize():,f}", formats.published(caution.excess, currency))
    message = NUMBER.sub(lambda match: answer.told.get(f"{initiative}{match[0]}", match[0]), message)
    return told(message, answer.told)


def told(message: str, names: Mapping[str, str]) -> str:
    """The message with the keys of entries in words."""
    for key in sorted(names, key=len, reverse=True):
        message = message.replace(key, names[key])
    return message[:1].upper() + message[1:]


def rate_in_words(rate: Rate, currency: str) -> str:
    """`162.44 JPY to the dollar, ECB, 30 Jun 2026`."""
    to_the_dollar = f"{figures(1 / rate.value)} {currency} to the dollar"
    value = to_the_dollar if rate.value < 1 else f"${figures(rate.value)} for one {currency}"
    marks = {"provisional": ", provisional", "stale": ", stale", "average": ", average"}
    return f"{value}, {rate.provider}, {formats.day(rate.day)}{marks.get(rate.mark, '')}"


def figures(value: Decimal) -> str:
    """Five significant figures."""
    return formats.figures(value, 5)


def published_in_words(answer: Answer) -> str:
    """What was published, in one sentence."""
    settled, chosen = answer.settled, answer.chosen
    name = settled.initiative.name if settled.initiative else settled.typed.initiative
    amount = amount_in_words(settled)
    if chosen is None:
        return f"{amount} for {name}."
    added = "adds an undisclosed sum" if settled.amount.amount is None else effect(answer, chosen).partition(":")[0]
    stage, day = vocabulary.STAGES[settled.typed.stage], formats.day(settled.day)
    return f"{amount} for {name}, {stage}, said on {day}: {it_is(answer, chosen)}, and {added}."


def amount_in_words(settled: Settled) -> str:
    """The sum of the form, as short as on every page: `about ¥1 tn`, `between C$700 m and C$1 bn`."""
    low, high = settled.amount.low, settled.amount.high
    if low is not None and high is not None:
        return f"between {formats.published(low, settled.currency)} and {formats.published(high, settled.currency)}"
    return formats.hedged(formats.published(settled.amount.amount, settled.currency), settled.hedge if settled.hedge != "range" else "")


def still_missing(answer: Answer, names: Mapping[str, str]) -> list[str]:
    """The fields that are still empty, by their names on the form."""
    missing: Iterable[str] = dict.fromkeys(fault.field for fault in answer.settled.missing)
    return [names.get(field, field) for field in missing]
