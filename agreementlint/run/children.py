"""Threads of any number to what the children of a nursery answer them.

A child is asked by one thread at a time, and may be asked again by the next. For each child the
asker holds a lifeline, a pipe: when that is let go of, in whatever way, the nursery ends the child.
"""

from __future__ import annotations

import base64
import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from agreementlint.model import ReadError
from agreementlint.reading import wire as documents
from agreementlint.reading.child import SIGNS
from agreementlint.run.nursery import LAST, MORE, OTHER, READY, send
from agreementlint.run.task import Source, Task, task_as_json

PATIENCE = 1.0
"""Seconds in which a nursery may put its children to death before it goes itself."""


class Closed(Exception):
    """The nursery, or the child, went without an answer."""


class OtherEdition(Exception):
    """The program or the rules on this machine are not those that the task is for."""


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
            send(self._conversation, question)
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


def as_question(source: Source) -> dict[str, str]:
    if isinstance(source, str):
        return {"path": source}
    if isinstance(source, bytes):
        return {"data": base64.b64encode(source).decode("ascii")}
    return {"document": documents.encoded(source).decode("ascii")}


class Nursery:
    """A nursery for one task; it lives until it is closed, or forgotten."""

    def __init__(self, task: Task):
        self.closed = False
        self._guard = threading.Lock()
        self._said = b""
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
        send(ours, task_as_json(task))

    def ask(self, source: Source, name: str, timeout: float,
            seen: Callable[[bytes], None] = lambda signs: None) -> bytes:
        """What a child says of the source, in `packed` form; `seen` is shown its signs of
        life. Raises ReadError when the time is up, Closed."""
        given = as_question(source)
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
                self._await_warmth()
                socket.send_fds(self._socket, [READY], (theirs.fileno(), held))
            except OSError as error:
                child.let_go()
                raise Closed from error
            except (Closed, OtherEdition):
                child.let_go()
                raise
            finally:
                theirs.close()
                os.close(held)
            return child

    def _await_warmth(self) -> None:
        self._said = self._said or self._socket.recv(1)
        if self._said == OTHER:
            raise OtherEdition
        if self._said != READY:
            raise Closed

    def alive(self) -> bool:
        """Whether it can still be asked; one of another edition has said all that it ever will."""
        return self._said == OTHER or self._process.poll() is None

    def close(self) -> None:
        """Ends the nursery and all its children; who waits for one gets Closed."""
        self.closed = True
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
