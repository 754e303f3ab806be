"""Articles about national AI efforts made from the curated record, and copies of them as wires, editors and cutters make them."""

import json
import random
import re
from collections.abc import Iterator
from itertools import accumulate, islice

from django.conf import settings

from initiatives.names.countries import COUNTRIES

RECORD = settings.BASE_DIR / "initiatives" / "data" / "initiatives.jsonl"
PHRASES = (
    "The announcement comes as governments around the world race to build their own artificial intelligence capacity and to depend less on others.",
    "Officials declined to give further details, and the ministry did not immediately respond to a request for comment sent outside office hours.",
    "Analysts have warned that demand for electricity from data centres will strain the grid well before the end of the decade.",
    "The minister told reporters that the country could not afford to be left behind in what he called the most important technology of our time.",
    "Critics say that public money would be better spent on schools, hospitals and the digital skills of small and medium-sized companies.",
    "A spokesperson for the ministry said that further calls for proposals would be published on the official portal in the coming months.",
    "The programme is open to universities, research institutes and companies that are registered in the country and pay their taxes there.",
    "Demand for graphics processors has outstripped supply since the launch of ChatGPT in late 2022, and prices have risen accordingly.",
    "The government has said repeatedly that safe, trustworthy and human-centred artificial intelligence is at the heart of its strategy.",
    "The funding is subject to approval by parliament, which is expected to vote on the budget before the summer recess.",
    "Opposition lawmakers called for an independent review of how contracts are awarded and of who profits from them in the end.",
    "The plan builds on the national strategy for artificial intelligence that was adopted by the cabinet and has been updated since.",
)  # fmt: skip
NOTICES = (
    "About the agency\nThe agency finances research and innovation for the government. It supports projects from basic research to the "
    "market and works with partners in more than forty countries. For further information, please call the press office on working days until 5 pm.",
    "Sign up for our newsletter, which brings the most important stories of the week to your inbox every Friday morning. By signing up "
    "you agree to our terms of service and our privacy policy. You can unsubscribe at any time with the link at the end of each message.",
    "This content was produced with the support of the members of our foundation. Please share it with attribution and a link to the original text. "
    "We correct mistakes as soon as we learn of them; write to the readers' editor with the headline, the passage and what would be right.",
)  # fmt: skip
OPENINGS = (
    "{country} is to spend {sum} on {name}, the government said on {day}.",
    "The government of {country} announced {sum} for {name} on {day}, the latest in a series of steps to support artificial intelligence.",
    "{name}, an effort to give {country} its own artificial intelligence, will receive {sum}, officials said on {day}.",
    "On {day} the cabinet of {country} approved {sum} towards {name}, a statement said.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SYNONYMS = {
    "government": "administration", "announced": "unveiled", "companies": "firms", "said": "stated", "build": "create", "national": "country's own",
    "ministry": "department", "spend": "invest", "plan": "scheme", "country": "nation", "artificial": "machine", "about": "roughly", "large": "big",
}  # fmt: skip
INSTEAD = ("indeed", "reportedly", "new", "further", "officials", "The", "Tuesday", "Reuters")


def articles(seed: int = 1) -> list[str]:
    """One article for each initiative of the record; each has up to six of the phrases that all of them share, and often a notice at its end."""
    dice = random.Random(seed)
    return [article(json.loads(line), dice) for line in RECORD.read_text(encoding="utf-8").splitlines()]


def article(row: dict, dice: random.Random) -> str:  # type: ignore[type-arg]
    """What the record says of one initiative, retold as a report with the phrases that every report has."""
    country = COUNTRIES[row["countries"][0]].name if row["countries"][0] in COUNTRIES else "The Union"
    money = next((f"{entry['currency']} {entry['amount']:,}" for entry in row["funding"] if entry["amount"]), "an undisclosed sum")
    opening = dice.choice(OPENINGS).format(country=country, sum=money, name=row["name"], day=dice.choice(DAYS))
    told = [row["summary"], *(str(point.get("text") or "") for point in row["points"]), *told_by_others(row), *(money_in_words(row))]
    told += [f"{each['organization']} takes part as {each['role']}." for each in row["participants"][:6] if each.get("organization")]
    shared = dice.sample(PHRASES, dice.randint(2, 6))
    body = [sentence for sentence in told if sentence] + shared
    dice.shuffle(body)
    notice = [dice.choice(NOTICES)] if dice.random() < 0.5 else []
    return "\n\n".join([opening, *paragraphs(body), *notice])


def told_by_others(row: dict) -> Iterator[str]:  # type: ignore[type-arg]
    """The commentary in reported speech."""
    for each in row["commentary"]:
        yield f"{each.get('speaker') or 'An observer'}: {each.get('position') or ''}"


def money_in_words(row: dict) -> Iterator[str]:  # type: ignore[type-arg]
    """The entries of the ledger, a sentence each."""
    for entry in islice(row["funding"], 5):
        if entry["amount"]:
            yield f"Of the money {entry['currency']} {entry['amount']:,} were {entry['stage']} in {entry['announced_on']}. {entry['note'] or ''}"


def paragraphs(sentences: list[str]) -> Iterator[str]:
    """Two or three sentences a paragraph."""
    for start in range(0, len(sentences), 3):
        yield " ".join(sentences[start : start + 3])


def wire(text: str, dice: random.Random) -> str:
    """The same text under another header and footer."""
    header = dice.choice(
        ["BRUSSELS (Wire) - ", "By our staff and agencies\n\n", "Updated at 14:05\nShare this article\n\n", "LISTEN\n\nTokyo, 24 November — "]
    )
    return f"{header}{text}\n\n{dice.choice(NOTICES)}\nReporting by A. Person and B. Person; editing by C. Person"


def cut(text: str, _dice: random.Random) -> str:
    """The first 60 % of the words, as a paper with little room prints it."""
    pieces = re.findall(r"\S+\s*", text)
    return "".join(pieces[: int(len(pieces) * 0.6)])


def edited(text: str, dice: random.Random) -> str:
    """A quarter of the sentences dropped, two of them swapped, a word in twelve changed, and words that an editor prefers."""
    return rewritten(text, dice, dropped=0.25, changed=1 / 12)


def edited_hard(text: str, dice: random.Random) -> str:
    """As `edited`, with a word in eight changed."""
    return rewritten(text, dice, dropped=0.15, changed=1 / 8)


def rewritten(text: str, dice: random.Random, dropped: float, changed: float) -> str:
    """Shares of the sentences dropped and of the words changed, names of days and agencies among the new ones; some sentences swapped."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    kept = [sentence for sentence in sentences if dice.random() > dropped] or sentences
    for _ in range(2):
        one, other = dice.randrange(len(kept)), dice.randrange(len(kept))
        kept[one], kept[other] = kept[other], kept[one]
    words = [SYNONYMS.get(word, word) for word in " ".join(kept).split()]
    return " ".join(dice.choice(INSTEAD) if dice.random() < changed else word for word in words)


def brief(text: str, dice: random.Random) -> str:
    """The first sentences of a report, from about 90 words to 200: as long as most news is."""
    least, sentences = dice.randint(90, 200), re.split(r"(?<=[.!?])\s+", text)
    lengths = list(accumulate(len(sentence.split()) for sentence in sentences))
    return " ".join(sentences[: 1 + sum(length < least for length in lengths)])
