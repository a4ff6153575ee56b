"""Addresses of remote files into their names and bytes, for those that the user names.

Nothing is sent but the request for what was named, with the rights the user has there. Only these
protocols are spoken, and no chains of them ("simplecache::s3://…"), which would leave copies.
"""

from __future__ import annotations

from typing import Any

from agreementlint.model import ReadError
from agreementlint.reading.bounds import MOST_BYTES

PROTOCOLS = frozenset({"s3", "https", "http", "webdav", "sftp", "file", "memory"})


class NoRemote(Exception):
    """`reason` is "protocol" for one that is not spoken, "extra" where a package is missing."""

    def __init__(self, reason: str, address: str):
        super().__init__(reason, address)
        self.reason = reason
        self.address = address


def is_remote(word: str) -> bool:
    return "://" in word


def names(address: str, endings: frozenset[str]) -> tuple[str, ...]:
    """The address of a file itself; those of the files with such endings in a folder, or that a
    pattern matches. Raises NoRemote."""
    files, path = opened(address)
    try:
        if "*" in path:
            found = files.glob(path)
        elif files.isdir(path):
            found = files.find(path)
        else:
            return (address,)
    except OSError:  # told when it is read
        return (address,)
    return tuple(sorted(files.unstrip_protocol(one) for one in found
                        if any(one.casefold().endswith(ending) for ending in endings)))


def bytes_of(address: str) -> bytes:
    """What stands there. Raises ReadError."""
    try:
        files, path = opened(address)
        with files.open(path, "rb") as file:
            data: bytes = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError("not-found", "file") from error
    except PermissionError as error:
        raise ReadError("permission", "file") from error
    except Exception as error:  # each protocol has errors of its own
        raise ReadError("permission", "open") from error
    if len(data) > MOST_BYTES:
        raise ReadError("too-large", "file")
    return data


def opened(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    if address.split("://", 1)[0] not in PROTOCOLS:
        raise NoRemote("protocol", address)
    try:
        from fsspec.core import url_to_fs

        files, path = url_to_fs(address)
    except (ImportError, ValueError):
        raise NoRemote("extra", address) from None
    return files, path
