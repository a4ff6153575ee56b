"""Statements → the papers of the politiråd's meetings: an agenda beforehand, minutes afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agreementlint.facts.bygone import cites_older_paper, is_bygone
from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Forum, Statement
from agreementlint.model import Fact
from agreementlint.norwegian.caseless import Caseless
from agreementlint.vocabulary import wording

_NEGATED = wording("motepapir", "negated")
_ORAL = wording("motepapir", "oral")
_MINUTES = wording("motepapir", "minutes")
_OTHER_MEETING = wording("motepapir", "other_meeting")
_OTHER_MEETING_BEFORE = wording("motepapir", "other_meeting_before")
_NO = re.compile(r"\W*(?:nei|ingen|inga|ikke|ikkje|det (?:gjør|gjer) \w+ ikk\w+)\b", re.I)
_OTHERS_MEET = wording("motepapir", "others_meet")
_KIND_OF_MEETING = re.compile(r"\b\w{3,}møte(?:r|t|ne|ene|a)?\b", re.IGNORECASE)
_PLAIN_MEETING = wording("binding", "plain_meeting")
_MET_WITH_OTHERS = wording("motepapir", "met_with_others")
_MADE_BY = wording("motepapir", "made_by")
_OF = re.compile(r"\b(?:fra|frå|for|i|av|til|på|før)\b")
_MEETING = wording("motepapir", "meeting")
_BESIDES = wording("motepapir", "besides")
_ANY_MEETING = wording("motepapir", "any_meeting")
_NOTHING = wording("motepapir", "nothing")
_NO_OUTCOME = wording("motepapir", "no_outcome")

_NEARBY = 45
"""Characters: how far behind a paper its meeting is named."""

_PAUSE = re.compile(r"[,:]")
_JOINT = re.compile(r",\s+og\b")
_MAY = re.compile(r"\b(?:kan|kunne|kunna|eventuel\w+|ønskelig|ønskjeleg|ynskjeleg)\b", re.I)
_LAST = 3
"""Statements: how far back "dette møtet" may refer."""

_UNDECIDED = wording("motepapir", "undecided")
_FOR_OUTSIDERS = wording("motepapir", "for_outsiders")
_OF_SOMETHING_ELSE = wording("motepapir", "of_something_else")
_REFERS = wording("motepapir", "refers")
_AT_MEETING = wording("motepapir", "at_meeting")
_AHEAD = wording("motepapir", "ahead")
_HANDED_IN = wording("motepapir", "handed_in")
_HANDED_OUT = wording("motepapir", "handed_out")
_THOSE_MEETINGS = wording("motepapir", "those_meetings")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to tell of a paper: patterns that one sentence must all have, the paper's own first.
    `refers`: what the first is about may stand in the sentence before ("Lista vert send ut …")."""

    paper: Caseless
    also: tuple[Caseless, ...]
    refers: bool = False


def _ways(*ways: str, refers: bool = False) -> tuple[Way, ...]:
    patterns = (tuple(wording("motepapir", name) for name in way.split()) for way in ways)
    return tuple(Way(paper, tuple(also), refers) for paper, *also in patterns)


_OF_AGENDA = _ways(
    "case_list",
    "agenda prepared",
    "cases cases_sent",
    "matters listed before_meeting",
    "matters_told",
    "notice sent",
    "called in_writing",
)
_OF_MATTERS = _ways(
    "matters carrier ahead", "matters conveyed handed_out ahead", "matters drawn_up", refers=True
)
_OF_MINUTES = _ways("minutes")
_OF_OUTCOME = _ways("outcome put_down", refers=True) + _ways("proceedings documented")
_AGENDA_COLUMN = wording("motepapir", "agenda_column")
_MINUTES_COLUMN = wording("motepapir", "minutes_column")


def agenda(said: Sequence[Statement]) -> Fact:
    """Whether a written agenda, notice or case list is made for meetings of the politiråd.
    States: "written", "other" (only for other meetings), "absent"."""
    matters = (found for found in _told(said, _OF_MATTERS) if _goes_out(found[0]))
    return _of_council([*_told(said, _OF_AGENDA), *matters, *_in_column(said, _AGENDA_COLUMN)])


def minutes(said: Sequence[Statement]) -> Fact:
    """Whether minutes are written of meetings of the politiråd. States: "written", "other" (only
    of other meetings), "negated" (said not to be kept), "absent"."""
    outcomes = (
        found for found in _told(said, _OF_OUTCOME) if not _NO_OUTCOME.search(found[0].text)
    )
    found = _of_council([*_told(said, _OF_MINUTES), *outcomes, *_in_column(said, _MINUTES_COLUMN)])
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


def _told(
    said: Sequence[Statement], ways: Sequence[Way]
) -> Iterator[tuple[Statement, Forum | None]]:
    """Statements in which a paper is made, with the forum whose it is."""
    before: Statement | None = None
    for at, statement in enumerate(said):
        for way in ways:
            match = _of_paper(statement, before, way)
            told = match and all(p.search(statement.text) for p in way.also)
            if match and told and _is_real(statement, match) and not _is_refused(said, at):
                yield statement, _owner(said, statement, match)
                break
        before = statement


def _is_refused(said: Sequence[Statement], at: int) -> bool:
    """Whether the next sentence says no: "Hvem skriver referat? Ingen"."""
    answer = said[at + 1].text if at + 1 < len(said) else ""
    return said[at].text.rstrip().endswith("?") and bool(_NO.match(answer))


def _of_paper(statement: Statement, before: Statement | None, way: Way) -> re.Match[str] | None:
    """The words for the paper, or those that refer to it in the sentence before."""
    own = way.paper.search(statement.text)
    if own or not way.refers or before is None or before.section != statement.section:
        return own
    refers = _REFERS.search(statement.text)
    return refers if refers and way.paper.search(before.text) else None


def _goes_out(statement: Statement) -> bool:
    """Whether what is to be dealt with is told to those who meet, and before they do, rather than
    handed in by them."""
    if _AT_MEETING.search(statement.text):
        return False
    ahead = [part.words for part in statement.parts if _AHEAD.search(part.words)]
    told = ahead or [statement.text]
    return any(_HANDED_OUT.search(words) or not _HANDED_IN.search(words) for words in told)


def _is_real(statement: Statement, paper: re.Match[str]) -> bool:
    """Whether the paper is written, and not denied, left open or a thing of the past."""
    if _denied(statement, paper) or _ORAL.search(statement.text):
        return False
    if _FOR_OUTSIDERS.search(statement.text):
        return False
    before, behind = statement.text[: paper.start()], statement.text[paper.end() :]
    if _OF_SOMETHING_ELSE.match(behind) or _UNDECIDED.search(before):
        return False
    part = statement.part_at(paper.start())
    if is_bygone(part.words) or cites_older_paper(statement.text):
        return False
    joint = _JOINT.search(behind)  # "… sender sakliste, og alle kan melde inn saker"
    own = statement.text[part.start : paper.end() + joint.start()] if joint else part.words
    firm = part.force == "optional" and joint and not _MAY.search(own)
    unsure = part.force in ("optional", "deferred") and not firm
    return not unsure or any(part.force == "commits" for part in statement.parts)


def _in_column(
    said: Sequence[Statement], column: Caseless
) -> Iterator[tuple[Statement, Forum | None]]:
    """Rows of a table of meetings with something in the column for the paper."""
    for statement in said:
        heads, cells = _cells(statement.header), _cells(statement.text)
        at = next((i for i, head in enumerate(heads) if column.search(head)), None)
        if statement.kind != "row" or at is None or at >= len(cells) or cells == heads:
            continue
        if re.search(r"\w", cells[at]) and not _NOTHING.search(cells[at]):
            yield statement, _of_row(statement, cells[0])


def _of_row(statement: Statement, first_cell: str) -> Forum | None:
    named = {forum for _, forum in statement.named}
    if "council" in named:
        return "council"
    return "other" if named or _MEETING.search(first_cell) else statement.forum


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _owner(said: Sequence[Statement], statement: Statement, paper: re.Match[str]) -> Forum | None:
    """Whose paper it is: the meeting named after it in "referat fra gruppens møter", else the
    forum named before, else the only one that the section knows of. A forum that only makes the
    paper does not own it."""
    text = statement.text
    owners = [(at, forum) for at, forum in statement.named if not _MADE_BY.search(text[:at])]
    for at, forum in owners:
        if paper.end() <= at <= paper.end() + _NEARBY and _OF.search(text[paper.end() : at]):
            return forum
    before = [forum for at, forum in owners if at <= paper.start()]
    behind = text[paper.end() :][:_NEARBY]
    if _OTHER_MEETING.search(behind):
        return "other"
    if _THOSE_MEETINGS.search(text) and _told_of_others(said, statement):
        return "other"
    told_before = (_OTHER_MEETING_BEFORE, _OTHERS_MEET)
    if any(p.search(text[: paper.start()]) for p in told_before) and "council" not in before:
        return "other"
    if before:
        return before[-1]
    if len(owners) < len(statement.named):
        return _spoken_of(said, statement)
    return statement.forum or _of_section(said, statement)


def _told_of_others(said: Sequence[Statement], statement: Statement) -> bool:
    """Whether the meetings that the section told of last are not those of the politiråd."""
    if _OTHER_MEETING_BEFORE.search(statement.text) and not statement.named:
        return True
    earlier = [s for s in said if s.section == statement.section and s.span < statement.span]
    last = next((s for s in reversed(earlier) if _ANY_MEETING.search(s.text)), None)
    if last is None:
        return False
    named = {forum for _, forum in last.named}
    if named == {"other"} or (not named and _BESIDES.match(last.text)):
        return True
    if any(p.search(last.text) for p in (_OTHER_MEETING_BEFORE, _MET_WITH_OTHERS)):
        return True
    kinds = _KIND_OF_MEETING.findall(last.text)  # "arrangementsmøte"
    return bool(kinds) and not named and not any(_PLAIN_MEETING.match(kind) for kind in kinds)


def _spoken_of(said: Sequence[Statement], statement: Statement) -> Forum | None:
    """The forum of the statement before in the same section, else the politiråd."""
    earlier = [s for s in said if s.section == statement.section and s.span < statement.span]
    return next((s.forum for s in reversed(earlier) if s.forum), "council")


def _of_section(said: Sequence[Statement], statement: Statement) -> Forum | None:
    """The politiråd, where a section on meetings names no forum and the agreement knows none but
    the politiråd so far."""
    section = [s for s in said if s.section == statement.section and s.span <= statement.span]
    if any(s.forum != "council" and _MET_WITH_OTHERS.search(s.text) for s in section[-_LAST:]):
        return "other"
    before = [s for s in said if s.named and s.span.start <= statement.span.start]
    # where "Behandlet i kommunestyret" stands, nobody else meets
    known = {f for s in before for _, f in s.named if f == "council" or _ANY_MEETING.search(s.text)}
    row = statement.kind == "row"  # "Sette opp saksliste | sekretæren"
    meets = row or any(_MEETING.search(s.text) for s in said if s.section == statement.section)
    return "council" if meets and known == {"council"} else None


def _denied(statement: Statement, paper: re.Match[str]) -> bool:
    """Whether a negation stands beside the paper, within its clause."""
    part = statement.part_at(paper.start())
    before = statement.text[max(part.start, paper.start() - 30) : paper.start()]
    behind = statement.text[paper.end() : min(part.end, paper.end() + 25)]
    near = _PAUSE.split(before)[-1] + _PAUSE.split(behind, maxsplit=1)[0]
    return bool(_NEGATED.search(near))
