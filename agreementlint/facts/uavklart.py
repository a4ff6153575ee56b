"""Agreement → what of its own content it leaves to be settled later."""

from __future__ import annotations

import re

from agreementlint.facts.wording import words_of
from agreementlint.model import Fact, Sentence
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_OPEN = wording("uavklart", "open")
_DECIDES_LATER = wording("uavklart", "decides_later")
_PROCEDURE = wording("uavklart", "procedure")
_BEFORE_OTHER = tuple(wording("uavklart", name) for name in ("case", "past", "condition", "denied"))
"""What stands before such words where they are about something else than the agreement today."""
_CELL = wording("uavklart", "cell")
_OPEN_CELL = wording("uavklart", "open_cell")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_NOT_OPERATIVE = frozenset({"instruction", "quotation", "contents", "cover", "signature"})


def unsettled(agreement: Agreement) -> Fact:
    """States: "open" (the agreement leaves something of its own content to be settled later),
    "absent". How a later question is to be settled is no open content."""
    found = tuple(
        sentence.span
        for sentence in agreement.sentences
        if sentence.aside not in _NOT_OPERATIVE
        and sentence.kind != "heading"
        and (_leaves_open(agreement, sentence) or _has_open_cell(agreement, sentence))
    )
    return Fact(len(found), "open", found) if found else Fact(0)


def _leaves_open(agreement: Agreement, sentence: Sentence) -> bool:
    words = _QUOTED.sub("", words_of(agreement, sentence.span))
    said = list(_OPEN.finditer(words))
    if not _PROCEDURE.search(words):
        said += _DECIDES_LATER.finditer(words)
    starts = (match.start() + len(match[0].split(maxsplit=1)[0]) for match in said)
    return any(not any(p.search(words[:at]) for p in _BEFORE_OTHER) for at in starts)


def _has_open_cell(agreement: Agreement, sentence: Sentence) -> bool:
    """Whether a row of a table has words for "not settled" where an answer belongs."""
    cells = agreement.document.blocks[sentence.block].cells
    last = bool(cells) and _OPEN_CELL.fullmatch(agreement.text_of(cells[-1]))
    return bool(last) or any(_CELL.fullmatch(agreement.text_of(cell)) for cell in cells)
