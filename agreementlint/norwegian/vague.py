"""Words into the places that say how often without a number: "jevnlig", "ved behov"."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.norwegian.rates import EVERY
from agreementlint.norwegian.words import SENTENCE_ENDS, Word, stands_at, text_at

_SINGLE = frozenset(
    {
        "jevnlig", "jevnlige", "jamleg", "jamlege", "jamnleg", "jamnlege", "jevnleg",
        "regelmessig", "regelmessige", "løpende", "løpande", "fortløpende", "fortløpande",
        "kontinuerlig", "kontinuerlige", "kontinuerleg", "kontinuerlege", "underveis",
        "undervegs", "undervegis", "periodisk", "periodiske", "periodevis", "periodevise", "adhoc",
    }
)
_PHRASES: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "ved behov", "etter behov", "ut fra behov", "ut frå behov", "ut i fra behov",
        "ut i frå behov", "ad hoc", "ad - hoc", "så ofte det trengs", "så ofte det trengst",
        "så ofte som nødvendig", "så ofte som naudsynt", "så ofte som det trengs",
        "så ofte det er nødvendig", "så ofte det er behov", "så ofte som det er behov",
        "så ofte som det er nødvendig", "så ofte partene ønsker", "etter avtale",
        "etter nærmere avtale", "etter nærare avtale", "med jevne mellomrom",
        "med jamne mellomrom", "jevnt gjennom året", "jamt gjennom året", "jamnt gjennom året",
        "jevnt og trutt", "jamt og trutt", "jamt og samt", "fra tid til annen", "frå tid til anna",
        "frå tid til annan",
        "av og til", "når det er behov", "når det trengs", "når det trengst",
        "når det er nødvendig", "når det er naudsynt", "dersom det er behov", "hvis det er behov",
        "om det er behov", "ved nødvendighet", "om nødvendig", "om naudsynt", "hvis behov",
        "dersom behov", "når behovet tilsier det", "når behovet melder seg", "etter ønske",
        "når situasjonen tilsier det", "når situasjonen krever det",
    )
)  # fmt: skip
_BY_START: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(_PHRASES, key=len, reverse=True):
    _BY_START.setdefault(_phrase[0], []).append(_phrase)

_NEEDED = frozenset({"nødvendig", "naudsynt", "påkrevd", "påkravd", "formålstjenlig", "tenleg"})
_WISHES = frozenset(
    {
        "finner grunn", "finn grunn", "ser grunn", "finner det", "finn det", "ber om", "krever",
        "krev", "ønsker", "ønskjer", "ser behov", "mener", "meiner",
    }
)  # fmt: skip


def begins_vague(word: str) -> bool:
    """Whether `vague_at` can find anything that begins with the word."""
    return word in _SINGLE or word in _BY_START or word in ("så", "når")


def vague_at(row: Sequence[Word], at: int) -> int | None:
    """The index after the vague expression that begins with word `at`, or None."""
    word = row[at].text
    if word in _SINGLE:
        return at + 1
    for phrase in _BY_START.get(word, ()):
        if stands_at(row, at, phrase):
            return at + len(phrase)
    if stands_at(row, at, ("så", "ofte")):
        if text_at(row, at + 2) == "som" and text_at(row, at + 3) in EVERY:
            return None  # "så ofte som hvert halvår"
        return _on_wish(row, at) or _end_of_clause(row, at)
    return _on_wish(row, at) if word == "når" else None


def _end_of_clause(row: Sequence[Word], at: int) -> int:
    """"så ofte det er hensiktsmessig": whatever it depends on."""
    ends = (i for i in range(at, len(row)) if row[i].text in SENTENCE_ENDS or row[i].text == ",")
    return next(ends, len(row))


def _on_wish(row: Sequence[Word], at: int) -> int | None:
    """"når en av partene finner grunn til det", "når politiet ber om det"."""
    for index in range(at + 1, min(at + 9, len(row))):
        if row[index].text in SENTENCE_ENDS or row[index].text == ",":
            return None
        pair = " ".join(word.text for word in row[index : index + 2])
        if row[index].text in _WISHES or pair in _WISHES:
            last = _NEEDED if pair in ("finner det", "finn det") else {"det"}
            ends = range(index + 1, min(index + 5, len(row)))
            return next((end + 1 for end in ends if row[end].text in last), None)
    return None
