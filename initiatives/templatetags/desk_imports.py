"""How the pages of imports put things in words; must not ask the database."""

from collections.abc import Mapping

from django import template

from initiatives.desk.imports.shown import outcome_in_words
from initiatives.formats import count, counted
from initiatives.importing.columns import NOUNS
from initiatives.models import BulkImport

register = template.Library()


@register.filter
def outcome(row: BulkImport) -> str:
    """`500 funding entries: 480 new, …`; empty while nothing was counted, and where problems keep the file out."""
    noun = NOUNS[row.noun]
    return "" if row.problem_count else outcome_in_words(row.effect, noun.one, noun.many)


@register.filter
def rows_in_words(row: BulkImport) -> str:
    """`500 funding entries`; the kind of rows while they are not counted."""
    noun = NOUNS[row.noun]
    return noun.many if row.rows_total is None else counted(row.rows_total, noun.one, noun.many)


@register.filter
def title(row: BulkImport) -> str:
    """What the page of an import is about, in one sentence."""
    noun = NOUNS[row.noun]
    titles = {
        "uploaded": f"What do the columns of this file of {noun.many} mean?",
        "waiting": f"The file of {noun.many} waits for a worker",
        "checking": f"Every row of the file of {noun.many} is being checked",
        "checked": f"{rows_in_words(row)} checked, nothing stored yet",
        "storing": f"{rows_in_words(row)} are being {'stored' if row.edition_id is None else 'taken back'} as one step",
        "done": f"{rows_in_words(row)} stored",
        "failed": f"The file of {noun.many} could not be read",
        "cancelled": f"The file of {noun.many} is put aside",
        "undone": f"{rows_in_words(row)} taken back",
    }
    return titles[row.state]


@register.filter
def to_store(row: BulkImport) -> str:
    """`480 new and 12 changed rows`."""
    new, changed = row.effect.get("new", 0), row.effect.get("changed", 0)
    parts = [f"{count(number)} {word}" for number, word in ((new, "new"), (changed, "changed")) if number]
    return f"{' and '.join(parts)} {'row' if new + changed == 1 else 'rows'}"


@register.filter
def plainly(name: str) -> str:
    """A column's name without its underscores."""
    return name.replace("_", " ")


@register.filter
def of(typed: Mapping[str, str], name: str) -> str | None:
    """What was typed in a field, None where nothing was."""
    return typed.get(name)
