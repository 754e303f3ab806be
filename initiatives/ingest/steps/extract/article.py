"""The way from bytes to an article, by the best extractor that copes; must not know where the bytes came from."""

import re
from dataclasses import replace

from initiatives.ingest.steps.duplicates import canonical_address
from initiatives.ingest.steps.extract import extractors
from initiatives.ingest.steps.extract.canonical import trusted
from initiatives.ingest.steps.extract.datelines import is_a_day, opens_with_a_day
from initiatives.ingest.steps.extract.days import day_of, doubt_of, settle
from initiatives.ingest.steps.extract.declared import Declared, declared
from initiatives.ingest.steps.extract.decode import decode, is_binary
from initiatives.ingest.steps.extract.extractors import Found
from initiatives.ingest.steps.extract.fetched import Fetched
from initiatives.ingest.steps.extract.languages import identify
from initiatives.ingest.steps.extract.letterheads import is_letterhead
from initiatives.ingest.steps.extract.printed import PrintedDocument, printed
from initiatives.ingest.steps.extract.publishers import claim_of, host_of
from initiatives.ingest.steps.extract.walls import LONGEST_NOTICE, REFUSAL, WALLED, error_in, refuses_entry, wall_in
from initiatives.ingest.values import Article, Doubt, NoArticle
from initiatives.text import clean

LARGEST_PAGE_BYTES = 3_000_000
LONGEST_TEXT = 200_000  # code points; a longer one is a book or a trap
LONGEST_TITLE = 300  # code points; a longer first line is text
SHORTEST_TEXT = 40  # code points; less is a caption
LONGEST_DATELINE = 50  # code points of a line that holds place and day alone
MOST_LINES_ABOVE = 4  # a title: sender, kind of letter, number, day
LONGEST_STUB = 1_500  # code points that are shown of an article that must be paid for
SUMMARY = "feed-summary"
SCAN = NoArticle(
    "scanned", "The PDF shows pictures of its pages and holds no text, or hardly any (a scan). Open it yourself and hand in its text as a file."
)
TRY_LATER = "Try again later, or open it yourself and hand in its text as a file."
BY_LINES = ("plain-text", "pypdf")  # whose title is the first line, where nothing else is known
ONLY_SUMMARY = Doubt(
    "summary-only",
    "The page gave no text, so only the title and summary of its feed were read. Open the article: sums and quotations may be missing.",
)
# Invisible marks that part words for the eye alone; a search for the word, or a sum, does not find it with them.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_OFFICIAL = re.compile(r"(?:^|\.)(?:gov|gouv|go|gob|govt|gc|bund|europa|admin|overheid)(?:\.[a-z]{2,3})?$|\.gov\.|\.gouv\.|\.go\.|europa\.eu$")
_WIRES = frozenset(
    {"reuters.com", "apnews.com", "afp.com", "bloomberg.com", "dpa.com", "yna.co.kr", "kyodonews.net", "ptinews.com", "efe.com", "ansa.it"}
)


def extract(fetched: Fetched) -> Article | NoArticle:
    """The article in what was fetched, cleaned; or why there is none, in words. Never raises on any bytes.

    A page without a text of its own gives the title and summary that its feed gave, and says so in its doubts."""
    found = _refused(fetched) or _read(fetched)
    if isinstance(found, NoArticle) and found.reason == "empty" and len(fetched.title.strip()) + len(fetched.summary.strip()) >= SHORTEST_TEXT:
        return _from_summary(fetched)
    return found


def extract_printed(document: PrintedDocument, fetched: Fetched) -> Article | NoArticle:
    """The article in the pages of a printed document; or why there is none, in words."""
    pages = printed(document)
    if not pages.text and not pages.title:
        return SCAN
    title = pages.title or _title_and_text(pages.text, "")[0]
    found = Found(title, pages.text.removeprefix(title).lstrip(), None, pages.author, "pypdf")
    article = _checked(_article(found, fetched, Declared(), document.created), "")
    return SCAN if isinstance(article, NoArticle) and article.reason == "empty" else article


def _refused(fetched: Fetched) -> NoArticle | None:
    if not fetched.body.strip():
        given = "The page is empty: its server sent nothing." if fetched.url else "Nothing is in it."
        return NoArticle("empty", f"{given} {TRY_LATER if fetched.url else 'Give a file or an address with the text of an article.'}")
    if is_binary(fetched.body):
        return NoArticle("binary", "It is not text (a picture or another binary file). Give the article as a web page, a PDF or plain text.")
    if len(fetched.body) > LARGEST_PAGE_BYTES and b"<" not in fetched.body[:1000]:
        return NoArticle("too-large", f"It has {len(fetched.body):,} bytes; the most that is read is {LARGEST_PAGE_BYTES:,}. Give the article alone.")
    return None


def _read(fetched: Fetched) -> Article | NoArticle:
    page = decode(fetched.body[:LARGEST_PAGE_BYTES], fetched.charset)
    return _from_page(page, fetched) if _is_page(page, fetched) else _from_text(page, fetched)


def _is_page(page: str, fetched: Fetched) -> bool:
    head = page[:2000].lstrip().lower()
    return "html" in fetched.content_type or head.startswith(("<!doctype", "<html", "<?xml", "<head", "<body")) or "<html" in head


def _from_text(page: str, fetched: Fetched) -> Article | NoArticle:
    title, text = _title_and_text(page.translate(_INVISIBLE).strip(), fetched.title)
    return _checked(_article(Found(title, text, None, None, "plain-text"), fetched, Declared()), "")


def _from_page(page: str, fetched: Fetched) -> Article | NoArticle:
    says, found = declared(page), extractors.text_of(page, fetched.url)
    title = found.title or says.title or extractors.title_of(page) or fetched.title
    byline, publisher = says.author or found.byline, says.publisher or found.publisher
    article = _article(found._replace(title=title, byline=byline, publisher=publisher), fetched, says)
    stub = says.paid and len(article.text) <= LONGEST_STUB
    return _wall("a log-in or subscription") if stub else _checked(article, page)


def _from_summary(fetched: Fetched) -> Article:
    found = Found(fetched.title, fetched.summary, None, None, SUMMARY)
    article = _article(found, fetched, Declared())
    if len(article.text) < SHORTEST_TEXT:  # the title says the most of it
        whole = f"{article.title}\n{article.text}".strip()
        article = replace(article, text=whole, title="", language=identify(whole))
    return replace(article, doubts=(ONLY_SUMMARY, *article.doubts))


def _title_and_text(whole: str, given: str) -> tuple[str, str]:
    """The first line that is neither a day nor a dateline nor longer than a title; the rest."""
    if given:
        return given, whole.removeprefix(given).lstrip()
    above, title, text = _headed(whole)
    if len(title) > LONGEST_TITLE or opens_with_a_day(title):
        return "", "\n".join(filter(None, (*above, title, text)))
    return title, "\n".join(filter(None, (*above, text)))


def _headed(whole: str) -> tuple[list[str], str, str]:
    """The lines above the title that only say who writes and when, the title, and what follows."""
    above: list[str] = []
    title, _, text = whole.partition("\n")
    while text and len(above) < MOST_LINES_ABOVE and (is_letterhead(title) or is_a_day(title) or _is_dateline_alone(title)):
        above.append(title)
        title, _, text = text.lstrip().partition("\n")
    return above, title, text


def _is_dateline_alone(line: str) -> bool:
    return len(line) <= LONGEST_DATELINE and opens_with_a_day(line)


def _article(found: Found, fetched: Fetched, says: Declared, created: str | None = None) -> Article:
    cleaned, title = clean(found.text.translate(_INVISIBLE)), clean(found.title.translate(_INVISIBLE).strip())
    text = cleaned.text.strip().removeprefix(title.text).lstrip() if title.text else cleaned.text.strip()
    day = fetched.published or day_of(says.published, fetched.url, text, fetched.fetched, created)
    published, claimed = settle(day, fetched.fetched)
    doubt = None if fetched.day_by_hand and claimed is None else doubt_of(published, claimed, fetched.fetched)
    claim = claim_of(_tidy(fetched.publisher or found.publisher), says.canonical, fetched.url)
    return Article(
        text=text,
        title=title.text,
        url=fetched.url,
        canonical_url=_canonical(fetched.url, says),
        publisher=claim.publisher,
        published=published,
        claimed=claimed,
        byline=_tidy(found.byline),
        language=identify(text),
        article_class=_class_of(host_of(fetched.url)),
        extractor=found.extractor,
        repaired=cleaned.repaired or title.repaired,
        doubts=tuple(each for each in (doubt, claim.doubt) if each),
    )


def _canonical(url: str | None, says: Declared) -> str | None:
    """The address under which the article's copies meet; one with a mark of its item behind it stands for that item alone."""
    if url and "#" in url:
        return url
    address = trusted(says.canonical, url) or url
    return canonical_address(address) if address else None


def _checked(article: Article, page: str) -> Article | NoArticle:
    shown = article.text if len(article.text) >= SHORTEST_TEXT or not page else extractors.stripped(page[:LARGEST_PAGE_BYTES], 1)[:LONGEST_NOTICE]
    lines = (article.title, extractors.title_of(page), shown.lstrip())
    error = error_in(lines, shown) if page else ""
    if error:
        return NoArticle("error-page", f"The server sent a page of error (“{error}”) in place of an article. {TRY_LATER}")
    wall = wall_in(article.title, shown) if article.extractor != "plain-text" else None
    if wall:
        return _wall(wall, refuses_entry(*lines))
    if len(article.text) > LONGEST_TEXT:
        return NoArticle(
            "too-large", f"The text has {len(article.text):,} characters; the most that is read is {LONGEST_TEXT:,}. Give the article alone."
        )
    return article if len(article.text) >= SHORTEST_TEXT else _short(article)


def _wall(words: str, is_forbidden: bool = True) -> NoArticle:
    if words == REFUSAL and not is_forbidden:
        return NoArticle("error-page", f"The server sent a refusal or an error in place of an article. {TRY_LATER}")
    return NoArticle("wall", f"{WALLED[0]}{words}{WALLED[1]}Open it yourself and hand in its text as a file.")


def _short(article: Article) -> Article | NoArticle:
    """A file of one line is its own text; a shorter one is no article."""
    if article.extractor in BY_LINES and len(article.title) + len(article.text) >= SHORTEST_TEXT:
        text = f"{article.title}\n{article.text}".strip()
        return replace(article, text=text, title="", language=identify(text))
    return NoArticle("empty", "No article's text was found in it: fewer than 40 characters. Give the address of the article itself, or its text.")


def _tidy(said: str | None) -> str | None:
    return clean(said).text.strip() or None if said else None


def _class_of(host: str) -> str:
    if _OFFICIAL.search(host):
        return "official"
    return "wire" if host.removeprefix("www.") in _WIRES else "press" if host else "other"
