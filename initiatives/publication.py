"""What an editor decided to publish, complete, as plain values: `review` makes it from a draft, `publish` writes it. Knows no tables."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of the article behind a value; offsets are code points of the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleToPublish:
    """The article everything in a publication was read in. `url` is its identity; the text is kept with it."""

    url: str
    title: str
    publisher: str
    klass: str
    published: str | None
    rests_on: str
    text: str


@dataclass(frozen=True, slots=True)
class OrganizationToPublish:
    """An organization: of the record by its `slug`, or a new one by its name when `slug` is None."""

    slug: str | None
    name: str
    kind: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class FunderToPublish:
    """Who pays: an organization, or words for the unnamed; `share` 0 to 1, None where the split is not published."""

    organization: OrganizationToPublish | None
    described: str | None = None
    country: str | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EntryToPublish:
    """One funding entry. `related_to` is the key of an entry of the record; `related_new` the index of an earlier entry of the same publication."""

    amount: Decimal | None
    currency: str
    stage: str
    origin: str
    scope: str
    announced_on: str
    relation: str
    tier: int
    related_to: str | None = None
    related_new: int | None = None
    hedge: str = "exact"
    amount_low: Decimal | None = None
    amount_high: Decimal | None = None
    usd_as_published: Decimal | None = None
    funders: tuple[FunderToPublish, ...] = ()
    channel: str | None = None
    recipient_country: str | None = None
    period: str | None = None
    instrument: str | None = None
    within: str | None = None
    new_money: str = "unclear"
    note: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class ParticipationToPublish:
    """Who takes part, named or described. A participation that the record has already is left as it is."""

    organization: OrganizationToPublish | None
    described: str | None
    role: str
    status: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class CommentToPublish:
    """Who says what. `position` may be empty where the verbatim `quote` speaks for itself."""

    speaker: str
    actor: str
    stance: str
    position: str
    quote: str | None = None
    title: str | None = None
    affiliation: str | None = None
    place: str | None = None
    country: str | None = None
    interest: str | None = None
    aspects: tuple[str, ...] = ()
    said_on: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class PointToPublish:
    """A goal, rationale, hurdle, opportunity, or the model that is followed (then `country` says whose)."""

    kind: str
    aspect: str
    text: str
    country: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class QuantityToPublish:
    """Something promised that is not money, in units of `measure`."""

    measure: str
    value: Decimal
    hedge: str
    status: str
    by: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class InitiativeToPublish:
    """A new initiative, for an article about one that the record does not have."""

    name: str
    countries: tuple[str, ...]
    kind: str
    status: str
    announced: str
    summary: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that one decision adds to the record: to the initiative `slug`, or to `new_initiative` when `slug` is None."""

    article: ArticleToPublish
    slug: str | None
    new_initiative: InitiativeToPublish | None = None
    entries: tuple[EntryToPublish, ...] = ()
    participations: tuple[ParticipationToPublish, ...] = ()
    comments: tuple[CommentToPublish, ...] = ()
    points: tuple[PointToPublish, ...] = ()
    quantities: tuple[QuantityToPublish, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a publication from being written: the field, the value, and the way out in words."""

    field: str
    value: str
    message: str


class NotConfirmed(ValueError):
    """A publication that asks something of its editor, to which nobody said yes yet; `questions` are sentences."""

    def __init__(self, questions: tuple[str, ...]) -> None:
        self.questions = questions
        super().__init__(" ".join(questions))


class PublicationRefused(ValueError):
    """A publication that cannot be written as it stands; `faults` says what and how to mend it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{fault.field}: {fault.message}" for fault in faults))


@dataclass(frozen=True, slots=True)
class BasisEffect:
    """What publishing would change at one basis, for the owner: counted totals before and after, in the entry's currency and in dollars."""

    basis: str
    before_usd: Decimal | None
    after_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class EntryEffect:
    """What one entry would add at the default basis, in its own currency, and the reason: “restates METI's five-year support (21 Dec 2025)”."""

    index: int
    adds: Decimal | None  # in `currency`; None where it cannot be said
    currency: str
    adds_usd: Decimal | None
    reason: str
    related_in_words: str | None
    said: str = ""  # the sum in the words of the article, else as published
    rate_of: str | None = None  # the day of the rate by which the entry counts in dollars


@dataclass(frozen=True, slots=True)
class Effect:
    """What publishing would do, worked out without writing anything."""

    owner: str  # country code, or joint
    entries: tuple[EntryEffect, ...]
    bases: tuple[BasisEffect, ...]
    initiative_before_usd: Decimal | None
    initiative_after_usd: Decimal | None
    warnings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()  # what an editor is asked before it is published
    asks: str = ""  # the mark of a yes to these questions
