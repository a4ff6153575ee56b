"""Clauses → how often the politiråd meets."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreementlint.clauses import Clause
from agreementlint.facts.councilmeetings import council_meetings
from agreementlint.facts.meetingcounts import TIME_NAME, Stated, readings, settled, yearly
from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Frequency, Span
from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import CARDINALS
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_JOINT = wording("politirad", "joint")
# An extra day for all kommuner together, however the sentence puts it.
_JOINT_DAY = wording("politirad", "joint_day")
_JOINT_COUNCIL = wording("politirad", "joint_council")
_MEETING = wording("politirad", "meeting_noun")
_MEETS = (wording("politirad", "strong_meeting"), _MEETING)
_PARTLY_JOINT = wording("politirad", "partly_joint")
_MEETING_LIST = wording("politirad", "meeting_list")
_NAMED_MEETING = re.compile(r"\b[^\W\d_]{3,}(?:møte|samling)\w*", re.IGNORECASE)
_MEETING_OF_TIME = re.compile(
    rf"\b(vår|haust|høst|vinter|sommer|sommar|{'|'.join(MONTHS)})"
    r"s?(?:møte[rt]?|møta|samling(?:a|en)?|en\s+sitt\s+møte|ens(?:\s+møte)?)\b",
    re.IGNORECASE,
)
_TIME_HEADER = wording("politirad", "time_header")
_TIME_CELL = wording("politirad", "time_cell")
_PAPER_CELL = wording("politirad", "paper_cell")
_PAPER_HEADER = wording("politirad", "paper_header")
_BOTH = wording("politirad", "both")
_ONE_AND_OTHER = wording("politirad", "one_and_other")
_THIRD = re.compile(r"\b(?:det|den) (?:tredje|fjerde)\b", re.IGNORECASE)
_COUNCIL_CELL = wording("politirad", "council_cell")


def meetings(agreement: Agreement, clauses: Sequence[Clause], said: Sequence[Statement]) -> Fact:
    """How many ordinary meetings a year each kommune's politiråd is promised at least (value, may
    be fractional). States: "stated", "joint" (two only with a joint or regional meeting),
    "vague", "upper-bound", "provisional", "contradiction", "absent"."""
    stated = [
        *_in_prose(clauses, said),
        *_in_tables(agreement, clauses),
        *_in_month_rows(said),
    ] or list(_in_passing(said))
    own = [s for s in stated if not s.joint]
    joint = [s for s in stated if s.joint]
    if not own and joint:
        own, joint = joint, []
    joint = joint or list(_of_joint_councils(agreement, clauses))
    numeric = settled(
        [s for s in own if s.frequency.low is not None and s.frequency.bound != "most"]
    )
    bounded = [s for s in own if s.frequency.bound == "most" and s.frequency.high is not None]
    if not numeric:
        return _without_number(own)
    if fewest := _fewest_of_each(clauses, numeric):
        numeric = [fewest]
    low = max(s.frequency.low or 0 for s in numeric)
    high = min(
        math.inf if s.frequency.bound == "least" or s.frequency.high is None else s.frequency.high
        for s in (*numeric, *bounded)
    )
    evidence = distinct([s.span for s in (*numeric, *bounded)])
    if low > high + 0.01:
        return Fact(None, "contradiction", evidence)
    if any(s.provisional for s in own):
        return Fact(None if low >= 2 else low, "provisional", distinct([s.span for s in own]))
    partly = [s for s in numeric if _PARTLY_JOINT.search(_said_with(clauses, s.span))]
    if partly and low >= 2 > low - 1:
        return Fact(low - 1, "joint", evidence)
    if low < 2 and joint and low + sum(s.frequency.low or 0 for s in joint if s.frequency.low) >= 2:
        return Fact(low, "joint", distinct([*evidence, *(s.span for s in joint)]))
    return Fact(low, "stated", evidence, {"per_year": _spoken(low)})


def _fewest_of_each(clauses: Sequence[Clause], numeric: Sequence[Stated]) -> Stated | None:
    """Where each place tells of another kommune's politiråd ("Hole har møte hvert kvartal. Jevnaker
    har …"): the place with the fewest meetings."""
    if len(numeric) < 2:
        return None
    said = {c.span: c.text for c in clauses}
    of_whom = [frozenset(m.name for m in mentions(said[s.span])) for s in numeric]
    apart = all(of_whom) and sum(map(len, of_whom)) == len(frozenset().union(*of_whom))
    return min(numeric, key=lambda s: s.frequency.low or 0) if apart else None


def _said_with(clauses: Sequence[Clause], span: Span) -> str:
    """The sentence at `span`, and the next one of its section."""
    at = next(c for c in clauses if c.span == span)
    near = (c for c in clauses if c.sentence - at.sentence in (0, 1) and c.section == at.section)
    return " ".join(dict.fromkeys(c.text for c in near))


def _without_number(own: Sequence[Stated]) -> Fact:
    bounded = [s.span for s in own if s.frequency.bound == "most"]
    if bounded:
        return Fact(None, "upper-bound", distinct(bounded))
    if own:
        return Fact(None, "vague", distinct([s.span for s in own]))
    return Fact()


def _in_prose(clauses: Sequence[Clause], said: Sequence[Statement]) -> Iterator[Stated]:
    joint_days = (
        c
        for c in clauses
        if c.body == "politirad" and c.kind not in ("row", "columns") and _JOINT_DAY.search(c.words)
    )
    yield from (yearly(clause) for clause in joint_days)
    listed: dict[int | None, list[Stated]] = {}
    last: int | None = None
    for clause in council_meetings(clauses, said):
        if _JOINT_DAY.search(clause.words):
            continue
        counted = not clause.frequencies and clause.kind == "text"
        if counted and clause.sentence == last:
            continue  # its times were counted with those of the clause before
        last = clause.sentence if counted else None
        for stated in _fewest_of_cells(clause) or readings(clause):
            if clause.kind == "bullet" and stated.frequency.low == stated.frequency.high == 1:
                listed.setdefault(clause.section, []).append(stated)
            else:
                yield stated
    for meetings_of_list in listed.values():
        number = float(len(meetings_of_list))
        for stated in meetings_of_list:
            frequency = replace(stated.frequency, low=number, high=number)
            yield replace(stated, frequency=frequency, single="" if number > 1 else stated.single)


def _fewest_of_cells(clause: Clause) -> list[Stated]:
    """ "Når | oktober | mars og november": a row with a column for each kommune's politiråd."""
    times = [len(TIME_NAME.findall(cell)) for cell in clause.text.split("|")[1:]]
    if clause.kind != "row" or len(times) < 2 or not all(times):
        return []
    number = float(min(times))
    return [Stated(Frequency(clause.span, number, number, "exact"), clause.span, joint=False)]


def _of_joint_councils(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[Stated]:
    """ "Fellesrådet møtes én gang i året": the meetings of a council of all the kommuner."""
    for clause in clauses:
        if clause.body != "anna_organ" or not clause.frequencies:
            continue
        title = agreement.sections[clause.section].title
        joint = any(_JOINT_COUNCIL.search(words) for words in (clause.text, title))
        if joint and any(meets.search(clause.words) for meets in _MEETS):
            yield Stated(clause.frequencies[0], clause.span, joint=True)


def _in_passing(said: Sequence[Statement]) -> Iterator[Stated]:
    """ "Begge møtene ledes av …", "vårmøtet" here and "høstmøtet" there, where nothing else tells
    how many there are."""
    yield from _by_name(said)
    for s in said:
        if s.forum != "council":
            continue
        told = _BOTH.search(s.text)
        if told or (_ONE_AND_OTHER.search(s.text) and _MEETING.search(s.text)):
            more = 2.0 + len(_THIRD.findall(s.text))
            number = float(CARDINALS[told[1].split()[-1]]) if told else more
            yield Stated(Frequency(s.span, number, number, "exact"), s.span, joint=False)


def _by_name(said: Sequence[Statement]) -> Iterator[Stated]:
    """ "Vårmøtet er i Lom", "til høstmøtet inviteres …": meetings with names of their own."""
    named: dict[str, Span] = {}
    for s in said:
        if s.forum != "other" and not any(forum == "other" for _, forum in s.named):
            found = _MEETING_OF_TIME.finditer(s.text) if _MEETING.search(s.text) else ()
            for meeting in found:
                named.setdefault(meeting[1].lower().replace("haust", "høst"), s.span)
    council = {s.span for s in said if s.forum == "council"}
    if len(named) > 1 and council & set(named.values()):
        number = float(len(named))
        for span in dict.fromkeys(named.values()):
            yield Stated(Frequency(span, number, number, "exact"), span, joint=False)


def _in_tables(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[Stated]:
    """A year plan: each row that names the politiråd and a time is one meeting, of the kommuner
    that it names, or of all."""
    rows: dict[int | None, list[tuple[Clause, list[str]]]] = {}
    heads: dict[int | None, str] = {}
    for clause in clauses:
        block = agreement.document.blocks[agreement.sentences[clause.sentence].block]
        if clause.kind != "row" or clause.start != 0:
            continue
        cells = [agreement.text_of(c) for c in block.cells]
        council_cell = _cell_of_meeting(cells)
        timed = clause.frequencies or any(_TIME_CELL.search(c) for c in cells)
        of_papers = _PAPER_HEADER.search(heads.setdefault(block.table, clause.text))
        if council_cell is None or len(cells) < 2 or not timed or of_papers:
            continue
        if _JOINT.search(council_cell):
            yield yearly(clause)
        elif clause.frequencies and clause.frequencies[0].low is not None:
            yield Stated(clause.frequencies[0], clause.span, False)
        else:
            kommuner = [m.name for m in mentions(council_cell) if m.context != "word"] or [
                m.name for m in mentions(" ".join(cells)) if m.context == "list"
            ]
            rows.setdefault(block.table, []).append((clause, kommuner))
    for counted in rows.values():
        named = {k for _, kommuner in counted for k in kommuner}
        common = sum(not kommuner for _, kommuner in counted)
        number = float(
            min(
                (common + sum(k in kommuner for _, kommuner in counted) for k in named),
                default=common,
            )
        )
        for clause, _ in counted:
            yield Stated(Frequency(clause.span, number, number, "exact"), clause.span, False)


def _cell_of_meeting(cells: Sequence[str]) -> str | None:
    """The cell by which a row is of a politiråd meeting, and not of a paper for one or of what the
    politiråd is to do ("Gjennomgang av samarbeidet | politirådet | annethvert år")."""
    named = [(at, c) for at, c in enumerate(cells) if _COUNCIL_CELL.search(c)]
    if not named or any(_PAPER_CELL.match(c) for c in cells):
        return None
    at, cell = named[0]
    told_before = any(not _TIME_CELL.search(c) and len(c.split()) > 2 for c in cells[:at])
    return None if told_before else cell


def _in_month_rows(said: Sequence[Statement]) -> Iterator[Stated]:
    """A table of nothing but the politiråd's meetings, one row for each: "Januar | Hovedtema"."""
    tables: dict[str, list[Statement]] = {}
    for s in said:
        if s.kind == "row" and s.text != s.header and _TIME_HEADER.match(s.header):
            tables.setdefault(s.header, []).append(s)
    for rows in tables.values():
        if not all(_is_meeting_row(s) for s in rows):
            continue
        number = float(len(rows))
        for s in rows:
            yield Stated(Frequency(s.span, number, number, "exact"), s.span, False)


def _is_meeting_row(row: Statement) -> bool:
    """Whether a row tells when the politiråd meets, and names no meeting of its own."""
    about = any(_MEETING_LIST.search(words) for words in (row.led, *row.titles[:1]))
    timed = _TIME_CELL.search(row.text.split("|")[0])
    named = row.named or _NAMED_MEETING.search(row.text)
    return row.forum == "council" and about and bool(timed) and not named


def _spoken(number: float) -> str:
    return f"{number:g}".replace(".", ",")
