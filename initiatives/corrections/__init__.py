"""What readers say is wrong with a public value, and what the desk answers; knows no pages.

- `subject_of(table, row)` is what can be said to be wrong: a row of the record with its values in words
- `receive(remark)` keeps a remark, unless too many come from one place
- `settle(correction_id, version, …)` answers it
"""

from initiatives.corrections.receiving import Remark, TooMany, receive
from initiatives.corrections.settling import AlreadySettled, Settlement, StaleCorrection, settle
from initiatives.corrections.subjects import Subject, Value, subject_of, subject_of_correction, whole

__all__ = [
    "AlreadySettled",
    "Remark",
    "Settlement",
    "StaleCorrection",
    "Subject",
    "TooMany",
    "Value",
    "receive",
    "settle",
    "subject_of",
    "subject_of_correction",
    "whole",
]
