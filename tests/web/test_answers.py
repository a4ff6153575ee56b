"""On the page, too, an answer to a comment in Word is a waiver."""

from __future__ import annotations

import dataclasses

from agreementlint.web.desk import Paper
from agreementlint.web.serving import has_comments, judge_of
from tests.review.reviews import AS_OF
from tests.review.test_answers import RULE, comment, draft
from tests.web.serving import TASK
from tests.word.wordfiles import answered


def said(data: bytes) -> dict[str, str]:
    """Who waived what."""
    paper = Paper("1", "utkast.docx", data, 0.0)
    judge = judge_of(dataclasses.replace(TASK, as_of=AS_OF, whole=True))
    found = judge(paper, "nb", lambda signs: None)
    assert found.document is not None and "Godtatt" not in found.document.text
    return {one.rule: one.waiver.by for one in found.report.verdicts if one.waiver}


def test_an_answered_finding_is_waived() -> None:
    data = answered(draft(), comment(), "Godtatt: rådet er lite")
    assert has_comments(data)
    assert list(said(data)) == [RULE]


def test_comments_alone_waive_nothing() -> None:
    assert said(draft()) == {}
