"""A clause on the politiråd's meetings → how many of them a year it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agreementlint.clauses import Clause, body_at
from agreementlint.model import Duration, Frequency, Span
from agreementlint.norwegian.durations import durations
from agreementlint.norwegian.frequencies import frequencies, times_of_year
from agreementlint.norwegian.months import MONTHS
from agreementlint.vocabulary import wording

_JOINT = wording("politirad", "joint")
_TOGETHER = wording("politirad", "together")
_EACH = wording("politirad", "each")
_PROVISIONAL = re.compile(
    r"\b(?:inntil videre|inntil vidare|førebels|foreløpig|midlertidig|mellombels)\b", re.I
)
_FIXED = wording("politirad", "fixed")
_SEASON = wording("politirad", "season")
_NOT_MORE = wording("politirad", "not_more")
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
    r"\b(" + "|".join(_TIMES_WORDS) + r"|\d)\s+(?:\w+\s+)?"
    r"\w*(?:møte|samling|sammenkomst|samankomst|dato)(?:r|er|ar)?\b",
    re.I,
)
_YEAR_PLAN = wording("politirad", "year_plan")
_TALLY = re.compile(
    r"\b(" + "|".join(_TIMES_WORDS) + r"|\d)\s+i\s+tal(?:l|let|et)?\b[^.;]{0,12}\bår", re.I
)
_ONE_COUNCIL = wording("politirad", "one_council")
_BOTH_SIDES = wording("politirad", "both_sides")
_ONE = wording("politirad", "one")
_ANOTHER = wording("politirad", "another")
_EVERY_YEAR = wording("politirad", "every_year")
_BETWEEN = wording("politirad", "between")
_PLAIN_YEAR = re.compile(r"(?!.*(?:gang|gong|møte|samling)).*(?:hvert|kvart) (?:\w+ )?år", re.I)
_COUNT_WORD = re.compile(r"gang|gong|møte|samling", re.IGNORECASE)
_GAP = re.compile(r"\b(?:mellom\w*|millom\w*|neste)\b", re.IGNORECASE)
_TIME_CLAUSE = wording("politirad", "time_clause")
_ONCE_MORE = wording("politirad", "once_more")
_SOME_TIME = "gang"
# "I partallsår møtes vi på Inndyr" tells where, not how often.
_ALTERNATE = re.compile(r"(?:oddetal|partal)l?s?år|\b(?:u?like|odde) år", re.IGNORECASE)
_HALVES = frozenset({"vår", "høst"})
_LAST_OF_SPRING = 6
_YEAR = re.compile(r"\bår(?:et|l[ei])?", re.I)
TIME_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)}|vår|høst|haust)", re.I)
_COMPARED = re.compile(
    r"\b(?:oftere|oftare|sjeldnere|sjeldnare|hyppigere|hyppigare|tettere|tettare)\b(?!\s+enn)", re.I
)
_LEFT_OPEN = wording("politirad", "left_open")
_WEEKDAY = re.compile(r"(?:\w+ )?\w+dag(?:en)? i (?:hver |kvar )?(?:måned|månad)\w*", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """One place that says how often the politiråd meets. `single` is the time of the year of one
    meeting, where that is all that the place tells ("" elsewhere)."""

    frequency: Frequency
    span: Span
    joint: bool
    provisional: bool = False
    single: str = ""


def readings(clause: Clause) -> Iterator[Stated]:
    """How often, by this clause; a number goes before a vague word."""
    joint, provisional = _is_joint(clause), bool(_PROVISIONAL.search(clause.text))
    given = _tallied(clause) or clause.frequencies or tuple(_counted(clause))
    own = [_bounded(f, clause) for f in given if _whose(clause, f.span.start) == "politirad"]
    own = _without_weekdays(_uncompared(own, clause), clause)
    firm = _added([f for f in own if f.bound != "vague"], clause.text)
    for frequency in firm or own[:1]:
        yield Stated(frequency, clause.span, joint, provisional, _one_time(frequency, clause))
    if own:
        return
    if joint:
        if not _ONE_COUNCIL.search(clause.words):
            yield yearly(clause)
        return
    open_ = _LEFT_OPEN.search(clause.words) or _FIXED.search(clause.words)
    if open_ or any(m.kind == "demand" for m in clause.moments):
        yield Stated(Frequency(clause.span, None, None, "vague"), clause.span, joint)


def _uncompared(frequencies: list[Frequency], clause: Clause) -> list[Frequency]:
    """ "når vi trenger det, oftere om vinteren": times behind the comparison are no number."""
    compared = _COMPARED.search(clause.text, clause.start, clause.end)
    if compared is None:
        return frequencies
    before = [f for f in frequencies if f.span.start < compared.start()]
    return before or [Frequency(clause.span, None, None, "vague")]


def _without_weekdays(own: list[Frequency], clause: Clause) -> list[Frequency]:
    """ "én gang i kvartalet, normalt første onsdag i måneden": the weekday only tells when."""
    counted = [f for f in own if not _WEEKDAY.fullmatch(clause.text, *f.span)]
    if len(counted) == len(own):
        return own
    earlier = frequencies(clause.text[: own[0].span.start])
    return counted if counted or earlier else own


def settled(stated: Sequence[Stated]) -> list[Stated]:
    """Who says how many goes before who says when one of them is ("Det ene er i mai"); where all
    only say when, each names one of several."""
    counted = [s for s in stated if not s.single]
    if counted or not stated:
        return counted
    number = float(len(_distinct({s.single for s in stated})))
    return [replace(s, frequency=replace(s.frequency, low=number, high=number)) for s in stated]


def _distinct(times: set[str]) -> set[str]:
    """Times of the year of different meetings: "på høsten" and "i oktober" may be one."""
    times = times - {_SOME_TIME} or times
    halves = {t for t in times if t in _HALVES}
    return halves | {t for t in times - halves if not halves & {_half_of(t)}}


def _half_of(month: str) -> str:
    return "vår" if MONTHS.get(month, 0) <= _LAST_OF_SPRING else "høst"


def _one_time(frequency: Frequency, clause: Clause) -> str:
    """The month or half of the year, if the frequency is one time that the clause names; "gang"
    for one of which it only says that it is one."""
    if _ALTERNATE.search(clause.text, *frequency.span):
        return _SOME_TIME
    named = TIME_NAME.search(clause.text, *frequency.span)
    in_a_year = _YEAR.search(clause.text, *frequency.span)  # "én gang i året, i november"
    if named and not _COUNT_WORD.search(clause.text, *frequency.span):
        in_a_year = None  # "hvert år i mars" leaves room for another
    if not frequency.low == frequency.high == 1 or in_a_year:
        return ""
    if named is None and frequency in clause.frequencies:
        return ""
    word = (named or [clause.text[slice(*frequency.span)]])[0].lower()
    if _TIMES.fullmatch(word):  # "samles en gang til"
        return _SOME_TIME
    return "høst" if word == "haust" else word


def _whose(clause: Clause, at: int) -> str | None:
    """Whose meetings are counted here; who is named only to say when does not count ("møtes når
    kommunestyret har vedtatt planen, altså to ganger i året")."""
    timed = _TIME_CLAUSE.search(clause.text, clause.start, at)
    return body_at(clause, timed.start() if timed else at)


def _tallied(clause: Clause) -> tuple[Frequency, ...]:
    """ "to i talet kvart år", "ett før jul og ett i mai", "på hver side av sommeren", and "faste
    møter hvert år", which tells no number."""
    if sides := _BOTH_SIDES.search(clause.text, clause.start, clause.end):
        return (Frequency(Span(*sides.span()), 2.0, 2.0, "exact"),)
    if one := _ONE.search(clause.text, clause.start, clause.end):
        number = 1.0 + len(list(_ANOTHER.finditer(clause.text, one.end(), clause.end)))
        if number > 1:
            return (Frequency(Span(*one.span()), number, number, "exact"),)
    tally = _TALLY.search(clause.text, clause.start, clause.end)
    if tally:
        number = float(_TIMES_WORDS.get(tally[1].lower()) or int(tally[1]))
        return (Frequency(Span(*tally.span()), number, number, "exact", None),)
    if named := _named_times(clause):
        return (named,)
    unnumbered = _EVERY_YEAR.search(clause.text, clause.start, clause.end)
    if unnumbered and len(clause.frequencies) == 1 and clause.frequencies[0].low == 1:
        return (Frequency(clause.frequencies[0].span, None, None, "vague"),)
    return ()


def _named_times(clause: Clause) -> Frequency | None:
    """ "i mars i Narvik og i oktober i Bogen, hvert år": each of the times, every year."""
    if len(clause.frequencies) != 1 or clause.frequencies[0].low != 1:
        return None
    yearly = clause.frequencies[0].span
    if not _PLAIN_YEAR.fullmatch(clause.text, *yearly):
        return None
    times = [t for t in times_of_year(clause.text) if clause.start <= t.span.start < clause.end]
    named = {clause.text[slice(*t.span)].lower() for t in times}
    number = float(len(named) + bool(TIME_NAME.search(clause.text, *yearly)))
    return Frequency(yearly, number, number, "exact") if number > 1 else None


def _added(frequencies: list[Frequency], text: str) -> list[Frequency]:
    """ "hver vår før påske og hver høst etter ferien": each names one of several meetings. Other
    readings of one clause restate each other; the highest holds."""
    if len(frequencies) == 1 and frequencies[0].months == 12 and _ONCE_MORE.search(text):
        return [replace(frequencies[0], low=2.0, high=2.0)]
    if len(frequencies) < 2:
        return frequencies
    if all(f.low == f.high == 1 and _SEASON.search(text, *f.span) for f in frequencies):
        number = float(len(frequencies))
        return [Frequency(frequencies[0].span, number, number, "exact")]
    return [max(frequencies, key=lambda f: f.low or 0)]


def yearly(clause: Clause) -> Stated:
    """A joint meeting of which no number is given: one a year."""
    return Stated(Frequency(clause.span, 1, 1, "exact", 12), clause.span, joint=True)


def _bounded(frequency: Frequency, clause: Clause) -> Frequency:
    """ "kan møtes to ganger", "ikke mer enn to ganger": no number is promised."""
    gap = _BETWEEN.search(clause.text) or _GAP.search(
        clause.text, frequency.span.start, frequency.span.end
    )
    unsure = clause.force == "optional" or (_NOT_MORE.search(clause.words) and not gap)
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


def _longest_gap(clause: Clause) -> Sequence[Duration]:
    """ "Mellom to møter skal det ikke gå mer enn et halvt år": how long it may be."""
    not_more = _NOT_MORE.search(clause.text) if _BETWEEN.search(clause.text) else None
    return durations(clause.text[not_more.end() :]) if not_more else ()


def _counted(clause: Clause) -> Iterator[Frequency]:
    """Times a year that only a clause on meetings can mean: "samles to ganger: i mai og …", "én
    gang før påske og én gang i oktober", "i november"."""
    since = clause.durations if _SINCE_LAST.search(clause.text) else _longest_gap(clause)
    if since:
        yield Frequency(clause.span, 12 / since[0].months, None, "least", since[0].months)
        return
    times = [m for m in _TIMES.finditer(clause.text) if clause.start <= m.start() < clause.end]
    if _YEAR_PLAN.search(clause.text):
        counted = _COUNTED_MEETINGS.finditer(clause.text, clause.start, clause.end)
        times += [m for m in counted if m not in times]
    number = sum(_TIMES_WORDS.get(m.group(1).lower()) or int(m.group(1)) for m in times)
    led_in = _TIME_CLAUSE.fullmatch(clause.text[: clause.start].strip())  # "Når våren kjem, …"
    begin = 0 if led_in else clause.start
    seasons = [f for f in times_of_year(clause.text) if f.span.start >= begin]
    if number == 1 and all(f.low == 1 for f in seasons):  # "en gang på våren, …, og en på høsten"
        number = max(1, len(seasons))
    if number:
        yield Frequency(Span(*times[0].span()), float(number), float(number), "exact")
    else:
        if seasons:
            number = sum(int(f.low or 1) for f in seasons)
            if number == 1 and _ONCE_MORE.search(clause.text):
                number = 2
            yield Frequency(seasons[0].span, float(number), float(number), "exact")
