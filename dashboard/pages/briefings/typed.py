"""What somebody typed into the builder, as it was typed, with everything that is wrong with it; must not know what is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from django.http import QueryDict

from dashboard.briefings import limits
from dashboard.briefings.models import NOTE_CHARACTERS, SCHEDULES, TITLE_CHARACTERS, Briefing
from dashboard.briefings.selection import HOW_SHOWN, ChartPick, Pick, Selection, chart_pick, chart_picks, of
from dashboard.filters import FilterError, Filters, Problem
from dashboard.filters.fields import PARAMETERS
from dashboard.filters.problems import shown
from dashboard.queries.initiative_list import ordered
from initiatives.models import Initiative, InitiativeName

NOT_OF_A_BRIEFING: Final = (*HOW_SHOWN, "edition", "view", "sort", "page")
START: Final = ("funding-by-country", "funding-ladder", "why-this-total", "funding-over-time", "commentary-stance")
WORDS_OF_SCHEDULES: Final = ", ".join(filter(None, SCHEDULES))
TOO_LONG: Final = "The {} has {} characters. At most {} stand on the first slide; shorten it."
TURNS: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # marks that turn the direction of all that follows
CONTROLS: Final = str.maketrans({code: None for code in range(32) if code not in (9, 10, 13)} | dict.fromkeys((127, *TURNS)))


@dataclass(frozen=True, slots=True)
class Typed:
    """The builder's fields. `filters` are those of the address that can be used; `asked` is the form as it came, for fields that cannot."""

    title: str = ""
    note: str = ""
    schedule: str = ""
    filters: Filters = field(default_factory=Filters)
    charts: tuple[ChartPick, ...] = ()
    picks: tuple[Pick, ...] = ()
    find: str = ""
    problems: tuple[Problem, ...] = ()
    asked: QueryDict = field(default_factory=QueryDict)

    @property
    def selection(self) -> Selection:
        """What it chooses; call where there are no problems."""
        query = self.filters.as_query(**dict.fromkeys(NOT_OF_A_BRIEFING))
        return Selection(self.title, query, self.charts, self.picks, self.note)


def start(query: QueryDict) -> Typed:
    """A new briefing: five charts, or the charts and initiatives that an address names, with its filters. Raises FilterError."""
    filters = Filters.from_query(only_filters(query))
    own = "&".join(f"{name}={value}" for name in HOW_SHOWN for value in filters.values(name))
    named = [ChartPick(slug, own if chart_pick(f"{slug}?{own}") else "") for slug in query.getlist("chart") if chart_pick(slug)]
    charts = tuple(dict.fromkeys(named)) or chart_picks(list(START))
    return Typed(
        title_of(filters), filters=filters, charts=charts[: limits.MOST_CHARTS], picks=known(query.getlist("initiative"))[: limits.MOST_PICKS]
    )


def title_of(filters: Filters) -> str:
    """A first title, from the selection."""
    words = filters.selection_in_words()
    return "Who pays for AI, and how firm is it?" if words == "the whole record" else f"AI money: {words}"[:TITLE_CHARACTERS]


def stored(briefing: Briefing) -> Typed:
    """The builder as it was saved; filters that the record no longer knows are named."""
    own = of(briefing)
    try:
        filters: Filters = own.filters
        problems: tuple[Problem, ...] = ()
    except FilterError as error:
        filters, problems = error.kept, error.problems
    return Typed(own.title, own.note, briefing.schedule, filters, own.charts, own.picks, problems=problems)


def read(form: QueryDict, before: Sequence[Pick] = ()) -> Typed:
    """The form with everything that is wrong with it. `before` are the picks that were saved, which may since be gone from the record."""
    filters, problems = filters_of(form)
    title, note = plain(form.get("title", "")), plain(form.get("note", ""), lines=True)
    texts = [*form.getlist("charts"), *filter(None, form.getlist("add_chart"))]
    slugs = form.getlist("initiatives")
    picks = known(slugs, before)
    problems += wrong_words(title, note, form.get("schedule", ""))
    problems += wrong_lists(texts, chart_picks(texts), slugs, picks)
    schedule = form.get("schedule", "") if form.get("schedule", "") in SCHEDULES else ""
    return Typed(title, note, schedule, filters, chart_picks(texts), picks, plain(form.get("find", "")), tuple(problems), form)


def plain(text: str, *, lines: bool = False) -> str:
    """Text without control characters and turns of direction, its blanks single; lines are kept where they may stand."""
    cleaned = text.translate(CONTROLS).replace("\r\n", "\n")
    return cleaned.strip() if lines else " ".join(cleaned.split())


def only_filters(form: QueryDict) -> QueryDict:
    """The parameters of an address among the fields of a form."""
    found = QueryDict(mutable=True)
    for name in PARAMETERS:
        if name not in ("edition", "view", "sort", "page") and form.getlist(name):
            found.setlist(name, form.getlist(name))
    return found


def filters_of(form: QueryDict) -> tuple[Filters, list[Problem]]:
    """The filters that can be used, and what is wrong with the others."""
    try:
        return Filters.from_query(only_filters(form)), []
    except FilterError as error:
        return error.kept, list(error.problems)


def wrong_words(title: str, note: str, schedule: str) -> Iterable[Problem]:
    """Title, note and schedule that cannot be kept."""
    if not title:
        yield Problem("title", "", "The title is empty. Write what the briefing asks, for example “Who pays for AI in East Asia?”.")
    if len(title) > TITLE_CHARACTERS:
        yield Problem("title", shown(title), TOO_LONG.format("title", len(title), TITLE_CHARACTERS))
    if len(note) > NOTE_CHARACTERS:
        yield Problem("note", shown(note), TOO_LONG.format("note", len(note), NOTE_CHARACTERS))
    if schedule not in SCHEDULES:
        yield Problem("schedule", shown(schedule), f"“{shown(schedule)}” is no schedule. Use one of: {WORDS_OF_SCHEDULES}, or leave it empty.")


def wrong_lists(texts: Sequence[str], charts: Sequence[ChartPick], slugs: Sequence[str], picks: Sequence[Pick]) -> Iterable[Problem]:
    """Charts and initiatives that are not there, or are too many."""
    for text in texts:
        if chart_pick(text) is None:
            yield Problem("charts", shown(text), f"“{shown(text)}” is no chart. Choose one of the list under the charts.")
    for slug in slugs:
        if slug not in {pick.slug for pick in picks}:
            yield Problem("initiatives", shown(slug), f"“{shown(slug)}” is no initiative of the record. Search for a word of its name.")
    for name, number, most in (("charts", len(charts), limits.MOST_CHARTS), ("initiatives", len(picks), limits.MOST_PICKS)):
        if number > most:
            yield Problem(name, str(number), f"{number} {name} are too many. A briefing takes at most {most}; remove some.")


def known(slugs: Sequence[str], before: Sequence[Pick] = ()) -> tuple[Pick, ...]:
    """Initiatives by slug in the given order, once each; saved ones that are gone stay as they were."""
    names = [slug.replace("\x00", "") for slug in slugs]
    found = {row.slug: Pick(row.pk, row.slug, row.name) for row in Initiative.objects.filter(slug__in=names).only("slug", "name")}
    led = InitiativeName.objects.filter(slug__in=[name for name in names if name not in found]).select_related("initiative")
    found |= {row.slug: Pick(row.initiative_id, row.initiative.slug, row.initiative.name) for row in led}
    kept = found | {pick.slug: pick for pick in before}  # a name stays as it was picked, so that the deck can tell of a new one
    return tuple(kept[slug] for slug in dict.fromkeys(slugs) if slug in kept)


def search(words: str, taken: Sequence[Pick]) -> list[Pick]:
    """Initiatives that hold every word, the largest sum first, without those that are picked."""
    filters = Filters(q=words, sort="-amount")
    rows = ordered(filters).exclude(slug__in=[pick.slug for pick in taken]).only("slug", "name")[: limits.MOST_FOUND]
    return [Pick(row.pk, row.slug, row.name) for row in rows]


def after(typed: Typed, asked: str) -> Typed:
    """The builder after one of its small buttons: `up chart 2`, `remove pick 1`, `pick a-slug`, `without country JPN`."""
    verb, _, rest = asked.partition(" ")
    what, _, value = rest.partition(" ")
    if verb == "without" and what in PARAMETERS:
        filters, _problems = filters_of(QueryDict(typed.filters.without(what, value)))
        return replace(typed, filters=filters)
    if verb == "pick":
        return replace(typed, picks=tuple(dict.fromkeys((*typed.picks, *known([rest])))), find="")
    if verb in ("up", "down", "remove") and value.isascii() and value.isdigit():
        if what == "chart":
            return replace(typed, charts=moved(typed.charts, verb, int(value[:4]) - 1))
        return replace(typed, picks=moved(typed.picks, verb, int(value[:4]) - 1))
    return typed


Item = TypeVar("Item")


def moved(items: tuple[Item, ...], verb: str, place: int) -> tuple[Item, ...]:
    """The items with the one at a place moved up, moved down or removed; unchanged where it cannot go there."""
    if not 0 <= place < len(items):
        return items
    left = [*items[:place], *items[place + 1 :]]
    if verb != "remove":
        left.insert(max(0, place - 1) if verb == "up" else place + 1, items[place])
    return tuple(left)
