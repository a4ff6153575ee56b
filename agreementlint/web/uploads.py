"""The body of a request to the files in it, which never touch the disk."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import PurePosixPath

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from agreementlint.web.desk import MOST_PAPERS, File

MOST_BYTES = 300 * 1024 * 1024
"""Of all files that are dropped at a time."""

MOST_IGNORED = 4 * 1024 * 1024 * 1024
"""So much of what is too large is taken in and thrown away, for a browser that is cut off shows its
own words instead of ours."""

SECONDS = 120.0
LONGEST_NAME = 120


class Refused(Exception):
    """`key` is the sentence that says why."""

    def __init__(self, key: str):
        super().__init__(key)
        self.key = key


class InMemory(MultiPartParser):
    spool_max_size = MOST_BYTES + 1


async def files_of(request: Request) -> list[File]:
    """The files, with names that are only names. Raises Refused."""
    try:
        async with asyncio.timeout(SECONDS):
            body = within(request.stream(), int(request.headers.get("content-length", 0)))
            form = await InMemory(request.headers, body, max_files=MOST_PAPERS,
                                  max_fields=4, max_part_size=1024).parse()
    except (MultiPartException, ClientDisconnect, KeyError, ValueError, TimeoutError) as error:
        raise Refused("web-not-received") from error
    found = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
    files = [File(name_of(one.filename or ""), await one.read()) for one in found if one.filename]
    await form.close()
    if not files:
        raise Refused("web-no-files")
    return files


async def within(body: AsyncIterator[bytes], announced: int) -> AsyncGenerator[bytes, None]:
    """The body. Raises Refused at its end if it is too large."""
    length = 0
    async for part in body:
        length += len(part)
        if length > MOST_IGNORED:
            break
        if max(length, announced) <= MOST_BYTES:
            yield part
    if max(length, announced) > MOST_BYTES:
        raise Refused("web-too-large")


def name_of(given: str) -> str:
    """The last part of a path, short and whole."""
    name = PurePosixPath(given.replace("\\", "/")).name
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    if len(name) > LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        name = stem[: LONGEST_NAME - 6] + "…" + dot + ending[:5] if dot else name[:LONGEST_NAME]
    return name if name.strip(". ") else "dokument"
