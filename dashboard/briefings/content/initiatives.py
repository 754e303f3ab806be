"""The initiatives of a briefing in a table; what happened to those that were picked and are called otherwise, or are gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from dashboard.briefings.content.state import Made, State
from dashboard.briefings.plan import PICKS_A_SLIDE
from dashboard.briefings.selection import Pick
from dashboard.briefings.values import Slide
from dashboard.charts import parts
from dashboard.exports.slides.values import Grid
from dashboard.filters import Filters
from dashboard.queries.initiative_list import InitiativeRow, ordered, rows_of
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.models import Initiative, InitiativeName
from initiatives.vocabulary import INITIATIVE_STATUSES

HEAD: Final = ("Initiative", "Owner", "Kind", "Status", "Announced", "Counted", "Committed")
KINDS: Final = {"foundation-model": "model", "compute": "computing", "research-hub": "research", "talent": "talent", "fund": "fund"}
METHOD: Final = (
    "What each initiative counts at this basis and scope, and what of it is committed or paid out. A sum inside a larger one counts there; "
    "“undisclosed” means that its sources name no figure, “nothing” that nothing of it counts at this basis."
)
REASON_CHARACTERS: Final = 80
OWNERS: Final = 3


@dataclass(frozen=True, slots=True)
class Gone:
    """A picked initiative that is no longer in the record: when it was removed and why, as far as that is known."""

    name: str
    day: str | None
    reason: str

    @property
    def words(self) -> str:
        """`“X” is no longer in the record: removed on 3 Jul 2026 (merged with Y).`"""
        when = f": removed on {formats.day(self.day)}" if self.day else ""
        return f"“{self.name}” is no longer in the record{when}{f' ({self.reason})' if self.reason else ''}."


@dataclass(frozen=True, slots=True)
class Found:
    """The picked initiatives as the record has them now, in the order of the picks; under their slugs the former names; those that are gone."""

    ids: tuple[int, ...]
    former: Mapping[str, str]
    gone: tuple[Gone, ...]

    @property
    def happened(self) -> str:
        """What a reader must know of it, in words."""
        return " ".join([*self.former.values(), *(one.words for one in self.gone)])


def initiatives(state: State, page: int) -> Made:
    """The picked initiatives, twelve a slide; where none is picked, those that count most."""
    picks = state.selection.picks[(page - 1) * PICKS_A_SLIDE : page * PICKS_A_SLIDE]
    found = find(picks) if picks else Found((), {}, ())
    rows, committed = both(state.filters, found.ids if picks else None)
    words = takeaway(state, rows, committed, bool(picks))
    remark = found.happened
    lines = [_row(state, row, committed[row.slug], found.former.get(row.slug, "")) for row in rows]
    lines += [(one.name, "", "", "removed", formats.day(one.day) if one.day else "", one.reason or "not in the record", "") for one in found.gone]
    grid = Grid(
        "Initiatives", HEAD, tuple(lines), right=(False,) * 5 + (True, True), widths=(4.4, 1.9, 1.2, 1.1, 1.3, 1.2, 1.2), sizes=(12,) * 7, strong=(5,)
    )  # fmt: skip
    around = state.words(words, formats.counted(len(rows), "initiative"), state.address("/initiatives/"), f"{METHOD} {remark}".strip())
    return Made(Slide("Initiatives" if page == 1 else f"Initiatives, page {page}", "table", around, grid, remark=remark))


def find(picks: Sequence[Pick]) -> Found:
    """Each pick by its number, else by its slug, which may lead on since a merge; what is called otherwise or gone is told."""
    by_id = {row.pk: row for row in Initiative.objects.filter(pk__in=[pick.id for pick in picks]).only("slug", "name")}
    by_slug = {row.slug: row for row in Initiative.objects.filter(slug__in=[pick.slug for pick in picks]).only("slug", "name")}
    led = {row.slug: row.initiative for row in InitiativeName.objects.filter(slug__in=[pick.slug for pick in picks]).select_related("initiative")}
    rows = [(pick, by_id.get(pick.id) or by_slug.get(pick.slug) or led.get(pick.slug)) for pick in picks]
    former = {row.slug: f"“{row.name}” was picked as “{pick.name}”." for pick, row in rows if row and row.name != pick.name}
    return Found(tuple(dict.fromkeys(row.pk for _, row in rows if row)), former, tuple(gone(pick) for pick, row in rows if row is None))


def gone(pick: Pick) -> Gone:
    """What the history of the record says of an initiative that is no longer there."""
    history: Any = Initiative.history
    last = history.filter(id=pick.id, history_type="-").order_by("-history_date").first()
    if last is None:
        return Gone(pick.name, None, "")
    return Gone(pick.name, last.history_date.date().isoformat(), (last.history_change_reason or "")[:REASON_CHARACTERS])


def both(filters: Filters, ids: Sequence[int] | None) -> tuple[list[InitiativeRow], dict[str, Decimal | None]]:
    """The rows at the basis, and what of each is committed; those that count most where no ids are given."""
    if ids is None:
        chosen = list(ordered(filters.model_copy(update={"sort": "-amount"})).values_list("id", flat=True)[:PICKS_A_SLIDE])
        return both(filters, chosen)
    found = Initiative.objects.filter(pk__in=list(ids))
    order = {slug: list(ids).index(pk) for slug, pk in found.values_list("slug", "pk")}
    rows = sorted(rows_of(found, filters), key=lambda row: order[row.slug])
    firm = {row.slug: row.counted for row in rows_of(found, filters.model_copy(update={"basis": "committed"}))}
    return rows, firm


def takeaway(state: State, rows: Sequence[InitiativeRow], committed: dict[str, Decimal | None], picked: bool) -> str:
    """`Twelve initiatives carry 65 % of the money; six of them have nothing committed yet`."""
    if not rows:
        return "None of the chosen initiatives is in the record any more" if picked else "No initiative is in this selection"
    total = totals(state.filters).total or Decimal(0)
    sums = sum((row.counted for row in rows if row.counted), Decimal(0))
    if not sums:
        return (
            f"Nothing of {'this initiative' if len(rows) == 1 else f'these {len(rows)} initiatives'} counts at this basis, as far as the record knows"
        )
    carriers = sum(bool(row.counted) for row in rows)
    who = f"{capital(carriers)} initiative{'' if carriers == 1 else 's'}"
    who = who if carriers == len(rows) else f"{capital(carriers)} of these {formats.in_letters(len(rows))} initiatives"
    one = carriers == 1
    how_much = "all" if sums == total else parts.share(sums, total)
    counts = f"{'counts' if one else 'count'} {state.money(sums)}"
    share = f"{'carries' if one else 'carry'} {how_much} of the money" if total and sums <= total else counts
    empty = sum(not committed[row.slug] for row in rows)
    if len(rows) == 1:
        return f"{who} {share}; {'nothing of it is' if empty else 'some of it is'} committed"
    of_all = f"of the {formats.in_letters(len(rows))}" if carriers < len(rows) else "of them"
    open_words = (
        "all of them have something committed"
        if not empty
        else f"{capital(empty).lower()} {of_all} {'has' if empty == 1 else 'have'} nothing committed yet"
    )
    return f"{who} {share}; {open_words}"


def capital(number: int) -> str:
    """A number as a sentence begins: in words up to twelve."""
    return formats.in_letters(number).capitalize()


def _row(state: State, row: InitiativeRow, committed: Decimal | None, former: str) -> tuple[str, ...]:
    name = f"{row.name} ({former.removeprefix(f'“{row.name}” was ').removesuffix('.')})" if former else row.name
    kind, status = KINDS.get(row.kind, row.kind), INITIATIVE_STATUSES[row.status]
    return name, owner_of(row), kind, status, formats.day(row.announced), state.money(row.counted), state.money(committed)


def owner_of(row: InitiativeRow) -> str:
    """`Japan`; `Joint: USA + ARE` where several own it."""
    if len(row.country_names) == 1:
        return row.country_names[0]
    return f"Joint: {' + '.join(row.countries[:OWNERS])}{' …' if len(row.countries) > OWNERS else ''}"
