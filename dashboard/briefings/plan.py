"""Which slides a briefing will have, in their order; must not know what stands on them."""

from typing import Final

from dashboard.briefings.selection import ChartPick, Selection, chart_pick

PICKS_A_SLIDE: Final = 12
NOTE_ON_THE_FIRST_SLIDE: Final = 120  # characters that have room there
NAMES: Final = {
    "opening": "First slide",
    "note": "A note to the readers",
    "answer": "The answer in five sentences",
    "changes": "What changed since the last edition",
    "initiatives": "Initiatives",
    "voices": "Who says what",
    "gaps": "Hedges and gaps",
    "method": "Method",
    "sources": "Sources",
}
FILES: Final = {"pptx": "PowerPoint", "pdf": "PDF", "xlsx": "Excel"}


def slides(wanted: Selection, *, has_earlier: bool) -> tuple[str, ...]:
    """The keys of the slides: `opening`, `answer`, `chart:funding-by-country?per=gdp`, `initiatives?2`, …"""
    pages = max(1, -(-len(wanted.picks) // PICKS_A_SLIDE))
    return (
        "opening",
        *(("note",) if has_long_note(wanted) else ()),
        "answer",
        *(("changes",) if has_earlier else ()),
        *(f"chart:{pick.text}" for pick in wanted.charts),
        *(f"initiatives?{page}" for page in range(1, pages + 1)),
        "voices",
        "gaps",
        "method",
        "sources",
    )


def has_long_note(wanted: Selection) -> bool:
    """Whether the note needs a slide of its own."""
    return len(wanted.note) > NOTE_ON_THE_FIRST_SLIDE or "\n" in wanted.note


def name_of(key: str) -> str:
    """A slide as it is called while it is made: `Funding by country, % of GDP`."""
    if key.startswith("chart:"):
        pick = chart_pick(key.removeprefix("chart:"))
        return key if pick is None else ", ".join(words for words in (pick.chart.name, pick.words) if words)
    name, _, page = key.partition("?")
    return f"{NAMES[name]}, page {page}" if page not in ("", "1") else NAMES[name]


def sheets(wanted: Selection, *, has_earlier: bool) -> tuple[str, ...]:
    """The sheets of the workbook by name: Read me first, those of the record, one a chart, Method."""
    own = ["Read me first", "Countries", "Ledger", "Initiatives", *(["What changed"] if has_earlier else [])]
    return (*own, *dict.fromkeys(pick.chart.name for pick in charts_with_sheets(wanted)), "Method")


def charts_with_sheets(wanted: Selection) -> list[ChartPick]:
    """The charts whose figures stand on no other sheet; shares stand beside the sums."""
    seen = {"funding-by-country", "funding-map"}
    found = []
    for pick in wanted.charts:
        mark = pick.text if "per=" not in pick.text else pick.slug
        if pick.slug not in ("funding-by-country", "funding-map") and mark not in seen:
            seen.add(mark)
            found.append(pick)
    return found
