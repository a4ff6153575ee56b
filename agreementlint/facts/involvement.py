"""Statements → who works with the kommune and the police beyond the politiråd: SLT, and business
and voluntary organisations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_SLT = wording("medvirkning", "slt")
_NO_SLT = wording("medvirkning", "no_slt")
_BUT_SLT = wording("medvirkning", "but_slt")
_ENDED_SLT = wording("medvirkning", "ended_slt")
_CONSIDERED = wording("medvirkning", "considered")
_ORGANISATION = wording("medvirkning", "organisation")
_INVOLVED = wording("medvirkning", "involved")
_INFORMED = wording("medvirkning", "informed")
_NEGATED = wording("medvirkning", "negated")
_ELSEWHERE = wording("medvirkning", "elsewhere")


def slt(said: Sequence[Statement]) -> Fact:
    """Whether SLT or an equivalent coordination is tied to the cooperation. States: "tied",
    "none" (the kommune has no SLT), "planned" (only thought of), "absent"."""
    without = [s.span for s in said if _SLT.search(s.text) and _has_none(s.text)]
    if without:
        return Fact(state="none", evidence=_first(without))
    named = [(s, s.part_at(m.start())) for s in said if (m := _SLT.search(s.text))]
    tied = [s for s, p in named if p.force != "deferred" and not _CONSIDERED.search(p.words)]
    if tied:
        to_council = sorted(tied, key=lambda s: not any(f == "council" for _, f in s.named))
        return Fact(state="tied", evidence=_first(s.span for s in to_council))
    return Fact(state="planned", evidence=_first([s.span for s, _ in named])) if named else Fact()


def _has_none(text: str) -> bool:
    """Whether a sentence says that the kommune has no SLT, and does not go on to say where it
    takes part in it instead."""
    without = _NO_SLT.search(text) or _ENDED_SLT.search(text)
    return bool(without and not _BUT_SLT.search(text))


def civil_society(said: Sequence[Statement]) -> Fact:
    """Whether business, voluntary organisations or civil society take part. States: "involved"
    (an aim, an invitation or a contact point is enough), "refused" (said not to take part),
    "informed" (they only receive something), "absent"."""
    involved: list[Span] = []
    refused: list[Span] = []
    informed: list[Span] = []
    for statement in said:
        organisation = _ORGANISATION.search(statement.text)
        if organisation is None or _ELSEWHERE.search(statement.text):
            continue
        part = statement.part_at(organisation.start())
        taken_along = any(_INVOLVED.search(p.words) for p in statement.parts if p is not part)
        if _NEGATED.search(part.words) and not taken_along:
            refused.append(statement.span)
        elif _is_involved(statement):
            involved.append(statement.span)
        elif _INFORMED.search(statement.text):
            informed.append(statement.span)
    for state, spans in (("involved", involved), ("refused", refused), ("informed", informed)):
        if spans:
            return Fact(state=state, evidence=_first(spans))
    return Fact()


def _is_involved(statement: Statement) -> bool:
    """Whether somebody is taken along in a statement; a list takes its verb from lead or title."""
    if statement.kind == "text":
        return bool(_INVOLVED.search(statement.text))
    listed = statement.kind in ("bullet", "row") and statement.forum == "council"
    around = (statement.led, statement.text, *statement.titles[:1])
    return listed or any(_INVOLVED.search(words) for words in around)


def _first(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))[:2]
