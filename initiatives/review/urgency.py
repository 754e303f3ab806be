"""Why a draft stands where it stands in the inbox: money at stake × doubt × age, in figures and in words. Pure; the database keeps the same order."""

import datetime
import math
from decimal import Decimal

from initiatives import formats

LEAST_STAKE_DOLLARS = Decimal(1_000_000)  # what names no sum has its turn too
LEAST_DOUBT = 0.05
WEEK = datetime.timedelta(days=7)  # in which the weight of a draft that waits doubles
BEGINNING = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
DOLLAR = "USD"
SURE, UNSURE = 0.25, 0.6


def urgency(consequence: Decimal | None, doubt: float, made_at: datetime.datetime) -> float:
    """Doublings of money at stake × doubt × age; the higher comes first. Age doubles each week, so no day changes the order."""
    stake = max(abs(consequence or Decimal(0)), LEAST_STAKE_DOLLARS)
    return math.log2(float(stake) * max(doubt, LEAST_DOUBT)) - (made_at - BEGINNING) / WEEK


def in_words(consequence: Decimal | None, doubt: float, made_at: datetime.datetime, now: datetime.datetime) -> str:
    """`$200 m at stake, fairly sure, waiting for 3 days`."""
    return f"{stake_in_words(consequence)}, {doubt_in_words(doubt)}, {age_in_words(now - made_at)}"


def stake_in_words(consequence: Decimal | None) -> str:
    """The money that publishing would move."""
    if consequence is None:
        return "no sum that can be counted"
    return f"{formats.money(abs(consequence), DOLLAR)} at stake" if consequence else "no money moves"


def doubt_in_words(doubt: float) -> str:
    """How sure the line is, with the figure."""
    word = "sure" if doubt <= SURE else "fairly sure" if doubt <= UNSURE else "unsure"
    return f"the line is {word} (doubt {doubt:.2f})"


def age_in_words(age: datetime.timedelta) -> str:
    """How long it has waited."""
    return f"waiting for {formats.counted(age.days, 'day')}" if age.days else "new today"
