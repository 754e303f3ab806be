"""Column types the record's tables share: dates with precision, word lists, amounts, search columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q

from initiatives import dates
from initiatives.text import storable

AMOUNT_DIGITS = 24  # a quadrillion of a currency without decimals, with six places after the point
AMOUNT_PLACES = 6


class _FromOutside:
    """A column for text that strangers wrote: what no database can hold is left out of it, in whichever way it is written."""

    def get_prep_value(self, value: Any) -> Any:
        """The value as it is stored or asked for."""
        prepared = super().get_prep_value(value)  # type: ignore[misc]
        return storable(prepared) if isinstance(prepared, str) else prepared

    def deconstruct(self) -> Any:
        """To a migration it is the plain column: the database knows no difference."""
        name, _path, args, kwargs = super().deconstruct()  # type: ignore[misc]
        return name, f"django.db.models.{'TextField' if isinstance(self, models.TextField) else 'CharField'}", args, kwargs


class LineFromOutside(_FromOutside, models.CharField[str, str]):
    """A line that a stranger may have written."""


class TextFromOutside(_FromOutside, models.TextField[str, str]):
    """A text that a stranger may have written."""


def validate_partial_date(value: str) -> None:
    """Raises ValidationError naming the value when it is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a real day."""
    try:
        dates.parse(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def partial_date(help_text: str, *, null: bool = False, blank: bool | None = None) -> Any:
    """A day, month or year as its text, for example `2025-12`; the text's length is its precision."""
    return models.CharField(
        max_length=10,
        null=null,
        blank=null if blank is None else blank,
        validators=[validate_partial_date],
        help_text=f"{help_text} A year (2025), a month (2025-12) or a day (2025-12-21).",
    )


class FirstDay(Func):
    """The first day that a partial date covers, as PostgreSQL computes it from the text."""

    template = (
        "make_date(substr(%(expressions)s, 1, 4)::int, coalesce(nullif(substr(%(expressions)s, 6, 2), ''), '1')::int,"
        " coalesce(nullif(substr(%(expressions)s, 9, 2), ''), '1')::int)"
    )
    output_field = models.DateField()


class LastDay(Func):
    """The last day that a partial date covers, as PostgreSQL computes it from the text."""

    template = (
        "CASE length(%(expressions)s)"
        " WHEN 4 THEN make_date(substr(%(expressions)s, 1, 4)::int, 12, 31)"
        " WHEN 7 THEN (make_date(substr(%(expressions)s, 1, 4)::int, substr(%(expressions)s, 6, 2)::int, 1)"
        " + interval '1 month' - interval '1 day')::date"
        " ELSE make_date(substr(%(expressions)s, 1, 4)::int, substr(%(expressions)s, 6, 2)::int, substr(%(expressions)s, 9, 2)::int) END"
    )
    output_field = models.DateField()


def first_day_of(column: str) -> Any:
    """A generated date column: the first day of the partial date in `column`."""
    return models.GeneratedField(expression=FirstDay(F(column)), output_field=models.DateField(null=True), db_persist=True)


def last_day_of(column: str) -> Any:
    """A generated date column: the last day of the partial date in `column`."""
    return models.GeneratedField(expression=LastDay(F(column)), output_field=models.DateField(null=True), db_persist=True)


def word(words: Mapping[str, str], help_text: str, *, null: bool = False, default: str | None = None) -> Any:
    """A column that holds one of a closed list of words."""
    options: dict[str, Any] = {"default": default} if default is not None else {}
    return models.CharField(max_length=20, choices=list(words.items()), null=null, blank=null, help_text=help_text, **options)


def one_of(column: str, words: Sequence[str] | Mapping[str, str], name: str) -> models.CheckConstraint:
    """The database's own guard that `column` holds one of `words` (or is null where the column allows it)."""
    return models.CheckConstraint(
        condition=Q(**{f"{column}__in": list(words)}) | Q(**{f"{column}__isnull": True}),
        name=name,
        violation_error_message=f"{column}: use one of {', '.join(words)}.",
    )


def money(help_text: str) -> Any:
    """Money in units of its currency; null is undisclosed, and never 0."""
    return models.DecimalField(max_digits=AMOUNT_DIGITS, decimal_places=AMOUNT_PLACES, null=True, blank=True, help_text=help_text)


class SearchWeights(Func):
    """Names at weight A, everything else at weight B, in stems and as written."""

    arity = 2

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        name, _params = compiler.compile(self.source_expressions[0])
        body, _params = compiler.compile(self.source_expressions[1])
        sql = (
            f"(setweight(to_tsvector('simple', {name}), 'A') || setweight(to_tsvector('english', {name}), 'A')"
            f" || setweight(to_tsvector('simple', {body}), 'B') || setweight(to_tsvector('english', {body}), 'B'))"
        )
        return sql, []


class Searchable(models.Model):
    """Rows found by full text. The two text columns are derived: folded and split by `initiatives.text`, written by `initiatives.recount`."""

    search_name = models.TextField(default="", editable=False)
    search_body = models.TextField(default="", editable=False)
    search_vector = models.GeneratedField(
        expression=SearchWeights(F("search_name"), F("search_body")), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        abstract = True


def search_index(name: str) -> GinIndex:
    """The index that full text search reads."""
    return GinIndex(fields=["search_vector"], name=name)


SEARCH_COLUMNS = ["search_name", "search_body", "search_vector"]
