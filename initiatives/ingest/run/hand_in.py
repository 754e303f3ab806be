"""Takes an address or a file in as a row that waits for a worker; refuses in words what can never be read."""

from initiatives import dates
from initiatives.ingest.steps.discover import address_hash
from initiatives.models import Intake
from initiatives.text import is_web_address, visible

LARGEST_FILE_BYTES = 20 * 1024 * 1024  # of an upload; the text taken from it is capped far below
LONGEST_ADDRESS_CHARACTERS = 2000
FILE_SCHEME = "file:"


class HandInError(ValueError):
    """An article that cannot be taken in: names the field, the value and the way out."""


def hand_in_address(address: str, published: str | None = None) -> Intake:
    """A row for an article that is to be fetched: the one that waits for the same address already, or a new one.

    Raises HandInError for an address that is none, or a day that is none.
    """
    where, day = checked_address(address), checked_day(published)
    waiting = Intake.objects.filter(address_hash=address_hash(where), file_name="", article=None, state__in=("waiting", "working"), not_before=None)
    same = waiting.filter(claimed_published=day) if day else waiting
    return same.order_by("pk").first() or Intake.objects.create(address=where, address_hash=address_hash(where), claimed_published=day, step="fetch")


def hand_in_file(file_name: str, body: bytes, address: str | None = None, published: str | None = None) -> Intake:
    """A row for a file's bytes; `address` is where a reader finds the article. A file that is empty or too large is kept as a failure in words."""
    where = checked_address(address) if address else f"{FILE_SCHEME}{file_name}"[:LONGEST_ADDRESS_CHARACTERS]
    row = Intake(address=where, file_name=file_name[:255], claimed_published=checked_day(published), body=body)
    fault = fault_of(body)
    if fault:
        row.state, row.message, row.body = "failed", f"{file_name}: {fault}", None
    row.save()
    return row


def checked_address(address: str) -> str:
    """The address without its fragment. Raises HandInError unless it is http or https with a host."""
    cleaned = address.strip().split("#", 1)[0]
    if len(cleaned) > LONGEST_ADDRESS_CHARACTERS:
        raise HandInError(f"address: {len(cleaned):,} characters are too many. Use an address of at most {LONGEST_ADDRESS_CHARACTERS:,}.")
    if not is_web_address(cleaned):
        raise HandInError(
            f'address: "{visible(cleaned[:80])}" is not an address of the web. Use one that begins with http:// or https:// and names a host.'
        )
    return cleaned


def checked_day(published: str | None) -> str | None:
    """The day of publication as given, None when not given. Raises HandInError for a day that is none."""
    if not published:
        return None
    try:
        dates.parse(published)
    except ValueError as error:
        raise HandInError(f"published: {error}") from error
    return published


def fault_of(body: bytes) -> str | None:
    """What makes these bytes unreadable whatever they hold, in words; None when they can be tried."""
    if not body.strip():
        return "the file is empty. Hand in the article's text or page."
    if len(body) > LARGEST_FILE_BYTES:
        return f"{len(body) / 1e6:.0f} MB is too large. Hand in the article alone, at most {LARGEST_FILE_BYTES // 1_048_576} MB."
    return None
