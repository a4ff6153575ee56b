"""Clauses → whether the purpose of the agreement, the cooperation or the politiråd is stated."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.clauses import Clause
from agreementlint.facts.spans import distinct
from agreementlint.facts.tables import block_of, cells
from agreementlint.model import Fact
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_HEADING = wording("formal", "heading")
_PURE_HEADING = wording("formal", "pure_heading")
_NOUN = wording("formal", "noun")
_SERVES = wording("formal", "serves")
_REASON = wording("formal", "reason")
_DENIED = wording("formal", "denied")
_OTHER = wording("formal", "other")
_OTHER_SUBJECT = wording("formal", "other_subject")
_ROW = wording("formal", "row")
_FEWEST_WORDS, _FEWEST_IN_ROW = 6, 3
"""Words of a sentence, and of the cell of a form, that can state a purpose."""


def purpose(agreement: Agreement, clauses: Sequence[Clause]) -> Fact:
    """States: "stated" (by a sentence, or by what stands under a heading on the purpose),
    "absent"."""
    spoken = [c for c in clauses if _states_purpose(c) or _is_purpose_row(agreement, c)]
    headed = [c for c in clauses if _under_purpose(agreement, c)]
    both = [c for c in spoken if c in headed]
    best = both or spoken or headed
    return Fact(None, "stated", distinct(c.span for c in best)[:2]) if best else Fact()


def _states_purpose(clause: Clause) -> bool:
    """Whether the sentence itself says what the agreement or the cooperation is for."""
    text = clause.text
    if clause.start > 0 or clause.kind == "row" or clause.force in ("past", "deferred"):
        return False
    if _OTHER.search(text) or _DENIED.search(text):
        return False
    return bool(_NOUN.search(text)) or bool(
        _SERVES.search(text) and not _OTHER_SUBJECT.search(text)
    )


def _is_purpose_row(agreement: Agreement, clause: Clause) -> bool:
    """Whether it is a row of a form that begins with "Formål" and goes on with what for."""
    if clause.kind != "row":
        return False
    first, *others = cells(agreement, block_of(agreement, clause)) or ("",)
    return bool(_ROW.fullmatch(first)) and any(len(c.split()) >= _FEWEST_IN_ROW for c in others)


def _under_purpose(agreement: Agreement, clause: Clause) -> bool:
    """Whether the clause stands under a heading on the purpose and says what for."""
    titles = [t for t in agreement.titles(clause.section) if t]
    title = next((t for t in titles if _HEADING.search(t) and not _OTHER.search(t)), None)
    if title is None or len(clause.text.split()) < _FEWEST_WORDS or clause.force == "past":
        return False
    return bool(_PURE_HEADING.search(title)) or bool(_REASON.search(clause.text))
