"""Broker, database and workers are restarted under a site at work: nothing is lost, nothing is doubled, and the desk says what happened."""

import signal
import time
from pathlib import Path

import psutil
import pytest

from config import processes
from tests.config.rehearsal import Site, wait_until

pytestmark = pytest.mark.slow

ARTICLES = 12
BEGUN_SECONDS = 0.4  # in which the first articles are read, and not all of them
COUNTRIES = ("Norway", "Chile", "Kenya", "Japan", "Canada", "France", "India", "Brazil", "Egypt", "Spain", "Poland", "Ghana")
MINISTERS = ("research", "industry", "finance", "education", "trade", "energy", "health", "science", "labour", "transport", "defence", "culture")
COUNT = (
    "from collections import Counter",
    "from initiatives.models import Draft, Intake",
    "states = Counter(Intake.objects.values_list('state', flat=True))",
    "print(sum(states.values()), states['done'], states['failed'], Draft.objects.count(), Draft.objects.values('article').distinct().count())",
)
# What the sweeper finds after a minute, at once.
SWEEP = (
    "import datetime",
    "from django.utils import timezone",
    "from initiatives import tasks",
    "from initiatives.models import Intake",
    "long_ago = timezone.now() - datetime.timedelta(minutes=5)",
    "Intake.objects.filter(state__in=('waiting', 'working')).update(claimed_at=long_ago)",
    "tasks.sweep.delay()",
)
EMPTY = ("from initiatives.models import Article, Intake", "Intake.objects.all().delete()", "Article.objects.exclude(text='').delete()")


@pytest.fixture
def articles(site: Site, tmp_path: Path) -> list[str]:
    """Files about different efforts, on a desk that holds nothing else."""
    site.python(*EMPTY)
    made = []
    for number, (country, minister) in enumerate(zip(COUNTRIES, MINISTERS, strict=True), start=1):
        path = tmp_path / f"{country}.txt"
        path.write_text(
            f"{country} puts {number * 37} million dollars into artificial intelligence for {minister}\n\n"
            f"The government of {country} will spend ${number * 37} million on a national artificial intelligence programme, "
            f"the ministry of {minister} said on {number} September 2025. "
            f"The {minister} minister named {number + 3} universities of {country} that take part."
        )
        made.append(str(path))
    return made


def hand_in(site: Site, articles: list[str]) -> None:
    """Lets the whole pile wait, and the workers begin with it."""
    processes.send(workers_of(site), signal.SIGSTOP)
    site.manage("ingest", "--no-wait", *articles)
    assert counted(site) == (ARTICLES, 0, 0, 0, 0)
    processes.send(workers_of(site), signal.SIGCONT)
    time.sleep(BEGUN_SECONDS)


def all_done(site: Site) -> bool:
    site.python(*SWEEP)
    try:
        wait_until(lambda: counted(site)[1] == ARTICLES, 20)
    except AssertionError:
        return False
    return True


def counted(site: Site) -> tuple[int, ...]:
    """Intakes, those done, those failed, drafts, articles with a draft."""
    return tuple(int(word) for word in site.python(*COUNT).split())


def workers_of(site: Site) -> list[psutil.Process]:
    workers = [process for process in processes.of(site.home) if "worker" in process.cmdline()]
    assert workers
    return workers


def kill_workers(site: Site) -> None:
    workers = workers_of(site)
    processes.send(workers, signal.SIGKILL)
    wait_until(lambda: not any(processes.lives(one) for one in workers))
    for name in ("fetcher", "worker"):
        site.start(name)


def restart(site: Site, stopped: str) -> None:
    if stopped == "the workers":
        kill_workers(site)
    elif stopped == "the broker":
        site.engines.restart_broker()
    else:
        site.engines.restart_database()


@pytest.mark.parametrize("stopped", ["the broker", "the database", "the workers"])
def test_a_restart_in_mid_work_loses_nothing_and_doubles_nothing(site: Site, articles: list[str], stopped: str) -> None:
    hand_in(site, articles)
    restart(site, stopped)
    wait_until(site.is_ready)
    wait_until(lambda: all_done(site))
    assert counted(site) == (ARTICLES, ARTICLES, 0, ARTICLES, ARTICLES)
