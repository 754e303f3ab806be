"""`manage.py train_relevance`: trains the classifier of relevance on what editors decided, and says how it does."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from initiatives.ingest.run import classifiers, training
from initiatives.ingest.steps.understand.relevance.learning import Figures


class Command(BaseCommand):
    """Trains now what a worker trains every night."""

    help = "Train the classifier of relevance on the decisions of editors and on our own examples, and use it unless it is worse."

    def add_arguments(self, parser: CommandParser) -> None:
        """One option, for developers."""
        parser.add_argument("--own", action="store_true", help="train on our own examples alone and write initiatives/data/relevance_model.json")

    def handle(self, *args: Any, own: bool, **options: Any) -> None:
        """Trains and says the figures."""
        try:
            self.stdout.write(f"Written: {said(training.write_own(classifiers.OWN_CLASSIFIER))}." if own else sentence(training.train_now()))
        except training.NothingToTrain as nothing:
            raise CommandError(str(nothing)) from nothing


def sentence(done: training.Training) -> str:
    """What came of the training, in words."""
    fate = "It judges from now on" if done.used else "It is worse than the one in use, which stays"
    return f"{done.model.version} learned from {done.model.examples} examples: {said(done.after)} (before: {said(done.before)}). {fate}."


def said(found: Figures) -> str:
    """Figures in words."""
    right, reached, alarms = (f"{share:.0%}" if share is not None else "unknown" for share in (found.right, found.found, found.false_alarms))
    return f"{right} right, {reached} found, {alarms} false alarms on {found.held_back} held back"
