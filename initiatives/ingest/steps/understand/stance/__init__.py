"""How speakers stand towards an initiative, always with what shows it; must not know how they were found."""

from initiatives.ingest.steps.understand.stance.judging import judge

__all__ = ["judge"]
