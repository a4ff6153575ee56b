"""Statements → the papers of the politiråd's meetings: an agenda beforehand, minutes afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Forum, Statement
from agreementlint.model import Fact
from agreementlint.norwegian.caseless import Caseless
from agreementlint.vocabulary import wording

_AGENDA = wording("motepapir", "agenda")
_CASES = wording("motepapir", "cases")
_CASES_SENT = wording("motepapir", "cases_sent")
_NOTICE = wording("motepapir", "notice")
_PREPARED = wording("motepapir", "prepared")
_SENT = wording("motepapir", "sent")
_CALLED_IN_WRITING = wording("motepapir", "called_in_writing")
_MINUTES = wording("motepapir", "minutes")
_KEPT = wording("motepapir", "kept")
_DECISIONS_WRITTEN = wording("motepapir", "decisions_written")
_ORAL = wording("motepapir", "oral")
_NEGATED = wording("motepapir", "negated")
_OTHER_MEETING = wording("motepapir", "other_meeting")
_OTHER_MEETING_BEFORE = wording("motepapir", "other_meeting_before")
_MEETING = wording("motepapir", "meeting")

_NEARBY = 45
"""Characters: how far behind a paper its meeting is named."""


def agenda(said: Sequence[Statement]) -> Fact:
    """Whether a written agenda, notice or case list is made for meetings of the politiråd.
    States: "written", "other" (only for other meetings), "absent"."""
    found = [
        *_with(said, _AGENDA, _PREPARED),
        *_with(said, _CASES, _CASES_SENT),
        *_with(said, _NOTICE, _SENT),
        *_with(said, _CALLED_IN_WRITING, _CALLED_IN_WRITING),
    ]
    return _of_council(found)


def minutes(said: Sequence[Statement]) -> Fact:
    """Whether minutes are written of meetings of the politiråd. States: "written", "other" (only
    of other meetings), "negated" (said not to be kept), "absent"."""
    found = _of_council(
        [
            *_with(said, _MINUTES, _KEPT),
            *_with(said, _DECISIONS_WRITTEN, _DECISIONS_WRITTEN),
        ]
    )
    if found.state == "written":
        return found
    denied = [
        s.span
        for s in said
        if s.forum != "other" and (m := _MINUTES.search(s.text)) and _denied(s, m)
    ]
    return Fact(state="negated", evidence=tuple(denied[:1])) if denied else found


def _of_council(found: Sequence[tuple[Statement, Forum | None]]) -> Fact:
    own = [s.span for s, forum in found if forum == "council"]
    if own:
        return Fact(state="written", evidence=distinct(own)[:2])
    others = [s.span for s, forum in found if forum == "other"]
    return Fact(state="other", evidence=distinct(others)[:2]) if others else Fact()


def _with(
    said: Sequence[Statement], paper: Caseless, done: Caseless
) -> Iterator[tuple[Statement, Forum | None]]:
    """Statements in which a paper is made, with the forum whose it is."""
    for statement in said:
        match = paper.search(statement.text)
        if (
            match is None
            or not done.search(statement.text)
            or _denied(statement, match)
            or _ORAL.search(statement.text)
        ):
            continue
        part = statement.part_at(match.start())
        if part.force in ("optional", "deferred") and not any(
            p.force == "commits" for p in statement.parts
        ):
            continue
        yield statement, _owner(said, statement, match)


def _owner(said: Sequence[Statement], statement: Statement, paper: re.Match[str]) -> Forum | None:
    """Whose paper it is: the meeting named after it in "referat fra gruppens møter", else the
    forum named before, else the only one that the section knows of."""
    behind = statement.text[paper.end() :]
    for at, forum in statement.named:
        if paper.end() <= at <= paper.end() + _NEARBY and re.search(
            r"\b(?:fra|frå|for|i|av|til|på|før)\b", statement.text[paper.end() : at]
        ):
            return forum
    before = statement.text[: paper.start()]
    own_named = any(at < paper.start() and forum == "council" for at, forum in statement.named)
    if _OTHER_MEETING.search(behind[:_NEARBY]):
        return "other"
    if _OTHER_MEETING_BEFORE.search(before) and not own_named:
        return "other"
    return statement.forum_at(paper.start()) or _of_section(said, statement)


def _of_section(said: Sequence[Statement], statement: Statement) -> Forum | None:
    """The politiråd, where a section on meetings names no forum and the agreement knows none but
    the politiråd so far."""
    known = {forum for s in said for _, forum in s.named if s.span.start <= statement.span.start}
    meets = any(_MEETING.search(s.text) for s in said if s.section == statement.section)
    return "council" if meets and known == {"council"} else None


def _denied(statement: Statement, paper: re.Match[str]) -> bool:
    """Whether a negation stands beside the paper, within its clause."""
    part = statement.part_at(paper.start())
    near = statement.text[max(part.start, paper.start() - 30) : min(part.end, paper.end() + 25)]
    return bool(_NEGATED.search(near))
