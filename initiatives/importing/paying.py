"""Brings who pays an entry to what a cell says: payers to add and to remove, organizations to make, and names that the record does not know."""

from collections.abc import Sequence
from typing import Any

from initiatives.importing import payers
from initiatives.importing.faults import shown
from initiatives.importing.known import Names, addresses
from initiatives.importing.payers import Payer
from initiatives.importing.plan import Plan
from initiatives.importing.table import Line
from initiatives.models import Funder, Organization
from initiatives.publish import shares


class Paying:
    """The payers of a whole file. With `create`, a name that the record does not know becomes an organization; else it is kept as words."""

    def __init__(self, plan: Plan, organizations: Names, *, create: bool) -> None:
        self.plan, self.organizations, self.create = plan, organizations, create
        self.made: dict[str, Organization] = {}
        self.remarked: set[str] = set()

    def bring(self, line: Line, entry: Any, stored: Sequence[Any]) -> bool:
        """Plans what differs between the cell and the stored payers; whether anything does."""
        text = line.get("funders") or ""
        if payers.says_the_same(text, stored):
            return False
        wanted = payers.payers_in(text, self.organizations.find, each_is_a_name=self.create) if text else []
        self._remark(line, text, wanted)
        self._shares_hold(line, text, wanted)
        kept = {Payer(row.organization_id, row.described, row.share and row.share.normalize()): row for row in stored}
        self.plan.changes.removed[Funder] += [row for payer, row in kept.items() if payer not in wanted]
        new = [payer for payer in wanted if payer not in kept]
        first = max((row.order for row in stored), default=-1) + 1
        self.plan.changes.added[Funder] += [self._funder(entry, payer, first + place) for place, payer in enumerate(new)]
        return bool(new) or set(kept) != set(wanted)

    def finish(self) -> None:
        """Gives addresses to the organizations that are made."""
        taken = addresses() if self.made else set()
        for name, row in self.made.items():
            row.slug = Organization.objects.free_slug(name, taken)
            taken.add(row.slug)

    def _funder(self, entry: Any, payer: Payer, place: int) -> Funder:
        if payer.described in self.made:
            return Funder(entry=entry, organization=self.made[str(payer.described)], share=payer.share, order=place)
        return Funder(entry=entry, organization_id=payer.organization_id, described=payer.described, share=payer.share, order=place)

    def _remark(self, line: Line, text: str, wanted: Sequence[Payer]) -> None:
        for name in [payer.described for payer in wanted if payer.described]:
            if self.create:
                self._make(name)
            elif name not in self.remarked:
                self.remarked.add(name)
                self._ask(line, text, name)

    def _make(self, name: str) -> None:
        if name not in self.made:
            self.made[name] = Organization(name=name)
            self.plan.changes.added[Organization].append(self.made[name])

    def _ask(self, line: Line, text: str, name: str) -> None:
        near = self.organizations.near(name)
        meant = f" Did you mean “{self.organizations.names[near]}”?" if near else ""
        words = f"{shown(name)} is no organization of the record and is kept as words.{meant}"
        instead = text.replace(name, self.organizations.names[near]) if near else ""
        self.plan.table.fault(line.number, "funders", text, words, warning=True, instead=instead)

    def _shares_hold(self, line: Line, text: str, wanted: Sequence[Payer]) -> None:
        wrong = shares.fault_in(payer.share for payer in wanted)
        if wrong:
            self.plan.table.fault(line.number, "funders", text, wrong)
