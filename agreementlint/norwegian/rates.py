"""Words into rates, what a count is per: "i året", "per kvartal", "hvert annet år", "månedlig"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from agreementlint.norwegian.durations import COUNCIL, COUNCIL_PERIOD
from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import (
    ARTICLES,
    CARDINALS,
    ORDINALS,
    SECOND,
    begins_number,
    cardinal,
    ordinal,
)
from agreementlint.norwegian.words import Word, stands_at, text_at

WEEKS_A_YEAR = 52.0

EVERY = frozenset({"hver", "hvert", "kvar", "kvart"})
WEEKDAYS = re.compile(
    r"(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:en|er|ar)?|virkedag|yrkedag|kvardag|hverdag"
)


_Kind = Literal["every", "adverb", "within", "apart"]


class Rate(NamedTuple):
    """`times` a year and the interval in `months` of words `first` to `after` (exclusive). An
    "every" ("hvert år"), an "adverb" ("årlig") or an "apart" ("med to års mellomrom") says how
    often by itself, a "within" ("i året") only after a count."""

    first: int
    after: int
    times: float
    months: float
    kind: _Kind


_UNIT_TIMES: dict[str, float] = {
    **dict.fromkeys({"år", "året", "åra"}, 1),
    **dict.fromkeys({"halvår", "halvåret", "halvårsperiode", "halvårsperioden"}, 2),
    **dict.fromkeys({"semester", "semesteret"}, 2),
    **dict.fromkeys({"tertial", "tertialet"}, 3),
    **dict.fromkeys({"kvartal", "kvartalet"}, 4),
    **dict.fromkeys({
        "måned", "måneden", "månad", "månaden", "mnd",
    }, 12),
    **dict.fromkeys({
        "uke", "uken", "uka", "veke", "veka", "veken",
    }, WEEKS_A_YEAR),
    **dict.fromkeys({"dag", "dagen", "døgn", "døgnet"}, 365),
}  # fmt: skip
_KIND_OF_UNIT = re.compile(
    r"^(?:kalender|skole|skule|studie|drifts|budsjett|rekneskaps|regnskaps|arbeids|avtale|møte)"
    r"(?=(?:halv)?år|måned|månad|uke|veke|dag)"
)
"""What narrows a unit and leaves its length: "kalenderhalvår", "arbeidsuke", "avtaleår"."""
_ADVERB_TIMES: dict[str, float] = {
    **dict.fromkeys({
        "årlig", "årlige", "årleg", "årlege", "årvisst", "årvisse", "årviss", "årsvis",
    }, 1),
    **dict.fromkeys({
        "halvårlig", "halvårlige", "halvårleg", "halvårlege", "halvårig", "halvårige",
        "halvårsvis",
    }, 2),
    **dict.fromkeys({"semestervis", "semestervise"}, 2),
    **dict.fromkeys({"tertialvis", "tertialvise", "tertialsvis"}, 3),
    **dict.fromkeys({
        "kvartalsvis", "kvartalsvise", "kvartalvis", "kvartalvise", "kvartårlig", "kvartalsmessig",
    }, 4),
    **dict.fromkeys({
        "månedlig", "månedlige", "månadleg", "månadlege", "månedsvis", "månedsvise", "månadsvis",
        "månadsvise",
    }, 12),
    **dict.fromkeys({
        "ukentlig", "ukentlige", "ukentleg", "vekentleg", "vekentlege", "vekeleg", "vekesvis",
        "ukesvis", "vekevis",
    }, WEEKS_A_YEAR),
    **dict.fromkeys({"daglig", "dagleg"}, 365),
}  # fmt: skip
_SPACES: dict[str, float] = {
    **dict.fromkeys({"år", "års"}, 1),
    **dict.fromkeys({"halvår", "halvårs"}, 2),
    **dict.fromkeys({
        "måned", "måneder", "måneders", "månad", "månader", "månaders", "mnd",
    }, 12),
    **dict.fromkeys({"uke", "uker", "ukers", "veke", "veker", "vekers"}, WEEKS_A_YEAR),
}  # fmt: skip
"""How many of the spaces between two occasions make a year: "med to års mellomrom"."""
_BETWEEN = frozenset({"mellomrom", "mellomrum", "intervall", "intervaller", "intervallar"})
_ALTERNATE = re.compile(r"(?:oddetal|partal)l?s?år(?:et|a|ene)?")
_SEASON = re.compile(r"vår|høst|haust|sommer|sumar|vinter|jul|påske|nyttår|nyår|årsskifte")
_MEETING_TIMES: dict[str, float] = {
    "halvårs": 2, "semester": 2, "tertial": 3, "tertials": 3, "kvartals": 4, "måneds": 12,
    "månads": 12, "uke": WEEKS_A_YEAR, "ukes": WEEKS_A_YEAR, "veke": WEEKS_A_YEAR,
}  # fmt: skip
_MEETING = re.compile(rf"({'|'.join(_MEETING_TIMES)})(?:møte[rt]?|møta|møtene|samling(?:er|ar)?)")
_MEETINGS = re.compile(r"\w*(?:møta|møte|møter|samling\w*)")
_YEARS_PERIOD = re.compile(r"([a-zæøå]+)årsperioden?")
_OTHER_DAILY = re.compile(r"led\w*|leiar\w*|leiing\w*|drift\w*|arbeid\w*|virke|tale|liv\w*")
_EVERY_OTHER = re.compile(r"(?P<ordinal>[a-zæøå]+)(?:hver|hvert|kvar|kvart)")
_EMPHASIS = frozenset({
    "eneste", "einaste", "enkelt", "enkelte", "einskild", "einskilde", "nye", "ny",
})
_QUALIFIERS = frozenset(
    {
        "den", "det", "enkelte", "enkelt", "inneværende", "inneverande", "noverande", "kommunale",
        "kommunal", "kommende", "komande", "valgte", "samme", "same",
    }
)
_PER = frozenset(("per", "pr", "/"))
_WITHIN: tuple[tuple[str, ...], ...] = (
    ("i", "løpet", "av"), ("i", "laupet", "av"), ("innenfor",), ("innanfor",), ("gjennom",),
    ("i",), ("om",), ("på",), ("til",), ("for",),
)  # fmt: skip
_WITHIN_STARTS = frozenset(phrase[0] for phrase in _WITHIN)


@lru_cache(maxsize=20_000)
def begins_rate(word: str) -> bool:
    """Whether `rate_at` can find anything that begins with the word."""
    named = word in _ADVERB_TIMES or word in EVERY or word in _PER or word in _WITHIN_STARTS
    shaped = _MEETING.fullmatch(word) or _EVERY_OTHER.fullmatch(word) or _ALTERNATE.fullmatch(word)
    return named or word in ("like", "ulike", "odde") or bool(shaped) or begins_number(word)


def rate_at(row: Sequence[Word], at: int, text: str) -> Rate | None:
    """The rate that begins with word `at`, the longest reading of it, or None."""
    word = row[at].text
    if not begins_rate(word):
        return None
    if word in _ADVERB_TIMES:
        times = _ADVERB_TIMES[word]
        if times == 365 and at + 1 < len(row) and _OTHER_DAILY.fullmatch(row[at + 1].text):
            return None
        return _rate(at, at + 1, times, "adverb")
    if meeting := _MEETING.fullmatch(word):
        return _rate(at, at + 1, _MEETING_TIMES[meeting[1]], "adverb")
    if every := _every(row, at, text) or _spaced(row, at) or _alternate(row, at):
        return every
    if word in _PER:
        return _within(row, at, at + 1, definite_only=False)
    for phrase in _WITHIN:
        if word == phrase[0] and stands_at(row, at, phrase):
            beyond = at + len(phrase)
            if beyond < len(row) and (every := _every(row, beyond, text)):
                return every._replace(first=at)
            return _within(row, at, beyond, definite_only=True)
    return None


def _rate(first: int, after: int, times: float, kind: _Kind) -> Rate:
    return Rate(first, after, float(times), 12 / times, kind)


def _every(row: Sequence[Word], at: int, text: str) -> Rate | None:
    """"hvert år", "hver 2. måned", "annenhver uke", "anna kvart år", "hver torsdag"."""
    word = row[at].text
    step = 1.0
    after = at + 1
    joined = _EVERY_OTHER.fullmatch(word)
    if word in EVERY:
        after = _new_unit(row, after)
        while text_at(row, after) in _EMPHASIS:
            after += 1
        if after < len(row) and (read := ordinal(row, after, text) or cardinal(row, after)):
            step, after = read
    elif joined and (value := _ordinal_value(joined["ordinal"])):
        step = value
    elif text_at(row, at + 1) in EVERY and (value := _ordinal_value(word)) and value > 1:
        step, after = value, at + 2
    else:
        return None
    if text_at(row, after) in _EMPHASIS:
        after += 1
    if after >= len(row) or step <= 0:
        return None
    if WEEKDAYS.fullmatch(row[after].text) and "virke" not in row[after].text:
        return _weekdays(row, at, after, step)
    if row[after].text == "halve" and text_at(row, after + 1).startswith("år"):
        return _rate(at, after + 2, 2 / step, "every")  # "hvert halve år"
    times = _unit_times(row[after].text)
    if step > 1 and (_SEASON.fullmatch(row[after].text) or row[after].text in MONTHS):
        times = 1.0  # "annakvar haust", "hver tredje mars"
    if times == 365 and step % 7 == 0:  # "hver 14. dag" is every second week
        times, step = WEEKS_A_YEAR, step / 7
    return _rate(at, after + 1, times / step, "every") if times else None


def _new_unit(row: Sequence[Word], at: int) -> int:
    """The index of "kvartal" in "hver gang et nytt kvartal tar til", else `at`."""
    if text_at(row, at) not in ("gang", "gong"):
        return at
    unit = at + 1 + (text_at(row, at + 1) in ARTICLES)
    named = text_at(row, unit) in ("nytt", "ny") and text_at(row, unit + 1) in _UNIT_TIMES
    return unit + 1 if named else at


def _spaced(row: Sequence[Word], at: int) -> Rate | None:
    """"med 18 måneders mellomrom", "tre år mellom hver gang"."""
    read = cardinal(row, at, articles=True)
    if not read or not (times := _SPACES.get(text_at(row, read[1]))):
        return None
    value, unit = read
    after = unit + 2 if text_at(row, unit + 1) in _BETWEEN else _gap(row, unit + 1)
    return _rate(at, after, times / value, "apart") if after and value > 0 else None


def _gap(row: Sequence[Word], at: int) -> int | None:
    """The index after "mellom møtene", "mellom to ordinære møter", "fra ett møte til det neste"."""
    word, after = text_at(row, at), text_at(row, at + 1)
    if word in ("mellom", "millom"):
        two = after in EVERY or after == "to" or after.endswith(("ene", "ane"))
        return at + 2 if two or _MEETINGS.fullmatch(after) else None
    if word in ("fra", "frå"):
        for index in range(at + 1, min(at + 6, len(row))):
            if row[index].text == "til" and text_at(row, index + 2).startswith("neste"):
                return index + 3
    return None


def _alternate(row: Sequence[Word], at: int) -> Rate | None:
    """"i partallsår", "hver høst i år med like årstall"."""
    word = row[at].text
    if _ALTERNATE.fullmatch(word):
        return _rate(at, at + 1, 0.5, "every")
    if word in ("like", "ulike", "odde") and text_at(row, at + 1) in ("år", "årstall", "årstal"):
        return _rate(at, at + 2, 0.5, "every")
    return None


def _weekdays(row: Sequence[Word], at: int, after: int, step: float) -> Rate:
    days = 1
    after += 1
    while text_at(row, after) in (",", "og") and WEEKDAYS.fullmatch(text_at(row, after + 1)):
        days += 1
        after += 2
    return _rate(at, after, WEEKS_A_YEAR * days / step, "every")


def _within(row: Sequence[Word], at: int, after: int, *, definite_only: bool) -> Rate | None:
    determined = not definite_only
    while text_at(row, after) in _QUALIFIERS or text_at(row, after) in ARTICLES or (
        CARDINALS.get(text_at(row, after)) == 1
    ):
        determined = True
        after += 1
    unit = text_at(row, after)
    times = _unit_times(unit)
    if not times or not (determined or unit.endswith(("et", "en", "a", "ken"))):
        return None
    return _rate(at, after + 1, times, "within")


def _unit_times(word: str) -> float:
    """How many of the unit make a year; 0 for words that are no unit."""
    if times := _UNIT_TIMES.get(_KIND_OF_UNIT.sub("", word, count=1)):
        return times
    if COUNCIL.fullmatch(word):
        return 12 / COUNCIL_PERIOD
    if (years := _YEARS_PERIOD.fullmatch(word)) and (value := CARDINALS.get(years[1])):
        return 1 / value
    return 0.0


def _ordinal_value(word: str) -> int | None:
    return 2 if word in SECOND else ORDINALS.get(word)
