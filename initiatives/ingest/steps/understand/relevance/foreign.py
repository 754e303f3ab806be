"""Decides whether an article in another language than English may be about a national AI effort: doubtful, or not at all."""

import re

VERSION = "foreign-words-1"
DOUBTFUL, OTHERWISE = 0.3, 0.05  # scores; nobody but a reader of the language can say yes
# "Artificial intelligence" and its short forms, as the press of each language writes them; endings are left open where words are bent.
_AI = re.compile(
    r"(?-i:\b(?:AI|A\.I\.|KI|IA|I\.A\.|ИИ|ШІ|TTNT|YZ|GPUs?)\b)|\bartificial intelligence\b|\bint[eé]l+ig[eê]n[cçz]\w* artifi[cs]\w*|"
    r"\bintel·?ligència artificial|"
    r"\bintelligence artificielle|\bintelligenza artificiale|\binteligen[țt]\w* artificial\w*|\bkünstliche\w* intelligenz|"
    r"\bkunstmatige intelligentie|"
    r"\bk[uü]nsti[gk]\w* intelli?g\w+|\bartificiell? intelligens|\bgervigreind|\btekoäly\w*|\btehisintellekt\w*|\bmākslīg\w* intelekt\w*|"
    r"\bdirbtin\w* intelekt\w*|\bsztuczn\w* inteligencj\w*|\buměl\w* inteligenc\w*|\bumel\w* inteligenci\w*|\bumjetn\w* inteligencij\w*|"
    r"\bvještačk\w* inteligencij\w*|\bumetn\w* inteligenc\w*|\bmesterséges intelligenci\w*|\byapay zek[aâ]\w*|\bsüni intellekt\w*|"
    r"\binteligensia artifisial|\bkecerdasan (?:buatan|artifisial)|\btrí tuệ nhân tạo|\bakili (?:bandia|mnemba|unde)|\badimen artifizial\w*|"
    r"искусственн\w* интеллект\w*|штучн\w* інтелект\w*|штучн\w* інтэлект\w*|изкуствен\w* интелект\w*|вештачк\w* интелигенциј\w*|жасанды интеллект\w*|"
    r"τεχνητή\w* νοημοσύνη\w*|τεχνητής νοημοσύνης|ذكاء (?:ال)?[اإ]صطناعي|الذكاء الاصطناعي|هوش مصنوعی|مصنوعی ذہانت|בינה מלאכותית|"
    r"कृत्रिम (?:बुद्धि\S*|मेधा)|एआई|কৃত্রিম বুদ্ধিমত্তা|செயற்கை நுண்ணறிவு|కృత్రిమ మేధ\S*|ปัญญาประดิษฐ์|ឆ្លាត\S*|ხელოვნური ინტელექტ\w*|արհեստական բանական\w*|"
    r"人工智能|人工智慧|人工知能|生成AI|大模型|算力|인공지능|초거대|\bsuper(?:computer|calcul|computador|ordenador)\w*|суперкомпьютер\w*",
    re.I,
)


def judge_foreign(text: str) -> tuple[str, float]:
    """Verdict and score: maybe where the text speaks of artificial intelligence in its language, else no. Never raises on any text."""
    return ("maybe", DOUBTFUL) if _AI.search(text) else ("no", OTHERWISE)
