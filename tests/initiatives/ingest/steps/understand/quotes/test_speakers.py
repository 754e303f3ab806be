"""Who is meant by the words around a quotation, kind by kind."""

import pytest

from initiatives.ingest.steps.understand.quotes import find_quotes
from initiatives.ingest.values import Context, Reading


def speakers(text: str) -> list[tuple[str, str | None]]:
    return [(claim.evidence.text, claim.speaker) for claim in find_quotes(text, Reading(), Context()) if claim.direct]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Jo Lund, Minister for Digital Affairs, came late. Opening the hall, the minister said: “We begin today.”", "We begin today.", "Jo Lund"),
        ("We spoke to Ona Brekke, director of the centre. What is it for? “Think of it as a road for everyone.”",
            "Think of it as a road for everyone.", "Ona Brekke"),
        ("Ona Brekke, director of the centre, was bitter – “a machine built by nobody for nobody at all”.",
            "a machine built by nobody for nobody at all", "Ona Brekke"),
        ("Ona Brekke, director of the centre, spoke of “three years in which nobody once complained”.",
            "three years in which nobody once complained", "Ona Brekke"),
        ("“We bring the land and they bring the bill,” charged Ona Brekke, an economist.", "We bring the land and they bring the bill", "Ona Brekke"),
        ("Jan Holt, founder of the fund, came. The clock worries him: “Every year costs us a place in the table.”",
            "Every year costs us a place in the table.", "Jan Holt"),
        ("‘People will only use it if they trust it,’ was how one staffer put it.", "People will only use it if they trust it", None),
    ],
)  # fmt: skip
def test_speakers_are_found(text: str, words: str, speaker: str | None) -> None:
    assert (words, speaker) in speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ona Brekke, the minister, called the firm Norway’s “sovereign champion”.",
        "“This is better,” is not what Ona Brekke, the minister, said, recalling the “Ten Major Harbour Projects”.",
    ],
)
def test_labels_and_names_in_marks_are_no_quotations(text: str) -> None:
    assert not {"sovereign champion", "Ten Major Harbour Projects"} & {words for words, _ in speakers(text)}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ona Brekke, an economist, has read the bill. She is less sure than others. “Spent and announced are two verbs.”",
            "Spent and announced are two verbs.", "Ona Brekke"),
        ("“We begin today,” said Jan Holt, the minister.\nOna Brekke, a farmer, came too. Wells run dry, she told the paper. “Ask who drinks first.”",
            "Ask who drinks first.", "Ona Brekke"),
        ("Prime Minister Ona Brekke came. “A road is back on the map,” the Prime Minister said.", "A road is back on the map", "Ona Brekke"),
        ("“I explain to people that a rib is a rib,” Ona Brekke, a radiologist at a hospital in Bergen, said.",
            "I explain to people that a rib is a rib", "Ona Brekke"),
        ("Jan Holt, a baker, knows it. The head of the dairy group Halden Meieri smiles. “I save an hour a day,” he says.",
            "I save an hour a day", "Jan Holt"),
        ("Jan Holt, the minister, was there. “And where will the water come from?” a reporter wanted to know.",
            "And where will the water come from?", None),
    ],
)  # fmt: skip
def test_who_was_told_of_before_is_carried_on(text: str, words: str, speaker: str | None) -> None:
    assert (words, speaker) in speakers(text)
