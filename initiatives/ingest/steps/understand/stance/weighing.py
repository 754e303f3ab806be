"""Weighs signs into a stance, with weights learned from annotated quotations; must not know how signs are found."""

from collections.abc import Mapping
from pathlib import Path

from initiatives.ingest.steps.understand.stance.cues import CAUTIOUS, CRITICAL, NEUTRAL, SUPPORTIVE
from initiatives.ingest.steps.understand.weighed import likeliest, weights_in

WEIGHTS = Path(__file__).with_name("weights.json")
ORDER = (SUPPORTIVE, CAUTIOUS, CRITICAL, NEUTRAL)


def weigh(signs: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest stance and its probability."""
    return likeliest(signs, weights_in(WEIGHTS), ORDER)
