"""Agreement → what a draft leaves behind: placeholders, words to the drafter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from agreementlint.asides import is_duty, speaks_to_reader
from agreementlint.mentions import placeholders as party_blanks
from agreementlint.model import Fact, Sentence, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_MARK = wording("utkast", "mark")
_BRACKET = re.compile(r"(?<![\w\]])\[([^\[\]\n]{2,80})\](?![\w(])")
_NO_BLANK = wording("utkast", "bracket_is_text")
_ASKS = wording("utkast", "asks_for_words")
_LINE = re.compile(
    r"(?:_\s?){3,}|(?:\.\s?){5,}|…{2,}|…\s…|(?:-\s?){6,}|\.{2,}\s?/\s?\.{2,}|_{1,2}\s?[./]\s?_{1,2}"
)
_DATE_OR_SIGNATURE = wording("utkast", "ruled_field")
_NEEDS_WORD = wording("utkast", "needs_word")
_PARTY = wording("utkast", "party_noun")
_MERGE_FIELD = wording("utkast", "merge_field")
# a bracket alone in quotation marks is a blank, no quotation
_QUOTED = re.compile(r"«(?!\s*\[)[^»]*»|“(?!\s*\[)[^”]*”")

_TO_DRAFTER = wording("utkast", "to_drafter")
_TO_FILL_IN = wording("utkast", "to_fill_in")
_ALTERNATIVE = wording("utkast", "alternative")


def placeholders(agreement: Agreement) -> Fact:
    """States: "left" (a blank stands where words of this agreement belong; details "words" are the
    blanks), "absent". The lines of a signature or date field are to be filled in by hand."""
    found: dict[Span, list[str]] = {}
    for sentence in agreement.sentences:
        if sentence.aside in ("quotation", "contents"):
            continue
        text = agreement.text_of(sentence.span)
        if sentence.aside == "instruction" and not _BRACKET.fullmatch(text.strip()):
            continue
        if blanks := list(_blanks(text, sentence)):
            found[sentence.span] = blanks
    words = _told_apart([blank for some in found.values() for blank in some])
    return Fact(len(words), "left", tuple(found), {"words": words}) if found else Fact(0)


def instructions(agreement: Agreement) -> Fact:
    """States: "left" (words that speak to whoever drafts the agreement, or alternatives that
    nobody has chosen between), "absent"."""
    found: list[Span] = []
    for sentence in agreement.sentences:
        text = agreement.text_of(sentence.span)
        instructs = sentence.aside == "instruction" and not _BRACKET.fullmatch(text.strip())
        if sentence.aside in ("quotation", "contents"):
            continue
        to_drafter = (
            _TO_DRAFTER.search(text)
            and not speaks_to_reader(text)
            and not is_duty(text, _lead(agreement, sentence))
        )
        if instructs or to_drafter or _has_order_to_write(agreement, sentence):
            found.append(sentence.span)
    found += _alternatives(agreement)
    return _left(found)


def _lead(agreement: Agreement, sentence: Sentence) -> str:
    """What a bullet goes on from: the sentence or the heading over its list."""
    if sentence.lead is not None:
        return agreement.text_of(agreement.sentences[sentence.lead].span)
    bullet = sentence.kind == "bullet"
    return next(iter(agreement.titles(sentence.section)), "") if bullet else ""


def _has_order_to_write(agreement: Agreement, sentence: Sentence) -> bool:
    """Whether a cell of this row is an order to the drafter where an answer belongs."""
    cells = agreement.document.blocks[sentence.block].cells
    return any(_TO_FILL_IN.search(agreement.text_of(cell)) for cell in cells[1:])


def _left(found: Iterable[Span]) -> Fact:
    spans = tuple(sorted(set(found)))
    return Fact(len(spans), "left", spans) if spans else Fact(0)


def _alternatives(agreement: Agreement) -> Iterator[Span]:
    """The lines "Alternativ A: …", "Alternativ B: …" where there are at least two of them."""
    lines = [
        sentence.span
        for sentence in agreement.sentences
        if sentence.aside not in ("contents", "quotation")
        and _ALTERNATIVE.search(agreement.text_of(sentence.span))
    ]
    yield from lines if len(lines) > 1 else ()


def _told_apart(blanks: Iterable[str]) -> list[str]:
    """Each blank once, and none that is only a part of another."""
    once = {blank.casefold(): blank for blank in blanks}
    return [blank for low, blank in once.items()
            if not any(low in other and low != other for other in once)]


def _blanks(text: str, sentence: Sentence) -> Iterator[str]:
    """The blanks of one sentence, as they stand there."""
    unquoted = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    for mark in (*_MARK.finditer(unquoted), *_MERGE_FIELD.finditer(text)):
        yield text[mark.start() : mark.end()].strip()
    for side in ("kommune", "police"):
        for span in party_blanks(unquoted, side):
            if not _signs(sentence, unquoted, span) and _is_blank(unquoted[span.start : span.end]):
                yield text[span.start : span.end].strip()
    for bracket in _BRACKET.finditer(unquoted):
        inside = bracket[1]
        if _ASKS.search(inside) or (re.search(r"[^\W\d_]{3}", inside)
                                    and not _NO_BLANK.search(inside)):
            yield bracket[0]
    yield from _ruled(unquoted, sentence)


def _is_blank(words: str) -> bool:
    """Not a bare roman numeral ("X." before a heading is the tenth), nor a reference in brackets
    ("[jf. kommuneloven § 11-3]")."""
    reference = re.match(r"^\W*\[([^\]]*)\]?", words)
    if reference and _NO_BLANK.search(reference[1]) and not _ASKS.search(reference[1]):
        return False
    return not re.match(r"^\W*[IVX]+\.\s", words)


def _signs(sentence: Sentence, text: str, span: Span) -> bool:
    """Whether a ruled line before "kommune" is where somebody signs, not a missing name."""
    ruled = _LINE.search(text, span.start, span.end)
    return bool(ruled) and sentence.aside == "signature" and not re.search(
        r"\bfor\s*$", text[: span.start], re.IGNORECASE
    )


def _ruled(text: str, sentence: Sentence) -> Iterator[str]:
    """Dotted or ruled lines inside running words: "gjelder fra ……… til ………"."""
    if sentence.aside in ("signature", "contents") or _DATE_OR_SIGNATURE.search(text):
        return
    for line in _LINE.finditer(text):
        before, after = text[: line.start()].rstrip(), text[line.end() :].lstrip()
        if _NEEDS_WORD.search(before) or _PARTY.match(after):
            yield line[0].strip()
