"""The builder's page as its template shows it: rows with their buttons, what it will be, the running making, the finished ones; knows no form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict

from dashboard.briefings import content, limits, movement, plan, selection, store
from dashboard.briefings.models import SCHEDULES, Briefing, Making, MakingFile
from dashboard.briefings.movement import Movement
from dashboard.charts import parts
from dashboard.filters import FilterError, Filters
from dashboard.pages.bar import Bar, Choice, bar_of
from dashboard.pages.briefings import progress, typed
from dashboard.pages.briefings.typed import Typed
from dashboard.pages.frame import of_edition, show
from dashboard.queries import editions
from dashboard.queries.readiness import state_of
from dashboard.queries.totals import totals
from initiatives import formats

SHOWN: int = 12  # finished makings
ENTRIES: int = 8  # of what moved


@dataclass(frozen=True, slots=True)
class Row:
    """One pick with its place among its kind and on the page; `words` say how it is shown."""

    number: int
    place: int
    value: str
    name: str
    words: str = ""
    is_first: bool = False
    is_last: bool = False


def page(request: HttpRequest, chosen: Typed, secret: str = "", found: Briefing | None = None, status: int = 200) -> HttpResponse:
    """The builder with all that stands beside and below it."""
    makings = finished(found) if found else []
    running = store.open_making(found) if found else None
    with state_of(query_of(chosen)) as filters:
        own = {
            "bar": bar(request, chosen), "charts": chart_rows(chosen, filters), "picks": pick_rows(chosen), "offered": offered(chosen),
            "found": typed.search(chosen.find, chosen.picks) if chosen.find else [],
            "will": will(chosen, filters, bool(makings)),
            "since": since(found, makings, filters), "newest": editions.current().number,
        }  # fmt: skip
        return show(
            request, "pages/briefing.html", Filters(), section="briefings", with_bar=False, status=status, secret=secret, briefing=found,
            chosen=chosen, problems=chosen.problems, wrong={problem.field for problem in chosen.problems}, schedules=SCHEDULES.items(), limits=limits,
            running=progress.shown(running) if running else None, makings=makings, builder=own,
        )  # fmt: skip


def query_of(chosen: Typed) -> QueryDict:
    """The filters as the address of a state."""
    return typed.only_filters(QueryDict(chosen.filters.as_query()))


def bar(request: HttpRequest, chosen: Typed) -> Bar:
    """The controls of the filters; a field that cannot be used keeps what was typed."""
    _, known = of_edition(editions.current().stamp)
    made = bar_of(chosen.filters, request.path, known)
    wrong = {problem.field for problem in chosen.problems}
    fields = [replace(one, value=chosen.asked.get(one.name, "")) if one.name in wrong else one for one in made.fields]
    return replace(made, fields=tuple(fields))


def chart_rows(chosen: Typed, filters: Filters) -> list[Row]:
    """The charts in their order, each by its question."""
    last = len(chosen.charts)
    return [
        Row(place, place, pick.text, pick.chart.question(pick.under(filters)), pick.words, place == 1, place == last)
        for place, pick in enumerate(chosen.charts, 1)
    ]


def pick_rows(chosen: Typed) -> list[Row]:
    """The initiatives in their order, numbered after the charts."""
    before, last = len(chosen.charts), len(chosen.picks)
    return [Row(before + place, place, pick.slug, pick.name, "", place == 1, place == last) for place, pick in enumerate(chosen.picks, 1)]


def offered(chosen: Typed) -> list[Choice]:
    """The charts that are not in it yet, in every way that they can be shown."""
    return [Choice(one.text, ", ".join(filter(None, (one.chart.name, one.words)))) for one in selection.offered() if one not in chosen.charts]


def will(chosen: Typed, filters: Filters, has_earlier: bool) -> dict[str, Any]:
    """What it will be: slides, sheets, and the sum that it counts."""
    wanted = chosen.selection
    total = totals(filters)
    return {
        "slides": len(plan.slides(wanted, has_earlier=has_earlier)),
        "sheets": len(plan.sheets(wanted, has_earlier=has_earlier)),
        "words": contents(chosen, has_earlier),
        "selection": parts.opening(filters.selection_in_words()),
        "total": formats.money(total.total, filters.currency),
        "filters": filters,
    }


def contents(chosen: Typed, has_earlier: bool) -> str:
    """`The answer, 7 charts, 4 initiatives, who says what, hedges and gaps, method and sources`."""
    picked = formats.counted(len(chosen.picks), "initiative") if chosen.picks else "the largest initiatives"
    pieces = ["the answer in five sentences", *(["what changed"] if has_earlier else []), formats.counted(len(chosen.charts), "chart"), picked]
    return parts.opening(formats.listed([*pieces, "who says what", "hedges and gaps", "method and sources"]))


def finished(found: Briefing) -> list[Making]:
    """Finished, failed and cancelled makings with the names and sizes of their files, the newest first."""
    files = Prefetch("files", MakingFile.objects.defer("content").order_by("id"))
    rows = found.makings.exclude(state__in=("waiting", "working")).defer("figures", "plan").prefetch_related(files)
    makings = list(rows.order_by("-number")[:SHOWN])
    words = {query: in_words(query) for query in {making.selection["query"] for making in makings}}
    for making in makings:
        making.chosen = words[making.selection["query"]]
    return makings


def in_words(query: str) -> str:
    """What a making selects and how it counts: `Japan; announced or firmer, AI, US dollars at the rate of each day`."""
    try:
        filters = Filters.from_query(QueryDict(query))
    except FilterError:
        return "filters that the record no longer knows"
    return f"{filters.selection_in_words()}; {filters.counting_in_words()}"


def since(found: Briefing | None, makings: Sequence[Making], filters: Filters) -> dict[str, Any] | None:
    """What moved since the last finished making; None where there is none, or the record is the same."""
    done = [making for making in makings if making.state == "done"]
    if found is None or not done:
        return None
    last = done[0]
    if last.edition == editions.current().number or not last.figures:
        return None
    wanted = selection.of(found)
    state = content.State(wanted, filters, editions.current().number, editions.current().day, ())
    return told(movement.between(last.figures, content.figures_of(state)), last.edition or 0, editions.current().number, filters)


def told(moved: Movement, before: int, now: int, filters: Filters) -> dict[str, Any]:
    """A movement as the templates show it."""
    return {
        "moved": moved,
        "before": before,
        "now": now,
        "entries": moved.entries[:ENTRIES],
        "others": len(moved.entries) - min(ENTRIES, len(moved.entries)),
        "by_rate": moved.of("rate"),
        "filters": filters,
    }
