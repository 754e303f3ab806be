"""The form in which a language service must answer; what has another form is dropped and counted; must not know the article."""

import json
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from initiatives.ingest.steps.understand.aspects import FURTHER, PATTERNS

MOST_OF_A_KIND = 60  # proposals of one kind that are looked at; no article holds more
ASPECTS = frozenset([*PATTERNS, *FURTHER])
Passage = Annotated[str, StringConstraints(min_length=2, max_length=1500)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=150, pattern=r"^[^\r\n]+$")]
_FENCE = "```"


class _Proposal(BaseModel):
    """What all proposals have in common: no field is guessed from another type, and fields that were not asked for are not looked at."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class Sum(_Proposal):
    """A sum of money by the passage that holds it; its amount and currency are read from the passage and nowhere else."""

    passage: Passage
    role: Literal["initiative-funding", "part-of-it", "context"]


class Body(_Proposal):
    """An organization by its name as printed."""

    name: Name
    role: Literal["lead", "funder", "partner", "supplier", "operator", "mentioned"]


class Words(_Proposal):
    """What somebody says, word for word, and how the speaker stands to the initiative."""

    words: Passage
    speaker: Name | None = None
    stance: Literal["supportive", "cautious", "critical", "neutral", "unclear"] = "unclear"


class Point(_Proposal):
    """A goal, rationale, hurdle, opportunity or model by the passage that gives it."""

    passage: Passage
    kind: Literal["goal", "rationale", "hurdle", "opportunity", "model"]
    aspect: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The proposals that have the right form, and how many had not."""

    money: tuple[Sum, ...] = ()
    organizations: tuple[Body, ...] = ()
    quotes: tuple[Words, ...] = ()
    points: tuple[Point, ...] = ()
    misshapen: int = 0


class BrokenReply(ValueError):
    """The whole answer is not the JSON object that was asked for."""


Kind = TypeVar("Kind", bound=_Proposal)


def read_reply(content: str) -> Reply:
    """The proposals of an answer. Raises BrokenReply where it is no JSON object at all; a single proposal of a wrong form is only counted."""
    plain = _object(content)
    money, organizations, quotes, points = (
        _read(Sum, plain.get("money")), _read(Body, plain.get("organizations")), _read(Words, plain.get("quotes")), _read(Point, plain.get("points")),
    )  # fmt: skip
    known = tuple(point for point in points[0] if point.aspect in ASPECTS)
    unknown = len(points[0]) - len(known)
    return Reply(money[0], organizations[0], quotes[0], known, money[1] + organizations[1] + quotes[1] + points[1] + unknown)


def _object(content: str) -> dict[str, Any]:
    try:
        plain = json.loads(_without_fence(content))
    except (ValueError, RecursionError) as error:
        raise BrokenReply("The answer is not JSON.") from error
    if not isinstance(plain, dict):
        raise BrokenReply("The answer is JSON, but not an object.")
    return plain


def _without_fence(content: str) -> str:
    """The answer without the fence of a code block, which many services put around JSON."""
    bare = content.strip()
    return bare.split("\n", 1)[-1].removesuffix(_FENCE) if bare.startswith(_FENCE) and "\n" in bare else bare


def _read(kind: type[Kind], given: Any) -> tuple[tuple[Kind, ...], int]:
    """The proposals of one kind that have its form, and the number of the others."""
    if given is None:
        return (), 0
    if not isinstance(given, list):
        return (), 1
    read = [_one(kind, each) for each in given[:MOST_OF_A_KIND]]
    good = tuple(each for each in read if each is not None)
    return good, len(given) - len(good)


def _one(kind: type[Kind], given: Any) -> Kind | None:
    try:
        return kind.model_validate(given)
    except ValidationError:
        return None
