"""Where a measurement lives: its folder, its own engines and one database for each size; never those of the site."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import redis

from config.engines import ROOT, Engines

FOLDER = ROOT / "var" / "bench"
ORGANIZATIONS = ROOT / "initiatives" / "data" / "organizations.csv"


@dataclass(frozen=True, slots=True)
class Place:
    """The files and addresses of one size, in initiatives."""

    size: int

    @property
    def engines(self) -> Engines:
        """Engines of the measurement alone, so that nobody else's rows are in their memory."""
        return Engines(FOLDER / "engines")

    @property
    def folder(self) -> Path:
        """The folder of this size, made when it is missing, with the directory of organizations that its initiatives name."""
        folder = FOLDER / str(self.size)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ORGANIZATIONS, folder / ORGANIZATIONS.name)
        return folder

    @property
    def initiatives(self) -> Path:
        return self.folder / "initiatives.jsonl"

    @property
    def sqlite(self) -> Path:
        return self.folder / "record.db"

    @property
    def database(self) -> str:
        return f"bench_{self.size}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of every process of ours that is measured: as a site has it, but for database and Redis."""
        addresses = {"DATABASE_URL": self.engines.database_url(self.database), "REDIS_URL": self.engines.redis_url()}
        return {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": "config.settings", "DEBUG": "0", "PRODUCTION": "0", "PYTHONUNBUFFERED": "1"}

    def exists(self) -> bool:
        """Whether an earlier run loaded the whole record; one that ended before leaves a database with fewer initiatives, or without tables."""
        if not ask(self.engines.database_url("postgres"), "SELECT 1 FROM pg_database WHERE datname = %s", self.database):
            return False
        address = self.engines.database_url(self.database)
        if not ask(address, "SELECT 1 FROM pg_tables WHERE tablename = 'initiatives_initiative'"):
            return False
        ((initiatives,),) = ask(address, "SELECT count(*) FROM initiatives_initiative")
        return int(str(initiatives)) >= self.size

    def make(self) -> None:
        """An empty database of this size's name, in the place of the one that there was."""
        address = self.engines.database_url("postgres")
        ask(address, f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')
        ask(address, f'CREATE DATABASE "{self.database}" TEMPLATE template0')

    def forget(self) -> None:
        """Empties the Redis of the measurement: no answer is kept any more."""
        with redis.Redis.from_url(self.engines.redis_url()) as client:
            client.flushall()


def ask(address: str, statement: str, *values: object) -> list[tuple[object, ...]]:
    """The rows of one statement; none where it answers with none."""
    connection = psycopg2.connect(address)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()
