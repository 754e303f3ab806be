"""In which language a text is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.extract.languages import identify, written_in

ENGLISH = "The government will fund a computing centre in the north, the ministry said on Monday. Work starts in March, and a model is due in 2028."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Regierung fördert ein Rechenzentrum für künstliche Intelligenz mit 500 Millionen Euro, teilte das Ministerium am Montag mit."),
        (
            "fr",
            "Le gouvernement va financer un centre de calcul pour l’intelligence artificielle à hauteur de 500 millions d’euros, a dit la ministre.",
        ),
        ("es", "El gobierno financiará un centro de cálculo para la inteligencia artificial con 500 millones de euros, dijo la ministra el lunes."),
        (
            "pt",
            "O governo vai financiar um centro de computação para a inteligência artificial com 500 milhões de reais, disse a ministra na segunda.",
        ),
        ("fi", "Hallitus sijoittaa tekoälyyn miljardi euroa, ministeriö kertoi maanantaina. Ensimmäinen laskentakeskus avataan keväällä Kajaanissa."),
        (
            "pl",
            "Rząd przeznaczy miliard złotych na sztuczną inteligencję, poinformowało ministerstwo w poniedziałek. Prace ruszą w marcu.",
        ),
        ("ja", "政府は人工知能の開発に今後五年間で一兆円を投じると発表した。計算基盤の整備も進める。"),
        ("zh", "政府宣布未来五年投入一千亿元发展人工智能,并在北部建设新的计算中心,供大学和企业使用。"),
        ("ko", "정부는 앞으로 5년 동안 인공지능에 3조 원을 투자한다고 월요일에 밝혔다. 새로운 컴퓨팅 센터도 짓는다."),
        ("ar", "أعلنت الحكومة يوم الاثنين أنها ستستثمر مليار دولار في الذكاء الاصطناعي وأنها ستبني مركزا جديدا للحوسبة في الشمال"),
        ("ru", "Правительство направит миллиард рублей на развитие искусственного интеллекта, сообщило министерство в понедельник."),
    ],
)
def test_an_article_says_its_language_also_when_it_quotes_english(language: str, text: str) -> None:
    assert identify(text) == language
    assert identify(f"{text} “We will not wait,” Smith said. {text}") == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "",
        "2026",
        "OpenAI, Nvidia, SoftBank, METI, Naver, G42, Mistral, Aleph Alpha, Preferred Networks, Sakana AI, DeepSeek, Moonshot",
        "Künstliche Intelligenz: Germany plans a fund",
        "EUR 600 million, CHF 20 million, ¥1兆円, 100億元, ₹10,372 crore",
        f"{ENGLISH} “日本は人工知能の開発に1兆円を投じる。官民で基盤モデルを作る。” {ENGLISH}",
        f"{ENGLISH} « Nous allons investir dans les centres de calcul et dans la formation », a dit le ministre à Paris. {ENGLISH}",
        f"{ENGLISH}\nÜber das Ministerium\n{ENGLISH}",
    ],
)
def test_a_short_or_mixed_text_is_not_misjudged(text: str) -> None:
    assert identify(text) == "en"


def test_a_translation_below_does_not_change_the_language_of_what_is_longer() -> None:
    assert identify(f"{ENGLISH} {ENGLISH} {ENGLISH}\nDas Ministerium fördert ein Rechenzentrum, so der Minister am Montag in Berlin.") == "en"


def test_a_language_is_named_in_words() -> None:
    assert (written_in("de"), written_in("qq")) == ("Written in German (de)", "Written in qq (qq)")


@given(st.text(max_size=400))
def test_no_text_breaks_the_identifier(text: str) -> None:
    assert len(identify(text)) == 2
