"""Turns files into their DocumentReports, as the user asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agreementlint.messages import say
from agreementlint.model import DocumentReport
from agreementlint.output import tell, traced
from agreementlint.request import piped, wished

if TYPE_CHECKING:
    from agreementlint.batch import Pending
    from agreementlint.cli.options import Asked
    from agreementlint.model import Document
    from agreementlint.rulefile import Rule

JUDGING = 0.5
"""The share of the time for reading a document that judging it may take."""


def judged_documents(files: Sequence[Path], rules: Sequence[Rule], chosen: frozenset[str],
                     asked: Asked) -> tuple[DocumentReport, ...]:
    """One report for every file, in their order; of the rules, those whose ids are chosen."""
    from agreementlint.batch import document_reports

    wishes = wished(asked.ocr, asked.view, asked.jobs, cached=not asked.no_cache)

    def start(path: Path) -> Pending:
        from agreementlint.batch import STDIN
        from agreementlint.reading import bounds, isolate

        if asked.verbose:
            tell(say(asked.lang, "reading", path=path))
        source = piped(bounds.MOST_BYTES + 1) if path == STDIN else path
        return isolate.start(source, timeout=asked.timeout, wishes=wishes)

    def judged(document: Document) -> DocumentReport:
        from agreementlint.judge import judge
        from agreementlint.timelimit import within

        with within(asked.timeout * JUDGING):
            return judge(document, rules, asked.as_of, asked.lang, selected=chosen,
                         any_document=asked.any_document)

    def prepare() -> None:
        from agreementlint.judge import prepare

        prepare()

    return tuple(document_reports(
        files, start, judged, prepare, jobs=asked.jobs, lang=asked.lang,
        crashed=traced if asked.debug else lambda error: None))
