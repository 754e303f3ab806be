"""How those who look on from outside stand, by their words, the text's words and who they are."""

import pytest

from initiatives.ingest.steps.understand.quotes import find_quotes
from initiatives.ingest.values import Context, QuoteClaim, Reading


def claim_of(text: str) -> QuoteClaim:
    return next(claim for claim in find_quotes(text, Reading(), Context(), (), ("NOR",)) if claim.direct)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We sell to banks that are tired of waiting,” said Ona Brekke, chief executive.", "supportive"),
        ("“The doors open in May,” said Minister Ona Brekke.", "supportive"),
        ("“The doors open in May,” said lawmaker Ona Brekke.", "unclear"),
        ("But Ona Brekke, an economist at Fjord University, shrugged. “It is pocket change.”", "critical"),
        ("“Six signs and nobody behind them,” said Ona Brekke, a professor at Fjord University.", "critical"),
        ("“I want to see where the water comes from,” said Ona Brekke, a resident.", "cautious"),
        ("Lawmaker Ona Brekke was unimpressed: “Seventy wishes are not one customer.”", "critical"),
        ("Ona Brekke, formerly head of the programme, is less impressed. “It will be old before it opens,” she wrote.", "critical"),
        ("“An interesting base for honest work,” said Ona Brekke, an analyst.", "supportive"),
        ("Ona Brekke, an analyst, is cautious. “The licence hangs on the mood of a capital.”", "cautious"),
        ("“It stands in a hall,” said Ona Brekke, an analyst.", "unclear"),
        ("“There is no plan to sell it,” said Minister Ona Brekke.", "neutral"),
    ],
)
def test_stance_follows_words_and_part(text: str, stance: str) -> None:
    assert claim_of(text).stance == stance


def test_a_stance_that_is_given_has_its_reason() -> None:
    claim = claim_of("“Six signs and nobody behind them,” said Ona Brekke, a professor at Fjord University.")
    assert claim.stance_reason is not None
    assert "signs" in claim.stance_reason


def test_who_takes_neither_side_is_cautious() -> None:
    assert claim_of("Ona Brekke, an analyst, said she was “neither glad nor sorry about it”.").stance == "cautious"
