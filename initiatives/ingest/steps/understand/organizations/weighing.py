"""Weighs the signs of an organization's mentions into its role, with weights learned from annotated passages; must not know how signs are found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from initiatives.ingest.steps.understand.organizations.roles import ORDER, VENDORS, scores_of
from initiatives.ingest.steps.understand.organizations.signs import signs_of
from initiatives.ingest.steps.understand.organizations.turns import turns_of
from initiatives.ingest.steps.understand.weighed import likeliest, weights_in

WEIGHTS = Path(__file__).with_name("weights.json")
GROUPS = {
    "government": "state", "multilateral": "state", "university": "science", "research-institute": "science", "company": "firm",
    "startup": "firm", "bank": "payer", "fund": "payer", "ngo": "society", "media": "press",
}  # fmt: skip
BY_NAME = (
    ("treasury", re.compile(r"\b(?:Finance|Finances|Treasury|Budget|General Secretariat for Investment)\b")),
    (
        "ministry",
        re.compile(r"\b(?:[Mm]inist(?:ry|ries|erio|ère|erium)|Ministério|[Dd]epartment|Government|government|Cabinet|Secretariat|Presidency)\b"),
    ),
    ("vendor", VENDORS),
    ("foundation", re.compile(r"\b(?:Foundation|Trust|Endowment|Stiftung|Fundación)\b")),
)
KIND_OF_GROUP = {
    "treasury": "government",
    "ministry": "government",
    "state": "government",
    "science": "university",
    "payer": "fund",
    "press": "media",
    "society": "ngo",
    "foundation": "ngo",
}
MOST_OF_A_RULE = 6.0
Features = dict[str, float]


def group_of(name: str, kind: str) -> str:
    """The group of kinds whose signs are weighed together."""
    named = next((group for group, pattern in BY_NAME if pattern.search(name)), None)
    return "press" if kind == "media" else named or GROUPS.get(kind, "firm")


def features(name: str, group: str, home: str, place: Iterable[str], surroundings: Sequence[tuple[str, str]]) -> Features:
    """Each sign with its strength. `home` is owner, foreign or unknown; `place` says where among the others the organization stands."""
    found: Features = {"always": 1.0, f"group {group}": 1.0, f"{group} at home {home}": 1.0}
    found.update({sign: 1.0 for each in place for sign in (each, f"{group}: {each}")})
    if len(surroundings) > 1:
        found["named again"] = 1.0
    for index, (before, after) in enumerate(surroundings):
        for sign in signs_of(before, after) | turns_of(before, after):
            strength = 1.0 if index == 0 else 0.7
            found[sign] = max(found.get(sign, 0.0), strength)
            found[f"{group}: {sign}"] = max(found.get(f"{group}: {sign}", 0.0), strength)
    for role, score in scores_of(name, KIND_OF_GROUP.get(group, "company"), surroundings).items():
        if score:
            found[f"rule {role}"] = min(MOST_OF_A_RULE, score) / MOST_OF_A_RULE
    return found


def weigh(found: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest role and its probability."""
    return likeliest(found, weights_in(WEIGHTS), ORDER)
