"""Puts the faults of a publication, whose rows are only those kept, back on the rows of the form."""

from initiatives.publication import Fault, PublicationRefused
from initiatives.review.decision import ROWS, Decision, in_publishing_order


def on_the_form(decision: Decision, refused: PublicationRefused) -> PublicationRefused:
    """The same refusal with `entries-0-…` naming the row of the form instead of the row of the publication."""
    return PublicationRefused(tuple(Fault(field_on_the_form(decision, fault.field), fault.value, fault.message) for fault in refused.faults))


def field_on_the_form(decision: Decision, field: str) -> str:
    """One field's name on the form; a field that belongs to no row keeps its name."""
    part, _, rest = field.partition("-")
    index, _, name = rest.partition("-")
    if part not in ROWS or not index.isdigit():
        return field
    kept = in_publishing_order(decision, part)
    return f"{part}-{kept[int(index)]}-{name}" if int(index) < len(kept) else field
