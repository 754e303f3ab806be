"""What an article says beside its copies: enough for a draft, enough for a word, or nothing."""

from initiatives.ingest.steps.duplicates import difference, news_in
from initiatives.ingest.values import Article

TOLD = "Chile will spend $120 million on a computing centre for artificial intelligence in Antofagasta, the science ministry said on Friday."
FIRST = Article(f"{TOLD} It opens in 2027.", "Chile pays for AI computing")


def test_a_copy_under_another_header_says_nothing_new() -> None:
    news = news_in(Article(f"SANTIAGO (Wire) - {FIRST.text} Reporting by A. Diaz.", "AI centre for Chile"), [FIRST])
    assert not news.needs_a_draft
    assert news.in_words() == ""


def test_another_sum_is_worth_a_draft() -> None:
    news = news_in(Article(FIRST.text.replace("120", "210"), FIRST.title), [FIRST])
    assert news.needs_a_draft
    assert news.sums == ("$210 million",)
    assert "$210 million" in news.in_words()


def test_a_sum_written_otherwise_is_the_same_sum() -> None:
    assert news_in(Article(FIRST.text.replace("$120 million", "US$120m"), FIRST.title), [FIRST]).sums == ()


def test_a_further_quotation_and_a_further_quantity_are_worth_a_draft() -> None:
    more = f"{FIRST.text} “We have sun, space and a cable to Asia, and nobody else has all three,” she said. It will house 2,000 GPUs."
    news = news_in(Article(more, FIRST.title), [FIRST])
    assert news.needs_a_draft
    assert len(news.quotations) == 1
    assert news.quantities != ()


def test_what_any_of_the_copies_says_is_not_new() -> None:
    updated = Article(FIRST.text.replace("120", "210"), FIRST.title)
    assert not news_in(updated, [FIRST, updated]).needs_a_draft


def test_a_long_addition_without_figures_is_said_in_words_only() -> None:
    more = " The union of the region's fishermen fears that warm water from the cooling of the machines will drive away the anchovies they live on."
    news = news_in(Article(FIRST.text + more, FIRST.title), [FIRST])
    assert not news.needs_a_draft
    assert "words that the other does not" in news.in_words()


def test_the_difference_of_two_texts_names_their_sums_and_their_sentences() -> None:
    other = Article(f"{TOLD.replace('120', '210')} The mayor was not told before the announcement was made.", FIRST.title)
    found = difference(other, FIRST)
    assert found.matters
    assert (found.sums, found.sums_of_other) == (("$210 million",), ("$120 million",))
    assert found.passages == ("The mayor was not told before the announcement was made.",)
    assert found.passages_of_other == ("It opens in 2027.",)


def test_two_equal_texts_have_no_difference() -> None:
    found = difference(FIRST, FIRST)
    assert not found.matters
    assert found.passages == found.passages_of_other == ()


def test_a_dateline_that_names_another_country_makes_no_new_sum_of_a_bare_dollar() -> None:
    text = "Kenya's cabinet approved 26 billion shillings ($200 million) for an AI centre. A study had put its cost at $310 million."
    first, copy = Article(text, "Kenya approves an AI centre"), Article(f"NAIROBI (Gold Coast Agency) - {text}", "Kenya clears $200m AI centre")
    assert news_in(copy, [first]).sums == news_in(first, [copy]).sums == ()
    assert not difference(copy, first).matters
    assert not difference(first, copy).matters


def test_another_currency_of_the_same_figure_is_another_sum() -> None:
    assert news_in(Article(FIRST.text.replace("$120", "€120"), FIRST.title), [FIRST]).sums == ("€120 million",)
    assert news_in(Article(FIRST.text.replace("$120", "A$120"), FIRST.title), [Article(FIRST.text.replace("$120", "US$120"))]).sums == (
        "A$120 million",
    )
