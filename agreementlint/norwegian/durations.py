"""Plain text into durations ("fire år", "to (2) år", "toårig", "for valgperioden"), and a start
with a duration into an end."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from agreementlint.model import Duration, Span
from agreementlint.norwegian.numbers import ARTICLES, CARDINALS, begins_number, cardinal
from agreementlint.norwegian.words import DASHES, Word, words

Unit = Literal["day", "week", "month", "year", "council-period"]

DAYS_A_MONTH = 365.25 / 12
COUNCIL_PERIOD = 48.0
_LONGEST = 1200.0
_UNITS: dict[str, tuple[float, Unit]] = {
    **dict.fromkeys({"år", "års", "årar", "kalenderår"}, (12.0, "year")),
    **dict.fromkeys({"halvår", "halvårs"}, (6.0, "month")),
    **dict.fromkeys({
        "måned", "måneder", "måneders", "månad", "månader", "månaders", "mnd",
    }, (1.0, "month")),
    **dict.fromkeys({
        "uke", "uker", "ukers", "veke", "veker", "vekers",
    }, (7 / DAYS_A_MONTH, "week")),
    **dict.fromkeys({
        "dag", "dager", "dagers", "dagar", "dagars", "døgn",
    }, (1 / DAYS_A_MONTH, "day")),
}
_AHEAD = frozenset({"neste", "kommende", "komande", "påfølgende", "påfølgjande"})
_DEFINITE_UNITS: dict[str, tuple[float, Unit]] = {
    **dict.fromkeys(["årene", "åra"], (12.0, "year")),
    **dict.fromkeys(["månedene", "månadene"], (1.0, "month")),
}
_STEMS: dict[str, int] = {**CARDINALS, "fir": 4}
_COMPOUND = re.compile(
    r"(?P<number>[a-zæøå]*?)(?:(?P<year>år(?:ig|ige|s|speriode|speriodar?|sperioden|savtale|savtalen)?)"
    r"|(?P<month>måned(?:ers|lig)|månaders))"
)
COUNCIL = re.compile(
    r"(?:(?:kommune|fylkes)?val[gd]?|(?:kommune|by|herads?|fylkes)(?:styre|ting)(?:val[gd]?)?s?)"
    r"(?:perioden?|perioder|periodar|bolk|bolken|bolkar)"
)
_WHOLE = frozenset({"hele", "heile", "fulle", "kalender", "kalendariske"})
_PER = frozenset({"hver", "hvert", "kvar", "kvart", "per", "pr", "annenhver"})
_PAST = frozenset({"siste", "seneste", "foregående", "forrige", "førre", "føregåande"})
_AGES = frozenset({
    "under", "alderen", "alder", "fylt", "fylte", "fyller", "fyllt", "eldre", "yngre", "enn",
})
_AFTER = frozenset({"siden", "sidan", "gammel", "gammal", "gamle", "gamal", "oppover"})
_LENGTH_OF_COUNCIL = frozenset(
    {
        "for", "gjennom", "ut", "følger", "følgjer", "følge", "følgje", "hele", "heile", "lik",
        "én", "en", "ein", "ei", "éi", "éin", "ett", "gjelder", "gjeld", "gjelde", "varer",
        "varar", "vare", "fylgjer", "fylgje", "inneværende", "inneverande", "noverande",
    }
)
_IN_FORCE = frozenset({"gjelder", "gjeld", "gjelde", "varer", "varar", "vare", "løper", "gyldig"})


def durations(text: str, offset: int = 0) -> list[Duration]:
    """The lengths of time in `text`, in months, sorted by place, spans plus `offset`.

    A council period (48 months) counts where it stands as a length ("for valgperioden", "ut
    kommunestyreperioden"), not as a time ("én gang i valgperioden"). Left out: past times ("de
    siste to år", "for ti år siden"), ages ("15–19 år", "under 18 år"), horizons ("for ett år om
    gangen"), rhythms ("hvert 2. år", "en dag i uken") and definite forms ("årene").
    """
    row = words(text)
    found: list[Duration] = []
    at = 0
    while at < len(row):
        read = _begins(row[at].text) and (
            _counted(row, at) or _compound(row, at) or _council_period(row, at)
        )
        if not read:
            at += 1
            continue
        months, unit, after = read
        if not _other_sense(row, at, after, months, unit):
            span = Span(row[at].start + offset, row[after - 1].end + offset)
            found.append(Duration(span, months, unit))
        at = after
    return found


@lru_cache(maxsize=20_000)
def _begins(word: str) -> bool:
    """Whether a length of time can begin with the word: few can."""
    return begins_number(word) or bool(_COMPOUND.fullmatch(word) or COUNCIL.fullmatch(word))


def end_of(start: dt.date, months: float) -> dt.date:
    """The last day of `months` from `start` on: the day before the same day of the month in which
    they are over; where that month has no such day, its last day. 12 months from 1 March 2023 end
    on 29 February 2024. Weeks and days (fractions of months) are counted in days. Ends after year
    9999 are `dt.date.max`."""
    if months != int(months):
        whole, half = divmod(months, 1)
        days = round(months * DAYS_A_MONTH) - 1
        if half == 0.5:
            days = (end_of(start, whole) - start).days + 15
        return start + dt.timedelta(days=min(days, (dt.date.max - start).days))
    years, index = divmod(start.month - 1 + int(months), 12)
    year = start.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    length = calendar.monthrange(year, index + 1)[1]
    if start.day > length:
        return dt.date(year, index + 1, length)
    return dt.date(year, index + 1, start.day) - dt.timedelta(days=1)


_Read = tuple[float, Unit, int]


def _counted(row: Sequence[Word], at: int) -> _Read | None:
    """"fire år", "to (2) år", "4-års"."""
    read = cardinal(row, at, articles=True)
    if not read:
        return None
    value, after = read
    if after < len(row) and row[after].text in _WHOLE | DASHES:
        after += 1
    if after >= len(row):
        return None
    word = row[after].text
    if word in _DEFINITE_UNITS and at and row[at - 1].text in _AHEAD:
        months, unit = _DEFINITE_UNITS[word]
        return value * months, unit, after + 1
    if word in _UNITS:
        months, unit = _UNITS[word]
        bare = row[at].text in ARTICLES and after == at + 1
        if bare and unit in ("day", "week"):
            return None
        return value * months, unit, after + 1
    compound = _COMPOUND.fullmatch(word)
    if compound and not compound["number"]:
        return value * (12 if compound["year"] else 1), _compound_unit(compound), after + 1
    if COUNCIL.fullmatch(word):
        return value * COUNCIL_PERIOD, "council-period", after + 1
    return None


def _compound(row: Sequence[Word], at: int) -> _Read | None:
    """"fireårig", "toårsperiode", "seksmåneders"."""
    match = _COMPOUND.fullmatch(row[at].text)
    if not match or match[0] in _UNITS:
        return None
    value = _STEMS.get(match["number"])
    if not value:
        return None
    return value * (12.0 if match["year"] else 1.0), _compound_unit(match), at + 1


def _compound_unit(match: re.Match[str]) -> Unit:
    return "year" if match["year"] else "month"


def _council_period(row: Sequence[Word], at: int) -> _Read | None:
    if not COUNCIL.fullmatch(row[at].text):
        return None
    before = [word.text for word in row[max(0, at - 4) : at]]
    while before and before[-1] in ("den", "hele", "heile", "inneværende", "kommunal", "kommunale"):
        if before[-1] in ("hele", "heile"):
            return COUNCIL_PERIOD, "council-period", at + 1
        before.pop()
    if before and (
        before[-1] in _LENGTH_OF_COUNCIL
        or (before[-1] == "i" and not _IN_FORCE.isdisjoint(before))
    ):
        return COUNCIL_PERIOD, "council-period", at + 1
    return None


def _other_sense(row: Sequence[Word], at: int, after: int, months: float, unit: Unit) -> bool:
    before = [word.text for word in row[max(0, at - 3) : at]]
    behind = [word.text for word in row[after : after + 2]]
    last = before[-1] if before else ""
    if months > _LONGEST:
        return True  # a year, not a number of years
    if last in _PER or last in _PAST or last in _AGES or (behind and behind[0] in _AFTER):
        return True
    if behind in (["om", "gangen"], ["om", "gongen"], ["av", "gangen"], ["og", "oppover"]):
        return True
    if unit == "year" and months >= 120 and last in ("over", "fra", "frå", "til", "på"):
        return True
    if len(before) > 1 and (last in DASHES or last in ("til", "eller")) and (
        before[-2][0].isdigit() or before[-2] in CARDINALS
    ):
        return True  # a range: an age, or no definite length
    if row[at].text in ARTICLES and before[-3:] == ["i", "løpet", "av"] and after == at + 2:
        return True
    rhythm = bool(behind) and (behind[0] in _PER or behind[0] == "i")
    return unit in ("day", "week") and rhythm
