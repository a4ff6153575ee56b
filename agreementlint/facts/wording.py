"""A stretch of an agreement → its words, recognition slips mended, for patterns to look at."""

from __future__ import annotations

import re
from functools import lru_cache

from agreementlint.model import Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import vocabulary, wording

_TITLE = wording("avtale", "title")
_THIS = wording("avtale", "this")


def words_of(agreement: Agreement, span: Span) -> str:
    """The words of a stretch of the text. Offsets into them are not offsets into the document."""
    return _read(agreement.text_of(span))


def words_before(agreement: Agreement, sentence: int) -> str:
    """The words of the sentence before the one at this index, "" if its section begins with it."""
    own, earlier = agreement.sentences[sentence], agreement.sentences[max(0, sentence - 1)]
    if earlier is own or earlier.section != own.section or earlier.kind == "heading":
        return ""
    return words_of(agreement, earlier.span)


@lru_cache(maxsize=4096)
def _read(words: str) -> str:
    return vocabulary().mended(words)


def own_words(agreement: Agreement, span: Span) -> str:
    """`words_of`, with every name that the paper has for itself ("denne protokollen", "vedtektene"
    under the title "Vedtekter for samarbeidet") read as "avtalen"."""
    words = _THIS.sub("avtalen", words_of(agreement, span))
    named = _titled(agreement)
    return named.sub("avtalen", words) if named else words


@lru_cache(maxsize=1)
def _titled(agreement: Agreement) -> re.Pattern[str] | None:
    """The definite forms of what the title calls the paper, unless that is an avtale anyway."""
    for sentence in agreement.sentences:
        if sentence.aside is None:
            return None
        if found := _TITLE.search(words_of(agreement, sentence.span)):
            compound, noun = found[1].casefold(), found[2].casefold()
            if noun == "avtale":
                return None
            name = rf"(?:{compound})?{noun}(?:en|et|a|ene|ane|met)s?"
            this = rf"\b(?:denne |dette |disse |desse )?{name}\b"
            return re.compile(rf"{this}(?!\s+(?:for|om)\b)", re.IGNORECASE)
    return None
