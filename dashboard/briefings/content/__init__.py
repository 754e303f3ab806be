"""The slides of a briefing, one builder each: every one asks the record and answers with a pure value; must not know renderings."""

from collections.abc import Callable, Mapping
from typing import Final

from dashboard.briefings.content.answer import answer
from dashboard.briefings.content.changes import changes, figures_of
from dashboard.briefings.content.charts import chart
from dashboard.briefings.content.gaps import gaps
from dashboard.briefings.content.initiatives import initiatives
from dashboard.briefings.content.method import answers, method, sources
from dashboard.briefings.content.opening import note, opening
from dashboard.briefings.content.state import Earlier, Made, State
from dashboard.briefings.content.voices import voices
from dashboard.briefings.selection import chart_pick

BUILDERS: Final[Mapping[str, Callable[[State], Made]]] = {
    "opening": opening,
    "note": note,
    "answer": answer,
    "changes": changes,
    "voices": voices,
    "gaps": gaps,
    "method": method,
    "sources": sources,
}


def made(state: State, key: str) -> Made:
    """The slide of a key of the plan. Raises LookupError where no slide is called so."""
    if key.startswith("chart:"):
        pick = chart_pick(key.removeprefix("chart:"))
        if pick is None:
            raise LookupError(f"“{key}” is no chart of the gallery any more.")
        return chart(state, pick)
    name, _, page = key.partition("?")
    return initiatives(state, int(page or 1)) if name == "initiatives" else BUILDERS[name](state)


__all__ = ["Earlier", "Made", "State", "answers", "figures_of", "made"]
