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
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_BYTES = 200 * 1024 * 1024
"""What all values of a file together may take; then those used longest ago go."""

MOST_VALUE = 100 * 1024 * 1024
"""Bytes of one value, unpacked."""

WAIT = 2.0
"""Seconds to wait for another process that is writing."""

EACH = 1.0
"""Seconds after which a session makes sure of what it has been given."""

ENDING = ".sqlite3"
TABLE = """
CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON kept (used);
"""

Fault = Literal["full", "damaged", "held", "closed"]
"""Why nothing can be kept: no room, a file that is no database (it is then removed), one that
another process holds, or a folder that cannot be written."""


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


FILES = ("reports", "ocr")
"""The names of the stores of this program."""


def sizes(place: Path) -> dict[str, int]:
    """The bytes that each store in the folder takes, of those that are there."""
    return {name: sum(file.stat().st_size for file in files_of(place, name))
            for name in FILES if files_of(place, name)}


def cleared(place: Path) -> list[Path]:
    """Removes the stores of the folder, and no other files; what could not be removed."""
    left = []
    for file in (file for name in FILES for file in files_of(place, name)):
        try:
            file.unlink()
        except OSError:
            left.append(file)
    return left


def files_of(place: Path, name: str) -> list[Path]:
    """The file of a store, and what SQLite keeps beside it meanwhile."""
    beside = [place / f"{name}{ENDING}{more}" for more in ("", "-journal", "-wal", "-shm")]
    return [file for file in beside if file.is_file()]


class Store:
    """The values in one file of a folder, which any number of processes may use at once. A value
    is found under the very key it was kept under: let keys name all that the value depends on."""

    def __init__(self, place: Path | None, name: str):
        """`place` is the folder, made if need be; None: nothing is kept or found."""
        self._file = place and place / f"{name}{ENDING}"

    def get(self, key: str) -> Any | None:
        """The value, or None."""
        with self.session() as session:
            return session.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keeps the value, which JSON must be able to hold."""
        with self.session() as session:
            session.put(key, value)

    @contextlib.contextmanager
    def session(self) -> Iterator[Session]:
        """Many questions over one connection, which this thread alone may use. What was put is
        kept however the session ends."""
        session = Session(self._file)
        try:
            yield session
        finally:
            session.close()


class Session:
    """The values of one file. `fault` is the first thing that went wrong with it. A damaged file
    is begun anew; else nothing is kept from then on, and unless it was for want of room nothing
    found either."""

    def __init__(self, file: Path | None):
        self.fault: Fault | None = None
        self._file = file
        self._database: Connection | None = None
        self._full = False
        self._sure = time.monotonic()
        self._open()

    def _open(self) -> None:
        if self._file is not None:
            with self._watched():
                self._database = _connected(self._file)

    def get(self, key: str) -> Any | None:
        """The value, or None."""
        row = None
        if self._database is not None:
            with self._watched():
                found = self._database.execute("SELECT value FROM kept WHERE key = ?", (key,))
                row = found.fetchone()
        return None if row is None else _unpacked(row[0])

    def put(self, key: str, value: Any) -> None:
        """Keeps the value, which JSON must be able to hold."""
        if self._database is None or self._full:
            return
        with self._watched():
            kept = (key, _packed(value), time.time())
            self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kept)
            if time.monotonic() - self._sure > EACH:
                self._commit()

    def close(self) -> None:
        if self._database is not None:
            with self._watched():
                self._commit()
        if self._database is not None:
            self._database.close()
        self._database = None

    def _commit(self) -> None:
        assert self._database is not None
        if self._database.in_transaction:
            _make_room(self._database)
            self._database.commit()
        self._sure = time.monotonic()

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        """What fails inside becomes the fault, and no error."""
        import sqlite3

        try:
            yield
        except (OSError, ValueError):
            self._broken("closed")
        except sqlite3.OperationalError as error:
            self._broken(_fault(error))
        except sqlite3.DatabaseError:
            self._broken("damaged")

    def _broken(self, fault: Fault) -> None:
        import sqlite3

        first, self.fault = self.fault is None, self.fault or fault
        self._full = fault == "full"
        if self._database is not None:
            with contextlib.suppress(sqlite3.Error):
                self._database.rollback()
            if not self._full:
                self._database.close()
                self._database = None
        if fault == "damaged" and first and self._file is not None:
            with contextlib.suppress(OSError):
                self._file.unlink()
            self._open()


def _connected(file: Path) -> Connection:
    import sqlite3

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=WAIT)
    try:
        os.chmod(file, 0o600)
        database.executescript(TABLE)
    except BaseException:
        database.close()
        raise
    return database


def _fault(error: Exception) -> Fault:
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "held"
    return "full" if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) else "closed"


def _packed(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(packed: Any) -> Any | None:
    """The value; None for what this program has not packed."""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(packed, MOST_VALUE)
        if not unpacking.eof:
            return None
        return json.loads(text.decode("utf-8", "surrogatepass"))
    except (zlib.error, ValueError, TypeError, RecursionError):
        return None


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
