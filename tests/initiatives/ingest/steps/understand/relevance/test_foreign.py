"""Whether an article in another language may be about a national AI effort."""

import pytest

from initiatives.ingest.steps.understand.relevance import judge
from initiatives.ingest.steps.understand.relevance.foreign import VERSION
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Regierung fördert Künstliche Intelligenz."),
        ("fr", "Le ministère finance l’intelligence artificielle."),
        ("es", "El ministerio financia la inteligencia artificial."),
        ("pt", "O ministério financia a inteligência artificial."),
        ("it", "Il ministero finanzia l’intelligenza artificiale."),
        ("nl", "Het ministerie steunt kunstmatige intelligentie."),
        ("da", "Ministeriet støtter kunstig intelligens."),
        ("sv", "Departementet stöder artificiell intelligens."),
        ("fi", "Ministeriö tukee tekoälyä."),
        ("pl", "Ministerstwo wspiera sztuczną inteligencję."),
        ("cs", "Ministerstvo podporuje umělou inteligenci."),
        ("ru", "Министерство поддерживает искусственный интеллект."),
        ("uk", "Міністерство підтримує штучний інтелект."),
        ("el", "Το υπουργείο στηρίζει την τεχνητή νοημοσύνη."),
        ("tr", "Bakanlık yapay zekâyı destekliyor."),
        ("ar", "تدعم الوزارة الذكاء الاصطناعي"),
        ("he", "המשרד תומך בבינה מלאכותית"),
        ("hi", "मंत्रालय कृत्रिम बुद्धिमत्ता का समर्थन करता है"),
        ("id", "Kementerian mendukung kecerdasan buatan."),
        ("vi", "Bộ hỗ trợ trí tuệ nhân tạo."),
        ("th", "กระทรวงสนับสนุนปัญญาประดิษฐ์"),
        ("ja", "省は人工知能を支援する。"),
        ("zh", "政府支持人工智能。"),
        ("ko", "정부는 인공지능을 지원한다."),
    ],
)
def test_who_speaks_of_ai_in_another_language_is_doubtful(language: str, text: str) -> None:
    found = judge(Article(text, language=language))
    assert (found.verdict, found.version) == ("maybe", VERSION)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "J’ai vu le ministre : il m’a dit que les roses fleurissent."),
        ("it", "Mi ha detto che le rose fioriscono, ma non ci credo."),
        ("de", "Die Intelligenz der Raben ist erstaunlich, sagt die Forscherin."),
        ("ja", "庭のバラは冬に剪定する。"),
    ],
)
def test_who_does_not_is_about_something_else(language: str, text: str) -> None:
    assert judge(Article(text, language=language)).verdict == "no"
