"""Scale words and their values by language (crore, bn, mrd, mil millones …); must not know currencies."""

import re
from decimal import Decimal

_BILLION, _MILLION, _THOUSAND, _TRILLION = Decimal(10) ** 9, Decimal(10) ** 6, Decimal(1000), Decimal(10) ** 12
# Words that no language at hand gives another value; longer ones come first in the expression made of them.
WORDS: dict[str, Decimal] = {
    **dict.fromkeys(["trillion", "trillions", "trillones", "trn", "tn", "tr", "tril", "tril.", "triliun", "trilhão", "trilhões", "trilião",
        "triliões", "lakh-crore"], _TRILLION),
    **dict.fromkeys(["billion", "billions", "bln", "bn", "bil", "bil.", "miliar", "bilhão", "bilhões", "mrd", "mrd.", "mld", "mld.",
        "milliarde", "milliarden", "milliard", "milliards", "miliardi", "miliardo"], _BILLION),
    **dict.fromkeys(["miljard", "miljarder", "miljardi", "miljardia", "miliardów", "miliardy", "miliard", "milliardi", "milliardo", "milyar"],
        _BILLION),
    **dict.fromkeys(["million", "millions", "juta", "mln", "mn", "mil", "mil.", "millón", "millones", "milhão", "milhões", "milioni", "milione",
        "mio", "mio.", "millionen", "miljoner", "miljoen", "miljon"], _MILLION),
    **dict.fromkeys(["millioner", "milion", "milionów", "miliony", "milyon", "miljoonaa"], _MILLION),
    **dict.fromkeys(["thousand", "thousands"], _THOUSAND),
    **dict.fromkeys(["crore", "crores", "cr", "cr."], Decimal(10) ** 7),
    **dict.fromkeys(["lakh", "lakhs", "lac", "lacs"], Decimal(10) ** 5),
    **dict.fromkeys(("mil millones", "mil milhões", "miles de millones", "thousand million"), _BILLION),
    **dict.fromkeys(["md", "mlrd", "mlrd.", "mia", "mia.", "mjd", "млрд", "млрд.", "миллиард", "миллиарда", "миллиардов", "мільярд", "мільярда",
        "мільярди", "мільярдів"], _BILLION),
    **dict.fromkeys(["mill", "mill.", "milj.", "млн", "млн.", "миллион", "миллиона", "миллионов", "мільйон", "мільйона", "мільйони", "мільйонів"],
        _MILLION),
    **dict.fromkeys(["bio.", "trln", "трлн", "трлн.", "триллион", "триллиона", "триллионов", "трильйон", "трильйона", "трильйонів"], _TRILLION),
    **dict.fromkeys(["тыс", "тыс.", "тысяча", "тысячи", "тысяч", "тис", "тис.", "тисяч"], _THOUSAND),
    "hundred": Decimal(100),
    "quadrillion": Decimal(10) ** 15,
    "k crore": Decimal(10) ** 10,
    "k cr": Decimal(10) ** 10,
    "oku": Decimal(10) ** 8,
    "cho": _TRILLION,
    "billón": _TRILLION,
    "billones": _TRILLION,
    "biliões": _TRILLION,
}  # fmt: skip
_ENGLISH = (
    "trillion trillions trn tn tr tril tril. billion billions bln bn bil bil. million millions mln mn mil mil. thousand thousands "
    "crore crores cr cr. lakh lakhs lac lacs hundred quadrillion"
)
ENGLISH = frozenset(_ENGLISH.split())
# Letters that mean a scale only beside a currency mark ("$250MM", "£300m"); never before another letter ("40 MW").
LETTERS: dict[str, Decimal] = {
    "MM": _MILLION,
    "M": _MILLION,
    "m": _MILLION,
    "B": _BILLION,
    "b": _BILLION,
    "K": _THOUSAND,
    "k": _THOUSAND,
    "T": _TRILLION,
    "bi": _BILLION,
    "mi": _MILLION,
    "tri": _TRILLION,
    "Mr": _BILLION,
    "L": Decimal(10) ** 5,
    "KCr": Decimal(10) ** 10,
    "LCr": _TRILLION,
    "mil M": _BILLION,
}
# In languages of the long scale "Billion" is a million millions.
LONG_SCALE: dict[str, dict[str, Decimal]] = {
    "de": {"billion": _TRILLION, "billionen": _TRILLION, "trillion": Decimal(10) ** 18},
    "fr": {"billion": _TRILLION, "billions": _TRILLION},
    "es": {"billion": _TRILLION, "trillón": Decimal(10) ** 18, "trillones": Decimal(10) ** 18, "mil": _THOUSAND},
    "pt": {"mil": _THOUSAND},
}
_WORD = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted([*WORDS, "billionen", "trillón", "trillones"], key=len, reverse=True))
SCALE = rf"(?:(?:{_WORD})(?![^\W\d_])(?:[ -]+(?:{_WORD})(?![^\W\d_]))*)"
LETTER = rf"(?:{'|'.join(sorted(LETTERS, key=len, reverse=True))})(?:(?![^\W\d_]|\$)|(?=(?:[A-Z]{{3}}|kr)(?![^\W\d_])|US\$))"


def read_scale(text: str | None, language: str) -> Decimal:
    """The product of the scale words in `text` ("lakh crore" is 10^12); 1 for None."""
    if text is None:
        return Decimal(1)
    if text in LETTERS:
        return LETTERS[text]
    whole = re.sub(r"\s+", " ", text.lower().strip())
    if whole in WORDS:
        return LONG_SCALE.get(language, {}).get(whole, WORDS[whole])
    product = Decimal(1)
    for word in re.findall(_WORD, whole):
        product *= LONG_SCALE.get(language, {}).get(word) or WORDS.get(" ".join(word.split())) or Decimal(1)
    return product
