"""Words of a sentence → what its acts are about and whose they are: the binding of objects and
bodies, with pronouns and headings resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from agreementlint.grammar import MODALS, PREPOSITIONS, PRONOUNS, Segment, Token, core, subject
from agreementlint.norwegian.tokens import term_matcher, tokens
from agreementlint.structure import Agreement
from agreementlint.vocabulary import Vocabulary, wording

if TYPE_CHECKING:
    from agreementlint.clauses import Act, Clause

Force = Literal["commits", "optional", "negated", "deferred", "past"]

BODIES = frozenset({"politirad", "slt", "formannskap", "beredskapsrad", "anna_organ"})
# Things that a body or person does not become an object of merely by standing as the subject.
_AGENTS = frozenset({"politirad", "slt", "formannskap", "beredskapsrad", "anna_organ", "politikontakt"})
_WHOLE = ("avtale", "samarbeid", "politirad")
_NEUTER = frozenset({"samarbeid", "politirad", "prosjekt", "tiltak", "anna_organ", "satsingsomrade"})
_WORK = re.compile(r"^(?:arbeid|arbeidet|arbeidets|virksomhet|virksomheten|verksemd|verksemda|innsats|innsatsen|aktivitet|aktiviteten|funksjon|drift|måte|møter|møtene|møta|rolle|resultater|resultat|resultata)$")
_ATTACHED = re.compile(r"^(?:arbeid|virksomhet|verksemd|innsats|innhold|innhald|tekst|teksten|funksjon|drift|bestemmels|føresegn|vilkår|gjennomføring|etterleving|etterlevelse|oppfølging|virkning|verknad|resultat|organisering|form)")
_OWN = frozenset({"sitt", "sin", "sine", "si", "eget", "egen", "eige", "eiga", "eigen", "rådets"})
_COUNCIL = re.compile(r"^(?:rådet|rådets|rådene|rådenes|råda|rådsmøte\w*|rådsmedlem\w*)$")
_BARE = re.compile(rf"{_COUNCIL.pattern}|^(?:utvalget|utvalet|utvalgets|utvalets|gruppa|gruppen|gruppas|gruppens|forumet|nemnda|nemnden|teamet)$")
_COUNCILS = frozenset({"politirad", "beredskapsrad"})
# "kontaktmøte", "dialogmøte": a meeting of another kind; these are meetings of whatever body meets.
_PLAIN_MEETING = re.compile(
    r"^(?:politi|råds|politiråds|høst|haust|vår|vinter|sommer|sommar|års|halvårs|kvartals|januar|februar|mars|april|mai|juni|juli"
    r"|august|september|oktober|november|desember|ordinær|fast|status|samarbeids|tertial|vårsemester|hoved|hovud|ekstra|felles|fysiske|dag|kvelds)+?e?s?-?møte"
)
_MEETING = re.compile(r"^\w+møte(?:r|t|ne|ene|a|ne)?$")
_TIME = re.compile(r"^(?:\d+|ett?|eitt?|to|tre|fire|hver|hvert|kvar|kvart|år|behov|avtale|det|den|halv\w*|\w+valg\w*|\w+val|første|fyrste)$")
_OPTIONAL = wording("binding", "optional")
_NEGATED = wording("binding", "negated")
_DEFERRED = wording("binding", "deferred")
_PAST = re.compile(r"\b(?:ble|blei|vart|har|hadde|er blitt|er vorte)\b", re.I)
_OBLIGES = re.compile(r"\b(?:skal|bør|må|vil|lyt)\b", re.I)
_ATTRIBUTIVE = re.compile(r"\b(?:en|ein|ei|et|eit|den|det|ny|nye|nytt|sist|siste)\s+(?:og\s+)?$", re.I)
_BECOMES = frozenset({"blir", "vert", "ble", "blei", "vart", "er", "bli", "verte", "verta", "blitt", "vorte", "får", "få", "bør"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept of the vocabulary in a sentence (offsets into the sentence)."""

    concept: str
    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one sentence, and the concepts found in them."""

    text: str
    tokens: tuple[Token, ...]
    things: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    acts: tuple[Mention, ...]

    def thing_at(self, token: Token) -> Mention | None:
        return next((m for m in self.things if m.start <= token.start < m.end), None)


@dataclass(frozen=True, slots=True)
class Context:
    """What pronouns, bare nouns and missing subjects may refer to, where a segment begins."""

    heading: tuple[str, ...] = ()
    body: str | None = None
    council: str | None = None
    subject: str | None = None
    recent: tuple[str, ...] = ()
    last_object: str | None = None

    @property
    def the_council(self) -> str:
        """What "rådet" means here: the council of the heading, else the one spoken of last."""
        heading = next((h for h in self.heading if h in _COUNCILS), None)
        return heading or self.council or "politirad"

    def after(self, reading: Reading, part: Segment, acts: Sequence[Act]) -> Context:
        own = [m.concept for m in reading.things if part.start <= m.start < part.end]
        if not own and not acts:
            return self
        bodies = [c for c in own if c in BODIES]
        objects = [a.object for a in acts if a.object and a.object != "annet"]
        return replace(
            self,
            body=bodies[0] if bodies else self.body,
            # a relative clause does not change who or what the main clause is about
            subject=self.subject if part.kind != "main" and self.subject else objects[0] if objects else own[0] if own else self.subject,
            recent=tuple(own) or self.recent,
            last_object=objects[-1] if objects else self.last_object,
        )


class Finder:
    """The compiled vocabulary. One is made for a run; it keeps no state between sentences."""

    def __init__(self, vocabulary: Vocabulary):
        self._things = term_matcher(vocabulary.things)
        self._topics = term_matcher(vocabulary.topics)
        self._acts = term_matcher(vocabulary.act_terms)
        self._vocabulary = vocabulary

    def read(self, text: str) -> Reading:
        doc = tokens(text)
        words = tuple(Token(t.text.lower(), t.norm_, t.idx, t.idx + len(t.text)) for t in doc if not t.is_space)

        def mentions(found: Sequence[tuple[str, int, int]], order: Sequence[str]) -> tuple[Mention, ...]:
            rank = {c: i for i, c in enumerate(order)}
            taken: list[Mention] = []
            for concept, start, end in sorted(found, key=lambda f: (f[1] - f[2], rank[f[0]])):
                if all(end <= m.start or m.end <= start for m in taken):
                    taken.append(Mention(concept, start, end, text[start:end].lower()))
            return tuple(sorted(taken, key=lambda m: m.start))

        # "rådet", "gruppa" alone refer back; `resolved` says to what
        named = [f for f in self._things(doc) if not _BARE.match(text[f[1] : f[2]].lower())]
        things = mentions(named, list(self._vocabulary.things))
        return Reading(
            text, words, things,
            mentions(self._topics(doc), list(self._vocabulary.topics)),
            mentions(self._acts(doc), list(self._vocabulary.act_terms)),
        )  # fmt: skip

    def resolved(self, reading: Reading, context: Context) -> Reading:
        """The reading with bare nouns ("Rådet", "Gruppa") taken for the body they refer to."""
        found = list(reading.things)
        last: str | None = None
        for token in reading.tokens:
            mention = reading.thing_at(token)
            if mention is not None:
                last = mention.concept if mention.concept in BODIES else last
            elif _COUNCIL.match(token.text):
                concept = last if last in _COUNCILS else context.the_council
                found.append(Mention(concept, token.start, token.end, token.text))
            elif _BARE.match(token.text):
                other = last or context.body
                concept = other if other and other != "politirad" else "anna_organ"
                found.append(Mention(concept, token.start, token.end, token.text))
        return replace(reading, things=tuple(sorted(found, key=lambda m: m.start)))

    # ------------------------------------------------------------------ context

    def context(self, agreement: Agreement, index: int, before: Sequence[Clause]) -> Context:
        """What the sentence at `index` may refer back to: its headings and the sentences before it
        in the same section; a bullet refers to its lead."""
        sentence = agreement.sentences[index]
        heading = tuple(m.concept for t in agreement.titles(sentence.section) for m in self.read(t).things)
        earlier = [c for c in before if c.section == sentence.section]
        if sentence.lead is not None:
            led = [c for c in before if c.sentence == sentence.lead]
            earlier = led or earlier
        last = earlier[-1].sentence if earlier else None
        previous = [c for c in earlier if c.sentence == last]
        leading = next((c.body for c in reversed(earlier) if c.own_body and c.leads), None)
        titled = next((h for h in heading if h in BODIES), None)
        body = leading or titled or next((c.body for c in reversed(earlier) if c.own_body), None)
        council = next(
            (m.concept for c in reversed(earlier) for m in reversed(c.things) if m.concept in ("politirad", "beredskapsrad") or m.concept == "anna_organ" and "råd" in m.word),
            None,
        )
        objects = [a.object for c in earlier for a in c.acts if a.object and a.object != "annet"]
        things = [m.concept for c in previous for m in c.things]
        return Context(
            heading=heading,
            body=body,
            council=council,
            subject=things[0] if things else None,
            recent=tuple(m.concept for c in earlier[-4:] for m in c.things),
            last_object=objects[-1] if objects else None,
        )

    # ------------------------------------------------------------------ bodies

    def body(self, reading: Reading, part: Segment, context: Context) -> tuple[str | None, bool]:
        """Whose clause it is, and whether its own words say so."""
        named = list(self._bodies(reading, context))
        before = [b for at, b in named if at < part.end]
        inside = [b for at, b in named if part.start <= at < part.end]
        if inside:
            return inside[0], True
        if before:
            return before[-1], True
        if named:
            return named[0][1], True
        heading = next((h for h in context.heading if h in BODIES), None)
        return context.body or heading, False

    def names_body(self, reading: Reading, part: Segment) -> bool:
        return any(m.concept in BODIES and part.start <= m.start < part.end for m in reading.things)

    def leads(self, reading: Reading, part: Segment, body: str | None) -> bool:
        """Whether the body is what the segment begins with, so that the next sentence may go on
        about it."""
        first = [t.start for t in reading.tokens[part.first : part.last]][:6]
        named = next((m for m in reading.things if m.concept == body and part.start <= m.start), None)
        if named is None or not first or named.start > first[-1]:
            return False
        before = reading.text[part.start : named.start].lower().split()
        return not before or before[-1] not in PREPOSITIONS or before[-1] == "i"

    def _bodies(self, reading: Reading, context: Context) -> Iterator[tuple[int, str]]:
        for token in reading.tokens:
            mention = reading.thing_at(token)
            if mention and mention.concept in BODIES:
                if token.start == mention.start:
                    yield token.start, mention.concept
            elif _MEETING.match(token.text) and not _PLAIN_MEETING.match(token.text):
                yield token.start, "anna_organ"

    # ------------------------------------------------------------------ acts

    def acts(
        self, reading: Reading, part: Segment, context: Context, body: str | None
    ) -> Iterator[tuple[str, str | None, int, int, bool]]:
        """(act, object, start, end, is a noun) for each act of the segment."""
        for mention in reading.acts:
            if not part.start <= mention.start < part.end:
                continue
            name, form = mention.concept.split(":")
            at = next((i for i, t in enumerate(reading.tokens) if t.end > mention.start), None)
            if at is None:
                continue
            noun, weak = form.endswith("nouns"), form.startswith("weak")
            if noun and len([t for t in reading.tokens if t.is_word]) <= 2:
                continue  # "Evaluering": a heading without its mark, or a list of contents
            if noun:
                thing = self._noun_object(reading, part, at, context, body, weak=weak)
            else:
                thing = self._verb_object(reading, part, at, context, body)
            if weak and thing not in _WHOLE and not (thing and thing == context.last_object == "avtale"):
                if thing is None or noun:
                    continue
            yield name, thing or self._default(context, body, name), mention.start, mention.end, noun
        yield from self._phrases(reading, part, context, body)

    def _phrases(
        self, reading: Reading, part: Segment, context: Context, body: str | None
    ) -> Iterator[tuple[str, str | None, int, int, bool]]:
        for name, act in self._vocabulary.acts.items():
            for pattern in act.phrases:
                for match in pattern.finditer(reading.text):
                    if not part.start <= match.start() < part.end:
                        continue
                    inside = [m.concept for m in reading.things if match.start() <= m.start < match.end()]
                    whole = next((c for c in _WHOLE if c in inside), None)
                    if name != "evaluere":
                        whole = self._agreement_near(reading, match.start(), match.end(), context, name)
                    if whole:
                        yield name, whole, match.start(), match.end(), True

    def _agreement_near(self, reading: Reading, start: int, end: int, context: Context, act: str) -> str | None:
        """Whether a phrase of revision is about the agreement: named in it or just before it, or
        meant by a pronoun in it."""
        near = [m.concept for m in reading.things if start - 30 <= m.start < end + 15]
        if "avtale" in near:
            return "avtale"
        if near and act == "revidere":
            return None
        lone = next((t.text for t in reading.tokens if start - 12 <= t.start < end and t.text in ("den", "ho", "han", "denne", "de", "dei", "dem")), None)
        found = _antecedent(lone, context) if lone else None
        return "avtale" if found == "avtale" or (act == "forlenge" and not near) else None

    def _verb_object(self, reading: Reading, part: Segment, at: int, context: Context, body: str | None) -> str | None:
        tokens_ = reading.tokens
        word = tokens_[at].text
        passive = word.endswith(("s", "ast", "est"))
        if not passive and word.endswith(("t", "te", "a", "e")):
            passive = any(t.text in _BECOMES for t in tokens_[max(part.first, at - 8) : at]) and not word.endswith("ere")
        if passive:
            span = subject(tokens_, part, at)
            if span is None:
                return context.subject
            return self._phrase_head(reading, *span, context, body, agent=False)
        first = at + 1
        while first < part.last and (not tokens_[first].is_word or tokens_[first].text in ("også", "òg", "årlig", "jevnlig", "jamleg", "løpende", "ikke", "ikkje", "selv", "sjølv", "regelmessig", "årleg")):
            first += 1
        if first >= part.last:
            return None
        if tokens_[first].text in PREPOSITIONS:
            return None
        return self._phrase_head(reading, first, part.last, context, body, agent=False)

    def _noun_object(
        self, reading: Reading, part: Segment, at: int, context: Context, body: str | None, *, weak: bool
    ) -> str | None:
        tokens_ = reading.tokens
        word = tokens_[at].text
        for prefix, concept in (("avtale", "avtale"), ("samarbeids", "samarbeid"), ("politiråds", "politirad"), ("råds", "politirad"), ("øvelses", "ovelse"), ("øvings", "ovelse"), ("slt", "slt"), ("prosjekt", "prosjekt"), ("tiltaks", "tiltak"), ("hendelses", "hendelse"), ("hendings", "hendelse"), ("plan", "plan")):  # fmt: skip
            if word.startswith(prefix):
                return concept
        for i in range(at + 1, min(at + 5, part.last)):
            if tokens_[i].text == "etter" and i + 1 < part.last and not _TIME.match(tokens_[i + 1].text):
                return self._phrase_head(reading, i + 1, part.last, context, body, agent=False)
            if (tokens_[i].text in ("av", "for", "på") or (tokens_[i].text == "i" and weak)) and i + 1 < part.last:
                return self._phrase_head(reading, i + 1, part.last, context, body, agent=False)
            if tokens_[i].text in (",", ".") or tokens_[i].text in MODALS:
                break
        if at > part.first:
            owner = reading.thing_at(tokens_[at - 1])
            if owner and (owner.word.endswith("s") or tokens_[at - 1].text in ("si", "sin", "sitt")):
                return owner.concept
        span = subject(tokens_, part, at)
        if span is None:
            return None
        head = self._phrase_head(reading, *span, context, body, agent=True)
        return None if head == "annet" else head

    def _phrase_head(
        self, reading: Reading, first: int, last: int, context: Context, body: str | None, *, agent: bool
    ) -> str | None:
        """The concept of the noun phrase that begins at `first`: of its best conjunct, resolved
        if it is a pronoun; "annet" for a noun that the vocabulary does not know."""
        tokens_ = reading.tokens
        start, end = core(tokens_, first, last)
        words = [t for t in tokens_[start:end] if t.is_word]
        if not words:
            return None
        if len(words) == 1 and words[0].text in PRONOUNS:
            return _antecedent(words[0].text, context)
        heads: list[str] = []
        conjunct: list[Token] = []
        for token in [*words, None]:
            if token is not None and token.text not in ("og", "eller", "samt"):
                conjunct.append(token)
                continue
            if conjunct:
                heads.append(self._head(reading, conjunct, context, body))
            conjunct = []
        if heads and heads[0] == "avtale" and self._of_another_kind(reading, end):
            return "anna_avtale"
        if agent:
            heads = [h for h in heads if h not in _AGENTS]
        if not heads:
            return None
        return next((w for w in _WHOLE if w in heads), heads[0])

    def _of_another_kind(self, reading: Reading, end: int) -> bool:
        """ "Avtalen om leie av kontorer" is not this agreement."""
        rest = [t.text for t in reading.tokens[end : end + 6]]
        return bool(rest) and rest[0] == "om" and not any(re.match(r"politi|samarbeid|kommune|tjenestetilbud|tenestetilbod|lokal", w) for w in rest)

    def _head(self, reading: Reading, words: Sequence[Token], context: Context, body: str | None) -> str:
        owned = any(w.text in _OWN for w in words)
        if len(words) > 1 and words[-1].text in _OWN:  # "arbeidet sitt"
            words = words[:-1]
        mentions = [m for m in (reading.thing_at(w) for w in words) if m]
        last = words[-1]
        if _WORK.match(last.text) and not (mentions and reading.thing_at(last)):
            if mentions:
                return mentions[-1].concept
            heading = next((h for h in context.heading if h in ("politirad", "slt", "politikontakt")), None)
            if owned:
                return body or heading or "samarbeid"
            return heading or "samarbeid"
        if not mentions:
            if last.text in ("ordningen", "ordninga"):
                return "politikontaktordning" if "politikontakt" in (*context.heading, *context.recent) else "tiltak"
            return "annet"
        mention = mentions[-1]
        if reading.thing_at(last) is None and last.text not in ("sin", "sitt", "si", "sine", "selv", "sjølv"):
            # "avtalens tiltaksdel", "politirådets handlingskort": the possessor is not the thing
            if mention.word.endswith("s") and not _ATTACHED.match(last.text):
                return "annet"
        if mention.concept == "tiltak" and mention.word in ("ordningen", "ordninga") and "politikontakt" in (*context.heading, *context.recent):
            return "politikontaktordning"
        if mention.concept == "politikontakt" and mention.word.startswith("politikontaktordning"):
            return "politikontaktordning"
        return mention.concept

    def _default(self, context: Context, body: str | None, act: str) -> str:
        """What an act without a named object is about: the heading's thing, what the act before it
        was about, else the agreement."""
        heading = next((h for h in context.heading if h not in ("avtale", "samarbeid", "politirad", "anna_organ")), None)
        if context.last_object:
            return context.last_object
        return heading or ("samarbeid" if act == "evaluere" else "avtale")

    # ------------------------------------------------------------------ force

    def force(self, text: str, part: Segment, reading: Reading) -> Force:
        """How binding the segment is as a whole; `act_force` narrows it to one act."""
        words = text[part.start : part.end]
        if _DEFERRED.search(words):
            return "deferred"
        if _NEGATED.search(words):
            return "negated"
        return "optional" if self._is_optional(text, words) else "commits"

    def act_force(self, text: str, part: Segment, start: int, *, noun: bool) -> Force:
        """How binding the act at `start` is: a negation counts only between the same commas, and
        what is told as done ("ble evaluert", "erfaringene fra evalueringen") is past."""
        words = text[part.start : part.end]
        if _DEFERRED.search(words):
            return "deferred"
        begin = max(text.rfind(sign, part.start, start) for sign in ",:;") + 1 or part.start
        end = min((i for sign in ",:;" if (i := text.find(sign, start)) >= 0), default=part.end)
        if _NEGATED.search(text[max(begin, part.start) : min(end, part.end)]):
            return "negated"
        if self._is_past(text, max(begin, part.start), start, noun=noun):
            return "past"
        return "optional" if self._is_optional(text, words) else "commits"

    @staticmethod
    def _is_optional(text: str, words: str) -> bool:
        if re.match(r"\W*alternativ\w*\s+[a-z0-9]\b", text, re.I):
            return True
        return bool(_OPTIONAL.search(words)) and not re.search(r"\b(?:skal|må|bør|plikter)\b", words)

    @staticmethod
    def _is_past(text: str, begin: int, start: int, *, noun: bool) -> bool:
        before, word = text[begin:start], re.match(r"\w*", text[start:])
        if noun:
            if re.search(r"\b(?:fra|frå)\s+(?:den |siste |forrige |førre )*$", before):
                return True
            return bool(_PAST.search(before)) and not _OBLIGES.search(before)
        form = word.group().lower() if word else ""
        if form.endswith(("s", "st", "er", "ar", "re", "ra")) or _OBLIGES.search(before):
            return False
        # "en revidert utgave" is done too: a participle that nothing makes a passive
        if _ATTRIBUTIVE.search(before):
            return True
        return bool(_PAST.search(before)) or not _BECOMES & set(before.lower().split())


def _antecedent(pronoun: str, context: Context) -> str | None:
    """What a pronoun at the head of a phrase stands for."""
    candidates = [c for c in (context.subject, *reversed(context.recent), *context.heading) if c]
    if pronoun in ("det", "dette"):
        return next((c for c in candidates if c in _NEUTER), None)
    if pronoun in ("de", "dei", "disse", "desse"):
        return candidates[0] if candidates else None
    return next((c for c in candidates if c not in _NEUTER), "avtale")
