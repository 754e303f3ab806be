"""The form of quick entry as it stands: every field as typed, nothing lost even when it is wrong. Knows no tables."""

from dataclasses import dataclass, fields
from typing import Final

Text = str  # as typed; empty where nothing is known

YES: Final = "yes"
MOST_PAYERS: Final = 6


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays: the name as typed, the address of the organization that was chosen (empty: words for the unnamed), the share in per cent."""

    name: Text = ""
    slug: Text = ""
    share: Text = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """One announcement. `pasted` are the source's words, `taken` the number of the sum in them that this form is for, `passage` where it stands
    there (`start-end`, code points). `slug` is the initiative of the record, empty where the `new_…` fields make one. `choice` is the relation
    and the key that it points at (`replaces japan#5`), empty while nobody chose; `by_hand` is set once somebody did. `proposed` is a choice that
    the words of the source suggest."""

    pasted: Text = ""
    taken: Text = ""
    passage: Text = ""
    initiative: Text = ""
    slug: Text = ""
    new: Text = ""
    new_countries: Text = ""
    new_kind: Text = ""
    new_status: Text = "announced"
    new_summary: Text = ""
    amount: Text = ""
    currency: Text = ""
    hedge: Text = "exact"
    amount_low: Text = ""
    amount_high: Text = ""
    usd_as_published: Text = ""
    stage: Text = "announced"
    origin: Text = "unknown"
    scope: Text = "ai"
    announced_on: Text = ""
    period: Text = ""
    payers: tuple[Payer, ...] = ()
    channel: Text = ""
    recipients: Text = ""
    recipient_country: Text = ""
    instrument: Text = ""
    within: Text = ""
    new_money: Text = "unclear"
    note: Text = ""
    url: Text = ""
    title: Text = ""
    publisher: Text = ""
    klass: Text = "press"
    published: Text = ""
    tier: Text = "3"
    proposed: Text = ""
    choice: Text = ""
    by_hand: Text = ""
    confirmed: Text = ""

    @property
    def relation(self) -> str:
        """The relation that was chosen, `new` while none was."""
        return self.choice.partition(" ")[0] or "new"

    @property
    def related_to(self) -> str | None:
        """The key of the entry that the relation points at; None for new money."""
        return self.choice.partition(" ")[2] or None


PLAIN_FIELDS: Final = tuple(field.name for field in fields(Typed) if field.name != "payers")
