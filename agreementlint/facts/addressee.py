"""Statements of a letter → those in which "du" is whom it greets: "Kjære ordfører, …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from agreementlint.facts.kontaktperson import retold
from agreementlint.facts.statements import Statement

_GREETING = re.compile(
    r"^\W*(?:kjære|hei|god dag|til)\s+((?:vara)?ordfør(?:er|ar)|rådmann|kommunedirektør|lensmann|"
    r"politistasjonssjef|politimester|politimeister)(?:en)?\b[^.;:\n]{0,40}[,!]\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_YOU = re.compile(r"\b(?:du|deg)\b", re.IGNORECASE)
_HEAD = 4000
"""Characters: how far into a document the greeting may stand."""


def with_addressee(text: str, said: Sequence[Statement]) -> Sequence[Statement]:
    """The statements of a letter with this text, "du" in them being called by the title."""
    greeted = _GREETING.search(text, 0, _HEAD)
    if greeted is None:
        return said
    title = greeted[1].lower()
    return [retold_statement(s, lambda words: _YOU.sub(title, words)) for s in said]


def retold_statement(statement: Statement, change: Callable[[str], str]) -> Statement:
    """The statement in changed words, its clauses and forums at their new places."""
    text = change(statement.text)
    if text == statement.text:
        return statement
    return replace(
        statement,
        text=text,
        parts=tuple(retold(part, change) for part in statement.parts),
        named=tuple((len(change(statement.text[:at])), f) for at, f in statement.named),
    )
