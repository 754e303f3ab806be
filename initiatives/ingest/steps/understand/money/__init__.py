"""Sums of money in a text: what is printed, in which currency, how firmly, and what it is for; must not know rates or the ledger."""

from initiatives.ingest.steps.understand.money.reading import Reading, find_money, find_title_money

__all__ = ["Reading", "find_money", "find_title_money"]
