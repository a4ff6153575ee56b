"""Turns a Document into its DocumentReport: structure, clauses, facts, verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from agreementlint import messages
from agreementlint.checks import Case
from agreementlint.lint import lint
from agreementlint.model import Document, DocumentReport, Lang
from agreementlint.rulefile import Rule


def prepare() -> None:
    """Loads what `judge` needs; it takes a second, for there is a whole language in it."""
    from agreementlint import clauses, facts, register, structure  # noqa: F401


def judge(document: Document, rules: Sequence[Rule], as_of: dt.date, lang: Lang = "nb", *,
          selected: Collection[str] | None = None, any_document: bool = False) -> DocumentReport:
    """What the rules say of one document on the date `as_of`. All rules are judged, for they ask
    for each other's verdicts; only those whose ids are `selected` (None: all) are reported."""
    from agreementlint import clauses, facts, register, structure

    agreement = structure.analyse(document)
    found = clauses.clauses(agreement)
    known = facts.facts(agreement, found, register.register(), as_of)
    linted = lint(Case(agreement, found, known, as_of), rules, lang, agreement.standard or "nb")
    return DocumentReport(
        path=document.path,
        sha256=document.sha256,
        format=document.format,
        pages=document.pages,
        ocr_pages=document.ocr_pages,
        unread_pages=document.unread_pages,
        language=agreement.standard,
        facts={name: known[name].value for name in facts.REPORTED},
        verdicts=tuple(verdict for verdict in linted.verdicts
                       if selected is None or verdict.rule in selected),
        crashes=tuple(messages.say(lang, "rule-crashed", path=document.path, rule=rule,
                                   reason=f"{type(error).__name__}: {error}")
                      for rule, error in linted.crashes if selected is None or rule in selected),
    )
