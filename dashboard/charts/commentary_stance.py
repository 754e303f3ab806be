"""Commentary by stance: who doubts and who agrees."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dashboard.charts import parts
from dashboard.charts.chart import THUMB, Chart
from dashboard.charts.native import Native, Series, beyond
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import key, stance_bars
from dashboard.figures.key import KeyItem
from dashboard.figures.stance_bars import Stand
from dashboard.figures.theme import STANCES, Figure
from dashboard.filters import Filters
from dashboard.filters.fields import BY
from dashboard.queries.stances import StanceCount, stances
from initiatives import formats

COMMENTARY: Final = "/commentary/"
LEAST_TO_RANK: Final = 10  # comments, from which a share says something
NATIVE_ROWS: Final = 16
QUESTIONS: Final = {
    "actor": "Who doubts, who agrees?",
    "country": "Where is it disputed?",
    "aspect": "What is doubted, what welcomed?",
    "home": "Where do those who doubt come from?",
}
NOUNS: Final = {
    "actor": ("kind of speaker", "kinds of speaker"),
    "country": ("owner", "owners"),
    "aspect": ("aspect", "aspects"),
    "home": ("home", "homes"),
}


class CommentaryStance(Chart[StanceCount]):
    """Diverging bars in one unit on both sides of the line."""

    slug = "commentary-stance"
    name = "Commentary by stance"
    group = "people"
    switches = ("by",)
    divisions = ("actor", "country", "aspect", "home")

    def question(self, filters: Filters) -> str:
        """`Who doubts, who agrees?`"""
        return QUESTIONS[self.division(filters)]

    def counting(self, filters: Filters) -> list[str]:
        """Comments, not money."""
        return [f"Comments {BY[self.division(filters)]}; left of the line those that doubt, right of it those that support"]

    def sources(self, filters: Filters) -> list[str]:
        """No rates are in it."""
        return []

    def rows(self, filters: Filters) -> Sequence[StanceCount]:
        """One row a kind of speaker, country or aspect, the most discussed first."""
        return stances(filters, self.division(filters))

    def figure(self, rows: Sequence[StanceCount], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The bars."""
        top = 8 if width < THUMB and not narrow else stance_bars.TOP
        return stance_bars.figure([_stand(row, filters) for row in rows[:top]], width, top)

    def on_slide(self, rows: Sequence[StanceCount], filters: Filters, width: int) -> Figure:
        """As many bars as an office program draws."""
        return stance_bars.figure([_stand(row, filters) for row in rows[:NATIVE_ROWS]], width, NATIVE_ROWS)

    def answer(self, rows: Sequence[StanceCount], filters: Filters) -> Sentence:
        """How many doubt and support, who most, who least."""
        by = self.division(filters)
        total = sum(row.comments for row in rows)
        if not total:
            return (Part("No comment is in this selection."),)
        what = "mention of an aspect" if by == "aspect" else "comment"
        whole = formats.counted(total, what, "mentions of an aspect" if by == "aspect" else "comments")
        support, doubt = sum(row.supportive for row in rows), sum(row.doubting for row in rows)
        if total == 1:
            return (Part(f"The only {what} is {'supportive' if support else 'critical or cautious' if doubt else 'neutral'}."),)
        return (
            Part(f"Of {whole} "), *_counted(support, filters, "supportive"), Part(f" {'is' if support < 2 else 'are'} supportive and "),
            *_counted(doubt, filters, "critical", "cautious"), Part(" critical or cautious."), *_extremes(rows, by, filters),
        )  # fmt: skip

    def spoken(self, rows: Sequence[StanceCount], filters: Filters) -> str:
        """Every drawn row with its four counts."""
        return " ".join(f"{row.label}: {_counts(row)}." for row in rows[: stance_bars.TOP])

    def key(self, rows: Sequence[StanceCount], filters: Filters) -> list[KeyItem]:
        """The stances that are drawn, each with its mark."""
        return key.stances({stance for stance in STANCES for row in rows if getattr(row, stance)})

    def under(self, rows: Sequence[StanceCount], filters: Filters) -> Sentence:
        """The rows that have no bar, and a division that this chart does not know."""
        rest = rows[stance_bars.TOP :]
        noun = NOUNS[self.division(filters)][len(rest) != 1]
        hidden = f"Beyond the first {stance_bars.TOP}, {formats.count(len(rest))} {noun} more; the table has all"
        return parts.joined([*([(Part(hidden),)] if rest else []), *self.undivided(filters)])

    def notes(self, rows: Sequence[StanceCount], filters: Filters) -> list[str]:
        """What a stance is, and what the balance is not."""
        aspects = ["A comment with several aspects stands under each, so that rows cannot be added up to comments."]
        return [
            "Stance is towards the initiative, not the tone. Both sides are drawn in one unit; figures beside a bar are the comments that doubt "
            "(critical and cautious) and those that support; neutral ones lie "
            "astride the line, in the chart of an office program at the right end.",
            "Read the balance as who speaks, not as a poll: whoever announces an initiative is quoted most. Comments on what several own stand under "
            "joint efforts.",
            *(aspects if self.division(filters) == "aspect" else []),
        ]

    def native(self, rows: Sequence[StanceCount], filters: Filters) -> Native | None:
        """Stacked bars; those that doubt have negative values, labelled without their sign."""
        shown = rows[:NATIVE_ROWS]
        if not shown:
            return None
        series = tuple(_series(shown, stance) for stance in ("cautious", "critical", "supportive", "neutral"))
        return Native("bars", tuple(row.label for row in shown), series, "comments", gathered=beyond(len(rows) - len(shown)))


def _counted(number: int, filters: Filters, *stances: str) -> Sentence:
    """A number that opens its comments; `none` opens nothing."""
    return (Part(formats.count(number), _address(filters, stance=stances)) if number else Part("none"),)


def _series(rows: Sequence[StanceCount], stance: str) -> Series:
    sign = -1 if stance in ("critical", "cautious") else 1
    numbers = [getattr(row, stance) for row in rows]
    labels = tuple(formats.count(number) if number else "" for number in numbers)
    pattern: Final = "lines" if stance == "cautious" else None
    return Series(stance, tuple(Decimal(sign * number) for number in numbers), stance, pattern, labels)


def _stand(row: StanceCount, filters: Filters) -> Stand:
    counts = {stance: getattr(row, stance) for stance in STANCES}
    return Stand(row.label, counts, {stance: _address(filters, **{row.by: row.chosen}, stance=stance) for stance in STANCES})


def _counts(row: StanceCount) -> str:
    return ", ".join(f"{getattr(row, stance)} {stance}" for stance in STANCES)


def _extremes(rows: Sequence[StanceCount], by: str, filters: Filters) -> Sentence:
    """Who doubts most and who least, among those with enough comments to say so."""
    ranked = [row for row in rows if row.comments >= LEAST_TO_RANK]
    if len(ranked) < 2:
        return ()
    most, least = max(ranked, key=_doubt), min(ranked, key=_doubt)
    if _doubt(most) == _doubt(least):
        return ()
    verb = {"actor": "Doubt is largest among ", "country": "Doubt is largest about ", "aspect": "Doubted most is ", "home": "Doubt is largest from "}[
        by
    ]
    link = {"actor": ", smallest among ", "country": ", smallest about ", "aspect": ", least ", "home": ", smallest from "}[by]
    return (Part(f" {verb}"), *_named(most, filters), Part(link), *_named(least, filters), Part("."))


def _doubt(row: StanceCount) -> Decimal:
    return Decimal(row.doubting) / row.comments


def _named(row: StanceCount, filters: Filters) -> Sentence:
    label = f"{row.label}s" if row.by == "actor" and row.value != "other" else parts.in_sentence(row.value, row.label)
    share = parts.share(Decimal(row.doubting), Decimal(row.comments))
    return (Part(label, _address(filters, **{row.by: row.chosen})), Part(f" ({share})"))


def _address(filters: Filters, **changes: str | tuple[str, ...]) -> str:
    return parts.address(COMMENTARY, filters, changes)
