"""Agreement → Clauses: for every stretch with a verb, whose it is, what is done, to what, how often
or when, and how binding. Most mistakes of a keyword checker are mistakes of this binding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from agreementlint.grammar import Segment, Token, segments
from agreementlint.model import Date, Duration, Frequency, Period, Sentence, Span
from agreementlint.norwegian.dates import dates, durations, periods
from agreementlint.norwegian.frequencies import frequencies
from agreementlint.norwegian.moments import Moment, moments
from agreementlint.norwegian.mending import mended
from agreementlint.objects import BODIES, Finder, Mention
from agreementlint.structure import Agreement
from agreementlint.vocabulary import vocabulary

Force = Literal["commits", "optional", "negated", "deferred", "past"]


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, and to what. `object` is a concept of the vocabulary's things, "annet" for a
    thing that the vocabulary does not know, or None; `weak` acts count only with a fit object."""

    name: str
    object: str | None
    force: Force
    start: int
    end: int
    noun: bool = False


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


def clauses(agreement: Agreement) -> tuple[Clause, ...]:
    """The clauses of all operative sentences, in document order."""
    finder = _finder()
    found: list[Clause] = []
    for i in agreement.operative:
        found += _clauses_of(agreement, i, agreement.sentences[i], finder, found)
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
                (not act or a.name in act) and (not object or a.object in object) and (not force or a.force in force)
                for a in clause.acts
            )
        return not force or clause.force in force

    return tuple(c for c in among if fits(c))


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder(vocabulary())


def _clauses_of(
    agreement: Agreement, index: int, sentence: Sentence, finder: Finder, before: Sequence[Clause]
) -> list[Clause]:
    text = mended(agreement.text_of(sentence.span), vocabulary().known)
    reading = finder.read(text)
    context = finder.context(agreement, index, before)
    reading = finder.resolved(reading, context)
    quantities = (frequencies(text), durations(text), dates(text), periods(text), moments(text))
    made: list[Clause] = []
    parts = segments(reading.tokens)
    for part in parts:
        inside = [[q for q in qs if part.start <= q.span.start < part.end] for qs in quantities]
        force = finder.force(text, part, reading)
        body, own = finder.body(reading, part, context)
        if part.kind == "main" and part.parent is not None and not finder.names_body(reading, part):
            body = made[part.parent].body  # ", som …, møtes": the subject of the main clause goes on
        acts = tuple(
            Act(name, thing, finder.act_force(text, part, start, noun=noun), start, end, noun)
            for name, thing, start, end, noun in finder.acts(reading, part, context, body)
        )
        made.append(
            Clause(
                span=sentence.span, sentence=index, section=sentence.section, text=text,
                start=part.start, end=part.end, kind=sentence.kind, body=body, own_body=own, leads=own and finder.leads(reading, part, body),
                acts=acts, things=tuple(m for m in reading.things if part.start <= m.start < part.end),
                topics=tuple(sorted({m.concept for m in reading.topics if part.start <= m.start < part.end})),
                force=force, frequencies=tuple(inside[0]), durations=tuple(inside[1]),
                dates=tuple(inside[2]), periods=tuple(inside[3]), moments=tuple(inside[4]),
                lead=sentence.lead,
            )  # fmt: skip
        )
        context = context.after(reading, part, acts)
    return made


__all__ = ["Act", "Clause", "Mention", "Segment", "Token", "clauses", "find"]
