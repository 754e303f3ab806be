"""The public addresses."""

from django.urls import URLPattern, URLResolver, path, re_path, register_converter
from django.urls.converters import StringConverter

from dashboard.exports import pictures
from dashboard.feeds import entries as feeds
from dashboard.pages import (
    about,
    changes,
    charts,
    commentary,
    compare,
    corrections,
    countries,
    country,
    embeds,
    files,
    home,
    initiative,
    initiatives,
    ledger,
    organization,
    organizations,
    short,
)
from dashboard.pages.briefings import urls as briefings

CHART = r"^charts/(?P<slug>[\w-]+)\."
LIST = r"^(?P<name>initiatives|ledger|organizations|commentary|compare|changes)\."
PICTURES = r"(?P<extension>svg|png|pdf)$"
DECKS = r"(?P<extension>pptx)$"
TABLES = r"(?P<extension>csv|xlsx|json)$"


class Name(StringConverter):
    """A part of an address as something of the record may be called: without control characters, which no table can even be asked for."""

    regex = r"[^/\x00-\x1f\x7f]+"


register_converter(Name, "name")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("initiatives/", initiatives.initiatives, name="initiatives"),
    path("initiatives/<name:slug>/", initiative.initiative, name="initiative"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<name:code>/", country.country, name="country"),
    path("compare/", compare.compare, name="compare"),
    path("changes/", changes.changes_page, name="changes"),
    path("organizations/", organizations.organizations, name="organizations"),
    path("organizations/<name:slug>/", organization.organization, name="organization"),
    path("commentary/", commentary.commentary, name="commentary"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("charts/", charts.gallery, name="charts"),
    path("charts/<slug:slug>/", charts.chart, name="chart"),
    path("charts/<slug:slug>/embed/", embeds.embed, name="chart-embed"),
    path("charts/<slug:slug>.figure.json", pictures.figure, name="chart-figure"),
    re_path(CHART + PICTURES, pictures.picture, name="chart-file"),
    re_path(CHART + DECKS, pictures.deck, name="chart-file"),
    re_path(CHART + TABLES, files.chart_file, name="chart-file"),
    re_path(LIST + TABLES, files.list_file, name="list-file"),
    path("corrections/", corrections.settled, name="corrections"),
    path("corrections/new/", corrections.new, name="correction-new"),
    path("corrections/<int:correction_id>/", corrections.correction, name="correction"),
    *briefings.urlpatterns,
    path("feeds/all.atom", feeds.everything, name="feed"),
    path("feeds/countries/<name:code>.atom", feeds.of_country, name="country-feed"),
    path("feeds/initiatives/<name:slug>.atom", feeds.of_initiative, name="initiative-feed"),
    path("about/method/", about.method, name="method"),
    re_path(r"^about/data/columns\.(?P<extension>csv|json)$", about.columns_file, name="columns-file"),
    path("about/data/", about.about_record, name="about-record"),
    re_path(r"^s/(?P<code>\w{1,40})$", short.lead_on, name="short"),
    path("oembed", embeds.oembed, name="oembed"),
    path("robots.txt", about.robots, name="robots"),
]
