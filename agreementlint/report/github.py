"""Turns a Report into the commands by which GitHub's runners annotate files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agreementlint.model import DocumentReport, Lang, Report, Severity
from agreementlint.report.rows import findings
from agreementlint.report.spoken import heading, line_of, paragraph, slashed
from agreementlint.report.text import visible

COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def github_report(report: Report) -> str:
    """The worst first, for GitHub shows only so many."""
    lines = [line for document in report.documents for line in notes(document, report.lang)]
    order = [f"::{command}" for command in COMMANDS.values()]
    return "".join(f"{line}\n" for line in sorted(
        lines, key=lambda line: order.index(line.split(" ")[0])))


def notes(document: DocumentReport, lang: Lang) -> Iterator[str]:
    """The findings of a document, or why it has none."""
    if document.error is not None:
        yield command("error", document, None, document.error.kind, document.error.message)
    for sentence in document.crashes:
        yield command("error", document, None, "crashed", sentence)
    if document.notice is not None:
        yield command("notice", document, None, document.kind, document.notice)
    for severity, verdicts in findings(document):
        for verdict in verdicts:
            yield command(COMMANDS[severity], document, line_of(verdict), heading(verdict, lang),
                          paragraph(verdict, lang))


def command(name: str, document: DocumentReport, line: int | None, title: str, text: str) -> str:
    options = {"file": slashed(document.path), "line": line, "title": visible(title)}
    told = ",".join(f"{key}={option(str(value))}" for key, value in options.items()
                    if value is not None)
    return f"::{name} {told}::{escaped(visible(text, keep=chr(10)))}"


def escaped(text: str) -> str:
    """Text in which a runner sees no other command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def option(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
