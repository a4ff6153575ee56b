"""A report that has been kept or sent is the report that it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.model import DocumentReport
from agreementlint.reading.share import ALONE
from agreementlint.run import wire
from agreementlint.run.task import Outcome, Task, outcome, packed, unpacked

CORPUS = Path(__file__).parents[2] / "corpus"
TASK = Task(as_of=dt.date(2026, 1, 1))

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.dates(),
    lambda inside: st.lists(inside) | st.lists(inside).map(tuple)
    | st.dictionaries(st.text(), inside), max_leaves=8)
FACTS = st.dictionaries(st.text(), VALUES, max_size=3)


@settings(max_examples=60, deadline=None)
@given(st.builds(DocumentReport, facts=FACTS))
def test_any_report_comes_back(report: DocumentReport) -> None:
    assert wire.decoded(wire.encoded(report)) == report


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*/*.txt")), ids=lambda file: file.stem)
def test_the_corpus_comes_back(file: Path) -> None:
    found = outcome(file, str(file), TASK, ALONE)
    assert found.report.error is None and found.content == found.report.sha256
    assert unpacked(b" \t\n " + packed(found)) == found


def test_types_are_kept() -> None:
    facts = {"a": dt.date(2024, 2, 29), "b": (1, [2.0, ("x",)]), "c": {"date": "no date"}, "d": 2.0}
    back = wire.decoded(wire.encoded(DocumentReport("å\ud800", None, None, facts=facts)))
    assert (back.path, back.facts) == ("å\ud800", facts)
    assert [type(one) for one in (back.facts["d"], back.facts["b"])] == [float, tuple]


def test_what_cannot_travel_is_an_error() -> None:
    with pytest.raises(TypeError):
        wire.encoded(DocumentReport("a", None, None, facts={"a": object()}))


@pytest.mark.parametrize("data", [
    b"", b"{}", b"[]", b"null", b"[1,2]", b"[[[[",
    wire.encoded(DocumentReport("a", None, None))[:-9],
    wire.encoded(DocumentReport("a", None, None)).replace(b'"agreement"', b'"novel"'),
    wire.encoded(DocumentReport("a", None, None)).replace(b'"a"', b"7"),
    b"[" * 100_000,
])
def test_anything_else_is_no_report(data: bytes) -> None:
    with pytest.raises(ValueError):
        wire.decoded(data)


def test_what_is_beside_the_report_comes_back() -> None:
    found: Any = Outcome(DocumentReport("a", None, None), "0" * 64, "Traceback\n  å\x1b")
    assert unpacked(packed(found)) == found
