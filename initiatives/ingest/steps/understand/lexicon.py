"""Word lists that several steps share: what names people hold and institutions bear; must not know any text."""

import re


def words(*lines: str) -> frozenset[str]:
    """The words of the lines, divided by blanks; `_` stands for a blank inside one."""
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


def alternatives(entries: frozenset[str]) -> str:
    """The entries as the inside of a regular expression's group, longest first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=lambda entry: (-len(entry), entry)))


HONORIFICS = words(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Dame Lord Lady Baroness Eng Eng. Ir. H.E. Hon Hon. Shri Smt Smt. Datuk Dato Dato’ Dato' Tan",
    "Sri Seri Tun Ratu Excellency Highness Honourable Honorable Herr Frau Señor Señora Monsieur Madame Mme Mme. Rev. Haji",
)
WOMEN = words(
    "Mrs Mrs. Ms Ms. Miss Dame Lady Baroness Frau Señora Madame Mme Mme. Smt Smt. spokeswoman chairwoman congresswoman queen princess businesswoman"
)
MEN = words("Mr Mr. Sir Lord Herr Señor Monsieur Shri spokesman chairman congressman king prince businessman")

TITLES = words(
    "minister ministers president chancellor premier secretary undersecretary under-secretary director directors head chief "
    "officer ceo cfo cto coo cio",
    "founder co-founder cofounder chair chairman chairwoman chairperson professor prof analyst economist researcher scientist investor commentator",
    "advocate spokesperson spokesman spokeswoman official executive commissioner ambassador governor mayor senator lawmaker "
    "legislator fellow lecturer",
    "manager engineer adviser advisor envoy king queen prince princess sheikh deputy representative congressman congresswoman mp mep cs ps forward",
    "striker midfielder defender coach captain journalist editor author lawyer attorney activist campaigner consultant "
    "entrepreneur developer strategist",
    "historian dean rector provost vice-chancellor vice-president treasurer leader parliamentarian taoiseach tánaiste organiser organizer",
    "lead technologist ethicist philosopher physicist mathematician linguist sociologist lobbyist unionist banker trader administrator coordinator",
    "planner architect student teacher principal trustee specialist expert critic columnist blogger reporter correspondent "
    "whip speaker councillor councilor",
    "delegate emissary superintendent general admiral colonel partner owner boss veteran pioneer shareholder sustainability_advocate practitioner",
    "businessman businesswoman psychologist linguist economist statistician",
)
TITLE_OPENERS = words(
    "prime deputy vice acting former outgoing interim senior chief assistant associate permanent principal managing executive founding junior lead"
)

INSTITUTIONS = words(
    "Party Watch Ministry Ministries Department Agency Office Centre Center Institute University College School Academy Council "
    "Committee Commission Authority Bureau",
    "Foundation Association Federation Board Bank Secretariat Directorate Presidency Chamber Organisation Organization Alliance Society",
    "Laboratory Laboratories Labs Lab Network Undertaking Union Corporation Company Group Holdings Holding Ventures Capital "
    "Partners Technologies Technology",
    "Systems Telecom Telecommunications Electronics Industries Semiconductor Semiconductors Networks Software Therapeutics "
    "Motors Airlines Pharmaceuticals",
    "Energy Trust Treasury Palace Service Services Research Observatory Polytechnic Consortium Administration Cabinet_Office Taskforce Inspectorate",
    "Hospital Exchange Parliament_Office Inc Inc. Corp Corp. Co Co. Ltd Ltd. Limited PLC plc LLC LLP GmbH AG SE SA S.A. NV "
    "N.V. BV B.V. AB AS ASA Oy Oyj SpA S.p.A. Pte Sdn Bhd Pty PJSC JSC",
    "Telekom Ministerium Universität Università Université Universidad Universidade Institut Instituto Fundación Agencia "
    "Ministerio Ministério Ministère Banco Banque",
)
LEGAL_FORMS = words(
    "Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited PLC plc LLC LLP GmbH AG SE SA S.A. NV N.V. BV B.V. AB "
    "AS ASA Oy Oyj SpA S.p.A. Pte Sdn Bhd Pty PJSC JSC Group Holdings",
)
HEADS_OF_NAMES = words(
    "Ministry Department Agency Office Centre Center Institute University College School Academy Council Committee "
    "Commission Authority Bureau Foundation",
    "Association Federation Board Bank Secretariat Directorate Presidency Chamber Organisation Organization Alliance Society "
    "Laboratory Network Government",
    "Union Service Administration State Institution Ministries Fund Ministério Ministère Ministerio House Observatory Inspectorate",
)
MEDIA = words(
    "News Times Post Journal Herald Daily Gazette Tribune Telegraph Guardian Standard Chronicle Examiner Observer Mail "
    "Weekly Magazine Press Newspaper Broadcasting"
)
WELL_KNOWN = words("UNESCO UNDP UNICEF OECD IMF ITU WIPO NATO WHO CERN World_Bank United_Nations African_Union")
MEDIA_NAMES = words(
    "Reuters AFP Bloomberg Nikkei Yonhap Kyodo Xinhua CNBC BBC CNN NHK Axios Politico Handelsblatt Spiegel Euronews Caixin "
    "Forbes Wired Semafor Economist",
    "TechCrunch Statista Les_Echos Le_Monde El_País La_Tribune AP DPA dpa PTI ANSA EFE TASS Jiji_Press Al_Jazeera "
    "Agence_France-Presse Associated_Press",
)
MEDIA_HOMES = {
    "South China Morning Post": "HKG",
    "Reuters": "GBR",
    "Financial Times": "GBR",
    "BBC": "GBR",
    "Guardian": "GBR",
    "Economist": "GBR",
    "Bloomberg": "USA",
    "New York Times": "USA",
    "Wall Street Journal": "USA",
    "Washington Post": "USA",
    "CNBC": "USA",
    "CNN": "USA",
    "Axios": "USA",
    "Politico": "USA",
    "TechCrunch": "USA",
    "Associated Press": "USA",
    "Nikkei": "JPN",
    "Nikkei Asia": "JPN",
    "Kyodo": "JPN",
    "NHK": "JPN",
    "Jiji Press": "JPN",
    "Yomiuri Shimbun": "JPN",
    "Asahi Shimbun": "JPN",
    "Yonhap": "KOR",
    "Xinhua": "CHN",
    "Caixin": "CHN",
    "Straits Times": "SGP",
    "Agence France-Presse": "FRA",
    "AFP": "FRA",
    "Les Echos": "FRA",
    "Le Monde": "FRA",
    "Handelsblatt": "DEU",
    "Spiegel": "DEU",
    "El País": "ESP",
    "EFE": "ESP",
    "ANSA": "ITA",
    "TASS": "RUS",
    "PTI": "IND",
    "Al Jazeera": "QAT",
}  # whose name says another country than its home, or none
PROGRAMMES = words(
    "Strategy Plan Programme Program Initiative Mission Project Act Challenge Grant Grants Week Summit Forum Conference Expo "
    "Vision Agenda Roadmap Budget",
    "Hub Zone Zones Factory Factories GigaFactory Gigafactory Gigafactories Campus Model Models Scheme Award Awards Prize Cup Agreement Declaration",
    "Treaty Framework Charter Memorandum Deal Compact Consortia Action Pathway Blueprint Package Policy Law Bill Order "
    "Review Report Revolution War Age Pact Pillar",
    "Tournament Dialogue Day Month Year Accord Masterplan Supercomputer Platform Sandbox Index Fellowship Series "
    "Round Partnership Taxonomy Directive",
    "Regulation Statement Fund Moonshot Superhighway Corridor Park Belt Road Division Street Avenue Bridge Airport Stadium "
    "Gala Ecosystem Stack Drive Push Cluster",
    "Fellowships Scholarships Scholarship Voucher Vouchers Testbed Bootcamp Olympiad Hackathon Academy_Programme Facility Accelerator",
)
SEATS = words("Elysée Élysée Kremlin White_House Blue_House Downing_Street Elysée_Palace Élysée_Palace Presidential_Palace")
PEOPLE_NOUNS = words("people person diplomat resident citizen executive official minister analyst expert investor researcher spokesperson source")
