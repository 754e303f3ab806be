"""The words beside a name that show whether it is an organization's; must not know the names."""

import re

KIND_NOUN = (
    r"(?:compan(?:y|ies)|firms?|start-?ups?|groups?|chip ?makers?|\w*makers?|giants?|agency|agencies|developers?|investors?|"
    r"lenders?|banks?|operators?|funds?|insurers?"
    r"|consultanc(?:y|ies)|newspapers?|weekly|daily|broadcasters?|magazines?|news (?:site|agency|outlet)|portals?|websites?|"
    r"think[- ]tanks?|universit(?:y|ies)|institutes?"
    r"|laborator(?:y|ies)|labs?|foundations?|conglomerates?|carmakers?|retailers?|providers?|vendors?|suppliers?|"
    r"manufacturers?|unicorns?|regulators?|watchdogs?|subsidiar(?:y|ies)"
    r"|affiliates?|rivals?|utilit(?:y|ies)|charit(?:y|ies)|nonprofits?|non-profits?|ministr(?:y|ies)|cent(?:re|er)s?|"
    r"consortium|trade body|union|associations?|federations?|entit(?:y|ies)|"
    r"hyperscalers?|designers?|builders?|publishers?|producers?|exporters?|trade unions?|airlines?|outlets?)"
)
NOUN_BEFORE = re.compile(rf"\b{KIND_NOUN}(?: (?:such as|like|including|called|named|are|is))?[:,]? (?:the )?$")
INCLUDING = re.compile(
    r"\b(?:donors|bidders|backers|funders|hosts|members|alternatives|companies|firms|start-?ups|banks|groups|partners|members|institutions|enterprises|players|vendors|rivals|investors|"
    r"centres|universities)\b[^.;:]{0,30}(?:such as|like|include|including|among them|:|are|were|,) (?:the )?$"
)
NOUN_AFTER = re.compile(
    rf"^,? (?:which|that) (?:makes|builds|owns|runs|sells|develops|belongs|operates|employs|funds|publishes)\b|^, (?:owned|"
    rf"founded|backed|controlled|based|headquartered|listed) (?:by|in|on)\b|^, (?:an?|the|its|one of the|[A-Z][\w’]+(?:’s|'s)) "
    rf"(?:[\w-]+ ){{0,5}}?{KIND_NOUN}\b"
)
THING_AFTER = re.compile(
    r"^ (?:computers?|supercomputers?|chips?|processors?|GPUs?|models?|languages?|programs?|programmes?|projects?|plans?|"
    r"strateg(?:y|ies)|initiatives?|systems?|clusters?"
    r"|apps?|summits?|conferences?|region|province|district|area|valley|law|act|chatbots?|platform|campus|site|sites|language model)\b"
)
THING_AFTER_COMMA = re.compile(
    r"^(?: on \w+day)?, (?:an?|the|its) (?:(?!of |for )[\w-]+ ){0,4}?(?:models?|languages?|systems?|computers?|supercomputers?|programmes?|"
    r"programs?|plans?|tools?|chatbots?|family|series|city|town|platform|project|machine)\b(?= of| for| that| which| whose| in| to|[,.;])|^ for short"
)
THING_BEFORE = re.compile(
    r"\b(?:models?|chatbots?|assistants?|versions? of|supercomputers?|computers?|chips?|processors?|city of|town of|at|near|between|called|"
    r"dubbed|named|program(?:me)?|project|law|model family) (?:the )?$"
)
INDEFINITE = re.compile(r"\b(?:[Aa]n?|another|new|any|each|every)\s+(?:(?!(?:at|of|for|from|in|by|with|to|and)\b)[a-z-]+\s+){0,2}$")
TITLE_BEFORE = re.compile(
    r"\b(?:CEO|CFO|CTO|COO|chief executive(?: officer)?|chief \w+(?: officer)?|founders?|co-founders?|chair(?:man|woman)?|"
    r"president|(?:managing |executive )?director|head|boss|owner"
    r"|spokes\w+|leads?|columnist|editor|reporter|correspondent|journalist|lawyer|analyst|economist|researcher|executive|engineers?|"
    r"employees?|shareholders?|years) (?:of|at|for|from|with) (?:the )?$",
    re.IGNORECASE,
)
ACTS_AFTER = re.compile(
    r"^(?:,? (?:also|now|then|has|have|had|will|would|is to|is|was|plans to|wants to|intends to|agreed to)){0,2} (?:said|says|"
    r"announced|signed|closed|raised|reported|invested?|build|built|"
    r"launch(?:ed)?|offers?|employs?|raised|supply|supplied|supplies|provide[sd]?|joined|acquired?|agreed|owns?|operates?|pledged|committed|unveiled|"
    r"estimated|estimates|put|spend|host|expects?|lead|led|spearhead|develop(?:ed)?|told|sold|earned|posted|makes?|employs?)\b"
)
ATTRIBUTED = re.compile(r"\b(?:according to|reported by|told|citing|cited by|quoted by|learned by|from|by) (?:the )?$", re.IGNORECASE)
LIST_GAP = re.compile(rf"^(?:, |,? and |,? or |,? & |; )(?:the |an? |its |from )?(?:(?:[\w-]+ )?{KIND_NOUN} )?$")
ADJECTIVE_USE = re.compile(rf"^ (?:(?!and |or )[a-z-]+ ){{0,2}}?{KIND_NOUN} [A-Z]")
AS_ROLE = re.compile(r"^ as (?:the |its |an? )?(?:\w+ )?(?:operator|partner|lead|leader|host|supplier|coordinator|contractor|provider)s?\b")
AGENT_BEFORE = re.compile(
    r"\b(?:supplied|made|built|bought|funded|owned|led|run|operated|hosted|delivered|backed|(?:machines?|chips|servers|"
    r"hardware) (?:come|comes|is|are)) (?:by|from) (?:the )?$"
)
PLAUSIBLE = re.compile(r"[A-Za-zÀ-ÿ]")
CHOSEN_BEFORE = re.compile(
    r"\b(?:picked|selected|chose|chosen|hired|tapped|appointed|commissioned|contracted|empanel\w+) (?:the )?$"
    r"|\b(?:led|run|operated|owned|built|supplied|funded|backed|hosted|delivered|trained|developed|operated) by (?:the )?$",
)
CHOSEN_AFTER = re.compile(
    r"^ to (?:build|run|develop|supply|operate|lead|train|deliver|host|provide|create|design|install|manage)\b"
    r"|^ (?:has|have|had|was|were|is|are) (?:been )?(?:appointed|selected|chosen|picked|named|hired|contracted|awarded)\b"
)
TOLD_BEFORE = re.compile(
    r"\b(?:told|tells|speaking to|interview with|spoke (?:to|with)|(?:seen|obtained|reviewed|viewed|quoted) by|wrote in|reported in) (?:the )?$"
)
TOLD_AFTER = re.compile(r"^(?:[.,;]| that\b| on\b| in\b| last\b| this\b| yesterday\b| he\b| she\b| put\b| show)")
