"""Made-up news pages as HTML, varied and always the same for one number: one of four tells of a state's AI effort; reads nothing."""

import html
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).with_name("press.json")
ONE_IN = 4
PARAGRAPHS = 11
FURNITURE = 40  # links of the site around the article


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its bytes as a server sends them, and whether it tells of a state's AI effort."""

    body: bytes
    relevant: bool


def pages(number: int) -> Iterator[Page]:
    """That many pages; every fourth is relevant, the others are of private AI business and of states without AI in equal parts."""
    return (page(at) for at in range(number))


def page(at: int) -> Page:
    """The page of this number."""
    chance = random.Random(at)
    kind = "state" if at % ONE_IN == 0 else ("business", "elsewhere")[at // ONE_IN % 2 if at % ONE_IN == 1 else at % 2]
    cast = {slot: chance.choice(choices) for slot, choices in words()["slots"].items()}
    title = chance.choice(words()[kind]["titles"]).format(**cast)
    opening = chance.choice(words()[kind]["leads"]).format(**cast)
    sentences = chance.sample(words()[kind]["sentences"], PARAGRAPHS - 1) * 2
    paragraphs = [opening, *(filled(sentence, cast, chance) for sentence in sentences)]
    return Page(document(title, paired(paragraphs), chance).encode(), kind == "state")


def filled(sentence: str, cast: dict[str, str], chance: random.Random) -> str:
    """The sentence with new sums and people each time, and a clause more."""
    fresh = {slot: chance.choice(words()["slots"][slot]) for slot in ("amount", "person", "number", "month", "place")}
    return f"{sentence.format(**{**cast, **fresh})} {chance.choice(words()['between']).format(**{**cast, **fresh})}"


def paired(sentences: list[str]) -> list[str]:
    """Paragraphs of two sentences."""
    return [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]


def document(title: str, paragraphs: list[str], chance: random.Random) -> str:
    """A page with head, navigation, article, related links and footer."""
    links = "".join(f'<li><a href="/{chance.randrange(10**6)}">{html.escape(chance.choice(words()["links"]))}</a></li>' for _ in range(FURNITURE))
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    day = f"2026-{chance.randrange(1, 12):02}-{chance.randrange(1, 28):02}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | The Daily Ledger</title>'
        f'<meta property="og:title" content="{html.escape(title)}"><meta property="article:published_time" content="{day}">'
        f"<style>body{{font:16px serif}}</style><script>var page={chance.randrange(10**9)};</script></head>"
        f"<body><header><nav><ul>{links}</ul></nav></header><main><article><h1>{html.escape(title)}</h1>{body}</article>"
        f"<aside><h2>More</h2><ul>{links}</ul></aside></main><footer><p>© The Daily Ledger. All rights reserved.</p></footer></body></html>"
    )


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Names, openings and sentences that the pages are made of."""
    return dict(json.loads(WORDS.read_text(encoding="utf-8")))
