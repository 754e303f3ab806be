"""What the line proposes for one draft, in the few words of a list: whose it is, which sum, and how that stands to the ledger. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from initiatives import formats, vocabulary
from initiatives.ingest import values
from initiatives.ingest.plain import from_plain
from initiatives.ingest.values import CountryClaim, Evidence, InitiativeClaim, MoneyClaim, Proposal
from initiatives.names.countries import COUNTRIES

PARTS = {
    "claimed_initiative": "proposal__understanding__initiative",
    "claimed_countries": "proposal__understanding__countries",
    "claimed_money": "proposal__understanding__money",
    "claimed_warnings": "proposal__understanding__warnings",
    "claimed_relevance": "proposal__understanding__relevance",
    "proposed_relations": "proposal__proposals",
}
UNREADABLE = "It was read by an earlier version of the line; hand the article in again to see its sums."
AROUND_CHARACTERS = 60
LANGUAGE = "language"  # the code of the warning that names another language than English
NEW = Proposal(-1, "new", None, 0.0, "")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a claim with a few of the article's own words around them; an ellipsis stands where a line goes on."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """One draft in the words of a list. `sum` is empty where the article names none.

    `foreign` names another language than English, `fault` says why nothing could be read.
    """

    owners: str = ""
    initiative: str = ""
    relation: str = ""
    sum: str = ""
    evidence: Passage | None = None
    other_sums: int = 0
    warnings: tuple[str, ...] = ()
    foreign: str = ""
    relevance: float | None = None
    fault: str = ""


def proposed(parts: Mapping[str, Any], partners: Mapping[str, str], text: str) -> Proposed:
    """The words for one stored proposal, from its `PARTS`; `partners` are entries of the record in words, by their key; `text` is the article's."""
    try:
        return in_words(parts, partners, text)
    except ValueError:
        return Proposed(fault=UNREADABLE)


def in_words(parts: Mapping[str, Any], partners: Mapping[str, str], text: str) -> Proposed:
    """The words for one proposal. Raises ValueError for one that another version wrote."""
    money = all_of(MoneyClaim, parts["claimed_money"])
    relations = all_of(Proposal, parts["proposed_relations"])
    claimed = parts["claimed_initiative"]
    warnings = all_of(values.Warning, parts["claimed_warnings"])
    main = main_sum(money)
    return Proposed(
        owners=owners(all_of(CountryClaim, parts["claimed_countries"])),
        initiative=from_plain(InitiativeClaim, claimed).name if claimed else "",
        relation="" if main is None else relation(next((each for each in relations if each.money == main), NEW), partners),
        sum="" if main is None else sum_in_words(money[main]),
        evidence=None if main is None else passage(text, money[main].evidence),
        other_sums=max(0, sum(claim.role != "context" and claim.restates_in_text is None for claim in money) - 1),
        warnings=tuple(warning.message for warning in warnings if warning.code != LANGUAGE),
        foreign=next((warning.message for warning in warnings if warning.code == LANGUAGE), ""),
        relevance=parts["claimed_relevance"],
    )


def passage(text: str, evidence: Evidence) -> Passage:
    """The evidence with what stands around it in its line; alone where the text is not the one it was read from."""
    if text[evidence.start : evidence.end] != evidence.text:
        return Passage("", evidence.text, "")
    before = text[max(0, evidence.start - AROUND_CHARACTERS) : evidence.start].rpartition("\n")[2]
    after = text[evidence.end : evidence.end + AROUND_CHARACTERS].partition("\n")[0]
    if len(before) == AROUND_CHARACTERS:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == AROUND_CHARACTERS:
        after = f"{after.rpartition(' ')[0]} …"
    return Passage(before, evidence.text, after)


def all_of(kind: type[Any], plain: Any) -> list[Any]:
    """Every value of a stored list. Raises ValueError naming the field that is wrong."""
    return [from_plain(kind, each) for each in plain or ()]


def owners(countries: Iterable[CountryClaim]) -> str:
    """The names of the owners, in reading order."""
    codes = dict.fromkeys(country.code for country in countries if country.role == "owner")
    return formats.listed(COUNTRIES[code].name if code in COUNTRIES else code for code in codes)


def main_sum(money: Sequence[MoneyClaim]) -> int | None:
    """Which sum stands for the article: the first that pays for the initiative, else the first that is a part of it; None without one."""
    own = [index for index, claim in enumerate(money) if claim.restates_in_text is None]
    ranked = [index for role in ("initiative-funding", "part-of-it") for index in own if money[index].role == role]
    return ranked[0] if ranked else None


def sum_in_words(claim: MoneyClaim) -> str:
    """The sum as published, with its hedge."""
    if claim.hedge == "range" and claim.amount_low is not None and claim.amount_high is not None:
        return f"between {formats.published(claim.amount_low, claim.currency)} and {formats.published(claim.amount_high, claim.currency)}"
    return formats.hedged(formats.published(claim.amount, claim.currency), claim.hedge)


def relation(proposal: Proposal, partners: Mapping[str, str]) -> str:
    """`new money`, `restates ¥1 tn of 21 Dec 2025`, `part of another sum of the article`."""
    words = formats.in_words(proposal.relation, vocabulary.RELATIONS)
    if proposal.related_money is not None:
        return f"{words} another sum of the article"
    if proposal.related_to is None:
        return words
    return f"{words} {partners.get(proposal.related_to, 'an entry that has left the record')}"


def partner_keys(parts: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys of all entries that these proposals point at."""
    relations = [relation for each in parts for relation in each["proposed_relations"] or () if isinstance(relation, dict)]
    return {relation["related_to"] for relation in relations if relation.get("related_to")}
