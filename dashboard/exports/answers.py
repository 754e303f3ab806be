"""Files as HTTP answers; must not know what is in them."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from tempfile import TemporaryFile
from typing import Final

from django.http import FileResponse, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.utils.http import content_disposition_header

from dashboard.exports import as_csv, as_json, as_xlsx
from dashboard.exports.names import file_name
from dashboard.exports.table import Table
from dashboard.filters import Filters
from dashboard.queries.readiness import Needs, itself, state_of

Make = Callable[[Filters], Table]
CONTENT_TYPES: Final[Mapping[str, str]] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WHOLE_PIECES: Final = 8  # a file of no more pieces is answered at once, and so can be kept for the next reader
MAKES: Final[Mapping[str, Callable[[Table], Iterator[bytes]]]] = {"csv": as_csv.stream, "json": as_json.stream}


def file_of(query: QueryDict, extension: str, make: Make, needs: Needs = itself) -> HttpResponseBase:
    """The file that `make` describes for an address; small ones at once, large ones as a stream that is read from one state of the record.

    Raises FilterError, and Unsettled."""
    if extension == "xlsx":
        return _workbook(query, make, needs)
    pieces = _pieces(query, extension, make, needs)
    name = next(pieces).decode()
    first = list(islice(pieces, WHOLE_PIECES))
    if len(first) < WHOLE_PIECES:
        return _named(HttpResponse(b"".join(first), content_type=CONTENT_TYPES[extension]), name)
    return _named(StreamingHttpResponse(_chained(first, pieces), content_type=CONTENT_TYPES[extension]), name)


def _pieces(query: QueryDict, extension: str, make: Make, needs: Needs) -> Iterator[bytes]:
    """The file's name, then the file; the transaction ends with the last piece."""
    with state_of(query, needs) as filters:
        table = make(filters)
        yield file_name(table.heading, extension).encode()
        yield from MAKES[extension](table)


def _chained(first: list[bytes], others: Iterator[bytes]) -> Iterator[bytes]:
    yield from first
    yield from others


def _workbook(query: QueryDict, make: Make, needs: Needs) -> HttpResponseBase:
    """The workbook, written to a temporary file first, because its index stands at its end."""
    target = TemporaryFile()  # noqa: SIM115  # the answer closes it
    with state_of(query, needs) as filters:
        table = make(filters)
        as_xlsx.write([table], target)
    size = target.tell()
    target.seek(0)
    if size <= LARGEST_AT_ONCE_BYTES:
        with target:
            return _named(HttpResponse(target.read(), content_type=CONTENT_TYPES["xlsx"]), file_name(table.heading, "xlsx"))
    return _named(FileResponse(target, content_type=CONTENT_TYPES["xlsx"]), file_name(table.heading, "xlsx"))


LARGEST_AT_ONCE_BYTES: Final = 2_000_000


def _named(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """The answer as a file of this name; JSON is shown by a browser, the rest is saved."""
    response["Content-Disposition"] = content_disposition_header(not name.endswith(".json"), name) or ""
    return response
