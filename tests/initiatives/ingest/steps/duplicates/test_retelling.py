"""Reports of one announcement in different words are known for one, and other money of the same country, week and sum never is."""

from functools import lru_cache
from itertools import combinations

from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.line import understand
from initiatives.ingest.steps.duplicates import Report, Retelling, report_of, retelling
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.understand.relevance import Relevance
from initiatives.ingest.values import Article, Context
from initiatives.ledger.series import load_rates
from tests.initiatives.ingest.steps.duplicates.announcements import FRANCE, KOREA, LOOK_ALIKES, NORWAY, WEEKS, Telling

LEAST_FOUND = 0.65  # of the pairs; who is not sure leaves two stories, and each draft names the other


@lru_cache(maxsize=128)
def report(told: Telling, initiative: str | None = None) -> Report:
    article = Article(told.text, told.title, published=told.day)
    return report_of(article, understand(article, Context(), NoLanguage(), load_rates(), Relevance("yes", 1.0)), initiative)


@lru_cache(maxsize=1)
def amounts() -> Amounts:
    return Amounts(load_rates())


def joined(one: Telling, other: Telling) -> Retelling | None:
    return retelling(report(other), report(one), amounts())


def test_no_two_announcements_of_a_week_are_taken_for_one() -> None:
    pairs = [(one, other) for week in WEEKS for first, second in combinations(week, 2) for one in first for other in second]
    assert len(pairs) > 80
    assert [(one.title, other.title) for one, other in [*pairs, *LOOK_ALIKES] if joined(one, other) or joined(other, one)] == []


def test_most_reports_of_one_announcement_are_found() -> None:
    pairs = [pair for week in WEEKS for announcement in week for pair in combinations(announcement, 2)]
    missed = [(one.title, other.title) for one, other in pairs if joined(one, other) is None]
    assert len(missed) <= (1 - LEAST_FOUND) * len(pairs), missed


def test_the_order_of_two_reports_changes_nothing() -> None:
    for one, other in combinations([told for announcement in KOREA for told in announcement], 2):
        assert (joined(one, other) is None) == (joined(other, one) is None)


def test_the_reasons_are_said_in_words() -> None:
    found = joined(*FRANCE[0])
    assert found is not None
    assert found.reason.startswith(f"The same announcement as “{FRANCE[0][0].title}”: the same sum, “300 million euros” here and ")
    assert "1 day later; both name Bpifrance, Essonne and Mistral; both give 40-megawatt; the same person speaks" in found.reason


def test_the_same_words_weeks_later_are_another_report() -> None:
    one, other = NORWAY[0][:2]
    later = Telling("2026-04-20", other.title, other.text)
    assert joined(one, other) is not None
    assert joined(one, later) is None


def test_a_report_of_an_unknown_day_is_joined_to_nothing() -> None:
    one, other = NORWAY[0][:2]
    assert joined(one, Telling("2026-03", other.title, other.text)) is None


def test_two_initiatives_of_the_record_are_never_one_announcement() -> None:
    one, other = (report(told, slug) for told, slug in zip(NORWAY[0], ("bodo", "sigma-cloud"), strict=False))
    assert retelling(other, one, amounts()) is None
    same = report(NORWAY[0][1], "bodo")
    found = retelling(same, one, amounts())
    assert found is not None
    assert "the same initiative of the record" in found.reason


def test_no_text_raises() -> None:
    odd = report(Telling("2026-03-03", "", "€" * 50))
    assert retelling(odd, odd, amounts()) is None
