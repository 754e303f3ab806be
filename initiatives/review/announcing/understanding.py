"""What the line reads in pasted words, and how it stands to the record; in other languages than English the country too. Stores nothing."""

from dataclasses import replace
from typing import Final

from django.utils import timezone

from initiatives.ingest import language_model, line
from initiatives.ingest.run import gather, rematch
from initiatives.ingest.steps.extract.languages import written_in
from initiatives.ingest.steps.understand import abroad
from initiatives.ingest.steps.understand.relevance import Relevance
from initiatives.ingest.values import Article, DraftValue, MoneyClaim, Understanding
from initiatives.ledger.series import load_rates
from initiatives.review.announcing.beside import initiative_beside
from initiatives.review.announcing.dated import day_as_kept, day_in
from initiatives.review.announcing.typed import Typed
from initiatives.review.announcing.undisclosed import says_so, undisclosed_sum

CERTAIN: Final = Relevance("yes", 1.0)  # whoever pastes a sentence here has judged it
OF_THE_READING: Final = frozenset({"no-language-model", "keywords-only", "language"})  # how it was read, which a person sees here at once
LEAD_CHARACTERS: Final = 3000  # in which another language and its countries are looked for
LONGEST_NAME_WORDS: Final = 6
ONLY_THESE: Final = "its sums, its day and its country were read. Read the rest yourself."


def understood(typed: Typed) -> DraftValue:
    """What the line reads in the words, and how it stands to the record; nothing is stored."""
    article = article_of(typed)
    context = gather.context(f"{timezone.now():%Y-%m-%d}")
    understanding = line.understand(article, context, language_model.NoLanguage(), load_rates(), CERTAIN)
    if article.language != abroad.ENGLISH:
        understanding = with_countries(understanding, article)
    understanding = understanding if says_so(article.text) else about_its_sum(understanding)
    value = rematch.matched(article, understanding, typed.slug or None).value
    number = main_sum(understanding.money)
    beside = initiative_beside(value, number) if number is not None and not typed.slug else None
    if beside is None:
        return value
    again = rematch.matched(article, understanding, beside).value
    return replace(again, initiative=replace(again.initiative, slug=beside))


def article_of(typed: Typed) -> Article:
    """The pasted words as the line takes an article."""
    return Article(
        typed.pasted,
        typed.title,
        typed.url or None,
        publisher=typed.publisher or None,
        published=day_in(typed.pasted) or day_as_kept(typed.published) or None,
        language=abroad.language_of(typed.pasted[:LEAD_CHARACTERS]),
        article_class=typed.klass,
    )


def about_its_sum(understanding: Understanding) -> Understanding:
    """The same with its first sum as what the words are about, where the line takes all of them for context: whoever pastes them means one."""
    number = main_sum(understanding.money)
    if number is None or understanding.money[number].role != "context":
        return understanding
    money = tuple(replace(each, role="initiative-funding") if index == number else each for index, each in enumerate(understanding.money))
    return replace(understanding, money=money)


def with_countries(understanding: Understanding, article: Article) -> Understanding:
    """The same with the countries that a text in another language names; where its state acts, the money that nobody else pays is public."""
    lead = article.text[:LEAD_CHARACTERS]
    is_public = abroad.names_its_state(lead, article.language)
    money = tuple(replace(claim, origin="public") if is_public and claim.origin == "unknown" else claim for claim in understanding.money)
    return replace(understanding, countries=abroad.find_countries(lead, article.language), money=money)


def main_sum(money: tuple[MoneyClaim, ...]) -> int | None:
    """The sum that the words are about: the first that pays for the initiative, else the first part of it, else the first of all."""
    own = [index for index, claim in enumerate(money) if claim.restates_in_text is None]
    for role in ("initiative-funding", "part-of-it", "context"):
        found = next((index for index in own if money[index].role == role), None)
        if found is not None:
            return found
    return None


def not_named(value: DraftValue) -> MoneyClaim | None:
    """The sum that the words say is not disclosed; None where they name one that is no mere context, or say no such thing."""
    understanding = value.understanding
    if any(claim.role != "context" for claim in understanding.money):
        return None
    return undisclosed_sum(value.article.text, value.article.published, understanding.organizations, understanding.owners())


def doubts_of(value: DraftValue) -> tuple[str, ...]:
    """The doubts of the line about these words, and that they are not all read where they are in another language."""
    language = value.article.language
    foreign = () if language == abroad.ENGLISH else (f"{written_in(language)}: {ONLY_THESE}",)
    return (*foreign, *(each.message for each in value.understanding.warnings if each.code not in OF_THE_READING))


def is_torn(name: str, text: str) -> bool:
    """Whether a name is only the beginning of the text, and no name at all."""
    return bool(name) and text.startswith(name.rstrip("….")) and len(name.split()) > LONGEST_NAME_WORDS
