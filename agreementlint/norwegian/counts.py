"""Words into counts of events, with their bound: "minst to (2) faste møter", "inntil 4 ganger"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from agreementlint.norwegian.numbers import (
    ARTICLES,
    CARDINALS,
    begins_number,
    cardinal,
    ordinal,
)
from agreementlint.norwegian.rates import WEEKDAYS, Rate, rate_at
from agreementlint.norwegian.words import DASHES, SENTENCE_ENDS, Word, text_at

Bound = Literal["exact", "least", "most", "range", "about", "vague"]

_OCCASIONS = frozenset(
    {"gang", "ganger", "gangar", "gong", "gonger", "gongar", "x", "×", "g", "treff", "besøk"}
)
_EVENT_ENDINGS = (
    "møte", "møter", "møtet", "møta", "møtene", "samling", "samlinger", "samlingar", "samtale",
    "samtaler", "samtalar", "treff", "treffpunkt", "dag", "dager", "dagar", "time", "timer",
    "timar",
    "kveld", "kvelder", "kveldar", "økt", "økter",
    "konferanse", "konferanser", "konferansar", "seminar", "seminarer", "øvelse",
    "øvelser", "øving", "øvinger", "øvingar", "evaluering", "evalueringer", "evalueringar",
    "rapport", "rapporter", "rapportar", "rapportering", "rapporteringer", "rapporteringar",
    "gjennomgang", "gjennomganger", "gjennomgangar", "drøfting", "drøftinger", "drøftingar",
    "runde", "runder", "rundar", "befaring", "befaringer", "befaringar", "arrangement",
    "arrangementer", "politiråd", "revisjon", "revisjoner", "revisjonar", "revidering",
    "revideringer", "revideringar", "rullering", "rulleringer", "rulleringar", "oppdatering",
    "oppdateringer", "oppdateringar", "workshop", "workshoper", "workshops",
)  # fmt: skip
BOUNDS: dict[tuple[str, ...], Bound] = {
    **dict.fromkeys([
        ("minst",), ("minimum",), ("min",), ("som", "et", "minimum"), ("som", "eit", "minimum"),
        ("som", "minimum"), ("ikke", "færre", "enn"), ("ikkje", "færre", "enn"),
        ("ikke", "mindre", "enn"), ("ikkje", "mindre", "enn"), ("ikke", "sjeldnere", "enn"),
        ("ikkje", "sjeldnare", "enn"), ("ikke", "sjeldnare", "enn"), ("ikkje", "sjeldnere", "enn"),
        ("i", "det", "minste"), ("i", "hvert", "fall"), ("i", "kvart", "fall"),
        ("ikke", "under"), ("ikkje", "under"), ("mer", "enn"), ("meir", "enn"),
    ], "least"),
    **dict.fromkeys([
        ("inntil",), ("maks",), ("maksimalt",), ("maksimum",), ("høyst",), ("høgst",), ("opptil",),
        ("opp", "til"), ("opptil", "til"), ("ikke", "mer", "enn"), ("ikkje", "meir", "enn"),
        ("ikke", "flere", "enn"), ("ikkje", "fleire", "enn"), ("ikke", "oftere", "enn"),
        ("ikkje", "oftare", "enn"), ("på", "det", "meste"), ("ikke", "over"), ("ikkje", "over"),
    ], "most"),
    **dict.fromkeys([
        ("ca",), ("cirka",), ("omlag",), ("om", "lag"), ("rundt",), ("omtrent",), ("omkring",),
    ], "about"),
}  # fmt: skip
_LAID = frozenset({
    "lagt", "lagd", "lagde", "lagte", "legg", "legge", "leggje", "legger", "legges", "leggjast",
    "leggast", "sett", "satt", "settes",
})
_STARTS = frozenset(phrase[0] for phrase in BOUNDS)
_MEETINGS = re.compile(r"\w*møt(?:e|er|ene|a)")
_MORE = frozenset({"flere", "fleire", "mer", "meir", "oftere", "oftare"})
_INDEFINITE = frozenset({"noen", "nokre", "nokon", "flere", "fleire", "mange", "enkelte"})
_ADJECTIVE = re.compile(r"\w+(?:e|t|g)|felles|sams|fast|heil|hel")
_NO_ADJECTIVE = frozenset({
    "det", "at", "alle", "de", "dette", "denne", "disse", "desse", "ikke", "ikkje", "inkludert",
})
# what may stand between a bound and its number: "skal minimum møtes to ganger"
_BETWEEN = re.compile(
    r"\w+(?:es|ast)|møte|møter|holde|halde|ha|har|skal|det|bli|blir|avholde|rådet|politirådet|"
    r"gjennomføre|arrangere|samle|samler|vere|være|inn|til|møter"
)


class Count(NamedTuple):
    """How many events words `first` to `after` (exclusive) count; `rate` where it stands among
    them ("to årlige møter")."""

    first: int
    after: int
    low: float | None
    high: float | None
    bound: Bound
    rate: Rate | None = None


def is_event(word: str) -> bool:
    """Whether `word` names something that happens a number of times, alone or as a compound."""
    return word in _OCCASIONS or word.endswith(_EVENT_ENDINGS)


def begins_count(word: str) -> bool:
    """Whether `count_at` can find anything that begins with the word."""
    named = word in _STARTS or word in _INDEFINITE or word in ("siste", "sist", "mellom")
    return named or begins_number(word)


def count_at(row: Sequence[Word], at: int, text: str) -> Count | None:
    """The count of events that begins with word `at` (a bound or a number), or None."""
    bound, number = bound_at(row, at)
    if number >= len(row):
        return None
    if row[number].text in _INDEFINITE:
        low: float | None = None
        high: float | None = None
        bound, after = "vague", number + 1
    elif weekday := _nth_weekday(row, number, text):
        return Count(at, weekday, 1.0, 1.0, "exact")
    elif read := amount_at(row, number):
        low, high, own, after = read
        bound = own if bound == "exact" else bound
    else:
        return None
    event = _event(row, after, text) or _unnamed(row, number, after, text)
    if not event:
        return None
    after, rate = event
    first = at
    if bound == "exact" and number == at:
        bound, first = _bound_before(row, at)
    return bounded(first, after, low, high, bound)._replace(rate=rate)


def bounded(first: int, after: int, low: float | None, high: float | None, bound: Bound) -> Count:
    """A count whose side that the bound leaves open is None."""
    return Count(
        first, after, None if bound == "most" else low, None if bound == "least" else high, bound
    )


def bound_at(row: Sequence[Word], at: int) -> tuple[Bound, int]:
    """The bound that begins with word `at` and the index after it; ("exact", at) for none."""
    if row[at].text in _STARTS:
        for length in (3, 2, 1):
            bound = BOUNDS.get(tuple(word.text for word in row[at : at + length]))
            denied = length == 1 and at and row[at - 1].text in ("ikke", "ikkje")
            if bound and not denied and not _is_laid_up(row, at):
                return bound, at + length
    return "exact", at


def _is_laid_up(row: Sequence[Word], at: int) -> bool:
    """Whether "opp til" belongs to the verb: "det legges opp til to møter"."""
    return row[at].text == "opp" and at > 0 and row[at - 1].text in _LAID


def _nth_weekday(row: Sequence[Word], at: int, text: str) -> int | None:
    """The index after "første mandag", "siste torsdagen"."""
    read = ordinal(row, at, text)
    after = read[1] if read else at + 1
    last = row[at].text in ("siste", "sist")
    return after + 1 if (read or last) and WEEKDAYS.fullmatch(text_at(row, after)) else None


def amount_at(row: Sequence[Word], at: int) -> tuple[float, float, Bound, int] | None:
    """Low, high and kind of "to", "2–4", "en til to", "to eller flere", "et par"."""
    if row[at].text in ARTICLES and text_at(row, at + 1) == "par":
        return 2.0, 2.0, "about", at + 2
    if row[at].text == "mellom" and at + 1 < len(row):
        lower = cardinal(row, at + 1)
        upper = cardinal(row, lower[1] + 1) if lower and lower[1] + 1 < len(row) else None
        if not (lower and upper and row[lower[1]].text == "og" and upper[0] > lower[0]):
            return None
        return lower[0], upper[0], "range", upper[1]
    read = cardinal(row, at, articles=True)
    if not read:
        return None
    low, after = read
    link = text_at(row, after)
    if link in ("eller", "og") and text_at(row, after + 1) in _MORE:
        return low, low, "least", after + 2
    if (link in DASHES or link in ("til", "eller", "à")) and after + 1 < len(row):
        upper = cardinal(row, after + 1)
        if upper and upper[0] > low:
            return low, upper[0], "range", upper[1]
    return low, low, "exact", after


def _event(row: Sequence[Word], at: int, text: str) -> tuple[int, Rate | None] | None:
    """The index after the noun phrase of an event that begins with word `at`, and its rate."""
    rate: Rate | None = None
    if text_at(row, at) == "av":  # "ett av møtene", "to av fire møter"
        ends = range(at + 1, min(at + 5, len(row)))
        return next(((n + 1, None) for n in ends if _MEETINGS.fullmatch(row[n].text)), None)
    for index in range(at, min(at + 6, len(row))):
        word = row[index].text
        if (found := rate_at(row, index, text)) and found.kind == "adverb":
            rate = found
            if is_event(word):
                return index + 1, rate
            continue
        if is_event(word) or WEEKDAYS.fullmatch(word):
            return index + 1, rate
        joiner = word in (",", "og", "-") and index > at
        if not joiner and (not _ADJECTIVE.fullmatch(word) or word in _NO_ADJECTIVE):
            return None
    return None


def _unnamed(row: Sequence[Word], number: int, after: int, text: str) -> tuple[int, None] | None:
    """No noun, where a rate follows at once: "(minst to per år)"."""
    word = row[number].text
    if after >= len(row) or word in ARTICLES or word in _INDEFINITE or (
        word.isdigit() and len(word) > 2
    ):
        return None
    rate = rate_at(row, after, text)
    return (after, None) if rate and rate.kind != "adverb" else None


def _bound_before(row: Sequence[Word], at: int) -> tuple[Bound, int]:
    """The bound that stands apart before the number at word `at`."""
    for start in range(at - 1, max(-1, at - 8), -1):
        word = row[start].text
        if word in SENTENCE_ENDS or word == "," or word in CARDINALS:
            break
        bound, after = bound_at(row, start)
        if bound != "exact" and all(_BETWEEN.fullmatch(w.text) for w in row[after:at]):
            fuller = bound_at(row, start - 2) if start >= 2 else ("exact", 0)
            return bound, start - 2 if fuller[1] == after else start
    return "exact", at
