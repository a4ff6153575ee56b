"""Requests to those that come from the one page we serve; all others are refused.

Any page that the user has open, and any program on the machine, can reach a port of this machine.
So the address holds a secret word, the Host must be ours (else a foreign name that points here
would make a foreign page's script one of ours), and what changes anything must come from a page of
ours."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http import HTTPStatus
from typing import Any

from agreementlint.messages import CATALOGUE

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HERE = "127.0.0.1"
METHODS = frozenset({"GET", "HEAD", "POST"})
OWN_SITE = frozenset({"", "none", "same-origin"})
"""What a browser says of where a request comes from: nothing (an old one), from the address bar, or
from a page of this very address."""

HEADERS: Mapping[str, str] = {
    "content-security-policy": "; ".join((
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Door:
    """The words that open it: `token` for as long as the program runs, and one that does so once,
    for the browser that the program itself starts, whose command line others may see."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(24)
        self.once: str | None = secrets.token_urlsafe(24)

    def opens(self, word: str) -> bool:
        return same(word, self.token)

    def opens_once(self, word: str) -> bool:
        if self.once is None or not same(word, self.once):
            return False
        self.once = None
        return True


def same(word: str, secret: str) -> bool:
    """Whether they are equal, in a time that does not tell how far."""
    return secrets.compare_digest(word.encode("utf-8", "replace"), secret.encode())


def guarded(app: App, door: Door, port: int) -> App:
    """The app for those who know the word: `/TOKEN/…` reaches it as `/…`."""
    hosts = frozenset({f"{HERE}:{port}", f"localhost:{port}"})

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        send = with_headers(send)
        head = {name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in scope["headers"]}
        if (refused := refusal(scope["method"], head, hosts)) is not None:
            await answer(send, refused, "web-refused")
            return
        _, word, rest = (*scope["path"].split("/", 2), "", "")[:3]
        if word == "once" and door.opens_once(rest):
            await answer(send, HTTPStatus.SEE_OTHER, "web-refused", f"/{door.token}/")
        elif door.opens(word):
            root = scope.get("root_path", "") + f"/{word}"
            await app({**scope, "root_path": root}, receive, send)
        else:
            await answer(send, HTTPStatus.NOT_FOUND, "web-no-token")

    return guard


def refusal(method: str, head: Mapping[str, str], hosts: frozenset[str]) -> HTTPStatus | None:
    """Why the request is refused whatever its path is; None if it is not."""
    if method not in METHODS:
        return HTTPStatus.METHOD_NOT_ALLOWED
    if head.get("host") not in hosts:
        return HTTPStatus.MISDIRECTED_REQUEST
    origin, site = head.get("origin"), head.get("sec-fetch-site", "")
    ours = frozenset(f"http://{host}" for host in hosts)
    if site not in OWN_SITE or (origin is not None and origin not in ours | {"null"}):
        return HTTPStatus.FORBIDDEN
    # A page that sends no referrer sends a form with the origin "null", as a foreign frame may.
    from_us = origin in ours or (origin == "null" and site == "same-origin")
    return HTTPStatus.FORBIDDEN if method == "POST" and not from_us else None


async def answer(send: Send, status: HTTPStatus, key: str, location: str = "") -> None:
    """A sentence for somebody whose language is not known."""
    text = "\n\n".join(CATALOGUE[lang][key] for lang in ("nb", "nn", "en")) + "\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    if location:
        headers.append((b"location", location.encode("ascii")))
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode("utf-8")})


def with_headers(send: Send) -> Send:
    own = [(name.encode("ascii"), value.encode("ascii")) for name, value in HEADERS.items()]

    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *own]}
        await send(message)

    return sent
