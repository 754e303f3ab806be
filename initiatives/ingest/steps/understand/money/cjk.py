"""Reads sums written in Chinese, Japanese and Korean units (兆円, 亿元, 조원); must not know the rest of the text."""

import re
from decimal import Decimal

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万亿": 10**12, "萬億": 10**12, "兆": 10**12, "조": 10**12, "億": 10**8, "亿": 10**8, "억": 10**8, "万": 10**4, "萬": 10**4, "만": 10**4, "천": 1000}
CURRENCIES = {
    "日元": "JPY", "日圆": "JPY", "円": "JPY", "圓": "JPY", "美元": "USD", "美金": "USD", "ドル": "USD", "달러": "USD", "欧元": "EUR", "歐元": "EUR", "ユーロ": "EUR", "유로": "EUR",
    "港元": "HKD", "港币": "HKD", "新台幣": "TWD", "台币": "TWD", "人民币": "CNY", "人民幣": "CNY", "元人民币": "CNY", "韩元": "KRW", "韓元": "KRW", "英镑": "GBP", "英鎊": "GBP",
    "ウォン": "KRW", "원": "KRW", "圆": "CNY", "元": "CNY",
}  # fmt: skip
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_FIGURE = r"[0-9０-９]+(?:[,，.．][0-9０-９]+)*"
_WORDS = "[〇零一二两兩三四五六七八九十百千]+"
_PIECE = rf"(?:{_FIGURE}|{_WORDS})(?:多|余|餘)?(?:{_SCALE})"
SUM = re.compile(
    rf"(?P<prefix>新台幣|新臺幣|人民币|人民幣|[¥￥])?\s?(?P<pieces>{_PIECE}(?:\s?{_PIECE})*)(?P<more>多|余|餘)?\s?(?P<unit>{'|'.join(sorted(CURRENCIES, key=len, reverse=True))})?"
)
VAGUE = re.compile(rf"[几幾数數][十百千]*(?:{_SCALE})(?:{'|'.join(CURRENCIES)})")


def read_sum(pieces: str) -> Decimal:
    """The value of pieces such as `1兆3000億` or `三百多亿`: each number times its unit, added up."""
    found = re.findall(rf"({_FIGURE}|{_WORDS})(?:多|余|餘)?({_SCALE})", pieces)
    return sum((_number(number) * SCALES[scale] for number, scale in found), Decimal(0))


def _number(text: str) -> Decimal:
    if text[0] in DIGITS or text[0] in TENS:
        return Decimal(_words(text))
    return Decimal(text.replace(",", "").replace("，", "").replace("．", "."))


def _words(text: str) -> int:
    total, digit = 0, 0
    for sign in text:
        total, digit = (total + (digit or 1) * TENS[sign], 0) if sign in TENS else (total, DIGITS[sign])
    return total + digit
