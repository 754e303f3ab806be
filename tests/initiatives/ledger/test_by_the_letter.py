"""The count beside a second one that follows the method's sentences one by one, slowly, for families that can be saved."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.relations import check_relation
from initiatives.ledger.values import RELATIONS, STAGES, Entry
from tests.initiatives.ledger.statements import said


class Letter:
    """Each question of the method as one sentence; recursive, quadratic, in one currency."""

    def __init__(self, entries: list[Entry]) -> None:
        self.by_key = {entry.key: entry for entry in entries}
        self.replacing = {self.speaks_of(entry): entry.key for entry in entries if entry.relation == "replaces"}

    def speaks_of(self, entry: Entry) -> str:
        target = self.by_key[entry.related_to or ""]
        return self.speaks_of(target) if target.relation == "restates" else target.key

    def newest(self, key: str) -> str:
        return self.newest(self.replacing[key]) if key in self.replacing else key

    def cancelled(self, key: str) -> bool:
        cancelling = [entry for entry in self.by_key.values() if entry.relation == "cancels" and self.speaks_of(entry) == key]
        return any(not self.cancelled(entry.key) for entry in cancelling)

    def stated_in(self, key: str) -> str | None:
        entry = self.by_key[key]
        if entry.relation == "replaces":
            return self.stated_in(self.speaks_of(entry))
        return self.newest(self.speaks_of(entry)) if entry.relation in ("part-of", "tranche-of") else None

    def dead(self, key: str) -> bool:
        envelope = self.stated_in(key)
        ended = envelope is not None and self.dead(envelope) and self.by_key[key].stage not in ("committed", "disbursed")
        return ended or self.cancelled(key)

    def live(self, key: str) -> bool:
        return self.by_key[key].relation not in ("restates", "cancels") and key not in self.replacing and not self.dead(key)

    def hangs_in(self, key: str) -> str | None:
        envelope = self.stated_in(key)
        return self.hangs_in(envelope) if envelope is not None and self.dead(envelope) else envelope

    def held(self, key: str) -> Decimal:
        return sum((self.gross(part) for part in self.by_key if self.live(part) and self.hangs_in(part) == key), Decimal(0))

    def gross(self, key: str) -> Decimal:
        return max(self.by_key[key].amount or Decimal(0), self.held(key))

    def net(self, key: str) -> Decimal:
        return self.gross(key) - self.held(key) if self.live(key) else Decimal(0)


@st.composite
def savable_families(draw: st.DrawFn) -> list[Entry]:
    """Entries entered one after the other, each of which the desk would take."""
    entries: list[Entry] = []
    for number in range(draw(st.integers(1, 10))):
        relation = draw(st.sampled_from(RELATIONS)) if entries else "new"
        target = None if relation == "new" else draw(st.sampled_from(entries)).key
        amount = draw(st.none() | st.integers(1, 20))
        entry = said(f"a#{number}", amount, relation, target, stage=draw(st.sampled_from(STAGES)))
        if not any(problem.refused for problem in check_relation(entry, {other.key: other for other in entries})):
            entries.append(entry)
    return entries


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=savable_families())
def test_every_family_counts_as_the_method_says_sentence_by_sentence(entries: list[Entry], rates: Rates) -> None:
    letter, counted = Letter(entries), count(entries, rates)
    assert {key: found.net for key, found in counted.items()} == {key: letter.net(key) for key in counted}
    assert {key: found.envelope for key, found in counted.items() if found.live} == {key: letter.hangs_in(key) for key in counted if letter.live(key)}
