"""The verbs with which a text reports what somebody said, in the forms that it uses them in; must not know any text."""

from initiatives.ingest.steps.understand.lexicon import alternatives, words

IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "put it": "puts_it put_it putting_it",
    "reply": "replies replied replying",
    "go on": "goes_on went_on going_on",
    "point out": "points_out pointed_out pointing_out",
    "snap": "snaps snapped snapping",
    "quip": "quips quipped quipping",
    "admit": "admits admitted admitting",
    "foresee": "foresees foresaw foreseeing",
    "sum up": "sums_up summed_up summing_up",
    "swear": "swears swore swearing",
    "see": "sees saw seeing",
    "speak": "speaks spoke speaking",
    "tweet": "tweets tweeted tweeting",
    "sell": "sells",
    "recall": "recalls recalled recalling",
    "hint": "hints hinted hinting",
    "worry": "worries worried worrying",
    "testify": "testifies testified testifying",
    "retort": "retorts retorted retorting",
    "laugh": "laughs laughed laughing",
    "shrug": "shrugs shrugged shrugging",
    "read": "reads",
    "plead": "pleads pleaded pleading",
    "sigh": "sighs sighed sighing",
    "want to know": "wants_to_know wanted_to_know",
}
NEUTRAL = words(
    "say tell add state announce declare explain write reply respond answer remark comment report describe continue recall "
    "post tweet confirm reveal disclose",
    "go_on quote put_it testify recount begin",
)
OPINION = words(
    "argue warn caution believe think insist stress emphasise emphasize claim maintain contend suggest predict expect hope "
    "fear worry complain urge admit want_to_know",
    "concede acknowledge doubt quip joke boast promise vow point_out highlight underline underscore conclude estimate reckon assure ask observe note",
    "hint counter object assert affirm reflect sum_up muse lament retort laugh foresee swear propose advise recommend plead sigh shrug",
    "charge grumble scoff fume confide mutter snap thunder tease counsel chide gripe boom deadpan lecture",
    "exclaim enthuse venture forecast demand wonder contradict",
)
EVALUATION = words("speak call describe dismiss praise criticise criticize hail denounce brand label welcome dub laud commend applaud")


def forms(verb: str) -> list[str]:
    """The verb as a text reports speech with it: third person, past and -ing; the base form too, for plural speakers."""
    if verb in IRREGULAR:
        return [verb, *(form.replace("_", " ") for form in IRREGULAR[verb].split())]
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("sh", "ch", "s", "x")) else f"{verb}s"
    return [verb, third, f"{stem}ed", f"{stem}ing"]


def _all(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in forms(verb))


NEUTRAL_FORMS = _all(NEUTRAL)
OPINION_FORMS = _all(OPINION)
EVALUATION_FORMS = _all(EVALUATION)
VERB = rf"(?:{alternatives(NEUTRAL_FORMS | OPINION_FORMS | EVALUATION_FORMS)})"
SPOKEN = rf"(?:{alternatives(NEUTRAL_FORMS | OPINION_FORMS)})"
