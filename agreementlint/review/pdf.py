"""A PDF and what is said of it into the PDF with a note on the words of each finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from agreementlint.messages import say
from agreementlint.model import Box, DocumentReport, Lang, Verdict
from agreementlint.pdf.confined import with_notes
from agreementlint.pdf.notes import Note
from agreementlint.places import line_boxes
from agreementlint.report.words import total
from agreementlint.review.home import home
from agreementlint.review.notes import heading, lines_of
from agreementlint.structure import Agreement
from agreementlint.waivers import fingerprint

CORNER: Box = (10.0, 10.0, 11.0, 11.0)
"""Where what concerns the whole document is said, on the first page."""


def reviewed_pdf(data: bytes, agreement: Agreement, report: DocumentReport,
                 titles: Mapping[str, str], day: dt.date, lang: Lang) -> bytes:
    """The PDF with the findings in it. `data` is what the document of the agreement was read of,
    `titles` are what the rules are called. Raises ReadError for what cannot be written again."""
    notes = (_whole(report, lang), *_notes(report, agreement, titles, lang))
    return with_notes(data, notes, day)


def _whole(report: DocumentReport, lang: Lang) -> Note:
    told = "\n".join((total(report, lang), say(lang, "report-voluntary")))
    return Note("all", say(lang, "check-title"), told, ((1, CORNER),), on_words=False)


def _notes(report: DocumentReport, agreement: Agreement, titles: Mapping[str, str], lang: Lang,
           ) -> Iterator[Note]:
    for verdict in report.verdicts:
        if not verdict.is_finding:
            continue
        title = titles.get(verdict.rule) or verdict.name.replace("-", " ").capitalize()
        places = tuple(place for one in verdict.evidence if one.span is not None
                       for place in line_boxes(agreement.document, one.span))
        on_words = bool(places)
        yield Note(f"{verdict.rule}:{fingerprint(verdict)}", heading(verdict, title, lang),
                   "\n".join(lines_of(verdict, title, lang, answerable=False)),
                   places or (_beside(verdict, report, agreement),), on_words, verdict.severity)


def _beside(verdict: Verdict, report: DocumentReport, agreement: Agreement) -> tuple[int, Box]:
    """Where a finding is told that rests on no words: where they belong."""
    words = home(verdict, report.verdicts, agreement).words
    return next(iter(line_boxes(agreement.document, words)), (1, CORNER))
