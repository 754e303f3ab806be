"""What extraction starts from: bytes with what came beside them; must not know how they came."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes with what came with them: address, charset and kind by the header; title, summary and day by the feed or by who handed it in.

    A page's own title goes before that of its feed.

    `fetched` is the day of the fetch; `day_by_hand` is true where a person gave the day of publication.
    """

    body: bytes
    url: str | None = None
    content_type: str = ""
    charset: str | None = None
    title: str = ""
    summary: str = ""
    published: str | None = None
    publisher: str | None = None
    fetched: str | None = None
    day_by_hand: bool = False
