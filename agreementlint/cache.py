"""Keys to JSON values that were worked out before, kept in the user's cache folder.

Nothing depends on it: a folder that cannot be written, a damaged file or one that another process
holds makes the program slower and no more. Values are JSON, never code.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_BYTES = 200 * 1024 * 1024
"""What all values together may take; then those used longest ago go."""

WAIT = 2.0
"""Seconds to wait for another process that is writing."""

TABLE = """
CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON kept (used);
"""


def folder() -> Path:
    """The program's folder among the user's caches; it need not exist."""
    home = Path.home()
    given = os.environ.get("XDG_CACHE_HOME")
    if given and os.path.isabs(given):
        return Path(given, "agreementlint")
    if sys.platform == "darwin":
        return home / "Library/Caches/agreementlint"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local", "agreementlint/Cache")
    return home / ".cache/agreementlint"


class Store:
    """The values in one file of a folder, which any number of processes may use at once. A value
    is found under the very key it was kept under: let keys name all that the value depends on."""

    def __init__(self, place: Path | None, name: str):
        """`place` is the folder, made if need be; None: nothing is kept or found."""
        self._file = place and place / f"{name}.sqlite3"

    def get(self, key: str) -> Any | None:
        """The value, or None."""
        row = None
        with self._opened() as database:
            if database is not None:
                row = database.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        try:
            return None if row is None else json.loads(row[0])
        except (ValueError, TypeError, RecursionError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keeps the value, which JSON must be able to hold."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        with self._opened() as database:
            if database is not None:
                kept = (key, text, time.time())
                database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kept)
                _make_room(database)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[Connection | None]:
        """A connection whose changes are all kept, or none of them; None where that cannot be had.
        What fails inside is passed over, and a file that is no database is removed."""
        import sqlite3

        try:
            database = self._connected()
        except (sqlite3.Error, OSError, ValueError):
            yield None
            return
        if database is None:
            yield None
            return
        try:
            with database:
                yield database
        except sqlite3.OperationalError:  # held by another process, or the disk is full
            pass
        except sqlite3.DatabaseError:
            self._remove()
        finally:
            database.close()

    def _connected(self) -> Connection | None:
        import sqlite3

        if self._file is None:
            return None
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        database = sqlite3.connect(self._file, timeout=WAIT)
        try:
            os.chmod(self._file, 0o600)
            database.executescript(TABLE)
        except sqlite3.OperationalError:
            database.close()
            raise
        except sqlite3.DatabaseError:
            database.close()
            self._remove()
            raise
        return database

    def _remove(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.unlink()


def _make_room(database: Connection) -> None:
    """Removes a quarter of the values, those kept longest ago, where there are too many."""
    (size,) = database.execute("PRAGMA page_count").fetchone()
    (each,) = database.execute("PRAGMA page_size").fetchone()
    (free,) = database.execute("PRAGMA freelist_count").fetchone()
    if (size - free) * each > MOST_BYTES:
        database.execute(
            "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY used LIMIT "
            "(SELECT count(*) / 4 + 1 FROM kept))"
        )
