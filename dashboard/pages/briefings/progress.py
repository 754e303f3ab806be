"""A making in progress as its template shows it: how far it is, in words and as a list of steps; knows no form."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from dashboard.briefings import plan
from dashboard.briefings.models import Making
from initiatives import formats

AROUND = 2  # steps shown before and after the one that is being done


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the list: `done`, `now` or `later`."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a making is."""

    making: Making
    line: str
    steps: tuple[Step, ...]


def shown(making: Making) -> Progress:
    """A making with its words."""
    return Progress(making, line(making, timezone.now()), steps(making))


def line(making: Making, now: datetime) -> str:
    """`5 of 13 steps, 38 %, started 40 s ago`."""
    if making.state == "waiting" or not making.steps:
        return f"{making.get_state_display().capitalize()}, asked for {ago(making.asked_at, now)}."
    done = f"{making.done} of {making.steps} steps, {making.percent}{formats.NO_BREAK}%"
    return f"{done}, started {ago(making.started_at or making.asked_at, now)}."


def ago(moment: datetime, now: datetime) -> str:
    """`40 s ago`, `3 min ago`."""
    seconds = max(0, int((now - moment).total_seconds()))
    return f"{seconds}{formats.NO_BREAK}s ago" if seconds < 120 else f"{seconds // 60}{formats.NO_BREAK}min ago"


def steps(making: Making) -> tuple[Step, ...]:
    """What is done, what is being done, what comes: gathered, so that a long plan stays a short list."""
    names = [plan.name_of(key) for key in making.plan] + [f"{name} file" for name in plan.FILES.values()]
    done = min(making.done, len(names))
    found = [Step(f"Figures frozen at edition {making.edition}", "done")] if making.plan else []
    before = names[max(0, done - AROUND) : done]
    if done > AROUND:
        found.append(Step(f"{formats.counted(done - AROUND, 'step')} before", "done"))
    found += [Step(name, "done") for name in before]
    found += [Step(names[done], "now")] if done < len(names) else []
    found += [Step(name, "later") for name in names[done + 1 : done + 1 + AROUND]]
    left = len(names) - done - 1 - AROUND
    return (*found, *((Step(f"{formats.counted(left, 'step')} more", "later"),) if left > 0 else ()))
