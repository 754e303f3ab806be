"""Two to six countries stand side by side; anything else is answered with a page where they are chosen."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_home import words

THREE = "country=JPN&country=KOR&country=FRA"


def test_the_heading_says_who_has_most_and_by_how_much(curated: Path, client: Client) -> None:
    said = words(client.get(f"/compare/?{THREE}").content)
    assert "South Korea has announced $25.2 bn for AI, 3.7 times Japan’s $6.81 bn and 5.2 times France’s $4.84 bn" in said
    assert "it is 1.36 % in South Korea, 0.159 % in Japan and 0.144 % in France" in said


def test_columns_keep_the_order_of_the_address_and_share_their_scales(curated: Path, client: Client) -> None:
    html = client.get(f"/compare/?{THREE}").content.decode()
    assert re.findall(r'<section class="block side" aria-label="([^"]+)"', html) == ["Japan", "South Korea", "France"]
    assert "ladders to $86.4\xa0bn" in html
    assert "columns by year to $11.7\xa0bn" in html
    assert "organizations to 37" in html


def test_differences_are_told_in_words(curated: Path, client: Client) -> None:
    said = words(client.get(f"/compare/?{THREE}").content)
    assert "South Korea has committed 27.6 % of what it announced" in said
    assert "All of it is plainly public in Japan; 76.1 % in France, where $1.16 bn joins state and private money" in said
    assert "15 of 38 organizations come from abroad in France; 5 of 42 in Japan; 3 of 36 in South Korea." in said
    assert "6 of 15 comments on Japan doubt" in said


def test_every_link_of_a_figure_leads_somewhere(curated: Path, client: Client) -> None:
    html = client.get(f"/compare/?{THREE}").content.decode()
    table = html[html.index('class="versus"') :]
    links = {address.replace("&amp;", "&").partition("#")[0] for address in re.findall(r'<td><a href="([^"]+)"', table)}
    assert len(links) > 20
    assert {link: status for link in links if (status := client.get(link).status_code) != 200} == {}


def test_a_country_without_a_sum_is_told_and_not_drawn_as_nothing(two_countries: Path, client: Client) -> None:
    said = words(client.get("/compare/?country=NOR&country=SWE").content)
    assert "Sweden: what it has is undisclosed" in said
    assert "of the others nothing is known to count" in said


def test_the_union_is_its_own_actor(curated: Path, client: Client) -> None:
    said = words(client.get("/compare/?country=USA&country=EUU&per=person").content)
    assert "The United States has announced $157 a person for AI, 2.1 times the European Union’s $73.2 a person" in said


def test_too_few_are_asked_for_more_in_a_form_that_needs_no_script(curated: Path, client: Client) -> None:
    answer = client.get("/compare/?country=JPN&basis=committed")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Japan is chosen. Choose at least one more" in words(answer.content)
    assert 'name="country" value="JPN" checked' in html
    assert '<input type="hidden" name="basis" value="committed">' in html
    assert html.count('name="country" value=') > 80


def test_too_many_excluded_and_joint_ones_are_explained(curated: Path, client: Client) -> None:
    many = "&".join(f"country={code}" for code in ("JPN", "KOR", "FRA", "DEU", "USA", "CHN", "IND"))
    assert "7 countries are chosen. Leave 1 out" in words(client.get(f"/compare/?{many}").content)
    assert "leaves a country out" in words(client.get("/compare/?country=JPN&country=-FRA").content)
    assert "“joint” is no country" in words(client.get("/compare/?country=JPN&country=joint").content)


def test_an_unknown_country_is_named_and_the_others_are_kept(curated: Path, client: Client) -> None:
    answer = client.get("/compare/?country=JPN&country=KOR&country=XQZ")
    assert answer.status_code == 400
    assert "“XQZ” is no country of the table" in words(answer.content)
    assert answer.content.decode().count(" checked") == 2


def test_another_filter_that_cannot_be_used_is_refused_as_everywhere(db: None, client: Client) -> None:
    answer = client.get("/compare/?country=JPN&basis=comitted")
    assert answer.status_code == 400
    assert "is no basis" in words(answer.content)


def test_the_file_holds_the_figures_of_the_page(curated: Path, client: Client) -> None:
    rows = list(csv.DictReader(StringIO(client.get(f"/compare.csv?{THREE}").content.decode("utf-8-sig"))))
    assert [row["country"] for row in rows] == ["JPN", "KOR", "FRA"]
    assert [(row["organizations"], row["from_abroad"], row["comments"]) for row in rows] == [("42", "5", "15"), ("36", "3", "28"), ("38", "15", "22")]
    for row in rows:
        parts = sum(float(value) for name, value in row.items() if name.startswith("gap_"))
        assert abs(parts - float(row["gap"])) < 1
    told = json.loads(client.get(f"/compare.json?{THREE}").content)
    assert [one["total"] for one in told["rows"]] == [float(row["total"]) for row in rows]
    assert told["address"].startswith("http://testserver/compare/?country=JPN&country=KOR&country=FRA")


def test_a_file_of_one_country_is_refused_in_words(db: None, client: Client) -> None:
    answer = client.get("/compare.json?country=JPN")
    assert answer.status_code == 400
    assert "A comparison shows two to six." in answer.json()["detail"]


def test_hedges_stand_behind_their_sums_and_silence_is_no_zero(curated: Path, client: Client) -> None:
    page = client.get("/compare/?country=ARE&country=ISL").content.decode().replace("\u00a0", " ")
    assert "for AI ($35.8 bn of it “at least”)" in page
    assert "Iceland: no entry in the record, which is silence and not zero" in page
    assert ">$0<" not in page


def test_where_the_heading_speaks_of_economies_the_next_sentence_gives_the_sums_that_are_drawn(curated: Path, client: Client) -> None:
    page = client.get("/compare/?country=JPN&country=KOR&per=gdp").content.decode().replace("\u00a0", " ")
    assert "In sums, as the drawings show it, it is $25.2 bn in South Korea and $6.81 bn in Japan." in page
    assert "As a share of a year’s GDP it is" not in page
