"""Work that may loop, swell or die to the bytes it gives, done in a child process with limits.

The child has its own session, is silent, and writes its answer into a pipe; blanks before the
answer are signs of life. A fork is made only where nothing else runs in the parent."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import NoReturn

from agreementlint.model import ReadError
from agreementlint.reading.share import PAGE_BEGUN, PAGE_DONE, SIGN_OF_LIFE

MEMORY, MEMORY_FOR_PICTURES = 512 * 1024 * 1024, 1024 * 1024 * 1024
"""Bytes of address space a child may add to what it inherits: at first, and when it recognises."""

GRACE = 2.0
"""Seconds that a parent which comes late to the result gives a child to hand it over."""

SIGNS = SIGN_OF_LIFE + PAGE_BEGUN + PAGE_DONE
MOST_ANSWER = 400 * 1024 * 1024


def may_fork() -> bool:
    """Whether a copy of this process is a safe child: there must be no threads."""
    return hasattr(os, "fork") and threading.active_count() == 1


# ---------------------------------------------------------------- the parent's side


def forked(work: Callable[[int], NoReturn]) -> tuple[int, int]:
    """Process id and the reading end of the pipe of a child that is a copy of this process; `work`
    is given the other end and ends the process."""
    answer, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answer)
        work(into)
    os.close(into)
    return child, answer


def executed(module: str, arguments: Callable[[int], Sequence[str]], given: bytes | None = None,
             handed_over: Sequence[int] = ()) -> tuple[int, int]:
    """The same with a fresh interpreter that runs a module. `arguments` are told the end of the
    pipe to write into; `given` stands on the child's standard input."""
    answer, into = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments(into)],
        pass_fds=(into, *handed_over),
        stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    os.close(into)
    if given is not None and process.stdin is not None:
        with contextlib.suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write(given)
    process.returncode = 0  # who asks for the answer waits for the child, not this object
    return process.pid, answer


def answered(pipe: int, deadline: float, timeout: float,
             seen: Callable[[bytes], None] = lambda signs: None) -> bytes:
    """All that the child writes until it closes the pipe. With each sign of life, of which its
    first words may consist and which are shown to `seen`, it has the time anew."""
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
        if not part.strip(SIGNS):
            seen(part)
            deadline = time.monotonic() + timeout
            continue
        parts.append(part)


def end(child: int, pipe: int) -> None:
    """Closes the pipe, ends the child if it still runs, and what it has started with it, and takes
    its status from the system."""
    with contextlib.suppress(OSError):
        os.close(pipe)
    for ended in (os.killpg, os.kill):  # the child may not have come to lead its group yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            ended(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


# ---------------------------------------------------------------- the child's side


def confine(timeout: float) -> None:
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


def write(into: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(into, view) :]
