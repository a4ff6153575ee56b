"""Agreement → from when to when it is valid, whether it is in force, whether its dates agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import product

from agreementlint.facts.validity import Kind, Stated, validity
from agreementlint.model import Fact, Span
from agreementlint.norwegian.dates import end_of
from agreementlint.structure import Agreement

_ENDING = 6
"""Months left from which on an agreement is about to end."""
_SLACK = dt.timedelta(days=3)
"""Ends that differ by no more than this are the same ("to år … til 1. mars")."""
_SEASON = dt.timedelta(days=75)
_ELECTIONS = 3
"""Norwegian councils are elected in September of the years that leave this remainder by four."""


def period(agreement: Agreement, signed: Fact) -> dict[str, Fact]:
    """The facts "valid_from", "valid_to" (dates), "duration_months" and "period".

    `signed` is the fact of `signed_on`. State of "period": "bounded" (an end date, a period, a
    start with a duration, or a council period), "placeholder" (blanks to fill in), "open-ended"
    ("til den sies opp"), "start-only", "duration-only" (a length from no stated day), "absent".
    Values are None where two places contradict each other. Details of "period": "starts" and
    "ends" (every reading), "conflict" ("" , "dates", "duration", "order"), "prolonged" (it goes
    on by itself after its end), "council" (it follows the council period), "no_day" (it does so
    without a word of when it ends).
    """
    said = validity(agreement)
    starts = _finest(_of(said, "start"))
    ends = _finest(_of(said, "extended") or _of(said, "end"))
    begin = _days(starts)
    if not begin and _of(said, "from-signing"):
        begin = _maybe(signed)
    stated = _days(ends)
    lengths = _lengths(said)
    counted = () if _of(said, "extended") else lengths  # what was extended outlives its length
    computed = [end_of(s, m) for s, m in product(begin or _maybe(signed), counted)]
    conflict = _conflict(begin, stated, computed)
    valid_from = begin[0] if len(begin) == 1 and conflict != "order" else None
    valid_to = None if conflict else next(iter(stated or (computed if begin else ())), None)
    lines = _lines(said, starts, ends)
    exact = tuple(dict.fromkeys([*stated, *computed]))
    details = {
        "starts": tuple(begin),
        "ends": exact or _about(said, begin, signed),
        "conflict": conflict,
        "prolonged": bool(_of(said, "prolonged")),
        "council": bool(_of(said, "council")),
        "no_day": not exact and not _of(said, "until-council", "about"),
    }
    return {
        "valid_from": _date_fact(valid_from, _spans(s.line for s in starts) or lines),
        "valid_to": _date_fact(valid_to, _spans(s.line for s in ends) or lines),
        "duration_months": _duration(lengths, _spans(s.line for s in _of(said, "length"))),
        "period": Fact(None, _state(said, begin, stated, signed), lines, details),
    }


def _of(said: Iterable[Stated], *kinds: Kind) -> list[Stated]:
    return [stated for kind in kinds for stated in said if stated.kind == kind]


def _days(stated: Iterable[Stated]) -> list[dt.date]:
    return list(dict.fromkeys(s.day for s in stated if s.day))


def _maybe(signed: Fact) -> list[dt.date]:
    return [signed.value] if signed.value else []


def _lengths(said: Iterable[Stated]) -> list[float]:
    return list(dict.fromkeys(s.months for s in _of(said, "length")))


def _duration(lengths: list[float], lines: tuple[Span, ...]) -> Fact:
    months = lengths[0] if len(lengths) == 1 else None
    return Fact(months, "given" if lengths else "absent", lines)


def _date_fact(day: dt.date | None, lines: tuple[Span, ...]) -> Fact:
    return Fact(day, "given" if day else "absent", lines)


def _finest(stated: list[Stated]) -> list[Stated]:
    """Without the whole years ("2025–2028" on the cover) that an exact date of the same year
    makes more precise."""
    exact = [s for s in stated if s.precision != "year"]
    years = {s.day.year for s in exact if s.day}
    coarse = [s for s in stated if s.precision == "year" and s.day and s.day.year not in years]
    return exact + coarse


def _conflict(begin: list[dt.date], stated: list[dt.date], computed: list[dt.date]) -> str:
    if any(end < start for start, end in product(begin, stated)):
        return "order"
    if len(begin) > 1 or any(abs(a - b) > _SLACK for a, b in product(stated, stated)):
        return "dates"
    if any(abs(a - b) > _SLACK for a, b in product(stated or computed, computed)):
        return "duration"
    return ""


def _state(
    said: Iterable[Stated], begin: list[dt.date], stated: list[dt.date], signed: Fact
) -> str:
    kinds = {s.kind for s in said}
    from_day = begin or signed.value or "from-signing" in kinds
    if stated or kinds & {"council", "about"} or ("length" in kinds and from_day):
        return "bounded"
    if "blank" in kinds:
        return "placeholder"
    if "open-ended" in kinds or (begin and "prolonged" in kinds):
        return "open-ended"
    if begin or kinds & {"from-signing", "from-event"}:
        return "start-only"
    return "duration-only" if "length" in kinds else "absent"


def _lines(
    said: Iterable[Stated], starts: list[Stated], ends: list[Stated]
) -> tuple[Span, ...]:
    """Where the period is stated, the exact dates first."""
    rest = _of(said, "about", "length", "council", "from-signing", "from-event", "open-ended")
    return _spans(s.line for s in [*starts, *ends, *rest] or _of(said, "blank"))


def _about(said: Iterable[Stated], begin: list[dt.date], signed: Fact) -> tuple[dt.date, ...]:
    """The earliest and latest day on which the council period that the agreement follows ends, or
    the season that it ends in."""
    if seasons := _days(_of(said, "about")):
        return tuple(day for last in seasons for day in (last - _SEASON, last))
    follows = _of(said, "council")
    years = {s.years[1] for s in follows if s.years}
    if follows and not years:
        years = {_next_election(day) for day in (begin or _maybe(signed))[:1]}
    return tuple(day for y in sorted(years) for day in (dt.date(y, 9, 15), dt.date(y, 10, 31)))


def _next_election(day: dt.date) -> int:
    year = day.year + (_ELECTIONS - day.year) % 4
    return year + 4 if year == day.year and day.month > 9 else year


# ---------------------------------------------------------------- in force, and in order


def in_force(period_fact: Fact, as_of: dt.date) -> Fact:
    """Whether the agreement is in force on a day: the fact "term".

    State "running", "ending" (less than six months left), "future" (not begun), "expired",
    "no-end" (none can be computed), "ambiguous" (readings differ, or it goes on by itself after
    its first end).
    """
    ends, starts = period_fact.details["ends"], period_fact.details["starts"]
    if not ends or period_fact.state != "bounded":
        return Fact(state="no-end", evidence=period_fact.evidence)
    readings = {_term(start, end, as_of) for start, end in product(starts or (None,), ends)}
    if readings == {"expired"} and period_fact.details["prolonged"]:
        readings = {"ambiguous"}
    if readings == {"running"} and period_fact.details["no_day"]:
        readings = {"no-end"}
    if period_fact.details["conflict"] == "dates" and len(ends) > 1 and readings != {"expired"}:
        readings = {"ambiguous"}
    state = readings.pop() if len(readings) == 1 else "ambiguous"
    return Fact(max(ends), state, period_fact.evidence)


def _term(start: dt.date | None, end: dt.date, as_of: dt.date) -> str:
    if as_of > end:
        return "expired"
    if start and as_of < start:
        return "future"
    return "running" if end >= end_of(as_of, _ENDING) else "ending"


def date_consistency(facts: dict[str, Fact], signed: Fact) -> Fact:
    """Whether start, end, duration and signing date agree: the fact for AV006.

    State "contradiction" (the end before the start, or a duration that the dates deny),
    "mismatch" (two places give different dates), "council-mismatch" (it follows the council
    period, says the text, but its dates do not), "signed-late" (after the start), "consistent",
    "too-few" (fewer than two of the four are known).
    """
    whole = facts["period"]
    starts, ends = whole.details["starts"], whole.details["ends"]
    known = [starts, facts["valid_to"].value or (ends if whole.details["conflict"] else ()),
             facts["duration_months"].evidence, signed.value]  # fmt: skip
    if sum(bool(k) for k in known) < 2:
        return Fact(state="too-few", evidence=whole.evidence)
    evidence = _spans((*whole.evidence, *signed.evidence))
    if whole.details["conflict"] in ("order", "duration"):
        return Fact(None, "contradiction", whole.evidence)
    if whole.details["conflict"] == "dates":
        return Fact(None, "mismatch", whole.evidence)
    if whole.details["council"] and facts["valid_to"].value and not _ends_council(facts):
        return Fact(None, "council-mismatch", whole.evidence)
    if signed.value and starts and signed.value > starts[0]:
        return Fact(None, "signed-late", evidence)
    return Fact(None, "consistent", evidence)


def _ends_council(facts: dict[str, Fact]) -> bool:
    end: dt.date = facts["valid_to"].value
    return end.year % 4 == _ELECTIONS and end.month >= 8


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(spans))
