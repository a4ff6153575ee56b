"""A pattern and the place of a file into whether the file is meant.

`*`, `?` and `[abc]` stand for parts of one name, `**` for any number of folders; a pattern that
names a folder means all that is in it. Both are absolute, with "/" between names.
"""

from __future__ import annotations

import glob
import posixpath
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import PurePath
from unicodedata import normalize

BY_CONTENT = "sha256:"


def place_of(name: str, current: str) -> str:
    """Where the file is that goes by a name in the current folder; an address, and "-" for standard
    input, stand for themselves."""
    return name if is_elsewhere(name) else posixpath.normpath(
        posixpath.join(PurePath(current).as_posix(), PurePath(name).as_posix()))


def pattern_in(folder: str, written: str) -> str:
    """The absolute pattern for one that stands in a file in that folder."""
    if is_elsewhere(written) or written.startswith(BY_CONTENT):
        return written
    return posixpath.normpath(posixpath.join(glob.escape(PurePath(folder).as_posix()), written))


def is_elsewhere(name: str) -> bool:
    return name == "-" or "://" in name


def covers(pattern: str, place: str) -> bool:
    return _matches((*_parts(pattern), "**"), _parts(place))


@lru_cache(maxsize=4096)
def _parts(path: str) -> tuple[str, ...]:
    """Its names; composed letters, for some systems take them apart."""
    parts = normalize("NFC", path).split("/")
    return tuple(one for at, one in enumerate(parts) if (one, parts[at - 1 : at]) != ("**", ["**"]))


def _matches(pattern: Sequence[str], parts: Sequence[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return len(pattern) == 1 or any(_matches(pattern[1:], parts[at:])
                                        for at in range(len(parts) + 1))
    return (bool(parts) and fnmatchcase(parts[0], pattern[0])
            and _matches(pattern[1:], parts[1:]))
