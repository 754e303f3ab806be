"""The command that drops and rebuilds everything derived."""

from typing import Any

from initiatives.management.prepared import PreparedCommand
from initiatives.recount import Moved, recount_all

SHOWN = 40


class Command(PreparedCommand):
    """Says what moved; nothing moves unless the rates, the rules or the derived tables were changed."""

    help = "Drops and rebuilds everything derived from the record: counts, conversions, search columns. Says which entries moved."

    def handle(self, **_options: Any) -> None:
        moved = recount_all()
        self.stdout.write(f"Recounted. Entries that moved: {len(moved):,}." if moved else "Recounted. Nothing moved.")
        for entry in moved[:SHOWN]:
            self.stdout.write(f"  {_line(entry)}")
        if len(moved) > SHOWN:
            self.stdout.write(f"  and {len(moved) - SHOWN:,} more")


def _line(entry: Moved) -> str:
    dollars = f"{_shown(entry.usd_before)} → {_shown(entry.usd_after)}"
    return f"{entry.key}: net {_shown(entry.net_before)} → {_shown(entry.net_after)}, in US dollars {dollars}"


def _shown(amount: Any) -> str:
    return "none" if amount is None else f"{amount.normalize():,f}"
