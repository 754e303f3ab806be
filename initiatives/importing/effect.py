"""What a plan moves, in dollars by country and basis, as values that can be kept and shown; writes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from initiatives.importing.plan import CHANGED, NEW, UNCHANGED, Plan
from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import BASES, DEFAULT_SCOPES, STAGES, Entry, reaches
from initiatives.models import FundingCount

DOLLAR = "USD"
OUTCOMES_KEPT = 500  # rows of a file that are shown one by one
NOTHING = Decimal(0)
CENT = Decimal("0.01")

Sums = Mapping[tuple[str, str], Decimal]  # (country, stage) → dollars


def effect_of(plan: Plan) -> dict[str, Any]:
    """Counts of new, changed and unchanged rows, the rows that differ, and the totals before and after: {new, changed, unchanged, examples, rows,
    totals: [{country, bases: [{basis, before, after}]}]}. Amounts are dollars as text; `country` is empty for all together."""
    kinds = [outcome.kind for outcome in plan.outcomes]
    moved = [outcome for outcome in plan.outcomes if outcome.kind != UNCHANGED]
    return {
        "new": kinds.count(NEW),
        "changed": kinds.count(CHANGED),
        "unchanged": kinds.count(UNCHANGED),
        "examples": plan.table.examples,
        "rows": [{"line": one.line, "kind": one.kind, "name": one.name, "address": one.address, "words": one.words} for one in moved[:OUTCOMES_KEPT]],
        "totals": [] if plan.refused else _totals(plan),  # a file with problems is no family that can be counted
    }


def _totals(plan: Plan) -> list[dict[str, Any]]:
    rates = load_rates()
    gains = _gains(_dollars(plan.before, rates), _dollars(plan.after, rates))
    countries = sorted({country for country, _ in gains})
    if not countries:
        return []
    now = _now()
    listed = [_total(country, now, gains) for country in countries]
    ordered = sorted(listed, key=lambda total: -max(abs(Decimal(each["after"]) - Decimal(each["before"])) for each in total["bases"]))
    return [_total("", now, gains), *ordered]


def _total(country: str, now: Sums, gains: Sums) -> dict[str, Any]:
    bases = []
    for basis in BASES:
        before = _at(now, country, basis)
        after = before + _at(gains, country, basis)
        bases.append({"basis": basis, "before": str(before.quantize(CENT)), "after": str(after.quantize(CENT))})
    return {"country": country, "bases": bases}


def _at(sums: Sums, country: str, basis: str) -> Decimal:
    stages = {stage for stage in STAGES if reaches(stage, basis)}
    return sum((usd for (at, stage), usd in sums.items() if country in ("", at) and stage in stages), NOTHING)


def _now() -> Sums:
    """Today's totals as they are counted."""
    rows = FundingCount.objects.filter(snapshot__day=None, scope__in=DEFAULT_SCOPES).order_by().values_list("country", "stage")
    return {(country, stage): usd or NOTHING for country, stage, usd in rows.annotate(usd=Sum("usd_net"))}


def _gains(before: Sums, after: Sums) -> Sums:
    differences = {at: after.get(at, NOTHING) - before.get(at, NOTHING) for at in before.keys() | after.keys()}
    return {at: usd for at, usd in differences.items() if usd}


def _dollars(entries: Iterable[Entry], rates: Rates) -> Sums:
    """Dollars by country and stage in the default scope; what cannot be converted is in no total."""
    listed = list(entries)
    found = count(listed, rates)
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for entry in listed:
        if entry.scope in DEFAULT_SCOPES:
            usd = rates.convert(found[entry.key].net, entry.currency, DOLLAR, entry.announced_on)
            sums[found[entry.key].country, entry.stage] += usd or NOTHING
    return sums
