"""A Word draft and the rules into all that a review gives: the verdicts with their waivers, the
checklist, and the draft with the findings in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agreementlint.model import Document, DocumentReport, Lang
from agreementlint.report.checklist import Checklist, checklist
from agreementlint.review.answers import answered, answers
from agreementlint.review.draft import Wanted, reviewed
from agreementlint.review.page import page_lines
from agreementlint.rules.format import Rule
from agreementlint.rules.guide import Coverage


@dataclass(frozen=True, slots=True)
class Asks:
    """How a draft is to be reviewed. `lang` is that of all words (None: the draft's own standard),
    `selected` are the ids of rules (None: all), `suggest` inserts missing clauses, `page` adds the
    checklist. `settled` gives the report as settings and waivers want it."""

    as_of: dt.date
    lang: Lang | None = None
    selected: Collection[str] | None = None
    any_document: bool = False
    suggest: bool = False
    page: bool = False
    settled: Callable[[DocumentReport], DocumentReport] = lambda report: report


class Reviewed(NamedTuple):
    """`data` is the reviewed file; None for what is no agreement, which `report.notice` says."""

    report: DocumentReport
    checklist: Checklist
    lang: Lang
    data: bytes | None


def review(data: bytes, document: Document, rules: Sequence[Rule], coverages: Sequence[Coverage],
           asks: Asks) -> Reviewed:
    """The review of a draft, a Word file or a PDF. `data` is without what an earlier run left in it
    (see `files`), and `document` was read of it. Raises ReadError for what cannot be written again.
    """
    from agreementlint.judge import judge
    from agreementlint.review.pdf import reviewed_pdf
    from agreementlint.structure import analyse

    agreement = analyse(document)
    lang = asks.lang or agreement.standard or "nb"
    report = judge(document, rules, asks.as_of, lang, selected=asks.selected,
                   any_document=asks.any_document)
    is_word = document.format == "docx"
    report, remarks = answered(asks.settled(report), answers(data) if is_word else (), asks.as_of,
                               lang)
    titles = {rule.id: rule.called(lang) for rule in rules}
    found = checklist(report, coverages, titles, lang)._replace(remarks=remarks)
    if report.notice is not None:
        return Reviewed(report, found, lang, None)
    if not is_word:
        return Reviewed(report, found, lang,
                        reviewed_pdf(data, agreement, report, titles, asks.as_of, lang))
    wanted = Wanted(asks.as_of, lang, titles, asks.suggest, page_lines(found) if asks.page else ())
    return Reviewed(report, found, lang, reviewed(data, agreement, report, wanted))

