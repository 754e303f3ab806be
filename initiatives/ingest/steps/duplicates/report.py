"""What of one report tells its announcement from others: its main sum, names, figures and words; must not know another report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from initiatives.ingest.steps.match.names import is_place
from initiatives.ingest.steps.match.twins import Told, published_sums
from initiatives.ingest.steps.understand.mentions import find_mentions
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.values import Article, MoneyClaim, QuantityClaim, Understanding
from initiatives.names.countries import COUNTRIES
from initiatives.text import fold

HEAD_CHARACTERS = 1600  # an announcement is told at the top; what stands further down is background, which many reports share
STEM_LETTERS = 6  # "processors" and "processing", "professorship" and "professors"
LEAST_LETTERS = 4
_CAPITALS = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}|\b[a-z]+[A-Z]\w*")
_NAMES = re.compile(r"(?<=[\w,;)\"“(/] )[^\W\d_a-z][\w’'-]{2,}|(?<=[(/“\"])[^\W\d_a-z][\w’'-]{2,}|\b[A-Z][A-Z\d]{2,}\b|\b\w+[A-Z]\w*\b")
_FIGURES = re.compile(r"(?<![\w.,$€£¥₩₹])\d[\d,.]*\d(?![\w,.]*\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = re.compile(rf"[^\W\d_]{{{LEAST_LETTERS},}}")
_PEOPLE = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Ss]ecretary|[Cc]ommissioner|[Gg]overnor|[Mm]ayor|[Cc]hairman|[Cc]hair|[Cc]hief executive|CEO|"
    r"Mr|Mrs|Ms|Dr)\.?\s(?P<titled>(?:[A-ZÀ-Þ][\w’'-]+\s?){1,3})|"
    r"(?P<saying>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3})(?:said|says|told|announced|presented|wants|expects|promised|added|called|put)\b|"
    r"\b(?:said|says|according to)\s(?P<said>(?:[A-ZÀ-Þ][\w’'-]+\s?){2,3})"
)
# Words that every report on the subject may have; what is left says what this announcement is about.
_EVERYWHERE = frozenset({
    "about", "according", "added", "after", "agency", "also", "amount", "announce", "announced", "announcement", "artificial", "asked", "back",
    "backed", "backing", "before", "billion", "build", "built", "cabinet", "called", "capacity", "centre", "center", "cloud", "companies", "company",
    "compute", "computer", "computers", "computing", "cost", "costs", "country", "crore", "data", "department", "development", "digital", "dollars",
    "economy", "euros", "every", "expected", "federal", "finance", "firms", "first", "five", "four", "from", "fund", "funding", "funds", "future",
    "give", "gives", "global", "government", "gpus", "half", "have", "help", "industry", "infrastructure", "initiative", "innovation", "intelligence",
    "invest", "investment", "kroner", "last", "lead", "leading", "local", "made", "major", "make", "million", "minister", "ministers", "ministry",
    "model", "models", "money", "month", "months", "more", "most", "nation", "national", "next", "official", "officials", "only", "open", "other",
    "over", "package", "part", "people", "percent", "plan", "planned", "plans", "president", "prime", "private", "processors", "programme", "program",
    "project", "public", "research", "researchers", "rupees", "said", "says", "science", "sector", "some", "sovereign", "spend", "spending",
    "start", "startups", "state", "statement", "strategy", "support", "technology", "than", "that", "their", "them", "there", "these", "they", "this",
    "three", "through", "told", "total", "training", "train", "trillion", "under", "university", "universities", "until", "used", "wants", "week",
    "were", "what", "when", "where", "which", "while", "will", "with", "work", "world", "worth", "would", "year", "years", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
    "october", "november", "december", "today", "yesterday", "chip", "chips", "graphics", "hours", "into", "want", "able", "been", "being",
    "agriculture", "bank", "commission", "council", "digitalisation", "digitalization", "economic", "education", "health", "institute",
    "labour", "mission", "treasury", "trade", "union", "republic", "kingdom", "crown", "prince", "king", "northern", "southern", "eastern", "western",
    "north", "south", "east", "west",
    "high", "much", "such", "near", "gets", "puts", "adds", "pays", "picks", "wins", "buys", "takes", "take",
    "received", "receive", "presented", "promised", "approved", "launch", "launched", "chief", "executive", "secretary", "report", "reports",
    "decision", "down", "home", "kind", "know", "less", "meant", "named", "others", "rather", "rest", "same", "should", "single", "within",
    "product", "products", "reporters", "speak", "spoke",
     "commissioner", "parliament", "lawmakers", "aside", "members", "number", "large", "largest", "small", "many",
})  # fmt: skip
# Companies that are named in reports of every announcement.
_OF_EVERY_REPORT = frozenset({"nvidia", "openai", "microsoft", "google", "amazon", "meta", "chatgpt", "deepseek", "reuters", "bloomberg"})
_SEATS = frozenset(word for country in COUNTRIES.values() for name in country.capitals for word in fold(name).split())
_STEMS_OF_EVERY_REPORT = frozenset(word[:STEM_LETTERS] for word in _EVERYWHERE | _OF_EVERY_REPORT)


@dataclass(frozen=True)
class Report:
    """One report as it is compared: its title, then title and head without their sums; `initiative` is the slug of what it surely names, `told`
    its owners, sums and day."""

    named: str
    title: str
    head: str
    told: Told
    initiative: str | None = None
    organizations: tuple[str, ...] = ()
    quantities: tuple[QuantityClaim, ...] = ()
    speakers: tuple[str, ...] = ()

    @cached_property
    def main(self) -> MoneyClaim | None:
        """The sum that the report is about: the first that pays for the initiative, else its first part; None without one."""
        ranked = [claim for role in ("initiative-funding", "part-of-it") for claim in self.told.money if claim.role == role]
        return ranked[0] if ranked else None

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words with a capital, in the title too, folded."""
        return _plain(_CAPITALS.findall(f"{self.title}\n{self.head}"))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Beginnings of the words with a capital, in the singular: "GPU" and "GPUs" are one name."""
        return frozenset(name[:STEM_LETTERS].rstrip("s") for name in self.capitals)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that are surely names, since they have a capital within a sentence; without places' and people's."""
        return _plain(_NAMES.findall(self.head)) - self.people - _OF_EVERY_REPORT - _EVERYWHERE

    @cached_property
    def people(self) -> frozenset[str]:
        """Words of the names of those who speak: a minister announces more than one thing in a week."""
        found = " ".join(filter(None, (match[match.lastgroup or 0] for match in _PEOPLE.finditer(self.head))))
        return _plain(re.findall(r"[\w’'-]+", f"{found} {' '.join(self.speakers)}"))

    @cached_property
    def heroes(self) -> frozenset[str]:
        """Names of the title that the report has further down too: who or what it is about."""
        return self.names & _plain(_CAPITALS.findall(self.title))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Figures that are no years and no sums, as printed without separators."""
        return frozenset(figure.replace(",", "") for figure in _FIGURES.findall(self.head) if not _YEAR.fullmatch(figure))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Beginnings of the words that say what the announcement is about."""
        folded = (fold(word) for word in _WORDS.findall(f"{self.title}\n{self.head}"))
        of_people = {word[:STEM_LETTERS] for word in self.people}
        return frozenset(word[:STEM_LETTERS] for word in folded if not _is_where(word)) - _STEMS_OF_EVERY_REPORT - of_people

    @cached_property
    def focus(self) -> str:
        """What says what the sum is for: the title, the sentence of the sum and the one before it."""
        if self.main is None:
            return self.title
        spans = sentences(self.head)
        at = next((index for index, span in enumerate(spans) if span.start <= self.main.evidence.start < span.end), 0)
        return " ".join([f"{self.title}.", *(self.head[span.start : span.end] for span in spans[max(0, at - 1) : at + 1])])

    @cached_property
    def focus_stems(self) -> frozenset[str]:
        """The beginnings of the telling words of the focus."""
        return self.stems & frozenset(fold(word)[:STEM_LETTERS] for word in _WORDS.findall(self.focus))

    @cached_property
    def focus_names(self) -> frozenset[str]:
        """The names of the focus."""
        return self.names & _plain(_CAPITALS.findall(self.focus))

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the focus names, unions of them aside."""
        return frozenset(mention.code for mention in find_mentions(self.focus) if not COUNTRIES[mention.code].is_actor)

    def figure_as_written(self, figure: str) -> str:
        """A figure with its separators, as it is printed."""
        return next((each for each in _FIGURES.findall(self.head) if each.replace(",", "") == figure), figure)

    def as_written(self, beginning: str) -> str:
        """The first word of the report that begins so, as it is written there."""
        words = re.findall(r"[\w’'-]+", f"{self.head}\n{self.title}")
        return next((_bare(word) for word in words if fold(word).startswith(beginning)), beginning)


def report_of(article: Article, understanding: Understanding, initiative: str | None) -> Report:
    """The report of an article that was read; `initiative` is the slug of what it surely is about."""
    told = Told(frozenset(understanding.owners()), published_sums(understanding.money), None, article.published)
    title = _without(article.title, understanding.title_money)
    head = _without(article.text[:HEAD_CHARACTERS], understanding.money)
    names = tuple(claim.name for claim in understanding.organizations if claim.name and claim.kind != "media")
    speakers = tuple(dict.fromkeys(claim.speaker for claim in understanding.quotes if claim.speaker))
    return Report(article.title, title, head, told, initiative, names, understanding.quantities, speakers)


def _without(text: str, money: Iterable[MoneyClaim]) -> str:
    """A text with blanks for its sums, whose figures and marks are compared as money."""
    for claim in money:
        start, end = claim.evidence.start, min(claim.evidence.end, len(text))
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _plain(words: list[str]) -> frozenset[str]:
    return frozenset(folded for word in words if not _is_where(folded := fold(_bare(word))))


def _is_where(folded: str) -> bool:
    """Whether a word names a country, its people or its seat of government, which every report of the country has."""
    return is_place(folded) or folded in _SEATS


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
