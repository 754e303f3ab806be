"""Reads sums written in Chinese, Japanese and Korean units (兆円, 亿元, 조원); must not know the rest of the text."""

import re
from decimal import Decimal

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES: dict[str, int] = {
    **dict.fromkeys(("万亿", "萬億", "兆", "조"), 10**12),
    **dict.fromkeys(("億", "亿", "억"), 10**8),
    **dict.fromkeys(("万", "萬", "만"), 10**4),
    "천": 1000,
}
CURRENCIES: dict[str, str] = {
    **dict.fromkeys(("日元", "日圆", "円", "圓"), "JPY"),
    **dict.fromkeys(("美元", "美金", "ドル", "달러"), "USD"),
    **dict.fromkeys(("欧元", "歐元", "ユーロ", "유로"), "EUR"),
    **dict.fromkeys(("港元", "港币"), "HKD"),
    **dict.fromkeys(("新台幣", "台币"), "TWD"),
    **dict.fromkeys(("韩元", "韓元", "ウォン", "원"), "KRW"),
    **dict.fromkeys(("英镑", "英鎊"), "GBP"),
    **dict.fromkeys(("人民币", "人民幣", "元人民币", "圆", "元"), "CNY"),
}
PREFIXES: dict[str, str] = {"新台幣": "TWD", "新臺幣": "TWD", "人民币": "CNY", "人民幣": "CNY"}
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_FIGURE = r"(?<![0-9０-９])[0-9０-９]{1,12}(?:[,，][0-9０-９]{3}){0,5}(?:[.．][0-9０-９]{1,6})?"  # bounded, so that a page of digits costs no time
_WORDS = "[〇零一二两兩三四五六七八九十百千]{1,8}"
_PIECE = rf"(?:{_FIGURE}|{_WORDS})(?:多|余|餘)?(?:{_SCALE})"
SIGN = re.compile(f"[{''.join({sign for scale in SCALES for sign in scale})}]")  # without one of these there is no sum
SUM = re.compile(
    rf"(?:(?P<prefix>{'|'.join(PREFIXES)}|[A-Z]{{0,3}}[¥￥$€£₩])\s?)?(?P<pieces>{_PIECE}(?:\s?{_PIECE}){{0,4}})(?P<more>多|余|餘)?"
    rf"\s?(?P<unit>{'|'.join(sorted(CURRENCIES, key=len, reverse=True))})?"
)


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
