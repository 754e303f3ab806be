"""Finds which initiative of the record an article is about; must not decide about money."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.bare import is_bare
from initiatives.ingest.steps.match.called import is_another, programme_of_the_money, told_money, without_context
from initiatives.ingest.steps.match.days import is_far
from initiatives.ingest.steps.match.index import Index, index_of
from initiatives.ingest.steps.match.names import Names, telling_words
from initiatives.ingest.steps.match.organizations import is_found_everywhere
from initiatives.ingest.steps.match.programmes import ORDINARY, named_by, spoken_of
from initiatives.ingest.values import Article, Candidate, InitiativeMatch, KnownEntry, KnownInitiative, MoneyClaim, Record, Understanding
from initiatives.names.countries import name_of
from initiatives.text import fold
from initiatives.vocabulary import INITIATIVE_KINDS

LEAST_SCORE = 0.5  # below it a new initiative is proposed
SHOWN = 5  # candidates an editor is shown
# How much each agreement says; the sum is cut at 1.
COUNTRY, NAMED, SPOKEN_OF, WORDS, ORGANIZATION, MOST_ORGANIZATIONS, KIND, MONEY, ABROAD = 0.15, 0.5, 0.2, 0.3, 0.15, 0.3, 0.1, 0.3, -0.1
OTHERS_SUM = -0.3  # it is named, and the money that the article tells is another's
OTHER_NAME = -0.2  # the article introduces another name, of which no word is this initiative's
SURELY_NAMED = 0.8  # confidence of a name that the article introduces ("called the …")
MOST_ABROAD = 0.45  # another country's initiative that the article names, but whose money it does not tell
MOST_BY_PARTICIPANTS = 0.45  # houses that take part in much: alone they say too little
MOST_OF_ANOTHER = 0.45  # the money is for a programme with a name of its own
HALF = 0.5  # share of a name's telling words from which they say that it is meant
MOST_OF_A_NAME = 0.6  # share from which they do where neither name nor sum nor a house of its own is in the article
OF_COMMON_WORDS = 0.25  # what "centre" or "data" counts beside a word that is a name's own
MOST_BY_COMMON_WORDS = 0.45


@dataclass(frozen=True)
class _Said:
    """What the article says, folded once for all candidates and without sentences that only give context; `known` is the record in order,
    `programme` the name of what the money is for, where the article has one."""

    text: str
    title: str
    words: frozenset[str]
    name: frozenset[str]
    understanding: Understanding
    taking_part: Names
    known: Index
    amounts: Amounts
    programme: str | None = None


def match_initiative(article: Article, understanding: Understanding, record: Record, amounts: Amounts) -> InitiativeMatch:
    """The likeliest initiative with the reasons in words, or None where none is likely; up to five candidates, the best first."""
    said = _said(article, understanding, record, amounts)
    near = said.known.initiatives_for(understanding.owners(), said.words, said.text)
    ranked = _ranked(said, [(_candidate(said, known), _money(said, known)[0], known) for known in near])
    shown = tuple(each for each in ranked[:SHOWN] if each.score > COUNTRY)
    best = shown[0] if shown else None
    if best is None or best.score < LEAST_SCORE:
        return InitiativeMatch(None, 0.0 if best is None else best.score, "No initiative of the record agrees in country, names and money.", shown)
    return InitiativeMatch(best.key, best.score, _sentence(best.reasons_for), shown)


def _ranked(said: _Said, weighed: list[tuple[Candidate, float, KnownInitiative]]) -> list[Candidate]:
    """The best first. Where the sum is in the ledger of another than the best, that one goes first if it is near in all the rest."""
    plain = sorted((candidate for candidate, _, _ in weighed), key=_best_first)
    if not any(money >= MONEY and candidate.score > 0 for candidate, money, _ in weighed):
        return plain
    doubted = sorted((_doubted(said, *each) for each in weighed), key=_best_first)
    return doubted if doubted[0].key != plain[0].key else plain


def _best_first(candidate: Candidate) -> tuple[float, str]:
    return -candidate.score, candidate.key


def _doubted(said: _Said, candidate: Candidate, money: float, known: KnownInitiative) -> Candidate:
    """The candidate, less likely where the sum that the article tells is in another's ledger and the title does not name this one."""
    if money > 0 or candidate.score == 0 or named_by(said.title, known) is not None:
        return candidate
    against = (*candidate.reasons_against, "another initiative has the sum in its ledger")
    return replace(candidate, score=round(max(0.0, candidate.score + OTHERS_SUM), 2), reasons_against=against)


def _said(article: Article, understanding: Understanding, record: Record, amounts: Amounts) -> _Said:
    named = understanding.initiative.name if understanding.initiative else ""
    told = without_context(article, understanding.money)
    whole, programme = f"{article.title} {told}", programme_of_the_money(article, understanding.money)
    taking_part = Names(claim.name for claim in understanding.organizations if claim.name and claim.role != "mentioned" and claim.name in told)
    words = telling_words(f"{whole} {named}")
    own_name, known = telling_words(introduced(understanding) or ""), index_of(record)
    understanding = replace(understanding, money=told_money(article, understanding.money))
    return _Said(fold(whole), fold(article.title), words, own_name, understanding, taking_part, known, amounts, programme)


def introduced(understanding: Understanding) -> str | None:
    """The name that the article introduces as such; None for one taken from a headline, and for one of common words alone."""
    claim = understanding.initiative
    if claim is None or claim.evidence is None or claim.evidence.confidence < SURELY_NAMED:
        return None
    return claim.name if telling_words(claim.name) else None


def _sentence(reasons: tuple[str, ...]) -> str:
    joined = "; ".join(reasons)
    return joined[:1].upper() + joined[1:] + "."


def _candidate(said: _Said, known: KnownInitiative) -> Candidate:
    country, name, money = _country(said, known), _name(said, known), _money(said, known)
    if country[0] < 0 and name[0] < NAMED:
        return Candidate(known.slug, None, 0.0, (), (country[1],))
    telling = [name, _words(said, known), _kind(said, known), money]
    agreements = [country, *telling, _organizations(said, known)]
    most, doubt = _limit(country[0] < 0, money[0] > 0, _is_telling(telling), _is_its_own(said, known, telling))
    if said.programme is not None and is_another(said.programme, known, said.title) and most > MOST_OF_ANOTHER:
        most, doubt = MOST_OF_ANOTHER, f"the money is for “{said.programme}”, which is another programme by its name"
    reasons_for = tuple(words for weight, words in agreements if weight > 0)
    against = tuple(words for weight, words in agreements if weight <= 0 and words)
    score = min(most, max(0.0, sum(weight for weight, _ in agreements)))
    return Candidate(known.slug, None, round(score, 2), reasons_for, (*against, doubt) if doubt else against)


def _limit(is_abroad: bool, has_its_money: bool, is_telling: bool, is_its_own: bool) -> tuple[float, str]:
    """How sure the match can be at most, and why no surer."""
    if is_abroad and not has_its_money:
        return MOST_ABROAD, "it is named, but none of its sums is"
    if not is_telling:
        return MOST_BY_PARTICIPANTS, "neither sum, name nor kind is its own"
    return (1.0, "") if is_its_own else (MOST_BY_COMMON_WORDS, "neither its name, nor a sum, nor a house that only it has is in the article")


def _is_its_own(said: _Said, known: KnownInitiative, agreements: list[tuple[float, str]]) -> bool:
    """Whether something agrees that other initiatives of the country do not have as well: name, most of its words, a sum, a house."""
    name, words, _kind, money = (weight for weight, _ in agreements)
    houses = (other for other in known.organizations if not is_found_everywhere(other))
    return name > 0 or money > 0 or words >= WORDS * MOST_OF_A_NAME or any(said.taking_part.same_as(other) for other in houses)


def _is_telling(agreements: list[tuple[float, str]]) -> bool:
    """Whether the name, half of its words, the kind or a sum agrees."""
    name, words, kind, money = (weight for weight, _ in agreements)
    return name > 0 or words >= WORDS * HALF or kind > 0 or money > 0


def _country(said: _Said, known: KnownInitiative) -> tuple[float, str]:
    if not said.understanding.owners():
        return 0.0, "the article names no country as its owner"
    shared = [code for code in said.understanding.owners() if code in known.countries]
    if shared:
        return COUNTRY, f"owned by {' and '.join(map(name_of, shared))}"
    return ABROAD, (
        f"owned by {', '.join(map(name_of, known.countries)) or 'nobody known'}, not by "
        f"{', '.join(map(name_of, said.understanding.owners())) or 'a country the article names'}"
    )


def _name(said: _Said, known: KnownInitiative) -> tuple[float, str]:
    named = named_by(said.text, known)
    if named:
        return NAMED, f"the article names “{named}”"
    spoken = spoken_of(said.text, known)
    if spoken:
        return SPOKEN_OF, f"the article speaks of “{spoken}”"
    own = telling_words(" ".join((known.name, *known.aliases)))
    return (OTHER_NAME, "the article calls its initiative by another name") if said.name and not said.name & own else (0.0, "")


def _words(said: _Said, known: KnownInitiative) -> tuple[float, str]:
    wanted = telling_words(known.name)
    shared = sorted(wanted & said.words)
    if not shared:
        return 0.0, "no word of its name is in the article"
    return WORDS * _weight(shared) / _weight(
        wanted
    ), f"the article has {len(shared)} of {len(wanted)} telling words of its name ({', '.join(shared[:4])})"


def _weight(words: Iterable[str]) -> float:
    """How much words of a name say: those of any centre or model say less than its own."""
    return sum(OF_COMMON_WORDS if word in ORDINARY else 1.0 for word in words)


def _organizations(said: _Said, known: KnownInitiative) -> tuple[float, str]:
    shared = list(dict.fromkeys(name for other in known.organizations for name in said.taking_part.same_as(other)))
    if not shared:
        return 0.0, "none of its organizations is named" if known.organizations else ""
    return min(MOST_ORGANIZATIONS, ORGANIZATION * len(shared)), f"{' and '.join(shared[:3])} {'takes' if len(shared) == 1 else 'take'} part in it"


def _kind(said: _Said, known: KnownInitiative) -> tuple[float, str]:
    same = said.understanding.initiative is not None and said.understanding.initiative.kind == known.kind
    return (KIND, f"both are of the kind “{INITIATIVE_KINDS.get(known.kind or '', 'unknown')}”") if same else (0.0, "")


def _money(said: _Said, known: KnownInitiative) -> tuple[float, str]:
    entries = said.known.by_initiative.get(known.slug, [])
    if not entries:
        return 0.0, ""
    named = named_by(said.text, known) is not None or spoken_of(said.text, known) is not None
    printed = (claim for claim in said.understanding.money if not is_bare(claim))
    found = [found for claim in printed if (found := _sum_of(claim, entries, named, said.amounts))]
    return max(found, default=(0.0, "none of the sums is in its ledger"), key=lambda each: each[0])


def _sum_of(claim: MoneyClaim, entries: list[KnownEntry], named: bool, amounts: Amounts) -> tuple[float, str] | None:
    """What a sum that its ledger has says for an initiative: half where it is said again there, loosely alike, or mere context here."""
    near = (entry for entry in entries if named or not is_far(entry.announced_on, claim.announced_on))
    alike = next(((entry, like) for entry in near if (like := amounts.equal(claim, entry))), None)
    if alike is None:
        return None
    entry, like = alike
    whole = entry.relation != "restates" and claim.role != "context" and not like.is_loose
    return MONEY if whole else MONEY / 2, f"“{claim.evidence.text}” is a sum of its ledger"
