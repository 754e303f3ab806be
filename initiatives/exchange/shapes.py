"""The format key by key: which keys an object has, in which order, and what each may hold; knows nothing of how they are stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from initiatives import vocabulary
from initiatives.exchange import checks, other_names
from initiatives.exchange.checks import Check, or_null, word

Shape = Mapping[str, Check]  # in the order in which the keys are written

LISTS = ("funding", "participants", "quantities", "points", "commentary", "articles")  # a list that is left out is left as it is stored


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of all objects of the format, for the countries and actors that the record knows."""

    initiative: Shape
    funding: Shape
    funders: Shape
    participants: Shape
    quantities: Shape
    points: Shape
    commentary: Shape
    articles: Shape

    def of(self, kind: str) -> Shape:
        """The shape of one kind of object."""
        shape: Shape = getattr(self, kind)
        return shape


def shapes(countries: Mapping[str, str]) -> Shapes:
    """The shapes where `countries` are the known codes with their names."""
    country = checks.country(countries)
    return Shapes(
        _initiative(country),
        _funding(country),
        _funders(country),
        _participants(country),
        _quantities(),
        _points(country),
        _commentary(country),
        _articles(),
    )


def _initiative(country: Check) -> Shape:
    return {
        "slug": checks.tag("a slug", 120),
        "name": checks.text(200),
        "countries": checks.list_of(country, at_least=1),
        "kind": word("a kind", vocabulary.INITIATIVE_KINDS),
        "status": word("a status", vocabulary.INITIATIVE_STATUSES),
        "announced": checks.day,
        "start": or_null(checks.day),
        "end": or_null(checks.day),
        "summary": checks.text(),
        "themes": checks.list_of(checks.tag("a tag", 40)),
        "also_called": or_null(other_names.check),
        "keys_of": or_null(checks.list_of(checks.tag("a slug", 120))),
    }


def _funding(country: Check) -> Shape:
    return {
        "key": checks.text(140),
        "amount": or_null(checks.above_zero),
        "currency": checks.currency,
        "hedge": word("a hedge", vocabulary.HEDGES),
        "amount_low": or_null(checks.above_zero),
        "amount_high": or_null(checks.above_zero),
        "usd_as_published": or_null(checks.above_zero),
        "stage": word("a stage", vocabulary.STAGES),
        "origin": word("an origin", vocabulary.ORIGINS),
        "scope": word("a scope", vocabulary.SCOPES),
        "funders": lambda value: value,
        "channel": or_null(checks.text(200)),
        "recipient_country": or_null(country),
        "announced_on": checks.day,
        "period": or_null(checks.period),
        "instrument": or_null(word("an instrument", vocabulary.INSTRUMENTS)),
        "relation": word("a relation", vocabulary.RELATIONS),
        "related_to": or_null(checks.text(140)),
        "within": or_null(checks.text(300)),
        "new_money": word("a word for new money", vocabulary.NEW_MONEY),
        "tier": checks.whole("a tier", 1, 4),
        "note": or_null(checks.text()),
        "source": checks.address,
        "evidence": or_null(checks.passage),
        "rank": or_null(word("a rank", vocabulary.RANKS)),
        "rank_reason": or_null(checks.text(300)),
    }


def _funders(country: Check) -> Shape:
    return {
        "organization": or_null(checks.text(200)),
        "country": or_null(country),
        "share": or_null(checks.share),
        "described": or_null(checks.text(200)),
    }


def _participants(country: Check) -> Shape:
    return {
        "organization": or_null(checks.text(200)),
        "kind": or_null(word("a kind of organization", vocabulary.ORGANIZATION_KINDS)),
        "country": or_null(country),
        "role": word("a role", vocabulary.PARTICIPATION_ROLES),
        "status": word("a status", vocabulary.PARTICIPATION_STATUSES),
        "source": checks.address,
        "described": or_null(checks.text(200)),
        "evidence": or_null(checks.passage),
    }


def _quantities() -> Shape:
    return {
        "key": checks.text(140),
        "measure": word("a measure", vocabulary.MEASURES),
        "value": checks.above_zero,
        "hedge": word("a hedge", vocabulary.HEDGES),
        "status": word("a status", vocabulary.QUANTITY_STATUSES),
        "by": or_null(checks.whole("a year", 1900, 2199)),
        "relation": word("a relation of quantities", vocabulary.QUANTITY_RELATIONS),
        "related_to": or_null(checks.text(140)),
        "source": checks.address,
        "note": or_null(checks.text()),
    }


def _points(country: Check) -> Shape:
    return {
        "kind": word("a kind of point", vocabulary.POINT_KINDS),
        "aspect": checks.tag("an aspect", 40),
        "country": or_null(country),
        "text": checks.text(),
        "source": checks.address,
        "evidence": or_null(checks.passage),
    }


def _commentary(country: Check) -> Shape:
    return {
        "speaker": checks.text(200),
        "title": or_null(checks.text(200)),
        "affiliation": or_null(checks.text(200)),
        "actor": word("an actor", vocabulary.ACTORS),
        "country": or_null(country),
        "interest": or_null(checks.text(300)),
        "stance": word("a stance", vocabulary.STANCES),
        "aspects": checks.list_of(checks.tag("an aspect", 40)),
        "position": checks.text(may_be_empty=True),
        "quote": or_null(checks.text()),
        "date": or_null(checks.day),
        "source": checks.address,
        "place": or_null(checks.text(120)),
        "evidence": or_null(checks.passage),
    }


def _articles() -> Shape:
    return {
        "url": checks.address,
        "title": checks.text(500),
        "publisher": checks.text(200, may_be_empty=True),
        "class": word("a class", vocabulary.ARTICLE_CLASSES),
        "published": or_null(checks.day),
        "rests_on": or_null(checks.text(200)),
        "text": or_null(checks.text(checks.LONGEST_ARTICLE)),
    }
