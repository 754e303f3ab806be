"""Weeks of one country in which several announcements name the same sum, each told by several outlets in words of their own; and pairs that tell of
two things though the sum, the people, the companies and much of the wording are the same."""

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's report."""

    day: str
    title: str
    text: str


Announcement = tuple[Telling, ...]
Week = tuple[Announcement, ...]
ROWS = [json.loads(line) for line in (Path(__file__).parent / "announcements.jsonl").read_text(encoding="utf-8").splitlines()]


def week(name: str) -> Week:
    """The announcements of a week, each with its tellings."""
    own = groupby((row for row in ROWS if row["week"] == name), key=lambda row: row["announcement"])
    return tuple(tuple(Telling(row["day"], row["title"], row["text"]) for row in rows) for _number, rows in own)


NORWAY, FRANCE, KOREA = week("Norway"), week("France"), week("Korea")
WEEKS: tuple[Week, ...] = (NORWAY, week("Germany"), week("India"), FRANCE, KOREA, week("Canada"))
LOOK_ALIKES: tuple[tuple[Telling, Telling], ...] = tuple((first, second) for first, second in week("look-alikes"))
