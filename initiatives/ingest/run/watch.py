"""Measures how long each step of an intake takes, keeps it with the row and leaves a line in the log; must not decide anything."""

import logging
import time

from initiatives.models import Intake

logger = logging.getLogger(__name__)


def begin(row: Intake, step: str) -> None:
    """Ends the step that the row was in, and begins this one."""
    end(row)
    row.step = step
    row.step_began = time.monotonic(), time.process_time()


def end(row: Intake, **found: object) -> None:
    """Adds what the step took to the row's timings (unsaved) and to the log; nothing when no step was begun here."""
    if row.step_began is None:
        return
    began, cpu_began = row.step_began
    row.step_began = None
    seconds, cpu_seconds = time.monotonic() - began, time.process_time() - cpu_began
    before = row.timings.get(row.step, [0.0, 0.0])
    row.timings = {**row.timings, row.step: [round(before[0] + seconds, 4), round(before[1] + cpu_seconds, 4)]}
    told = {"intake": row.pk, "step": row.step, "seconds": round(seconds, 3), "cpu_seconds": round(cpu_seconds, 3), **found}
    logger.info(" ".join(f"{name}={value}" for name, value in told.items()), extra=told)
