"""A Task to a page on this machine, for as long as the program runs."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import uvicorn

from agreementlint.model import Lang, ReadError
from agreementlint.reading.archive import archive
from agreementlint.reading.sniff import format_of
from agreementlint.run.many import closed, worked_out
from agreementlint.run.task import Outcome, Task, unpacked, unread
from agreementlint.web.app import Served, app
from agreementlint.web.desk import Desk, Judge, Paper
from agreementlint.web.gate import HERE, Door, guarded
from agreementlint.web.reports import Reporting
from agreementlint.web.reviewing import Asked, answered_in

COMMENTS = "word/comments.xml"

MOST_AT_ONCE = 64
"""Connections; a browser has six."""

LONGEST_HEAD = 32 * 1024
PATIENCE = 1
"""Seconds in which what has begun may end when the program is to."""


class Started:
    """A page that is ready to be served: its address, the one that works once, and the server."""

    def __init__(self, server: uvicorn.Server, bound: socket.socket, door: Door):
        host = f"http://{HERE}:{bound.getsockname()[1]}"
        self.address = f"{host}/{door.token}/"
        self.once = f"{host}/once/{door.once}"
        self._server = server
        self._bound = bound

    def serve(self) -> None:
        """Serves until the program is told to end."""
        with contextlib.suppress(KeyboardInterrupt):
            self._server.run(sockets=[self._bound])

    def stop(self) -> None:
        """Ends `serve`, from another thread."""
        self._server.should_exit = True


@contextlib.contextmanager
def started(task: Task, jobs: int, *, port: int = 0, district: str | None = None,
            ) -> Iterator[Started]:
    """The page on that port (0: a free one). Raises OSError if it cannot be had."""
    task = replace(task, whole=True)
    with bound_to(port) as bound:
        desk = Desk(judge_of(task), jobs)
        door = Door()
        pages = app(Served(desk, Reporting(task, district), task.speech))
        guard = guarded(pages, door, bound.getsockname()[1])
        server = uvicorn.Server(uvicorn.Config(
            guard, lifespan="off", loop="asyncio", http="h11", ws="none", log_config=None,
            access_log=False, server_header=False, limit_concurrency=MOST_AT_ONCE,
            h11_max_incomplete_event_size=LONGEST_HEAD, timeout_graceful_shutdown=PATIENCE))
        warming = ThreadPoolExecutor(1)
        warming.submit(worked_out, b"Avtale.", "-", task)
        try:
            yield Started(server, bound, door)
        finally:
            desk.close()
            warming.shutdown(wait=False, cancel_futures=True)
            closed()


def bound_to(port: int) -> socket.socket:
    """A socket that this machine alone can reach."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HERE, port))
        bound.listen(MOST_AT_ONCE)  # a browser that is quicker than the server waits
    except OSError:
        bound.close()
        raise
    return bound


def judge_of(task: Task) -> Judge:
    """The judgement of `check`; that of `review` where somebody may have answered to comments."""
    def judge(paper: Paper, lang: Lang, seen: Callable[[bytes], None]) -> Outcome:
        try:
            if has_comments(paper.data):
                asked = Asked(paper.name, task.as_of, lang, task.packs, task.any_document)
                found = answered_in(paper.data, asked)
                return Outcome(found.report, document=found.document)
        except ReadError:  # then it is what it is without its comments
            pass
        try:
            return unpacked(worked_out(paper.document or paper.data, paper.name,
                                       replace(task, lang=lang), seen))
        except (OSError, ValueError):  # no child can be had, or what it says makes no sense
            return Outcome(unread(paper.name, ReadError("crashed", "file"), lang))

    return judge


def has_comments(data: bytes) -> bool:
    """Whether it is a Word file with comments. Raises ReadError."""
    return format_of(data) == "docx" and COMMENTS in archive(data)
