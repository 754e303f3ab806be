"""Commentary: who says what about which initiative, how stances fall, and who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse

from dashboard import charts
from dashboard.filters import Filters
from dashboard.pages import chart_files, drawn, links
from dashboard.pages.frame import public_page, show
from dashboard.pages.lists import Narrowing, narrowing, sorts, ways_out
from dashboard.pages.silence import ROWS, missing, undoubted, without_a_voice
from dashboard.pages.words import Part, Sentence, said, scopes_in_words
from dashboard.queries import selection
from dashboard.queries.cells import cells
from dashboard.queries.comments import CommentSums, Tally, by_actor, by_country, comment_page, comment_sums
from dashboard.queries.facets import comment_facets
from dashboard.queries.silences import silences
from dashboard.queries.stances import rows_of, stances
from dashboard.queries.voices import unheard
from initiatives import formats
from initiatives.vocabulary import ACTORS

SORTS: Final = (("newest", "newest"), ("-newest", "oldest"), ("speaker", "speaker"))
FACETS: Final = (
    ("stance", "Stance", 4, True),
    ("actor", "Who speaks", 8, True),
    ("aspect", "Aspect", 9, True),
    ("country", "Country of the initiative", 8, False),
    ("home", "Home of the speaker", 8, False),
)
STANCE_VERBS: Final = {"supportive": ("supports", "support"), "cautious": ("warns", "warn"), "critical": ("objects", "object")}
LEFT_WIDTH, RIGHT_WIDTH = 481, 686  # pixels: five and seven of twelve columns
DIVISIONS: Final = {"actor": "kind of speaker", "aspect": "aspect", "home": "home of the speaker"}
LEAST_FOR_A_SHARE: Final = 10  # comments of one kind of speaker before a share of them is worth saying


@dataclass(frozen=True, slots=True)
class Division:
    """One way to divide the bars by who speaks: its words, its address, and whether it is shown."""

    words: str
    query: str
    shown: bool


@public_page
def commentary(request: HttpRequest, filters: Filters) -> HttpResponse:
    """One page of comments with their balance."""
    sums = comment_sums(filters)
    page = comment_page(filters, sums.comments)
    actors, countries, silent = by_actor(filters), by_country(filters), silences(filters)
    quiet = undoubted(cells(filters), countries, filters)
    return show(
        request, "pages/commentary.html", filters, section="commentary", has_search=True, status=404 if page.is_beyond else 200,
        page=page, facets=narrowings(filters), sorts=sorts(filters, SORTS), headline=headline(filters, sums), lead=lead(filters, sums, actors),
        interest_words=f"{formats.count(sums.interested)} of {formats.count(sums.comments)}",
        ways=switch(filters), left=balance(filters, divided(filters), actors if divided(filters) == "actor" else None, LEFT_WIDTH),
        right=replace(balance(filters, "country", countries, RIGHT_WIDTH), key=()), files=chart_files.row(filters, "commentary-stance"),
        scope_words=scopes_in_words(filters.scope), missing=[*without_a_voice(unheard(filters)), *missing(silent, filters)],
        quiet=quiet[:ROWS], quiet_count=len(quiet),
        officials_only=[one for one in silent["officials"].named if one.counted][: ROWS - 1],
        ways_out=() if page.count else ways_out(filters, lambda other: selection.comments(other).count()),
        download_words=f"Download all {formats.counted(page.count, 'row')}",
    )  # fmt: skip


def divided(filters: Filters) -> str:
    """By what the bars on the left are divided: as `by` asks, else by kind of speaker; countries stand on the right already."""
    return filters.by if filters.by in DIVISIONS else "actor"


def switch(filters: Filters) -> list[Division]:
    """The ways to divide the bars on the left."""
    return [Division(words, links.query(filters, by=by), by == divided(filters)) for by, words in DIVISIONS.items()]


def balance(filters: Filters, by: str, tallies: Sequence[Tally] | None, width: int) -> drawn.Drawn:
    """The chart of stances divided by `by`, `width` pixels wide; `tallies` where they were asked already."""
    own = filters.model_copy(update={"by": by})
    rows = stances(own, by) if tallies is None else rows_of(tallies, by)
    return drawn.small(charts.get("commentary-stance"), rows, own, width, f"{by}-")


def narrowings(filters: Filters) -> list[Narrowing]:
    """The facets beside the comments."""
    found = comment_facets(filters)
    return [narrowing(found[name], words, most, unfolded=unfolded) for name, words, most, unfolded in FACETS]


def headline(filters: Filters, sums: CommentSums) -> Sentence:
    """`514 voices on national AI: 374 comments support, 76 warn and 111 object.`"""
    if not sums.comments:
        return said("No comment in this selection.")
    told = [stance_part(stance, sums, filters) for stance in STANCE_VERBS if sums.stances.get(stance)]
    voices = formats.counted(sums.speakers, "voice")
    if not told:
        return said(f"{voices} on national AI; nobody takes a side.")
    sentence = [Part(f"{voices} on national AI: ")]
    for place, (number, verb) in enumerate(told):
        between = "" if place == 0 else " and " if place == len(told) - 1 else ", "
        sentence += [Part(between), number, Part(verb)]
    return tuple(part for part in (*sentence, Part(".")) if part.text)


def stance_part(stance: str, sums: CommentSums, filters: Filters) -> tuple[Part, str]:
    """How many comments are of a stance, and the verb that goes with the number; the first of a sentence names what is counted."""
    number = sums.stances[stance]
    first = next(one for one in STANCE_VERBS if sums.stances.get(one)) == stance
    words = formats.counted(number, "comment") if first else formats.count(number)
    return Part(words, links.to("commentary", filters, keep="all", stance=stance)), f" {STANCE_VERBS[stance][number > 1]}"


def lead(filters: Filters, sums: CommentSums, actors: list[Tally]) -> Sentence:
    """How many are by officials, and how much of each kind of speaker supports."""
    if not sums.comments:
        return ()
    shares = [f"{percent(one)} of the {ACTORS[one.value]}s’" for one in actors if one.comments >= LEAST_FOR_A_SHARE][:3]
    rest = f" Supportive are {formats.listed(shares)} comments." if shares else ""
    return said(
        f"Of {formats.counted(sums.comments, 'comment')} {{officials}} by officials.{rest} Read the balance as who speaks, not as a poll.",
        officials=officials_part(sums, filters),
    )


def officials_part(sums: CommentSums, filters: Filters) -> Part:
    """`316 are`, `1 is`, `none is`."""
    if not sums.officials:
        return Part("none is")
    words = f"{formats.count(sums.officials)} {'is' if sums.officials == 1 else 'are'}"
    return Part(words, links.to("commentary", filters, keep="all", actor="official"))


def percent(one: Tally) -> str:
    """The share of supportive comments."""
    return formats.percent(Decimal(100 * one.stances.get("supportive", 0)) / one.comments)
