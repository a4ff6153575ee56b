"""What several facts ask is found out once, and anew for another agreement."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.clauses import Clause, clauses
from agreementlint.facts.once import once
from agreementlint.reading.dispatch import read_here
from agreementlint.structure import Agreement, analyse


def _agreement(text: str) -> Agreement:
    return analyse(read_here(text.encode(), name="avtale.txt"))


def test_the_same_question_is_answered_once() -> None:
    asked: list[str] = []

    @once
    def first_words(agreement: Agreement, clauses: Sequence[Clause]) -> str:
        asked.append(agreement.document.text)
        return clauses[0].text

    one, other = _agreement("Partene møtes ofte."), _agreement("Politiet har en kontakt.")
    of_one, of_other = clauses(one), clauses(other)
    assert first_words(one, of_one) == first_words(one, of_one) == of_one[0].text
    assert first_words(other, of_other) == of_other[0].text
    assert first_words(one, of_one) == of_one[0].text
    assert asked == [one.document.text, other.document.text, one.document.text]
