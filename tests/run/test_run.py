"""Whatever is killed, full, damaged or gone: the report is complete for all the others."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from agreementlint.cache import Store, folder
from agreementlint.run import kept as keeping
from agreementlint.run import many
from agreementlint.run.many import Done, Input, Run, closed, nursery, outcomes
from agreementlint.run.task import Task
from tests.agreements import within

ROOT = Path(__file__).parents[2]
TASK = Task(as_of=dt.date(2026, 1, 1), workers=2, timeout=30, any_document=True)


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Input, ...]:
    """Twelve agreements, each with another number of meetings."""
    found = []
    for place in range(12):
        file = tmp_path / f"{place:02}.txt"
        file.write_text(within(f"Politirådet i Gol kommune skal ha {place} møter i året."))
        found.append(Input(place, str(file)))
    return tuple(found)


def two_threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2)


def names_and_errors(done: list[Done]) -> dict[str, str | None]:
    reports = [one.outcome.report for one in sorted(done, key=lambda one: one.place)]
    return {report.path: report.error and report.error.kind for report in reports}


def processes(parent: int) -> list[int]:
    """The children of a process."""
    with open(f"/proc/{parent}/task/{parent}/children", encoding="ascii") as file:
        return [int(one) for one in file.read().split()]


def test_every_document_has_its_report(texts: tuple[Input, ...]) -> None:
    done = list(outcomes(texts, Run(TASK, two_threads, 2)))
    assert names_and_errors(done) == {name: None for _, name, _ in texts}
    assert len({one.outcome.report.sha256 for one in done}) == 12


@pytest.mark.parametrize("victim", ["children", "nursery"])
def test_a_killed_worker_costs_no_document(texts: tuple[Input, ...], victim: str) -> None:
    running = outcomes(texts, Run(TASK, two_threads, 2))
    done = [next(running)]
    killed = [nursery(TASK).number]
    if victim == "children":
        killed = processes(killed[0])
    assert killed
    for number in killed:
        os.kill(number, signal.SIGKILL)
    done += running
    assert names_and_errors(done) == {name: None for _, name, _ in texts}


def test_a_killed_process_of_the_executor_costs_no_document(texts: tuple[Input, ...]) -> None:
    pools: list[ProcessPoolExecutor] = []

    def two_processes() -> ProcessPoolExecutor:
        pools.append(ProcessPoolExecutor(2, get_context("fork")))
        return pools[-1]

    running = outcomes(texts, Run(TASK, two_processes, 2))
    done = [next(running)]
    os.kill(next(iter(pools[0]._processes)), signal.SIGKILL)
    done += running
    assert names_and_errors(done) == {name: None for _, name, _ in texts}
    assert len(pools) <= 2


def test_an_executor_that_loses_everything_is_done_without(texts: tuple[Input, ...]) -> None:
    class Losing(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise RuntimeError("gone")

    done = list(outcomes(texts[:2], Run(TASK, Losing, 2)))
    assert names_and_errors(done) == {name: None for _, name, _ in texts[:2]}


def test_bad_documents_cost_their_own_rows(texts: tuple[Input, ...], tmp_path: Path) -> None:
    Path(texts[3].name).write_bytes(b"%PDF-1.4\n%%EOF")
    Path(texts[4].name).write_bytes(b"")
    running = outcomes((*texts, Input(12, "-", "Rådet møtes to ganger i året.".encode())),
                       Run(TASK, lambda: ThreadPoolExecutor(1), 1))
    done = [next(running)]
    Path(texts[11].name).unlink()  # in mid-run
    done += running
    found = names_and_errors(done)
    assert found.pop("-") is None
    assert list(found.values()) == [None] * 3 + ["damaged", "empty"] + [None] * 6 + ["not-found"]


def test_a_child_out_of_time_is_ended(texts: tuple[Input, ...]) -> None:
    hurried = Task(as_of=TASK.as_of, timeout=0.001)
    done = list(outcomes(texts[:2], Run(hurried, two_threads, 2)))
    assert set(names_and_errors(done).values()) == {"timeout"}
    number = nursery(hurried).number
    closed()
    assert not Path(f"/proc/{number}").exists()


def test_askers_share_a_nursery_and_closing_it_ends_all() -> None:
    found: list[bytes] = []
    askers = [threading.Thread(target=lambda: found.append(
        many.worked_out(b"Vi har to m\xc3\xb8ter.", "-", TASK))) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(set(found)) == 1 and len(found) == 4
    living = nursery(TASK).number
    children = processes(living)
    closed()
    time.sleep(0.1)
    assert children and not any(Path(f"/proc/{one}").exists() for one in (living, *children))


# ---------------------------------------------------------------- what is kept


def run_kept(texts: tuple[Input, ...], place: Path, task: Task = TASK) -> tuple[list[Done], str]:
    with keeping.kept(place, task) as store:
        done = list(outcomes(texts, Run(task, two_threads, 2, store)))
    return sorted(done, key=lambda one: one.place), store.fault or ""


def test_the_second_run_is_the_first(texts: tuple[Input, ...], tmp_path: Path) -> None:
    first, _ = run_kept(texts, tmp_path / "c")
    again, _ = run_kept(texts, tmp_path / "c")
    assert [one.outcome.report for one in first] == [one.outcome.report for one in again]
    assert {one.kept for one in first} == {False} and {one.kept for one in again} == {True}
    moved = Path(texts[0].name).rename(tmp_path / "flyttet.txt")
    (found,), _ = run_kept((Input(0, str(moved)),), tmp_path / "c")
    assert found.kept and found.outcome.report.path == str(moved)


@pytest.mark.parametrize("other", [
    {"as_of": dt.date(2026, 1, 2)}, {"lang": "nn"}, {"ocr": "never"}, {"view": "original"},
    {"any_document": False}, {"edition": "2"},
])
def test_another_question_has_another_answer(other: dict[str, Any], texts: tuple[Input, ...],
                                             tmp_path: Path) -> None:
    first, _ = run_kept(texts[:1], tmp_path)
    content = first[0].outcome.content or ""
    asked = replace(TASK, **other)
    with keeping.kept(tmp_path, TASK) as same, keeping.kept(tmp_path, asked) as store:
        assert same.found(content, "a") and store.found(content, "a") is None


def test_what_hung_on_the_hour_is_not_kept(texts: tuple[Input, ...], tmp_path: Path) -> None:
    Path(texts[0].name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    inputs = (texts[0], Input(1, str(tmp_path / "nei.txt")))
    first, _ = run_kept(inputs, tmp_path / "c")
    again, _ = run_kept(inputs, tmp_path / "c")
    assert [one.kept for one in again] == [True, False]
    assert [one.outcome.report for one in first] == [one.outcome.report for one in again]


def test_what_else_stands_in_the_cache_is_no_report(texts: tuple[Input, ...], tmp_path: Path,
                                                    ) -> None:
    first, _ = run_kept(texts[:1], tmp_path)
    with sqlite3.connect(tmp_path / "reports.sqlite3") as database:
        (key,), = database.execute("SELECT key FROM kept")
    database.close()
    for value in (None, [], {}, {"report": 1}, {"report": "{}", "tesseract": None}, "x"):
        Store(tmp_path, "reports").put(key, value)
        again, fault = run_kept(texts[:1], tmp_path)
        assert (again[0].outcome, again[0].kept, fault) == (first[0].outcome, False, "")


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from agreementlint.cli import main
main(sys.argv[1:])
"""


MAIN = "from agreementlint.cli import main; main()"


def command(*arguments: str, program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program, *arguments, "--fail-on", "never"],
                          cwd=ROOT, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(("fault", "said"), [
    ("full", "det er ikke plass"), ("damaged", "var ødelagt og er laget på nytt"),
    ("held", "et annet program bruker"), ("closed", "kan ikke skrives"),
])
def test_what_is_wrong_with_the_cache_is_told_in_a_line(fault: str, said: str,
                                                        texts: tuple[Input, ...]) -> None:
    folder().parent.mkdir(parents=True, exist_ok=True)
    file = folder() / "reports.sqlite3"
    holding = None
    if fault == "closed":
        folder().write_text("a file stands here")
    else:
        folder().mkdir()
    if fault == "damaged":
        file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    if fault == "held":
        Store(folder(), "reports").put("x", 1)
        holding = sqlite3.connect(file)
        holding.execute("BEGIN EXCLUSIVE")
    done = command("check", *(name for _, name, _ in texts), "--format", "jsonl",
                   "--any-document", program=FULL if fault == "full" else MAIN)
    if holding is not None:
        holding.close()
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 12
    assert said in done.stderr and len(done.stderr.splitlines()) == 1


def test_ctrl_c_leaves_what_was_judged(tmp_path: Path, texts: tuple[Input, ...]) -> None:
    arguments = [sys.executable, "-m", "agreementlint", "audit", str(tmp_path), "-v", "--jobs", "1"]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as running:
        assert running.stderr is not None
        assert running.stderr.readline().startswith("agreementlint: Vurdert: ")
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=20)
    assert running.returncode == 130 and said.endswith("agreementlint: Avbrutt.\n")
    assert "Traceback" not in said
    with sqlite3.connect(folder() / "reports.sqlite3") as database:
        (number,), = database.execute("SELECT count(*) FROM kept")
    database.close()
    assert 1 <= number < 12
