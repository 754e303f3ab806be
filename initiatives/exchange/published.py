"""Checks a file against what the desk published: the keys it gave, and the texts of the articles that it read; stores nothing."""

from collections.abc import Iterator, Mapping, Sequence

from initiatives.exchange.agreement import misplaced
from initiatives.exchange.first_pass import Reading, digest
from initiatives.exchange.problems import shown
from initiatives.models import Article, FundingEntry, Initiative, InitiativeName, Quantity

ARTICLES_AT_A_TIME = 200


def keys() -> dict[str, str]:
    """Key → address of the article, of every entry and quantity that was read in an article whose text is kept here."""
    return {
        key: address
        for model in (FundingEntry, Quantity)
        for key, address in model._default_manager.exclude(source__text="").values_list("key", "source__url")
    }


def check_addresses(reading: Reading) -> None:
    """Adds to the reading the initiatives that stand under an address which leads to another one since a merge."""
    today = dict(InitiativeName.objects.exclude(slug="").values_list("slug", "initiative__slug"))
    led = [slug for slug in today if slug in reading.lines]
    there = set(Initiative.objects.filter(slug__in=led).values_list("slug", flat=True))
    for slug in (slug for slug in led if slug not in there):
        words = f"{shown(slug)} leads to {shown(today[slug])} today: the two were found to be one. Give its lists there (dump_data writes them so)."
        reading.wrong(reading.lines[slug], "slug", words)


def check(reading: Reading) -> None:
    """Adds to the reading texts that differ from those that are kept, and passages that do not stand in them."""
    passages: dict[str, list[tuple[int, str, Mapping[str, object]]]] = {}
    for line, where, address, passage in reading.passages:
        passages.setdefault(address, []).append((line, where, passage))
    for address, text in _stored([*{**reading.texts, **passages}]):
        given = reading.texts.get(address)
        if given is not None and given.digest != digest(text):
            reading.wrong(given.line, given.where, "another text of this article is kept here, in which passages are marked. Leave the key out.")
        for line, where, passage in passages.get(address, ()):
            if words := misplaced(passage, text):
                reading.wrong(line, where, words)


def _stored(addresses: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at in range(0, len(addresses), ARTICLES_AT_A_TIME):
        some = addresses[at : at + ARTICLES_AT_A_TIME]
        yield from Article.objects.filter(url__in=some).exclude(text="").values_list("url", "text")
