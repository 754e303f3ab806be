"""Sorts the words that say what an organization does into classes of meaning; must not know any text or role."""

from collections.abc import Iterator

from initiatives.ingest.steps.understand.lexicon import words
from initiatives.ingest.steps.understand.speech import NEUTRAL_FORMS, OPINION_FORMS

VERBS = {
    "steer": "supervise enforce lead coordinate spearhead oversee steer direct head commission initiate shape",
    "announce": "announce unveil present launch publish propose plan draft introduce outline adopt issue start open release set_out draw_up",
    "order": "negotiate select choose pick name invite appoint award tap hire contract order ask assign empanel shortlist tell sign "
    "commission designate",
    "buy": "buy purchase procure rent lease acquire source",
    "fund": "bear foot borrow fund finance bankroll sponsor underwrite pay lend invest subsidise subsidize co-fund co-finance cover donate "
    "pledge back_up",
    "give": "reserve give provide offer allocate allot earmark contribute commit put add inject grant bring carry spend disburse distribute",
    "own": "own control hold belong",
    "supply": "supply deliver ship sell make manufacture design equip install power",
    "build": "build develop create train construct establish found set_up assemble expand",
    "run": "run operate host house manage maintain administer keep handle look_after",
    "join": "join back support help assist participate cooperate collaborate work share team partner combine",
    "get": "get receive win secure obtain lose",
    "use": "use test try adopt deploy",
    "compare": "rival beat outspend trail exceed dwarf follow compete lag fail criticise criticize oppose doubt reject decline mock warn",
    "say": "speak talk ask",
    "judge": "approve review audit examine clear rule throw_out welcome praise confirm",
    "study": "estimate calculate report reckon forecast study survey rank learn understand see quote cite value analyse analyze",
    "expect": "expect hope want agree intend aim",
    "stand": "stand sit place locate base situate",
}
IRREGULAR = {
    "speak": "spoke spoken", "bear": "bore borne", "throw_out": "threw_out thrown_out", "lead": "led", "oversee": "oversaw overseen",
    "draw": "drew drawn",
    "choose": "chose chosen", "tell": "told", "buy": "bought",
    "pay": "paid",
    "lend": "lent", "give": "reserve gave given", "put": "putting", "bring": "brought", "spend": "spent", "hold": "held", "sell": "sold",
    "make": "made",
    "build": "built", "run": "ran running", "set": "setting", "keep": "kept", "get": "got getting", "win": "won winning", "beat": "beaten beating",
    "understand": "understood", "see": "saw seen", "stand": "stood", "sit": "sat sitting", "pick": "picked", "tap": "tapped tapping",
    "ship": "shipped shipping", "plan": "planned planning", "commit": "committed committing", "allot": "allotted allotting", "found": "founded",
    "equip": "equipped equipping", "set_up": "set_up sets_up", "lose": "lost losing", "draw_up": "drew_up drawn_up", "set_out": "sets_out",
    "put_up": "put_up", "look_after": "looks_after looked_after",
}  # fmt: skip
NOUNS = {
    "money": "money funding fund funds capital cash euros euro dollars dollar kroner kronor crowns yen won yuan rupees pounds francs reais rand baht "
    "dong ringgit crore lakh million billion trillion bn mn grant grants loan loans credit subsidy subsidies investment equity guarantee sum backing "
    "stake financing half rest budget costs price share percent cent support bill",
    "chips": "chip chips processor processors gpu gpus accelerator accelerators server servers hardware equipment semiconductor semiconductors rack "
    "racks networking technology technologies systems cooling gear cards",
    "site": "centre center centres centers datacentre campus cluster clusters supercomputer supercomputers computer computers machine machines "
    "facility facilities site node nodes factory plant installation hub cloud capacity infrastructure computing platform hours",
    "scheme": "project projects programme programmes program plan plans strategy model models initiative work scheme effort mission task development "
    "research pilot system tools data",
    "tie": "partnership consortium collaboration venture alliance partner partners member members cooperation tie-up memorandum agreement pact deal "
    "letter together jointly alongside conjunction tandem team teams companies firms start-ups universities institutes institutions",
    "tender": "contract contracts order orders tender tenders bid bids bidder bidders vendor vendors supplier suppliers contractor winner winners",
    "rival": "rival rivals competitor competitors unlike instead abroad alternative alternatives compared elsewhere ahead similar another rest",
    "market": "analyst analysts shares stock market markets broker brokers estimate estimates report study survey forecast ranking valuation "
    "revenue quarter customer customers client clients tenant tenants subscribers investors research consultancy think-tank",
    "politics": "opposition party lawmaker legislator senator mp mep lobby union activist activists campaigners critics greens association watchdog",
    "scholar": "professor lecturer researcher scientist economist fellow expert historian student students",
    "official": "minister secretary undersecretary official officials spokesman spokeswoman spokesperson head director chief commissioner chair "
    "chairman chairwoman president ceo executive founder co-founder lead manager",
    "staff": "engineers staff experts specialists scientists researchers developers",
    "past": "previously formerly former ago earlier already once since separate separately elsewhere",
    "backer": "backer backers investor investors funder funders donor donors sponsor sponsors lender lenders owner shareholder shareholders",
    "host": "operator operators hosts",
    "leader": "leader coordinator lead-developer developer developers",
    "users": "user users pilot testers",
    "purse": "purse treasury budget coffers",
    "press": "newspaper daily weekly portal broadcaster website magazine news agency paper reporters",
}


def _forms(verb: str) -> Iterator[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeou" else f"{stem}ed"
    third = f"{verb[:-1]}ies" if past.endswith("ied") else f"{verb}es" if verb.endswith(("sh", "ch", "s", "x")) else f"{verb}s"
    yield from (verb, third, past, f"{stem}ing", *IRREGULAR.get(verb, "").split())


def _sorted() -> dict[str, frozenset[str]]:
    """Every word's classes, verbs before nouns; a word may be of several ("head", "lead", "fund")."""
    found: dict[str, set[str]] = {}
    for kind, line in (*VERBS.items(), *NOUNS.items()):
        for entry in words(line):
            for form in _forms(entry.replace(" ", "_")) if kind in VERBS else (entry,):
                found.setdefault(form.split("_")[0], set()).add(kind)
    for form in NEUTRAL_FORMS | OPINION_FORMS:
        found.setdefault(form.split(" ")[0], set()).add("say")
    return {word: frozenset(kinds) for word, kinds in found.items()}


CLASSES = _sorted()
NOTHING: frozenset[str] = frozenset()
VERB_CLASSES = frozenset(VERBS) | {"say"}


def classes_of(word: str) -> frozenset[str]:
    """The classes of a word in any form; empty where it says nothing of roles."""
    return CLASSES.get(word.lower(), NOTHING)
