"""Reads how firm a sum is, from an intent to money paid out; must not know the ledger."""

from initiatives.ingest.steps.understand.money.stages.reading import stage_of

__all__ = ["stage_of"]
