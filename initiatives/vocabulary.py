"""The closed word lists of the record, each with the words a reader sees; knows nothing of Django or of tables."""

from collections.abc import Mapping, Sequence
from typing import Final

Words = Mapping[str, str]

INITIATIVE_KINDS: Final[Words] = {
    "strategy": "strategy",
    "foundation-model": "foundation model",
    "compute": "computing capacity",
    "research-hub": "research hub",
    "talent": "talent and skills",
    "adoption": "adoption",
    "fund": "investment fund",
    "data": "data",
    "safety": "safety",
    "chips": "chips",
    "energy": "energy",
}
INITIATIVE_STATUSES: Final[Words] = {
    "announced": "announced",
    "underway": "under way",
    "completed": "completed",
    "paused": "paused",
    "cancelled": "cancelled",
}
STAGES: Final[Words] = {
    "pledged": "pledged",
    "announced": "announced",
    "budgeted": "budgeted",
    "committed": "committed",
    "disbursed": "disbursed",
}
BASES: Final[Words] = {
    "headline": "everything said, pledges included",
    "announced": "announced or firmer",
    "budgeted": "budgeted or firmer",
    "committed": "committed or firmer",
    "disbursed": "disbursed",
}
ORIGINS: Final[Words] = {"public": "public", "private": "private", "mixed": "mixed", "unknown": "unknown"}
SCOPES: Final[Words] = {"ai": "AI", "chips": "chips", "wider": "wider programmes"}
HEDGES: Final[Words] = {
    "exact": "exactly",
    "about": "about",
    "up-to": "up to",
    "at-least": "at least",
    "range": "between",
    "target": "target",
}
INSTRUMENTS: Final[Words] = {
    "grant": "grant",
    "loan": "loan",
    "guarantee": "guarantee",
    "equity": "equity",
    "procurement": "procurement",
    "tax": "tax relief",
    "budget": "budget",
    "in-kind": "in kind",
    "investment": "investment",
}
RELATIONS: Final[Words] = {
    "new": "new money",
    "restates": "restates",
    "replaces": "replaces",
    "part-of": "part of",
    "tranche-of": "tranche of",
    "cancels": "cancels",
}
NEW_MONEY: Final[Words] = {
    "new": "new money",
    "reallocated": "reallocated",
    "already-announced": "already announced",
    "unclear": "unclear whether new",
}
TIERS: Final[Mapping[int, str]] = {
    1: "official or filing",
    2: "wire or paper of record",
    3: "other press",
    4: "inferred by us",
}
ORGANIZATION_KINDS: Final[Words] = {
    "government": "government",
    "company": "company",
    "startup": "start-up",
    "university": "university",
    "research-institute": "research institute",
    "bank": "bank",
    "fund": "fund",
    "ngo": "non-governmental organization",
    "multilateral": "multilateral",
}
PARTICIPATION_ROLES: Final[Words] = {
    "lead": "lead",
    "funder": "funder",
    "channel": "channel",
    "recipient": "recipient",
    "investor": "investor",
    "partner": "partner",
    "supplier": "supplier",
    "operator": "operator",
    "host": "host",
}
PARTICIPATION_STATUSES: Final[Words] = {"confirmed": "confirmed", "reported": "reported", "expected": "expected"}
MEASURES: Final[Words] = {
    "gpus": "GPUs",
    "megawatts": "MW",
    "exaflops": "exaflops",
    "parameters": "parameters",
    "people": "people",
    "jobs": "jobs",
}
QUANTITY_STATUSES: Final[Words] = {"planned": "planned", "installed": "installed"}
QUANTITY_RELATIONS: Final[Words] = {"new": "stands alone", "part-of": "part of"}
POINT_KINDS: Final[Words] = {
    "goal": "goal",
    "rationale": "rationale",
    "hurdle": "hurdle",
    "opportunity": "opportunity",
    "model": "model followed",
}
ACTORS: Final[Words] = {
    "official": "official",
    "executive": "executive",
    "investor": "investor",
    "academic": "academic",
    "analyst": "analyst",
    "advocate": "advocate",
    "journalist": "journalist",
    "other": "other",
}
STANCES: Final[Words] = {
    "supportive": "supportive",
    "cautious": "cautious",
    "critical": "critical",
    "neutral": "neutral",
}
ARTICLE_CLASSES: Final[Words] = {
    "official": "official",
    "wire": "wire",
    "press": "press",
    "trade": "trade press",
    "aggregator": "aggregator",
    "other": "other",
}

RANKS: Final[Words] = {"preferred": "preferred", "normal": "normal", "deprecated": "deprecated"}
CORRECTION_STATES: Final[Words] = {"open": "open", "accepted": "put right", "declined": "left as it is", "spam": "not a correction"}
IDENTITY_CHANGES: Final[Words] = {"merge": "merged", "split": "split"}
IMPORT_STATES: Final[Words] = {
    "uploaded": "columns to be named",
    "waiting": "waiting for a worker",
    "checking": "being checked",
    "checked": "checked, nothing stored yet",
    "storing": "being stored",
    "done": "stored",
    "failed": "could not be read",
    "cancelled": "cancelled",
    "undone": "undone",
}

JOINT: Final = "joint"  # the country column of money that several owners share


def choices(words: Words) -> Sequence[tuple[str, str]]:
    """The list as (stored word, shown words) pairs, in its own order."""
    return list(words.items())
