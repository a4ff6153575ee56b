"""Clauses → the sentences by which the agreement may be changed when somebody wants or needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agreementlint.binding.words import BODIES
from agreementlint.clauses import Clause
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_CHANGED = wording("endring", "changed")
_THE_CHANGE = wording("endring", "the_change")
_IF = wording("endring", "contingent")
_ITS_WORDS = wording("endring", "its_words")
_SOMETHING = wording("endring", "something")
_OF_OTHER = wording("endring", "of_other")
_OTHER_PART = wording("endring", "other_part")
_ON_ITS_LIFE = wording("endring", "on_its_life")


def amending(agreement: Agreement, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The first clause of each sentence that says how or when the agreement may be changed: what
    changes, on what condition, and that it is the agreement, named or spoken of just before."""
    named: dict[int, set[str]] = {}
    for clause in clauses:
        named.setdefault(clause.sentence, set()).update(m.concept for m in clause.things)
    for clause in clauses:
        if clause.start > 0 or clause.kind == "heading" or not _may_change(clause.text):
            continue
        own = named[clause.sentence] - BODIES
        if own <= {"avtale", "samarbeid"} and (
            "avtale" in own
            or _ITS_WORDS.search(clause.text)
            or (_SOMETHING.search(clause.text) and _is_on_it(agreement, clauses, clause, named))
        ):
            yield clause


def _may_change(text: str) -> bool:
    """Whether something may be changed on a condition, and it is nothing else than the text."""
    changes = _CHANGED.search(text) or _THE_CHANGE.search(text)
    return bool(
        changes and _IF.search(text) and not _OF_OTHER.search(text) and not _OTHER_PART.search(text)
    )


def _is_on_it(
    agreement: Agreement, clauses: Sequence[Clause], clause: Clause, named: dict[int, set[str]]
) -> bool:
    """Whether only the agreement can be meant: by the heading, or by the sentence before in the
    same section, which is about nothing else."""
    if _ON_ITS_LIFE.search(agreement.sections[clause.section].title):
        return True
    before = next((c for c in clauses if c.sentence == clause.sentence - 1), None)
    if before is None or before.section != clause.section:
        return False
    own = named[before.sentence] - BODIES
    return own == {"avtale"} or (not own and bool(_ITS_WORDS.search(before.text)))
