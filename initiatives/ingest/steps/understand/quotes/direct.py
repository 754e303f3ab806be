"""Gives each passage between quotation marks its speaker, or refuses it as no quotation; must not know stance."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.passages import containing
from initiatives.ingest.steps.understand.people import Person
from initiatives.ingest.steps.understand.quotes import phrases
from initiatives.ingest.steps.understand.quotes.marks import Quoted
from initiatives.ingest.steps.understand.quotes.speakers import Cast, Mention, Speaker, Spoken, as_speaker, pronoun_in, unnamed
from initiatives.ingest.steps.understand.quotes.subjects import belongs_to_other, first_subject, has_pronoun, is_subject
from initiatives.ingest.values import Reading

FEWEST_WORDS_OF_FRAGMENT = 4  # shorter ones are coined words, names and scare quotes, unless a verb of speech touches them
FEWEST_WORDS_OF_LABEL = 3  # "called it a “champion”" coins a word; a judgement has more
FEWEST_WORDS_UNATTRIBUTED = 5
REACH_CHARACTERS = 500  # of a sentence, before and after a quotation


@dataclass(frozen=True, slots=True)
class Attributed:
    """A passage between marks that somebody said; `end` is where its attribution ends."""

    quoted: Quoted
    speaker: Speaker
    person: Person | None
    end: int


def attribute(cast: Cast, passages: list[Quoted], reading: Reading) -> list[Attributed]:
    """The passages that are quotations, in reading order, each with its speaker."""
    found: list[Attributed] = []
    for index in range(len(passages)):
        around = _Around(cast, passages, index, reading, _last(found))
        attributed = around.attribute(found[-1] if found else None)
        if attributed is not None:
            found.append(attributed)
    return found


def _last(found: list[Attributed]) -> Spoken | None:
    known = next((one for one in reversed(found) if one.speaker != Speaker()), None)
    return Spoken(known.end, known.speaker, known.person) if known else None


class _Around:
    """The words before and after one passage, up to its neighbours."""

    def __init__(self, cast: Cast, passages: list[Quoted], index: int, reading: Reading, last: Spoken | None) -> None:
        self.cast, self.text, self.reading, self.last = cast, cast.text, reading, last
        self.quoted = passages[index]
        self.previous = passages[index - 1] if index else None
        self.floor = self.previous.outer.end if self.previous else 0
        self.ceiling = passages[index + 1].outer.start if index + 1 < len(passages) else len(cast.text)

    @property
    def words(self) -> str:
        return self.text[self.quoted.words.start : self.quoted.words.end]

    def attribute(self, before: Attributed | None) -> Attributed | None:
        if self.quoted.continues and before is not None and before.quoted is self.previous:
            return Attributed(self.quoted, before.speaker, before.person, self.quoted.outer.end)
        for look in (self._after, self._before, self._behind_colon):
            found = look()
            if found is not None:
                return self._accepted(found)
        return self._carried(before)

    def _accepted(self, found: "_Found") -> Attributed | None:
        short = len(self.words.split()) < FEWEST_WORDS_OF_FRAGMENT
        if short and not found.touches and not phrases.FINAL.search(self.words):
            return None
        if self._is_a_name() or (len(self.words.split()) < FEWEST_WORDS_OF_LABEL and phrases.CALLED.search(self._lead())):
            return None
        return Attributed(self.quoted, found.speaker, found.person, max(found.end, self.quoted.outer.end))

    def _is_a_name(self) -> bool:
        """Whether the words are a name in marks: capitals throughout, no stop ("Ten Major Projects")."""
        long = [word for word in self.words.split() if len(word) > 3]
        return len(self.words.split()) > 1 and not phrases.FINAL.search(self.words) and bool(long) and all(word[0].isupper() for word in long)

    def _lead(self) -> str:
        return self.text[max(self.floor, self.quoted.outer.start - 90) : self.quoted.outer.start]

    def _after(self) -> "_Found | None":
        """Attribution behind the passage, in the same sentence: `,” said X`, `,” X said`, `” – X`."""
        start = self.quoted.outer.end
        stop = phrases.SENTENCE_STOP.search(self.text, start, min(self.ceiling, start + REACH_CHARACTERS))
        rest = self.text[start : min(stop.start() + 1 if stop else self.ceiling, start + REACH_CHARACTERS)]
        dashed = phrases.DASHED.match(rest)
        if dashed and not phrases.ANY_VERB.search(rest):
            return self._named(start + dashed.start("noun"), start + len(rest), touches=True, anyone=False)
        if re.search(r"[.]$", self.words) and not re.match(r"[\s,]*[a-z—–-]", rest):
            return None
        verb_first = phrases.VERB_FIRST.match(rest)
        if verb_first:
            noun_end = min(start + len(rest), start + verb_first.start("noun") + 150)
            return self._named(start + verb_first.start("noun"), noun_end, touches=True)
        noun_first = phrases.NOUN_FIRST.match(rest)
        if noun_first and not re.match(r"\s+[a-z]+\s", rest[: noun_first.start("noun") + 1]) and is_subject(noun_first.group("noun")):
            return self._named(start + noun_first.start("noun"), start + noun_first.end("noun"), touches=True)
        return None

    def _before(self) -> "_Found | None":
        """Attribution before the passage, in the same sentence: `X said: “`, `X said Europe “`, `According to X, “`, `X, role in place: “`."""
        start, end = self._sentence_start(), self.quoted.outer.start
        start = max(start, end - REACH_CHARACTERS)
        return self._introduced(start, end) if self.text[start:end].strip() else None

    def _behind_colon(self) -> "_Found | None":
        """Attribution in a line of its own that ends with a colon."""
        start, end = self._sentence_start(), self.quoted.outer.start
        if self.text[start:end].strip() or not self.text[self.floor : start].rstrip().endswith(":"):
            return None
        end = self.floor + len(self.text[self.floor : start].rstrip())
        sentence = containing(self.cast.sentences, end - 1)
        return self._introduced(max(sentence.start, self.floor), end)

    def _sentence_start(self) -> int:
        stops = [
            stop.end()
            for stop in phrases.SENTENCE_STOP.finditer(
                self.text, max(self.floor - 1, self.quoted.outer.start - REACH_CHARACTERS, 0), self.quoted.outer.start + 1
            )
        ]
        sentence = containing(self.cast.sentences, self.quoted.outer.start - 1)
        inside = sentence.start if sentence.end >= self.quoted.outer.start else self.floor
        return max([self.floor, inside, *[stop for stop in stops if stop > inside and not sentence.end >= stop]])

    def _introduced(self, start: int, end: int) -> "_Found | None":
        phrase = self.text[start:end]
        verbs = list(phrases.ANY_VERB.finditer(phrase))
        touches = bool(re.search(r"[:,]\s*$", phrase) or (verbs and verbs[-1].end() >= len(phrase.rstrip()) - 8) or phrases.CALLED.search(phrase))
        if verbs:
            meant = self._meant_by_object(phrase, end) if phrase.rstrip().endswith(":") else None
            return meant or self._subject(start, start + verbs[-1].start(), start + verbs[-1].end(), end, touches)
        according = phrases.ACCORDING.search(phrase)
        if according and not phrase.rstrip().endswith(":"):
            return self._named(start + according.start("noun"), start + according.end("noun"), touches)
        if phrase.rstrip().endswith((":", "—", "–")):
            return self._named(start, end, touches=True, anyone=False)
        return None

    def _meant_by_object(self, phrase: str, end: int) -> "_Found | None":
        """`The clock worries him: “…”`: whom the pronoun means."""
        pronoun = phrases.OBJECT_PRONOUN.search(phrase)
        person = self.cast.meant_by_pronoun("he" if pronoun.group().lower().startswith("him") else "she", end, self.last) if pronoun else None
        return _Found(as_speaker(person), person, end, touches=True) if person else None

    def _subject(self, start: int, verb: int, after_verb: int, end: int, touches: bool) -> "_Found | None":
        """Whoever stands before the verb as its subject, else behind it ("Said Hallam:")."""
        mention = self._by_grammar(start, verb) or first_subject(self.text, self.cast.between(start, verb))
        if mention is not None:
            return _Found(as_speaker(mention.person), mention.person, end, touches)
        return self._named(start, verb, touches) or self._named(after_verb, min(end, after_verb + 80), touches)

    def _by_grammar(self, start: int, verb: int) -> Mention | None:
        """The mention that the language model takes for the subject of the verb."""
        at = next((index for index, token in enumerate(self.reading.tokens) if token.start == verb), None)
        mentions = self.cast.between(start, verb)
        if at is None or not mentions:
            return None
        heads = {at, self.reading.tokens[at].head}
        subjects = [
            token.start
            for token in self.reading.tokens
            if token.head in heads and token.dependency in ("nsubj", "nsubjpass") and start <= token.start < verb
        ]
        return next((mention for mention in mentions for subject in subjects[-1:] if mention.start <= subject < mention.end), None)

    def _named(self, start: int, end: int, touches: bool, anyone: bool = True) -> "_Found | None":
        """The person, pronoun, house or unnamed person of a phrase."""
        phrase = self.text[start:end]
        mentions = self.cast.between(start, end)
        pronoun = pronoun_in(phrase) if anyone else None
        if pronoun in ("he", "she") and not (mentions and mentions[0].start - start < phrase.lower().find(pronoun)):
            person = self.cast.meant_by_pronoun(pronoun, self.quoted.outer.start, self.last)
            return _Found(as_speaker(person) if person else Speaker(), person, end, touches)
        nearest = next((mention for mention in mentions if not phrases.ANY_VERB.search(self.text[start : mention.start])), None)
        if nearest is not None and not belongs_to_other(self.text, start, nearest):
            return _Found(as_speaker(nearest.person), nearest.person, end, touches)
        titled = self.cast.titled(phrase, start)
        if titled is not None:
            return _Found(as_speaker(titled), titled, end, touches)
        other = unnamed(self.cast, start, end, self.last)
        if other is not None:
            return _Found(other, None, end, touches)
        return _Found(Speaker(), None, end, touches) if pronoun == "they" and anyone else None

    def _carried(self, before: Attributed | None) -> Attributed | None:
        """A whole sentence without attribution: whoever was just introduced, else whoever spoke last."""
        whole = self.words[:1].isupper() and (phrases.FINAL.search(self.words) or len(self.words.split()) >= FEWEST_WORDS_UNATTRIBUTED)
        if not whole or self._is_part_of_sentence():
            return None
        introduced = self._introduced_before() or self._interviewed()
        if introduced is not None:
            return Attributed(self.quoted, as_speaker(introduced), introduced, self.quoted.outer.end)
        if self.last is not None:
            return Attributed(self.quoted, self.last.speaker, self.last.person, self.quoted.outer.end)
        following = self.cast.between(self.quoted.outer.end, min(self.ceiling, self.quoted.outer.end + 200))
        person = following[0].person if following else None
        return Attributed(self.quoted, as_speaker(person) if person else Speaker(), person, self.quoted.outer.end)

    def _is_part_of_sentence(self) -> bool:
        """Whether words of the text's own sentence lead into the passage or go on behind it without a stop."""
        lead = self.text[self._sentence_start() : self.quoted.outer.start].strip()
        tail = self.text[self.quoted.outer.end : self.quoted.outer.end + 2]
        return bool(lead) or (bool(re.match(r" ?[a-z]", tail)) and not phrases.FINAL.search(self.words))

    def _interviewed(self) -> Person | None:
        """Whoever the text says it spoke to, where the passage answers a question of the text's own."""
        if not self.text[: self.quoted.outer.start].rstrip().endswith("?"):
            return None
        named = next(iter(self.cast.interviewed()), None)
        return named or (self.cast.mentions[0].person if self.last is None and self.cast.mentions else None)

    def _introduced_before(self) -> Person | None:
        """The person named in the sentence before, where nobody else has spoken since."""
        sentence, since = containing(self.cast.sentences, max(self.quoted.outer.start - 2, 0)), max(self.floor, self.last.end if self.last else 0)
        mentions = self.cast.between(max(since, sentence.start), self.quoted.outer.start)
        return mentions[0].person if mentions else self._meant_before(since, sentence.start)

    def _meant_before(self, since: int, start: int) -> Person | None:
        """Whom the sentence before means by a pronoun ("She is less sure. “…”", "…, he told the paper. “…”")."""
        start = max(since, start)
        paragraph = max(since, self.text.rfind("\n", 0, self.quoted.outer.start) + 1)
        lead = self.text[start : self.quoted.outer.start]
        subject = first_subject(self.text, self.cast.between(paragraph, start)) if has_pronoun(lead) else None
        return subject.person if subject else None


@dataclass(frozen=True, slots=True)
class _Found:
    """A speaker found beside a passage; `touches` is true where nothing stands between the verb or name and the passage."""

    speaker: Speaker
    person: Person | None
    end: int
    touches: bool
