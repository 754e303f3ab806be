"""Pasted words fill the form by the line's own steps, each value beside its passage."""

import pytest

from initiatives.models import Intake
from initiatives.review.announcing import Typed
from initiatives.review.announcing.answering import answer_to
from initiatives.review.announcing.filling import address_in, filled_from, shown_again

WORDS = (
    "METI will pay 387.3 billion yen in fiscal 2026, through NEDO, to Noetra for Japan's Domestic Foundation Model, The Japan Times reported on "
    "June 30, 2026; over five years the support could reach up to 1 trillion yen. https://news.example/award"
)


def test_a_sentence_fills_amount_years_payer_channel_recipient_day_and_source(japan: None) -> None:
    typed = filled_from(WORDS, Typed()).typed
    assert (typed.slug, typed.amount, typed.currency, typed.hedge) == ("japan", "387.3 bn JPY", "JPY", "exact")
    assert (typed.announced_on, typed.period, typed.origin) == ("30 Jun 2026", "2026", "public")
    assert [payer.slug for payer in typed.payers] == ["ministry-of-economy"]
    assert (typed.publisher, typed.url, typed.recipients) == ("The Japan Times", "https://news.example/award", "Noetra")


def test_each_passage_holds_the_words_of_its_field(japan: None) -> None:
    filled = filled_from(WORDS, Typed())
    words = {each.field: filled.typed.pasted[each.start : each.end] for each in filled.passages}
    assert words["amount"] == "387.3 billion yen"
    assert (words["payers"], words["period"], words["announced_on"]) == ("METI", "in fiscal 2026", "June 30, 2026")
    ends = [each.end for each in filled.passages]
    assert all(end <= following.start for end, following in zip(ends, filled.passages[1:], strict=False))


def test_a_further_sum_is_named_with_what_it_is_and_can_be_taken_instead(japan: None) -> None:
    filled = filled_from(WORDS, Typed())
    assert [(each.words, each.standing) for each in filled.sums] == [
        ("up to\u00a0¥1\u00a0tn", "it restates METI's five-year support (21 Dec 2025), and adds ¥0")
    ]
    other = filled_from(WORDS, Typed(), taken=filled.sums[0].number)
    assert (other.typed.amount, other.typed.hedge) == ("1 tn JPY", "up-to")
    assert [each.words for each in other.sums] == ["¥387.3\u00a0bn"]


def test_what_is_known_of_source_and_initiative_stays(japan: None) -> None:
    before = Typed(slug="clouds", initiative="Cloud Subsidies", url="https://news.example/own", publisher="Own Paper")
    typed = filled_from("It will cost 5 billion yen.", before).typed
    assert (typed.slug, typed.url, typed.publisher, typed.amount) == ("clouds", "https://news.example/own", "Own Paper", "5 bn JPY")


def test_a_first_line_that_reads_like_one_is_the_title(japan: None) -> None:
    assert filled_from("Award for robots\nThe state pays 5 billion yen.", Typed()).typed.title == "Award for robots"


@pytest.mark.parametrize("pasted", ["", "   ", "No sum at all.", "!" * 500, "\u202e5\u0000", "https://news.example/a https://news.example/b"])
def test_any_words_leave_a_form(japan: None, pasted: str) -> None:
    filled = filled_from(pasted, Typed())
    assert filled.typed.amount == ""
    assert shown_again(filled.typed).sums == ()


def test_an_address_alone_is_told_from_words(db: None) -> None:
    assert address_in(" https://news.example/a ") == "https://news.example/a"
    assert address_in("see https://news.example/a") == ""
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        "Japan has approved 300 billion yen for the Domestic Foundation Model.",
        "METI pays 387.3 billion yen for Japan's Domestic Foundation Model.",
        "Japan: 1 trillion yen for the Domestic Foundation Model",
    ],
)
def test_without_a_day_the_initiative_is_found_by_its_name_and_only_the_day_is_left_to_fill(japan: None, words: str) -> None:
    filled = filled_from(words, Typed())
    assert (filled.typed.slug, filled.typed.announced_on) == ("japan", "")
    assert not any("fault" in doubt for doubt in filled.doubts)


@pytest.mark.parametrize("words", ["Kenya plans an AI lab, it said on 1 February 2026.", "2026-02-01: Kenya opens an AI lab."])
def test_a_day_is_filled_where_no_sum_is_named(japan: None, words: str) -> None:
    assert filled_from(words, Typed()).typed.announced_on == "1 Feb 2026"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("日本政府は2026年6月30日、国産AIに5年間で1兆円を投じると発表した。", "30 Jun 2026"),
        ("Le gouvernement japonais a annoncé le 30 juin 2026 un plan de 1 000 milliards de yens pour l'intelligence artificielle.", "30 Jun 2026"),
        ("Die japanische Regierung gibt für die KI 1 Billion Yen aus, teilte sie am 30. Juni 2026 mit.", "30 Jun 2026"),
        ("El gobierno japonés destina 1 billón de yenes a la IA, anunció el 30 de junio de 2026.", "30 Jun 2026"),
    ],
)
def test_words_in_another_language_fill_day_owner_and_origin_and_find_the_money_in_the_ledger(japan: None, words: str, day: str) -> None:
    typed = filled_from(words, Typed()).typed
    assert (typed.announced_on, typed.origin, typed.currency) == (day, "public", "JPY")
    chosen = answer_to(typed).chosen
    assert chosen is not None
    assert chosen.choice in ("restates japan#3", "restates japan#6", "restates japan#1")


@pytest.mark.parametrize(
    "words",
    [
        "Le gouvernement français a annoncé le 12 mai 2026 un plan de 2,5 milliards d'euros.",
        "Das Bundesministerium stellt bis zu 1,6 Mrd. Euro für KI bereit, teilte es mit.",
        "Правительство России выделит 5,7 млрд рублей на ИИ, сообщили в министерстве.",
        "The department awarded $320 million to four labs on 15 December 2025 in a ceremony",
    ],
)
def test_no_beginning_of_a_sentence_is_taken_for_a_name(japan: None, words: str) -> None:
    assert filled_from(words, Typed()).typed.initiative == ""


@pytest.mark.parametrize(
    ("words", "origin"), [("Kenya set aside 5 billion shillings for an AI lab.", "public"), ("5 million euros go to it.", "unknown")]
)
def test_a_nation_that_pays_pays_publicly(japan: None, words: str, origin: str) -> None:
    assert filled_from(words, Typed()).typed.origin == origin
