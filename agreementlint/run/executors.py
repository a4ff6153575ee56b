"""The word after `--executor` into what opens the workers of a run: threads here, or a cluster."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

CLUSTER = "dask://"
SECONDS = 10.0
"""Within which a cluster must answer."""


class NoCluster(Exception):
    """`reason` is "extra" where the package is missing, "unreached" where nobody answers, and
    "unknown" for a word that names no executor."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


class Workers(NamedTuple):
    """What opens an executor, how many documents it works on at a time, and whether it does so in
    threads of this process."""

    opened: Callable[[], Executor]
    number: int
    local: bool = True


def workers(word: str | None, jobs: int) -> Workers:
    """Those that are asked for. Raises NoCluster."""
    if word is None:
        return Workers(partial(ThreadPoolExecutor, jobs), jobs)
    if not word.startswith(CLUSTER):
        raise NoCluster("unknown")
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("extra") from None
    client = connected(Client, f"tcp://{word.removeprefix(CLUSTER)}")
    threads = sum(client.nthreads().values())
    return Workers(partial(as_executor, client), max(threads, 1), local=False)


def connected(client: Any, address: str) -> Any:
    try:
        return client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError):
        raise NoCluster("unreached") from None


def as_executor(client: Any) -> Executor:
    """The client as an executor. A document is begun anew where its worker is lost, and no two are
    taken for the same."""
    executor: Executor = client.get_executor(pure=False, retries=2)
    return executor
