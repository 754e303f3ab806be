"""The form that the line fills in: who passes money on and who receives it stand on it, and are published with it."""

from django.contrib.auth.models import User

from initiatives import review
from initiatives.ingest.language_model import NoLanguage
from initiatives.ingest.line import understand
from initiatives.ingest.values import Article, Context, DraftValue, InitiativeMatch, KnownOrganization
from initiatives.models import FundingEntry, Organization, Participation
from initiatives.review.decision import DecidedParticipation
from initiatives.review.drafting import proposed
from tests.initiatives.desk.material import a_ready_draft

TEXT = "Norway's Ministry of Digitalisation pays 2 billion kroner through NFR to Fjordvik and SINTEF for a national AI model, the ministry said."
NAMES = (("Ministry of Digitalisation", "government"), ("NFR", "government"), ("Fjordvik", "company"), ("SINTEF", "research-institute"))
KNOWN = tuple(KnownOrganization(name.lower(), name, kind=kind, country="NOR") for name, kind in NAMES)


def drafted(text: str = TEXT) -> DraftValue:
    article = Article(text, published="2026-03-04")
    return DraftValue(article, understand(article, Context(organizations=KNOWN), NoLanguage(), None), InitiativeMatch(None, 0.0, "none alike"))


def roles(rows: tuple[DecidedParticipation, ...]) -> dict[str, str]:
    return {row.name: row.role for row in rows if row.keep}


def test_the_channel_stands_at_its_sum_and_the_grantees_take_part() -> None:
    form = proposed(drafted())
    assert (form.entries[0].channel, form.entries[0].funders) == ("NFR", "Ministry of Digitalisation")
    assert {"NFR": "channel", "Fjordvik": "recipient"}.items() <= roles(form.participations).items()


def test_a_firmer_role_stays() -> None:
    form = proposed(drafted(f"{TEXT} SINTEF leads the consortium."))
    told = roles(form.participations)
    assert told["SINTEF"] in ("lead", "recipient")
    assert told["Fjordvik"] == "recipient"


def test_what_is_accepted_publishes_channel_and_grantees_by_the_names_of_the_record(db: None) -> None:
    Organization.objects.create(slug="nfr", name="Research Council of Norway", kind="government").names.create(name="NFR")
    draft = a_ready_draft("Norway's national AI model", value=drafted())
    draft.article.text = TEXT
    draft.article.save()
    review.accept(draft.pk, draft.version, User.objects.create(username="ada"))
    entry = FundingEntry.objects.get()
    assert entry.channel == "Research Council of Norway"
    taking_part = Participation.objects.filter(initiative=entry.initiative).values_list("organization__name", "role")
    assert {("Research Council of Norway", "channel"), ("Fjordvik", "recipient")} <= set(taking_part)
