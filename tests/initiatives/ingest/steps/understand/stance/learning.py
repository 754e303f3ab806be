"""Learns the weights of stances anew: `python -m tests.initiatives.ingest.steps.understand.stance.learning [HEARD.jsonl …]`.

Reads quotations of our own in `annotated_passages/`: `stances.txt` (stance | speaker, with a plus for one who takes part | the text's words beside
it | the quotation) and `heard.txt`, from whole articles of our own by several hands (stance | kind of actor, with that plus | title | affiliation |
words beside it | the quotation); and any files of quotations as they are handed to `judge`: an object a line with `words`, `title`, `affiliation`,
`actor`, `takes_part`, `around` and the right `stance`. Says how many are right on every fifth heard one, held back, before it writes the weights.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from initiatives.ingest.steps.understand.quotes.actors import actor_of
from initiatives.ingest.steps.understand.quotes.speakers import Speaker
from initiatives.ingest.steps.understand.stance.judging import speaks_for_others, with_rule
from initiatives.ingest.steps.understand.stance.rules import by_rules
from initiatives.ingest.steps.understand.stance.signs import Signs, side_of, signs_of
from initiatives.ingest.steps.understand.stance.weighing import ORDER, WEIGHTS

QUOTATIONS, HEARD = (Path(__file__).parent.parent / "annotated_passages" / name for name in ("stances.txt", "heard.txt"))
DRAW, WORD_DRAW, STEPS, RATE = 0.01, 0.03, 250, 0.03  # words are many and rare, so they are held back more
SMALLEST_WEIGHT, FEWEST_SEEN, NEWS_COUNTS = 0.03, 2, 2.0
Example = tuple[Signs, str, float]


def own() -> list[Example]:
    """Signs, stance and how much it counts, of each line of `stances.txt`."""
    rows = [line.split(" | ", 3) for line in QUOTATIONS.read_text(encoding="utf-8").splitlines()]
    return [
        (_signs(words, who.lstrip("+ "), "", actor_of(Speaker(title=who.lstrip("+ ")), None), who.startswith("+"), around), stance, 1.0)
        for stance, who, around, words in rows
    ]


def own_heard() -> list[Example]:
    """The same of each line of `heard.txt`."""
    rows = [line.split(" | ", 5) for line in HEARD.read_text(encoding="utf-8").splitlines()]
    return [
        (_signs(words, title, house, who.lstrip("+ "), who.startswith("+"), around), stance, NEWS_COUNTS)
        for stance, who, title, house, around, words in rows
    ]


def heard(path: Path) -> Iterator[Example]:
    """The same of quotations of articles; those whose right stance is `unclear` teach nothing."""
    for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if one["stance"] in ORDER:
            signs = _signs(one["words"], one["title"] or "", one["affiliation"] or "", one["actor"], one["takes_part"], one["around"])
            yield signs, one["stance"], NEWS_COUNTS


def _signs(words: str, title: str, affiliation: str, actor: str, takes_part: bool, around: str) -> Signs:
    takes_part = takes_part and not speaks_for_others(title, affiliation, around)
    side = side_of(title, affiliation, actor, takes_part, around)
    return with_rule(signs_of(words, side, around), by_rules(words, title, takes_part, around).stance, takes_part)


def learn(given: list[Example]) -> dict[str, list[float]]:
    """By sign one weight for each stance."""
    seen = Counter(sign for signs, _, _ in given for sign in signs)
    names = sorted(sign for sign, times in seen.items() if times >= FEWEST_SEEN)
    at = {name: index for index, name in enumerate(names)}
    table, right = np.zeros((len(given), len(names))), np.zeros((len(given), len(ORDER)))
    for row, (signs, stance, _) in enumerate(given):
        right[row, ORDER.index(stance)] = 1
        for sign, strength in signs.items():
            if sign in at:
                table[row, at[sign]] = strength
    draw = np.array([[WORD_DRAW if "word " in name or "first " in name else DRAW] for name in names])
    weights = _descended(table, right, np.array([[counts] for _, _, counts in given]), draw)
    return {name: [round(float(one), 2) for one in weights[index]] for name, index in at.items() if abs(weights[index]).max() > SMALLEST_WEIGHT}


def _descended(table: np.ndarray, right: np.ndarray, counts: np.ndarray, draw: np.ndarray) -> np.ndarray:
    """Softmax regression by Adam."""
    weights = np.zeros((table.shape[1], right.shape[1]))
    mean, square = weights.copy(), weights.copy()
    for step in range(1, STEPS + 1):
        shares = np.exp(table @ weights - (table @ weights).max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = table.T @ ((shares - right) * counts) / len(table) + draw * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def right_share(weights: dict[str, list[float]], given: list[Example]) -> float:
    """Per cent of the examples whose stance is right by these weights."""
    hits = 0
    for signs, stance, _ in given:
        sums = np.sum([np.array(weights[sign]) * strength for sign, strength in signs.items() if sign in weights], axis=0)
        hits += ORDER[int(np.argmax(sums))] == stance
    return 100 * hits / len(given)


def main(paths: list[str]) -> None:
    """Learns from own quotations and those of `paths`, says what is right on those held back, and writes the weights."""
    given, news = own() + [one for path in paths for one in heard(Path(path))], own_heard()
    kept = learn(given + [one for index, one in enumerate(news) if index % 5])
    sys.stdout.write(f"stances right on quotations held back: {right_share(kept, news[::5]):.1f} %\n")
    rows = (f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(row)}" for sign, row in sorted(learn(given + news).items()))
    WEIGHTS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
