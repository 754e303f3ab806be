"""The line under a field of quick entry: what was understood, the dollars of the day, what is wrong. Must not decide."""

from dataclasses import dataclass
from typing import Final

from initiatives import formats
from initiatives.ledger.dollars import check_dollars
from initiatives.ledger.rates import converted
from initiatives.ledger.series import load_rates
from initiatives.models import Article
from initiatives.names.countries import name_of
from initiatives.publication import FunderToPublish
from initiatives.review.announcing.answering import Answer, ledger_entry
from initiatives.review.announcing.days import fiscal_in_words
from initiatives.review.announcing.reading import Settled
from initiatives.review.announcing.words import rate_in_words

DOLLAR: Final = "USD"
QUIET, FAULT, DOUBT, AGREES = "quiet", "fault", "doubt", "agrees"
WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Note:
    """One line under a field; `kind` is quiet, fault, doubt or agrees. `choices` are what may be meant: of each its address, its name, its kind."""

    words: str
    kind: str = QUIET
    choices: tuple[tuple[str, str, str], ...] = ()


def notes_of(answer: Answer) -> dict[str, list[Note]]:
    """The lines by field; what is still empty is no fault while it is typed."""
    settled = answer.settled
    found: dict[str, list[Note]] = {}
    for fault in answer.settled.faults:
        found.setdefault(fault.field, []).append(Note(sentence(fault.message), FAULT))
    made = {
        "initiative": of_initiative(settled),
        "amount": of_amount(settled),
        "announced_on": of_day(settled),
        "period": of_period(settled),
        "payers": [of_payer(funder) for funder in settled.funders],
        "url": of_address(settled),
    }
    for field, lines in made.items():
        if not any(line.kind == FAULT for line in found.get(field, ())):
            found.setdefault(field, []).extend(lines)
    return {field: lines for field, lines in found.items() if lines}


def sentence(words: str) -> str:
    """The words with a capital letter."""
    return words[:1].upper() + words[1:]


def of_initiative(settled: Settled) -> list[Note]:
    """Whose it is, or that it will be made."""
    if settled.initiative:
        return [Note(f"{formats.listed(name_of(code) for code in settled.owners)}; in the record")]
    return [Note("New: it is made when this is published")] if settled.new_initiative else []


def of_amount(settled: Settled) -> list[Note]:
    """All digits, the dollars at the day's rate with the rate, its day and provider, and how the source's own dollars agree."""
    amount, currency = settled.amount.amount, settled.currency
    if settled.undisclosed:
        return [Note("Undisclosed: it is in no total until somebody names the sum")]
    if amount is None:
        return []
    if not currency:
        return [Note("In which currency? Type it with the amount, as in 1.5tn yen, or its code beside it", DOUBT)]
    hedge = settled.hedge if settled.hedge != "range" else ""
    full = formats.hedged(formats.money_in_full(amount, currency), hedge)
    if settled.amount.high is not None:
        full = f"between {full} and {formats.money_in_full(settled.amount.high, currency)}"
    return [Note(f"{full}{in_dollars(settled)}"), *quoted(settled)]


def in_dollars(settled: Settled) -> str:
    """` ≈ $2.38 bn at 162.44 JPY to the dollar, ECB, 30 Jun 2026`; of a range both bounds."""
    if settled.currency == DOLLAR or settled.amount.amount is None:
        return ""
    if not settled.day:
        return "; the dollars follow once its day is known"
    rate = load_rates().rate(settled.currency, DOLLAR, settled.day)
    if rate is None:
        return "; no rate is known, so it is in no converted total"
    bounds = dict.fromkeys(bound for bound in (settled.amount.amount, settled.amount.high) if bound is not None)
    shown = " to ".join(formats.money(converted(bound, rate), DOLLAR) for bound in bounds)
    counted = "; the lower bound counts" if len(bounds) > 1 else ""
    return f" ≈ {shown} at {rate_in_words(rate, settled.currency)}{counted}"


def quoted(settled: Settled) -> list[Note]:
    """How the dollars that the source gives agree with those of the rate."""
    if settled.usd is None or not settled.day or settled.currency == DOLLAR:
        return []
    cause = check_dollars(ledger_entry(settled), load_rates())
    shown = formats.published(settled.usd, DOLLAR)
    told = cause.replace("The source gives", f"The source's {shown} is", 1) if cause else ""
    return [Note(told, DOUBT) if told else Note(f"The source's own {shown} agrees with the rate of the day", AGREES)]


def of_day(settled: Settled) -> list[Note]:
    """The day as it is understood, where it was typed otherwise."""
    as_understood = formats.day(settled.day).replace(formats.NO_BREAK, " ")
    return [Note(as_understood)] if settled.day and settled.typed.announced_on not in (settled.day, as_understood) else []


def of_period(settled: Settled) -> list[Note]:
    """The months of a fiscal year."""
    words = fiscal_in_words(settled.typed.period, settled.owners)
    return [Note(words)] if words else []


def of_payer(funder: FunderToPublish) -> Note:
    """Whether the payer is in the record, and its share."""
    share = f", {formats.percent(funder.share * WHOLE)}" if funder.share is not None else ""
    if funder.organization is None:
        return Note(f"“{funder.described}” is not in the record: kept as words{share}")
    home = f" ({name_of(funder.country)})" if funder.country else ""
    return Note(f"{funder.organization.name}{home}, in the record{share}")


def of_address(settled: Settled) -> list[Note]:
    """That the record knows the article already."""
    url = settled.article.url
    known = Article.objects.filter(url=url).first() if url else None
    return [Note(f"In the record already: “{known.title}”{', ' + known.publisher if known.publisher else ''}")] if known else []
