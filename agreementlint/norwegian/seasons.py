"""Words into times of the year: "vår og høst", "i mars og november", "i uke 6, 22 og 45"."""

from __future__ import annotations

import re
from typing import NamedTuple

from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import cardinal, ordinal
from agreementlint.norwegian.words import DASHES, Word

_EVERY = frozenset("hver hvert kvar kvart".split())
_SEASON = re.compile(
    r"(?P<name>vår|høst|haust|sommer|sumar|vinter|forsommer|seinhaust|senhøst|førjulsvinter)"
    r"(?:en|halvåret|semesteret|sesongen|parten|møte[rt]?|møta|samling(?:er|ar)?)?"
)
_PARTS = frozenset("kvartal halvår tertial semester".split())
_WEEK = frozenset("uke veke ukene vekene uker veker".split())
_LEADS = _EVERY | frozenset(
    "i på om til innen innan medio primo ultimo begynnelsen byrjinga starten slutten midten av "
    "tidlig tidleg sent seint ved rundt før utgangen løpet".split()
)
_OCCASION = re.compile(r"gang|gong|\w*møte[r]?|\w*samling|x")
_FROM = frozenset("fra frå siden sidan mellom mot etter".split())
_YEAR = re.compile(r"(?:19|20)\d\d")


class Times(NamedTuple):
    """How many `times` of the year words `first` to `after` (exclusive) name; `each` where they
    say that it is every year ("hver vår")."""

    first: int
    after: int
    times: float
    each: bool
    one_off: bool


class _Item(NamedTuple):
    after: int
    name: str
    count: float
    each: bool
    lead: str


def times_at(row: list[Word], at: int, text: str) -> Times | int | None:
    """The times of the year that begin with word `at`. An index instead where the words up to
    there name times that are no rhythm (a year follows, or a range); None where there are none."""
    first = _item(row, at, text)
    if not first:
        return None
    ruled_out = bool(at) and row[at - 1].text in _FROM
    items = [first]
    names = {first.name}
    total = first.count
    after = first.after
    while True:
        if _YEAR.fullmatch(_text(row, after)):
            return after + 1
        link = _link(row, after)
        item = _item(row, link[0], text, items[-1]) if link else None
        if not link or not item:
            break
        ruled_out = ruled_out or link[1] == "range"
        if item.name not in names and not (link[1] == "either" and item.name in MONTHS):
            total += item.count if link[1] != "either" else 0
            names.add(item.name)
        items.append(item)
        after = item.after
    if ruled_out:
        return after
    bare_our = any(item.name == "vår" and not item.lead for item in items)
    if bare_our and not any(item.name != "vår" and item.name in _SEASON_NAMES for item in items):
        return None  # "vår" is also "our"
    one_off = len(names) == 1 and first.name in _SEASON_NAMES and first.lead in ("i", "til", "")
    return Times(at, after, total, any(item.each for item in items), one_off)


_SEASON_NAMES = frozenset("vår høst haust sommer sumar vinter".split())


def _item(row: list[Word], at: int, text: str, previous: _Item | None = None) -> _Item | None:
    """One time of the year, with "én gang", "ett møte", "på", "i begynnelsen av" … before it."""
    count = 1.0
    if at < len(row) and (read := cardinal(row, at, articles=True)):
        beyond = read[1] + bool(_OCCASION.fullmatch(_text(row, read[1])))
        if _text(row, beyond) in _LEADS:
            count, at = read[0], beyond
    lead = ""
    each = False
    while _text(row, at) in _LEADS:
        lead = row[at].text
        each = each or lead in _EVERY
        at += 1
    if at >= len(row):
        return None
    word = row[at].text
    if word in MONTHS:
        return _Item(at + 1, word, count, each, lead)
    if season := _SEASON.fullmatch(word):
        return _Item(at + 1, season["name"], count, each, lead)
    if word in _WEEK and _is_week(_text(row, at + 1)):
        return _Item(at + 2, f"uke {row[at + 1].text}", count, each, lead)
    if previous and previous.name.startswith("uke") and _is_week(word) and not lead:
        return _Item(at + 1, f"uke {word}", count, each, lead)
    if each:
        return None  # "hvert tredje kvartal" is an interval
    return _numbered(row, at, text, count, lead)


def _numbered(row: list[Word], at: int, text: str, count: float, lead: str) -> _Item | None:
    """"første kvartal", the "første" of "første og tredje kvartal", "1. mars"."""
    read = ordinal(row, at, text)
    if not read:
        return None
    value, after = read
    if _text(row, after) in MONTHS:
        return _Item(after + 1, f"{value}. {row[after].text}", count, False, lead)
    for index in range(after, min(after + 9, len(row))):
        word = row[index].text
        if word in _PARTS:
            return _Item(index + 1 if index == after else after, f"{value} {word}", count, False, lead)
        if word not in (",", "og", ".") and not ordinal(row, index, text):
            return None
    return None


def _link(row: list[Word], at: int) -> tuple[int, str] | None:
    """The index after "og", ", " … at word `at`, and whether it adds, ranges or leaves a choice."""
    word = _text(row, at)
    if word in DASHES and _text(row, at + 1) in ("og", "/"):  # "høst- og vårmøte"
        return at + 2, "and"
    if word in DASHES or word == "til":
        return at + 1, "range"
    if word in ("eller", "/"):
        return at + 1, "either" if word == "eller" or _text(row, at - 1) in MONTHS else "and"
    if word == "," and _text(row, at + 1) in ("og", "samt", "så"):
        return at + 2, "and"
    if word in (",", "og", "samt", "&", "+"):
        return at + 1, "and"
    return None


def _is_week(word: str) -> bool:
    return word.isdigit() and 1 <= int(word) <= 53


def _text(row: list[Word], at: int) -> str:
    return row[at].text if 0 <= at < len(row) else ""
