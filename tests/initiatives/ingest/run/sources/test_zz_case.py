from pathlib import Path
from initiatives.ingest import run
from initiatives.models import *
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import visited
from tests.initiatives.ingest.run.sources.test_to_drafts import read_all
from tests.initiatives.ingest.run.sources.conftest import *
def test_case(db, a_hostile_server, tmp_path):
    for name in ("feed-no-guid-same-link.xml",):
        a_hostile_server.answers("/feed", Path("/work/shared/cases/files/"+name).read_text(), content_type="text/xml")
        s=run.add_source(a_hostile_server.address("/feed"))
        read_all(s)
    for r in Intake.objects.order_by("claimed_published"): print(r.state, r.claimed_title, r.relevance, r.verdict, r.message[:100])
    for p in StoryArticle.objects.all(): print(p.story_id,p.tie,p.reason)
    for d in Draft.objects.all(): print(d.proposal["understanding"]["warnings"], [ (x["relation"],) for x in d.proposal["proposals"]], d.doubtful)
    assert 0
