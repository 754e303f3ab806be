"""Which part of the record an article is matched with."""

from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.ingest.run import gather


def test_an_article_about_an_owner_gets_all_of_that_owner(curated: Path) -> None:
    slugs = {known.slug for known in gather.record(["JPN"]).initiatives}
    assert {"japan-domestic-foundation-model", "japan-rapidus"} <= slugs
    assert not [slug for slug in slugs if slug.startswith("france")]


def test_an_article_without_an_owner_gets_what_its_words_name_in_the_whole_record(curated: Path) -> None:
    found = gather.record([], "Work on the Coatlicue supercomputer and on the Masakhane languages hub goes on")
    slugs = [known.slug for known in found.initiatives]
    assert {"mexico-coatlicue-supercomputer", "kenya-masakhane-african-languages-hub"} <= set(slugs)
    assert "mexico-coatlicue-supercomputer#1" in {entry.key for entry in found.entries}


def test_what_an_article_names_of_others_is_gathered_beside_the_owners_own(curated: Path) -> None:
    slugs = {known.slug for known in gather.record(["PRT"], "Portugal joins OpenEuroLLM.").initiatives}
    assert {"portugal-amalia", "openeurollm"} <= slugs
    assert "openeurollm" not in {known.slug for known in gather.record(["PRT"], "Portugal builds a model.").initiatives}


def test_the_next_article_about_the_same_owner_is_not_gathered_again(curated: Path) -> None:
    first = gather.record(["FRA"])
    with CaptureQueriesContext(connection) as asked:
        assert gather.record(["FRA"]) is first
    assert len(asked) <= 3  # which edition it is, and its newest rows
