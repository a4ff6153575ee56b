"""Agreement → whether it keeps to one written standard, bokmål or nynorsk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agreementlint.facts.wording import words_of
from agreementlint.model import BlockKind, Fact, Sentence, Span, Standard
from agreementlint.norwegian.standard import score
from agreementlint.structure import Agreement

_QUOTED_OR_NAMES = frozenset({"quotation", "contents", "cover", "signature", "heading", "running"})
_QUOTATION = re.compile(r"«[^«»]*[.!?][^«»\n]*»|“[^“”]*[.!?][^“”\n]*”")
"""The words of others, whole sentences of them; a title in quotation marks is a part of one."""
_FEWEST_CUES = 4
"""Words of one standard alone without which a text is too short to tell."""
_WORDS = 6
_CUES_NEEDED: Mapping[BlockKind, int] = {"text": 2, "note": 2, "bullet": 3, "row": 4}
"""What makes a sentence one of the other standard: its length, and how many words it has that only
that standard has. Bullets and rows hold names of plans and bodies, so they need more."""


def one_standard(agreement: Agreement) -> Fact:
    """States: "one" (nobody can tell a sentence of the other standard), "mixed" (whole sentences
    stand in the other; evidence is those), "too-short". `value` is the agreement's own standard."""
    own = agreement.standard
    scored = [(s, *_cues(agreement, s)) for s in _running_text(agreement)]
    if own is None or sum(nb + nn for _, nb, nn in scored) < _FEWEST_CUES:
        return Fact(None, "too-short")
    foreign = tuple(sorted(set(_foreign(agreement, own, scored))))
    return Fact(own, "mixed", foreign) if foreign else Fact(own, "one")


def _running_text(agreement: Agreement) -> Iterator[Sentence]:
    quoted = [Span(*match.span()) for match in _QUOTATION.finditer(agreement.document.text)]
    for sentence in agreement.sentences:
        if sentence.aside in _QUOTED_OR_NAMES or sentence.kind not in _CUES_NEEDED:
            continue
        if not any(quotation.overlaps(sentence.span) for quotation in quoted):
            yield sentence


def _cues(agreement: Agreement, sentence: Sentence) -> tuple[int, int]:
    return score(words_of(agreement, sentence.span))


def _foreign(
    agreement: Agreement, own: Standard, scored: Sequence[tuple[Sentence, int, int]]
) -> Iterator[Span]:
    """The sentences with words of the other standard and hardly any of the agreement's own, their
    title's counted; and paragraphs that are so as a whole though their sentences are short."""
    paragraphs: dict[int, list[tuple[Sentence, int, int]]] = {}
    for sentence, nb, nn in scored:
        other, mine = (nn, nb) if own == "nb" else (nb, nn)
        paragraphs.setdefault(sentence.block, []).append((sentence, other, mine))
        long = len(agreement.text_of(sentence.span).split()) >= _WORDS
        needed = max(_CUES_NEEDED[sentence.kind], 3 * mine + 1)
        if long and other + (_title_cues(agreement, own, sentence) if other else 0) >= needed:
            yield sentence.span
    for parts in paragraphs.values():
        other, mine = sum(part[1] for part in parts), sum(part[2] for part in parts)
        if len(parts) > 1 and other > 1 and mine == 0:
            yield from (sentence.span for sentence, cues, _ in parts if cues)


def _title_cues(agreement: Agreement, own: Standard, sentence: Sentence) -> int:
    """How many words of the other standard stand in the title above, if none of the own does."""
    nb, nn = score(agreement.sections[sentence.section].title)
    other, mine = (nn, nb) if own == "nb" else (nb, nn)
    return 0 if mine else other
