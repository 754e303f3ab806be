"""How long a briefing of thirty slides takes, with its deck, its print and its workbook; knows no page."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

from config.engines import ROOT
from tests.bench.commands import CommandFailed
from tests.bench.findings import Finding, at_most
from tests.bench.places import Place

SLIDES: Final = 30
MOST_SECONDS: Final = 20.0
COMMAND: Final = ("manage.py", "shell", "--verbosity", "0", "--command", "from tests.bench.making import main; main()")


def measure(place: Place) -> Iterator[Finding]:
    """One making in a process of its own, the start of its browser included. Raises CommandFailed."""
    run = subprocess.run([sys.executable, *COMMAND], cwd=ROOT, env=place.environment, stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        raise CommandFailed(f"The briefing was not made; the command ended with {run.returncode}.")
    made = json.loads(run.stdout.splitlines()[-1])
    more = f" ({made['slides']} slides in {made['seconds']:,.1f} s, the start of the browser included)"
    yield at_most(place.size, f"briefing of {SLIDES} slides", MOST_SECONDS, made["seconds"] * SLIDES / made["slides"], "s", more)
