"""Currency marks, codes and words and the currency they stand for, which may depend on the country; must not know rates."""

import re

from initiatives.names.countries import COUNTRIES
from initiatives.names.currencies import CURRENCIES

# Marks that stand for one currency wherever they are printed.
SURE: dict[str, str] = {
    "US$": "USD", "$US": "USD", "U.S.$": "USD", "$A": "AUD", "$C": "CAD", "$NZ": "NZD", "$HK": "HKD", "$CAN": "CAD", "$CDN": "CAD", "USD$": "USD",
    "US $": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "Cdn$": "CAD", "Can$": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "S$": "SGD", "SG$": "SGD", "SGD$": "SGD", "HK$": "HKD", "HKD$": "HKD", "NT$": "TWD", "NTD$": "TWD",
    "NT": "TWD",
    "NZ$": "NZD", "NZD$": "NZD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "AR$": "ARS", "COL$": "COP", "CLP$": "CLP", "J$": "JMD", "TT$": "TTD",
    "EC$": "XCD",
    "Bds$": "BBD", "G$": "GYD", "FJ$": "FJD", "F$": "FJD",
    "N$": "NAD", "RD$": "DOP", "UY$": "UYU", "€": "EUR", "£": "GBP", "UK£": "GBP", "GB£": "GBP",
    "£GB": "GBP", "$AU": "AUD", "$CA": "CAD", "$SG": "SGD", "$TW": "TWD", "$ US": "USD", "$ CA": "CAD", "$ AU": "AUD", "$ HK": "HKD", "¥JP": "JPY",
    "¥CN": "CNY", "₹": "INR", "₩": "KRW", "￦": "KRW",
    "₱": "PHP",
    "₫": "VND", "VNĐ": "VND", "vnđ": "VND", "đ": "VND", "฿": "THB", "₺": "TRY", "₦": "NGN", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₸": "KZT",
    "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS",
    "৳": "BDT",
    "₭": "LAK", "₾": "GEL", "₼": "AZN", "₡": "CRC", "₲": "PYG", "CN¥": "CNY", "RMB¥": "CNY", "JP¥": "JPY", "RMB": "CNY", "RM": "MYR", "Rp": "IDR",
    "Rp.": "IDR",
    "KSh": "KES", "Ksh": "KES", "Kshs": "KES", "KShs": "KES", "KSh.": "KES", "Ksh.": "KES", "Kshs.": "KES", "Kes": "KES", "Rwf": "RWF", "Frw": "RWF",
    "FRw": "RWF", "KD": "KWD", "BR$": "BRL", "KA$": "CAD", "Bt": "THB", "Naira": "NGN", "Euro": "EUR", "Euros": "EUR", "EURO": "EUR", "Rmb": "CNY",
    "GHC": "GHS", "GHc": "GHS",
    "Sfr": "CHF", "sFr": "CHF", "TSh": "TZS", "Tsh": "TZS", "USh": "UGX", "Ush": "UGX",
    "TShs": "TZS", "Tshs": "TZS", "UShs": "UGX", "Ushs": "UGX", "TSh.": "TZS", "USh.": "UGX",
    "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "SFr": "CHF", "SFr.": "CHF", "Fr.": "CHF", "SR": "SAR", "QR": "QAR",
    "E£": "EGP", "£E": "EGP", "LE": "EGP", "L.E.": "EGP", "NIS": "ILS", "Tk": "BDT", "Tk.": "BDT", "S/": "PEN", "S/.": "PEN", "Nu.": "BTN",
    "YTL": "TRY", "TL": "TRY",
    "Php": "PHP", "PhP": "PHP",
    "JD": "JOD", "BD": "BHD", "RO": "OMR", "R.O.": "OMR", "K.D.": "KWD", "LD": "LYD", "FBu": "BIF", "FG": "GNF",
    "FC": "CDF", "Le": "SLE", "NLe": "SLE", "Rf": "MVR", "Db": "STN", "Nfk": "ERN", "Afs": "AFN", "Af": "AFN", "Gs.": "PYG",
    "Gs": "PYG", "₮": "MNT", "៛": "KHR", "؋": "AFN", "B/.": "PAB", "L$": "LRD", "BZ$": "BZD", "B$": "BND", "SI$": "SBD", "WS$": "WST",
    "CI$": "KYD", "Z$": "ZWG", "ZiG": "ZWG", "MOP$": "MOP", "Ks": "MMK", "MK": "MWK", "ZK": "ZMW", "MTn": "MZN", "VT": "VUV",
    "CFPF": "XPF", "元": "CNY", "円": "JPY", "원": "KRW", "Birr": "ETB",
}  # fmt: skip
_SHILLINGS = {"KEN": "KES", "TZA": "TZS", "UGA": "UGX", "SOM": "SOS"}
_CENTRAL_AFRICAN = dict.fromkeys(["CMR", "GAB", "TCD", "COG", "CAF", "GNQ"], "XAF")
# Marks whose currency depends on the country that the text is about; the first is meant elsewhere.
BY_COUNTRY: dict[str, tuple[str, dict[str, str]]] = {
    "$": ("USD", {
        "CAN": "CAD", "AUS": "AUD", "NZL": "NZD", "SGP": "SGD", "HKG": "HKD", "JAM": "JMD", "TTO": "TTD", "BRB": "BBD", "BHS": "BSD", "FJI": "FJD",
        "GUY": "GYD", "NAM": "NAD", "BRN": "BND", "BMU": "BMD", "BLZ": "BZD",
    }),
    "T$": ("TWD", {"TON": "TOP"}),
    "FCFA": ("XOF", _CENTRAL_AFRICAN), "CFA": ("XOF", _CENTRAL_AFRICAN), "F CFA": ("XOF", _CENTRAL_AFRICAN),
    "¥": ("JPY", {"CHN": "CNY"}),
    "￥": ("JPY", {"CHN": "CNY"}),
    "₨": ("INR", {"PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR", "SYC": "SCR"}),
    "Rs": ("INR", {"PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR", "SYC": "SCR"}),
    "Rs.": ("INR", {"PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR", "SYC": "SCR"}),
    "Sh": ("KES", _SHILLINGS), "Sh.": ("KES", _SHILLINGS), "Shs": ("UGX", _SHILLINGS), "Shs.": ("UGX", _SHILLINGS),
    "Dh": ("AED", {"MAR": "MAD"}), "Dhs": ("AED", {"MAR": "MAD"}), "Dh.": ("AED", {"MAR": "MAD"}), "DH": ("AED", {"MAR": "MAD"}),
    "DT": ("TND", {}), "DA": ("DZD", {}), "LL": ("LBP", {}),
    "Re": ("INR", {"PAK": "PKR", "LKA": "LKR", "NPL": "NPR"}),
    "kr": ("SEK", {"NOR": "NOK", "DNK": "DKK", "ISL": "ISK"}),
    "Kr": ("SEK", {"NOR": "NOK", "DNK": "DKK", "ISL": "ISK"}),
}  # fmt: skip
# Letters that are a mark only in their own country ("R12 billion" of South Africa).
ONLY_IN: dict[str, dict[str, str]] = {
    "R": {"ZAF": "ZAR"}, "P": {"PHL": "PHP", "BWA": "BWP"}, "N": {"NGA": "NGN"}, "K": {"ZMB": "ZMW", "MWI": "MWK", "PNG": "PGK", "MMR": "MMK",
    "LAO": "LAK"},
    "B": {"THA": "THB"}, "D": {"GMB": "GMD"}, "Kz": {"AGO": "AOA"}, "Bs": {"BOL": "BOB", "VEN": "VES"}, "Q": {"GTM": "GTQ"}, "L": {"HND": "HNL"},
    "E": {"SWZ": "SZL"}, "M": {"LSO": "LSL"}, "G": {"HTI": "HTG", "PRY": "PYG"}, "T": {"KAZ": "KZT"},
    "W": {"KOR": "KRW"},
    "Br": {"ETH": "ETB", "BLR": "BYN"}, "AMD": {"ARM": "AMD"}, "KM": {"BIH": "BAM"}, "ALL": {"ALB": "ALL"}, "TOP": {"TON": "TOP"},
}  # fmt: skip
# What such a letter means where no country is named and a scale stands behind it ("R51 billion").
LETTER_ELSEWHERE = {"R": "ZAR", "P": "PHP", "N": "NGN", "Kz": "AOA", "Br": "ETB"}
# Words after a figure; the currency elsewhere (None: only with a country), and by country.
_SEK = {"SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "ISL": "ISK", "CZE": "CZK"}
WORDS: dict[str, tuple[str | None, dict[str, str]]] = {
    "dollar": ("USD", BY_COUNTRY["$"][1] | {"TWN": "TWD", "LBR": "LRD", "USA": "USD", "SUR": "SRD",
    "SLB": "SBD", "CYM": "KYD", "LCA": "XCD", "ATG": "XCD", "GRD": "XCD"}),
    "euro": ("EUR", {}), "yen": ("JPY", {}), "won": ("KRW", {"PRK": "KPW"}), "yuan": ("CNY", {}), "renminbi": ("CNY", {}),
    "pound": ("GBP", {"EGY": "EGP", "SDN": "SDG", "LBN": "LBP", "SYR": "SYP", "SSD": "SSP"}),
    "rupee": ("INR", BY_COUNTRY["Rs"][1]), "ringgit": ("MYR", {}), "baht": ("THB", {}), "rupiah": ("IDR", {}), "dong": ("VND", {}), "đồng": ("VND",
    {}),
    "peso": (None, {"MEX": "MXN", "PHL": "PHP", "ARG": "ARS", "CHL": "CLP", "COL": "COP", "URY": "UYU", "DOM": "DOP", "CUB": "CUP"}),
    "real": (None, {"BRA": "BRL"}), "reais": ("BRL", {}), "reai": ("BRL", {}), "rand": ("ZAR", {}), "naira": ("NGN", {}), "cedi": ("GHS", {}),
    "birr": ("ETB", {}), "taka": ("BDT", {}),
    "franc": ("CHF", {"RWA": "RWF", "SEN": "XOF", "CIV": "XOF", "TGO": "XOF", "BEN": "XOF", "BFA": "XOF", "MLI": "XOF", "NER": "XOF", "GNB": "XOF",
    "GNQ": "XAF", "CAF": "XAF", "COM": "KMF", "MDG": "MGA",
    "CMR": "XAF", "GAB": "XAF",
                      "TCD": "XAF", "COG": "XAF", "COD": "CDF", "GIN": "GNF", "BDI": "BIF", "DJI": "DJF"}),
    "krona": ("SEK", _SEK), "króna": ("ISK", {}), "krónur": ("ISK", {}), "kronur": ("ISK", {}), "kronor": ("SEK", _SEK), "kroner": ("NOK", _SEK),
    "krone": ("NOK", _SEK), "crown": ("SEK", _SEK), "koruna": ("CZK",
    _SEK), "korun": ("CZK", _SEK),
    "zloty": ("PLN", {}), "złoty": ("PLN", {}), "złotych": ("PLN", {}), "forint": ("HUF", {}), "lei": ("RON", {"MDA": "MDL"}), "leu": ("RON",
    {"MDA": "MDL"}),
    "leva": ("BGN", {}), "lev": ("BGN", {}), "lira": ("TRY", {"SYR": "SYP", "LBN": "LBP"}),
    "lire": ("TRY", {}), "hryvnia": ("UAH", {}), "ruble": ("RUB", {"BLR": "BYN"}), "rouble": ("RUB",
    {"BLR": "BYN"}),
    "tenge": ("KZT", {}), "sum": (None, {"UZB": "UZS"}), "som": (None, {"UZB": "UZS", "KGZ": "KGS"}), "soum": ("UZS", {}), "lari": ("GEL", {}),
    "manat": (None, {"AZE": "AZN", "TKM": "TMT"}), "dram": ("AMD", {}),
    "shekel": ("ILS", {}), "new shekel": ("ILS", {}), "dirham": ("AED", {"MAR": "MAD"}), "riyal": ("SAR", {"QAT": "QAR", "OMN": "OMR",
    "YEM": "YER", "IRN": "IRR"}),
    "rial": ("OMR", {"IRN": "IRR", "SAU": "SAR", "YEM": "YER", "QAT": "QAR"}),
    "dinar": (None, {"DZA": "DZD", "TUN": "TND", "KWT": "KWD", "BHR": "BHD", "JOR": "JOD", "SRB": "RSD", "IRQ": "IQD", "LBY": "LYD"}),
    "shilling": ("KES", {"TZA": "TZS", "UGA": "UGX", "SOM": "SOS"}), "kwacha": ("ZMW", {"MWI": "MWK"}), "pula": ("BWP", {}), "kyat": ("MMK", {}),
    "kip": ("LAK", {}),
    "riel": ("KHR", {}), "tugrik": ("MNT", {}), "denar": ("MKD", {}), "colón": ("CRC", {}), "colone": ("CRC", {}), "colones": ("CRC", {}),
    "sol": (None, {"PER": "PEN"}), "soles": ("PEN", {}), "guaraní": ("PYG", {}), "guaraníe": ("PYG", {}),
    "guarani": ("PYG", {}), "guaranie": ("PYG", {}),
    "bolívar": ("VES", {}), "boliviano": ("BOB", {}), "lempira": ("HNL", {}), "quetzal": ("GTQ", {}), "balboa": ("PAB", {}), "dalasi": ("GMD", {}),
    "metical": ("MZN", {}), "meticais": ("MZN", {}), "kina": ("PGK", {}), "rufiyaa": ("MVR", {}), "ngultrum": ("BTN", {}), "ariary": ("MGA", {}),
    "afghani": ("AFN", {}), "lek": ("ALL", {}), "leke": ("ALL", {}), "kwanza": ("AOA", {}), "gourde": ("HTG", {}), "convertible mark": ("BAM", {}),
    "nakfa": ("ERN", {}), "maloti": ("LSL", {}), "loti": ("LSL", {}), "emalangeni": ("SZL", {}), "lilangeni": ("SZL", {}), "pataca": ("MOP", {}),
    "ouguiya": ("MRU", {}), "córdoba": ("NIO", {}), "cordoba": ("NIO", {}), "leone": ("SLE", {}), "somoni": ("TJS", {}), "pa'anga": ("TOP", {}),
    "vatu": ("VUV", {}), "tala": (None, {"WSM": "WST"}), "escudo": (None, {"CPV": "CVE"}), "dobra": ("STN", {}), "guilder": (None, {"CUW": "ANG",
    "SXM": "ANG"}), "florin": (None, {"ABW": "AWG"}), "colon": (None, {"CRI": "CRC", "SLV": "SVC"}), "colons": (None, {"CRI": "CRC"}),
    "quetzale": ("GTQ", {}), "bolivar": ("VES", {}), "bolívare": ("VES", {}), "bolivare": ("VES", {}), "sole": (None, {"PER": "PEN"}),
    "so'm": ("UZS", {}), "tögrög": ("MNT", {}), "togrog": ("MNT", {}), "tugrug": ("MNT", {}), "koruny": ("CZK", {}), "hryvnya": ("UAH", {}),
    "zlote": ("PLN", {}), "złote": ("PLN", {}), "nuevo sol": ("PEN", {}), "cfp franc": ("XPF", {}),
    **dict.fromkeys(("рубль", "рубля", "рублей", "рублях", "рублями", "руб"), ("RUB", {"BLR": "BYN"})),
    **dict.fromkeys(("доллар", "доллара", "долларов", "долларах", "долл", "доларів", "долара"), ("USD", {})),
    "евро": ("EUR", {}), "євро": ("EUR", {}),
    **dict.fromkeys(("юань", "юаня", "юаней"), ("CNY", {})), **dict.fromkeys(("иена", "иены", "иен", "йен"), ("JPY", {})), "тенге": ("KZT", {}),
    "yenes": ("JPY", {}),
    **dict.fromkeys(("гривня", "гривні", "гривень", "гривен", "гривны", "грн"), ("UAH", {})),
}  # fmt: skip
_FOREIGN_PEOPLE = {
    "US": "USA", "U.S.": "USA", "American": "USA", "estadounidenses": "USA", "NZ": "NZL", "New Taiwan": "TWN", "colombianos": "COL",
    "mexicanos": "MEX", "chilenos": "CHL",
    "argentinos": "ARG", "uruguayos": "URY", "canadiens": "CAN", "sterling": "GBR", "américains": "USA", "HK": "HKG", "Aussie": "AUS",
    "dominicanos": "DOM", "Congolese": "COD",
}  # fmt: skip
PEOPLE: dict[str, str] = {
    **{word: country.code for country in COUNTRIES.values() if not country.is_actor for word in (country.name, *country.demonyms)},
    **_FOREIGN_PEOPLE,
}


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


CODE = rf"(?:{'|'.join(code for code in CURRENCIES if code not in ONLY_IN)})(?![^\W\d_])"
_SAFE_MARKS = [mark for mark in [*SURE, *BY_COUNTRY] if mark not in ("元", "円", "원", "Birr")]
_LETTERS = rf"(?:{_alternatives(list(ONLY_IN))})(?=\d)|(?:Br|AMD|Kz|Bs|KM|[RPNKBG])(?=\s\d)"
BEFORE = rf"(?:(?<![^\W\d_])(?:{_alternatives(_SAFE_MARKS)}|{CODE}(?:\s?[$€£¥])?|{_LETTERS})|(?<=[^\W\d_])[€£₹₩])"
_PEOPLE = _alternatives(list(PEOPLE))
_PLURAL = _alternatives(list(WORDS))
AFTER_WORD = (
    rf"(?:(?:(?P<people>{_PEOPLE})[ -])?(?P<unit>(?i:{_PLURAL}))s?(?:[ -](?P<adjective>sterling|{_PEOPLE}))?|(?:francs? CFA|"
    rf"CFA francs?)|RMB)(?![^\W\d_])"
)
# "$300M US for the site", but not "the $300M US plan".
_AMERICAN_AFTER = r"US(?=\s?[.,;:)]|\s(?:for|to|in|over|from|a year|by|and|into|on)\b|\s*$)"
_SIGNS = _alternatives([mark for mark in [*SURE, *BY_COUNTRY] if re.search("[$€£¥￥]", mark)])
AFTER_SIGN = rf"(?:(?:{_SIGNS})(?!\d)|[₹₩₽₴₪₸₺₫₦₱]|kr\.?|Kč|zł|Ft|FCFA|Dhs?|Rs|Tk|{_AMERICAN_AFTER}|{CODE})(?![^\W\d_])"


def currency_of(mark: str, country: str | None) -> str | None:
    """The ISO 4217 code that a mark or code before or after a figure stands for, given the country at hand; None where it stands for none."""
    if mark in SURE or mark == "US":
        return SURE.get(mark, "USD")
    if mark in BY_COUNTRY:
        usual, by_country = BY_COUNTRY[mark]
        return by_country.get(country or "", usual)
    if mark in ONLY_IN:
        return ONLY_IN[mark].get(country or "")
    mark = re.sub(r"(?<=[A-Z]{3})\s?[$€£¥]$", "", mark)  # "AUD $940 million"
    return mark if mark in CURRENCIES else SURE.get(mark.rstrip(".")) or ("SEK" if mark.startswith("kr") else None)


def currency_of_words(unit: str, people: str | None, country: str | None) -> str | None:
    """The code of a unit in words ("Canadian dollars"): by the people named with it, else by the country at hand."""
    usual, by_country = WORDS[unit]
    if people in PEOPLE:
        return by_country.get(PEOPLE[people], usual)
    return by_country.get(country or "", usual)


def is_bare_dollar(mark: str | None, people: str | None) -> bool:
    """True where the text says neither whose dollar it is nor by a code."""
    return mark == "$" or (mark == "dollar" and people is None)
