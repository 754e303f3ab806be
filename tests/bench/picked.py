"""Fills a record with organizations to fifty thousand, finds names among them, prints the milliseconds as JSON, and takes everything back."""

import json
import random
import statistics
from collections.abc import Iterator
from typing import Final

from django.db import connection, transaction

from initiatives.desk.picking import find_organizations
from initiatives.models import KnownName, Organization, OrganizationName, writing
from initiatives.recount.names import recount_names
from tests.bench.timing import time_each

ORGANIZATIONS: Final = 50_000
TURNS: Final = 7
FIRST: Final = (
    "Ministry of", "Agency for", "University of", "Institute for", "National", "Federal Office of", "Bank of", "Northern", "Royal", "Digital",
)  # fmt: skip
SECOND: Final = ("Economy", "Science", "Trade", "Education", "Energy", "Health", "Finance", "Data", "Computing", "Chips", "Transport", "Industry")
ENDS: Final = ("", " Inc.", " Ltd", " GmbH", " Group", " Foundation", " Council", " Authority")
LETTERS: Final = "abcdefghijklmnoprstuvwz"
ASKED: Final = (
    "m", "mi", "ministry", "ministry of", "ministry of economy", "econ", "uni tra", "minstry of econmy", "METI", "bank of data", "gruop of", "zzz",
    "nothing like it at all", "inst energy", "micorsoft", "royal chips gmbh", "oe",
)  # fmt: skip


def main() -> None:
    """Prints {"slowest": …, "median": …}: the median milliseconds of the slowest question (with its processor time), and of all."""
    with transaction.atomic():
        fill(random.Random(6))
        with connection.cursor() as cursor:
            for index in ("known_name_words", "known_name_pieces"):
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
            cursor.execute(f"ANALYZE {KnownName._meta.db_table}")
        times = {typed: time_each(find_organizations, [typed] * TURNS) for typed in ASKED}
        transaction.set_rollback(True)
    medians = {typed: statistics.median(each.waited) for typed, each in times.items()}
    slowest = max(medians, key=lambda typed: medians[typed])
    found = {"slowest": medians[slowest], "slowest_cpu": times[slowest].processor, "median": statistics.median(medians.values()), "which": slowest}
    print(json.dumps(found))


def fill(chance: random.Random) -> None:
    """Organizations up to fifty thousand, each third with an alias."""
    missing = ORGANIZATIONS - Organization.objects.count()
    rows = [Organization(name=name, slug=f"picked-{at}") for at, name in enumerate(names(missing, chance))]
    writing.number_rows(Organization, rows)
    writing.copy_rows(Organization, rows)
    others = [OrganizationName(organization=row, name="".join(chance.choices(LETTERS, k=5)).upper()) for row in rows[::3]]
    writing.number_rows(OrganizationName, others)
    writing.copy_rows(OrganizationName, others)
    recount_names(initiatives=[], organizations=None)


def names(number: int, chance: random.Random) -> Iterator[str]:
    """Names that begin alike, as those of ministries do."""
    for at in range(number):
        place = "".join(chance.choices(LETTERS, k=chance.randint(4, 9))).title()
        yield f"{chance.choice(FIRST)} {chance.choice(SECOND)} {place} {at}{chance.choice(ENDS)}"
