"""What somebody asks of the list of editions, as its address says it; what cannot be read is named, and the rest still holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Exists, OuterRef, Q

from initiatives import dates, history
from initiatives.history.fields import NOUNS
from initiatives.history.tables import tables
from initiatives.models import Edition

COMMANDS = "-"  # the person of what no person did
LONGEST_CHARACTERS = 200


@dataclass(slots=True)
class Asked:
    """`person` is a name, `-` for commands; `since` and `until` days as typed; `noun` a table; `record` an address or a name; `words` of why."""

    person: str = ""
    since: str = ""
    until: str = ""
    noun: str = ""
    record: str = ""
    words: str = ""
    faults: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any((self.person, self.since, self.until, self.noun, self.record, self.words))


def read(query: Mapping[str, str]) -> Asked:
    """The address, with its faults."""
    names = ("person", "since", "until", "noun", "record", "words")
    asked = Asked(*(query.get(name, "").replace("\x00", "").strip()[:LONGEST_CHARACTERS] for name in names))
    for name in ("since", "until"):
        _check_day(asked, name)
    if asked.noun and asked.noun not in tables():
        asked.faults["noun"] = f"“{asked.noun}” is no kind of row. Choose one of the list."
    if asked.person not in ("", COMMANDS) and not User.objects.filter(username=asked.person).exists():
        asked.faults["person"] = f"“{asked.person}” is nobody's name here. Choose one of the list."
    if asked.record and record_of(asked.record) is None:
        asked.faults["record"] = f"No initiative and no organization goes or went by “{asked.record}”. Give its name as it is shown, or its address."
    return asked


def editions(asked: Asked) -> "models.QuerySet[Edition]":
    """The editions that are asked for, the newest first; what is at fault narrows nothing."""
    found = Edition.objects.select_related("by", "undoes").order_by("-number")
    if asked.person and "person" not in asked.faults:
        found = found.filter(by=None) if asked.person == COMMANDS else found.filter(by__username=asked.person)
    if day := _day(asked, "since"):
        found = found.filter(made_at__date__gte=day)
    if day := _day(asked, "until"):
        found = found.filter(made_at__date__lte=day)
    if asked.words:
        found = found.filter(reason__icontains=asked.words)
    if asked.noun and "noun" not in asked.faults:
        found = found.filter(_touching(asked.noun))
    subject = record_of(asked.record) if asked.record else None
    if subject is not None:
        found = found.filter(number__in=[event.edition for event in history.events_of(subject) if event.edition is not None])
    return found


def record_of(text: str) -> history.Subject | None:
    """The initiative, organization or entry of this address, else the one of this name."""
    for noun in ("initiatives", "organizations", "entries", "countries"):
        if (found := history.find(noun, text)) is not None:
            return found
    for noun in ("initiatives", "organizations"):
        model = tables()[noun.removesuffix("s")]
        row = model._default_manager.filter(name__iexact=text).first()
        if row is not None:
            return history.find(noun, row.slug)
    return None


def people() -> list[str]:
    """Who has made editions, by name."""
    made = Edition.objects.filter(by=OuterRef("pk"))
    return list(User.objects.filter(Exists(made)).order_by("username").values_list("username", flat=True))


def nouns() -> list[tuple[str, str]]:
    """The kinds of rows, each with its word."""
    return [(table, f"{NOUNS[table]} of an organization" if table == "organizationname" else NOUNS[table]) for table in tables()]


def _check_day(asked: Asked, name: str) -> None:
    try:
        _ = getattr(asked, name) and dates.parse(dates.typed(getattr(asked, name)))
    except ValueError as error:
        asked.faults[name] = str(error)


def _day(asked: Asked, name: str) -> date | None:
    text = getattr(asked, name)
    if not text or name in asked.faults:
        return None
    text = dates.typed(text)
    return dates.first_day(text) if name == "since" else dates.last_day(text)


def _touching(table: str) -> Q:
    """Editions with a line of this table between themselves and the one before."""
    lines = tables()[table].history.filter(history_change_reason__isnull=False, history_date__lte=OuterRef("made_at"))
    before = Edition.objects.filter(number=OuterRef(OuterRef("number")) - 1).values("made_at")[:1]
    first = ~Exists(Edition.objects.filter(number=OuterRef(OuterRef("number")) - 1))
    return Q(Exists(lines.filter(Q(history_date__gt=models.Subquery(before)) | first)))
