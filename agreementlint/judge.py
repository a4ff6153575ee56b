"""Turns a Document into its DocumentReport: structure, clauses, facts, kind, verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from agreementlint import messages
from agreementlint.checks import Case, SlowPattern
from agreementlint.fingerprints import fingerprints
from agreementlint.lint import evidence, lint
from agreementlint.model import Document, DocumentReport, Fact, Kind, Lang, Said
from agreementlint.rules.format import Rule

NOT_JUDGED: frozenset[Kind] = frozenset({"guide", "other"})
STATES = ("period", "term", "signatures", "signed_on", "agreement_type")
QUOTED = ("politikontakter", "kommuner_per_politikontakt", "valid_to", "evaluation_interval_months",
          "revision_interval_months")
"""Facts of which an audit needs the state, and those of which it also shows the words."""


def prepare() -> None:
    """Loads what `judge` needs; it takes a second, for there is a whole language in it."""
    from agreementlint import clauses, facts, kind, register, structure  # noqa: F401


def judge(document: Document, rules: Sequence[Rule], as_of: dt.date, lang: Lang | None = "nb", *,
          selected: Collection[str] | None = None, any_document: bool = False) -> DocumentReport:
    """What the rules say of one document on the date `as_of`. All rules are judged, for they ask
    for each other's verdicts; only those whose ids are `selected` (None: all) are reported. What
    is no agreement gets a notice instead, unless `any_document`. Without a `lang` it is told in the
    document's own written standard."""
    from agreementlint import clauses, facts, kind, register, structure

    agreement = structure.analyse(document)
    lang = lang or agreement.standard or "nb"
    found = clauses.clauses(agreement)
    known = facts.facts(agreement, found, register.register(), as_of)
    paper = kind.kind(agreement, known)
    report = DocumentReport(
        path=document.path,
        sha256=document.sha256,
        format=document.format,
        pages=document.pages,
        ocr_pages=document.ocr_pages,
        unread_pages=document.unread_pages,
        ocr_confidence=document.ocr_confidence,
        why_unread=document.why_unread,
        language=agreement.standard,
        kind=paper.kind,
    )
    if paper.kind in NOT_JUDGED and not any_document:
        return replace(report, notice=notice(document.path, paper.genre, lang))
    case = Case(agreement, found, known, as_of)
    linted = lint(case, rules, lang, agreement.standard or "nb")
    return replace(
        report,
        facts={name: known[name].value for name in (*facts.REPORTED, "term")},
        said=said(case, known),
        prints=fingerprints(document),
        verdicts=tuple(verdict for verdict in linted.verdicts
                       if selected is None or verdict.rule in selected),
        crashes=tuple(crash(document.path, rule, error, lang)
                      for rule, error in linted.crashes if selected is None or rule in selected),
    )


def crash(path: str, rule: str, error: Exception, lang: Lang) -> str:
    """The one sentence about a rule that could not be judged."""
    if isinstance(error, SlowPattern):
        where = f"{error.at.path}:{error.at.line}:{error.at.column}"
        return messages.say(lang, "rule-slow", path=path, rule=rule, pattern=error.source,
                            where=where)
    reason = f"{type(error).__name__}: {error}"
    return messages.say(lang, "rule-crashed", path=path, rule=rule, reason=reason)


def said(case: Case, known: Mapping[str, Fact]) -> Mapping[str, Said]:
    """What the audit of a district asks of the facts beside their values."""
    return {name: Said(known[name].state) for name in STATES} | {
        name: Said(known[name].state, tuple(evidence(case.agreement, span)
                                            for span in known[name].evidence))
        for name in QUOTED}


def notice(path: str, genre: str, lang: Lang) -> str:
    """The one sentence about a document that is not judged."""
    if genre == "unrelated":
        return messages.say(lang, "other", path=path)
    return messages.say(lang, "looks-like", path=path, genre=messages.say(lang, f"genre-{genre}"))
