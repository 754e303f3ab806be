"""The site as it runs on engines of its own: the commands of the compose file against Debian's PostgreSQL and Redis."""

import json
from pathlib import Path

import pytest

from tests.config.rehearsal import Site

pytestmark = pytest.mark.slow

ARTICLE = """Norway to spend 1 billion kroner on artificial intelligence research

The Norwegian government will spend NOK 1 billion over five years on artificial intelligence research, the ministry said on 7 September 2023.

"We need to understand what artificial intelligence does to our society," said the minister of research.
"""


def test_web_worker_and_beat_are_ready_on_engines_of_their_own(site: Site) -> None:
    answer = json.load(site.get("/readyz"))
    assert answer["ready"]
    assert not (site.home / "var" / "engines" / "postgresql").exists()


def test_pages_are_served_behind_https_and_plain_requests_are_sent_there(site: Site) -> None:
    plain = site.get("/")
    assert plain.status == 301
    assert plain.headers["Location"] == "https://ai.example.org/"
    secure = site.get("/", **{"X-Forwarded-Proto": "https"})
    assert secure.status == 200
    assert "max-age=31536000" in secure.headers["Strict-Transport-Security"]


def test_a_name_that_is_not_the_sites_is_refused(site: Site) -> None:
    assert site.get("/", Host="elsewhere.example", **{"X-Forwarded-Proto": "https"}).status == 400


def test_an_article_goes_through_that_worker_to_the_desk(site: Site, tmp_path: Path) -> None:
    article = tmp_path / "norway.txt"
    article.write_text(ARTICLE)
    site.manage("ingest", str(article), "--url", "https://news.example/norway", "--published", "2023-09-07")
    assert site.python("from initiatives.models import Draft", "print(Draft.objects.filter(article__url__contains='norway').count())") == "1"


def test_the_record_is_counted_there_as_everywhere(site: Site) -> None:
    assert site.python("from initiatives.models import Initiative", "print(Initiative.objects.count() > 200)") == "True"
