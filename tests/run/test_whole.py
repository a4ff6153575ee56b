"""What was read comes with what is said of it, where asked for, and can be judged again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agreementlint.run.many import closed, worked_out
from agreementlint.run.task import Task, unpacked

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
TASK = Task(as_of=dt.date(2026, 11, 21), whole=True)


@pytest.fixture(autouse=True)
def no_nursery_left() -> Iterator[None]:
    yield
    closed()


def test_the_document_comes_along_and_can_be_judged_again() -> None:
    data = (GOLD / "a-larvik.pdf").read_bytes()
    first = unpacked(worked_out(data, "larvik.pdf", TASK))
    assert first.document is not None and first.document.sha256 == first.content
    again = unpacked(worked_out(first.document, "larvik.pdf", replace(TASK, lang="en")))
    assert again.content == first.content and again.report.facts == first.report.facts
    assert [one.verdict for one in again.report.verdicts] == [
        one.verdict for one in first.report.verdicts]
    assert again.report.verdicts[0].message != first.report.verdicts[0].message


def test_without_asking_it_does_not() -> None:
    found = unpacked(worked_out(b"Avtale.", "a.txt", replace(TASK, whole=False)))
    assert found.document is None and found.content
