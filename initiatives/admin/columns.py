"""Columns and fields that every table of the administration shares; must not know one table in particular."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.widgets import UnfoldAdminTextInputWidget

from initiatives.admin.widgets import Autocomplete, PlainNumber

UNDISCLOSED = "undisclosed"
WEB = ("http://", "https://")
WORDS_SHOWN = 80
LINES_OF_TEXT = 3
NO_BREAK = "\u00a0"
LABELS = {
    "usd_as_published": "US dollars, if given", "amount_low": "Lower bound", "amount_high": "Upper bound", "related_to": "Points at",
    "recipient_country": "Goes to", "klass": "Class", "rests_on": "Rests on", "url": "Address", "is_actor": "A body of countries",
    "gdp_usd": "GDP in US dollars", "by": "By year", "said_on": "Said on", "new_money": "Is it new", "tier": "Source quality",
    "described": "Or in words", "until": "Former name until", "countries": "Owners", "within": "Within",
}  # fmt: skip


class FieldsInPlainWords:
    """Choosing rows by typing, amounts without closing zeros, lists of words on one line."""

    formfield_overrides = {models.DecimalField: {"widget": PlainNumber}}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A link to another row is found by typing."""
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # mixed into an admin
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site, using=kwargs.get("using")))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The form's field; a list of words is one line, parted by commas."""
        if db_field.get_internal_type() == "ArrayField":
            kwargs["widget"] = UnfoldAdminTextInputWidget()
            kwargs["help_text"] = f"{db_field.help_text} Several are parted by commas."
        if db_field.name in LABELS:
            kwargs["label"] = LABELS[db_field.name]
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = LINES_OF_TEXT
        return field


def money(amount: Decimal | None, currency: str) -> str:
    """`JPY 1,000,000,000,000`; None is undisclosed."""
    if amount is None:
        return UNDISCLOSED
    whole = amount == amount.to_integral_value()
    return f"{currency}{NO_BREAK}{amount:,.0f}" if whole else f"{currency}{NO_BREAK}{amount:,.2f}"


def shortened(text: str | None) -> str:
    """The first words of a long text."""
    words = text or ""
    return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN].rstrip()}…"


def outside(address: str) -> str | SafeString:
    """An address from outside: a link when it leads to the web, else text."""
    if not address.lower().startswith(WEB):
        return address
    return format_html('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>', address, shortened(address))
