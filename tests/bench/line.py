"""How much the line reads for its processor time, beside trafilatura, spaCy and MiniLM run plainly over the same pages; knows no page."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, Final

from config.engines import ROOT
from tests.bench.commands import CommandFailed
from tests.bench.findings import Finding, at_most, known
from tests.bench.places import Place

TIMES: Final = 2.0
REJECTED_MS, MEGABYTES, GROWTH = 90.0, 900.0, 30.0  # growth: what an allocator keeps for itself
SHELL: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.reading import main; main()")
PLAIN: Final = ("-m", "tests.bench.plain")
ONE_THREAD: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def measure(place: Place) -> Iterator[Finding]:
    """Both over pages of which one in four is relevant. Raises CommandFailed."""
    plain, ours = told(PLAIN, place), told(SHELL, place)
    shown = f"{plain['each'] / ours['each']:,.1f}× ({1 / ours['each']:,.1f} beside {1 / plain['each']:,.1f} articles a CPU second)"
    yield Finding(place.size, "articles the line reads", f"≥ {TIMES:g}× plain", shown, plain["each"] >= TIMES * ours["each"])
    yield at_most(place.size, "a rejected article", REJECTED_MS, 1000 * ours["rejected"], "ms CPU")
    yield at_most(place.size, "memory of a process that reads", MEGABYTES, ours["resident"], "MB")
    yield at_most(place.size, "its growth over 2,000 articles", GROWTH, max(0.0, ours["resident"] - ours["settled"]), "MB")
    yield known(place.size, "verdicts that are right", f"{ours['right']:.1%}")


def told(command: tuple[str, ...], place: Place) -> dict[str, Any]:
    """What a process of its own says of itself."""
    environment = {**place.environment, **ONE_THREAD}
    run = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        raise CommandFailed(f"{' '.join(command)} ended with {run.returncode}.")
    return dict(json.loads(run.stdout.splitlines()[-1]))
