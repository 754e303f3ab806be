"""A backup that is restored elsewhere, by the commands that docs/how-to/back-up.md gives, is the same record with the same totals and history."""

import contextlib
import json
import os
import re
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import psycopg2
import pytest
from axes.models import AccessAttempt
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection

from config.engines.postgresql import binaries
from initiatives import archive
from initiatives.desk.account.devices import new_backup_codes
from initiatives.models import Edition, FundingEntry
from initiatives.publish import editing, undo
from tests.initiatives.desk.account.conftest import enrolled
from tests.settings import EMBEDDED_FOR_TESTS as EMBEDDED

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

HOW_TO = Path(settings.BASE_DIR) / "docs" / "how-to" / "back-up.md"
ANOTHER_KEY = "a-secret-key-of-the-server-that-it-was-restored-on-0123456789"
IDA = (
    "from django.contrib.auth.models import User; from initiatives.desk.account.devices import application_of, checked;"
    " from tests.initiatives.desk.account.conftest import code_of; ida = User.objects.get(username='ida')"
)
APPLICATION = "code_of(application_of(ida))"  # what it shows when it is asked
State = dict[str, tuple[int, str]]  # table → how many rows, and the hash of them all


@pytest.fixture
def elsewhere(db: None) -> Iterator[str]:
    """The address of an empty database."""
    name = f"{settings.DATABASES['default']['NAME']}_restored"
    server = psycopg2.connect(EMBEDDED.database_url("postgres"))
    server.autocommit = True
    with contextlib.closing(server), server.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
        yield EMBEDDED.database_url(name)
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def changed_and_taken_back() -> None:
    """Somebody changes an amount, takes it back, and an earlier edition was read, so that it stands beside the record as a schema."""
    editor = User.objects.create_user("eve")
    entry = FundingEntry.objects.exclude(amount=None).order_by("key")[0]
    entry.amount = Decimal("123456789012345678.123456")
    with editing(editor, "An amount of many digits") as session:
        session.save(entry)
    archive.put_back(Edition.objects.current_number() - 1)
    undo(Edition.objects.current_number(), editor, "It had too many digits")


def documented(dump: Path, address: str, other: str) -> list[list[str]]:
    """The commands of the page with their addresses filled in."""
    (block,) = re.findall(r"```\n(pg_dump.*?)```", HOW_TO.read_text(), re.DOTALL)
    filled = block.replace('"$DATABASE_URL"', address).replace('"$OTHER_DATABASE_URL"', other).replace("record.dump", str(dump)).replace("'", "")
    return [line.split() for line in filled.strip().splitlines()]


def state(address: str) -> State:
    """Every table: the record and its derived ones, users with their second factors and locks, and history, by a hash over all rows."""
    tables = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed})
    with contextlib.closing(psycopg2.connect(address)) as reading, reading.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f"SELECT count(*), coalesce(md5(string_agg(x::text, E'\\n' ORDER BY x::text)), '') FROM \"{table}\" x")
            ((rows, mark),) = cursor.fetchall()
            found[table] = (rows, mark)
        return found


def guarded() -> list[str]:
    """Somebody has an application that shows codes, and a lock against guessing; two of the backup codes."""
    person = User.objects.create_user("ida")
    AccessAttempt.objects.create(username="ida", ip_address="203.0.113.7", failures_since_start=2)
    enrolled(person)
    return [repr(code) for code in new_backup_codes(person)[:2]]


def accepted(address: str, secret_key: str, *codes: str) -> list[bool]:
    """Whether each of these codes, expressions of Python, signs the person in at the database there."""
    tried = f"{IDA}; print([checked(ida, code).right for code in [{', '.join(codes)}]])"
    return list(json.loads(managed(address, "shell", "-v", "0", "-c", tried, secret_key=secret_key).splitlines()[-1].lower()))


def managed(address: str, *command: str, secret_key: str) -> str:
    """What a command of `manage.py` says with the database there."""
    ours = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings", "PRODUCTION": "0", "SECRET_KEY": secret_key}
    done = subprocess.run([".venv/bin/python", "manage.py", *command], cwd=settings.BASE_DIR, env=ours, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_backup_restored_elsewhere_is_the_same_record_and_lets_the_same_people_in(curated: Path, elsewhere: str, tmp_path: Path) -> None:
    changed_and_taken_back()
    first, second = guarded()
    own = EMBEDDED.database_url(str(settings.DATABASES["default"]["NAME"]))
    before = state(own)
    connection.close()
    for command in documented(tmp_path / "record.dump", own, elsewhere):
        program, *rest = command
        done = subprocess.run([str(binaries() / program), *rest], capture_output=True, text=True, env={**os.environ})
        assert done.returncode == 0, done.stderr
    assert state(elsewhere) == before
    assert before["initiatives_historicalfundingentry"][0] >= before["initiatives_fundingentry"][0] + 2
    assert before["initiatives_fundingcount"][0] > 0
    assert [before[table][0] for table in ("otp_totp_totpdevice", "otp_static_statictoken", "axes_accessattempt")] == [1, 10, 1]
    assert nothing_moved(elsewhere)
    assert accepted(elsewhere, settings.SECRET_KEY, first, first) == [True, False]
    assert accepted(elsewhere, ANOTHER_KEY, APPLICATION, second) == [True, False]
    assert schemas(elsewhere) == []


def nothing_moved(address: str) -> bool:
    """Whether `manage.py recount` there says so."""
    return "Nothing moved" in managed(address, "recount", secret_key=settings.SECRET_KEY)


def schemas(address: str) -> list[str]:
    """Schemas of earlier editions: they are made again when somebody asks."""
    with contextlib.closing(psycopg2.connect(address)) as reading, reading.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'edition%'")
        return [name for (name,) in cursor.fetchall()]
