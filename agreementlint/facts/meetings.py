"""Clauses → how often the politiråd meets."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agreementlint.clauses import Clause, body_at
from agreementlint.facts.councilmeetings import council_meetings
from agreementlint.facts.spans import distinct
from agreementlint.facts.statements import Statement
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Frequency, Span
from agreementlint.norwegian.frequencies import times_of_year
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_JOINT = wording("politirad", "joint")
_TOGETHER = re.compile(
    r"\b(?:felles\w*|sams|regional\w*|interkommunal\w*|regionråd\w*|fellesmøte\w*)\b", re.I
)
_EACH = wording("politirad", "each")
_PROVISIONAL = re.compile(
    r"\b(?:inntil videre|inntil vidare|førebels|foreløpig|midlertidig|mellombels)\b", re.I
)
# An extra day for all kommuner together, however the sentence puts it.
_JOINT_DAY = wording("politirad", "joint_day")
_FIXED = wording("politirad", "fixed")
_SEASON = wording("politirad", "season")
_NOT_MORE = wording("politirad", "not_more")
_PARTLY_JOINT = wording("politirad", "partly_joint")
_SINCE_LAST = wording("politirad", "since_last")
_TIMES_WORDS = {
    "en": 1, "én": 1, "ein": 1, "éin": 1, "ei": 1, "to": 2, "tre": 3, "tri": 3, "fire": 4,
    "fem": 5, "seks": 6,
}  # fmt: skip
_TIMES = re.compile(
    r"\b(" + "|".join(_TIMES_WORDS) + r"|\d)\s+(?:faste? |ordinære? )?(?:gang|gong)(?:er|ar)?\b",
    re.I,
)
_COUNTED_MEETINGS = re.compile(
    r"\b(" + "|".join(_TIMES_WORDS) + r"|\d)\s+(?:\w+\s+)?\w*(?:møte|samling)(?:r|er|ar)?\b", re.I
)
_YEAR_PLAN = wording("politirad", "year_plan")
_TALLY = re.compile(
    r"\b(" + "|".join(_TIMES_WORDS) + r"|\d)\s+i\s+tal(?:l|let|et)?\b[^.;]{0,12}\bår", re.I
)
_EVERY_YEAR = wording("politirad", "every_year")
_MEETING_LIST = wording("politirad", "meeting_list")
_NAMED_MEETING = re.compile(r"\b[^\W\d_]{3,}(?:møte|samling)\w*", re.IGNORECASE)
_TIME_HEADER = wording("politirad", "time_header")
_TIME_CELL = wording("politirad", "time_cell")


@dataclass(frozen=True, slots=True)
class _Stated:
    """One place that says how often the politiråd meets."""

    frequency: Frequency
    span: Span
    joint: bool
    provisional: bool = False


def meetings(agreement: Agreement, clauses: Sequence[Clause], said: Sequence[Statement]) -> Fact:
    """How many ordinary meetings a year each kommune's politiråd is promised at least (value, may
    be fractional). States: "stated", "joint" (two only with a joint or regional meeting),
    "vague", "upper-bound", "provisional", "contradiction", "absent"."""
    stated = [
        *_in_prose(clauses, said),
        *_in_tables(agreement, clauses),
        *_in_month_rows(said),
    ]
    own = [s for s in stated if not s.joint]
    joint = [s for s in stated if s.joint]
    if not own and joint:
        own, joint = joint, []
    numeric = [s for s in own if s.frequency.low is not None and s.frequency.bound != "most"]
    bounded = [s for s in own if s.frequency.bound == "most" and s.frequency.high is not None]
    if not numeric:
        return _without_number(own)
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


def _said_with(clauses: Sequence[Clause], span: Span) -> str:
    """The sentence at `span`, and the next one of its section."""
    at = next(c for c in clauses if c.span == span)
    near = (c for c in clauses if c.sentence - at.sentence in (0, 1) and c.section == at.section)
    return " ".join(dict.fromkeys(c.text for c in near))


def _without_number(own: Sequence[_Stated]) -> Fact:
    bounded = [s.span for s in own if s.frequency.bound == "most"]
    if bounded:
        return Fact(None, "upper-bound", distinct(bounded))
    if own:
        return Fact(None, "vague", distinct([s.span for s in own]))
    return Fact()


def _in_prose(clauses: Sequence[Clause], said: Sequence[Statement]) -> Iterator[_Stated]:
    joint_days = (
        c
        for c in clauses
        if c.body == "politirad" and c.kind not in ("row", "columns") and _JOINT_DAY.search(c.words)
    )
    yield from (_yearly(clause) for clause in joint_days)
    listed: dict[int | None, list[_Stated]] = {}
    last: int | None = None
    for clause in council_meetings(clauses, said):
        if _JOINT_DAY.search(clause.words):
            continue
        counted = not clause.frequencies and clause.kind == "text"
        if counted and clause.sentence == last:
            continue  # its times were counted with those of the clause before
        last = clause.sentence if counted else None
        for stated in _readings(clause):
            if clause.kind == "bullet" and stated.frequency.low == stated.frequency.high == 1:
                listed.setdefault(clause.section, []).append(stated)
            else:
                yield stated
    for meetings_of_list in listed.values():
        number = float(len(meetings_of_list))
        for stated in meetings_of_list:
            frequency = replace(stated.frequency, low=number, high=number)
            yield replace(stated, frequency=frequency)


def _readings(clause: Clause) -> Iterator[_Stated]:
    """How often, by this clause; a number goes before a vague word."""
    joint, provisional = _is_joint(clause), bool(_PROVISIONAL.search(clause.text))
    given = _tallied(clause) or clause.frequencies or tuple(_counted(clause))
    own = [_bounded(f, clause) for f in given if body_at(clause, f.span.start) == "politirad"]
    firm = _added([f for f in own if f.bound != "vague"], clause.text)
    for frequency in firm or own[:1]:
        yield _Stated(frequency, clause.span, joint, provisional)
    if own:
        return
    if joint:
        yield _yearly(clause)
    elif _FIXED.search(clause.words) or any(m.kind == "demand" for m in clause.moments):
        yield _Stated(Frequency(clause.span, None, None, "vague"), clause.span, joint)


def _tallied(clause: Clause) -> tuple[Frequency, ...]:
    """ "to i talet kvart år", and "faste møter hvert år", which tells no number."""
    tally = _TALLY.search(clause.text, clause.start, clause.end)
    if tally:
        number = float(_TIMES_WORDS.get(tally[1].lower()) or int(tally[1]))
        return (Frequency(Span(*tally.span()), number, number, "exact", None),)
    unnumbered = _EVERY_YEAR.search(clause.text, clause.start, clause.end)
    if unnumbered and len(clause.frequencies) == 1 and clause.frequencies[0].low == 1:
        return (Frequency(clause.frequencies[0].span, None, None, "vague"),)
    return ()


def _added(frequencies: list[Frequency], text: str) -> list[Frequency]:
    """ "hver vår før påske og hver høst etter ferien": each names one of several meetings. Other
    readings of one clause restate each other; the highest holds."""
    if len(frequencies) < 2:
        return frequencies
    if all(f.low == f.high == 1 and _SEASON.search(text, *f.span) for f in frequencies):
        number = float(len(frequencies))
        return [Frequency(frequencies[0].span, number, number, "exact")]
    return [max(frequencies, key=lambda f: f.low or 0)]


def _yearly(clause: Clause) -> _Stated:
    """A joint meeting of which no number is given: one a year."""
    return _Stated(Frequency(clause.span, 1, 1, "exact", 12), clause.span, joint=True)


def _bounded(frequency: Frequency, clause: Clause) -> Frequency:
    """ "kan møtes to ganger", "ikke mer enn to ganger": no number is promised."""
    unsure = clause.force == "optional" or _NOT_MORE.search(clause.words)
    if frequency.bound in ("most", "vague") or not unsure:
        return frequency
    return replace(frequency, low=None, high=frequency.high or frequency.low, bound="most")


def _is_joint(clause: Clause) -> bool:
    """Whether the clause is about a meeting of several kommuner together."""
    words = (
        clause.text
        if re.match(r"(?:som|der|kor|hvor)\b", clause.words.strip(), re.I)
        else clause.words
    )
    return bool(_TOGETHER.search(words)) or (bool(_JOINT.search(words)) and not _EACH.search(words))


def _counted(clause: Clause) -> Iterator[Frequency]:
    """Times a year that only a clause on meetings can mean: "samles to ganger: i mai og …", "én
    gang før påske og én gang i oktober", "i november"."""
    since = _SINCE_LAST.search(clause.text)
    for duration in clause.durations if since else ():
        yield Frequency(duration.span, 12 / duration.months, None, "least", duration.months)
        return
    times = [m for m in _TIMES.finditer(clause.text) if clause.start <= m.start() < clause.end]
    if _YEAR_PLAN.search(clause.text):
        counted = _COUNTED_MEETINGS.finditer(clause.text, clause.start, clause.end)
        times += [m for m in counted if m not in times]
    number = sum(_TIMES_WORDS.get(m.group(1).lower()) or int(m.group(1)) for m in times)
    seasons = [f for f in times_of_year(clause.text) if f.span.start >= clause.start]
    if number == 1 and all(f.low == 1 for f in seasons):  # "en gang på våren, …, og en på høsten"
        number = max(1, len(seasons))
    if number:
        yield Frequency(Span(*times[0].span()), float(number), float(number), "exact")
    else:
        if seasons:
            number = sum(int(f.low or 1) for f in seasons)
            yield Frequency(seasons[0].span, float(number), float(number), "exact")


def _in_tables(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[_Stated]:
    """A year plan: each row that names the politiråd and a time is one meeting, of the kommuner
    that it names, or of all."""
    rows: dict[int | None, list[tuple[Clause, list[str]]]] = {}
    for clause in clauses:
        block = agreement.document.blocks[agreement.sentences[clause.sentence].block]
        if clause.kind != "row" or clause.start != 0:
            continue
        cells = [agreement.text_of(c) for c in block.cells]
        council_cell = next((c for c in cells if re.search(r"politiråd", c, re.I)), None)
        timed = clause.frequencies or any(_TIME_CELL.search(c) for c in cells)
        if council_cell is None or len(cells) < 2 or not timed:
            continue
        if _JOINT.search(council_cell):
            yield _yearly(clause)
        elif clause.frequencies and clause.frequencies[0].low is not None:
            yield _Stated(clause.frequencies[0], clause.span, False)
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
            yield _Stated(Frequency(clause.span, number, number, "exact"), clause.span, False)


def _in_month_rows(said: Sequence[Statement]) -> Iterator[_Stated]:
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
            yield _Stated(Frequency(s.span, number, number, "exact"), s.span, False)


def _is_meeting_row(row: Statement) -> bool:
    """Whether a row tells when the politiråd meets, and names no meeting of its own."""
    about = any(_MEETING_LIST.search(words) for words in (row.led, *row.titles[:1]))
    timed = _TIME_CELL.search(row.text.split("|")[0])
    named = row.named or _NAMED_MEETING.search(row.text)
    return row.forum == "council" and about and bool(timed) and not named


def _spoken(number: float) -> str:
    return f"{number:g}".replace(".", ",")
