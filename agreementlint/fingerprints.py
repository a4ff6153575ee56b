"""Document → the fingerprints of its paragraphs, blind to the names, numbers and dates in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

from agreementlint.model import Document, Print

FEWEST_WORDS = 8
"""Words of its own that a paragraph needs: shorter ones ("Partene har taushetsplikt.") stand in
agreements that have nothing else in common."""

_VARIES = re.compile(
    r"(?<![^\W\d_])[^\W\d_]*?[A-ZÆØÅÁČĐŊŠŦŽ]\S*|(?<!\S)[^\s\d]*\d\S*"
    r"|[_.…]{3,}|[<\[{][^>\]}]*[>\]}]"
)
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = frozenset(
    "januar februar mars april mai juni juli august september oktober november desember".split()
)


def fingerprints(document: Document) -> tuple[Print, ...]:
    """One for each paragraph, bullet and row that is long enough to tell agreements apart."""
    return tuple(_fingerprints(document))


def _fingerprints(document: Document) -> Iterator[Print]:
    for block in document.blocks:
        if block.kind in ("heading", "contents"):
            continue
        start, end = block.span
        words = constant_words(document.text[start:end])
        if len(words) >= FEWEST_WORDS:
            key = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).hexdigest()
            yield Print(start, end, key)


def constant_words(text: str) -> list[str]:
    """The words of a paragraph without what changes from one agreement to the next: capitalised
    words, whatever holds a digit, blanks to fill in, months. "og" and "kommune(r)" go too, since
    they come and go with the number of names."""
    kept = _WORD.findall(_VARIES.sub(" ", text).lower())
    return [word for word in kept if word not in _MONTHS
            and word != "og" and not word.startswith("kommun")]
