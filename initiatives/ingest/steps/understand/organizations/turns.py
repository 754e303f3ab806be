"""Turns of phrase around a name by what they say is done: paying, supplying, running, leading, helping or standing aside; must not know weights."""

import re

AMOUNT = (
    r"(?:[£$€¥₹₩]|[A-Z]{1,3}\$|(?:US|Rs|NT|HK|RM|SEK|NOK|DKK|CHF|EUR|USD) ?\d|\d|(?:hundreds of )?(?:b|m|tr)illions?\b|money\b|funds?\b|"
    r"funding\b|capital\b|cash\b|"
    r"(?:one |an? |the |other |second |first )?(?:half|third|quarter|fifth)\b|two thirds|three quarters|(?:the |most of the |"
    r"much of the )?(?:rest|remainder|bulk|bill|costs?|sums?|outlay|"
    r"balance|lion[’']s share)\b|most of it|its share|grants?\b|loans?\b|credits?\b|credit lines?|equity\b|guarantees?\b|shares\b|stakes?\b|"
    r"backing\b|per cent|percent)"
)
GEAR = (
    r"(?:chips?|GPUs?|processors?|accelerators?|servers?|hardware|equipment|racks|networks?|networking|switches|storage|memory|cooling|"
    r"turbines|power|electricity|"
    r"tablets|laptops|licen[cs]es|software|operating system|cloud services?|cards|wafers|cables|machines?|systems?|supercomputers?|superchips?)"
)
HALL = (
    r"(?:supercomputers?|computers?|machines?|systems?|clusters?|data ?cent(?:re|er)s?|computing cent(?:re|er)s?|cent(?:re|er)s?|halls?|"
    r"campus|facilit(?:y|ies)|nodes?|"
    r"platforms?|sites?|services?|data bank|workshop|cloud|scheme|programme|vouchers)"
)
EFFORT = (
    r"(?:models?|plans?|strateg(?:y|ies)|programmes?|programs?|projects?|initiatives?|schemes?|efforts?|bids?|proposals?|consorti(?:um|a)|"
    r"missions?|roadmaps?|factor(?:y|ies)|"
    r"funds?|development|work|systems?|assistants?|tools?)"
)
WILL = (
    r"(?:,? (?:which|that|who))?(?: (?:also|now|then|already|jointly|together|each|both|so far|has|have|had|will|would|is|are|may|might|can|"
    r"could|shall|must|been|to|"
    r"wants?|plans?|intends?|means?|hopes?|agreed|promised|offered|pledged|expected|ready|prepared|stands?|set|due|supposed))*"
)
PAY = (
    r"(?:puts?|put up|puts up|brings?|brought|contribut\w+|adds?|added|provid\w+|meets?|met|covers?|covered|bears?|bore|shoulders?|"
    r"shouldered|carr(?:y|ies|ied)|foots?|"
    r"picks? up|stumps? up|chips? in|comes? up with|came up with|come up with|mak(?:e|es|ing) available|made available|sets? aside|"
    r"reserv\w+|earmark\w*|allot\w*|allocat\w+|"
    r"grant(?:s|ed)?|award(?:s|ed)?|giv(?:e|es|ing)|gave|lend(?:s|ing)?|lent|advanc\w+|pledg\w+|promis\w+|commit\w*|inject\w*|pour\w*|"
    r"plough\w*|invest\w*|spends?|spent|"
    r"guarantee[sd]?|pay(?:s|ing)?|paid|holds?|takes?|took|acquir\w+|buys?|donat\w+|match\w*|includ\w+|split|share[sd]?|offer(?:s|ed)?|"
    r"raise[sd]?|extend(?:s|ed)?)"
)
WORKS = (
    r"(?:[Ff]abrication|[Pp]roduction|[Aa]ssembly|[Pp]ackaging|[Dd]esign|[Cc]ooling|[Nn]etwork(?:ing|s)?|[Cc]abling|[Cc]onstruction|"
    r"[Pp]ower|[Ee]lectricity|[Pp]anels|"
    r"[Bb]atteries|[Tt]ools|[Cc]ores|[Ww]eights|[Pp]latform|[Ss]oftware|[Ll]essons|[Cc]loud|[Cc]onnectivity|[Ff]ib(?:re|er)|[Tt]urbines|"
    r"[Hh]ardware|[Ii]ntegration|"
    r"[Ii]nstallation|[Ee]quipment|[Dd]elivery|[Ss]ystem|[Tt]echnology|[Ll]ithography|[Ss]torage|[Ss]ervers)"
)
SPOKEN_FOR = (
    r"chief|head|director|spokes\w+|president|chair\w*|rector|economist|analyst|professor|lecturer|founder|boss|manager|secretary|"
    r"dean|researcher|executive"
)
ITEM = r"[A-Z][\w.&’'-]*(?: (?:of |for |the )*[A-Z][\w.&’'-]*)*"
LIST = rf"(?:(?:the |both |mainly |partly |chiefly |jointly |among others,? )|{ITEM}(?:, (?:the )?| and (?:the )?))*"  # before the name itself
BEFORE = (
    ("pays", rf"(?:paid(?: for)?|funded|financed|borne|shouldered|met|covered|promised|pledged|donated|given|granted|sponsored|underwritten|"
        rf"lent|put up|provided|contributed|divided|"
        rf"guaranteed|bankrolled|subsidi[sz]ed|endowed)(?: [\w-]+){{0,2}}? (?:by|between|from|through) {LIST}$"),
    ("pays", rf"{AMOUNT}(?:[^.;:,]{{0,40}}?)? (?:is |are |was |were |comes? |came |coming |drawn |taken |stems? |flows? )?(?:from|out of|"
        rf"of it by|by way of|by) {LIST}$"),
    ("pays", rf"\b(?:investors?|shareholders?|lenders?|donors?|backers?|sponsors?|financiers?|funders?|banks|insurers|purchase goes through|"
        rf"money goes through)\b"
        rf"(?: such as| like| including| are| is|,|:)* {LIST}$"),
    ("supplies", rf"\b{GEAR}\b[^.;:,]{{0,30}}? (?:comes? |came |bought |ordered |is |are |made |supplied |delivered |designed )*(?:from|by|"
        rf"of) {LIST}$"),
    ("supplies", rf"\b(?:bought|leased|rented|ordered|purchased|procured|sourced|licen[cs]ed|obtained|hired)(?: [\w-]+){{0,3}}? (?:from|at|"
        rf"of) {LIST}$"),
    ("supplies", rf"\b(?:assembled|delivered|manufactured|supplied|equipped|cooled|powered|fabricated|wired|"
        rf"furnished)(?: [\w-]+){{0,3}}? (?:by|with|with the help of|from) {LIST}$"),
    ("supplies", rf"\b(?:contracts?|orders?|delivery|tender)\b[^.;]{{0,50}}? (?:went|goes|awarded|given|handed|won|commissioned)(?: to| by|"
        rf" with)? {LIST}$"),
    ("supplies", rf"\b(?:based|rests?|builds?|built) on (?:the )?(?:open |[A-Z]\w+,? |\w+ )*(?:models?|technology|software|"
        rf"weights)?[^.;,]{{0,20}} (?:of|from|by) {LIST}$"),
    ("runs", rf"\b(?:run|operated|hosted|housed|kept|managed|maintained|administered|looked after|taken care of|carried out|computed|"
        rf"supervised) (?:by|at|in|on|with) {LIST}$"),
    ("runs", rf"\b(?:stands?|sits?|sited|installed|placed|located|based|situated|trained|set up|built|erected) (?:at|in|with|on) {LIST}$"),
    ("runs", rf"\b{HALL}\b(?: [\w’'-]+){{0,6}}? (?:would go|will go|goes|move|moves|belongs?|is owned|handed over) (?:to|by) {LIST}$"),
    ("runs", rf"\b{HALL} (?:at|of) {LIST}$"),
    ("runs", r"\b(?:[Aa]pplications go|operators?|hosts?|providers?)(?: to| is| are|:|,)* (?:the )?$"),
    ("leads", rf"\b(?:led|steered|headed|coordinated|overseen|drawn up|drafted|written|launched|presented|unveiled|shown|created|designed|"
        rf"submitted|proposed|developed|built|trained)"
        rf"(?: [\w-]+){{0,4}}? by {LIST}$"),
    ("leads", rf"\b(?:work|product|project|brainchild|task|responsibility|child|remit|hands|charge|leadership|direction|auspices|roof) of {LIST}$"),
    ("houses it", rf"\b(?:part of|under|inside|within|attached to|reports to|reporting to|answers to|answerable to|arm of|unit of|agency of|"
        rf"subsidiary of|belongs to|owned by) {LIST}$"),
    ("helps", rf"\b(?:together with|jointly with|alongside|in cooperation with|in collaboration with|in partnership with|"
        rf"with (?:the )?(?:help|support|advice) (?:of|from)|helped by|"
        rf"advised by|assisted by|joined by|a centre of|housed at|grew out of|[Pp]artners?(?: in it)?(?: are| is| include|:)+) {LIST}$"),
    ("helps", rf"\b(?:experts|engineers|staff|lecturers|specialists|researchers|scientists|texts|archives|data) (?:of|from|at) {LIST}$"),
    ("chosen", rf"\b(?:picked|chosen|chose|selected|shortlisted|named|invited|nominated|admitted|empanelled) {LIST}$"),
    ("aside", rf"\b(?:told|wrote in|interview with|speech at|reported by|according to|unlike|than(?: (?:that|those) of)?|compared with|beat|"
        rf"beating|rivals? (?:such as|like)?|"
        rf"models? by|tests? at|tried out at|formerly (?:of|at)|founders of|backed by|talks with) {LIST}$"),
    ("aside", r"(?:\b[Ss]imilar|\b[Aa]n? (?:year|decade|month) (?:earlier|ago|before)|\b[Ii]n an earlier|\b[Ee]arlier\b|\b[Ll]ast year|"
        r"\bprevious(?:ly)?\b|\bpresent (?:system|machine)|"
        r"\b[Ee]lsewhere|\b[Nn]eighbou?ring|\bfor its part|\bmeanwhile|\bof (?:their|its) own)[^.;]{0,90}$"),
    ("works for it", rf"\b{WORKS}\b[^.;:,]{{0,40}}? (?:to|by|with|from|of) (?:its |their |a |the )?(?:[\w-]+ ){{0,3}}?{LIST}$"),
    ("makes it", rf"\b(?:put together|assembled|integrated|installed|laid|wired|packaged|fabricated|licensed|lent|leased|rented|"
        rf"made available|procured|"
        rf"hired)\b(?: [\w-]+){{0,4}}? (?:by|from) (?:a |an |the )?(?:[\w-]+ ){{0,3}}?{LIST}$"),
    ("is handed it", rf"\b(?:operation|running|management|day-to-day \w+|hosting|upkeep|maintenance|administration|task|"
        rf"implementation)\b[^.;]{{0,50}}? "
        rf"(?:to|by|with|of) (?:the )?(?:[\w-]+ ){{0,2}}?{LIST}$"),
    ("a channel", rf"\b(?:through|via|by way of) (?:its |their |the )?(?:(?:[\w-]+ )?(?:agency|arm|subsidiary|unit|bank|fund) )?{LIST}$"),
    ("licenses it", rf"\b(?:approv\w+|certif\w+|licen[cs]\w+|cleared|authori[sz]\w+|audited|reviewed|ratified|vetted|permits?|permission|"
        rf"consent|opinion|"
        rf"go-ahead|objections?)\b(?: [\w-]+){{0,5}}? (?:by|from|of) {LIST}$"),
    ("applied to", rf"\b(?:bids?|applications?|file|proposals?|notifi\w+|requests?|petitions?|complaints?|plans?)\b[^.;]{{0,50}}? "
        rf"(?:sent|submitted|filed|addressed|made|handed|presented|appealed)(?: [\w-]+){{0,2}}? (?:to|with|before) {LIST}$"),
    ("uses it", rf"\b(?:users?|customers?|clients?|beneficiaries|tenants?|takers?|pupils|hours|in the queue)\b[^.;]{{0,40}}? "
        rf"(?:are|is|include|includes|will be|for|at|by|among them|:) {LIST}$"),
    ("is interested", r"\b(?:expressed (?:an )?interest|interested|in the fray|regarded as|bidders|contenders|candidates|applicants|shown interest|"
        r"expected to bid|possible (?:suppliers|partners|bidders|hosts))\b[^.;]{0,60}$"),
    ("owns a part", rf"\b(?:owners|shareholders|behind (?:the|it)[\w ]{{0,30}}stand|capital|owned|belongs?|falls|"
        rf"held)\b[^.;]{{0,40}}? (?:to|by|stand|are|"
        rf"among them|with|through) {LIST}$"),
    ("of a body", rf"\b(?:members?|centre|center|office|unit|agency|arm|branch(?:es)?|faculty|campus|department|machine|cluster|"
        rf"laboratory) (?:of|at|under|"
        rf"in|within) {LIST}$"),
    ("a venture of", rf"\b(?:venture|project|programme|initiative|work|product|model|creation|effort|consortium) (?:of|by|between|from) {LIST}$"),
)  # fmt: skip
AFTER = (
    ("pays", rf"^{WILL} {PAY}(?: (?:up to|as much as|about|some|around|nearly|almost|over|more than|at least|another|a further|"
        rf"an additional|the remaining|in|up|out|it|them|him|with))*"
        rf"(?: (?:a|an|the|its|their))? ?{AMOUNT}"),
    ("pays", rf"^{WILL} {PAY} (?:an? |the )?[^.;,]{{0,24}}\b(?:grants?|loans?|credits?|stakes?|shares|money|funds|guarantees?|"
        rf"part of the [^.;,]{{0,16}}(?:costs?|bill|lines?))\b"),
    ("pays", rf"^{WILL} (?:fund|financ|co-financ|bankroll|sponsor|underwrit|pay)(?:e|es|s|ed|ing)? (?:for )?\w"),
    ("supplies", rf"^(?:[’']s?| and [A-Z]\w+[’']s?) (?:[\w-]+ ){{0,3}}{GEAR}\b"),
    ("supplies", rf"^{WILL} (?:suppl\w+|deliver\w*|ship\w*|sells?|sold|makes?|made|manufactur\w+|furnish\w*|install\w*|provid\w+|"
        rf"contribut\w+|produc\w+|brought|sends?|equip\w*)"
        rf" [^.;]{{0,40}}?\b{GEAR}\b"),
    ("supplies", rf"^{WILL} (?:won|wins|awarded|received|got|commissioned with) (?:the )?(?:order|contract|tender|delivery)\b"),
    ("runs", rf"^{WILL} (?:runs?|operat\w+|hosts?|hous(?:e|es)|keeps?|maintain\w*|look(?:s|ed)? after|administ\w+|manag\w+|store[sd]?|"
        rf"tak(?:e|es|ing) care of|hold the larger|build and run)\b"),
    ("runs", rf"^{WILL} (?:be )?(?:the )?(?:host|operator|home)\b|^[’']s? (?:[\w-]+ ){{0,2}}(?:data ?cent(?:re|er)s?|computing cent(?:re|"
        rf"er)|halls|campus|supercomputer)\b"),
    ("leads", rf"^{WILL} (?:leads?|led|coordinat\w+|heads?|steers?|in charge|responsible|draws? up|drew up|drafts?|drafted|oversees?|"
        rf"spearheads?|negotiated|set the rules|sets the rules|"
        rf"sees to|directs?)\b"),
    ("leads", rf"^{WILL} (?:launch\w*|present\w*|unveil\w*|open(?:s|ed)? (?:the )?(?:first |competition|call|bidding)|pick(?:s|ed)|chose|"
        rf"chosen|select(?:s|ed)|tender\w*|sign(?:s|ed)|proposes?|proposed|"
        rf"develop\w*|build(?:s|ing)?|built|trains|training|writes|creat\w+)\b[^.;]{{0,40}}?\b(?:{EFFORT}|{HALL}|agreement|contract|code|"
        rf"the rules|text)\b"),
    ("helps", rf"^{WILL} (?:help\w*|advis\w+|assist\w*|train(?:s|ed)? (?:part|staff|teachers|people|engineers|the|\d)|teach\w*|sends?|"
        rf"lend(?:s)? (?:staff|engineers|people)|evaluat\w+|tests?|"
        rf"take[s]? part|took part|join\w*|on board|in as well|a hand|have a hand|accompan\w+|support\w*|cooperat\w*|collaborat\w*|"
        rf"stays? on|serve|sits?|lays?|opens? its|opened its|follows)\b"),
    ("helps", rf"^{WILL} (?:contribut\w+|shar(?:e|es|ed)|lent|lend|gave|give[sn]?|giv(?:e|es)|offer(?:s|ed)?|provid\w+|donat\w+|"
        rf"bring(?:s)?) (?:its |their |the )?(?:[\w-]+ ){{0,2}}(?:know-how|expertise|engineers|"
        rf"staff|data|texts?|talent|access|archives?|lecturers|experience|transcripts|time|weights|speech|recordings|advice|land|fib(?:re|er))\b"),
    ("helps", r"^[’']?,? (?:and [^.;]{3,40} )?(?:are|is) (?:among those taking part|partners?|members?|users|to be a customer)\b"),
    ("chosen", rf"^{WILL} (?:picked|selected|chosen|shortlisted|named|admitted|assigned|charged)\b"),
    ("aside", r"^,? (?:which |who )?(?:had (?:\w+ )?(?:supplied|promised|offered|withdrawn|hoped|shown|urged|warned|asked|wanted|been|"
        r"tried)|was (?:beaten|dropped|turned)|"
        r"(?:did|does|has) not|declin\w+|object\w*|call(?:s|ed) for|welcom\w+|ask(?:s|ed) for|criticis\w+|crit(?:ic)?iz\w+|sees? |"
        r"wants? to see|warn\w*|came away|"
        r"(?:has|have|had|keeps?|runs?|is going to make) (?:\w+ ){0,5}of (?:its|their) own|found |estimat\w+|reports?\b|reported|wrote|"
        r"writes|(?:was|were|are|is) among the (?:losing|unsuccessful)|"
        r"also (?:bid|wants?|hoped)|, too,)"),
    ("aside", r"^[^.;]{0,60}\b(?:is not part of|are not part of|had withdrawn|was not|were not|no contract|have enquired|has enquired|"
        r"dropped out|of one's own|had hoped)\b"),
    ("stays out", r"^[^.;]{0,60}\b(?:came second|came third|sta(?:y|ys|yed) away|withdr[ae]w\w*|pulled out|(?:is|are|was|"
        r"were) not (?:taking part|involved|a member)|"
        r"(?:take|have|has|had|play)s? no part|(?:have|has) not signed|unsuccessful|declin\w+ to|did not (?:reply|comment|respond|answer)|"
        r"was not available|"
        r"no longer|keeps? (?:its|their) stakes?|advised the|does not dispute)\b"),
    ("a further sum", rf"^ (?:a further|another|the rest|the remaining|the other|an additional|half|most|the balance)\b|^ (?:up to |some |"
        rf"about )?{AMOUNT}"),
    ("comes in", rf"^{WILL} (?:enters?|entered|comes? in|came in|joins?|joined|participat\w+)\b[^.;]{{0,50}}?{AMOUNT}"),
    ("releases", rf"^{WILL} (?:sanction|disburs|releas|earmark|allocat|approv|allot|transfer|channel|budget)\w*\b[^.;]{{0,40}}?{AMOUNT}"),
    ("makes it", rf"^{WILL} (?:la(?:y|ys|id)|strings?|strung|wires?|wired|assembl\w+|integrat\w+|packag\w+|fabricat\w+|licen[cs]\w+|lends?|"
        rf"lent|rents?|leases?|"
        rf"delivers?|delivered|suppl\w+|provid\w+|sells?|sold|feeds?|guarantees?|offer\w*|install\w*|"
        rf"put together)\b[^.;]{{0,40}}?\b(?:{GEAR}|lines?|fib(?:re|er)|"
        rf"cables?|grid|plants?|panels|batteries|megawatts?|MW|heat|water|capacity|tools|platform|connections?|licen[cs]es?|roof|building|"
        rf"credits)\b"),
    ("does its work", rf"^{WILL} (?:record|collect|clean|annotat|translat|compar|check|review|validat|prepar|appl|supervis|monitor|"
        rf"digiti[sz]|measur|select|rank|"
        rf"teach|train|research|stud|test|examin|award|certif|connect|cover|find)\w*\b"),
    ("carries it out", rf"^{WILL} (?:carr(?:y|ies|ied) (?:it|them|this)? ?out|implement\w*|execut\w+|gets? to look after|tak(?:e|es|"
        rf"ing) over|took over|continues? to|"
        rf"stays?|inaugurat\w+|gives? (?:it|the machine) a (?:home|roof))\b"),
    ("speaks", rf"^(?:[’']s)? ?(?:,|\()?(?:[\w-]+ ){{0,3}}(?:{SPOKEN_FOR})\b|^; its (?:{SPOKEN_FOR})\b"),
    ("only said", r"^(?:,[^,.;]{3,70},)?(?: \(\w+\))? (?:said|announced|says|reported|stated|confirmed|told|informed|noted)\b"),
    ("says no more", r"^(?: \(\w+\))? (?:said|announced|says|reported|stated|confirmed)(?: (?:on|late|in) \w+(?: \w+)?| \w+day| today|"
        r" yesterday)?\.?$"),
    ("a maker's product", r"^[’']s? (?:[A-Z]\w+|models?|weights|platform|software|technology|chatbot|assistant|system)\b"),
)  # fmt: skip
_BEFORE = tuple((turn, re.compile(pattern)) for turn, pattern in BEFORE)
_AFTER = tuple((turn, re.compile(pattern)) for turn, pattern in AFTER)
REACH_CHARACTERS = 160


def turns_of(before: str, after: str) -> set[str]:
    """The names of the turns that stand right before or right after a mention within its sentence, and of what they say either way."""
    before, after = (before[:1].lower() + before[1:])[-REACH_CHARACTERS:], after[:REACH_CHARACTERS]
    ahead = {turn for turn, pattern in _BEFORE if pattern.search(before)}
    behind = {turn for turn, pattern in _AFTER if pattern.match(after)}
    return {f"before: {turn}" for turn in ahead} | {f"behind: {turn}" for turn in behind} | {f"either way {turn}" for turn in ahead | behind}
