"""Documents to outcomes, worked out by children that are born warm and may die alone.

A nursery is a fresh interpreter that loads language, rules and readers once, judges a sample so
that patterns are compiled, and then forks a child whenever it is asked for one (`run.children`). A
child is asked about one document after the other, for what it learns of one helps with the next,
until it is old or has met anything odd.
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
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from agreementlint.model import Document
from agreementlint.reading import wire as documents
from agreementlint.reading.child import confine
from agreementlint.reading.share import Share, new_slots
from agreementlint.run.kept import edition
from agreementlint.run.task import Task, outcome, packed, rules, task_of

LENGTH = struct.Struct("!Q")
READY, OTHER = b"+", b"-"
"""What a nursery says first: it is warm, or its program or rules are not those of the task."""

MORE, LAST = b"\0", b"\1"
"""What ends an answer, which is ASCII and holds no such characters: the child may be asked again,
or makes place for a fresh one."""

EVERY = 10
"""Of the rules' examples, which make the sample: all would cost more than they save."""

GARBAGE = 50_000
"""New objects after which garbage is looked for."""

OLD = 200
"""Documents after which a child makes place for a fresh one."""


def send(to: socket.socket, message: dict[str, Any]) -> None:
    data = json.dumps(message).encode("ascii")
    to.settimeout(None)
    to.sendall(LENGTH.pack(len(data)) + data)


def received(asker: socket.socket) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exactly(asker, *LENGTH.unpack(
        exactly(asker, LENGTH.size))))
    return found


def exactly(asker: socket.socket, length: int) -> bytes:
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
    task = task_of(received(asker))
    share = Share(workers=task.workers, slots=new_slots(), seconds=task.timeout)
    if task.elsewhere and edition(map(Path, task.packs)) != task.edition:
        asker.send(OTHER)
        return
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
            question = received(asker)
            share.alive()
            found = outcome(source_of(question), question["name"], task, share)
            odd = found.trace or found.report.error or found.report.ocr_pages
            asker.sendall(packed(found) + (LAST if odd or asked == OLD else MORE))
            if odd:
                break
    finally:
        os._exit(0)


def source_of(question: dict[str, str]) -> Path | bytes | Document:
    if "document" in question:
        return documents.decoded(question["document"].encode("ascii"))
    return base64.b64decode(question["data"]) if "data" in question else Path(question["path"])


def _ended(child: int, lifeline: int) -> None:
    os.close(lifeline)
    for end in (os.killpg, os.kill):  # the child may not have come to lead its group yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(child, signal.SIGKILL)
    os.waitpid(child, 0)


def warm(task: Task) -> None:
    """Loads what every child needs, and has some text judged, which compiles the patterns."""
    from agreementlint.judge import prepare
    from agreementlint.norwegian.caseless import make_ready
    from agreementlint.reading import pdf  # noqa: F401

    catalogue = rules(task.packs)
    prepare()
    make_ready()
    examples = [example.text for rule in catalogue for example in rule.examples]
    sample = "\n\n".join(examples[::EVERY])
    outcome(sample.encode(), "-", replace(task, any_document=True), Share())
    make_ready()  # now also what was only looked up when it was needed


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as asker, contextlib.suppress(EOFError):
        serve(asker)


if __name__ == "__main__":
    main()
