"""Cleans text from outside and gives it the forms that searching and comparing need; must not know what the text is about."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

import ftfy

# Typographic quotation marks, ligatures and entities are the writer's; only what is broken or invisible is mended.
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, normalization="NFC", explain=False
)
_ONLY_TIDY = _REPAIR._replace(fix_encoding=False, fix_c1_controls=False)
# Marks that open or close a stretch of another direction: one that stays open turns around what follows, so that a reader sees other words than
# are written. The direction of the letters themselves needs none of them.
_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_NEVER_STORED = dict.fromkeys([0, *range(0xD800, 0xE000)])  # zero, and halves of a character
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ʻ": "'", "‘": "'", "’": "'", "ʼ": "'"})
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0002ffff]+")
# As spreadsheets read them, the wide forms of East Asian keyboards included.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BREAKS = re.compile(r"[\W_]+")
_ASCII_BREAKS = {code: " " for code in range(128) if not chr(code).isalnum()}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text without control characters, in NFC; `repaired` when damaged UTF-8 ("Â£") was mended."""

    text: str
    repaired: bool


def clean(text: str) -> Cleaned:
    """The one cleaning at every entrance: control characters and marks that turn the direction out, line breaks as \\n, NFC, damaged UTF-8 mended.

    Never raises on any text."""
    if text.isascii() and text.replace("\n", "").isprintable():  # nothing in it can be mended; the same answer, fifty times sooner
        return Cleaned(text, False)
    mended = ftfy.fix_text(text, _REPAIR).translate(_OVERRIDES)
    return Cleaned(mended, mended != ftfy.fix_text(text, _ONLY_TIDY).translate(_OVERRIDES))


def fold(text: str) -> str:
    """`text` without accents, case and variants of the apostrophe, for comparing names; blanks are single."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return " ".join(unicodedata.normalize("NFC", _ACCENTS.sub("", plain)).split())


def search_form(text: str) -> str:
    """Folded words parted by blanks; a run of script that is written without blanks as its single characters and pairs.

    Stored and asked in the same form, so that a part of a Chinese, Japanese, Korean or Thai name finds the whole.
    """
    if text.isascii():  # most texts are; the same answer, ten times sooner
        return " ".join(text.lower().translate(_ASCII_BREAKS).split())
    words = _BREAKS.sub(" ", fold(text))
    return " ".join(_UNSPACED.sub(lambda run: f" {_pairs(run.group())} ", words).split())


def storable(text: str) -> str:
    """The text without what no database can hold: the character zero, and halves of characters."""
    return text if text.isascii() and "\x00" not in text else text.translate(_NEVER_STORED)


def is_web_address(text: str) -> bool:
    """Whether the text can be followed as it stands: http or https with a host, without blanks, invisible or half characters."""
    if not text.isprintable() or any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def visible(text: str) -> str:
    """The text with invisible, directing and half characters written out (`\\u202e`), so that it can be shown in a message as it is."""
    return text if text.isprintable() else "".join(character if character.isprintable() else _written_out(character) for character in text)


def _written_out(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _pairs(run: str) -> str:
    return " ".join([*run, *(run[at : at + 2] for at in range(len(run) - 1))])


def in_a_cell(text: str) -> str:
    """`text` for a cell of a text file that a spreadsheet opens: an apostrophe stands before what would start a formula."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
