"""Which money of the record a sum of an article is."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from initiatives.ingest.steps.draft import compose
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article, CountryClaim, DraftValue, InitiativeClaim, KnownEntry, KnownInitiative, Record, Understanding
from initiatives.ledger.series import load_rates

PLAN = KnownInitiative("plan", "National Language Model Plan", ("FRA",), "foundation-model", "2026-01-10")


def entry(number: int, amount: int | None, currency: str = "EUR", **fields: Any) -> KnownEntry:
    known = KnownEntry(
        f"plan#{number}", "plan", None if amount is None else Decimal(amount), currency, "2026-01-10", countries=("FRA",), origin="public"
    )
    return replace(known, **fields)


def draft(text: str, *entries: KnownEntry, owner: str = "FRA", published: str = "2026-02-01") -> DraftValue:
    article = Article(text, published=published)
    money = find_money(article, (owner,), True)
    understood = Understanding(
        "yes", 0.9, (CountryClaim(owner, "owner"),), InitiativeClaim("National Language Model Plan", "foundation-model"), money
    )
    return compose(article, understood, Record((PLAN,), (), entries), load_rates())


def test_the_same_sum_restates_with_the_reason_in_words() -> None:
    (proposal,) = draft(
        "The government pays €2 billion for the National Language Model Plan.", entry(1, 2 * 10**9, described="the state's support (10 Jan 2026)")
    ).proposals
    assert (proposal.relation, proposal.related_to) == ("restates", "plan#1")
    assert proposal.reason == "Restates the state's support (10 Jan 2026): the same sum, €2 bn, of the same initiative, 22 days later, both public."
    assert proposal.candidates[0].key == "plan#1"


def test_a_restatement_of_a_restatement_leads_to_the_first() -> None:
    entries = (entry(1, 2 * 10**9), entry(2, 2 * 10**9, relation="restates", related_to="plan#1"))
    (proposal,) = draft("The government pays €2 billion for the National Language Model Plan.", *entries).proposals
    assert proposal.related_to == "plan#1"


def test_a_firmer_stage_is_a_tranche_and_never_a_restatement() -> None:
    (proposal,) = draft("Parliament approved €2 billion for the National Language Model Plan.", entry(1, 2 * 10**9)).proposals
    assert (proposal.relation, proposal.related_to) == ("tranche-of", "plan#1")


def test_a_smaller_sum_of_the_same_initiative_is_a_part() -> None:
    text = "The National Language Model Plan has €2 billion. Of this, €300 million goes to data."
    first, second = draft(text, entry(1, 2 * 10**9)).proposals
    assert (first.relation, second.relation, second.related_to) == ("restates", "part-of", "plan#1")


def test_a_raised_sum_replaces_the_older_one() -> None:
    (proposal,) = draft("The government raised the National Language Model Plan to €3 billion.", entry(1, 2 * 10**9)).proposals
    assert (proposal.relation, proposal.related_to) == ("replaces", "plan#1")


def test_the_first_figure_of_an_undisclosed_sum_replaces_it() -> None:
    (proposal,) = draft("The government puts €3 billion into the National Language Model Plan.", entry(1, None)).proposals
    assert (proposal.relation, proposal.related_to) == ("replaces", "plan#1")


def test_money_nobody_knows_is_new_and_its_parts_lie_in_it() -> None:
    text = "The state will spend €1 billion on AI:\n- €600 million for computers\n- €400 million for a model"
    first, second, third = draft(text, owner="ESP").proposals
    assert (first.relation, first.related_to) == ("new", None)
    assert [(each.relation, each.related_money) for each in (second, third)] == [("part-of", 0), ("part-of", 0)]


def test_a_sum_converted_by_somebody_else_is_the_same_money() -> None:
    known = KnownEntry("budget#1", "budget", Decimal(3_000_000_000), "CAD", "2025-11-04", countries=("CAN",))
    article = Article("Canada's budget sets aside $2.13 billion to build up AI.", published="2025-11-06")
    understood = Understanding("yes", 0.9, (CountryClaim("CAN", "owner"),), None, find_money(article, ("CAN",), True))
    (proposal,) = compose(article, understood, Record((), (), (known,)), load_rates()).proposals
    assert (proposal.relation, proposal.related_to) == ("restates", "budget#1")
    assert "the bare $ of the article may be CAD or USD" in proposal.reason


def test_the_same_figure_of_another_origin_or_country_is_not_the_same_money() -> None:
    text = "The company will invest €2 billion of private money in a data centre."
    assert draft(text, entry(1, 2 * 10**9, initiative="other", announced_on="2021-01-01")).proposals[0].relation == "new"
    assert draft(text, entry(1, 2 * 10**9, initiative="other", countries=("DEU",))).proposals[0].candidates == ()


def test_mere_context_is_not_proposed() -> None:
    assert draft("The world market for AI could be worth $900 billion.").proposals == ()


OLD = {"initiative": "other", "announced_on": "2018-03-29"}


def test_a_sum_years_apart_is_new_and_the_old_one_stays_as_a_candidate_with_the_reason_against() -> None:
    (proposal,) = draft("The government will invest €2 billion of public money in AI.", entry(1, 2 * 10**9, **OLD), published="2026-02-11").proposals
    assert (proposal.relation, proposal.related_to) == ("new", None)
    assert proposal.candidates[0].key == "plan#1"
    assert "2876 days later, and the article neither names its programme nor calls the money announced before" in proposal.reason


def test_more_than_a_year_is_too_far_without_a_sign() -> None:
    known = entry(1, 2 * 10**9, initiative="other", announced_on="2024-01-01")
    assert draft("The government will invest €2 billion in AI.", known, published="2026-02-11").proposals[0].relation == "new"
    assert draft("The government will invest €2 billion in AI.", known, published="2024-11-11").proposals[0].relation == "restates"


def test_old_money_is_meant_where_its_programme_is_named_or_the_article_says_when() -> None:
    old = entry(1, 2 * 10**9, announced_on="2018-03-29")
    for text in (
        "The National Language Model Plan has €2 billion of public money.",
        "The government spends €2 billion on AI, first announced in 2018.",
    ):
        proposal = draft(text, old, published="2026-02-11").proposals[0]
        assert (proposal.relation, proposal.related_to) == ("restates", "plan#1"), text


def test_an_unknown_day_is_not_the_same_day() -> None:
    article = Article("The government will invest €2 billion of public money in AI.")
    understood = Understanding("yes", 0.9, (CountryClaim("FRA", "owner"),), None, find_money(article, ("FRA",), True))
    (proposal,) = compose(article, understood, Record((PLAN,), (), (entry(1, 2 * 10**9),)), load_rates()).proposals
    assert "the day of the article is not known" in proposal.candidates[0].reasons_against
    assert not any("day" in reason for reason in proposal.candidates[0].reasons_for)


def test_the_articles_own_of_which_beats_a_look_alike_of_the_ledger() -> None:
    look_alike = entry(1, 1_500_000_000, initiative="other", announced_on="2025-11-11")
    first, second = draft("The state will invest €4 billion in AI, of which €1.5 billion goes to computers.", look_alike).proposals
    assert first.relation == "new"
    assert (second.relation, second.related_to, second.related_money) == ("part-of", None, 0)
    assert second.reason == "The article gives it as a part of “€4 billion”."


def test_the_reason_cites_the_article_only_for_what_it_prints() -> None:
    known = KnownEntry("budget#1", "budget", Decimal(2_400_000_000), "CAD", "2024-04-07", countries=("CAN",))
    article = Article("Canada's budget allocates $1.76 billion to strengthen its AI sector.", published="2024-04-09")
    understood = Understanding("yes", 0.9, (CountryClaim("CAN", "owner"),), None, find_money(article, ("CAN",), True))
    (proposal,) = compose(article, understood, Record((), (), (known,)), load_rates()).proposals
    assert (proposal.relation, proposal.related_to) == ("restates", "budget#1")
    assert "as the article says" not in proposal.reason
    assert "the article prints “$1.76 billion”" in proposal.reason


def test_a_change_is_said_to_stand_in_the_article_only_where_it_does() -> None:
    (bare,) = draft("The government raised the National Language Model Plan to €3 billion.", entry(1, 2 * 10**9)).proposals
    assert "speaks of a change (“raised”)" in bare.reason
    both = draft("The government raised the National Language Model Plan to €3 billion, up from €2 billion.", entry(1, 2 * 10**9)).proposals
    assert "gives the older “€2 billion” too" in next(each for each in both if each.relation == "replaces").reason


def test_nothing_hangs_on_a_figure_that_was_replaced() -> None:
    entries = (entry(1, 3 * 10**9), entry(2, 4 * 10**9, relation="replaces", related_to="plan#1", announced_on="2026-01-20"))
    whole, part = draft("The National Language Model Plan has €4 billion. Of this, €300 million goes to data.", *entries).proposals
    assert [(each.relation, each.related_to) for each in (whole, part)] == [("restates", "plan#2"), ("part-of", "plan#2")]
    assert all(candidate.key == "plan#2" for candidate in part.candidates)


def test_money_that_is_called_off_cancels_its_entry() -> None:
    known = entry(1, 2 * 10**9)
    for text in (
        "The government has scrapped the National Language Model Plan, worth €2 billion.",
        "The National Language Model Plan was not approved. The €2 billion go to schools.",
    ):
        (proposal,) = draft(text, known).proposals
        assert (proposal.relation, proposal.related_to) == ("cancels", "plan#1"), text
        assert "the article says that it ends" in proposal.reason


def test_a_figure_that_was_replaced_is_not_called_off() -> None:
    entries = (entry(1, 2 * 10**9), entry(2, 4 * 10**9, relation="replaces", related_to="plan#1", announced_on="2026-01-20"))
    proposals = draft("The government has scrapped the National Language Model Plan, worth €2 billion.", *entries).proposals
    assert ("cancels", "plan#1") not in [(each.relation, each.related_to) for each in proposals]


def test_a_pledge_that_is_said_again_stays_a_pledge() -> None:
    found = draft("The government pays €2 billion for the National Language Model Plan.", entry(1, 2 * 10**9, stage="pledged"))
    assert found.proposals[0].relation == "restates"
    assert found.understanding.money[0].stage == "pledged"


def test_new_money_beside_a_look_alike_is_warned_of() -> None:
    found = draft("The government will invest €2 billion of public money in AI.", entry(1, 2 * 10**9, **OLD), published="2026-02-11")
    (warning,) = [each for each in found.understanding.warnings if each.code == "may-be-known"]
    assert "“€2 billion” is proposed as new money, but it may be" in warning.message
    assert not [each for each in draft("The government will invest €2 billion in AI.").understanding.warnings if each.code == "may-be-known"]


def test_a_part_beside_its_whole_is_known_by_the_whole() -> None:
    text = "The bank will add €300 million to AI, a slice of the €2 billion that the state set aside."
    proposals = draft(text, entry(1, 2 * 10**9, initiative="other")).proposals
    assert ("part-of", "plan#1") in [(each.relation, each.related_to) for each in proposals]


def test_two_figures_that_only_a_hedge_makes_one_need_more_than_the_country() -> None:
    known = entry(1, 1_576_000_000, initiative="other", hedge="up-to", origin="unknown")
    assert draft("The state will invest €1.5 billion in AI.", known).proposals[0].relation == "new"
    assert draft("The state will invest €1.6 billion in AI.", known).proposals[0].relation == "restates"


def test_an_end_without_a_sum_is_a_word_for_the_editor() -> None:
    article = Article("The National Language Model Plan ends next month.", "Paris scraps its language model", published="2026-02-01")
    understood = Understanding("yes", 0.9, (CountryClaim("FRA", "owner"),), None)
    found = compose(article, understood, Record((PLAN,), (), (entry(1, 2 * 10**9),)), load_rates())
    (warning,) = found.understanding.warnings
    assert warning.code == "may-be-cancelled"
    assert "Does National Language Model Plan end?" in warning.message
