"""Writes one chart to a file without a server: every format a reader can download."""

import argparse
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.http import QueryDict

from dashboard import charts, short
from dashboard.charts import AnyChart
from dashboard.exports import as_csv, as_image, as_json, as_slides, as_xlsx, looks
from dashboard.exports.browser import PictureFailed
from dashboard.exports.looks import Look
from dashboard.exports.table import Table
from dashboard.exports.tables import chart_table
from dashboard.filters import FilterError, Filters
from dashboard.queries.readiness import Unsettled, state_of
from initiatives.management.prepared import PreparedCommand


class Command(PreparedCommand):
    """`manage.py export_chart funding-by-country --format png --filter "basis=committed" --output chart.png`."""

    help = "Writes a chart to a file, with the same filters as its page."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Slug, format, filter, file."""
        parser.add_argument("slug", help=f"One of: {', '.join(charts.CHARTS)}.")
        parser.add_argument("--format", required=True, choices=[*as_image.CONTENT_TYPES, SLIDES, *TABLES], help="The kind of file.")
        parser.add_argument("--filter", default="", help='The part of the page\'s address after "?", such as "country=JPN&basis=committed".')
        parser.add_argument("--shape", default="", choices=["", *looks.SHAPES], help="How a picture is cut; as wide as it needs without it.")
        parser.add_argument("--scale", default=looks.USUAL_SCALE, type=int, choices=looks.SCALES, help="Pixels of a PNG for each of the drawing.")
        parser.add_argument("--output", required=True, type=Path, help="The file to write; an older one is replaced only when the new one is whole.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file whole or not at all."""
        try:
            chart = charts.get(options["slug"])
            with short.kept(), state_of(QueryDict(options["filter"].removeprefix("?"))) as filters:
                now = charts.stamp(filters)
                made = file_of(chart, filters, options["format"], Look(options["shape"], options["scale"]))
        except (charts.UnknownChart, FilterError, PictureFailed, Unsettled) as error:
            raise CommandError(str(error)) from error
        write_whole(options["output"], made)
        self.stdout.write(f"{options['output']}: {len(made):,} bytes, {now.as_of}, edition {now.edition}.")


def file_of(chart: AnyChart, filters: Filters, extension: str, look: Look = looks.USUAL) -> bytes:
    """The file's bytes, as a reader would download them. Raises PictureFailed in words."""
    if extension in TABLES:
        return TABLES[extension](chart_table(chart.slug, filters))
    address = as_image.address_of(chart, filters)
    if extension == SLIDES:
        return as_slides.make(chart, filters, address, None if as_slides.is_native(chart) else _for_a_slide(chart, filters, address))
    if extension == as_image.DRAWN_HERE:
        return as_image.svg(chart, filters, address, look)
    return as_image.drawn(as_image.figure_of(chart, filters, address, look), extension, look)


def _for_a_slide(chart: AnyChart, filters: Filters, address: str) -> bytes:
    """The picture of a chart that an office program cannot draw."""
    return as_image.drawn(as_image.figure_of(chart, filters, address, as_slides.ON_A_SLIDE), "png", as_slides.ON_A_SLIDE)


def _workbook(table: Table) -> bytes:
    target = BytesIO()
    as_xlsx.write([table], target)
    return target.getvalue()


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the file and moves it there, so that a full disk leaves no half file. Raises CommandError in words."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise CommandError(f"{path} could not be written ({error.strerror}). Nothing was left behind.") from error


SLIDES = "pptx"
TABLES: dict[str, Callable[[Table], bytes]] = {
    "csv": lambda table: b"".join(as_csv.stream(table)),
    "json": lambda table: b"".join(as_json.stream(table)),
    "xlsx": _workbook,
}
