"""A rehearsal of the site on engines of its own: the commands of the compose file against Debian's PostgreSQL and Redis."""

import http.client
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg2
import redis
import yaml

from config import processes
from config.engines import ROOT

BIN = Path(sys.executable).parent
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "var", "tests", "node_modules", "__pycache__", ".*_cache", ".hypothesis")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
PASSWORD = "a-password-of-the-rehearsal"
DEADLINE_SECONDS = 120


class Engines:
    """A PostgreSQL with a password and a Redis, both on the network and both Debian's; each can be killed and started again."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.database_port, self.broker_port = free_port(), free_port()
        self.database_url = f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self.database_port}/initiatives"
        self.broker_url = f"redis://127.0.0.1:{self.broker_port}/0"
        open_to_all(home)
        make_cluster(home / "postgresql")
        self.database, self.broker = self._postgresql(), self._redis()
        wait_until(self.answer)

    @property
    def environment(self) -> dict[str, str]:
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.broker_url}

    def restart_database(self) -> None:
        """Ends every session at once, as an upgrade does, and starts again."""
        self.database.send_signal(signal.SIGINT)
        self.database.wait(30)
        self.database = self._postgresql()
        wait_until(self.answer)

    def restart_broker(self) -> None:
        """Kills it and starts it empty: everything that was queued is gone."""
        self.broker.kill()
        self.broker.wait(30)
        self.broker = self._redis()
        wait_until(self.answer)

    def answer(self) -> bool:
        """Whether both answer; makes the database of the site when it is not there."""
        try:
            connection = psycopg2.connect(self.database_url.replace("/initiatives", "/postgres"))
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM pg_database WHERE datname = 'initiatives'")
                if cursor.fetchone() == (0,):
                    cursor.execute("CREATE DATABASE initiatives")
            connection.close()
            return bool(redis.Redis.from_url(self.broker_url).ping())
        except (psycopg2.OperationalError, redis.ConnectionError):
            return False

    def _postgresql(self) -> subprocess.Popen[bytes]:
        cluster = self.home / "postgresql"
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        command = [str(POSTGRESQL[-1] / "postgres"), "-D", str(cluster), "-p", str(self.database_port), *options]
        return subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_nobody(cluster))

    def _redis(self) -> subprocess.Popen[bytes]:
        command = ["redis-server", "--port", str(self.broker_port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.home)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Site:
    """One place that serves the product, in production."""

    def __init__(self, home: Path, port: int, engines: Engines) -> None:
        self.home, self.port, self.engines = home, port, engines
        own = {"PRODUCTION": "1", "SECRET_KEY": "kJf83jfLs93kfjLQ0zmf8wLPZ71mcne5WqTbYgUiOpAsDfGhJkLzXcVbNm", "ALLOWED_HOSTS": "ai.example.org"}
        outer = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
        self.environment = outer | engines.environment | own | {processes.MARK: str(home), "PATH": f"{BIN}:{os.environ['PATH']}"}

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

    def python(self, *lines: str) -> str:
        """What these lines print inside the site."""
        return self.manage("shell", "--no-imports", "-c", "\n".join(lines)).strip()

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


def make_cluster(directory: Path) -> None:
    """A cluster that asks for a password."""
    secret = directory.with_name("password")
    secret.write_text(PASSWORD)
    directory.mkdir()
    options = ["-U", "postgres", "--auth=scram-sha-256", f"--pwfile={secret}", "--encoding=UTF8", "--locale=C.UTF-8"]
    command = [str(POSTGRESQL[-1] / "initdb"), "-D", str(directory), *options]
    subprocess.run(command, check=True, capture_output=True, cwd="/", **as_nobody(directory, secret))


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


def wait_until(true: Callable[[], bool], seconds: float = DEADLINE_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.3)
