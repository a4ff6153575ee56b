"""Work that takes too long is ended, in Python and inside a pattern; other work is not touched."""

from __future__ import annotations

import datetime as dt
import re
import signal
import sys
import threading
from pathlib import Path

import pytest

from agreementlint import batch, judge
from agreementlint.reading import dispatch
from agreementlint.timelimit import OutOfTime, within

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no alarm there")


def endless() -> None:
    while True:
        pass


def a_pattern() -> None:
    re.fullmatch(r"(?:a|a|ab)*c", "ab" + "a" * 60)


@pytest.mark.parametrize("work", [endless, a_pattern])
def test_the_time_is_up(work: object) -> None:
    assert callable(work)
    with pytest.raises(OutOfTime), within(0.05):
        work()
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_nothing_rings_afterwards() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with within(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_other_threads_have_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with within(60):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_document_that_takes_too_long_is_an_error_and_the_next_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text("Politirådet møtes to ganger i året.", encoding="utf-8")

    class Ready:
        def __init__(self, path: Path):
            self.path = path

        def result(self) -> object:
            return dispatch.read_here(self.path, name=str(self.path))

    def judged(document: object) -> object:
        with within(5 if "b.txt" in document.path else 0.05):  # type: ignore[attr-defined]
            if "a.txt" in document.path:  # type: ignore[attr-defined]
                endless()
            return judge.judge(document, (), dt.date(2026, 1, 1))  # type: ignore[arg-type]

    reports = list(
        batch.document_reports(
            files, Ready, judged, jobs=2, lang="nb", crashed=lambda error: None  # type: ignore[arg-type]
        )
    )
    assert [report.error and report.error.kind for report in reports] == ["timeout", None]
