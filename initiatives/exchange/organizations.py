"""Reads the table of organizations and settles which organization each name of a load means; stores nothing."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from initiatives import vocabulary
from initiatives.exchange import checks
from initiatives.exchange.checks import Check, or_null, word
from initiatives.exchange.problems import Problem, Wrong, shown

FILE_NAME = "organizations.csv"
COLUMNS = ["name", "kind", "country", "aliases"]
BETWEEN_ALIASES = "|"


@dataclass(slots=True)
class Named:
    """An organization as files or the record know it; None where nobody said. `aliases` is None where no table of organizations was read."""

    name: str
    kind: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] | None = None
    said_at: str = "the record"


def is_table(path: Path) -> bool:
    """Whether a file is a table of organizations, by its ending."""
    return path.suffix.lower() == ".csv"


def read_table(path: Path, countries: Mapping[str, str]) -> tuple[dict[str, Named], list[Problem]]:
    """The organizations of a file by name, and all that is wrong with it. Raises OSError."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return {}, [Problem(path.name, 1, "", f"byte {error.start + 1} is not UTF-8. Save the file as UTF-8.")]
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    organizations: dict[str, Named] = {}
    problems: list[Problem] = []
    try:
        _read_rows(table, path.name, countries, organizations, problems)
    except csv.Error as error:
        problems.append(Problem(path.name, table.line_num, "", f"not a table of comma-separated values: {error}."))
    return organizations, [*problems, *_shared_aliases(path.name, organizations)]


def _read_rows(table: Any, file: str, countries: Mapping[str, str], organizations: dict[str, Named], problems: list[Problem]) -> None:
    header: list[str] = next(table, [])
    if header != COLUMNS:
        problems.append(Problem(file, 1, "", f"the columns are {shown(','.join(header))}. Use: {','.join(COLUMNS)}."))
        return
    shape = _shape(countries)
    for cells in table:
        line = table.line_num
        if len(cells) != len(COLUMNS):
            problems.append(Problem(file, line, "", f"the row has {len(cells)} cells. Use {len(COLUMNS)}: {', '.join(COLUMNS)}."))
            continue
        row, wrong = _row(dict(zip(COLUMNS, cells, strict=True)), shape)
        problems += [Problem(file, line, column, words) for column, words in wrong]
        if "name" in row:
            _keep(Named(**row, said_at=f"{file} line {line}"), line, file, organizations, problems)


def _keep(named: Named, line: int, file: str, organizations: dict[str, Named], problems: list[Problem]) -> None:
    first = organizations.setdefault(named.name, named)
    if first is not named:
        problems.append(Problem(file, line, "name", f"{shown(named.name)} stands at {first.said_at} already. Give each organization one row."))


def _shape(countries: Mapping[str, str]) -> dict[str, Check]:
    return {
        "name": checks.text(200),
        "kind": or_null(word("a kind of organization", vocabulary.ORGANIZATION_KINDS)),
        "country": or_null(checks.country(countries)),
        "aliases": checks.list_of(checks.text(200)),
    }


def _row(cells: dict[str, str], shape: Mapping[str, Check]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    raw: dict[str, Any] = {**cells, "kind": cells["kind"] or None, "country": cells["country"] or None}
    raw["aliases"] = [alias.strip() for alias in cells["aliases"].split(BETWEEN_ALIASES)] if cells["aliases"].strip() else []
    row, wrong = {}, []
    for column, check in shape.items():
        try:
            row[column] = check(raw[column])
        except Wrong as error:
            wrong.append((column, str(error)))
    if "aliases" in row:
        row["aliases"] = tuple(row["aliases"])
    return row, wrong


def _shared_aliases(file: str, organizations: Mapping[str, Named]) -> Iterator[Problem]:
    taken: dict[str, Named] = dict(organizations)
    for named in organizations.values():
        for alias in named.aliases or ():
            first = taken.setdefault(alias, named)
            if first is not named or alias == named.name:
                line = int(named.said_at.rpartition(" ")[2])
                yield Problem(
                    file, line, "aliases", f"{shown(alias)} is a name of {first.name} already ({first.said_at}). Give each name to one organization."
                )


@dataclass(slots=True)
class Directory:
    """All organizations that a load may name: by name, and names by alias. `touched` are those that the load says something about."""

    by_name: dict[str, Named]
    name_of: dict[str, str]  # alias → name, only where one organization bears it
    touched: set[str] = field(default_factory=set)

    def add_table(self, organizations: Mapping[str, Named]) -> None:
        """What a table says about an organization stands before what the record knows; a former name leads to today's."""
        for listed, named in organizations.items():
            name = self.name(listed)
            aliases = tuple(alias for alias in named.aliases or () if alias != name)
            self.by_name[name] = replace(named, name=name, aliases=aliases)
            self.name_of.update(dict.fromkeys(aliases, name))
            self.touched.add(name)

    def name(self, called: str) -> str:
        """The name of the organization that goes by `called`."""
        return called if called in self.by_name else self.name_of.get(called, called)

    def mention(self, called: str, kind: str | None, country: str | None, place: str) -> Iterator[tuple[str, str]]:
        """Takes note of an organization that a line names, and yields (field, words) where it contradicts what is known."""
        name = self.name(called)
        known = self.by_name.setdefault(name, Named(name, kind, country, None, place))
        for column, said in (("kind", kind), ("country", country)):
            before = getattr(known, column)
            if said is not None and before is None:
                setattr(known, column, said)
            elif said is not None and said != before:
                yield column, f"{shown(said)} contradicts {known.said_at}, where {known.name} has {shown(before)}. Say the same in both places."
        self.touched.add(name)
