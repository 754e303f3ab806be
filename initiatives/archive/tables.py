"""Which tables are kept with an edition, with which columns, and how they are cut into parts; knows neither how they are kept nor shown."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from django.apps import apps
from django.db import connection, models

from initiatives.models import (
    ArchivedRows,
    Article,
    ArticleBand,
    BulkImport,
    ColumnMapping,
    Comment,
    Conflict,
    ConflictDecision,
    Conversion,
    Correction,
    Draft,
    Edition,
    EditionPart,
    FundingCount,
    FundingEntry,
    IdentityChange,
    Initiative,
    Intake,
    KnownName,
    NotTheSame,
    Participation,
    Point,
    Quantity,
    RelevanceExample,
    RelevanceModel,
    Snapshot,
    Source,
    SourceItem,
    SourceVisit,
    Story,
    StoryArticle,
    TakingBack,
    ValueNote,
)

ROWS_A_PART: Final = 500
# What no reader sees, and the rates into other currencies, which are made again for whoever asks.
THE_LINE: Final = (ArticleBand, Draft, Intake, RelevanceExample, RelevanceModel, Source, SourceItem, SourceVisit, Story, StoryArticle)
THE_DESK: Final = (BulkImport, ColumnMapping, Conflict, ConflictDecision, Correction, IdentityChange, KnownName, NotTheSame, TakingBack, ValueNote)
NOT_KEPT: Final = (ArchivedRows, Conversion, Edition, EditionPart, *THE_LINE, *THE_DESK)
COLUMNS_NOT_KEPT: Final = {(Article, "text")}  # long, and read by editors alone
# Their lines are never changed and bear their day, so an edition is shown with the lines that were there.
HISTORIES: Final = (Comment, FundingEntry, Initiative, Participation, Point, Quantity)
CURRENT_ALONE: Final = {Snapshot: "day IS NULL", FundingCount: f"snapshot_id = (SELECT id FROM {Snapshot._meta.db_table} WHERE day IS NULL)"}

AnyField = models.Field[Any, Any]


@dataclass(frozen=True)
class KeptTable:
    """One table: its rows in an order, cut into parts by a whole number, or in one part where it has none."""

    model: type[models.Model]

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @cached_property
    def fields(self) -> list[AnyField]:
        """The columns that are kept; PostgreSQL computes the others."""
        return [one for one in self.model._meta.concrete_fields if not one.generated and (self.model, one.attname) not in COLUMNS_NOT_KEPT]

    @property
    def columns(self) -> str:
        return listed(field.column for field in self.fields)

    @property
    def condition(self) -> str:
        """Which rows are kept, as SQL."""
        return CURRENT_ALONE.get(self.model, "true")

    @cached_property
    def order(self) -> str:
        """The column that rows are ordered by."""
        return quoted("entry_id" if self.model is FundingCount else key_of(self.model))  # counts are numbered by snapshot and entry

    @property
    def is_cut(self) -> bool:
        return isinstance(self.model._meta.pk, models.AutoField | models.BigIntegerField | models.BigAutoField)

    @property
    def part(self) -> str:
        """The part that a row is in, as SQL."""
        return f"{self.order} / {ROWS_A_PART}" if self.is_cut else "0"

    def in_part(self, part: str) -> str:
        """The condition of the rows of one part, as SQL that an index answers."""
        return f"{self.order} >= {part} * {ROWS_A_PART} AND {self.order} < ({part} + 1) * {ROWS_A_PART}" if self.is_cut else "true"


def kept_tables() -> list[KeptTable]:
    """Every table of the record that a reader sees, recorded or derived."""
    return [KeptTable(model) for model in apps.get_app_config("initiatives").get_models() if model not in NOT_KEPT and not is_history(model)]


def histories() -> list[type[models.Model]]:
    """The tables of history that a reader sees."""
    return [model.history.model for model in HISTORIES]


def is_history(model: type[models.Model]) -> bool:
    return hasattr(model, "history_id")


def shown_models() -> list[type[models.Model]]:
    """Every table that a reader sees."""
    return [*(table.model for table in kept_tables()), *histories(), Conversion, Edition]


def shape() -> str:
    """A mark of the columns of every table that a reader sees; another one when a migration has changed any."""
    fields = [(model._meta.db_table, field) for model in shown_models() for field in model._meta.concrete_fields]
    told = sorted(f"{table}.{field.column} {field.db_type(connection)}" for table, field in fields)
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def key_of(model: type[models.Model]) -> str:
    """The column of a model's primary key."""
    key = model._meta.pk
    assert key is not None  # every stored model has one
    return str(key.column)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def listed(columns: Any) -> str:
    return ", ".join(map(quoted, columns))
