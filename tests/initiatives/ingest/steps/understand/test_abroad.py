"""Short texts in other languages say whose announcement they are by the names and adjectives of countries."""

import pytest

from initiatives.ingest.steps.understand.abroad import find_countries, language_of, names_its_state

SENTENCES = [
    ("fr", "FRA", "Le gouvernement français a annoncé un plan de 2,5 milliards d'euros pour l'intelligence artificielle."),
    ("fr", "CAN", "Le Canada investira 2 milliards de dollars dans le calcul souverain."),
    ("fr", "MAR", "L'État marocain consacre 11 milliards de dirhams à l'IA."),
    ("fr", "CHE", "La Confédération suisse verse 10 millions de francs pour l'IA."),
    ("de", "DEU", "Die Bundesregierung stellt 1,6 Mrd. Euro für KI bereit."),
    ("de", "DEU", "Deutschlands Forschungsministerium gibt 500 Millionen Euro."),
    ("de", "AUT", "Österreich gibt 20 Mio. Euro für die KI aus."),
    ("de", "FRA", "Die französische Regierung fördert das mit 100 Millionen Euro."),
    ("es", "ESP", "El Gobierno español destina 2.100 millones a la IA."),
    ("es", "CHL", "Chile invertirá 5 millones de dólares en un modelo de lenguaje."),
    ("es", "MEX", "El gobierno mexicano invertirá 6.000 millones de pesos."),
    ("pt", "BRA", "O governo brasileiro vai investir R$ 23 bilhões em IA até 2028."),
    ("pt", "PRT", "Portugal vai investir 400 milhões de euros em inteligência artificial."),
    ("it", "ITA", "Il governo italiano stanzia un miliardo di euro per l'IA."),
    ("it", "CHE", "La Svizzera investe 10 milioni di franchi per il calcolo."),
    ("ru", "RUS", "Правительство России выделит 5,7 млрд рублей на ИИ."),
    ("ru", "KAZ", "Казахстан построит центр за 500 млн долларов."),
    ("ja", "JPN", "日本政府は国産AIに1兆円を投じると発表した。"),
    ("ja", "JPN", "経済産業省は3873億円を支出する。"),
    ("ja", "USA", "米政府は5億ドルを投じる。"),
    ("zh", "CHN", "中国政府宣布投资600亿元发展人工智能。"),
    ("zh", "USA", "美国将投资5亿美元。"),
    ("ko", "KOR", "한국 정부는 AI에 10조원을 투자한다."),
    ("ko", "JPN", "일본은 1조엔을 투자한다고 발표했다."),
]


@pytest.mark.parametrize(("language", "owner", "text"), SENTENCES)
def test_the_language_and_the_owner_of_a_sentence_are_known(language: str, owner: str, text: str) -> None:
    assert language_of(text) == language
    countries = find_countries(text, language)
    assert [each.code for each in countries if each.role == "owner"] == [owner]
    assert all(each.evidence and text[each.evidence.start : each.evidence.end] == each.evidence.text for each in countries)


@pytest.mark.parametrize(
    "text",
    [
        "India has approved ₹10,371.92 crore for the IndiaAI Mission.",
        "METI will pay 387.3 billion yen",
        "Le Monde reported that France will invest €2 billion.",
        "The Bundestag approved €5 million for the KI-Park in Berlin.",
        "Mistral AI: €1.2 bn for compute",
        "Noetra（ノエトラ） will receive 387.3 billion yen from METI for the model.",
        "",
    ],
)
def test_english_stays_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_ministry_without_a_country_has_no_owner() -> None:
    assert find_countries("Das Bundesministerium für Forschung stellt 1,6 Mrd. Euro bereit.", "de") == ()


def test_who_acts_for_its_state_owns_it_though_another_is_named_first() -> None:
    text = "Wie Frankreich fördert jetzt auch die deutsche Regierung die KI mit 5 Mrd. Euro."
    assert [(each.code, each.role) for each in find_countries(text, "de")] == [("DEU", "owner"), ("FRA", "mentioned")]


@pytest.mark.parametrize(
    ("language", "text", "is_said"),
    [
        ("fr", "Le gouvernement français paie.", True),
        ("fr", "La société française Mistral paie.", False),
        ("ja", "日本政府は支払う。", True),
        ("ja", "日本のソフトバンクは支払う。", False),
    ],
)
def test_that_a_state_pays_is_told_from_a_company_of_the_country(language: str, text: str, is_said: bool) -> None:
    assert names_its_state(text, language) is is_said
