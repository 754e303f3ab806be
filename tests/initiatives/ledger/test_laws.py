"""The laws of counting, for arbitrary families of arbitrary statements in several currencies, initiatives and countries."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.dates import last_day
from initiatives.ledger.count import as_of, count, families
from initiatives.ledger.forest import linked
from initiatives.ledger.rates import Rates
from initiatives.ledger.relations import check_relation, check_relations
from initiatives.ledger.values import BASES, ORIGINS, RELATIONS, SCOPES, STAGES, Counted, Entry, Reason, reaches
from initiatives.ledger.why import row_of, steps
from tests.initiatives.ledger.statements import changed

CURRENCIES = ("USD", "EUR", "JPY", "AED", "ZZZ")  # the dirham has yearly rates only, and nothing is known of the last
DAYS = ("2019", "2024-02", "2025-03-07", "2025-12-20", "2025-12-21", "2026-06", "2026-11-24", "2026")
KEYS = tuple(f"{initiative}#{number}" for initiative in ("japan", "korea", "a") for number in range(1, 5))
LAWS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

amounts = st.none() | st.integers(1, 2_000).map(Decimal) | st.integers(10**6, 10**13).map(Decimal)


@st.composite
def families_of(draw: st.DrawFn, currencies: Sequence[str] = CURRENCIES, relations: Sequence[str] = RELATIONS) -> list[Entry]:
    """Entries of one or more families in any order; each but the new ones points at any other, without a circle."""
    keys = draw(st.permutations(KEYS))[: draw(st.integers(1, len(KEYS)))]
    entries: list[Entry] = []
    for key in keys:
        relation = draw(st.sampled_from(relations)) if entries else "new"
        target = None if relation == "new" else draw(st.sampled_from(entries)).key
        entries.append(draw(entry_of(key, relation, target, currencies)))
    return draw(st.permutations(entries))


def entry_of(key: str, relation: str, target: str | None, currencies: Sequence[str]) -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry,
        key=st.just(key),
        amount=amounts,
        currency=st.sampled_from(currencies),
        announced_on=st.sampled_from(DAYS),
        stage=st.sampled_from(STAGES),
        relation=st.just(relation),
        related_to=st.just(target),
        scope=st.sampled_from(SCOPES),
        origin=st.sampled_from(ORIGINS),
        owners=st.sampled_from((("JPN",), ("KOR",), ("DEU", "EUU"))),
        recipient_country=st.sampled_from((None, None, "USA")),
    )


def in_dollars(entries: Sequence[Entry], counted: dict[str, Counted], rates: Rates) -> dict[str, Decimal]:
    """Net by key, of what can be converted."""
    found = {entry.key: rates.convert(counted[entry.key].net, entry.currency, "USD", entry.announced_on) for entry in entries}
    return {key: net for key, net in found.items() if net is not None}


# nets are never negative


@LAWS
@given(entries=families_of())
def test_nets_are_never_negative_and_what_is_not_live_counts_nothing(entries: list[Entry], rates: Rates) -> None:
    counted = count(entries, rates)
    assert counted.keys() == {entry.key for entry in entries}
    assert all(found.net >= 0 and found.net == found.gross - found.held for found in counted.values())
    assert all(found.gross == found.held == found.children == 0 for found in counted.values() if not found.live)


# the nets of a family add up to the gross of its roots


@LAWS
@given(entries=families_of(currencies=["KRW"]))
def test_in_one_currency_the_nets_of_a_family_are_exactly_the_gross_of_its_roots(entries: list[Entry], rates: Rates) -> None:
    for family in families(entries):
        counted = count(family, rates)
        roots = [found for found in counted.values() if found.live and found.envelope is None]
        assert sum(found.net for found in counted.values()) == sum(root.gross for root in roots)
        for root in roots:
            assert sum(found.net for found in counted.values() if found.live and found.root == root.key) == root.gross


@LAWS
@given(entries=families_of())
def test_an_envelope_holds_just_its_parts_each_at_its_own_days_rate(entries: list[Entry], rates: Rates) -> None:
    counted, by_key = count(entries, rates), {entry.key: entry for entry in entries}

    def held(envelope: Entry, parts: list[Entry], at_its_day: bool) -> Decimal:
        days = [envelope.announced_on if at_its_day else part.announced_on for part in parts]
        amounts = [rates.convert(counted[part.key].gross, part.currency, envelope.currency, day) for part, day in zip(parts, days, strict=True)]
        return sum((amount for amount in amounts if amount is not None), Decimal(0))

    for key, found in counted.items():
        envelope, parts = by_key[key], [by_key[part.key] for part in counted.values() if part.envelope == key]
        own, then = held(envelope, parts, at_its_day=False), held(envelope, parts, at_its_day=True)
        only_the_rate_moved = envelope.amount is not None and then <= envelope.amount < own
        assert found.held == (envelope.amount if only_the_rate_moved else own)
        assert found.children == len(parts)
        assert not found.live or found.gross == max(envelope.amount or 0, found.held)


# a partition of the entries partitions the total


PARTITIONS: dict[str, Callable[[Entry, Counted], str]] = {
    "country": lambda entry, found: found.country,
    "origin": lambda entry, found: entry.origin,
    "scope": lambda entry, found: entry.scope,
    "year": lambda entry, found: entry.announced_on[:4],
    "initiative": lambda entry, found: entry.key.partition("#")[0],
    "family": lambda entry, found: found.family,
}


@LAWS
@given(entries=families_of(), basis=st.sampled_from(BASES), field=st.sampled_from(sorted(PARTITIONS)))
def test_a_partition_by_any_field_partitions_the_total_and_its_steps(entries: list[Entry], basis: str, field: str, rates: Rates) -> None:
    counted = count(entries, rates)
    rows = {
        entry.key: row_of(entry, counted[entry.key], lambda amount, of=entry: rates.convert(amount, of.currency, "USD", of.announced_on))  # type: ignore[misc]
        for entry in entries
    }
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(PARTITIONS[field](entry, counted[entry.key]), []).append(entry.key)
    whole = [step.amount for step in steps(rows.values(), basis, ["ai"])]
    parts = [[step.amount for step in steps([rows[key] for key in keys], basis, ["ai"])] for keys in groups.values()]
    assert whole == [sum(column) for column in zip(*parts, strict=True)]


# totals never grow as the basis gets firmer


@LAWS
@given(entries=families_of(), scope=st.sampled_from(SCOPES))
def test_totals_never_grow_as_the_basis_gets_firmer(entries: list[Entry], scope: str, rates: Rates) -> None:
    dollars = in_dollars(entries, count(entries, rates), rates)
    kept = [[entry for entry in entries if entry.key in dollars and entry.scope == scope and reaches(entry.stage, basis)] for basis in BASES]
    totals = [sum(dollars[entry.key] for entry in chosen) for chosen in kept]
    assert totals == sorted(totals, reverse=True)


# adding a restatement changes no total


@LAWS
@given(entries=families_of(), choice=st.data())
def test_adding_a_restatement_of_anything_changes_nothing_that_is_counted(entries: list[Entry], choice: st.DataObject, rates: Rates) -> None:
    target = choice.draw(st.sampled_from(entries)).key
    again = choice.draw(entry_of("zz#1", "restates", target, CURRENCIES))
    before, after = count(entries, rates), count([*entries, again], rates)
    assert after.pop("zz#1").net == 0
    assert after == before


@LAWS
@given(entries=families_of(), choice=st.data())
def test_what_hangs_on_a_restatement_counts_as_on_what_it_restates(entries: list[Entry], choice: st.DataObject, rates: Rates) -> None:
    target = choice.draw(st.sampled_from(entries))
    again = choice.draw(entry_of("zz#1", "restates", target.key, CURRENCIES))
    part = choice.draw(entry_of("zz#2", choice.draw(st.sampled_from(["part-of", "replaces", "cancels"])), target.key, CURRENCIES))
    direct, through = count([*entries, again, part], rates), count([*entries, again, *changed([part], "zz#2", related_to="zz#1")], rates)
    assert direct == through


# the order of entry does not matter


@LAWS
@given(entries=families_of(), choice=st.data())
def test_the_order_of_entry_does_not_matter(entries: list[Entry], choice: st.DataObject, rates: Rates) -> None:
    assert count(choice.draw(st.permutations(entries)), rates) == count(entries, rates)


@LAWS
@given(entries=families_of())
def test_a_family_counts_the_same_alone_as_among_others(entries: list[Entry], rates: Rates) -> None:
    alone = {key: found for family in families(entries) for key, found in count(family, rates).items()}
    assert alone == count(entries, rates)


@LAWS
@given(entries=families_of())
def test_what_an_import_links_anew_counts_as_before(entries: list[Entry], rates: Rates) -> None:
    def said(found: dict[str, Counted]) -> dict[str, tuple[bool, Decimal, str | None]]:
        return {key: (each.live, each.net, each.envelope) for key, each in found.items()}

    assert said(count(linked(entries), rates)) == said(count(entries, rates))
    assert "aimed-at-replaced" not in {
        problem.code
        for entry in linked(entries)
        if entry.relation == "replaces"
        for problem in check_relation(entry, {other.key: other for other in linked(entries)})
    }


# no circle can be saved


@LAWS
@given(entries=families_of(), choice=st.data())
def test_no_circle_can_be_saved(entries: list[Entry], choice: st.DataObject, rates: Rates) -> None:
    moved, target = choice.draw(st.sampled_from(entries)).key, choice.draw(st.sampled_from(entries)).key
    saved = changed(entries, moved, relation=choice.draw(st.sampled_from([*RELATIONS[1:]])), related_to=target)
    edited = next(entry for entry in saved if entry.key == moved)
    refused = "circle" in {problem.code for problem in check_relation(edited, {entry.key: entry for entry in entries})}
    assert refused == any(problem.code == "circle" for problems in check_relations(saved).values() for problem in problems)
    if refused:
        with pytest.raises(ValueError, match="runs in a circle"):
            count(saved, rates)
    else:
        assert count(saved, rates).keys() == count(entries, rates).keys()


# liveness


@LAWS
@given(entries=families_of())
def test_every_live_entry_says_a_live_reason_and_every_other_names_an_entry(entries: list[Entry], rates: Rates) -> None:
    counted = count(entries, rates)
    for found in counted.values():
        assert found.live == (found.reason_key is None)
        assert found.live == (found.reason in (Reason.UNDISCLOSED, Reason.CONTAINS_ONLY, Reason.COUNTED_LESS, Reason.COUNTED))
        assert found.stands_for_it is None or counted[found.stands_for_it].live
        assert found.envelope is None or (counted[found.envelope].live and counted[found.envelope].root == found.root)


@LAWS
@given(entries=families_of(), choice=st.data())
def test_cancelling_what_counts_leaves_none_of_it_but_what_is_paid_or_bound(entries: list[Entry], choice: st.DataObject, rates: Rates) -> None:
    counted = count(entries, rates)
    live = [entry for entry in entries if counted[entry.key].live]
    if not live:
        return
    target = choice.draw(st.sampled_from(live)).key
    after = count([*entries, choice.draw(entry_of("zz#1", "cancels", target, CURRENCIES))], rates)
    stages = {entry.key: entry.stage for entry in entries}
    assert after[target].reason is Reason.CANCELLED
    assert after["zz#1"].net == 0
    outlived = [key for key, found in counted.items() if found.envelope == target and after[key].live]
    assert {stages[key] for key in outlived} <= {"committed", "disbursed"}


# as of a day


@LAWS
@given(entries=families_of(), day=st.dates(date(2018, 1, 1), date(2026, 12, 31)))
def test_as_of_any_day_what_was_known_can_be_counted(entries: list[Entry], day: date, rates: Rates) -> None:
    known = as_of(entries, day)
    assert all(found.net >= 0 for found in count(known, rates).values())
    assert as_of(known, day) == known
    assert count(as_of(entries, last_day("2026")), rates) == count(entries, rates)


# why this total


@LAWS
@given(entries=families_of(), basis=st.sampled_from(BASES), scopes=st.sets(st.sampled_from(SCOPES), min_size=1), display=st.sampled_from(CURRENCIES))
def test_the_steps_add_up_exactly_and_none_between_the_first_and_the_last_adds(
    entries: list[Entry], basis: str, scopes: set[str], display: str, rates: Rates
) -> None:
    counted = count(entries, rates)
    shown = steps(
        (
            row_of(entry, counted[entry.key], lambda amount, of=entry: rates.convert(amount, of.currency, display, of.announced_on))  # type: ignore[misc]
            for entry in entries
        ),
        basis,
        scopes,
    )
    assert sum(step.amount for step in shown[:-1]) == shown[-1].amount
    assert all(step.amount <= 0 for step in shown[1:-1])
    kept = [entry for entry in entries if entry.scope in scopes and reaches(entry.stage, basis)]
    nets = [rates.convert(counted[entry.key].net, entry.currency, display, entry.announced_on) or Decimal(0) for entry in kept]
    assert shown[-1].amount == sum(nets)
