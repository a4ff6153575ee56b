"""Text with words broken by recognition → the text with the words they were: "sarnarbeid" →
"samarbeid". Inflections are kept, since only the broken letters are put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

# What recognition takes for what (the broken form first).
_CONFUSIONS = (
    ("rn", "m"), ("1", "l"), ("0", "o"), ("ct", "et"), ("vv", "w"), ("ii", "n"), ("é", "e"),
    ("ê", "e"), ("5", "s"), ("6", "å"), ("|", "l"), ("!", "l"), ("ä", "å"), ("ö", "ø"),
    ("à", "å"), ("ó", "ø"), ("c", "e"), ("li", "h"), ("a", "å"), ("o", "ø"), ("i", "l"),
    ("l", "i"), ("m", "rn"),
)  # fmt: skip
# Letters that are common in themselves are tried only in long words.
_COMMON = frozenset({"a", "o", "i", "l", "m", "c", "li"})
_WORD = re.compile(r"[^\W_][\w|!-]*[^\W_]")
_SHORTEST, _LONG = 5, 9


def mended(
    text: str, is_known: Callable[[str], bool], spellings: Mapping[str, str] | None = None
) -> str:
    """`text` with each word that is not known, but is one or two confusions of letters away from
    a known word, replaced by that word, and older spellings by the common ones. `is_known` says
    whether a word, inflected, is of the field."""

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        common = (spellings or {}).get(word.lower())
        if common:
            return common.capitalize() if word[0].isupper() else common
        return word if len(word) < _SHORTEST else _mended_word(word, is_known)

    return _WORD.sub(mend, text)


@lru_cache(maxsize=50_000)
def _mended_word(word: str, is_known: Callable[[str], bool]) -> str:
    if is_known(word):
        return word
    for candidate in _candidates(word.lower(), len(word)):
        if is_known(candidate):
            return candidate.capitalize() if word[0].isupper() else candidate
    return word


def _candidates(word: str, length: int) -> list[str]:
    """Readings with one confusion put right in one place, then in all places."""
    found: list[str] = []
    for broken, right in _CONFUSIONS:
        if broken not in word or (broken in _COMMON and length < _LONG):
            continue
        at = word.find(broken)
        while at >= 0:
            found.append(word[:at] + right + word[at + len(broken) :])
            at = word.find(broken, at + 1)
        found.append(word.replace(broken, right))
    return found
