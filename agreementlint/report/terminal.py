"""Turns a Report into text for a person at a terminal: findings by severity, then the count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from agreementlint.messages import listed, say, unread_pages
from agreementlint.model import (
    Absence,
    DocumentReport,
    Evidence,
    Lang,
    Report,
    Verdict,
)
from agreementlint.report.style import Style
from agreementlint.report.text import place, visible
from agreementlint.report.typeset import Line, typeset
from agreementlint.report.words import (
    SEVERITIES,
    SIGNS,
    Standing,
    all_documents,
    guide_words,
    ocr_pages,
    standing,
    total,
    waiver_words,
)

LONGEST = 400
"""Characters of a quotation; a table read as one sentence would fill the screen."""

COLOURS: Mapping[Standing, str] = {
    "pass": "green", "fail": "red", "review": "yellow", "unknown": "magenta",
    "inapplicable": "dim", "waived": "cyan",
}


def terminal_report(report: Report, style: Style) -> str:
    return typeset(lines(report, style), style)


def lines(report: Report, style: Style) -> Iterator[Line]:
    for document in report.documents:
        yield from header(document, report.lang)
        if document.error is None and document.notice is None:
            if not style.quiet:
                yield from findings(document, report.lang)
            if style.verbose:
                yield from others(document, report.lang)
            yield 0, Text(total(document, report.lang), "bold")
        yield 0, Text()
    if len(report.documents) > 1:
        yield 0, Text(all_documents(report), "bold")
    if report.coverage is not None and any(document.verdicts for document in report.documents):
        yield 0, Text(say(report.lang, "coverage-checked", checked=report.coverage.checked,
                          all=report.coverage.recommendations), "dim")


def header(document: DocumentReport, lang: Lang) -> Iterator[Line]:
    """The file, then whose agreement it is, or why it is not judged."""
    yield 0, Text(visible(document.path), "bold underline")
    if document.error is not None:
        yield 2, Text(f"✗ {say(lang, 'unreadable')}: {visible(document.error.message)}", "red")
        return
    facts = document.facts
    parts = [listed([visible(name) for name in facts.get("municipalities") or ()], lang),
             visible(facts.get("police_district") or "")]
    if document.pages is not None:
        parts.append(say(lang, "one-page") if document.pages == 1 else
                     say(lang, "pages", count=document.pages))
    if document.kind == "template":
        parts.append(say(lang, "template"))
    if any(parts):
        yield 0, Text(" · ".join(part for part in parts if part), "dim")
    if document.notice is not None:
        yield 2, Text(visible(document.notice))
    if document.unread_pages:
        yield 0, Text(f"… {unread_pages(document, lang)}", "magenta")
    if document.ocr_pages:
        yield 0, Text(ocr_pages(document, lang), "dim")


def findings(document: DocumentReport, lang: Lang) -> Iterator[Line]:
    for severity in SEVERITIES:
        found = [verdict for verdict in document.verdicts
                 if verdict.is_finding and verdict.severity == severity]
        if found:
            yield 0, Text()
            yield 0, Text(f"{say(lang, severity)} ({len(found)})", "bold")
        for verdict in found:
            yield from card(verdict, lang)
    yield 0, Text()
    if document.verdicts and not any(verdict.is_finding for verdict in document.verdicts):
        yield 0, Text(say(lang, "no-findings"))
    if rules := [verdict.rule for verdict in document.verdicts if standing(verdict) == "waived"]:
        yield 0, Text(say(lang, "waived-list", rules=listed(rules, lang)), "dim")


def card(verdict: Verdict, lang: Lang) -> Iterator[Line]:
    """A finding: what it says, the agreement's words, the guide's, what to do."""
    yield 0, Text()
    yield from title(verdict, lang)
    yield 4, Text(visible(verdict.message))
    for evidence in verdict.evidence:
        yield from quotation(say(lang, "agreement"), evidence, lang)
    if verdict.absence is not None:
        yield from proof(verdict.absence, lang)
    if guide := guide_words(verdict, lang):
        yield 4, Text(guide)
    if verdict.suggestion and verdict.verdict != "unknown":  # what was not read may say it
        advice, _, clause = verdict.suggestion.partition("\n")
        yield 4, Text(f"{say(lang, 'advice')}: {visible(advice)}")
        if clause:
            yield 4, Text(f"{say(lang, 'clause')}:")
            yield from clause_lines(clause, 6)


def clause_lines(clause: str, indent: int) -> Iterator[Line]:
    """Words to paste; a clause of several lines (a signature block) keeps them."""
    lines = clause.splitlines()
    for line in [f"«{clause}»"] if len(lines) == 1 else lines:
        yield indent, Text(visible(line), "italic")


def title(verdict: Verdict, lang: Lang) -> Iterator[Line]:
    yield 0, Text.assemble(
        (f"{SIGNS[standing(verdict)]} {say(lang, standing(verdict))}", COLOURS[standing(verdict)]),
        f"  {verdict.rule} {verdict.name}")


def quotation(label: str, evidence: Evidence, lang: Lang) -> Iterator[Line]:
    where = place(evidence, lang)
    yield 4, Text(f"{label}, {where}:" if where else f"{label}:")
    words = visible(evidence.text)
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
    yield 6, Text(f"«{shown}»", "italic")


def proof(absence: Absence, lang: Lang) -> Iterator[Line]:
    """Pages read, what was looked for, the nearest miss and why it does not count."""
    read = say(lang, "all-read") if absence.pages is None else (
        say(lang, "pages-read", read=absence.pages_read, pages=absence.pages))
    yield 4, Text(f"{say(lang, 'absence')}: {read}.")
    if absence.looked_for:
        yield 6, Text(f"{say(lang, 'looked-for', phrases=', '.join(absence.looked_for))}.")
    if absence.nearest is not None:
        for indent, text in quotation(say(lang, "nearest"), absence.nearest, lang):
            yield indent + 2, text
        if absence.why_not:
            yield 6, Text(say(lang, "why-not", reason=visible(absence.why_not)))


def others(document: DocumentReport, lang: Lang) -> Iterator[Line]:
    """What is no finding, a line or two each: followed, not applicable, or waived."""
    for verdict in document.verdicts:
        if verdict.is_finding:
            continue
        yield from title(verdict, lang)
        yield 4, Text(visible(verdict.message))
        if verdict.waiver is not None:
            yield 4, Text(waiver_words(verdict.waiver, lang))
        for evidence in verdict.evidence[:1]:
            yield from quotation(say(lang, "agreement"), evidence, lang)
    yield 0, Text()
