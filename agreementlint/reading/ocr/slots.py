"""How many recognitions of a whole run may go on at once, whatever process they belong to."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

PATIENCE = 0.05
"""Seconds between two looks for a free slot."""

SIGN = 1.0
"""Seconds of waiting after which the waiting is told."""


class Slots:
    """Places to work at, shared by processes: each is a byte of one nameless file, and a process
    that works there has it locked. The system gives up the locks of a process that dies, so that
    no slot is ever lost."""

    def __init__(self, count: int, handle: int | None = None):
        """`count` slots; those of the file behind `handle`, or slots of this process alone."""
        self.count = count
        self._handle = handle
        self._mine: set[int] = set()
        self._guard = threading.Lock()

    @contextlib.contextmanager
    def one(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Holds a slot; waits for it and calls `waiting` now and then meanwhile."""
        begun = time.monotonic()
        while (slot := self._taken()) is None:
            time.sleep(PATIENCE)
            if time.monotonic() - begun > SIGN:
                waiting()
                begun = time.monotonic()
        try:
            yield
        finally:
            self._given_back(slot)

    def _taken(self) -> int | None:
        with self._guard:
            for slot in range(self.count):
                if slot not in self._mine and self._locked(slot):
                    self._mine.add(slot)
                    return slot
        return None

    def _locked(self, slot: int) -> bool:
        if self._handle is None:
            return True
        import fcntl

        try:
            fcntl.lockf(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, slot)
        except OSError:
            return False
        return True

    def _given_back(self, slot: int) -> None:
        with self._guard:
            self._mine.discard(slot)
            if self._handle is not None:
                import fcntl

                fcntl.lockf(self._handle, fcntl.LOCK_UN, 1, slot)
