"""Documents to outcomes, each worked out by a child of its own, which is born warm.

A nursery is a fresh interpreter that loads language, rules and readers once, judges a sample so
that patterns are compiled, and then forks a child for each document it is asked about. It may be
asked by any number of threads. Each question comes with two pipes: into one the child writes its
answer; the other is a lifeline that the asker holds, and when it is let go of the child ends.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from agreementlint.reading.child import answered, confine, write
from agreementlint.reading.share import Share, new_slots
from agreementlint.run.task import Task, outcome, packed, rules, task_as_json, task_of

LENGTH = struct.Struct("!Q")
READY = b"+"
EVERY = 3
"""Of the rules' examples, which make the sample: all would cost more than they save."""


class Closed(Exception):
    """The nursery, or the child, went without an answer."""


# ---------------------------------------------------------------- the asker's side


class Nursery:
    """A nursery for one task; it lives until it is closed, or forgotten."""

    def __init__(self, task: Task):
        self._task = task_as_json(task)
        self._guard = threading.Lock()
        self._ready = False
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "agreementlint.run.nursery", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is the asker's to deal with
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self._socket = ours
        self.number = self._process.pid
        _send(ours, self._task)

    def ask(self, source: str | bytes, name: str, timeout: float,
            seen: Callable[[bytes], None] = lambda signs: None) -> bytes:
        """What the child made of a path, or of bytes, says in `packed` form; `seen` is shown its
        signs of life. Raises ReadError when the time is up, Closed."""
        question: dict[str, Any] = {"name": name}
        if isinstance(source, bytes):
            question["data"] = base64.b64encode(source).decode("ascii")
        else:
            question["path"] = source
        answer, into = os.pipe()
        held, lifeline = os.pipe()
        try:
            try:
                self._hand_over(question, into, held)
            finally:
                os.close(into)
                os.close(held)
            found = answered(answer, time.monotonic() + timeout, timeout, seen)
        finally:
            os.close(lifeline)
            os.close(answer)
        if not found.strip():
            raise Closed
        return found

    def _hand_over(self, question: dict[str, Any], *pipes: int) -> None:
        with self._guard:
            try:
                if not self._ready and self._socket.recv(1) != READY:
                    raise Closed
                self._ready = True
                _send(self._socket, question, pipes)
            except OSError as error:
                raise Closed from error

    def alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """Ends the nursery and all its children; who waits for one gets Closed."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._process.kill()
        self._process.wait()
        self._socket.close()


def _send(to: socket.socket, message: dict[str, Any], pipes: tuple[int, ...] = ()) -> None:
    data = json.dumps(message).encode("ascii")
    head = LENGTH.pack(len(data))
    if pipes:
        socket.send_fds(to, [head], pipes)
    else:
        to.sendall(head)
    to.sendall(data)


# ---------------------------------------------------------------- the nursery's side


def serve(asker: socket.socket) -> None:
    """Forks a child for each question until the asker is gone; then all children go too."""
    task = task_of(_received(asker)[0])
    share = Share(workers=task.workers, slots=new_slots(), seconds=task.timeout)
    warm(task)
    gc.collect()
    gc.freeze()  # what is there now is shared with all children: let nobody touch it
    asker.send(READY)
    children: dict[int, int] = {}
    watch = selectors.DefaultSelector()
    watch.register(asker, selectors.EVENT_READ)
    try:
        while True:
            for key, _ in watch.select():
                if key.fileobj is not asker:
                    watch.unregister(key.fd)
                    _ended(children.pop(key.fd), key.fd)
                    continue
                question, (into, lifeline) = _received(asker)
                children[lifeline] = _born(question, task, replace(share, signs=into), watch)
                os.close(into)
                watch.register(lifeline, selectors.EVENT_READ)
    except EOFError:
        for lifeline, child in children.items():
            _ended(child, lifeline)


def _born(question: dict[str, Any], task: Task, share: Share, watch: selectors.BaseSelector,
          ) -> int:
    child = os.fork()
    if child == 0:
        for key in list(watch.get_map().values()):  # else a sister's lifeline, or the asker, would
            os.close(key.fd)  # seem to be held as long as this child lives
        _work(question, task, share)
    return child


def _work(question: dict[str, Any], task: Task, share: Share) -> NoReturn:
    """Writes the answer and ends this process, whatever happens."""
    try:
        confine(task.timeout)
        gc.disable()  # looking for garbage would copy the shared memory
        share.alive()
        source = base64.b64decode(question["data"]) if "data" in question else (
            Path(question["path"]))
        assert share.signs is not None
        write(share.signs, packed(outcome(source, question["name"], task, share)))
    finally:
        os._exit(0)


def _ended(child: int, lifeline: int) -> None:
    os.close(lifeline)
    for end in (os.killpg, os.kill):  # the child may not have come to lead its group yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _received(asker: socket.socket) -> tuple[dict[str, Any], list[int]]:
    head, pipes, _, _ = socket.recv_fds(asker, LENGTH.size, 2)
    head += _exactly(asker, LENGTH.size - len(head))
    message: dict[str, Any] = json.loads(_exactly(asker, LENGTH.unpack(head)[0]))
    return message, pipes


def _exactly(asker: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = asker.recv(min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def warm(task: Task) -> None:
    """Loads what every child needs, and has some text judged, which compiles the patterns."""
    from agreementlint.judge import prepare
    from agreementlint.reading import pdf  # noqa: F401

    catalogue = rules(task.packs)
    prepare()
    examples = [example.text for rule in catalogue for example in rule.examples]
    sample = "\n\n".join(examples[::EVERY])
    outcome(sample.encode(), "-", replace(task, any_document=True), Share())


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as asker, contextlib.suppress(EOFError):
        serve(asker)


if __name__ == "__main__":
    main()
