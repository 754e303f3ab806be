"""Makes small PDF files for the tests: lines of text at their places, and files that are bad on purpose."""

import zlib
from collections.abc import Sequence

Line = tuple[float, float, float, str]  # x and y in points, size, text


def paper(pages: Sequence[Sequence[Line]], info: str = "") -> bytes:
    """A PDF with these lines, drawn in this order, on pages of A4. `info` is what stands in its description, as PDF writes it."""
    return assembled([drawn(lines) for lines in pages], info)


def drawn(lines: Sequence[Line]) -> bytes:
    """The stream that draws the lines."""
    return b"\n".join(b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (size, x, y, escaped(text)) for x, y, size, text in lines)


def assembled(contents: Sequence[bytes], info: str = "", packed: bool = False) -> bytes:
    """A PDF with a page for each stream."""
    count = len(contents)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        objects += [page.encode(), stream(content, packed)]
    objects.append(f"<< {info} >>".encode("cp1252"))
    return written(objects)


def stream(content: bytes, packed: bool) -> bytes:
    """A stream as an object, packed or not."""
    body = zlib.compress(content) if packed else content
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), b"/Filter /FlateDecode" if packed else b"", body)


def written(objects: Sequence[bytes]) -> bytes:
    """The file of these objects; the first is the catalogue, the last the description."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table, trailer, len(body))


def escaped(text: str) -> bytes:
    """Text as a string of PDF."""
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
