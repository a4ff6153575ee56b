"""Statements → who works with the kommune and the police beyond the politiråd: SLT, and business
and voluntary organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agreementlint.facts.statements import Statement
from agreementlint.model import Fact, Span
from agreementlint.vocabulary import wording

_SLT = wording("slt", "slt")
_EQUIVALENT = wording("slt", "equivalent")
_NO_SLT = wording("slt", "no_slt")
_BUT_SLT = wording("slt", "but_slt")
_CONSIDERED = wording("slt", "considered")
_OF_ANOTHER = wording("slt", "of_another")
_SHARED = wording("slt", "shared")
_ORGANISATION = wording("medvirkning", "organisation")
_INVOLVED = wording("medvirkning", "involved")
_INFORMED = wording("medvirkning", "informed")
_TOLD_TO = wording("medvirkning", "told_to")
_CONTROLLED = wording("medvirkning", "controlled")
_NEEDED = wording("medvirkning", "needed")
_RECEIVES = wording("medvirkning", "receives")
_WANTS_TO_KNOW = wording("medvirkning", "wants_to_know")
_TAKEN_ALONG = wording("medvirkning", "taken_along")
_ONLY_OBJECT = wording("medvirkning", "only_object")
_OPTION = wording("medvirkning", "option")
_OBLIGES = wording("medvirkning", "obliges")
_MAY_COME = wording("medvirkning", "may_come")
_NEGATED = wording("medvirkning", "negated")
_ENDED = wording("medvirkning", "ended")
_WAS = wording("medvirkning", "was")
_STILL = wording("medvirkning", "still")
_REASON = re.compile(r",\s+(?:for|fordi|sidan|siden|ettersom|slik at|så)\b.*", re.I | re.S)
_PARTNERS = wording("medvirkning", "partners")
_THEY_TOO = wording("medvirkning", "they_too")


def slt(said: Sequence[Statement]) -> Fact:
    """Whether SLT or an equivalent coordination is tied to the cooperation. States: "tied",
    "none" (the kommune has no SLT), "planned" (only thought of), "absent"."""
    without = [s for s in said if _has_none(s.text)]
    tied: list[Statement] = []
    planned: list[Span] = []
    for statement in (s for s in said if s not in without):
        named = _SLT.search(statement.text) or _EQUIVALENT.search(statement.text)
        if named is None or _is_of_another(statement.text):
            continue
        part = statement.part_at(named.start())
        if part.force == "deferred" or _CONSIDERED.search(part.words):
            planned.append(statement.span)
        elif not without or not _SLT.search(statement.text):
            tied.append(statement)
    if tied:
        to_council = sorted(tied, key=lambda s: not any(f == "council" for _, f in s.named))
        return Fact(state="tied", evidence=_first(s.span for s in to_council))
    if without:
        return Fact(state="none", evidence=_first(s.span for s in without))
    return Fact(state="planned", evidence=_first(planned)) if planned else Fact()


def _has_none(text: str) -> bool:
    """Whether a sentence says that the kommune has no SLT, and does not go on to say where it
    takes part in it instead."""
    return bool(_SLT.search(text) and _NO_SLT.search(text) and not _BUT_SLT.search(text))


def _is_of_another(text: str) -> bool:
    """Whether the coordination is that of another kommune, and not shared with it."""
    return bool(_OF_ANOTHER.search(text)) and not _SHARED.search(text)


def civil_society(said: Sequence[Statement]) -> Fact:
    """Whether business, voluntary organisations or civil society take part. States: "involved"
    (an aim, an invitation or a contact point is enough), "optional" (somebody may take them
    along, or not), "refused" (said not to take part), "informed" (they only receive something),
    "absent"."""
    found: dict[str, list[Span]] = {}
    before: Statement | None = None  # the sentence before, if it names somebody who may take part
    asked = ""  # the sentence before, if it is a question
    for statement in said:
        organisation = _organisation(statement.text)
        state: str | None = None
        spans: tuple[Span, ...] = (statement.span,)
        if organisation:
            state = _part_of(statement, organisation, asked)
        elif before and _THEY_TOO.match(statement.text):
            state = "involved" if _INVOLVED.search(statement.text) else None
            spans = (before.span, statement.span)
        if state:
            found.setdefault(state, []).extend(spans)
        before = statement if organisation and state != "refused" else None
        asked = statement.text if statement.text.rstrip().endswith("?") else ""
    for best in ("involved", "optional", "refused", "informed"):
        if best in found:
            return Fact(state=best, evidence=_first(found[best]))
    return Fact()


def _organisation(text: str) -> re.Match[str] | None:
    """The first organisation in a sentence that is more than a place or under control."""
    for named in _ORGANISATION.finditer(text):
        before, behind = text[: named.start()], text[named.end() :]
        if not _ONLY_OBJECT.search(before) and not _CONTROLLED.match(behind):
            return named
    return None


def _part_of(statement: Statement, organisation: re.Match[str], asked: str) -> str | None:
    """What part the organisation has, by the state that `civil_society` names; None for none.
    `asked` is the question that the statement answers, or ""."""
    text = statement.text
    part = statement.part_at(organisation.start())
    if _ENDED.search(text) or (_WAS.search(text) and not _STILL.search(text)):
        return None
    kept = _REASON.sub("", part.words)
    denied = _NEGATED.search(kept if organisation.group() in kept else part.words)
    taken_along = any(_INVOLVED.search(p.words) for p in statement.parts if p is not part)
    if denied and not taken_along:
        return "involved" if _NEEDED.search(text[: organisation.start()]) else "refused"
    if _TOLD_TO.search(text) or _only_hears(text, organisation):
        return "informed"
    if not _is_involved(statement, organisation, asked):
        return "informed" if _INFORMED.search(text) else None
    optional = _OPTION.search(text) and not (_OBLIGES.search(text) or _MAY_COME.search(text))
    return "optional" if optional else "involved"


def _only_hears(text: str, organisation: re.Match[str]) -> bool:
    """Whether the organisation gets a paper or wants to know, and nothing more."""
    if _TAKEN_ALONG.search(text):
        return False
    return bool(_RECEIVES.search(text[: organisation.start()]) or _WANTS_TO_KNOW.search(text))


def _is_involved(statement: Statement, organisation: re.Match[str], asked: str) -> bool:
    """Whether somebody is taken along in a statement; a list takes its verb from lead or title, a
    cell of a table from the head of its column, an answer from its question."""
    around = [statement.text, asked]
    around += [t for t in statement.titles[:1] if t.endswith("?") or _PARTNERS.search(t)]
    if statement.kind != "text":
        around += [statement.led, *statement.titles[:1], _head_above(statement, organisation)]
    listed = statement.kind in ("bullet", "row") and statement.forum == "council"
    return listed or any(_INVOLVED.search(words) for words in around)


def _head_above(statement: Statement, organisation: re.Match[str]) -> str:
    """The head of the column that the organisation stands in, "" outside a table."""
    column = statement.text.count("|", 0, organisation.start())
    return dict(enumerate(statement.header.split("|"))).get(column, "")


def _first(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))[:2]
