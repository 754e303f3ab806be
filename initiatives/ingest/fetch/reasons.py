"""Says in words why a connection brought no answer; must not know what was asked for."""

import ssl
from collections.abc import Iterator
from http.client import BadStatusLine, HTTPException, IncompleteRead, RemoteDisconnected

from urllib3.exceptions import ConnectTimeoutError, ReadTimeoutError
from urllib3.exceptions import IncompleteRead as IncompleteAnswer

DEEPEST = 6  # errors within errors
# The first kind that is met decides: an error of the library holds the one beneath that tells why.
REASONS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((ssl.SSLCertVerificationError,), "its certificate cannot be trusted"),
    ((ssl.SSLError,), "no safe connection (TLS) could be made with it"),
    ((ConnectionRefusedError,), "it refuses connections"),
    ((IncompleteRead, IncompleteAnswer), "it broke off before the end of its answer"),
    ((RemoteDisconnected, ConnectionResetError, ConnectionAbortedError, BrokenPipeError), "it closed the connection without an answer"),
    ((TimeoutError, ConnectTimeoutError, ReadTimeoutError), "it does not answer in time"),
    ((BadStatusLine, HTTPException, ValueError), "what it sends is no answer of a web server"),
    ((OSError,), "no connection to it could be made"),
)
OTHERWISE = "what it sends is no answer of a web server"


def in_words(error: BaseException) -> str:
    """The reason, by the kind of the error and of those it stands for; never the error's own text, which is written for programmers."""
    met = list(_within(error, 0))
    return next((words for kinds, words in REASONS if any(isinstance(each, kinds) for each in met)), OTHERWISE)


def _within(error: object, depth: int) -> Iterator[BaseException]:
    """The error, and those it holds or comes from."""
    if not isinstance(error, BaseException) or depth > DEEPEST:
        return
    yield error
    for each in (*error.args, error.__cause__, getattr(error, "reason", None)):
        yield from _within(each, depth + 1)
