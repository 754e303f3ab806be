"""What is read from one article, claim by claim, each with its passage; must not know the record."""

from dataclasses import dataclass
from decimal import Decimal

from initiatives.ingest.values.article import Evidence


@dataclass(frozen=True, slots=True)
class Funder:
    """Who pays: a named organization, or words for the unnamed; share 0 to 1, None where the split is not published."""

    organization: str | None = None
    described: str | None = None
    country: str | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MoneyClaim:
    """One sum as printed. Of a range `amount` is the lower end, of "up to" the ceiling, of "at least" the floor.

    `usd_quoted` only where the text gives dollars beside it, read from `usd_evidence`. `restates_in_text` is the index of the claim of the same
    `Understanding.money` that says the same money first. `role` is initiative-funding, part-of-it or context.
    `currency_alternatives` are other readings of a bare "$" or "¥"; `yearly` says that the figure is for each year of `period`. `channel` is the
    agency that the money passes through and `recipients` are who receives it, each as it stands in the text.
    """

    evidence: Evidence
    amount: Decimal
    currency: str
    hedge: str = "exact"
    amount_low: Decimal | None = None
    amount_high: Decimal | None = None
    usd_quoted: Decimal | None = None
    usd_evidence: Evidence | None = None
    role: str = "context"
    stage: str = "announced"
    origin: str = "unknown"
    scope: str = "ai"
    announced_on: str | None = None
    period: str | None = None
    new_money: str = "unclear"
    instrument: str | None = None
    funders: tuple[Funder, ...] = ()
    channel: str | None = None
    recipients: tuple[str, ...] = ()
    restates_in_text: int | None = None
    currency_alternatives: tuple[str, ...] = ()
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class OrganizationClaim:
    """An organization at its first mention. `name` is None for the unnamed, which `described` puts in words ("major financial institutions")."""

    evidence: Evidence
    name: str | None
    described: str | None = None
    kind: str | None = None
    country: str | None = None
    role: str = "mentioned"
    status: str = "confirmed"


@dataclass(frozen=True, slots=True)
class QuoteClaim:
    """Words of a speaker, direct or reported; `evidence.text` are the words. `title`, `affiliation`, `place` as they stand in the text."""

    evidence: Evidence
    speaker: str | None = None
    title: str | None = None
    affiliation: str | None = None
    place: str | None = None
    country: str | None = None
    actor: str = "other"
    direct: bool = True
    stance: str = "unclear"
    stance_reason: str | None = None
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PointClaim:
    """A goal, rationale, hurdle, opportunity or model; `country` is whose approach a model follows, else None."""

    evidence: Evidence
    kind: str
    aspect: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityClaim:
    """Something promised that is not money, in units of `measure`; `by` is a year."""

    evidence: Evidence
    measure: str
    value: Decimal
    hedge: str = "exact"
    status: str = "planned"
    by: str | None = None


@dataclass(frozen=True, slots=True)
class CountryClaim:
    """An ISO 3166-1 alpha-3 code or an actor's code, as `owner` or `mentioned`."""

    code: str
    role: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The report that the article rests on."""

    publisher: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class InitiativeClaim:
    """What the article calls the initiative, and its kind."""

    name: str
    kind: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 (the word of the pages and of the answers)
    """Something a person should look at, in words; offsets are None where it concerns the whole article."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything read from one article; every tuple is in reading order."""

    verdict: str
    relevance: float
    countries: tuple[CountryClaim, ...] = ()
    initiative: InitiativeClaim | None = None
    money: tuple[MoneyClaim, ...] = ()
    title_money: tuple[MoneyClaim, ...] = ()
    organizations: tuple[OrganizationClaim, ...] = ()
    quotes: tuple[QuoteClaim, ...] = ()
    points: tuple[PointClaim, ...] = ()
    quantities: tuple[QuantityClaim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def relevant(self) -> bool:
        """True for a hit; the doubtful are shown to an editor, not counted as found."""
        return self.verdict == "yes"

    def owners(self) -> tuple[str, ...]:
        """Codes of the countries and actors that own the initiative."""
        return tuple(country.code for country in self.countries if country.role == "owner")
