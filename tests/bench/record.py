"""Writes synthetic initiatives in the exchange format: the same number gives the same bytes; knows no database.

Money is such that it can be counted by hand: the first entry is new, the second a part of it, a third, where there is one, restates it or is
another part. The parts never outgrow their whole, and are never softer than it.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

Object = dict[str, Any]

SEED = 1
VOCABULARY = json.loads(Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8"))
CURRENCIES: dict[str, str] = VOCABULARY["currencies"]
UNITS_OF_A_DOLLAR = {
    "JPY": 150,
    "KRW": 1400,
    "INR": 86,
    "VND": 25000,
    "COP": 4100,
    "NGN": 1500,
    "LKR": 300,
    "BDT": 120,
    "KES": 130,
    "THB": 33,
    "PHP": 57,
    "TRY": 38,
}
KINDS = {
    "strategy": ("Strategy", "Roadmap", "Agenda"),
    "foundation-model": ("Language Model", "Speech Model", "Open Weights"),
    "compute": ("Supercomputer", "Compute Grid", "Data Centre"),
    "research-hub": ("Institute", "Laboratory", "Network"),
    "talent": ("Scholarships", "Academy", "Fellowship"),
    "adoption": ("Vouchers", "Pilots", "Deployment"),
    "fund": ("Fund", "Endowment", "Venture Facility"),
    "data": ("Corpus", "Archive", "Data Space"),
    "safety": ("Safety Institute", "Sandbox", "Evaluation Centre"),
    "chips": ("Foundry", "Chip Programme", "Packaging Line"),
    "energy": ("Power Campus", "Grid Upgrade", "Cooling Scheme"),
}
STATUSES, STATUS_WEIGHTS = ("announced", "underway", "completed", "paused", "cancelled"), (30, 50, 12, 5, 3)
STAGES, STAGE_WEIGHTS = ("pledged", "announced", "budgeted", "committed", "disbursed"), (10, 40, 25, 15, 10)
ORIGINS, ORIGIN_WEIGHTS = ("public", "private", "mixed", "unknown"), (55, 22, 18, 5)
SCOPES, SCOPE_WEIGHTS = ("ai", "chips", "wider"), (80, 8, 12)
STANCES, STANCE_WEIGHTS = ("supportive", "cautious", "critical", "neutral"), (60, 15, 10, 15)
INSTRUMENTS = ("grant", "loan", "guarantee", "equity", "procurement", "tax", "budget", "in-kind", "investment")
ROLES = ("lead", "partner", "supplier", "operator", "recipient")
MEASURES = {"compute": ("gpus", 50_000), "energy": ("megawatts", 2_000), "chips": ("jobs", 8_000)}
# The later one of the `words`, the rarer, so that a search can match much or little.
THEMES, NAMES, ADJECTIVES, VERBS, WORDS = (tuple(VOCABULARY[name]) for name in ("themes", "names", "adjectives", "verbs", "words"))
RARITY = tuple(1 / place for place in range(1, len(WORDS) + 1))
YEARS, YEAR_WEIGHTS = tuple(range(2017, 2027)), (2, 3, 5, 5, 7, 8, 14, 18, 22, 16)
LAST_MONTH_OF_2026 = 10


def write(path: Path, size: int, organizations: Path) -> None:
    """`size` initiatives, one a line, that name organizations of this table."""
    with organizations.open(encoding="utf-8", newline="") as table:
        directory = list(csv.DictReader(table))
    with path.open("w", encoding="utf-8") as lines:
        for value in initiatives(size, directory):
            lines.write(json.dumps(value, ensure_ascii=False) + "\n")


def initiatives(size: int, directory: list[dict[str, str]]) -> Iterator[Object]:
    """The initiatives, numbered from 1; a longer record begins with a shorter one."""
    random = Random(SEED)
    weights = [1 / (place + 4) for place in range(len(CURRENCIES))]
    for number in range(1, size + 1):
        yield initiative(number, random, random.choices(list(CURRENCIES), weights)[0], directory)


def initiative(number: int, random: Random, country: str, directory: list[dict[str, str]]) -> Object:
    """One initiative of a country with its money, participants and comments."""
    kind, year = random.choice(list(KINDS)), random.choices(YEARS, YEAR_WEIGHTS)[0]
    announced, noun = day(random, year), random.choice(KINDS[kind])
    name = f"{random.choice(NAMES)} {random.choice(ADJECTIVES)} {noun} {number}"
    slug = name.lower().replace(" ", "-")
    articles = [article(slug, name, announced, place) for place in range(2)]
    return {
        "slug": slug,
        "name": name,
        "countries": [country],
        "kind": kind,
        "status": random.choices(STATUSES, STATUS_WEIGHTS)[0],
        "announced": announced,
        "start": str(year),
        "end": str(year + random.randint(2, 8)) if random.random() < 0.7 else None,
        "summary": f"A {noun.lower()} announced in {year}. " + " ".join(sentence(random) for _ in range(random.randint(2, 4))),
        "themes": random.sample(THEMES, 2),
        "funding": funding(slug, number, year, announced, country, random, directory, articles),
        "participants": participants(random, directory, articles[0]["url"]),
        "quantities": quantities(slug, kind, year, random, articles[0]["url"]),
        "points": points(number, random, articles[0]["url"]),
        "commentary": comments(country, announced, random, articles[1]["url"]),
        "articles": articles,
    }


def day(random: Random, year: int) -> str:
    month = random.randint(1, LAST_MONTH_OF_2026 if year == YEARS[-1] else 12)
    return f"{year}-{month:02}-{random.randint(1, 28):02}"


def sentence(random: Random) -> str:
    first, second, third, fourth = random.choices(WORDS, RARITY, k=4)
    return f"It {random.choice(VERBS)} {first} and {second} so that {third} reach {fourth} in {random.choice(ADJECTIVES).lower()} programmes."


def article(slug: str, name: str, announced: str, place: int) -> Object:
    title, publisher, klass = (("the official notice", "Example Ministry", "official"), ("what is known", "Example Wire", "wire"))[place]
    return {"url": f"https://news{place}.example/{slug}", "title": f"{name}: {title}", "publisher": publisher, "class": klass, "published": announced}


def funding(
    slug: str, number: int, year: int, announced: str, country: str, random: Random, directory: list[dict[str, str]], articles: list[Object]
) -> list[Object]:
    """Two or three entries of one family."""
    currency = CURRENCIES[country]
    envelope = float(round(10 ** random.uniform(6, 9.5) * UNITS_OF_A_DOLLAR.get(currency, 1), -2))
    first = {"stage": random.choices(STAGES, STAGE_WEIGHTS)[0], "origin": random.choices(ORIGINS, ORIGIN_WEIGHTS)[0]}
    scope, funder = random.choices(SCOPES, SCOPE_WEIGHTS)[0], funder_of(number, country, random, directory)
    listed = []
    for place in range(1, random.randint(2, 3) + 1):
        relation = "new" if place == 1 else "part-of" if place == 2 or random.random() < 0.5 else "restates"
        amount = float(round(envelope * random.uniform(0.05, 0.6 if place == 2 else 0.3), -2)) if relation == "part-of" else envelope
        own = (
            first if relation != "part-of" else {"stage": random.choice(STAGES[STAGES.index(first["stage"]) :]), "origin": random.choice(ORIGINS[:2])}
        )
        said = announced if place == 1 else max(announced, day(random, min(year + place - 1, YEARS[-1])))
        listed.append(
            entry(slug, place, relation, max(amount, 100.0), currency, {**own, "scope": scope, "announced_on": said}, funder, articles, random)
        )
    return listed


def entry(
    slug: str, place: int, relation: str, amount: float, currency: str, own: Object, funder: Object, articles: list[Object], random: Random
) -> Object:
    return {
        "key": f"{slug}#{place}",
        "amount": amount,
        "currency": currency,
        "hedge": random.choice(("exact", "about", "up-to")),
        "amount_low": None,
        "amount_high": None,
        "usd_as_published": None,
        **own,
        "funders": [funder],
        "channel": None,
        "recipient_country": None,
        "period": f"{own['announced_on'][:4]}-{int(own['announced_on'][:4]) + 4}" if random.random() < 0.5 else None,
        "instrument": random.choice(INSTRUMENTS),
        "relation": relation,
        "related_to": None if relation == "new" else f"{slug}#1",
        "within": None,
        "new_money": "new" if relation == "new" else "already-announced",
        "tier": random.randint(1, 3),
        "note": f"Entry {place} of its family.",
        "source": articles[place % 2]["url"],
    }


def funder_of(number: int, country: str, random: Random, directory: list[dict[str, str]]) -> Object:
    """Every third is unnamed."""
    if number % 3 == 0:
        return {"organization": None, "described": "the ministry's budget", "country": country, "share": 1}
    payer = random.choice(directory)
    return {"organization": payer["name"], "described": None, "country": payer["country"] or None, "share": None}


def participants(random: Random, directory: list[dict[str, str]], source: str) -> list[Object]:
    """Three to five organizations, each in a role of its own."""
    statuses = ("confirmed", "confirmed", "reported", "expected")
    return [
        {
            "organization": one["name"],
            "kind": one["kind"],
            "country": one["country"] or None,
            "role": role,
            "status": random.choice(statuses),
            "source": source,
        }
        for one, role in zip(random.sample(directory, random.randint(3, 5)), ROLES, strict=False)
    ]


def quantities(slug: str, kind: str, year: int, random: Random, source: str) -> list[Object]:
    """What is promised beside money, for the kinds that promise such."""
    if kind not in MEASURES:
        return []
    measure, most = MEASURES[kind]
    promised = {
        "measure": measure,
        "value": random.randint(10, most),
        "hedge": "about",
        "status": random.choice(("planned", "installed")),
        "by": year + 2,
    }
    return [{"key": f"{slug}~1", **promised, "relation": "new", "related_to": None, "source": source, "note": None}]


def points(number: int, random: Random, source: str) -> list[Object]:
    """A goal for every other initiative."""
    if number % 2:
        return []
    return [{"kind": "goal", "aspect": random.choice(THEMES), "country": None, "text": sentence(random), "source": source}]


def comments(country: str, announced: str, random: Random, source: str) -> list[Object]:
    """One comment on every fifth initiative."""
    if random.random() >= 0.2:
        return []
    speaker = {
        "speaker": f"Speaker {random.randint(1, 400)}",
        "title": None,
        "affiliation": None,
        "actor": random.choice(("official", "executive", "academic")),
    }
    said = {"stance": random.choices(STANCES, STANCE_WEIGHTS)[0], "aspects": [random.choice(THEMES)], "position": sentence(random), "quote": None}
    return [{**speaker, "country": country, "interest": None, **said, "date": announced, "source": source}]
