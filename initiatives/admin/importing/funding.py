"""Funding entries in files: one statement a row, with who pays in one cell and the source by its address."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from initiatives import vocabulary
from initiatives.admin.columns import WEB
from initiatives.admin.importing.meaning import DAY, NUMBER, Column
from initiatives.admin.importing.resource import RecordResource, Row
from initiatives.admin.widgets import plain
from initiatives.models import Article, Funder, FundingEntry, Initiative, Organization, OrganizationName, Reference
from initiatives.publish.parts import following

BETWEEN = "; "
NEEDED = {
    "stage": list(vocabulary.STAGES), "origin": list(vocabulary.ORIGINS), "scope": list(vocabulary.SCOPES),
    "tier": [str(tier) for tier in vocabulary.TIERS],
}  # fmt: skip
BESIDES = ("initiative", "funders", "source", "source_title", "publisher")
_SHARE = re.compile(r"(?P<name>.+?)\s*\((?P<percent>\d{1,3}(?:[.,]\d+)?)\s*%\)")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays: an organization's id, or words; the share is None where it is not published."""

    organization_id: int | None
    described: str | None
    share: Decimal | None


class FundingResource(RecordResource):
    """Found by its key; without one, an entry that says the same of the same initiative on the same day by the same source is that entry."""

    columns = (
        Column("key"), Column("initiative", also=("slug",)), Column("announced_on", DAY), Column("amount", NUMBER), Column("currency"),
        Column("hedge"), Column("amount_low", NUMBER), Column("amount_high", NUMBER), Column("usd_as_published", NUMBER), Column("stage"),
        Column("origin"), Column("scope"), Column("funders", also=("funder",)), Column("channel"), Column("recipient_country"), Column("period"),
        Column("instrument"), Column("relation"), Column("related_to"), Column("within"), Column("new_money"), Column("tier"), Column("source"),
        Column("source_title"), Column("publisher"), Column("note"),
    )  # fmt: skip

    class Meta(RecordResource.Meta):
        model = FundingEntry

    def found(self, row: Row) -> FundingEntry | None:
        """By key, else the same statement."""
        if row.get("key"):
            return FundingEntry.objects.filter(key=row["key"]).first()
        amount = Decimal(row["amount"]) if row.get("amount") else None
        source = row.get("source") or self.defaults.get("source", "")
        same = FundingEntry.objects.filter(
            initiative__slug=row.get("initiative", ""), announced_on=row.get("announced_on", ""), currency=row.get("currency", ""), source__url=source
        )
        return (same.filter(amount__isnull=True) if amount is None else same.filter(amount=amount)).order_by("pk").first()

    def import_instance(self, instance: Any, row: Row, **more: Any) -> None:
        """A row about a stored entry takes its own cells alone; a new one also what was said for the whole file."""
        whole_row = {**row, "initiative": row.get("initiative", ""), "source": row.get("source", "")} if instance.pk is None else row
        needed = dict.fromkeys(NEEDED, "") if instance.pk is None else {}
        super().import_instance(instance, {**needed, **whole_row}, **more)

    def take(self, instance: Any, name: str, text: str) -> None:
        """Links are given by address and key; who pays is stored after the entry."""
        if name == "key":
            instance.key = instance.key or text
        elif name == "initiative":
            self._take_initiative(instance, text)
        elif name == "source":
            self._take_source(instance, text or self.defaults.get("source", ""))
        elif name == "related_to":
            instance.related_to = self._related(text) if text else None
        elif name not in BESIDES:
            self._take_word(instance, name, text)

    def shown(self, instance: Any, name: str) -> Any:
        """Links as address and key, who pays in one cell."""
        if name == "initiative":
            return instance.initiative.slug if instance.initiative_id else ""
        if name == "funders":
            return BETWEEN.join(_in_words(funder) for funder in instance.funders.all()) if instance.pk else ""
        if name == "related_to":
            return instance.related_to.key if instance.related_to else None
        if name in ("source", "source_title", "publisher"):
            column = {"source": "url", "source_title": "title"}.get(name, name)
            return getattr(instance.source, column) if instance.source_id else ""
        return super().shown(instance, name)

    def store(self, instance: Any, row: Row) -> bool:
        """The source where it is new, the entry, its citation, and who pays where the file says it."""
        assert self.session is not None  # exports store nothing
        if instance.source.pk is None:
            instance.source.title = row.get("source_title") or instance.source.url[:500]
            instance.source.publisher = row.get("publisher", "")
            self.session.save(instance.source)
            instance.source_id = instance.source.pk
        changed = super().store(instance, row)
        if changed and not Reference.objects.filter(initiative=instance.initiative, article=instance.source).exists():
            place = following(instance.initiative.references.all())
            self.session.save(Reference(initiative=instance.initiative, article=instance.source, order=place))
        return self._store_payers(instance, row["funders"]) or changed if "funders" in row else changed

    def _take_initiative(self, instance: Any, slug: str) -> None:
        found = Initiative.objects.filter(slug=slug).first()
        if found is None:
            raise ValueError(f"“{slug[:60]}” is the address of no initiative. Add the initiative first.")
        if instance.pk is not None and instance.initiative_id != found.pk:
            raise ValueError(f"{instance.key} belongs to {instance.initiative.slug}. Leave the key empty for a new entry.")
        instance.initiative = found

    def _take_source(self, instance: Any, address: str) -> None:
        if not address.lower().startswith(WEB):
            raise ValueError(f"“{address[:60]}” is no address of a source. Give one that begins with https://, in the column or for the whole file.")
        instance.source = Article.objects.filter(url=address).first() or Article(url=address)

    def _take_word(self, instance: Any, name: str, text: str) -> None:
        if name in NEEDED and not text and not self.defaults.get(name) and instance.pk is None:
            raise ValueError(f"Neither the row nor the whole file says the {name}. Use one of: {', '.join(NEEDED[name])}.")
        super().take(instance, name, text.upper() if name == "currency" else text)

    def _related(self, key: str) -> FundingEntry:
        found = FundingEntry.objects.filter(key=key).first()
        if found is None:
            raise ValueError(f"“{key[:60]}” is the key of no entry.")
        return found

    def _store_payers(self, entry: FundingEntry, text: str) -> bool:
        """Brings who pays to what the cell says; whether anything differed."""
        assert self.session is not None
        wanted = payers_in(text)
        stored = {Payer(row.organization_id, row.described, row.share and row.share.normalize()): row for row in entry.funders.all()}
        gone, new = [row for payer, row in stored.items() if payer not in wanted], [payer for payer in wanted if payer not in stored]
        for row in gone:
            self.session.remove(row)
        for payer in new:
            place = following(entry.funders.all())
            self.session.save(Funder(entry=entry, organization_id=payer.organization_id, described=payer.described, share=payer.share, order=place))
        return bool(gone or new)


def payers_in(text: str) -> list[Payer]:
    """`EuroHPC JU (50 %); Government of Austria (50 %)`. Where no part is a known organization, the whole cell is words for who pays."""
    if not text:
        return []
    parts = [part.strip() for part in text.split(BETWEEN.strip()) if part.strip()]
    found = [_payer(part) for part in parts]
    if len(parts) > 1 and (_known(text) or not any(payer.organization_id for payer in found)):
        return [Payer(_known(text), None if _known(text) else text[:200], None)]
    return found


def _payer(part: str) -> Payer:
    shared = _SHARE.fullmatch(part)
    name = shared["name"] if shared and not _known(part) else part
    share = (Decimal(shared["percent"].replace(",", ".")) / 100).normalize() if shared and name != part else None
    known = _known(name)
    return Payer(known, None if known else name[:200], share)


def _known(name: str) -> int | None:
    direct = Organization.objects.filter(name=name).values_list("pk", flat=True).first()
    return direct or OrganizationName.objects.filter(name=name).values_list("organization_id", flat=True).first()


def _in_words(funder: Funder) -> str:
    name = funder.organization.name if funder.organization else str(funder.described)
    return name if funder.share is None else f"{name} ({plain(funder.share * 100)} %)"
