"""Agreement → Clauses: for every stretch with a verb, whose it is, what is done, to what, how often
or when, and how binding. Most mistakes of a keyword checker are mistakes of this binding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple, TypeVar

from agreementlint.binding.bodies import body as body_of
from agreementlint.binding.bodies import leads, names_body
from agreementlint.binding.context import COUNCILS, Context, objects_of, resolved
from agreementlint.binding.force import segment_force
from agreementlint.binding.grammar import PREPOSITIONS, Segment, segments
from agreementlint.binding.moments import Moment, moments
from agreementlint.binding.objects import acts
from agreementlint.binding.words import BODIES, Act, Force, Mention, Reading, read
from agreementlint.model import Date, Duration, Frequency, Period, Sentence, Span
from agreementlint.norwegian.dates import dates, durations, periods
from agreementlint.norwegian.frequencies import frequencies
from agreementlint.structure import Agreement
from agreementlint.vocabulary import vocabulary

_UNTICKED = re.compile(r"[☐□❏]\s*[^☐□❏☒☑■|\n]*")
"""A box that is not ticked, with its words: a form says nothing by it."""

_LABEL = re.compile(
    r"^\s*(?:§\s*)?(?:\d+(?:[.-]\d+)+[.)]?|\(\d+\)|\(?[a-zæøåA-ZÆØÅ]\)|\d+\)"
    r"|\d+\.(?=\s+[A-ZÆØÅ«]))\s+(?!\d)"
)
"""What numbers a sentence: "10.2", "(2)", "a)", "§ 3-1". It is no word of it."""

_YES_OR_NO = re.compile(r"\W*(?:skal|bør|kan|må|vil|er|blir|vert|har)\b", re.IGNORECASE)
_YES = re.compile(r"\W*(?:ja|jo)\b", re.IGNORECASE)
"""A question that says nothing until it is answered."""

Quantity = TypeVar("Quantity", Frequency, Duration, Date, Period, Moment)


@dataclass(frozen=True, slots=True)
class Clause:
    """One segment of an operative sentence. `span` is the whole sentence in the document (so that
    evidence reads well); `text` are its words with recognition slips mended, and all other offsets
    (`start`, `end`, those of acts, things and quantities) are into `text`."""

    span: Span
    sentence: int
    section: int
    text: str
    start: int
    end: int
    kind: str
    body: str | None = None
    own_body: bool = False
    leads: bool = False
    acts: tuple[Act, ...] = ()
    things: tuple[Mention, ...] = ()
    topics: tuple[str, ...] = ()
    force: Force = "commits"
    frequencies: tuple[Frequency, ...] = ()
    durations: tuple[Duration, ...] = ()
    dates: tuple[Date, ...] = ()
    periods: tuple[Period, ...] = ()
    moments: tuple[Moment, ...] = ()
    lead: int | None = None

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


class _Quantities(NamedTuple):
    """How often, how long and when a sentence says that something is."""

    frequencies: Sequence[Frequency]
    durations: Sequence[Duration]
    dates: Sequence[Date]
    periods: Sequence[Period]
    moments: Sequence[Moment]


def _quantities(text: str) -> _Quantities:
    found = frequencies(text), durations(text), dates(text), periods(text), moments(text)
    return _Quantities(*found)


def clauses(agreement: Agreement) -> tuple[Clause, ...]:
    """The clauses of all operative sentences, in document order."""
    found: list[Clause] = []
    for index in agreement.operative:
        found += _clauses_of(agreement, index, found)
    return tuple(found)


def asked(agreement: Agreement, answers: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of headings that are questions with operative text below: what an answer may
    leave out ("Når skal avtalen revideres? – Halvveis i perioden."). `answers` are those of the
    operative sentences."""
    found: list[Clause] = []
    answered = {c.section for c in answers}
    for index, sentence in enumerate(agreement.sentences[:-1]):
        if sentence.aside == "heading" and sentence.section in answered:
            question = agreement.text_of(sentence.span).strip()
            open_ = _YES_OR_NO.match(question) and not _YES.match(
                agreement.text_of(agreement.sentences[index + 1].span)
            )
            if question.endswith("?") and not open_:
                found += _clauses_of(agreement, index, [c for c in answers if c.sentence < index])
    return tuple(found)


def body_at(clause: Clause, at: int) -> str | None:
    """Whose the words at this offset are: the body named last before them in the clause, else the
    clause's."""
    before = [m.concept for m in clause.things if m.concept in BODIES and m.start < at]
    return before[-1] if before else clause.body


def find(
    among: Iterable[Clause],
    *,
    act: Sequence[str] = (),
    object: Sequence[str] = (),
    body: Sequence[str] = (),
    topic: Sequence[str] = (),
    force: Sequence[str] = ("commits",),
) -> tuple[Clause, ...]:
    """The clauses in which all that is asked holds; an empty list asks nothing."""

    def fits(clause: Clause) -> bool:
        if body and clause.body not in body:
            return False
        if topic and not set(topic) & set(clause.topics):
            return False
        if act or object:
            return any(
                (not act or a.name in act)
                and (not object or a.object in object)
                and (not force or a.force in force)
                for a in clause.acts
            )
        return not force or clause.force in force

    return tuple(c for c in among if fits(c))


def _clauses_of(agreement: Agreement, index: int, before: Sequence[Clause]) -> list[Clause]:
    sentence = agreement.sentences[index]
    words = _UNTICKED.sub(_blank, agreement.text_of(sentence.span))
    words = _LABEL.sub(_blank, words, count=1)
    text = vocabulary().respelled(words)
    context = _context(agreement, index, before)
    reading = resolved(read(text), context)
    said = _quantities(reading.text)
    made: list[Clause] = []
    for part in segments(reading.tokens):
        whose, own = body_of(reading, part, context)
        if part.kind == "main" and part.parent is not None and not names_body(reading, part):
            whose = made[part.parent].body  # ", som …, møtes": the main clause's subject goes on
        done = acts(reading, part, context, whose)
        made.append(_clause(index, sentence, reading, part, whose, own, done, said))
        context = context.after(reading, part, done)
    return made


def _blank(found: re.Match[str]) -> str:
    """As many spaces, so that no offset changes."""
    return " " * len(found.group())


def _clause(
    index: int, sentence: Sentence, reading: Reading, part: Segment, whose: str | None, own: bool,
    done: tuple[Act, ...], said: _Quantities,
) -> Clause:  # fmt: skip
    """One segment of the sentence; `said` are the quantities of the whole."""
    text = reading.text

    def inside(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
        return tuple(q for q in quantities if part.start <= q.span.start < part.end)

    return Clause(
        span=sentence.span,
        sentence=index,
        section=sentence.section,
        text=text,
        start=part.start,
        end=part.end,
        kind=sentence.kind,
        body=whose,
        own_body=own,
        leads=own and leads(reading, part, whose),
        acts=done,
        things=reading.things_in(part.start, part.end),
        topics=tuple(
            sorted({m.concept for m in reading.topics if part.start <= m.start < part.end})
        ),
        force=segment_force(text, part),
        frequencies=inside(said.frequencies),
        durations=inside(said.durations),
        dates=inside(said.dates),
        periods=inside(said.periods),
        moments=inside(said.moments),
        lead=sentence.lead,
    )


def _context(agreement: Agreement, index: int, before: Sequence[Clause]) -> Context:
    """What the sentence at `index` may refer back to: its headings, and the sentences before it in
    the same section; a bullet refers to its lead."""
    sentence = agreement.sentences[index]
    heading = tuple(c for t in agreement.titles(sentence.section) for c in _concepts(t))
    # the clauses of a section stand together, and a lead stands in the section that it leads
    near = takewhile(lambda c: c.section == sentence.section, reversed(before))
    earlier = list(near)[::-1]
    earlier = [c for c in earlier if c.sentence == sentence.lead] or earlier
    previous = [c for c in earlier if c.sentence == earlier[-1].sentence]
    leading = next((c.body for c in reversed(earlier) if c.own_body and c.leads), None)
    titled = next((h for h in heading if h in BODIES), None)
    spoken = next((c.body for c in reversed(earlier) if c.own_body), None)
    named = [(c, m) for c in previous for m in c.things]
    free = [m.concept for c, m in named if not _is_governed(c.text, m.start)]
    things = free or [m.concept for _, m in named]
    return Context(
        heading=heading,
        body=leading or titled or spoken,
        council=next((c for c in _councils(earlier)), None),
        subject=things[0] if things else None,
        recent=tuple(m.concept for c in earlier[-4:] for m in c.things),
        objects=tuple(pair for c in earlier if c.acts for pair in objects_of(c.acts)),
    )


def _is_governed(text: str, at: int) -> bool:
    """ "Til avtalen hører en plan": what begins the sentence behind a preposition is no subject."""
    return text[:at].lower().strip() in PREPOSITIONS


@lru_cache(maxsize=1000)
def _concepts(title: str) -> tuple[str, ...]:
    return tuple(m.concept for m in read(title).things)


def _councils(earlier: Sequence[Clause]) -> Iterable[str]:
    """The councils mentioned, the last first."""
    for clause in reversed(earlier):
        for mention in reversed(clause.things):
            denied = clause.force == "negated"  # "Noe eget råd har vi ikke"
            if mention.concept in COUNCILS or (
                mention.concept == "anna_organ" and "råd" in mention.word and not denied
            ):
                yield mention.concept


__all__ = ["Act", "Clause", "Force", "Mention", "asked", "body_at", "clauses", "find"]
