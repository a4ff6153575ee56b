"""Plain text into frequencies: "minst to møter i året", "hver sjette uke", "jevnlig"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from agreementlint.model import Frequency, Span
from agreementlint.norwegian.counts import BOUNDS, EVENT, Bound, Count, bound_at, count_at
from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import ARTICLES, CARDINALS
from agreementlint.norwegian.rates import Rate, rate_at
from agreementlint.norwegian.seasons import times_at
from agreementlint.norwegian.vague import vague_at
from agreementlint.norwegian.words import DASHES, SENTENCE_ENDS, Word, words

_Kind = Literal["counted", "interval", "times", "time", "vague"]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What words `first` to `after` (exclusive) say; a "time" is a single time of the year."""

    kind: _Kind
    first: int
    after: int
    low: float | None
    high: float | None
    bound: Bound
    months: float | None = None


def frequencies(text: str, offset: int = 0) -> list[Frequency]:
    """The frequencies of `text`, in times a year, sorted by place, spans plus `offset`; no two of
    them overlap. A bound "least" has no high, "most" no low, "vague" neither.

    Two or more times of the year ("vår og høst", "i uke 6 og 22") are a frequency, one only with
    "hver" or a yearly rhythm beside it (see `times_of_year`). What spells out a frequency that
    already stands ("to ganger i året, henholdsvis vår og høst") is part of it; so are "eller
    oftere ved behov" (bound "least") and the months left out ("annenhver måned unntatt juli").
    """
    row = words(text)
    readings = _joined(row, _readings(row, text))
    return [_frequency(row, r, offset) for r in readings if r.kind != "time"]


def times_of_year(text: str, offset: int = 0) -> list[Frequency]:
    """The single times of the year ("i mars", "på høsten", "i første kvartal", "uke 7") that
    `frequencies` leaves alone because only the context can say that they return every year: once
    a year. Not those of a certain year ("våren 2024", "til høsten") nor ranges ("mars–mai")."""
    row = words(text)
    readings = _joined(row, _readings(row, text))
    return [_frequency(row, r, offset) for r in readings if r.kind == "time"]


def _frequency(row: list[Word], reading: _Reading, offset: int) -> Frequency:
    span = Span(row[reading.first].start + offset, row[reading.after - 1].end + offset)
    return Frequency(span, reading.low, reading.high, reading.bound, reading.months)


# ---------------------------------------------------------------- reading


def _readings(row: list[Word], text: str) -> list[_Reading]:
    """The readings of single expressions, by place, without overlaps."""
    found: list[_Reading] = []
    at = 0
    while at < len(row):
        reading = (
            _counted(row, at, text)
            or _interval(row, at, text)
            or _vague(row, at)
        )
        times = times_at(row, at, text)
        if isinstance(times, int):
            at = max(times, at + 1)
            continue
        if times and not (reading and reading.after >= times.after):
            kind: _Kind = "times" if times.times > 1 or times.each else "time"
            months = 12.0 if times.times == 1 else None
            reading = _Reading(
                kind, at, times.after, times.times, times.times, "exact", months
            ) if not (kind == "time" and times.one_off) else None
            if reading is None:
                at = times.after
                continue
        if reading:
            found.append(reading)
            at = reading.after
        else:
            at += 1
    return found


def _vague(row: list[Word], at: int) -> _Reading | None:
    after = vague_at(row, at)
    return _Reading("vague", at, after, None, None, "vague") if after else None


def _interval(row: list[Word], at: int, text: str) -> _Reading | None:
    """"hvert annet år", "minst halvårlig", and "hvert år … to møter"."""
    bound, start = bound_at(row, at)
    rate = rate_at(row, start, text) if start < len(row) else None
    if not rate:
        return None
    if bound == "exact" and (counted := _count_after(row, rate, text)):
        return counted
    if rate.kind == "within":
        return None
    low = None if bound == "most" else rate.times
    high = None if bound == "least" else rate.times
    return _Reading("interval", at, rate.after, low, high, bound, rate.months)


def _counted(row: list[Word], at: int, text: str) -> _Reading | None:
    """"minst to faste møter i løpet av året", "2 årlige møter", "fire ganger pr. år"."""
    count = count_at(row, at, text)
    if not count:
        return None
    if count.rate:
        return _times(count, count.rate, count.first, count.after)
    rate = _rate_after(row, count.after, text)
    return _times(count, rate, count.first, rate.after) if rate else None


_REACH = 7
_VERBS = re.compile(r"(?!felles$)\w{3,}(?:es|ast)|skal|kan|bør|har|er|vil|må|som|gjelder|gjeld")


def _rate_after(row: list[Word], at: int, text: str) -> Rate | None:
    """The rate that a count before word `at` goes with, a few words on in the same clause."""
    for index in range(at, min(at + _REACH, len(row))):
        if rate := rate_at(row, index, text):
            return rate
        word = row[index].text
        stop = word in SENTENCE_ENDS or word == "," or _VERBS.fullmatch(word)
        if stop or (word in CARDINALS and word not in ARTICLES) or word.isdigit():
            return None
    return None


def _count_after(row: list[Word], rate: Rate, text: str) -> _Reading | None:
    """"Hvert år skal det holdes minst to møter"."""
    for index in range(rate.after, min(rate.after + _REACH + 2, len(row))):
        word = row[index].text
        if word in SENTENCE_ENDS or word == "," or (index > rate.after and rate_at(row, index, text)):
            return None
        count = count_at(row, index, text)
        if count:
            own = count.rate or _rate_after(row, count.after, text)
            if own or count.bound == "vague" or _is_article_only(row, count):
                return None
            return _times(count, rate, rate.first, count.after)
    return None


def _is_article_only(row: list[Word], count: Count) -> bool:
    """"hvert år … et møte": an article before a noun other than "gang" counts nothing."""
    bare = row[count.first].text in ARTICLES
    return bare and not row[count.after - 1].text.startswith(("gang", "gong"))


def _times(count: Count, rate: Rate, first: int, after: int) -> _Reading:
    factor = rate.times
    if rate is count.rate and count.low == rate.times > 1:
        factor = 1.0  # "to halvårlige møter" are two a year
    low = None if count.low is None else count.low * factor
    high = None if count.high is None else count.high * factor
    base = count.low if count.low is not None else count.high
    regular = base is not None and count.bound != "range" and (base == 1 or rate.times <= 0.25)
    months = rate.months / base if regular and base else None
    return _Reading("counted", first, after, low, high, count.bound, months)


# ---------------------------------------------------------------- joining

_LINKS = frozenset(
    "( ) : henholdsvis hhv respektive fordelt fordelte på med dvs det vil si altså gjerne "
    "fortrinnsvis primært normalt vanligvis vanlegvis helst som regel hvorav kvarav den ett eitt "
    "i om av begge til totalt sammen saman tilsammen nemlig nemleg tidlig tidleg sent seint "
    "begynnelsen slutten starten medio legges lagt leggast holdes haldast avholdes hver kvar "
    "avvikles gjennomføres innen innan faste fast en ein et eit".split()
)
_MORE = frozenset("oftere oftare hyppigere hyppigare flere fleire mer meir ellers elles ekstra".split())
_ALSO = frozenset(
    "eller og samt men , ( ) dersom hvis om ad hoc adhoc i tillegg utover dette møter møte ekstramøter ekstramøte "
    "det er så lenge ut over ekstraordinære ekstraordinært kan også".split()
)
_EXCEPT: tuple[tuple[str, ...], ...] = (
    ("unntatt",), ("unnateke",), ("unntatt", "i"), ("utenom",), ("utanom",), ("utenom", "i"),
    ("bortsett", "fra"), ("bortsett", "frå"), ("med", "unntak", "av"), ("med", "unnatak", "av"),
    ("unnateken",), ("unnatatt",), ("unntatt", "for"),
)  # fmt: skip


def _joined(row: list[Word], readings: list[_Reading]) -> list[_Reading]:
    """Readings that say one thing together made one, then extended by what may follow."""
    found: list[_Reading] = []
    for reading in readings:
        joint = _pair(row, found[-1], reading) if found else None
        if joint:
            found[-1] = joint
        else:
            found.append(reading)
            joint = reading
        found[-1] = _extended(row, found[-1])
    return [
        reading for index, reading in enumerate(found)
        if not any(other.first <= reading.first < other.after for other in found[:index])
    ]  # fmt: skip


def _pair(row: list[Word], first: _Reading, second: _Reading) -> _Reading | None:
    gap = [word.text for word in row[first.after : second.first]]
    whole = {"first": first.first, "after": second.after}
    if second.kind == "vague":
        more = not _MORE.isdisjoint(gap) or (gap and gap[0] in ("og", "samt"))
        if more and first.kind != "vague" and set(gap) <= _ALSO | _MORE:
            return replace(first, **whole, **_at_least(first))
        return None
    if first.kind == "vague":
        lead_in = set(gap) <= {",", "(", "og", "men", "med", "–", "-", "dvs"}
        return replace(second, **whole) if lead_in and second.kind != "time" else None
    if not _links(gap):
        return None
    yearly = _yearly_times(first, second) or _yearly_times(second, first)
    if yearly:
        return replace(yearly, **whole)
    if first.kind in ("time",) or first.low is None or second.low is None:
        return None
    if first.kind == "counted" and second.low <= first.low and second.bound != "vague":
        return replace(first, **whole)
    if second.low == first.low:
        return replace(second if second.kind == "counted" else first, **whole)
    return None


def _yearly_times(rhythm: _Reading, times: _Reading) -> _Reading | None:
    """"hvert annet år" and "i mars og november", in either order."""
    if rhythm.kind != "interval" or times.kind not in ("time", "times") or times.low is None:
        return None
    if rhythm.months is None or rhythm.months < 12:
        return None
    low = None if rhythm.low is None else rhythm.low * times.low
    high = None if rhythm.high is None else rhythm.high * times.low
    months = rhythm.months if times.low == 1 else None
    return replace(rhythm, low=low, high=high, months=months)


def _links(gap: list[str]) -> bool:
    return len(gap) <= 8 and all(
        word in _LINKS or word == "," or word in DASHES or word in CARDINALS or word in ("1", "2")
        or EVENT.fullmatch(word) or (word,) in BOUNDS
        for word in gap
    )  # fmt: skip


def _at_least(reading: _Reading) -> dict[str, Bound | None]:
    if reading.low is None:
        return {}
    return {"bound": "least", "high": None}


def _extended(row: list[Word], reading: _Reading) -> _Reading:
    """With "eller oftere", "som et minimum", "unntatt juli" behind it."""
    at = reading.after
    if reading.kind in ("vague", "time") or at >= len(row):
        return reading
    after = at + (row[at].text in (",", "("))
    if after + 1 < len(row) and row[after].text in ("eller", "og") and row[after + 1].text in _MORE:
        return replace(reading, after=after + 2, **_at_least(reading))
    if row[at].text == "som" and (bound := bound_at(row, at))[0] == "least":
        return replace(reading, after=bound[1], **_at_least(reading))
    return _without_months(row, reading, after) or reading


def _without_months(row: list[Word], reading: _Reading, at: int) -> _Reading | None:
    left_out = None
    for phrase in _EXCEPT:
        if tuple(word.text for word in row[at : at + len(phrase)]) == phrase:
            left_out = at + len(phrase)
    if left_out is None or reading.months is None or reading.low is None:
        return None
    missing, after = 0, left_out
    while after < len(row) and (row[after].text in MONTHS or row[after].text in (",", "og", "i")):
        missing += row[after].text in MONTHS
        after += 1
    if not missing:
        return None
    if reading.months == 1:
        return replace(
            reading, after=after, low=reading.low - missing,
            high=reading.high and reading.high - missing, months=None,
        )  # fmt: skip
    # one in every few months: the months left out may or may not have been its turn
    return replace(
        reading, after=after, low=max(reading.low - missing, 0), bound="range", months=None
    )
