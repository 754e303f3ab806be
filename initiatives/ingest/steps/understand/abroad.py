"""Reads whose announcement a short text in another language is: the countries that it names, and the one whose state acts. Must not read sums."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from initiatives.ingest.steps.understand.mentions import find_mentions
from initiatives.ingest.steps.understand.money.language import guess
from initiatives.ingest.values import CountryClaim, Evidence
from initiatives.names.countries import COUNTRIES
from initiatives.names.table import items, rows

PRODUCER, VERSION, CONFIDENCE = "places-abroad", "1", 0.8
ENGLISH = "en"
LANGUAGES = ("fr", "de", "es", "pt", "it", "ru", "ja", "zh", "ko")
DENSE = frozenset({"ja", "zh", "ko"})  # written without blanks between words
FEWEST_SIGNS = 4  # letters of a script from which a text is in it
_SCRIPTS = (("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("zh", "[\u4e00-\u9fff]"), ("ru", "[\u0400-\u04ff]"))
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
# Words of the subject that one language alone has, for sentences too short to show its small words.
_TELLING = (
    ("fr", r"\b(?:milliards?|gouvernement|intelligence artificielle|l['’]IA|euros pour)\b"),
    ("de", r"\b(?:Milliarden?|Mrd|Millionen|Bundes\w+|Regierung|Künstliche\w* Intelligenz|KI)\b"),
    ("pt", r"\b(?:milhões|milhão|bilhões|bilhão|governo|inteligência|ministério|não)\b"),
    ("es", r"\b(?:millones|millón|gobierno|inteligencia|ministerio|destina|invertirá)\b"),
    ("it", r"\b(?:miliard[io]|milion[ei]|governo|intelligenza|ministero|stanzia\w*)\b"),
)
_UNSURE = frozenset({ENGLISH, "nl"})  # whose commonest small words other languages have too
_STATE = re.compile(
    r"gouvernement|ministère|ministre|état\b|président|parlement|sénat|regierung|ministerium|minister|kabinett|bundes|kanzler|gobierno|gobernación|"
    r"ministeri[oa]|presiden|consejo de ministros|governo|govern|ministr|ministério|parlamento|правительств|министерств|минцифры|минэкономразвития|"
    r"президент|кабмин|政府|内閣|省|首相|大臣|总理|国务院|部|정부|부처|부는|대통령|장관",
    re.IGNORECASE,
)
_REACH = 25  # code points on either side of a country's name in which a word of its state stands
_RUSSIAN_ENDING = re.compile("(?:ия|[аяйьы])$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A country where it is named."""

    start: int
    end: int
    code: str


def language_of(text: str) -> str:
    """The language of a sentence or two: by its script, its small words, or words of the subject; "en" unless another shows. Never raises."""
    for language, signs in _SCRIPTS:
        count = len(re.findall(signs, text))
        if count >= FEWEST_SIGNS and count * 3 >= len(_LATIN.findall(text)):
            return language
    guessed = guess(text)
    return _by_its_subject(text) or guessed if guessed in _UNSURE else guessed


def _by_its_subject(text: str) -> str:
    """The language that has most of the words of the subject; empty where none has any, or small words of English stand among them."""
    if re.search(r"\b(?:the|of|and|for|will|has)\b", text):
        return ""
    counts = {language: len(re.findall(words, text, re.IGNORECASE)) for language, words in _TELLING}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else ""


def find_countries(text: str, language: str) -> tuple[CountryClaim, ...]:
    """The owner first, then the mentioned, each at its first mention; empty where none is named."""
    named = list(_named(text, language))
    if not named:
        return ()
    owner = next((each.code for each in named if _acts(text, each, language)), named[0].code)
    first = {each.code: each for each in reversed(named)}
    codes = [owner, *(code for code in dict.fromkeys(each.code for each in named) if code != owner)]
    return tuple(_claim(text, first[code], "owner" if code == owner else "mentioned") for code in codes)


def names_its_state(text: str, language: str) -> bool:
    """Whether a word of the state stands beside the country that owns it."""
    return any(_acts(text, each, language) for each in _named(text, language))


def _acts(text: str, each: _Named, language: str) -> bool:
    reach = 6 if language in DENSE else _REACH
    sentence = re.split(r"[.!?。]\s?", text[each.start : each.end + reach])[0]
    return _STATE.search(text[max(0, each.start - (0 if language in DENSE else _REACH)) : each.start] + sentence) is not None


def _named(text: str, language: str) -> Iterator[_Named]:
    found = [_Named(match.start(), match.end(), code) for words, code in _words_of(language) for match in words.finditer(text)]
    if language != ENGLISH:
        found += [_Named(each.start, each.end, each.code) for each in find_mentions(text)]
    kept_until = 0
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if each.start >= kept_until:
            kept_until = each.end
            yield each


@lru_cache(maxsize=len(LANGUAGES))
def _words_of(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What finds each country in a language."""
    if language not in LANGUAGES:
        return ()
    forms: dict[str, list[str]] = {}
    for code, name in _territories(language):
        forms.setdefault(code, []).append(_whole(name, language))
    for code, tongue, words in rows("adjectives"):
        if tongue == language:
            forms.setdefault(code, []).extend(_adjective(word, language) for word in items(words))
    return tuple((re.compile("|".join(sorted(forms[code], key=len, reverse=True))), code) for code in forms)


def _territories(language: str) -> Iterator[tuple[str, str]]:
    names = Locale(language).territories
    for country in COUNTRIES.values():
        if country.iso2 and country.iso2 in names:
            yield country.code, str(names[country.iso2])
    yield "EUU", str(names["EU"])


def _whole(name: str, language: str) -> str:
    """A name as it stands in a sentence, with the endings that it takes there."""
    if language in DENSE:
        return re.escape(name)
    if language == "ru":
        return rf"(?<!\w){re.escape(_RUSSIAN_ENDING.sub('', name))}[а-яё]{{0,3}}(?!\w)"
    return rf"(?<!\w){re.escape(name)}{'s?' if language == 'de' else ''}(?!\w)"


def _adjective(word: str, language: str) -> str:
    if language in DENSE:
        return rf"(?i:{re.escape(word)})"
    ending = r"\w*" if word.endswith("*") else ""
    return rf"(?<!\w)(?i:{re.escape(word.removesuffix('*'))}){ending}(?!\w)"


def _claim(text: str, each: _Named, role: str) -> CountryClaim:
    return CountryClaim(each.code, role, Evidence(each.start, each.end, text[each.start : each.end], PRODUCER, VERSION, CONFIDENCE))
