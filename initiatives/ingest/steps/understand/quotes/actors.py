"""What kind of actor a speaker is, and of which country, by title and affiliation; must not know what was said."""

import re

from initiatives.ingest.steps.understand.mentions import countries_in
from initiatives.ingest.steps.understand.quotes.speakers import Speaker
from initiatives.ingest.values import OrganizationClaim

BY_TITLE = (
    (
        "official",
        r"(?:ministry|ministerial|government|presidential|state|palace|cabinet|council|commission|agency) "
        r"(?:spokes\w+|official|adviser|advisor|chair\w*|director|chief|head)",
    ),
    ("investor", r"investor|venture|shareholder|fund manager|banker"),
    ("academic",
        r"professor|lecturer|researcher|scientist|rector|dean|provost|vice-chancellor|historian|philosopher|physicist|"
        r"mathematician|sociologist|scholar|academic|fellow|linguist"),
    ("journalist", r"journalist|editor|reporter|columnist|correspondent|commentator|blogger"),
    ("advocate", r"advocate|activist|campaigner|organi[sz]er|trustee|unionist|lobbyist|resident"),
    ("executive",
        r"ceo|cfo|cto|coo|chief (?:executive|financial|technology|operating|scientist|product|information)|founder|co-founder|"
        r"chair(?:man|woman|person)? of the board|entrepreneur|boss|owner|managing director"),
    (
        "official",
        r"minister|premier|president|chancellor|secretary|undersecretary|commissioner|ambassador|governor|mayor|senator|lawmaker|"
        r"legislator|official|king|queen|prince(?:ss)?|sheikh|taoiseach|envoy"
        r"|opposition leader|mps?|meps?|cs|ps|representative|congress(?:man|woman)|councillor|parliamentarian|speaker|admiral|general",
    ),
    ("analyst", r"analyst|economist|expert|consultant|strategist|technologist|observer|specialist|critic"),
    ("executive", r"executive|director|head|chair(?:man|woman|person)?|manager|officer|partner|engineer|spokes\w+|leader|adviser|advisor"),
)  # fmt: skip
_BY_TITLE = tuple((actor, re.compile(rf"\b(?:{pattern})s?\b", re.IGNORECASE)) for actor, pattern in BY_TITLE)
BY_KIND = {
    "government": "official", "multilateral": "official", "company": "executive", "startup": "executive", "bank": "executive", "fund": "investor",
    "university": "academic", "research-institute": "academic", "ngo": "advocate", "media": "journalist",
}  # fmt: skip
FIRM_OFFICER = re.compile(r"\b(?:CEO|CFO|CTO|COO|chief \w+(?: officer)?|founder|chair\w*)\b", re.IGNORECASE)
OFFICIAL_WORD = re.compile(r"\b(?:spokes\w+|head|director|chief|official|adviser|advisor|officer)\b", re.IGNORECASE)


def house_of(text: str, speaker: Speaker, organizations: tuple[OrganizationClaim, ...]) -> OrganizationClaim | None:
    """The organization of the article that the speaker's affiliation names, in full or by the short form that the text gives it.

    An executive without affiliation speaks for the company, where the article has only one.
    """
    if not speaker.affiliation:
        companies = [claim for claim in organizations if claim.name and claim.kind in ("company", "startup")]
        return companies[0] if len(companies) == 1 and FIRM_OFFICER.search(speaker.title or "") else None
    wanted = speaker.affiliation.casefold()
    named = next((claim for claim in organizations if claim.name and (wanted in claim.name.casefold() or claim.name.casefold() in wanted)), None)
    return named or next((claim for claim in organizations if claim.name and _is_short_for(text, claim, speaker.affiliation)), None)


def _is_short_for(text: str, claim: OrganizationClaim, short: str) -> bool:
    behind = text[claim.evidence.end : claim.evidence.end + len(short) + 4]
    return bool(re.match(rf"(?: \(|, | [–—] ){re.escape(short)}(?!\w)", behind))


def actor_of(speaker: Speaker, house: OrganizationClaim | None) -> str:
    """One of ACTORS: by the title, that of a state's house as its official; without a title by the kind of the house."""
    title = speaker.title or ""
    if (
        house is not None
        and house.kind in ("company", "startup", "bank", "fund", "ngo")
        and re.search(r"\b(?:president|chair\w*|director|head)\b", title, re.IGNORECASE)
    ):
        return "executive"
    if house is not None and house.kind in ("government", "multilateral") and OFFICIAL_WORD.search(title):
        return "official"
    found = next((actor for actor, pattern in _BY_TITLE if pattern.search(title)), None)
    return found or (BY_KIND.get(house.kind or "", "other") if house is not None else "other")


def country_of(speaker: Speaker, house: OrganizationClaim | None, actor: str, owners: tuple[str, ...]) -> str | None:
    """ISO code: named in the title or place, else of the house, else the single owner's for an official."""
    named = countries_in(" ".join(filter(None, (speaker.title, speaker.affiliation, speaker.place))))
    if named:
        return named[0]
    if house is not None and house.country:
        return house.country
    return owners[0] if actor == "official" and len(owners) == 1 else None
