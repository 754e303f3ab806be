"""Writes the record in its exchange format, as `load` reads it; changes nothing."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TextIO

import simplejson
from django.db import connection, transaction

from initiatives.exchange import other_names
from initiatives.exchange.checks import PASSAGE_KEYS
from initiatives.exchange.organizations import BETWEEN_ALIASES, COLUMNS
from initiatives.exchange.rows import ARTICLE_COLUMNS
from initiatives.models import Comment, Funder, FundingEntry, Initiative, InitiativeName, Organization, Participation, Point, Quantity, Reference

INITIATIVES_AT_A_TIME = 500
Object = dict[str, Any]
Texts = Mapping[int, str]  # id of an article → its text, where one is kept


@transaction.atomic
def dump_initiatives(output: TextIO) -> int:
    """One line an initiative, in the order in which they entered the record; how many. All lines are of one moment."""
    _one_moment()
    written = 0
    batch: list[Initiative] = []
    for row in Initiative.objects.order_by("pk").iterator(INITIATIVES_AT_A_TIME):
        batch.append(row)
        if len(batch) == INITIATIVES_AT_A_TIME:
            written += _write(batch, output)
            batch = []
    return written + _write(batch, output)


@transaction.atomic
def dump_organizations(output: TextIO) -> int:
    """The table of organizations with their other names; how many. Former names, which have a last day, are not in the format."""
    table = csv.writer(output, lineterminator="\n")
    table.writerow(COLUMNS)
    rows = Organization.objects.order_by("pk").prefetch_related("names")
    for row in rows:
        aliases = [name.name for name in sorted(row.names.all(), key=lambda name: (name.order, name.pk)) if name.until is None]
        table.writerow([row.name, row.kind or "", row.country_id or "", BETWEEN_ALIASES.join(aliases)])
    return len(rows)


def _one_moment() -> None:
    if not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def _write(batch: Sequence[Initiative], output: TextIO) -> int:
    for value in _objects(batch):
        output.write(simplejson.dumps(value, ensure_ascii=False, use_decimal=True) + "\n")
    return len(batch)


def _objects(batch: Sequence[Initiative]) -> Iterator[Object]:
    ids = [row.pk for row in batch]
    payers = _grouped(
        (row.entry_id, _funder(row))
        for row in Funder.objects.filter(entry__initiative__in=ids).select_related("organization").order_by("entry_id", "order", "pk")
    )
    references = list(_of(Reference, ids, "article"))
    texts = {row.article_id: row.article.text for row in references if row.article.text}
    parts = {
        "funding": _grouped((row.initiative_id, _entry(row, payers[row.pk], texts)) for row in _of(FundingEntry, ids, "source", "related_to")),
        "participants": _grouped((row.initiative_id, _participant(row, texts)) for row in _of(Participation, ids, "source", "organization")),
        "quantities": _grouped((row.initiative_id, _quantity(row)) for row in _of(Quantity, ids, "source", "related_to")),
        "points": _grouped((row.initiative_id, _point(row, texts)) for row in _of(Point, ids, "source")),
        "commentary": _grouped((row.initiative_id, _comment(row, texts)) for row in _of(Comment, ids, "source")),
        "articles": _grouped((row.initiative_id, _article(row)) for row in references),
    }
    names: dict[int, list[InitiativeName]] = defaultdict(list)
    for name in InitiativeName.objects.filter(initiative__in=ids).order_by("initiative_id", "order", "pk"):
        names[name.initiative_id].append(name)
    for row in batch:
        own = ("slug", "name", "countries", "kind", "status", "announced", "start", "end", "summary", "themes")
        called = other_names.dumped(names.get(row.pk, ()))
        moved = _keys_of(row.slug, called, [*parts["funding"][row.pk], *parts["quantities"][row.pk]])
        more = {**_said("also_called", called), **_said("keys_of", moved)}
        yield {**{key: getattr(row, key) for key in own}, **more, **{kind: found[row.pk] for kind, found in parts.items()}}


def _keys_of(slug: str, called: Sequence[Object], keyed: Iterable[Object]) -> list[str]:
    """Addresses that keys begin with besides the initiative's own and its former ones: of statements that came from other initiatives."""
    begin = {item["key"].rpartition("~" if "~" in item["key"] else "#")[0] for item in keyed}
    return sorted(begin - {slug} - {name.get("slug") for name in called})


def _of(model: Any, initiatives: Iterable[int], *related: str) -> Any:
    text = [f"{name}__text" for name in related if name == "source"]
    return model.objects.filter(initiative__in=initiatives).select_related(*related).defer(*text).order_by("initiative_id", "order", "pk")


def _grouped(pairs: Iterable[tuple[int, Object]]) -> dict[int, list[Object]]:
    grouped: dict[int, list[Object]] = defaultdict(list)
    for parent, value in pairs:
        grouped[parent].append(value)
    return grouped


def _entry(row: FundingEntry, funders: list[Object], texts: Texts) -> Object:
    return {
        "key": row.key,
        "amount": _number(row.amount),
        "currency": row.currency,
        "hedge": row.hedge,
        "amount_low": _number(row.amount_low),
        "amount_high": _number(row.amount_high),
        "usd_as_published": _number(row.usd_as_published),
        "stage": row.stage,
        "origin": row.origin,
        "scope": row.scope,
        "funders": funders,
        "channel": row.channel,
        "recipient_country": row.recipient_country_id,
        "announced_on": row.announced_on,
        "period": row.period,
        "instrument": row.instrument,
        "relation": row.relation,
        "related_to": row.related_to.key if row.related_to else None,
        "within": row.within,
        "new_money": row.new_money,
        "tier": row.tier,
        "note": row.note,
        "source": row.source.url,
        **_passage(row, texts),
        **_rank(row),
    }


def _rank(row: FundingEntry) -> Object:
    """What an editor said of rival figures; most entries have no rank of their own."""
    return {} if row.rank == "normal" else {"rank": row.rank, **_said("rank_reason", row.rank_reason)}


def _funder(row: Funder) -> Object:
    name = row.organization.name if row.organization else None
    return {"organization": name, "country": row.country_id, "share": _number(row.share), "described": row.described}


def _participant(row: Participation, texts: Texts) -> Object:
    named = row.organization
    value: Object = {"organization": named and named.name, "kind": named and named.kind, "country": named and named.country_id}
    value |= {"role": row.role, "status": row.status, "source": row.source.url}
    return {**value, **_said("described", row.described), **_passage(row, texts)}


def _quantity(row: Quantity) -> Object:
    return {
        "key": row.key,
        "measure": row.measure,
        "value": _number(row.value),
        "hedge": row.hedge,
        "status": row.status,
        "by": row.by,
        "relation": row.relation,
        "related_to": row.related_to.key if row.related_to else None,
        "source": row.source.url,
        "note": row.note,
    }


def _point(row: Point, texts: Texts) -> Object:
    plain = {"kind": row.kind, "aspect": row.aspect, "country": row.country_id, "text": row.text, "source": row.source.url}
    return {**plain, **_passage(row, texts)}


def _comment(row: Comment, texts: Texts) -> Object:
    plain = ("speaker", "title", "affiliation", "actor")
    more = ("interest", "stance", "aspects", "position", "quote")
    values = {**{key: getattr(row, key) for key in plain}, "country": row.country_id, **{key: getattr(row, key) for key in more}}
    return {**values, "date": row.said_on, "source": row.source.url, **_said("place", row.place), **_passage(row, texts)}


def _article(row: Reference) -> Object:
    cited = {"url": row.article.url, **{key: getattr(row.article, column) for key, column in ARTICLE_COLUMNS.items()}, **(row.cited_as or {})}
    return {**cited, **_said("rests_on", row.article.rests_on), **_said("text", row.article.text)}


def _said(key: str, value: Any) -> Object:
    """A key that is written only where there is something to say."""
    return {key: value} if value else {}


def _passage(row: FundingEntry | Participation | Point | Comment, texts: Texts) -> Object:
    """Where in its article a row was read; not where the text that is kept now says something else there."""
    passage: Object | None = row.evidence
    text = texts.get(row.source_id)
    fits = passage and (not text or text[passage["start"] : passage["end"]] == passage["text"])
    return {"evidence": {key: passage[key] for key in PASSAGE_KEYS}} if passage and fits else {}


def _number(value: Decimal | None) -> Decimal | int | None:
    """Whole numbers without a point, others as short as they are exact."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value.normalize()
