"""Clauses → how often the politiråd meets."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agreementlint.binding.grammar import ADVERBS
from agreementlint.binding.moments import moments
from agreementlint.clauses import Clause, body_at
from agreementlint.facts.spans import distinct
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Frequency, Span
from agreementlint.norwegian.frequencies import frequencies, times_of_year
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_STRONG_MEETING = wording("politirad", "strong_meeting")
_MEETING = re.compile(
    r"\b\w*møte(?:r|t|ne|ene|a|ne)?\b|\bmøta\b|\bsamling(?:er|ar|ene|ane)?\b", re.IGNORECASE
)
_HOLDS = wording("politirad", "holds")
_MEETING_NOUN = wording("politirad", "meeting_noun")
_WITHIN = frozenset("i på under ved før etter fra frå av mellom millom innen innan".split())
_COUNCIL_HELD = wording("politirad", "council_held")
# What others do at or for a meeting is not how often the council meets.
_GUESTS = wording("politirad", "guests")
_JOINT = wording("politirad", "joint")
_TOGETHER = re.compile(
    r"\b(?:felles\w*|sams|regional\w*|interkommunal\w*|regionråd\w*|fellesmøte\w*)\b", re.I
)
_EACH = wording("politirad", "each")
_PROVISIONAL = re.compile(
    r"\b(?:inntil videre|inntil vidare|førebels|foreløpig|midlertidig|mellombels)\b", re.I
)
_WITH_OTHERS = re.compile(r"\bmøte(?:r|t|ne|ene|a)?\b[^.;,]{0,15}\bmed\b", re.I)
# An extra day for all kommuner together, however the sentence puts it.
_JOINT_DAY = wording("politirad", "joint_day")
_FIXED = wording("politirad", "fixed")
_OF_STAFF = wording("politirad", "of_staff")
_NAMED_BEHIND = re.compile(r"politiråd|\brådet", re.IGNORECASE)
_TWO_PERSONS = wording("politirad", "two_persons")
_SEASON = wording("politirad", "season")
_NOT_MORE = wording("politirad", "not_more")
_PARTLY_JOINT = wording("politirad", "partly_joint")
_LEADS_MEETING = wording("politirad", "leads_meeting")
_SINCE_LAST = wording("politirad", "since_last")
_PERSONS = wording("politirad", "persons")
_SEPARATE = wording("politirad", "separate")
_TIMES_WORDS = {
    "en": 1, "én": 1, "ein": 1, "éin": 1, "ei": 1, "to": 2, "tre": 3, "tri": 3, "fire": 4,
    "fem": 5, "seks": 6,
}  # fmt: skip
_TIMES = re.compile(
    r"\b(" + "|".join(_TIMES_WORDS) + r"|\d)\s+(?:faste? |ordinære? )?(?:gang|gong)(?:er|ar)?\b",
    re.I,
)
_TIME_CELL = wording("politirad", "time_cell")


@dataclass(frozen=True, slots=True)
class _Stated:
    """One place that says how often the politiråd meets."""

    frequency: Frequency
    span: Span
    joint: bool
    provisional: bool = False


def meetings(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """How many ordinary meetings a year each kommune's politiråd is promised at least (value, may
    be fractional). States: "stated", "joint" (two only with a joint or regional meeting),
    "vague", "upper-bound", "provisional", "contradiction", "absent"."""
    stated = [*_in_prose(agreement, clauses), *_in_tables(agreement, clauses)]
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


def _in_prose(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[_Stated]:
    for clause in clauses:
        if clause.body != "politirad" or clause.kind in ("row", "columns"):
            continue
        if _JOINT_DAY.search(clause.words):
            yield _yearly(clause)
        elif _is_about_meeting(clause) and not _is_of_others(clause):
            yield from _readings(clause)


def _is_about_meeting(clause: Clause) -> bool:
    """Whether the clause says that the politiråd meets, and not what is done at a meeting."""
    words = clause.words
    meets = _STRONG_MEETING.search(words) or _COUNCIL_HELD.search(clause.text)
    listed = clause.kind == "bullet" and _MEETING.search(words)
    if not (meets or listed or _holds_meetings(words)):
        return False
    return not clause.acts and not _GUESTS.search(words) and clause.force != "past"


def _is_of_others(clause: Clause) -> bool:
    """Whether others than the politiråd meet: "i tillegg møtes ordfører og lensmann"."""
    if _is_others_meeting(clause):
        return True
    if clause.own_body:
        return False
    beside = _PERSONS.search(clause.words) and _SEPARATE.search(clause.text)
    return bool(beside or _WITH_OTHERS.search(clause.words))


def _readings(clause: Clause) -> Iterator[_Stated]:
    """How often, by this clause; a number goes before a vague word."""
    joint, provisional = _is_joint(clause), bool(_PROVISIONAL.search(clause.text))
    given = clause.frequencies or tuple(_counted(clause))
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


def _is_others_meeting(clause: Clause) -> bool:
    """ "Seksjonslederne møtes hver måned for å følge opp politirådet": they meet, not it."""
    if not clause.own_body and _TWO_PERSONS.match(clause.words):
        return True
    if not clause.own_body and _OF_STAFF.match(clause.words):
        return True
    verb = _STRONG_MEETING.search(clause.text, clause.start, clause.end)
    if verb is None or not _NAMED_BEHIND.search(clause.text, verb.end()):
        return False
    before = clause.text[clause.start : verb.start()].strip(" ,")
    if frequencies(before) or times_of_year(before) or moments(before):
        return False
    subject = re.split(r"\b(?:i|for|fra|frå|på|av)\b", before, maxsplit=1)[0]
    named = re.match(r"\w{5,}", subject)
    if named is None or named[0].lower() in ADVERBS:
        return False
    return not _LEADS_MEETING.search(subject)


def _holds_meetings(words: str) -> bool:
    """Whether meetings are held, and not something else is done in one ("i høstmøtet fastsettes
    …", "i politirådets møte annethvert år")."""
    if not _HOLDS.search(words):
        return False
    nouns = (words[: m.start()].lower().split()[-3:] for m in _MEETING_NOUN.finditer(words))
    return any(not _WITHIN & set(before) for before in nouns)


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
    number = sum(_TIMES_WORDS.get(m.group(1).lower()) or int(m.group(1)) for m in times)
    if number:
        yield Frequency(Span(*times[0].span()), float(number), float(number), "exact")
    else:
        seasons = [f for f in times_of_year(clause.text) if f.span.start >= clause.start]
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


def _spoken(number: float) -> str:
    return f"{number:g}".replace(".", ",")
