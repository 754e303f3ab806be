"""Puts the page of one conflict together: its statements, the ways to settle it, and what each would do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from initiatives import vocabulary
from initiatives.desk.conflicts import shown
from initiatives.desk.conflicts.asked import Asked, neighbours
from initiatives.desk.conflicts.options import Option, options_of
from initiatives.desk.conflicts.outlook import Outlook, outlook
from initiatives.desk.conflicts.settling import Around, Typed, settlement
from initiatives.ledger import kinds
from initiatives.ledger.preferring import CannotStand, figures_of, preferred
from initiatives.models import Article, Conflict, ConflictDecision, Edition
from initiatives.publication import Fault, PublicationRefused

TO_BE_FILLED = ("parts", "amount", "announced_on", "disclosed", "source", "follow", "stage", "tier")  # empty until an editor has a say


@dataclass(frozen=True, slots=True)
class Offered:
    """One way to settle a conflict as the page shows it: what is typed for it, what it would do, and what stands in its way."""

    number: int
    option: Option
    typed: Mapping[str, str]
    outlook: Outlook | None
    faults: Sequence[Fault]


def page_of(conflict: Conflict, around: Around, asked: Asked, posted: Typed | None = None, faults: Sequence[Fault] = ()) -> dict[str, Any]:
    """Everything that the template of one conflict asks for."""
    keys, others = _shown_keys(conflict, around), other_keys(conflict, around)
    offers = offered(conflict, around, posted or {}, faults)
    named = _named_keys(conflict, offers)
    found = shown.figures(around.rows[key] for key in {*keys, *others, *named, *_nested_keys(around)} if key in around.rows)
    figures = [found[key] for key in dict.fromkeys(keys) if key in found]
    message, *offers = _in_words(conflict, offers, found.values())
    return {
        "section": "conflicts",
        "conflict": conflict,
        "title": shown.title(conflict),
        "message": message,
        "figures": figures,
        "scope": around.rows[around.key].scope,
        "rivals": [figure for figure in figures if figure.row.key in conflict.about],
        "offers": offers,
        "decision": ConflictDecision.objects.select_related("by").filter(conflict=conflict.key).first(),
        "nesting": [(found[whole], [found[part] for part in parts]) for whole, parts in around.suggestion.items()],
        "others": [found[key] for key in others],
        "articles": articles(around) if conflict.code == kinds.OUTGROWN else [],
        "stages": vocabulary.STAGES,
        "tiers": vocabulary.TIERS,
        "asked": asked,
        "seen": Edition.objects.current_number(),
        **neighbours(asked, conflict.key),
    }


def effect_of(conflict: Conflict, around: Around, posted: Typed) -> Offered:
    """The way that is chosen in a form, with what it would do as it is filled in."""
    offers = [offer for offer in offered(conflict, around, posted, ()) if offer.option.name == posted["choice"]]
    _, offer = _in_words(conflict, offers, shown.figures(around.rows[key] for key in _named_keys(conflict, offers) if key in around.rows).values())
    return offer  # type: ignore[no-any-return]


def _shown_keys(conflict: Conflict, around: Around) -> list[str]:
    keys = shown.concerned(conflict)
    if conflict.code in (kinds.RIVAL_FIGURES, kinds.UNHEEDED_RANK):
        keys = [entry.key for entry in figures_of(around.entries.values(), conflict.entry.key)]
    return keys


def _named_keys(conflict: Conflict, offers: Sequence[Offered]) -> set[str]:
    """The statements that the message of the conflict, and what stands in the way of its settlements, name."""
    messages = (conflict.message, *(fault.message for offer in offers for fault in offer.faults))
    return {key for message in messages for key in shown.keys_in(message, conflict.entry.key)}


def offered(conflict: Conflict, around: Around, posted: Typed, faults: Sequence[Fault]) -> list[Offered]:
    """Each way with what it would do as it is filled in; what was typed stands where it was typed."""
    options = options_of(conflict.code, has_suggestion=bool(around.suggestion))
    return [_offered(number, option, conflict, around, posted, faults) for number, option in enumerate(options, 1)]


def _offered(number: int, option: Option, conflict: Conflict, around: Around, posted: Typed, faults: Sequence[Fault]) -> Offered:
    is_posted = posted.get("choice") == option.name
    typed = posted if is_posted else defaults(option, conflict, around)
    seen, own = (None, []) if option.name == "keep" else tried(option.name, around, {**typed, "rank_reason": typed.get("rank_reason") or "unsaid"})
    told = [fault for fault in own if is_posted or fault.field not in TO_BE_FILLED]
    return Offered(number, option, typed, seen, list(faults) if is_posted and faults else told)


def tried(choice: str, around: Around, typed: Typed) -> tuple[Outlook | None, list[Fault]]:
    """What a choice would do, or what stands in its way."""
    try:
        return outlook(settlement(choice, around, typed), around), []
    except PublicationRefused as refused:
        return None, list(refused.faults)
    except ValueError as error:
        return None, [Fault("choice", choice, str(error))]


def defaults(option: Option, conflict: Conflict, around: Around) -> dict[str, str]:
    """What stands in the form of an option before anybody types."""
    about = [key for key in conflict.about if key in around.rows]
    if option.asks == "parts":
        return {f"part-{key}": "on" for key in likely_cut(conflict, around)}
    if option.asks == "figure":
        return _figure(conflict, around, about)
    if option.asks == "correct":
        row = around.rows[conflict.entry.key]
        return {"amount": _digits(row.amount), "usd_as_published": _digits(row.usd_as_published), "currency": row.currency}
    if option.asks == "stage":
        return {"stage": around.rows[about[0]].stage if about else ""}
    if option.asks in ("prefer", "follow", "disclosed"):
        first = _chosen_at_first(option, conflict, around, about)
        ranked = around.rows.get(first)
        return {option.asks: first, "rank_reason": (ranked.rank_reason or "") if ranked else ""}
    return {}


def _chosen_at_first(option: Option, conflict: Conflict, around: Around, about: Sequence[str]) -> str:
    """The statement that an option begins with: of rivals the one of the nearest source, then the newest, that the ledger lets stand."""
    if conflict.code == kinds.UNHEEDED_RANK:
        return str(conflict.entry.key)
    if option.asks == "follow":
        return about[-1] if about else ""
    if option.asks == "prefer":
        return next((key for key in _nearest_first(around, about) if _can_stand(around, key)), str(conflict.entry.key))
    return next(iter(about), "")


def _nearest_first(around: Around, keys: Sequence[str]) -> list[str]:
    newest = sorted(keys, key=lambda key: (around.rows[key].announced_on, key), reverse=True)
    return sorted(newest, key=lambda key: around.rows[key].tier)


def _can_stand(around: Around, key: str) -> bool:
    try:
        preferred(around.entries.values(), key)
    except CannotStand:
        return False
    return True


def likely_cut(conflict: Conflict, around: Around) -> list[str]:
    """The parts that the excess is explained by: what the ledger suggests, else the ones of just that sum."""
    if around.suggestion:
        return [key for key in conflict.about if key in around.suggestion]
    return [key for key in conflict.about if key in around.rows and around.rows[key].amount == conflict.excess][:1]


def _figure(conflict: Conflict, around: Around, about: Sequence[str]) -> dict[str, str]:
    envelope = around.rows[conflict.entry.key]
    newest = max((envelope, *(around.rows[key] for key in about)), key=lambda row: (row.announced_on, row.key))
    held = (envelope.amount or 0) + (conflict.excess or 0)
    return {"amount": _digits(held), "announced_on": newest.announced_on, "source": str(newest.source_id), "tier": str(newest.tier)}


def _digits(amount: Any) -> str:
    return "" if amount is None else f"{amount.normalize():f}"


def _nested_keys(around: Around) -> list[str]:
    """The suggested wholes with their parts."""
    return [key for whole, parts in around.suggestion.items() for key in (whole, *parts)]


def other_keys(conflict: Conflict, around: Around) -> list[str]:
    """The statements of the initiative that give a sum, where one of them may be the figure of an undisclosed amount."""
    if conflict.code not in (kinds.UNDISCLOSED, kinds.DISCLOSED_LATER):
        return []
    own = around.rows[around.key]
    return [key for key, row in sorted(around.rows.items()) if row.initiative_id == own.initiative_id and row.amount and key != around.key]


def articles(around: Around) -> list[Article]:
    """The articles that the envelope and its parts were read in, the newest first."""
    found = {around.rows[key].source for key in shown.concerned(around.conflict) if key in around.rows}
    return sorted(sorted(found, key=lambda article: article.title), key=lambda article: article.published or "", reverse=True)


def _in_words(conflict: Conflict, offers: Sequence[Offered], known: Iterable[shown.Figure]) -> Iterator[Any]:
    """The message of the conflict, then the offers, with statements by their names in what stands in their way."""
    faults = [fault for offer in offers for fault in offer.faults]
    words = iter(shown.told([(conflict.entry.key, message) for message in (conflict.message, *(fault.message for fault in faults))], known))
    yield next(words)
    for offer in offers:
        yield replace(offer, faults=[Fault(fault.field, fault.value, next(words)) for fault in offer.faults])
