"""Documents to outcomes, worked out by children that are born warm and may die alone.

A nursery is a fresh interpreter that loads language, rules and readers once, judges a sample so
that patterns are compiled, and then forks a child whenever it is asked for one. It has one thread;
its askers may have many. A child is asked about one document after the other, for what it learns of
one helps with the next, until it is old or has met anything odd. For each child the asker holds a
lifeline, a pipe: when that is let go of, in whatever way, the nursery ends the child.
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
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from agreementlint.model import ReadError
from agreementlint.reading.child import SIGNS, confine
from agreementlint.reading.share import Share, new_slots
from agreementlint.run.task import Task, outcome, packed, rules, task_as_json, task_of

LENGTH = struct.Struct("!Q")
READY = b"+"
MORE, LAST = b"\0", b"\1"
"""What ends an answer, which is ASCII and holds no such characters: the child may be asked again,
or makes place for a fresh one."""

EVERY = 10
"""Of the rules' examples, which make the sample: all would cost more than they save."""

GARBAGE = 50_000
"""New objects after which garbage is looked for."""

OLD = 200
"""Documents after which a child makes place for a fresh one."""


class Closed(Exception):
    """The nursery, or the child, went without an answer."""


# ---------------------------------------------------------------- the asker's side


class Child:
    """One that waits to be asked, by one asker at a time."""

    def __init__(self, conversation: socket.socket, lifeline: int):
        self.done = False
        self._conversation = conversation
        self._lifeline = lifeline

    def ask(self, question: dict[str, Any], timeout: float, seen: Callable[[bytes], None]) -> bytes:
        """Its answer; with each sign of life it has the time anew. Raises ReadError when the time
        is up, Closed."""
        try:
            _send(self._conversation, question)
            parts: list[bytes] = []
            while not parts or not parts[-1].endswith((MORE, LAST)):
                self._conversation.settimeout(timeout)
                part = self._conversation.recv(1 << 20)
                if not part:
                    raise Closed
                if part.strip(SIGNS):
                    parts.append(part)
                else:
                    seen(part)
        except TimeoutError:
            raise ReadError("timeout", "file") from None
        except OSError as error:
            raise Closed from error
        self.done = parts[-1].endswith(LAST)
        return b"".join(parts)[:-1]

    def let_go(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._lifeline)
        self._conversation.close()


class Nursery:
    """A nursery for one task; it lives until it is closed, or forgotten."""

    def __init__(self, task: Task):
        self._guard = threading.Lock()
        self._ready = False
        self._idle: list[Child] = []
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
        _send(ours, task_as_json(task))

    def ask(self, source: str | bytes, name: str, timeout: float,
            seen: Callable[[bytes], None] = lambda signs: None) -> bytes:
        """What a child says of a path, or of bytes, in `packed` form; `seen` is shown its signs of
        life. Raises ReadError when the time is up, Closed."""
        given = {"path": source} if isinstance(source, str) else {
            "data": base64.b64encode(source).decode("ascii")}
        child = self._free()
        try:
            found = child.ask({"name": name, **given}, timeout, seen)
        except BaseException:
            child.let_go()
            raise
        if child.done:
            child.let_go()
        else:
            with self._guard:
                self._idle.append(child)
        return found

    def _free(self) -> Child:
        """A child that waits: one that has been asked before, or a new one."""
        with self._guard:
            if self._idle:
                return self._idle.pop()
            conversation, theirs = socket.socketpair()
            held, lifeline = os.pipe()
            child = Child(conversation, lifeline)
            try:
                if not self._ready and self._socket.recv(1) != READY:
                    raise Closed
                self._ready = True
                socket.send_fds(self._socket, [READY], (theirs.fileno(), held))
            except OSError as error:
                child.let_go()
                raise Closed from error
            except Closed:
                child.let_go()
                raise
            finally:
                theirs.close()
                os.close(held)
            return child

    def alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """Ends the nursery and all its children; who waits for one gets Closed."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        for child in self._idle:
            child.let_go()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._socket.close()


PATIENCE = 1.0
"""Seconds in which a nursery may put its children to death before it goes itself."""


def _send(to: socket.socket, message: dict[str, Any]) -> None:
    data = json.dumps(message).encode("ascii")
    to.settimeout(None)
    to.sendall(LENGTH.pack(len(data)) + data)


def _received(asker: socket.socket) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_exactly(asker, *LENGTH.unpack(
        _exactly(asker, LENGTH.size))))
    return found


def _exactly(asker: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = asker.recv(min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


# ---------------------------------------------------------------- the nursery's side


def serve(asker: socket.socket) -> None:
    """Forks a child whenever asked, until the asker is gone; then all children go too."""
    task = task_of(_received(asker))
    share = Share(workers=task.workers, slots=new_slots(), seconds=task.timeout)
    warm(task)
    gc.collect()
    gc.freeze()  # what is there now is shared with all children: let nobody touch it
    gc.set_threshold(GARBAGE)
    asker.send(READY)
    children: dict[int, int] = {}
    watch = selectors.DefaultSelector()
    watch.register(asker, selectors.EVENT_READ)
    while True:
        for key, _ in watch.select():
            if key.fileobj is not asker:
                watch.unregister(key.fd)
                _ended(children.pop(key.fd), key.fd)
                continue
            asked, pipes, _, _ = socket.recv_fds(asker, len(READY), 2)
            if not asked:
                for lifeline, child in children.items():
                    _ended(child, lifeline)
                return
            conversation, lifeline = pipes
            children[lifeline] = _born(conversation, task, share, watch)
            os.close(conversation)
            watch.register(lifeline, selectors.EVENT_READ)


def _born(conversation: int, task: Task, share: Share, watch: selectors.BaseSelector) -> int:
    child = os.fork()
    if child == 0:
        for key in list(watch.get_map().values()):  # else a sister's lifeline, or the asker, would
            os.close(key.fd)  # seem to be held as long as this child lives
        _live(socket.socket(fileno=conversation), task, replace(share, signs=conversation))
    return child


def _live(asker: socket.socket, task: Task, share: Share) -> NoReturn:
    """Answers until it is old, or something is odd, and ends this process whatever happens."""
    try:
        confine(task.timeout)
        for asked in range(1, OLD + 1):
            question = _received(asker)
            share.alive()
            source = base64.b64decode(question["data"]) if "data" in question else (
                Path(question["path"]))
            found = outcome(source, question["name"], task, share)
            odd = found.trace or found.report.error or found.report.ocr_pages
            asker.sendall(packed(found) + (LAST if odd or asked == OLD else MORE))
            if odd:
                break
    finally:
        os._exit(0)


def _ended(child: int, lifeline: int) -> None:
    os.close(lifeline)
    for end in (os.killpg, os.kill):  # the child may not have come to lead its group yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(child, signal.SIGKILL)
    os.waitpid(child, 0)


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
