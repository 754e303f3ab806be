"""Times questions that a process asks itself: by the clock, and what they cost its processor and its session of the database; knows no question."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import psutil
from django.db import connection

from tests.bench.processor import used


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each question by the clock, and the processor time of one on average, its share in the database included."""

    waited: list[float]
    processor: float

    def told(self, what: str) -> dict[str, float]:
        """The middle, that which 95 of 100 stay below, and the processor time, by name."""
        slow = statistics.quantiles(self.waited, n=20, method="inclusive")[-1]
        return {what: statistics.median(self.waited), f"{what}_95": slow, f"{what}_cpu": self.processor}


def time_each(ask: Callable[[Any], object], about: Iterable[Any]) -> Times:
    """Asks about one after another, of which there are two at least."""
    waited, before = [], processor_seconds()
    for each in about:
        began = time.perf_counter()
        ask(each)
        waited.append(1000 * (time.perf_counter() - began))
    return Times(waited, 1000 * (processor_seconds() - before) / len(waited))


def processor_seconds() -> float:
    """What this process and the session of the database that answers it have used until now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        session = psutil.Process(cursor.fetchone()[0])
    return time.process_time() + used([session])
