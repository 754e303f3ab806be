"""Moves what stands beside the record and points into it: drafts, notes on values, corrections, imports; and moves them back."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from initiatives.models import BulkImport, Correction, Draft, Edition, IdentityChange, ValueNote

Move = dict[str, Any]  # table, column, row, from, to
TABLES: dict[str, Any] = {"draft": Draft, "valuenote": ValueNote, "correction": Correction}


def moved(subject_table: str, old: int, new: int) -> list[Move]:
    """Points at row `new` whatever pointed at row `old` of a table; what was moved."""
    moves = [
        _move(model, pk, "subject_id", old, new)
        for model in (ValueNote, Correction)
        for pk in model._default_manager.filter(subject_table=subject_table, subject_id=old).order_by("pk").values_list("pk", flat=True)
    ]
    if subject_table == "initiative":
        drafts = Draft.objects.filter(initiative=old).order_by("pk").values_list("pk", flat=True)
        moves += [_move(Draft, pk, "initiative_id", old, new) for pk in drafts]
    _carry_out(moves, "from", "to")
    return moves


def edition_undone(undone: Edition, made: Edition) -> None:
    """After an edition was taken back: what its merge or split moved goes back, its import is undone. Taken back in turn, forth again."""
    for change in IdentityChange.objects.filter(edition=undone):
        _carry_out(change.moved, "to", "from")
        IdentityChange.objects.filter(pk=change.pk).update(undone_with=made)
    for change in IdentityChange.objects.filter(undone_with=undone):
        _carry_out(change.moved, "from", "to")
        IdentityChange.objects.filter(pk=change.pk).update(undone_with=None)
    stored = BulkImport.objects.filter(edition=undone, undone_with=None)
    stored.update(state="undone", undone_with=made, message="", finished_at=timezone.now(), version=F("version") + 1)
    again = BulkImport.objects.filter(undone_with=undone, state="undone")
    again.update(state="done", undone_with=None, edition=made, message="", version=F("version") + 1)


def _move(model: Any, pk: int, column: str, old: int, new: int) -> Move:
    return {"table": model._meta.model_name, "column": column, "row": pk, "from": old, "to": new}


def _carry_out(moves: Iterable[Move], here: str, there: str) -> None:
    """Each row that still stands where it was left; one that somebody moved on stays."""
    for move in moves:
        stands = Q(**{move["column"]: move[here]}) | Q(**{move["column"]: None})  # or was let go of with the record that it pointed at
        TABLES[move["table"]]._default_manager.filter(stands, pk=move["row"]).update(**{move["column"]: move[there]})
