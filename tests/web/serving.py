"""A page that is served while a test runs, and requests to it."""

from __future__ import annotations

import contextlib
import datetime as dt
import http.client
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from agreementlint.run.task import Task
from agreementlint.web.serving import Started, started

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
TASK = Task(as_of=dt.date(2026, 11, 21))
BOUNDARY = "a-boundary"


@contextlib.contextmanager
def served() -> Iterator[Started]:
    with started(TASK, 2) as page:
        thread = threading.Thread(target=page.serve)
        thread.start()
        try:
            yield page
        finally:
            page.stop()
            thread.join()


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def asked(address: str, method: str = "GET", body: bytes | None = None, **head: str) -> Answer:
    """What is answered; a word of `head` with underlines is that with hyphens."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    try:
        connection.putrequest(method, parts.path, skip_host=True, skip_accept_encoding=True)
        headers = {"host": parts.netloc} | {
            name.replace("_", "-"): value for name, value in head.items()}
        if body is not None:
            headers.setdefault("content-length", str(len(body)))
        for name, value in headers.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders()
        if body is not None:
            connection.send(body)
        found = connection.getresponse()
        held = {name.lower(): value for name, value in found.getheaders()}
        return Answer(found.status, held, found.read())
    finally:
        connection.close()


def form(*files: tuple[str, bytes]) -> bytes:
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
             "Content-Type: application/octet-stream\r\n\r\n".encode() + data + b"\r\n"
             for name, data in files]
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def origin_of(address: str) -> str:
    return f"http://{urlsplit(address).netloc}"


def sent(address: str, body: bytes, **head: str) -> Answer:
    """The answer to an upload from our own page."""
    return asked(f"{address}nb/", "POST", body, **({
        "origin": origin_of(address),
        "content_type": f"multipart/form-data; boundary={BOUNDARY}"} | head))
