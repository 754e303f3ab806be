"""Fields of the administration's forms: choosing a row by typing, and amounts as people write them; must not know which row is edited."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from unfold.widgets import UnfoldAdminTextInputWidget

Groups = list[tuple[str | None, list[dict[str, Any]], int | None]]


class Autocomplete(AutocompleteSelect):
    """Finds a row by typing. `known` (id → words) holds rows that the form has already, so that many fields need no query each."""

    known: Mapping[str, str] = {}

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Groups:
        """The chosen row alone, and none; never a list of all."""
        chosen = [text for text in map(str, value) if self._can_be(text)]
        if any(text not in self.known for text in chosen):
            return super().optgroups(name, chosen, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [self.create_option(name, text, self.known[text], True, 1) for text in chosen]
        return [(None, options, 0)]

    def _can_be(self, text: str) -> bool:
        """Whether a row can have this id; a typed one need not."""
        try:
            return bool(text) and "\x00" not in text and self.field.target_field.to_python(text) is not None
        except ValidationError:
            return False


class PlainNumber(UnfoldAdminTextInputWidget):
    """A decimal number without the zeros that the column adds."""

    def format_value(self, value: Any) -> str | None:
        """`1000000000000`, not `1000000000000.000000`; what a person typed stays as typed."""
        return plain(value) if isinstance(value, Decimal) else super().format_value(value)


def plain(number: Decimal) -> str:
    """A number with all its digits and no closing zeros after the point."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
