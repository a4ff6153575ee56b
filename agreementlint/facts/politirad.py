"""Clauses → what the agreement says of its politiråd: that there is one, and how often it meets."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agreementlint.binding.grammar import ADVERBS
from agreementlint.binding.moments import moments
from agreementlint.clauses import Clause, body_at
from agreementlint.mentions import mentions
from agreementlint.model import Fact, Frequency, Span
from agreementlint.norwegian.frequencies import frequencies, times_of_year
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_DESCRIBES = wording("politirad", "describes")
_DECLINED = wording("politirad", "declined")
_PASSING = wording("politirad", "passing")

_SETS_UP = wording("politirad", "sets_up")
_GOVERNED = re.compile(r"\b(?:fra|frå|til|for|av|som)$")
_MEMBERS_OR_MEETINGS = wording("politirad", "members_or_meetings")
_FIRST_WORDS = 4
_STRONG_MEETING = wording("politirad", "strong_meeting")
_MEETING = re.compile(
    r"\b\w*møte(?:r|t|ne|ene|a|ne)?\b|\bmøta\b|\bsamling(?:er|ar|ene|ane)?\b", re.IGNORECASE
)
_HOLDS = wording("politirad", "holds")
_MEETING_NOUN = wording("politirad", "meeting_noun")
_WITHIN = frozenset(
    "i på under ved før etter fra frå av mellom millom innen innan".split()
)
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
_TWO_PERSONS = wording("politirad", "two_persons")
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


def council(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "described" (set up or described), "declined" (the kommune does not want one),
    "mentioned" (only in passing), "absent"."""
    declined = [c.span for c in clauses if _DECLINED.search(c.words)]
    if declined:
        return Fact(state="declined", evidence=_distinct(declined)[:1])
    naming = [c for c in clauses if _council_at(c) is not None]
    described = [c for c in naming if _describes(agreement, c)]
    described += [c for c in clauses if _goes_on(agreement, c, naming)]
    if described:
        best = sorted(described, key=lambda c: (not _is_headed(agreement, c), c.span))
        return Fact(state="described", evidence=_distinct([c.span for c in best])[:2])
    if naming:
        return Fact(state="mentioned", evidence=_distinct([c.span for c in naming])[:2])
    titled = [s.heading for s in agreement.sections if s.heading and _names_council(s.title)]
    return Fact(state="mentioned", evidence=tuple(titled[:1])) if titled else Fact()


def _goes_on(agreement: Agreement, clause: Clause, naming: Sequence[Clause]) -> bool:
    """Whether a clause says what the politiråd does without its name: behind a relative clause, or
    as the members and meetings under its heading."""
    if _council_at(clause) is not None or clause.force != "commits":
        return False
    named_before = any(c.sentence == clause.sentence and c.start < clause.start for c in naming)
    if named_before and clause.body == "politirad":
        return bool(_DESCRIBES.search(clause.words))
    return _is_headed(agreement, clause) and bool(_MEMBERS_OR_MEETINGS.search(clause.words))


def _council_at(clause: Clause) -> int | None:
    return next((m.start for m in clause.things if m.concept == "politirad"), None)


def _names_council(title: str) -> bool:
    return "politiråd" in title.lower()


def _is_headed(agreement: Agreement, clause: Clause) -> bool:
    return any(_names_council(title) for title in agreement.titles(clause.section))


def _describes(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause sets the politiråd up or says what it is, does, or who sits in it, and
    does not only send something to it."""
    if clause.kind == "row":
        return True
    headed = _is_headed(agreement, clause)
    if _PASSING.search(clause.words) and not headed:
        return False
    before = clause.text[clause.start : _council_at(clause)].strip(" ,")
    subject = len(before.split()) <= _FIRST_WORDS and not _GOVERNED.search(before)
    present = clause.force in ("commits", "optional", "negated") and (subject or headed)
    if present and _DESCRIBES.search(clause.words):
        return True
    return clause.force == "commits" and bool(_SETS_UP.search(clause.words))


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
    evidence = _distinct([s.span for s in (*numeric, *bounded)])
    if low > high + 0.01:
        return Fact(None, "contradiction", evidence)
    if any(s.provisional for s in own):
        return Fact(None if low >= 2 else low, "provisional", _distinct([s.span for s in own]))
    partly = [s for s in numeric if _PARTLY_JOINT.search(_said_with(clauses, s.span))]
    if partly and low >= 2 > low - 1:
        return Fact(low - 1, "joint", evidence)
    if low < 2 and joint and low + sum(s.frequency.low or 0 for s in joint if s.frequency.low) >= 2:
        return Fact(low, "joint", _distinct([*evidence, *(s.span for s in joint)]))
    return Fact(low, "stated", evidence, {"per_year": _spoken(low)})


def _said_with(clauses: Sequence[Clause], span: Span) -> str:
    """The sentence at `span`, and the next one of its section."""
    at = next(c for c in clauses if c.span == span)
    near = (c for c in clauses if c.sentence - at.sentence in (0, 1) and c.section == at.section)
    return " ".join(dict.fromkeys(c.text for c in near))


def _without_number(own: Sequence[_Stated]) -> Fact:
    bounded = [s.span for s in own if s.frequency.bound == "most"]
    if bounded:
        return Fact(None, "upper-bound", _distinct(bounded))
    if own:
        return Fact(None, "vague", _distinct([s.span for s in own]))
    return Fact()


def _in_prose(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[_Stated]:
    for clause in clauses:
        if clause.body == "politirad" and _JOINT_DAY.search(clause.words):
            yield _Stated(Frequency(clause.span, 1, 1, "exact", 12), clause.span, True)
            continue
        if clause.body != "politirad" or clause.kind in ("row", "columns"):
            continue
        words = clause.words
        if not (
            _STRONG_MEETING.search(words)
            or _COUNCIL_HELD.search(clause.text)
            or _holds_meetings(words)
            or (clause.kind == "bullet" and _MEETING.search(words))
        ):
            continue
        if (
            clause.acts
            or _GUESTS.search(words)
            or clause.force == "past"
            or (not clause.own_body and _WITH_OTHERS.search(words))
        ):
            continue
        if _is_others_meeting(clause):
            continue
        if not clause.own_body and _PERSONS.search(words) and _SEPARATE.search(clause.text):
            continue
        joint = _is_joint(clause)
        provisional = bool(_PROVISIONAL.search(clause.text))
        readings = list(clause.frequencies) or list(_counted(clause))
        readings = [
            _bounded(f, clause) for f in readings if body_at(clause, f.span.start) == "politirad"
        ]
        firm = [f for f in readings if f.bound != "vague"]
        for frequency in firm or readings[:1]:
            yield _Stated(frequency, clause.span, joint, provisional)
        if not readings and _FIXED.search(words) and not joint and not clause.moments:
            yield _Stated(Frequency(clause.span, None, None, "vague"), clause.span, joint)
        elif not readings and joint:
            yield _Stated(Frequency(clause.span, 1, 1, "exact", 12), clause.span, True)
        elif not readings and any(m.kind == "demand" for m in clause.moments):
            yield _Stated(
                Frequency(clause.moments[0].span, None, None, "vague"), clause.span, joint
            )


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
    council = _council_at(clause)
    if verb is None or council is None or council < verb.start():
        return False
    before = clause.text[clause.start : verb.start()].strip(" ,")
    if frequencies(before) or times_of_year(before) or moments(before):
        return False
    subject = re.split(r"\b(?:i|for|fra|frå|på|av)\b", before, maxsplit=1)[0]
    named = re.match(r"\w{5,}", subject)
    return bool(named) and not (_LEADS_MEETING.search(subject) or named[0].lower() in ADVERBS)


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
            yield _Stated(Frequency(clause.span, 1, 1, "exact", 12), clause.span, True)
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


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))


def _spoken(number: float) -> str:
    return f"{number:g}".replace(".", ",")
