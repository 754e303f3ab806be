"""A worker that runs knows the names of the record as they are now, after a publication and without a restart."""

import pytest
from django.db import transaction

from initiatives import tasks
from initiatives.ingest import run
from initiatives.models import Draft, Edition, Intake, Organization, OrganizationName
from tests.initiatives.ingest.run.test_workers import a_worker, state_of, until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

FIRST = (
    "Portugal funds AI centre\nThe Portuguese government will spend 30 million euros on a national artificial intelligence centre. "
    "Two cats, Verde and Serra, sat beside the minister of science, who said that it opens in May."
)
SECOND = (
    "A model for every court\nLisbon's justice ministry wants a public language model that sums up files, and parliament gave it 4 million euros. "
    "It is to be trained by Verde on state computers. The data come from Serra, which has read old papers for the national library for years."
)
NAMES = {"Verde", "Serra"}  # as the text writes them: one is a name of the record, the other another name


def organizations_in(row: Intake) -> set[str]:
    draft = Draft.objects.select_related("article").get(intake=row)
    claims = draft.proposal["understanding"]["organizations"]
    return {draft.article.text[claim["evidence"]["start"] : claim["evidence"]["end"]] for claim in claims}


def handed_in(told: str) -> Intake:
    row = run.hand_in_file("told.txt", told.encode(), f"https://news.example.org/{len(told)}", "2026-11-02")
    tasks.understand_article.delay(row.pk)
    until(lambda: state_of(row) not in ("waiting", "working"), "the article was read")
    return row


def publish_organizations() -> None:
    with transaction.atomic():
        Edition.objects.lock()
        Organization.objects.create(slug="verde", name="Verde", kind="company")
        serra = Organization.objects.create(slug="casa-serra", name="Casa Serra Arquivos", kind="company")
        OrganizationName.objects.create(organization=serra, name="Serra")
        Edition.objects.next("two organizations")


def test_names_and_aliases_that_were_published_are_found_in_the_next_article(live_environment: dict[str, str]) -> None:
    with a_worker(live_environment):
        assert not NAMES & organizations_in(handed_in(FIRST))
        publish_organizations()
        assert organizations_in(handed_in(SECOND)) >= NAMES
