"""Asks what a publication would do to a family of a thousand statements, in a process that `manage.py shell` has set up; keeps nothing."""

import json
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from initiatives.models import Article, FundingEntry, Initiative
from initiatives.publication import ArticleToPublish, EntryToPublish, Publication
from initiatives.publish import Choice, effect_of, effects_of_choices
from initiatives.recount import recount_families
from tests.bench.timing import time_each

MEMBERS: Final = 1_000
TURNS: Final = 15
RELATIONS: Final = ("new", "restates", "replaces", "part-of", "tranche-of", "cancels")
SLUG: Final = "bench-family"
WHOLE: Final = f"{SLUG}#1"
ARTICLE: Final = ArticleToPublish("https://bench.example/", "A family", "Bench", "press", "2025-06-01", "", "")


def main() -> None:
    """Prints the milliseconds of one sum, of ten, and of six choices for one, with their processor time, as JSON."""
    with transaction.atomic():
        make_family()
        one, ten = publication(1), publication(10)
        choices = [Choice(relation, None if relation == "new" else WHOLE) for relation in RELATIONS]
        effect_of(one)  # rates are there from now on
        found = {
            **time_each(effect_of, [one] * TURNS).told("one"),
            **time_each(effect_of, [ten] * TURNS).told("ten"),
            **time_each(lambda sum_: effects_of_choices(sum_, 0, choices), [one] * TURNS).told("choices"),
        }
        print(json.dumps(found))
        transaction.set_rollback(True)


def make_family() -> None:
    """An envelope with parts in two currencies, tranches of the parts, and restatements."""
    initiative = Initiative.objects.create(
        slug=SLUG, name="Bench", countries=["JPN"], kind="compute", status="underway", announced="2025", summary="A family."
    )
    source = Article.objects.create(url="https://bench.example/0", title="Bench")
    whole = member(initiative, source, 1, None)
    whole.save()
    outer = [member(initiative, source, number, whole) for number in range(2, MEMBERS // 2 + 1)]
    FundingEntry.objects.bulk_create(outer)
    inner = [member(initiative, source, number, outer[number - MEMBERS // 2 - 1]) for number in range(MEMBERS // 2 + 1, MEMBERS)]
    FundingEntry.objects.bulk_create(inner)
    recount_families([WHOLE])


def member(initiative: Initiative, source: Article, number: int, within: FundingEntry | None) -> FundingEntry:
    """The envelope, where it lies within nothing, or one statement about what it lies within."""
    relation = "new" if within is None else ("part-of", "tranche-of", "restates")[number % 3]
    amount = Decimal(10**13) if within is None else Decimal(10**6 * number)
    plain: dict[str, Any] = {"stage": "announced", "origin": "public", "scope": "ai", "tier": 3, "announced_on": f"2025-{number % 9 + 1:02}-11"}
    return FundingEntry(
        key=f"{SLUG}#{number}", initiative=initiative, source=source, order=number, amount=amount,
        currency="USD" if number % 2 else "JPY", relation=relation, related_to=within, **plain,
    )  # fmt: skip


def publication(sums: int) -> Publication:
    """That many parts of the envelope, in one article."""
    entry = EntryToPublish(Decimal(5_000_000), "USD", "announced", "public", "ai", "2025-06-01", "part-of", 3, related_to=WHOLE)
    return Publication(ARTICLE, SLUG, entries=(entry,) * sums)
