"""Processor time that requests cost, whatever else the machine does meanwhile; starts no process."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

import psutil

from config import processes
from tests.bench.places import Place
from tests.bench.servers import Server


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor time that web and database have used so far."""

    web: float
    database: float

    def since(self, before: "Spent", requests: int) -> str:
        """Milliseconds for each of some requests, in words."""
        web, database = (1000 * (now - then) / requests for now, then in ((self.web, before.web), (self.database, before.database)))
        return f" (processor time: web {web:,.0f}, database {database:,.0f} ms)"


def spent(server: Server, place: Place) -> Spent:
    """What the processes that answer have used until now. Sessions stay open, so none of them takes its time along."""
    return Spent(used(server.workers()), used(processes.working_in(place.engines.postgresql)))


def used(some: Iterable[psutil.Process]) -> float:
    total = 0.0
    for process in some:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total
