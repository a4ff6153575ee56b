"""What of the machine a reader may take, and how it says that it is still at work."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass

SIGN_OF_LIFE = b" "
PAGE_BEGUN, PAGE_DONE = b"\t", b"\n"
"""What a child writes before its answer, which is JSON and may begin with white space: that it is
alive, and that it has begun to recognise a page, or is done with one."""


@dataclass(frozen=True, slots=True)
class Share:
    """`workers` pages may be recognised at a time, and of all the processes of a run together as
    many as the file behind the handle `slots` has room for (None: this reader is alone). Between
    two signs of life, written to the handle `signs`, no more than `seconds` may go by."""

    workers: int = 1
    slots: int | None = None
    seconds: float = 60.0
    signs: int | None = None

    def alive(self, sign: bytes = SIGN_OF_LIFE) -> None:
        """Tells the parent that all is well: from now on the time counts anew."""
        if self.signs is None:
            return
        with contextlib.suppress(OSError):
            os.write(self.signs, sign)
        with contextlib.suppress(ImportError, ValueError, OSError):
            import resource

            used = resource.getrusage(resource.RUSAGE_SELF)
            _, most = resource.getrlimit(resource.RLIMIT_CPU)
            limit = int(used.ru_utime + used.ru_stime + self.seconds) + 2
            resource.setrlimit(resource.RLIMIT_CPU, (limit, most))


ALONE = Share()


def take_all_memory() -> None:
    """Lets this process have as much address space as its parent grants for pictures."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def new_slots() -> int | None:
    """The handle of a new nameless file for the slots of a run; None where the system has no
    nameless files or no locks in them (Windows), or no place for one."""
    try:
        import fcntl  # noqa: F401

        if hasattr(os, "memfd_create"):
            return os.memfd_create("slots")
        import tempfile

        handle, path = tempfile.mkstemp(prefix="agreementlint-")
        os.unlink(path)
    except (ImportError, OSError):
        return None
    return handle
