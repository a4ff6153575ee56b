"""A segment, or one act in it → how binding it is."""

from __future__ import annotations

import re

from agreementlint.binding.grammar import Segment
from agreementlint.binding.words import Force
from agreementlint.vocabulary import wording

_OPTIONAL = wording("binding", "optional")
_NEGATED = wording("binding", "negated")
_DEFERRED = wording("binding", "deferred")
_ALTERNATIVE = re.compile(r"\W*alternativ\w*\s+[a-z0-9]\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:ble|blei|vart|har|hadde|er blitt|er vorte)\b", re.IGNORECASE)
_OBLIGES = re.compile(r"\b(?:skal|bør|må|vil|lyt|plikter|pliktar)\b", re.IGNORECASE)
_RESULT_OF = re.compile(r"\b(?:fra|frå)\s+(?:den |siste |forrige |førre )*$", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(
    r"\b(?:en|ein|ei|et|eit|den|det|ny|nye|nytt|sist|siste)\s+(?:og\s+)?$", re.IGNORECASE
)
_UNFINISHED = ("s", "st", "er", "ar", "re", "ra")
"""Endings of passives, presents and infinitives; other forms of a verb are participles."""

BECOMES = frozenset({
    "blir", "vert", "ble", "blei", "vart", "er", "bli", "verte", "verta", "blitt", "vorte",
    "får", "få", "bør",
})


def segment_force(text: str, part: Segment) -> Force:
    """How binding the segment is as a whole."""
    words = text[part.start : part.end]
    if _DEFERRED.search(words):
        return "deferred"
    if _NEGATED.search(words):
        return "negated"
    return "optional" if _is_optional(text, words) else "commits"


def act_force(text: str, part: Segment, start: int, *, noun: bool) -> Force:
    """How binding the act at `start` is: a negation counts only between the same commas, and what
    is told as done ("ble evaluert", "erfaringene fra evalueringen") is past."""
    words = text[part.start : part.end]
    if _DEFERRED.search(words):
        return "deferred"
    begin = max(part.start, *(text.rfind(sign, 0, start) + 1 for sign in ",:;"))
    ends = (text.find(sign, start) for sign in ",:;")
    end = min((i for i in ends if i >= 0), default=part.end)
    if _NEGATED.search(text[begin : min(end, part.end)]):
        return "negated"
    if _is_past(text, begin, start, noun=noun):
        return "past"
    return "optional" if _is_optional(text, words) else "commits"


def _is_optional(text: str, words: str) -> bool:
    """Alternatives left to choose from, or "kan" with nothing that obliges beside it."""
    if _ALTERNATIVE.match(text):
        return True
    return bool(_OPTIONAL.search(words)) and not re.search(r"\b(?:skal|må|bør|plikter)\b", words)


def _is_past(text: str, begin: int, start: int, *, noun: bool) -> bool:
    before = text[begin:start]
    if noun:
        if _RESULT_OF.search(before):
            return True
        return bool(_PAST.search(before)) and not _OBLIGES.search(before)
    word = re.match(r"\w*", text[start:])
    if (word and word.group().lower().endswith(_UNFINISHED)) or _OBLIGES.search(before):
        return False
    # "en revidert utgave" is done: a participle before a noun, or one that nothing makes passive
    if _ATTRIBUTIVE.search(before):
        return True
    return bool(_PAST.search(before)) or not BECOMES & set(before.lower().split())
