"""What was measured beside what was promised, and how that is printed; measures nothing."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure. `met` is None where nothing is promised; `binding` findings decide how the run ends."""

    size: int
    what: str
    target: str
    measured: str
    met: bool | None = None
    binding: bool = True

    def line(self) -> str:
        """The finding as a row of a Markdown table."""
        verdict = "–" if self.met is None else "yes" if self.met else "**no**"
        return f"| {self.size:,} | {self.what} | {self.target} | {self.measured} | {verdict} |"


def at_most(size: int, what: str, most: float, measured: float, unit: str, more: str = "", *, binding: bool = True) -> Finding:
    """A figure that may not be larger."""
    return Finding(size, what, f"≤ {most:,g} {unit}", f"{measured:,.{places(measured)}f} {unit}{more}", measured <= most, binding)


def at_least(size: int, what: str, least: float | None, ours: float, theirs: float, unit: str) -> Finding:
    """How many times another's figure ours is."""
    shown = f"{ours / theirs:,.1f}× ({ours:,.{places(ours)}f} beside {theirs:,.{places(theirs)}f} {unit})"
    return known(size, what, shown) if least is None else Finding(size, what, f"≥ {least:,g}× Datasette", shown, ours >= least * theirs)


def known(size: int, what: str, measured: str) -> Finding:
    """A figure without a promise."""
    return Finding(size, what, "", measured)


def places(value: float) -> int:
    return 0 if value >= 100 else 1 if value >= 1 else 3


def table(findings: Sequence[Finding]) -> str:
    """All findings as a Markdown table."""
    return "\n".join(["| initiatives | what | target | measured | met |", "|---:|---|---|---|---|", *(finding.line() for finding in findings)])


def write(findings: Sequence[Finding], path: Path) -> None:
    """All findings as JSON."""
    path.write_text(json.dumps([asdict(finding) for finding in findings], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def missed(findings: Sequence[Finding]) -> list[Finding]:
    """The binding targets that were not met."""
    return [finding for finding in findings if finding.binding and finding.met is False]
