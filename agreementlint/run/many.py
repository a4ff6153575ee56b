"""Files and a Task to one report each, worked out by any executor.

The function that the executor runs, `worked_out`, hands the document on to the nursery of the
process it happens to be in. So a document that loops, swells or crashes is ended there, whatever
the executor; and a worker that is killed costs nothing but time: what it had is done again.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import NamedTuple

from agreementlint.messages import say
from agreementlint.model import DocumentReport, Problem, ReadError
from agreementlint.reading.dispatch import file_bytes
from agreementlint.run.children import Closed, Nursery, OtherEdition
from agreementlint.run.kept import Kept
from agreementlint.run.remote import bytes_of, is_remote
from agreementlint.run.task import Outcome, Source, Task, failed, packed, unpacked, unread

ATTEMPTS = 3
"""How often a document is begun at most whose worker or child is killed."""

AHEAD = 4
"""Documents that are handed to the executor for each of its workers, so that none waits."""


class Input(NamedTuple):
    """A document to judge: its place in the report, its name, and its bytes if it is no file."""

    place: int
    name: str
    data: bytes | None = None

    @property
    def source(self) -> str | bytes:
        return self.name if self.data is None else self.data


class Done(NamedTuple):
    """The outcome of the document at a place; `kept` says that an earlier run had worked it out."""

    place: int
    outcome: Outcome
    kept: bool = False


# ---------------------------------------------------------------- what an executor runs


def worked_out(source: Source, name: str, task: Task,
               seen: Callable[[bytes], None] = lambda signs: None) -> bytes:
    """The outcome of a file, of bytes or of a Document, in `packed` form: a pure function that may
    be called in any process and any thread. `seen` is shown the child's signs of life. Raises
    Closed when the run is stopped."""
    for _ in range(ATTEMPTS):
        try:
            if isinstance(source, str) and is_remote(source):
                source = bytes_of(source)
            asked = nursery(task)
            return asked.ask(source, name, task.timeout, seen)
        except ReadError as error:
            return packed(Outcome(unread(name, error, task.speech)))
        except OtherEdition:
            problem = Problem("crashed", say(task.speech, "other-edition"))
            return packed(Outcome(failed(name, problem)))
        except Closed:
            if asked.closed:  # on purpose: the run has been stopped
                raise
    return packed(Outcome(unread(name, ReadError("crashed", "file"), task.speech)))


_guard = threading.Lock()
_nurseries: dict[Task, Nursery] = {}


def nursery(task: Task) -> Nursery:
    """This process's nursery for the task: a living one."""
    with _guard:
        found = _nurseries.get(task)
        if found is None or not found.alive():
            _nurseries.pop(task, None)
            closed(all_but=1)
            _nurseries[task] = found = Nursery(task)
        return found


def closed(all_but: int = 0) -> None:
    """Ends this process's nurseries, and with them all that their children are doing; the newest
    may be left."""
    while len(_nurseries) > all_but:
        _nurseries.pop(next(iter(_nurseries))).close()


atexit.register(closed)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_nurseries.clear)  # they are the parent's


# ---------------------------------------------------------------- the run


class Run(NamedTuple):
    """How a run is done: on the executor that `opened` gives, which has so many workers, with what
    was kept. `seen` is for executors whose workers are threads of this process. So `few` documents
    are judged by this process itself, sooner than workers would be ready."""

    task: Task
    opened: Callable[[], Executor]
    workers: int
    kept: Kept | None = None
    seen: Callable[[bytes], None] | None = None
    few: int = 0


def outcomes(inputs: Sequence[Input], run: Run) -> Iterator[Done]:
    """One for every input, as they come."""
    waiting: list[Input] = []
    for given in inputs:
        report = already(given, run.kept)
        if report is None:
            waiting.append(given)
        else:
            yield Done(given.place, Outcome(report), kept=True)
    if len(waiting) <= run.few:
        for given in waiting:
            yield alone(given, run)
        return
    for _ in range(ATTEMPTS):
        if not waiting:
            return
        lost: list[Input] = []
        with (opened(run) as executor,
              contextlib.closing(answers(waiting, run, executor)) as found):
            for given, answer in found:
                if answer is None:
                    lost.append(given)
                else:
                    yield noted(given, answer, run)
        waiting = sorted(lost)
    for given in waiting:  # what the executor loses again and again is done without it
        yield noted(given, worked_out(given.source, given.name, run.task), run)


def alone(given: Input, run: Run) -> Done:
    """The outcome of a document without any worker."""
    from agreementlint.run import one

    try:
        remote = given.data is None and is_remote(given.name)
        source = bytes_of(given.name) if remote else given.source
        outcome = one.outcome(source, given.name, run.task)
    except ReadError as error:
        outcome = Outcome(unread(given.name, error, run.task.speech))
    return kept_as(given, outcome, run)


def noted(given: Input, answer: bytes, run: Run) -> Done:
    """The outcome that a worker has worked out."""
    try:
        outcome = unpacked(answer)
    except ValueError:
        outcome = Outcome(unread(given.name, ReadError("crashed", "file"), run.task.speech))
    return kept_as(given, outcome, run)


def kept_as(given: Input, outcome: Outcome, run: Run) -> Done:
    if run.kept is not None:
        run.kept.keep(outcome)
    return Done(given.place, outcome)


@contextlib.contextmanager
def opened(run: Run) -> Iterator[Executor]:
    """The executor, which is not waited for when something goes wrong here: Ctrl-C is prompt."""
    executor = run.opened()
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False)
        with _guard:
            closed()
        raise
    executor.shutdown(wait=False)


def answers(inputs: Sequence[Input], run: Run, executor: Executor,
            ) -> Generator[tuple[Input, bytes | None], None, None]:
    """What `worked_out` gave for each, as it comes; None where the worker was lost. No more are
    handed to the executor than keep its workers busy."""
    going: dict[Future[bytes], Input] = {}
    more = () if run.seen is None else (run.seen,)
    try:
        for given in inputs:
            while len(going) >= AHEAD * run.workers:
                yield from ready(going)
            try:
                future = executor.submit(worked_out, given.source, given.name, run.task, *more)
            except (BrokenExecutor, RuntimeError):
                yield given, None
            else:
                going[future] = given
        while going:
            yield from ready(going)
    finally:
        for future in going:
            future.cancel()


def ready(going: dict[Future[bytes], Input]) -> Iterator[tuple[Input, bytes | None]]:
    """Waits for some of the futures, and takes them out."""
    for future in wait(going, return_when=FIRST_COMPLETED).done:
        given = going.pop(future)
        lost = future.cancelled() or future.exception() is not None
        yield given, None if lost else future.result()


def already(given: Input, kept: Kept | None) -> DocumentReport | None:
    """The report that was kept on these bytes. Those of a remote file are asked for once, by the
    worker that judges it."""
    if kept is None or (given.data is None and is_remote(given.name)):
        return None
    try:
        data = given.data if given.data is not None else file_bytes(given.name)
    except ReadError:  # the child says what is wrong with it
        return None
    return kept.found(hashlib.sha256(data).hexdigest(), given.name)

