"""The words of a command line into the files they mean: names, folders, patterns, lists."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from agreementlint.run import remote

ENDINGS = frozenset({
    ".pdf", ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pages", ".txt", ".md",
})  # fmt: skip
"""How the names of agreements end. Those that cannot be read are told, not passed over."""

MOST_LISTED = 64 * 1024 * 1024
"""Bytes of a list of files."""


class NoList(Exception):
    """A list of files that cannot be read, and the error that says why."""

    def __init__(self, path: Path, why: Exception):
        super().__init__(str(path))
        self.why = why


def files_in(path: Path) -> tuple[Path, ...]:
    """A file itself, or the documents in a folder and all below it, sorted by path; hidden files
    and the locks of word processors (~$…) are no documents. A folder that cannot be opened stands
    for itself, so that it is not passed over in silence."""
    if not path.is_dir():
        return (path,)
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, names in os.walk(path, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names
                  if Path(name).suffix.casefold() in ENDINGS and not name.startswith((".", "~$"))]
    return tuple(sorted(found, key=lambda file: file.parts))


def meant(words: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word, and the files it means, which may be none. "@list.txt" stands for the lines of
    that file, and a pattern ("avtaler/**/*.pdf") for what it matches, unless there is a file of
    that very name. Raises NoList, NoRemote."""
    for word in words:
        if remote.is_remote(word):
            yield word, remote.names(word, ENDINGS)
        elif word.startswith("@") and not Path(word).exists():
            yield from meant(lines_of(Path(word[1:])))
        elif glob.has_magic(word) and not Path(word).exists():
            matched = sorted(glob.glob(word, recursive=True))
            yield word, tuple(str(file) for one in matched for file in files_in(Path(one)))
        else:
            yield word, tuple(map(str, files_in(Path(word))))


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a list of files, without empty ones; they cannot stand for further lists."""
    try:
        with path.open("rb") as file:
            text = file.read(MOST_LISTED).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise NoList(path, error) from error
    for line in text.splitlines():
        if line.strip():
            yield f"./{line.strip()}" if line.startswith("@") else line.strip()
