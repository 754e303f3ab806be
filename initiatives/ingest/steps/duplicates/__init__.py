"""Tells which articles are one: by address, by hash, and by what their texts share; must not know what is stored."""

from initiatives.ingest.steps.duplicates.addresses import canonical_address
from initiatives.ingest.steps.duplicates.amounts import same_sum
from initiatives.ingest.steps.duplicates.copies import Text, likeness, text_of
from initiatives.ingest.steps.duplicates.corrections import LEAST_ALIKE, is_correction, replacing, titles_alike
from initiatives.ingest.steps.duplicates.credits import credits_publisher
from initiatives.ingest.steps.duplicates.differences import Difference, difference
from initiatives.ingest.steps.duplicates.minhash import bands
from initiatives.ingest.steps.duplicates.news import News, news_in, sums_of
from initiatives.ingest.steps.duplicates.report import Report, report_of
from initiatives.ingest.steps.duplicates.retelling import NEAR_DAYS, Retelling, retelling
from initiatives.ingest.steps.duplicates.shingles import text_hash

__all__ = [
    "LEAST_ALIKE",
    "NEAR_DAYS",
    "Difference",
    "News",
    "Report",
    "Retelling",
    "Text",
    "bands",
    "canonical_address",
    "credits_publisher",
    "difference",
    "is_correction",
    "likeness",
    "news_in",
    "replacing",
    "report_of",
    "retelling",
    "same_sum",
    "sums_of",
    "text_hash",
    "text_of",
    "titles_alike",
]
