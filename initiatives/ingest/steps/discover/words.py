"""Plain text of the titles and summaries that feeds carry as HTML, entities or both; must not know a feed's format."""

import re
from html import unescape

from resiliparse.extract.html2text import extract_plain_text

from initiatives.text import clean

LONGEST_TITLE = 500  # code points
LONGEST_TEXT = 100_000
TIMES_ENCODED = 2  # "&amp;amp;#8217;" is met in the open; more is not
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_ENCODED = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,20});")


def title_of(written: str) -> str:
    """One line without tags, entities resolved however often they were encoded, 500 characters at most."""
    return " ".join(clean(_TAG.sub("", _decoded(_TAG.sub(" ", written[: 10 * LONGEST_TITLE])))).text.split())[:LONGEST_TITLE].rstrip()


def text_of(written: str) -> str:
    """The text of an item's HTML, paragraphs on lines of their own, 100,000 characters at most."""
    given = written[: 4 * LONGEST_TEXT]
    if not _TAG.search(given) and _ENCODED.search(given):
        given = _decoded(given)
    plain = (
        extract_plain_text(given, main_content=False, alt_texts=False, links=False, form_fields=False, noscript=False)
        if _TAG.search(given)
        else given
    )
    return clean(_decoded(plain)).text.strip()[:LONGEST_TEXT]


def _decoded(text: str) -> str:
    for _ in range(TIMES_ENCODED):
        if not _ENCODED.search(text):
            break
        text = unescape(text)
    return text
