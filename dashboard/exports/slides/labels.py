"""The words at the marks of a native chart; knows no rows of the record."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dashboard.exports.slides import numbers
from dashboard.exports.slides.markup import quoted, shade

LABEL_SIZE: Final = 12  # points
FLAGS: Final = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def shown(value: bool) -> str:
    """Whether a mark shows its value; it never shows anything else."""
    return "".join(f'<c:show{flag} val="{int(value and flag == "Val")}"/>' for flag in FLAGS)


def labels(words: Sequence[str], values: Sequence[Decimal | None], position: str, ink: str, bold: bool) -> str:
    """The words at the marks: a number under its own format, so that it follows its cell; anything else as it is."""
    marks = [(at, said, value) for at, (said, value) in enumerate(zip(words, values, strict=False)) if said and value is not None]
    found = "".join(_label(at, said, value, position, ink, bold) for at, said, value in marks)
    return f"<c:dLbls>{found}{shown(False)}</c:dLbls>" if found else ""


def _label(at: int, words: str, value: Decimal, position: str, ink: str, bold: bool) -> str:
    form = numbers.format_of(words, value)
    if form is not None:
        inside = f'<c:numFmt formatCode="{quoted(form)}" sourceLinked="0"/>{type_of(LABEL_SIZE, ink, bold, wrap=False)}'
    else:
        look = f'lang="en-GB" sz="{LABEL_SIZE * 100}" b="{int(bold)}"'
        run = f"<a:r><a:rPr {look}><a:solidFill>{shade(ink)}</a:solidFill></a:rPr><a:t>{quoted(words)}</a:t></a:r>"
        inside = f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
    return f'<c:dLbl><c:idx val="{at}"/>{inside}<c:dLblPos val="{position}"/>{shown(True)}</c:dLbl>'


UPRIGHT: Final = -5_400_000  # a quarter of a turn to the left, in the unit of the format


def type_of(size: int, ink: str, bold: bool = False, wrap: bool = True, upright: bool = False) -> str:
    """The look of words: points, place in the theme, weight, whether they may take two lines, and whether they stand upright; else they lie level."""
    weight, wrapping = ' b="1"' if bold else "", f' rot="{UPRIGHT if upright else 0}" vert="horz"' if wrap else ' wrap="none"'
    return (
        f'<c:txPr><a:bodyPr{wrapping}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}"{weight}>'
        f'<a:solidFill>{shade(ink)}</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
