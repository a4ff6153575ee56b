"""Terms and the built-in rules into a new agreement in Word."""

from __future__ import annotations

from collections.abc import Sequence

from agreementlint.messages import say
from agreementlint.newdraft.terms import Terms
from agreementlint.newdraft.text import text
from agreementlint.newdraft.word import document
from agreementlint.rules.format import Rule


def new_draft(terms: Terms, rules: Sequence[Rule]) -> bytes:
    """The Word file. What stands in it as a sample has a comment that says so."""
    lang = terms.standard
    notes = {rule.id: (f"{rule.called(lang)} ({rule.id})",
                       f"{say(lang, 'advice')}: {' '.join(rule.remedy.advice(lang).split())}")
             for rule in rules}
    return document(text(terms, rules), lang, notes, terms.dated)
