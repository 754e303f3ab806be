"""The site as it runs on engines of its own: the commands of the compose file against Debian's PostgreSQL and Redis."""

import http.client
import json
import os
import pwd
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg2
import pytest
import redis
import yaml

from config import processes
from config.engines import ROOT

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", "tests", "node_modules", "__pycache__", ".*_cache", ".hypothesis")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
PASSWORD = "a-password-of-the-rehearsal"
DEADLINE_SECONDS = 120
ARTICLE = """Norway to spend 1 billion kroner on artificial intelligence research

The Norwegian government will spend NOK 1 billion over five years on artificial intelligence research, the ministry said on 7 September 2023.

"We need to understand what artificial intelligence does to our society," said the minister of research.
"""


@pytest.fixture(scope="module")
def engines_folder() -> Iterator[Path]:
    """A folder of its own: pytest closes its common one to the account that runs PostgreSQL whenever another session starts."""
    with tempfile.TemporaryDirectory(prefix="engines-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def engines(engines_folder: Path) -> Iterator[dict[str, str]]:
    """Addresses of a PostgreSQL with a password and of a Redis, both on the network and both Debian's."""
    if not (POSTGRESQL and shutil.which("redis-server")):
        pytest.skip("Debian's postgresql and redis-server are not installed; script/test installs them where it can")
    home = engines_folder
    open_to_all(home)
    database, broker = free_port(), free_port()
    started = [postgresql(home / "postgresql", database), redis_server(home, broker)]
    addresses = {"DATABASE_URL": f"postgresql://postgres:{PASSWORD}@127.0.0.1:{database}/initiatives", "REDIS_URL": f"redis://127.0.0.1:{broker}/0"}
    try:
        wait_until(lambda: takes_connections(addresses))
        yield addresses
    finally:
        processes.end([psutil.Process(server.pid) for server in started], 10)


@pytest.fixture(scope="module")
def site(engines: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator["Site"]:
    """Prepare, web, worker and beat by the compose file's own commands, under production's settings."""
    site = Site(tmp_path_factory.mktemp("site") / "site", free_port(), engines)
    shutil.copytree(ROOT, site.home, ignore=NOT_COPIED)
    site.run("prepare")
    try:
        for name in ("web", "worker", "beat"):
            site.start(name)
        wait_until(site.is_ready)
        yield site
    finally:
        processes.end(processes.of(site.home), 10)


class Site:
    """One place that serves the product, in production."""

    def __init__(self, home: Path, port: int, engines: dict[str, str]) -> None:
        self.home, self.port = home, port
        own = {"PRODUCTION": "1", "SECRET_KEY": "kJf83jfLs93kfjLQ0zmf8wLPZ71mcne5WqTbYgUiOpAsDfGhJkLzXcVbNm", "ALLOWED_HOSTS": "ai.example.org"}
        outer = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
        self.environment = outer | engines | own | {processes.MARK: str(home), "PATH": f"{BIN}:{os.environ['PATH']}"}

    def command(self, name: str) -> list[str]:
        """The compose file's command of this service, on our port."""
        return shlex.split(COMPOSE[name]["command"].replace("0.0.0.0:8000", f"127.0.0.1:{self.port}"))

    def run(self, name: str) -> None:
        subprocess.run(self.command(name), cwd=self.home, env=self.environment, check=True)

    def start(self, name: str) -> None:
        (self.home / "var" / "beat").mkdir(parents=True, exist_ok=True)
        with (self.home / f"{name}.log").open("wb") as log:
            subprocess.Popen(self.command(name), cwd=self.home, env=self.environment, stdout=log, stderr=log, start_new_session=True)

    def manage(self, *words: str) -> str:
        done = subprocess.run(
            [str(BIN / "python"), "manage.py", *words], cwd=self.home, env=self.environment, capture_output=True, text=True, timeout=180
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def get(self, address: str, **headers: str) -> http.client.HTTPResponse:
        """What the site answers under its own name."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", address, headers={"Host": "ai.example.org", **headers})
        return connection.getresponse()

    def is_ready(self) -> bool:
        try:
            return self.get("/readyz").status == 200
        except OSError:
            return False


def test_web_worker_and_beat_are_ready_on_engines_of_their_own(site: Site) -> None:
    answer = json.load(site.get("/readyz"))
    assert answer["ready"]
    assert not (site.home / "var" / "engines" / "postgresql").exists()


def test_pages_are_served_behind_https_and_plain_requests_are_sent_there(site: Site) -> None:
    plain = site.get("/")
    assert plain.status == 301
    assert plain.headers["Location"] == "https://ai.example.org/"
    secure = site.get("/", **{"X-Forwarded-Proto": "https"})
    assert secure.status == 200
    assert "max-age=31536000" in secure.headers["Strict-Transport-Security"]


def test_a_name_that_is_not_the_sites_is_refused(site: Site) -> None:
    assert site.get("/", Host="elsewhere.example", **{"X-Forwarded-Proto": "https"}).status == 400


def test_an_article_goes_through_that_worker_to_the_desk(site: Site, tmp_path: Path) -> None:
    article = tmp_path / "norway.txt"
    article.write_text(ARTICLE)
    site.manage("ingest", str(article), "--url", "https://news.example/norway", "--published", "2023-09-07")
    assert site.manage("shell", "--no-imports", "-c", "from initiatives.models import Draft; print(Draft.objects.count())").strip() == "1"


def test_the_record_is_counted_there_as_everywhere(site: Site) -> None:
    count = "from initiatives.models import Initiative; print(Initiative.objects.count() > 200)"
    assert site.manage("shell", "--no-imports", "-c", count).strip() == "True"


def postgresql(directory: Path, port: int) -> subprocess.Popen[bytes]:
    """A cluster that asks for a password, with the database of the site."""
    binaries = POSTGRESQL[-1]
    secret = directory.with_name("password")
    secret.write_text(PASSWORD)
    directory.mkdir()
    account = as_nobody(directory, secret)
    make = [
        str(binaries / "initdb"),
        "-D",
        str(directory),
        "-U",
        "postgres",
        "--auth=scram-sha-256",
        f"--pwfile={secret}",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    ]
    subprocess.run(make, check=True, capture_output=True, cwd="/", **account)
    serve = [str(binaries / "postgres"), "-D", str(directory), "-p", str(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
    return subprocess.Popen(serve, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **account)


def redis_server(home: Path, port: int) -> subprocess.Popen[bytes]:
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(home)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def takes_connections(addresses: dict[str, str]) -> bool:
    """Whether both answer; makes the database of the site when it is not there."""
    try:
        connection = psycopg2.connect(addresses["DATABASE_URL"].replace("/initiatives", "/postgres"))
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("CREATE DATABASE initiatives")
        connection.close()
        return bool(redis.Redis.from_url(addresses["REDIS_URL"]).ping())
    except (psycopg2.OperationalError, redis.ConnectionError):
        return False


def as_nobody(*paths: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root; nobody then owns these paths."""
    if os.geteuid() != 0:
        return {}
    for path in paths:
        shutil.chown(path, "nobody")
    return {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []}


def open_to_all(home: Path) -> None:
    for folder in (home, *home.parents):
        if os.geteuid() == 0:
            folder.chmod(folder.stat().st_mode | 0o001)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.3)
