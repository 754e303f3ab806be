"""The form of one published row: amounts and days as people type them, the record's own rules at each field. Writes nothing."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from initiatives.desk.mending.columns import ADDRESSED, AMOUNTS, CHANGEABLE, DAYS
from initiatives.history.fields import field_of
from initiatives.models.edition import recorded_models
from initiatives.publication import Fault
from initiatives.review.amounts import AmountError, as_typed, read_amount
from initiatives.review.announcing.days import day_as_typed, read_day
from initiatives.text import clean

DOLLAR: Final = "USD"
DOLLARS: Final = "usd_as_published"
IN_WORDS: Final = "As 387.3 bn, 1兆 or 500 crore; empty means undisclosed."
LONGEST_AMOUNT_CHARACTERS: Final = 80
LONGEST_DAY_CHARACTERS: Final = 40


class Amount(forms.CharField):
    """An amount as it can be typed; `cleaned` stays text until the currency beside it is known."""

    def prepare_value(self, value: Any) -> Any:
        """A stored amount in short; what was typed stays as it was typed."""
        return as_typed(value, "") if isinstance(value, Decimal) else value


class Day(forms.CharField):
    """A day, month or year in words or figures."""

    def prepare_value(self, value: Any) -> Any:
        """A stored day as every page writes it."""
        try:
            return day_as_typed(value) if value else value
        except ValueError:
            return value

    def clean(self, value: Any) -> Any:
        """As the record keeps it. Raises ValidationError in words."""
        text = super().clean(value)
        try:
            return read_day(text, _today()) if text else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class RowForm(forms.ModelForm):  # type: ignore[type-arg]  # Django builds its class from the model
    """Cleans what is typed for one row; constraints of several columns are asked by the record's writer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update({name: getattr(self.instance, name) for name in ADDRESSED if name in self.fields})

    def clean(self) -> dict[str, Any]:
        """Cleaned texts, and amounts in the currency beside them."""
        values = super().clean() or self.cleaned_data
        values.update({name: self._text(name, value) for name, value in values.items() if isinstance(value, str) and name not in AMOUNTS})
        for name in AMOUNTS:
            if name in values:
                values[name] = self._amount(name, values[name] or "", DOLLAR if name == DOLLARS else str(values.get("currency") or ""))
        return values

    def validate_constraints(self) -> None:
        """Left to the record's writer, which names the column."""

    def refuse(self, faults: Iterable[Fault]) -> None:
        """The record's refusals, at their fields."""
        for fault in faults:
            known = fault.field in self.fields
            self.add_error(fault.field if known else None, fault.message if known else f"{fault.field}: {fault.message}".removeprefix("__all__: "))

    def _text(self, name: str, text: str) -> str | None:
        column = self._meta.model._meta.get_field(name)
        return clean(text).text or (None if column.null else "")

    def _amount(self, name: str, text: str, currency: str) -> Decimal | None:
        try:
            found = read_amount(text, currency, self.owners())
        except AmountError as error:
            self.add_error(name, str(error))
            return None
        if found.currency and currency and found.currency != currency:
            self.add_error(name, f"“{text}” is in {found.currency}, and the currency beside it is {currency}. Change one of the two.")
        return found.amount

    def owners(self) -> tuple[str, ...]:
        """Whose initiative the row is about: they tell what `$` means."""
        initiative = getattr(self.instance, "initiative", None)
        return tuple(initiative.countries) if initiative is not None else ()


@cache
def form_of(table: str) -> "type[RowForm]":
    """The form for the rows of a table: a `RowForm`."""
    made: Any = forms.modelform_factory(recorded_models()[table], form=RowForm, fields=CHANGEABLE[table], formfield_callback=_field)
    return made  # type: ignore[no-any-return]


def _field(column: models.Field[Any, Any]) -> forms.Field | None:
    """What a column is typed into, named as everywhere."""
    table, name = str(column.model._meta.model_name), column.name
    label = field_of(table, name).label.capitalize()
    if name in AMOUNTS and table == "fundingentry":
        return Amount(required=False, label=label, max_length=LONGEST_AMOUNT_CHARACTERS, help_text=IN_WORDS)
    if name in DAYS:
        return Day(required=not column.blank, label=label, max_length=LONGEST_DAY_CHARACTERS, help_text="As 30 Jun 2026, June 2026 or 2026.")
    options: dict[str, Any] = {"label": label}
    if name in ADDRESSED:
        options |= {"to_field_name": ADDRESSED[name], "widget": forms.TextInput, "error_messages": {"invalid_choice": _unknown(name)}}
    elif isinstance(column, models.TextField):
        options["widget"] = forms.Textarea(attrs={"rows": 3})
    elif isinstance(column, ArrayField):
        options["help_text"] = "Several are divided by commas."
    made: forms.Field | None = column.formfield(**options)
    return made


def _unknown(name: str) -> str:
    return {
        "organization": "The record has no organization of this address. Its address stands at the end of its page's: /organizations/…/.",
        "related_to": "The record has no entry of this key. Write it as japan-geniac#1.",
    }[name]


def _today() -> date:
    return timezone.localdate()
