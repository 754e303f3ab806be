"""Whatever order people write in at the same moment: totals equal a fresh count at every edition, and nobody reads half a publication."""

import random
import threading
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from initiatives.exchange.load import load
from initiatives.exchange.problems import Refused
from initiatives.importing import run, upload
from initiatives.models import BulkImport, Edition, FundingCount, FundingEntry, Snapshot
from initiatives.publication import PublicationRefused
from initiatives.publish import editing, identity, publish, undo
from initiatives.recount import recount_all
from tests.at_once import at_once
from tests.initiatives.exchange.files import entry, initiative, write
from tests.initiatives.publish.publications import ARTICLE, entry_to_publish, publication

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PEOPLE = 4
ROUNDS = 4
CHECKS = 3  # of a spreadsheet, each the one before a storing
Work = Callable[[], object]
State = tuple[int, Decimal]  # an edition's number, and the total in dollars


@pytest.fixture
def record(tmp_path: Path, transactional_db: None) -> Path:
    """One family: a million, and a part of it."""
    part = entry("fjord-computer#2", relation="part-of", related_to="fjord-computer#1", amount=400_000, announced_on="2025-06-01")
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1"), part])))
    return tmp_path


def publishing(dice: random.Random) -> Work:
    """A part of the family that an article adds."""
    amount = Decimal(dice.randrange(1_000, 90_000))
    article = replace(ARTICLE, url=f"https://news.example/{dice.random()}")
    part = entry_to_publish(relation=dice.choice(["part-of", "restates"]), amount=amount)
    return lambda: publish(publication(article=article, entries=(part,), participations=(), quantities=()), None, "Published")


def editing_one(dice: random.Random) -> Work:
    """Another amount for an entry of the family."""
    key, amount = f"fjord-computer#{dice.choice([1, 2])}", dice.randrange(400_000, 2_000_000)

    def work() -> None:
        with editing(None, "Edited") as session:
            row = FundingEntry.objects.get(key=key)
            row.amount = Decimal(amount)
            session.save(row)

    return work


def taking_back(dice: random.Random) -> Work:
    """Whatever some edition of the last ones changed; refused where something rests on it."""
    back = dice.randrange(3)

    def work() -> None:
        number = Edition.objects.current_number() - back
        if number > 1:
            undo(number, None, "Taken back")

    return work


def loading(folder: Path, dice: random.Random) -> Work:
    """A file about another initiative, which is new or says another sum than before."""
    own = folder / str(dice.random())
    own.mkdir()
    row = entry("harbour-model#1", amount=dice.randrange(10_000, 900_000))
    file = write(own, initiative(slug="harbour-model", name="Harbour Model", funding=[row]))
    return lambda: load(file)


def importing(dice: random.Random) -> Work:
    """A spreadsheet with a part of the family, checked beforehand; where the record changed meanwhile it is stored after another check."""
    amount = dice.randrange(1_000, 90_000)
    content = f"initiative,amount,currency,announced_on,relation,related_to\nfjord-computer,{amount},NOK,2025-07,part-of,fjord-computer#1\n"
    said = {"source": f"https://table.example/{dice.random()}", "stage": "announced", "origin": "public", "scope": "ai", "tier": "3"}
    row = upload.take("funding", "table.csv", content.encode(), None)
    assert upload.ask_for_check(row, row.mapping, {**row.reading, "defaults": said}, row.version)
    run.work_on(row.pk)
    row.refresh_from_db()
    assert row.problem_count == 0

    def work() -> None:
        for _ in range(CHECKS):
            row.refresh_from_db()
            if upload.ask_for_storing(row, row.version):
                run.work_on(row.pk)

    return work


def merging() -> Work:
    """What was loaded and the family's initiative are found to be one; refused where nothing was loaded, or they are one already."""
    return lambda: identity.merge("initiative", "fjord-computer", "harbour-model", None)


def state() -> State:
    """The newest edition and the total of the current snapshot, read at one moment."""
    total = FundingCount.objects.filter(snapshot__day=None).aggregate(total=Sum("usd_net"))["total"]
    return Edition.objects.current_number(), total or Decimal(0)


def noting(work: Work, states: set[State]) -> Work:
    """The work, with what its transaction leaves behind; what the record refuses leaves nothing."""

    def noted() -> None:
        try:
            with transaction.atomic():
                work()
                states.add(state())
        except (PublicationRefused, Refused):
            return

    return noted


def reading(end: threading.Event, seen: list[State]) -> None:
    """A reader of pages: one moment after the other, without any lock."""
    while not end.is_set():
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            edition, total = state()
            seen.append((edition, total))
            assert Snapshot.objects.get(day=None).edition == edition


def some_people(seed: int, folder: Path) -> list[list[Work]]:
    """What each person does in each round."""
    dice = random.Random(seed)
    kinds: list[Callable[[], Work]] = [
        lambda: publishing(dice),
        lambda: publishing(dice),
        lambda: editing_one(dice),
        lambda: taking_back(dice),
        lambda: loading(folder, dice),
        lambda: importing(dice),
        merging,
    ]
    return [[dice.choice(kinds)() for _ in range(PEOPLE)] for _ in range(ROUNDS)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_totals_equal_a_fresh_count_after_every_interleaving_and_readers_see_whole_editions(record: Path, seed: int) -> None:
    states, seen, end = {state()}, list[State](), threading.Event()
    for works in some_people(seed, record):
        end.clear()

        def write_all(works: list[Work] = works) -> None:
            try:
                assert at_once(*(noting(work, states) for work in works)) == []
            finally:
                end.set()

        assert at_once(write_all, lambda: reading(end, seen)) == []
        with transaction.atomic():
            assert recount_all() == []
    assert BulkImport.objects.filter(state="done").exists()
    assert Edition.objects.count() == Edition.objects.current_number()
    assert len(seen) > ROUNDS
    assert set(seen) <= states


@pytest.mark.parametrize("seed", [4, 5])
def test_a_fresh_count_finds_nothing_to_mend_while_others_write(record: Path, seed: int) -> None:
    moved: list[object] = []
    for works in some_people(seed, record):
        counting = [lambda: moved.extend(recount_all())] * 2
        assert at_once(*(noting(work, set()) for work in works), *counting) == []
    assert moved == []
