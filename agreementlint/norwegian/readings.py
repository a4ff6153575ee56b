"""Words into readings: what single expressions say about how often, before they are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from agreementlint.norwegian.counts import (
    Bound,
    Count,
    amount_at,
    begins_count,
    bound_at,
    bounded,
    count_at,
    is_event,
)
from agreementlint.norwegian.numbers import ARTICLES, CARDINALS
from agreementlint.norwegian.rates import Rate, begins_rate, rate_at
from agreementlint.norwegian.seasons import Times, begins_time, times_at
from agreementlint.norwegian.vague import begins_vague, vague_at
from agreementlint.norwegian.words import SENTENCE_ENDS, Word, text_at

Kind = Literal["counted", "bare", "interval", "times", "time", "vague"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What words `first` to `after` (exclusive) say; a "time" is a single time of the year,
    a "bare" count lacks what it is per."""

    kind: Kind
    first: int
    after: int
    low: float | None
    high: float | None
    bound: Bound
    months: float | None = None


def readings(row: Sequence[Word], text: str) -> list[Reading]:
    """The readings of single expressions, by place, without overlaps."""
    found: list[Reading] = []
    at = 0
    while at < len(row):
        if not _begins(row[at].text):
            at += 1
            continue
        reading = (
            _counted(row, at, text) or _labelled(row, at, text)
            or _interval(row, at, text) or _vague(row, at)
        )  # fmt: skip
        times = times_at(row, at, text)
        if times and (not reading or reading.after < times.after):
            reading = _of_times(times)
            at = times.after
        elif reading:
            at = reading.after
        else:
            at += 1
        if reading:
            found.append(reading)
    return found


@lru_cache(maxsize=20_000)
def _begins(word: str) -> bool:
    """Whether any reading can begin with the word: few can, and trying them all takes long."""
    ways = (begins_count, is_event, begins_rate, begins_vague, begins_time)
    return any(way(word) for way in ways)


def _of_times(times: Times) -> Reading | None:
    if times.one_off:
        return None
    kind: Kind = "times" if times.times > 1 or times.each else "time"
    months = 12.0 if times.times == 1 else None
    return Reading(kind, times.first, times.after, times.times, times.times, "exact", months)


def _vague(row: Sequence[Word], at: int) -> Reading | None:
    after = vague_at(row, at)
    return Reading("vague", at, after, None, None, "vague") if after else None


def _interval(row: Sequence[Word], at: int, text: str) -> Reading | None:
    """"hvert annet år", "minst halvårlig", and "hvert år … to møter"."""
    bound, start = bound_at(row, at)
    rate = rate_at(row, start, text) if start < len(row) else None
    if not rate:
        return None
    if bound == "exact" and (counted := _count_after(row, rate, text)):
        return counted
    planned = "for" in (text_at(row, rate.first), text_at(row, rate.first - 1))
    if rate.kind == "within" or (planned and rate.kind == "every"):
        return None  # "møteplan for hvert halvår" is a plan, not a rhythm
    if rate.kind == "apart" and bound in ("most", "least"):
        # "høyst to år mellom hver", "ikke mer enn to år": the longer apart, the more seldom
        bound = "least"
    low = None if bound == "most" else rate.times
    high = None if bound == "least" else rate.times
    return Reading("interval", at, rate.after, low, high, bound, rate.months)


def _counted(row: Sequence[Word], at: int, text: str) -> Reading | None:
    """"minst to faste møter i løpet av året", "2 årlige møter", "fire ganger pr. år"."""
    count = count_at(row, at, text)
    if not count:
        return None
    if count.rate:
        return _times(count, count.rate, count.first, count.after)
    rate = _rate_after(row, count.after, text)
    if rate:
        return _times(count, rate, count.first, rate.after)
    return Reading("bare", count.first, count.after, count.low, count.high, count.bound)


def _labelled(row: Sequence[Word], at: int, text: str) -> Reading | None:
    """"Møter per år: 4"."""
    if not is_event(row[at].text) or at + 1 >= len(row):
        return None
    rate = rate_at(row, at + 1, text)
    if not rate or text_at(row, rate.after) not in (":", "|") or rate.after + 1 >= len(row):
        return None
    bound, start = bound_at(row, rate.after + 1)
    amount = amount_at(row, start) if start < len(row) else None
    if not amount:
        return None
    low, high, own, after = amount
    count = bounded(at, after, low, high, own if bound == "exact" else bound)
    return _times(count, rate, at, after)


_REACH = 8
_VERBS = re.compile(r"(?!felles$)\w{3,}(?:es|ast)|skal|kan|bør|har|er|vil|må|som|gjelder|gjeld")


def _rate_after(row: Sequence[Word], at: int, text: str) -> Rate | None:
    """The rate that a count before word `at` goes with, a few words on in the same clause."""
    listing = False  # "møter mellom ordfører, rådmann og politi i året"
    for index in range(at, min(at + _REACH, len(row))):
        rate = rate_at(row, index, text)
        if rate and (rate.kind == "within" or not listing):
            return rate
        word = row[index].text
        listing = listing or word == ","
        stop = rate or word in SENTENCE_ENDS or _VERBS.fullmatch(word)
        if stop or (word in CARDINALS and word not in ARTICLES) or word.isdigit():
            return None
    return None


def _count_after(row: Sequence[Word], rate: Rate, text: str) -> Reading | None:
    """"Hvert år skal det holdes minst to møter"."""
    for index in range(rate.after, min(rate.after + _REACH + 2, len(row))):
        word = row[index].text
        other_rate = index > rate.after and rate_at(row, index, text)
        if word in SENTENCE_ENDS or word == "," or other_rate:
            return None
        count = count_at(row, index, text)
        if count:
            own = count.rate or _rate_after(row, count.after, text)
            if own or count.bound == "vague" or _is_article_only(row, count):
                return None
            return _times(count, rate, rate.first, count.after)
    return None


def _is_article_only(row: Sequence[Word], count: Count) -> bool:
    """"hvert år … et møte": an article before a noun other than "gang" counts nothing."""
    bare = row[count.first].text in ARTICLES
    return bare and not row[count.after - 1].text.startswith(("gang", "gong"))


def _times(count: Count, rate: Rate, first: int, after: int) -> Reading:
    factor = rate.times
    if rate is count.rate and count.low == rate.times > 1:
        factor = 1.0  # "to halvårlige møter" are two a year
    low = None if count.low is None else count.low * factor
    high = None if count.high is None else count.high * factor
    base = count.low if count.low is not None else count.high
    regular = base is not None and count.bound != "range" and (base == 1 or rate.times <= 0.25)
    months = rate.months / base if regular and base else None
    return Reading("counted", first, after, low, high, count.bound, months)
