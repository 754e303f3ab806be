"""The curated record, put in once for all the sentences of one file."""

from tests.dashboard.charts.conftest import curated

__all__ = ["curated"]
