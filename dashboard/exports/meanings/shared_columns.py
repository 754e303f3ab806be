"""What the columns mean that many downloads share; must not know which download has them."""

from collections.abc import Mapping
from typing import Final

from dashboard.exports.meanings.values import (
    COMMENTS,
    ENTRIES,
    HARD,
    INITIATIVES,
    ORGANIZATIONS,
    PER_PERSON,
    PERCENT,
    UNKNOWN,
    Meaning,
    code,
    codes,
    count,
    day,
    money,
    number,
    text,
)

SHARED: Final[Mapping[str, Meaning]] = {
    # which row
    "country": code("The country the row stands for: ISO 3166-1 alpha-3, EUU, another actor, or joint for what several owners share.", UNKNOWN),
    "country_name": text("The country’s name as everywhere on this site.", UNKNOWN),
    "countries": codes("The owners of the initiative, in the order of its source."),
    "owners": codes("The owners of joint money; the whole sum is theirs together and is divided among nobody.", "one owner, the country itself"),
    "region": text("The part of the world, for the grouping of the drawing."),
    "slug": code("The stable name in the address of its page."),
    "name": text("The usual English name."),
    "initiative": code("The initiative’s stable name, as in the address of its page.", "the row is of no single initiative"),
    "initiative_name": text("The initiative’s usual English name.", "the row is of no single initiative"),
    "kind": code("What kind of initiative it is."),
    "status": code("How far it is: announced, underway, completed, paused or cancelled."),
    "key": code("The entry’s key: the initiative, # and a number that never changes."),
    # money
    "public": money("Counted money of states, of their agencies and of the European Union.", HARD),
    "public_from_abroad": money("The part of public that another state or the Union pays; it lies inside public.", "the split is not published"),
    "private": money("Counted money of companies, funds and other private payers.", HARD),
    "mixed": money("Counted money of public and private payers together whose split is not published.", HARD),
    "unknown": money("Counted money of which nobody says who pays.", HARD),
    "total": money("All counted money of the row: public, private, mixed and unknown together, each sum once.", HARD),
    "amount": money("The counted money of the row.", HARD),
    "ceiling": money("The part of the amount whose figure is an “up to” or a target."),
    "gdp_percent": number("The total as a share of the gross domestic product of a year.", PERCENT, "no sum, or no figure for the country"),
    "per_person": number("The total divided by the population.", PER_PERSON, "no sum, or no figure for the country"),
    "cumulative": money("The total of this and of all earlier periods of the file."),
    "headline": money("Of the counted money: everything said, pledges included.", HARD),
    "announced": day("When it was first announced."),
    "budgeted": money("Of the counted money: budgeted or firmer.", HARD),
    "committed": money("Of the counted money: committed or firmer.", HARD),
    "disbursed": money("Of the counted money: paid out.", HARD),
    "beside_scope": money("What would count at the same basis in the scopes that are not chosen; in no other column.", "nothing"),
    "undisclosed": count("Entries that would count if somebody said how much they are.", ENTRIES),
    "not_convertible": count("Entries that would count if there were a rate into the currency shown.", ENTRIES),
    "entries": count("Entries that add to the sum of the row.", ENTRIES),
    "initiatives": count("Initiatives behind the row.", INITIATIVES),
    "origin": code("Who pays: public, private, mixed or unknown.", "the row is of several origins"),
    # when
    "start": day("When it begins."),
    "end": day("When it ends."),
    # participants, commentary
    "participants": count("Named organizations that take part, each once.", ORGANIZATIONS),
    "role": code("The role in which they take part."),
    "stance": code("Towards the initiative: supportive, cautious, critical or neutral."),
    **{name: count(f"Comments of this stance: {name}.", COMMENTS) for name in ("critical", "cautious", "neutral", "supportive")},
    "comments": count("Comments in all.", COMMENTS),
    # how it is counted
    "scope": codes("What is counted: ai, chips, wider; several are added."),
    "basis": code("How firm money must be to count: headline, announced, budgeted, committed or disbursed."),
    "currency": code("ISO 4217: the currency of every sum in the row."),
    "display_currency": code("ISO 4217: the currency of the columns that are in the currency shown."),
    "as_of": day("The day whose state is shown.", "before the first publication"),
    "edition": count("The published state of the record; its address always gives these figures.", "number of the edition"),
}  # fmt: skip

# Of one entry, in the ledger and in changes.
OF_ENTRIES: Final[Mapping[str, Meaning]] = {
    "announced_on": day("When it was said."),
    "stage": code("How firm it is: pledged, announced, budgeted, committed or disbursed."),
    "relation": code("How it relates to another entry: new, restates, replaces, part-of, tranche-of or cancels."),
    "reason": text("Why it counts as it does."),
    "tier": Meaning("How good the source is: 1 official or filing, 2 wire or paper of record, 3 other press, 4 inferred.", "whole number", "tier"),
    "source": text("The address of the article."),
    "step_amount": money("What the entry gives up to, or adds at, the step of the filter; the column adds up to the step.", "it cannot be converted"),
    "amount_converted": money("The amount as published, in the currency shown.", "undisclosed, or it cannot be converted"),
}
