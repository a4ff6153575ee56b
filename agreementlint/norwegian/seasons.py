"""Words into times of the year: "vår og høst", "i mars og november", "i uke 6, 22 og 45"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import begins_number, cardinal, ordinal
from agreementlint.norwegian.rates import WEEKDAYS
from agreementlint.norwegian.words import DASHES, SENTENCE_ENDS, Word, text_at

_EVERY = frozenset({"hver", "hvert", "kvar", "kvart"})
_SEASON = re.compile(
    r"(?P<name>vår|jul|jol|påske|nyttår|nyår|årsskifte|(?:sommer|sommar|sumar)ferie"
    r"|høst|haust|sommer|sommar|sumar|vinter|forsommer|forsommar|seinhaust|senhøst|førjulsvinter)"
    r"(?:en|et|n|t|a|halvåret|semesteret|sesongen|parten|møte[rt]?|møta|samling(?:er|ar)?)?"
)
_EVENT = re.compile(
    r"(?P<name>pinse|advent|sankthans|olsok|russetid|(?:høst|haust|vinter|felles|jule|påske)?ferie"
    r"|sk[ou]le(?:start|slutt))(?:en|n|a)?"
)
_MONTHS_MEETING = re.compile(rf"({'|'.join(MONTHS)})(?:møte[rt]?|møta|møtene|samlinga?|rådet)")
_MEETING = re.compile(r"møte[rt]?$|møta$|samling(?:er|ar)?$")
_WHEN = frozenset({"når", "da", "då"})
_COMES = frozenset(
    {
        "kommer", "kjem", "begynner", "byrjar", "starter", "startar", "nærmer", "nærmar", "melder",
        "setter", "set",
    }
)  # fmt: skip
_PARTS = frozenset({"kvartal", "halvår", "tertial", "semester"})
_WEEK_PARTS = frozenset({"uke", "uken", "uka", "veke", "veka", "halvdel", "del"})
_SIDES = frozenset({"før", "føre", "fyre", "etter"})
_AT_MEETINGS = frozenset({"i", "på", "ved"})
_AT_EVENTS = _SIDES | {"ved", "rundt", "til"}
_WEEK = frozenset({"uke", "veke", "ukene", "vekene", "uker", "veker"})
_LEADS = _EVERY | frozenset(
    {
        "i", "på", "om", "til", "innen", "innan", "medio", "primo", "ultimo", "begynnelsen",
        "byrjinga", "starten", "slutten", "midten", "av", "tidlig", "tidleg", "sent", "seint",
        "ved", "rundt", "før", "føre", "fyre", "utgangen", "løpet", "etter", "senest", "seinast",
    }
)
_OCCASION = re.compile(r"gang|gong|\w*møte[r]?|\w*samling|x")
_FROM = frozenset({"fra", "frå", "siden", "sidan", "mellom", "mot"})
_YEAR = re.compile(r"(?:19|20)\d\d")


class Times(NamedTuple):
    """How many `times` of the year words `first` to `after` (exclusive) name; `each` where they
    say that it is every year ("hver vår"), `one_off` where they are no rhythm: of a certain year
    ("våren 2024"), ahead ("til høsten") or a range ("mars–mai")."""

    first: int
    after: int
    times: float
    each: bool = False
    one_off: bool = False


class _Item(NamedTuple):
    after: int
    name: str
    number: float
    each: bool
    lead: str


def begins_time(word: str) -> bool:
    """Whether `times_at` can find anything that begins with the word."""
    named = word in MONTHS or word in _WEEK or word in _LEADS or word in _WHEN
    shaped = _SEASON.fullmatch(word) or _MONTHS_MEETING.fullmatch(word)
    before = word in ("(", "den", "siste", "midtre")
    return named or before or bool(shaped) or begins_number(word)


def times_at(row: Sequence[Word], at: int, text: str) -> Times | None:
    """The times of the year that begin with word `at`, as many as are listed, or None."""
    first = _item(row, at, text)
    if not first:
        return None
    items = [first]
    total, after = first.number, first.after
    one_off = bool(at) and row[at - 1].text in _FROM
    while link := _link(row, after):
        item = _item(row, link[0], text, items[-1])
        if not item:
            break
        stretch = link[1] == "range" and not _adjacent(items[-1].name, item.name)
        one_off = one_off or stretch or _has_year(row, after)
        if link[1] == "and" and item.name not in {known.name for known in items}:
            total += item.number
        items.append(item)
        after = item.after
    names = {item.name for item in items}
    if _has_year(row, after):
        return Times(at, after + 1, 0, one_off=True)
    if any(item.name == "vår" and not item.lead for item in items) and not (
        (names - {"vår"}) & _SEASON_NAMES
    ):
        return None  # "vår" is also "our"
    ahead = len(names) == 1 and first.name in _SEASON_NAMES and first.lead in ("i", "til", "")
    each = any(item.each for item in items)
    dated = len(items) == 1 and first.lead in _SIDES and _is_of_a_year(row, at)
    return Times(at, after, total, each, one_off or ahead or dated)


def _is_of_a_year(row: Sequence[Word], at: int) -> bool:
    """Whether a year was named before in the sentence: "i februar 2025 …, før sommeren"."""
    ends = (i for i in range(at - 1, -1, -1) if row[i].text in SENTENCE_ENDS)
    return any(_YEAR.fullmatch(word.text) for word in row[next(ends, -1) + 1 : at])


def _adjacent(first: str, second: str) -> bool:
    """Whether "februar–mars" is one time rather than a stretch of the year."""
    return MONTHS.get(second, 0) - MONTHS.get(first, 0) == 1 and first in MONTHS


def _has_year(row: Sequence[Word], at: int) -> bool:
    return bool(_YEAR.fullmatch(text_at(row, at)))


_SEASON_NAMES = frozenset({"vår", "høst", "haust", "sommer", "sommar", "sumar", "vinter"})


def _item(row: Sequence[Word], at: int, text: str, previous: _Item | None = None) -> _Item | None:
    """One time of the year, with "én gang", "ett møte", "på", "i begynnelsen av" … before it."""
    if coming := _coming(row, at):
        return coming
    number, at = _occasions(row, at)
    at, lead, each = _lead(row, _day_within(row, at, text))
    if at >= len(row):
        return None
    word = row[at].text
    if word in MONTHS:
        return _Item(at + 1, word, number, each, lead)
    meeting = _MONTHS_MEETING.fullmatch(word)
    if meeting and (lead in _AT_MEETINGS or each or previous):
        return _Item(at + 1, meeting[1], number, each, lead)
    if previous and not lead and _EVENT.fullmatch(word):
        lead = previous.lead  # "etter vinterferien og høstferien"
    if season := _SEASON.fullmatch(word) or (lead in _AT_EVENTS and _EVENT.fullmatch(word)):
        if _MEETING.search(word) and lead == "i":
            lead = "på"  # "i høst" is this year, "i høstmøtet" every year
        side = lead if lead in _SIDES else ""  # before and after summer are two times
        return _Item(at + 1, side + season["name"], number, each, lead)
    if word in _WEEK and _is_week(text_at(row, at + 1)):
        return _Item(at + 2, f"uke {row[at + 1].text}", number, each, lead)
    if previous and previous.name.startswith("uke") and _is_week(word) and not lead:
        return _Item(at + 1, f"uke {word}", number, each, lead)
    if each:
        return None  # "hvert tredje kvartal" is an interval
    return _numbered(row, at, text, number, lead)


def _coming(row: Sequence[Word], at: int) -> _Item | None:
    """"når våren kjem", not "når sommeren skal planlegges"."""
    if text_at(row, at) not in _WHEN or text_at(row, at + 2) not in _COMES:
        return None
    season = _SEASON.fullmatch(text_at(row, at + 1))
    return _Item(at + 3, season["name"], 1.0, False, "når") if season else None


def _occasions(row: Sequence[Word], at: int) -> tuple[float, int]:
    """How many times "to møter", "én gang", "ett" before a time are, and the index after them."""
    read = cardinal(row, at, articles=True) if at < len(row) else None
    if not read:
        return 1.0, at
    value, after = read
    named = bool(_OCCASION.fullmatch(text_at(row, after)))
    beyond = after + named
    follows = text_at(row, beyond) in _LEADS or (named and _SEASON.fullmatch(text_at(row, beyond)))
    return (value, beyond) if follows else (1.0, at)


def _day_within(row: Sequence[Word], at: int, text: str) -> int:
    """The index after "første tirsdag", "den siste uken" where "i" or "av" follows, else `at`."""
    if at < len(row) and WEEKDAYS.fullmatch(row[at].text):  # "onsdag 4. juni"
        return at + 1 if at + 1 < len(row) and ordinal(row, at + 1, text) else at
    start = at + (text_at(row, at) in ("i", "på")) if at < len(row) else at
    start += text_at(row, start) == "den"
    if start >= len(row):
        return at
    read = ordinal(row, start, text)
    after = read[1] if read else start + 1
    if not read and row[start].text not in ("siste", "midtre"):
        return at
    part = text_at(row, after)
    dated = WEEKDAYS.fullmatch(part) or part in _WEEK_PARTS
    return after + 1 if dated and text_at(row, after + 1) in ("i", "av") else at


def _lead(row: Sequence[Word], at: int) -> tuple[int, str, bool]:
    """The index after the prepositions at `at`, the last of them, and whether one is "hver"."""
    lead, each = "", False
    while True:
        bracketed = text_at(row, at) == "(" and text_at(row, at + 2) == ")"  # "(i) november"
        word = text_at(row, at + bracketed)
        if word not in _LEADS:
            return at, lead, each
        lead, each = word, each or word in _EVERY
        at += 3 if bracketed else 1


def _numbered(row: Sequence[Word], at: int, text: str, count: float, lead: str) -> _Item | None:
    """"første kvartal", the "første" of "første og tredje kvartal", "1. mars"."""
    read = ordinal(row, at, text)
    if not read:
        return None
    value, after = read
    if text_at(row, after) in MONTHS:
        return _Item(after + 1, f"{value}. {row[after].text}", count, False, lead)
    for index in range(after, min(after + 9, len(row))):
        word = row[index].text
        if word in _PARTS:
            after = index + 1 if index == after else after
            return _Item(after, f"{value} {word}", count, False, lead)
        if word not in (",", "og", ".") and not ordinal(row, index, text):
            return None
    return None


def _link(row: Sequence[Word], at: int) -> tuple[int, str] | None:
    """The index after "og", ", " … at word `at`, and whether it adds, ranges or leaves a choice."""
    word = text_at(row, at)
    if word in DASHES and text_at(row, at + 1) in ("og", "/"):  # "høst- og vårmøte"
        return at + 2, "and"
    if word in DASHES or word == "til":
        return at + 1, "range"
    if word in ("eller", "/"):
        # "mars/april" is one time, "vår/høst" are two
        return at + 1, "either" if word == "eller" or text_at(row, at - 1) in MONTHS else "and"
    if word == "," and text_at(row, at + 1) in ("og", "samt", "så"):
        return at + 2, "and"
    if word in (",", "og", "samt", "&", "+"):
        return at + 1, "and"
    return None


def _is_week(word: str) -> bool:
    return word.isdigit() and 1 <= int(word) <= 53
