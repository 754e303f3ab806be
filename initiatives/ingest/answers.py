"""Reads one line of `manage.py understand` and writes its answer, as JSON; must not know the database or which language model is used."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives import dates
from initiatives.ingest.alignment import Aligned, clean_aligned
from initiatives.ingest.steps.extract.languages import identify
from initiatives.ingest.values import Article, Evidence, MoneyClaim, OrganizationClaim, QuoteClaim, Understanding
from initiatives.text import clean

LONGEST_LINE = 2_000_000  # code points of one line of input
KNOWN_FIELDS = ("id", "text", "title", "url", "date")


class QuestionError(ValueError):
    """A line that asks nothing that can be answered; `identity` is its id where it has one."""

    def __init__(self, message: str, identity: Any = None) -> None:
        """`message` says which field, which value and what would be right."""
        super().__init__(message)
        self.identity = identity


@dataclass(frozen=True, slots=True)
class Question:
    """One article to understand, and the way back to the offsets of its text as given."""

    identity: Any
    article: Article
    aligned: Aligned


def read_question(line: str) -> Question:
    """The article that a line of JSON holds. Raises QuestionError in words."""
    if len(line) > LONGEST_LINE:
        raise QuestionError(f"The line has {len(line):,} characters; the most is {LONGEST_LINE:,}. Give the article alone.")
    asked = _object(line)
    identity = asked.get("id")
    text = asked.get("text")
    if not isinstance(text, str) or not text.strip():
        raise QuestionError('text: nothing is given. Use {"id": …, "text": "the article\'s text"}, and title, url and date where known.', identity)
    aligned = clean_aligned(text)
    article = Article(
        text=aligned.cleaned.text,
        title=clean(_words(asked, "title", identity) or "").text,
        url=_words(asked, "url", identity),
        published=_day(asked, identity),
        language=identify(aligned.cleaned.text),
        repaired=aligned.cleaned.repaired,
    )
    return Question(identity, article, aligned)


def answer(question: Question, understood: Understanding) -> dict[str, Any]:
    """The answer of one line; its offsets count code points of the text as given."""
    place = _Place(question.aligned)
    named = understood.initiative
    return {
        "id": question.identity,
        "relevant": understood.relevant,
        "relevance": understood.relevance,
        "countries": [{"code": country.code, "role": country.role} for country in understood.countries],
        "initiative": None if named is None else {"name": named.name, "kind": named.kind},
        "money": [row for claim in understood.money for row in _money(claim, place)],
        "organizations": [_organization(claim, place) for claim in understood.organizations],
        "quotes": [_quote(claim, place) for claim in understood.quotes],
        "points": [{"kind": point.kind, "aspect": point.aspect, **place.of(point.evidence), "country": point.country} for point in understood.points],
        "attributed_to": [attribution.publisher for attribution in understood.attributions],
        "warnings": [
            {"code": warning.code, "message": warning.message, "start": place.at(warning.start), "end": place.at(warning.end)}
            for warning in understood.warnings
        ],
    }


def refusal(error: QuestionError, number: int) -> dict[str, Any]:
    """The answer of a line that could not be read: its id and what is wrong, in words."""
    return {"id": error.identity, "error": f"line {number}: {error}"}


class _Place:
    def __init__(self, aligned: Aligned) -> None:
        self._aligned = aligned

    def at(self, offset: int | None) -> int | None:
        return None if offset is None else self._aligned.given(offset)

    def of(self, evidence: Evidence) -> dict[str, Any]:
        start, end = self._aligned.given_span(evidence.start, evidence.end)
        return {"start": start, "end": end, "text": evidence.text}


def _money(claim: MoneyClaim, place: _Place) -> Iterator[dict[str, Any]]:
    """The row of a sum; of a range that of the whole, then one of its upper end alone, since each is a sum that is printed."""
    row = _row(claim, place)
    yield row
    if claim.amount_high is not None:
        yield {**row, "amount": row["amount_high"], "amount_high": None, "hedge": "up-to", "usd_quoted": None}


def _row(claim: MoneyClaim, place: _Place) -> dict[str, Any]:
    return {
        **place.of(claim.evidence),
        "amount": _number(claim.amount),
        "amount_high": _number(claim.amount_high),
        "currency": claim.currency,
        "hedge": claim.hedge,
        "usd_quoted": _number(claim.usd_quoted),
        "origin": claim.origin,
        "role": claim.role,
        "stage": claim.stage,
    }


def _organization(claim: OrganizationClaim, place: _Place) -> dict[str, Any]:
    span = place.of(claim.evidence)
    return {
        "name": claim.name or claim.described,
        "start": span["start"],
        "end": span["end"],
        "kind": claim.kind,
        "country": claim.country,
        "role": claim.role,
        "status": claim.status,
    }


def _quote(claim: QuoteClaim, place: _Place) -> dict[str, Any]:
    return {
        **place.of(claim.evidence),
        "speaker": claim.speaker,
        "title": claim.title,
        "affiliation": claim.affiliation,
        "place": claim.place,
        "direct": claim.direct,
        "stance": claim.stance,
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _object(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise QuestionError(f"This is not JSON: it cannot be read from character {error.pos + 1} on. Give one object a line.") from error
    except RecursionError as error:
        raise QuestionError("This is nested too deeply to be read. Give one flat object a line.") from error
    except OverflowError as error:
        raise QuestionError(f"{error} is no number that can be answered with. Use a smaller one, or text.") from error
    except ValueError as error:
        raise QuestionError("It holds a whole number with too many digits. Use a smaller one, or text.") from error
    if not isinstance(asked, dict):
        raise QuestionError(f"{str(asked)[:80]!r} is not an object. Give one object a line, with the fields {', '.join(KNOWN_FIELDS)}.")
    return asked


def _no_number(written: str) -> float:
    raise OverflowError(written)


def _finite(written: str) -> float:
    number = float(written)
    return number if math.isfinite(number) else _no_number(written[:40])


def _words(asked: dict[str, Any], field: str, identity: Any) -> str | None:
    value = asked.get(field)
    if value is not None and not isinstance(value, str):
        raise QuestionError(f"{field}: {value!r} is not text. Give text, or leave it out.", identity)
    return value


def _day(asked: dict[str, Any], identity: Any) -> str | None:
    value = _words(asked, "date", identity)
    if not value:
        return None
    try:
        return dates.parse(value[:10])
    except ValueError as error:
        raise QuestionError(f"date: {error}", identity) from error
