"""Statements → the papers of politiråd meetings: whether an agenda goes out, and any minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.model import Fact
from agreementlint.norwegian.caseless import Caseless
from agreementlint.vocabulary import wording

_AGENDA = wording("motepapir", "agenda")
_NOTICE = wording("motepapir", "notice")
_PREPARED = wording("motepapir", "prepared")
_SENT = wording("motepapir", "sent")
_CALLED_IN_WRITING = wording("motepapir", "called_in_writing")
_MINUTES = wording("motepapir", "minutes")
_KEPT = wording("motepapir", "kept")
_ORAL = wording("motepapir", "oral")
_NEGATED = wording("motepapir", "negated")


def agenda(said: Sequence[Statement]) -> Fact:
    """Whether a written agenda, notice or case list is made for meetings of the politiråd.
    States: "written", "other" (only for other meetings), "absent"."""
    found = [
        *_with(said, _AGENDA, _PREPARED),
        *_with(said, _NOTICE, _SENT),
        *_with(said, _CALLED_IN_WRITING, _CALLED_IN_WRITING),
    ]
    return _of_council(found, "written")


def minutes(said: Sequence[Statement]) -> Fact:
    """Whether minutes are written of meetings of the politiråd. States: "written", "other" (only
    of other meetings), "negated" (said not to be kept), "absent"."""
    found = _of_council(list(_with(said, _MINUTES, _KEPT)), "written")
    if found.state == "written":
        return found
    denied = [
        s.span
        for s in said
        if s.forum != "other" and (m := _MINUTES.search(s.text)) and _denied(s, m)
    ]
    return Fact(state="negated", evidence=tuple(denied[:1])) if denied else found


def _of_council(found: Sequence[tuple[Statement, int]], state: str) -> Fact:
    own = [s.span for s, at in found if s.forum_at(at) == "council"]
    if own:
        return Fact(state=state, evidence=distinct(own)[:2])
    others = [s.span for s, at in found if s.forum_at(at) == "other"]
    return Fact(state="other", evidence=distinct(others)[:2]) if others else Fact()


def _with(
    said: Sequence[Statement], paper: Caseless, done: Caseless
) -> Iterator[tuple[Statement, int]]:
    """Statements in which a paper is made, with the offset that tells whose it is."""
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
        yield statement, _owner(statement, match)


def _owner(statement: Statement, paper: re.Match[str]) -> int:
    """Where the paper's forum is named: after it in "referat fra gruppens møter", else before."""
    for at, _ in statement.named:
        if paper.end() <= at <= paper.end() + 45 and re.search(
            r"\b(?:fra|frå|for|i|av|til|på|før)\b", statement.text[paper.end() : at]
        ):
            return at
    return paper.start()


def _denied(statement: Statement, paper: re.Match[str]) -> bool:
    """Whether a negation stands beside the paper, within its clause."""
    part = statement.part_at(paper.start())
    near = statement.text[max(part.start, paper.start() - 30) : min(part.end, paper.end() + 25)]
    return bool(_NEGATED.search(near))
