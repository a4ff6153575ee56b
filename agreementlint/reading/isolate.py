"""A path or bytes to a Document, read in a child process that may loop, swell or die alone."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
import weakref
from dataclasses import asdict, replace
from typing import NoReturn

from agreementlint.model import Document, ReadError
from agreementlint.reading import wire
from agreementlint.reading.bounds import MOST_BYTES
from agreementlint.reading.dispatch import read_here
from agreementlint.reading.layout import USUAL, Wishes
from agreementlint.reading.share import SIGN_OF_LIFE, Share

Source = str | os.PathLike[str] | bytes

MEMORY, MEMORY_FOR_PICTURES = 512 * 1024 * 1024, 1024 * 1024 * 1024
"""Bytes of address space a child may add to what it inherits: at first, and when it recognises."""

GRACE = 2.0
"""Seconds that a parent which comes late to the result gives a child to hand it over."""

MOST_ANSWER = 400 * 1024 * 1024


class Pending:
    """A document that a child process is reading. Ask for its `result` once; a Pending that is
    forgotten takes its child with it."""

    def __init__(self, child: int, answer: int, timeout: float):
        self._answer = answer
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout
        self._end = weakref.finalize(self, _end, child, answer)

    def result(self) -> Document:
        """The document; waits for it until the time is up. Raises ReadError."""
        try:
            data = _answer(self._answer, self._deadline, self._timeout)
        finally:
            self._end()
        try:
            return wire.decoded(data)
        except (ValueError, KeyError, TypeError) as error:
            raise ReadError("crashed", "file") from error


def start(
    source: Source, *, timeout: float = 60, name: str | None = None, wishes: Wishes = USUAL
) -> Pending:
    """Begins to read a file, or bytes, in a child process; `timeout` is in seconds of wall time,
    and counts anew for each page that is recognised. `name` becomes the document's path (default:
    the path itself, "-" for bytes)."""
    if name is None:
        name = "-" if isinstance(source, bytes) else os.fspath(source)
    begin = _forked if hasattr(os, "fork") and threading.active_count() == 1 else _executed
    child, answer = begin(source, name, timeout, wishes)
    return Pending(child, answer, timeout)


def read(
    source: Source, *, timeout: float = 60, name: str | None = None, wishes: Wishes = USUAL
) -> Document:
    """The Document of a file or of bytes, read in a child process; raises ReadError."""
    return start(source, timeout=timeout, name=name, wishes=wishes).result()


# ---------------------------------------------------------------- the parent's side


def _forked(source: Source, name: str, timeout: float, wishes: Wishes) -> tuple[int, int]:
    """Process id and the reading end of the pipe of a child that is a copy of this process."""
    answer, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answer)
        _work(source, name, timeout, wishes, into)
    os.close(into)
    return child, answer


def _executed(source: Source, name: str, timeout: float, wishes: Wishes) -> tuple[int, int]:
    """The same with a fresh interpreter, for parents with threads, of which no copy is safe."""
    answer, into = os.pipe()
    given = "-" if isinstance(source, bytes) else os.path.abspath(source)
    command = [sys.executable, "-m", "agreementlint.reading.isolate"]
    process = subprocess.Popen(
        [*command, str(into), str(timeout), json.dumps(asdict(wishes)), name, os.fsdecode(given)],
        pass_fds=(into,) if wishes.share.slots is None else (into, wishes.share.slots),
        stdin=subprocess.PIPE if isinstance(source, bytes) else subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    os.close(into)
    if isinstance(source, bytes) and process.stdin is not None:
        with contextlib.suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write(source)
    process.returncode = 0  # the Pending waits for the child, not this object
    return process.pid, answer


def _answer(pipe: int, deadline: float, timeout: float) -> bytes:
    """All that the child writes until it closes the pipe. With each sign of life, of which its
    first words may consist, it has the time anew."""
    parts: list[bytes] = []
    length = 0
    deadline = max(deadline, time.monotonic() + GRACE)
    while True:
        left = deadline - time.monotonic()
        ready, _, _ = select.select([pipe], [], [], max(left, 0))
        if not ready:
            raise ReadError("timeout", "file")
        part = os.read(pipe, 1 << 20)
        if not part:
            return b"".join(parts)
        length += len(part)
        if length > MOST_ANSWER:
            raise ReadError("crashed", "file")
        if not part.strip(SIGN_OF_LIFE):
            deadline = time.monotonic() + timeout
            continue
        parts.append(part)


def _end(child: int, pipe: int) -> None:
    """Closes the pipe, ends the child if it still runs, and what it has started with it, and takes
    its status from the system."""
    with contextlib.suppress(OSError):
        os.close(pipe)
    for end in (os.killpg, os.kill):  # the child may not have come to lead its group yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


# ---------------------------------------------------------------- the child's side


def _work(source: Source, name: str, timeout: float, wishes: Wishes, into: int) -> NoReturn:
    """Reads, writes the answer and ends this process, whatever happens."""
    try:
        _confine(timeout)
        share = replace(wishes.share, seconds=timeout, signs=into)
        _write(into, _attempt(source, name, replace(wishes, share=share)))
    finally:
        os._exit(0)


def _attempt(source: Source, name: str, wishes: Wishes) -> bytes:
    try:
        return wire.encoded(read_here(source, name=name, wishes=wishes))
    except ReadError as error:
        return wire.failed(error)
    except BaseException:  # whatever a file does to a reader stays in the child
        return wire.failed(ReadError("crashed", "file"))


def _confine(timeout: float) -> None:
    """Own session, silent, and with limits to address space and processor time. A reader may take
    more of both when it recognises pages; what it starts has the same limits."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silent, stream)
    import resource

    space = _address_space()
    _, cpu = resource.getrlimit(resource.RLIMIT_CPU)
    limits = (
        (resource.RLIMIT_CPU, int(timeout) + 2, cpu),
        (resource.RLIMIT_AS, space + MEMORY, space + MEMORY_FOR_PICTURES),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for which, limit, most in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (limit, most))


def _address_space() -> int:
    """Bytes of address space this process has now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _write(into: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(into, view) :]


if __name__ == "__main__":
    _into, _timeout, _wishes, _name, _path = sys.argv[1:]
    _given: Source = sys.stdin.buffer.read(MOST_BYTES + 1) if _path == "-" else _path
    _asked = json.loads(_wishes)
    _asked["share"] = Share(**_asked["share"])
    _work(_given, _name, float(_timeout), Wishes(**_asked), int(_into))
