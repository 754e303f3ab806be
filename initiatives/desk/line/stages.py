"""The stages of the line as rows of a table: how many reached each, what that means, and the list that shows them. Pure."""

from dataclasses import dataclass

from initiatives.ingest.run.counters import Counters


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its name, what it counts, how many, and the list of the inbox that shows them (empty for none)."""

    name: str
    means: str
    number: int
    listed: str = ""


def stages(counted: Counters) -> list[Stage]:
    """Every stage in the order in which an article passes them."""
    return [
        Stage("Seen", "items that sources showed, and what was handed in", counted.seen),
        Stage("Fetched", "whose page or file came in and was opened", counted.fetched),
        Stage("Copies", "the same text as one that was read before", counted.duplicate, "known"),
        Stage("Kept", "about a national AI effort", counted.kept),
        Stage("Maybe", "of which the line is not sure", counted.maybe, "maybe"),
        Stage("Rejected", "about something else, as the line thinks", counted.rejected, "rejected"),
        Stage("Drafted", "drafts that were left on the desk", counted.drafted, "drafts"),
        Stage("Accepted", "of these drafts, published by an editor", counted.accepted, "decided"),
        Stage("Failed", "could not be read; why stands with each", counted.failed, "failed"),
        Stage("Waiting", "not finished yet", counted.waiting, "reading"),
    ]
