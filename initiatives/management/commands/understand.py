"""`manage.py understand`: JSON Lines in, what the line reads in each article out, in the same order; nothing is stored."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from django.conf import settings

from initiatives.ingest import answers, assistant, language_model, line
from initiatives.ingest.run import gather, judging
from initiatives.ingest.values import Context, Language
from initiatives.ledger.series import load_rates
from initiatives.management.prepared import PreparedCommand
from initiatives.models import Edition


class Command(PreparedCommand):
    """Answers each article with what is found in it."""

    help = (
        "Read articles as JSON Lines from standard input (id, text, and where known title, url, date) and write what is found in each, "
        "one JSON object a line in the same order. A line that cannot be read answers with an error, and the next goes on."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads to the end of standard input."""
        understand = reader(gather_context())
        for number, raw in numbered(sys.stdin.buffer):
            self.stdout.write(json.dumps(answered(raw, number, understand)))
            self.stdout.flush()


def gather_context() -> Context:
    """The names of the record."""
    return Context(organizations=gather.organizations())


def language_of(context: Context) -> Language:
    """The language model of the settings, fed with the names of the record."""
    names = [name for known in context.organizations for name in (known.name, *known.aliases)]
    return language_model.load(settings.LANGUAGE_MODEL, Edition.objects.current_number(), names)


def reader(context: Context) -> Callable[[answers.Question], dict[str, Any]]:
    """What turns a question into its answer, with model and rates loaded once."""
    language, rates, service = language_of(context), load_rates(), assistant.service_from(settings)

    def understand(question: answers.Question) -> dict[str, Any]:
        judged, _ = judging.judgement(question.article)
        read_by_rules = line.understand(question.article, context, language, rates, judged)
        return answers.answer(question, assistant.assisted(question.article, read_by_rules, service))

    return understand


def numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, with their numbers from 1."""
    return ((number, raw) for number, raw in enumerate(stream, 1) if raw.strip())


def answered(raw: bytes, number: int, understand: Callable[[answers.Question], dict[str, Any]]) -> dict[str, Any]:
    """The answer of one line, or what is wrong with it in words."""
    try:
        return understand(answers.read_question(raw.decode("utf-8-sig")))
    except answers.QuestionError as error:
        return answers.refusal(error, number)
    except UnicodeDecodeError as error:
        return answers.refusal(answers.QuestionError(f"byte {error.start} is not UTF-8. Save the file as UTF-8."), number)
