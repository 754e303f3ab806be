"""One rehearsal of the site on engines of its own, shared by the tests that need it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from config import processes
from config.engines import ROOT
from tests.config.rehearsal import NOT_COPIED, POSTGRESQL, Engines, Site, free_port, wait_until


@pytest.fixture(scope="session")
def own_engines() -> Iterator[Engines]:
    """Engines in a folder of their own: pytest closes its common one to the account that runs PostgreSQL whenever another session starts."""
    if not (POSTGRESQL and shutil.which("redis-server")):
        pytest.skip("Debian's postgresql and redis-server are not installed; script/test installs them where it can")
    with tempfile.TemporaryDirectory(prefix="engines-") as folder:
        engines = Engines(Path(folder))
        try:
            yield engines
        finally:
            processes.end([psutil.Process(server.pid) for server in (engines.database, engines.broker)], 10)


@pytest.fixture(scope="session")
def site(own_engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Prepare, web, workers and beat by the compose file's own commands, under production's settings."""
    site = Site(tmp_path_factory.mktemp("site") / "site", free_port(), own_engines)
    shutil.copytree(ROOT, site.home, ignore=NOT_COPIED)
    site.run("prepare")
    try:
        for name in ("web", "fetcher", "worker", "beat"):
            site.start(name)
        wait_until(site.is_ready)
        yield site
    finally:
        processes.end(processes.of(site.home), 10)
