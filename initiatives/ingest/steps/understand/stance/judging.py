"""How a speaker stands towards the initiative: rules of language, weighed with who speaks and the words; must not know who wrote the article."""

import re

from initiatives.ingest.steps.understand.stance.cues import CRITICAL, NEUTRAL, SUPPORTIVE, UNCLEAR
from initiatives.ingest.steps.understand.stance.rules import Judgement, because, by_rules
from initiatives.ingest.steps.understand.stance.signs import Signs, shows_anything, side_of, signs_of
from initiatives.ingest.steps.understand.stance.weighing import weigh

LEAST_SHARE = 0.28  # of four stances; below it nothing outweighs the rest
SHARE_UNSHOWN = 0.3  # where only single words speak for it, of somebody who answers for the initiative
SHARE_ONLOOKER = 0.5  # the same of somebody who looks on ("The doors open in May", says a lawmaker): who they are is no stance
SHARE_AGAINST = 0.4  # against what the rules found, which is weighed already as one sign among the others
SHARE_AGAINST_PLAIN = 0.65  # against plain words of praise or blame: a “vanity project” would be overruled by the shape of its sentence
_COUNCILS = r"council of (?:trade|civil)\w*|trade unions?|civil (?:liberties|rights)|consumer (?:groups?|councils?|associations?|advocates)"
LOBBY = re.compile(rf"\b(?:{_COUNCILS}|consumers|civil society|employers|residents)\b", re.IGNORECASE)
LOBBY_BESIDE = re.compile(rf"\b(?:{_COUNCILS})\b", re.IGNORECASE)
SPEAKERS = {
    "politician": "a politician who looks on", "interested": "one who speaks for those concerned", "academic": "a scholar", "analyst": "an analyst",
    "executive": "an executive who looks on", "part": "one who takes part", "part, scholar": "a scholar who takes part", "official": "an official",
}  # fmt: skip


def judge(
    words: str, title: str | None = None, takes_part: bool = False, around: str = "", actor: str = "other", affiliation: str | None = None
) -> Judgement:
    """The stance of a speaker's words towards the initiative, with what shows it.

    `takes_part` is true for an official of its owner and an executive of a participant; `around` are the text's own words beside the quotation:
    "warned", "scoffed", "defended the plan"; `actor` is one of ACTORS. A denial is neutral. Where nothing outweighs the rest, the rules decide,
    and where they find nothing either, `unclear`.
    """
    takes_part = takes_part and not speaks_for_others(title, affiliation, around)
    ruled = by_rules(words, title, takes_part, around)
    if ruled.stance == NEUTRAL:
        return ruled
    side = side_of(title or "", affiliation or "", actor, takes_part, around)
    signs = signs_of(words, side, around)
    stance, share = weigh(with_rule(signs, ruled.stance, takes_part))
    if stance == ruled.stance or share < _needed(ruled.stance, words, shows_anything(signs), takes_part):
        return ruled
    return Judgement(stance, because(stance, words) or f"{SPEAKERS.get(side, 'a speaker')}; the wording weighs {share:.0%} for it")


def speaks_for_others(title: str | None, affiliation: str | None, around: str) -> bool:
    """Whether somebody speaks for a union, a league or a council of those concerned, whose house may sound like one of the state."""
    return bool(LOBBY.search(f"{title or ''} {affiliation or ''}") or LOBBY_BESIDE.search(around))


def _needed(ruled: str, words: str, shown: bool, takes_part: bool) -> float:
    """The share of probability above which what is weighed counts for more than what the rules found."""
    if ruled == UNCLEAR:
        return LEAST_SHARE if shown else SHARE_UNSHOWN if takes_part else SHARE_ONLOOKER
    return SHARE_AGAINST_PLAIN if ruled in (CRITICAL, SUPPORTIVE) and because(ruled, words) else SHARE_AGAINST


def with_rule(signs: Signs, ruled: str, takes_part: bool) -> Signs:
    """The signs, and what the rules found as one more, for either side of its own."""
    camp = "part" if takes_part else "onlooker"
    return {**signs, f"rule {ruled}": 1.0, f"{camp}: rule {ruled}": 1.0}
