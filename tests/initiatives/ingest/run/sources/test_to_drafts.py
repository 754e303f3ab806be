"""From a feed to drafts: what several items say once becomes one story, and what a feed alone carries is read from it."""

from initiatives.ingest import run
from initiatives.models import Draft, Intake, Source, StoryArticle
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import ITEM, visited

TEXT = (
    "Norland will spend EUR 400 million on a national institute for artificial intelligence, the science minister, Ada Berg, said on Monday. "
    "The government wants the institute to open in 2028 and to train open language models for the public sector. "
    "The money comes from the federal budget and is paid over five years, the ministry said in a statement."
)
PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"


def read_all(source: Source) -> None:
    """Visits the source, and takes whatever it shows through the line."""
    answer = visited(source)
    for intake_id in answer.to_fetch:
        run.fetch(intake_id)
    for intake_id in (*answer.to_fetch, *answer.to_read):
        run.understand(intake_id)


def shown(server: HostileServer, slug: str, title: str) -> None:
    """The feed with one item, its guid and address made of its headline, and the page behind it."""
    item = ITEM.format(title=title, link=server.address(f"/{slug}"), guid=server.address(f"/{slug}"), day="Mon, 23 Nov 2026 08:00:00 GMT", text=TEXT)
    server.answers("/feed", f"<rss version='2.0'><channel><title>Courier</title>{item}</channel></rss>", content_type="text/xml")
    server.answers(f"/{slug}", PAGE.format(title=title, text=TEXT))


def test_a_reworded_headline_with_a_new_guid_and_address_makes_no_second_draft(db: None, a_hostile_server: HostileServer) -> None:
    shown(a_hostile_server, "norland-to-spend-400m-on-ai-institute", "Norland to spend 400m on AI institute")
    source = run.add_source(a_hostile_server.address("/feed"))
    read_all(source)
    assert Draft.objects.count() == 1
    shown(a_hostile_server, "ai-institute-400-million-on-the-table", "AI institute: minister puts 400 million on the table")
    read_all(source)
    assert [row.state for row in Intake.objects.order_by("pk")] == ["done", "duplicate"]
    assert Draft.objects.count() == 1
    assert len(set(StoryArticle.objects.values_list("story", flat=True))) == 1


def test_items_without_a_page_of_their_own_are_read_one_by_one(db: None, a_hostile_server: HostileServer) -> None:
    items = "".join(
        f"<item><title>{title}</title><link>{a_hostile_server.address('/notices')}</link><pubDate>{day}</pubDate><description>{text}</description></item>"
        for title, day, text in (
            (
                "EUR 120 million for AI compute vouchers",
                "Tue, 17 Nov 2026 10:00:00 GMT",
                "The government of Germany announced EUR 120 million for a national programme on AI compute.",
            ),
            (
                "EUR 35 million for AI safety testing",
                "Thu, 19 Nov 2026 10:00:00 GMT",
                "The government of Germany announced EUR 35 million for a national institute on AI safety.",
            ),
        )
    )
    a_hostile_server.answers("/feed", f"<rss version='2.0'><channel><title>Notices</title>{items}</channel></rss>")
    read_all(run.add_source(a_hostile_server.address("/feed")))
    rows = Intake.objects.order_by("claimed_published")
    assert [(row.state, row.claimed_published) for row in rows] == [("done", "2026-11-17"), ("done", "2026-11-19")]
    amounts = [draft.proposal["understanding"]["money"][0]["amount"] for draft in Draft.objects.order_by("article__published")]
    assert [float(amount) for amount in amounts] == [120e6, 35e6]
    assert "/notices" not in a_hostile_server.paths()
