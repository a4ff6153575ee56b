"""Work that takes too long is ended, in Python and inside a pattern; other work is not touched."""

from __future__ import annotations

import datetime as dt
import re
import signal
import sys
import threading
from dataclasses import replace

import pytest

from agreementlint.reading.dispatch import read_here
from agreementlint.run import task
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


def test_a_document_that_takes_too_long_to_judge_is_an_error_and_the_next_is_judged(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read_here("Politirådet møtes to ganger i året.".encode(), name="a.txt")
    hurried = task.Task(as_of=dt.date(2026, 1, 1), timeout=0.1, any_document=True)
    with monkeypatch.context() as changed:
        changed.setattr(task, "judged", lambda *_: endless())
        late = task.attempted(lambda: document, "a.txt", hurried)
    assert late.report.error and late.report.error.kind == "timeout"
    unhurried = replace(hurried, timeout=60)
    assert task.attempted(lambda: document, "a.txt", unhurried).report.error is None
