"""Readings into fewer: what says one thing together ("to ganger i året, vår og høst") is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agreementlint.norwegian.counts import BOUNDS, bound_at, is_event
from agreementlint.norwegian.months import MONTHS
from agreementlint.norwegian.numbers import CARDINALS
from agreementlint.norwegian.readings import Reading
from agreementlint.norwegian.words import DASHES, Word, stands_at, text_at

_OCCASION = re.compile(r"gang\w*|gong\w*|\w*møte[rt]?|\w*møta|\w*samling(?:er|ar)?")
_LINKS = frozenset(
    {
        "|", "senest", "seinast", "sist",
        "(", ")", ":", "henholdsvis", "hhv", "respektive", "fordelt", "fordelte", "på", "med",
        "dvs", "det", "vil", "si", "altså", "gjerne", "fortrinnsvis", "primært", "normalt",
        "vanligvis", "vanlegvis", "helst", "som", "regel", "hvorav", "kvarav", "den", "ett",
        "eitt", "i", "om", "av", "begge", "til", "totalt", "sammen", "saman", "tilsammen",
        "nemlig", "nemleg", "tidlig", "tidleg", "sent", "seint", "begynnelsen", "slutten",
        "starten", "medio", "legges", "lagt", "leggast", "holdes", "haldast", "avholdes", "hver",
        "kvar", "avvikles", "gjennomføres", "innen", "innan", "faste", "fast", "en", "ein", "et",
        "eit",
    }
)
_MORE = frozenset({
    "oftere", "oftare", "hyppigere", "hyppigare", "flere", "fleire", "mer", "meir", "ellers",
    "elles", "ekstra",
})
_ALSO = frozenset(
    {
        "eller", "og", "samt", "men", ",", "(", ")", "dersom", "hvis", "om", "ad", "hoc", "adhoc",
        "i", "tillegg", "utover", "dette", "møter", "møte", "ekstramøter", "ekstramøte", "–", "-",
        "for", "øvrig", "øvrige", "det", "er", "så", "lenge", "ut", "over", "ekstraordinære",
        "ekstraordinært", "kan", "også",
    }
)
_LEAD_IN = frozenset(
    {
        ",", "(", "og", "men", "med", "–", "-", "dvs", "normalt", "vanligvis", "vanlegvis", "helst",
        "gjerne", "fortrinnsvis", "som", "regel",
    }
)
_EXCEPT: tuple[tuple[str, ...], ...] = (
    ("unntatt",), ("unnateke",), ("unntatt", "i"), ("utenom",), ("utanom",), ("utenom", "i"),
    ("bortsett", "fra"), ("bortsett", "frå"), ("med", "unntak", "av"), ("med", "unnatak", "av"),
    ("unnateken",), ("unnatatt",), ("unntatt", "for"),
)  # fmt: skip


def joined(row: Sequence[Word], readings: list[Reading]) -> list[Reading]:
    """Readings that say one thing together made one, then extended by what may follow."""
    found: list[Reading] = []
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


def _pair(row: Sequence[Word], first: Reading, second: Reading) -> Reading | None:
    """What two neighbours say together, over the words of both; None where they are two things."""
    gap = [word.text for word in row[first.after : second.first]]
    if second.kind == "vague":
        joint = _with_need(row, first, gap)
    elif first.kind == "vague":
        lead_in = all(word in _LEAD_IN or is_event(word) for word in gap)
        joint = second if lead_in and second.kind not in ("time", "bare") else None
    elif "|" in gap and second.kind != "times":
        joint = None  # another column of a table
    elif not _links(gap) or (gap and gap[-1] == "med" and second.kind == "interval"):
        joint = None
    else:
        joint = (
            _yearly_times(first, second) or _yearly_times(second, first)
            or _counted_times(first, second) or _restated(first, second, gap)
        )  # fmt: skip
    if not joint:
        return None
    closed = "(" in gap and ")" not in gap and text_at(row, second.after) == ")"
    return replace(joint, first=first.first, after=second.after + closed)


def _with_need(row: Sequence[Word], first: Reading, gap: list[str]) -> Reading | None:
    """"eller oftere ved behov" behind a number; "ad hoc ved behov" as one vague expression."""
    if first.kind == "bare":
        return None
    if first.kind == "vague":
        return first if not gap else None
    more = not _MORE.isdisjoint([*gap, row[first.after - 1].text])
    joiner = [word for word in gap if word != ","][:1]
    adds = more or row[first.after - 1].text == "adhoc" or joiner in (["og"], ["samt"])
    return _at_least(first) if adds and set(gap) <= _ALSO | _MORE else None


def _counted_times(first: Reading, second: Reading) -> Reading | None:
    """"to ganger, fortrinnsvis vår og høst"."""
    if first.kind != "bare" or second.kind not in ("times", "time") or second.low is None:
        return None
    number = first.low if first.low is not None else first.high
    return replace(first, kind="counted") if (number or 0) >= max(second.low, 2) else None


def _restated(first: Reading, second: Reading, gap: list[str]) -> Reading | None:
    """"fire møter i året, to i hvert halvår", "kvartalsvis, altså fire ganger i året"."""
    if first.kind in ("time", "bare") or second.kind == "bare":
        return None
    if first.low is None or second.low is None:
        return None
    if first.kind == "counted" and second.low <= first.low:
        return first
    two_things = first.kind == second.kind and any(_OCCASION.fullmatch(word) for word in gap)
    if second.low != first.low or two_things:
        return None
    fuller = second if second.kind == "counted" else first
    return replace(fuller, months=first.months or second.months)


def _yearly_times(rhythm: Reading, times: Reading) -> Reading | None:
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
        or _OCCASION.fullmatch(word) or (word,) in BOUNDS
        for word in gap
    )  # fmt: skip


def _at_least(reading: Reading) -> Reading:
    return reading if reading.low is None else replace(reading, bound="least", high=None)


def _extended(row: Sequence[Word], reading: Reading) -> Reading:
    """With "eller oftere", "som et minimum", "unntatt juli" behind it."""
    at = reading.after
    if reading.kind in ("vague", "time", "bare") or at >= len(row):
        return reading
    after = at + (row[at].text in (",", "("))
    if after + 1 < len(row) and row[after].text in ("eller", "og") and row[after + 1].text in _MORE:
        return replace(_at_least(reading), after=after + 2)
    if row[at].text == "som" and (bound := bound_at(row, at))[0] == "least":
        return replace(_at_least(reading), after=bound[1])
    return _without_months(row, reading, after) or reading


def _without_months(row: Sequence[Word], reading: Reading, at: int) -> Reading | None:
    """"hver måned unntatt juli" (11), "annenhver måned unntatt juli" (5 or 6)."""
    starts = [at + len(phrase) for phrase in _EXCEPT if stands_at(row, at, phrase)]
    if not starts or reading.months is None or reading.low is None:
        return None
    missing, after = 0, at
    for index in range(max(starts), len(row)):
        word = row[index].text
        if word in MONTHS:
            missing, after = missing + 1, index + 1
        elif word not in (",", "og", "i"):
            break
    if not missing:
        return None
    low = max(reading.low - missing, 0)
    if reading.months == 1:
        high = None if reading.high is None else low
        return replace(reading, after=after, low=low, high=high, months=None)
    # one in every few months: the months left out may or may not have been its turn
    return replace(reading, after=after, low=low, bound="range", months=None)
