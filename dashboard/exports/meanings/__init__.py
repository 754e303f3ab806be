"""What the columns of downloads mean, for people and for programs; must not know rows, formats or requests."""

from dashboard.exports.meanings.own import OWN_TO
from dashboard.exports.meanings.shared_columns import OF_ENTRIES, SHARED
from dashboard.exports.meanings.values import NOTHING_SAID, Meaning

__all__ = ["NOTHING_SAID", "Meaning", "meaning_of"]


def meaning_of(download: str, name: str) -> Meaning:
    """What a column of a download means; without words where nobody has said it yet."""
    own = OWN_TO.get("funding-by-country" if download == "funding-map" else download, {})
    return own.get(name) or OF_ENTRIES.get(name) or SHARED.get(name) or NOTHING_SAID
