"""Runs in a process of its own, since a cluster leaves threads behind: agreements on two workers of
which one is killed, then on workers of another edition, then on none; prints what came of it."""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from distributed import LocalCluster

from agreementlint.run import executors
from agreementlint.run.kept import edition
from agreementlint.run.many import Done, Input, Run, outcomes
from tests.run.test_run import TASK, two_threads


def reports(done: list[Done]) -> list[Any]:
    return [one.outcome.report for one in sorted(done, key=lambda one: one.place)]


def run_on(cluster: Any, **asked: Any) -> Run:
    opened, number, local = executors.workers(
        cluster.scheduler_address.replace("tcp", "dask"), 1)
    assert number in (1, 2) and not local  # one may be about to come back
    return Run(replace(TASK, elsewhere=True, **asked), opened, number)


def unreached() -> str:
    executors.SECONDS = 0.5
    try:
        executors.workers("dask://127.0.0.1:9", 1)
    except executors.NoCluster as error:
        return error.reason
    return ""


def main(folder: Path) -> None:
    inputs = [Input(place, str(file)) for place, file in enumerate(sorted(folder.glob("*.txt")))]
    here = list(outcomes(inputs, Run(TASK, two_threads, 2)))
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None,
                      host="127.0.0.1", silence_logs=50) as cluster:
        running = outcomes(inputs, run_on(cluster, edition=edition(())))
        done = [next(running)]
        victim = next(iter(cluster.workers.values())).process.process.pid
        os.kill(victim, signal.SIGKILL)
        done += running
        strange = reports(list(outcomes(inputs[:2], run_on(cluster, edition="another"))))
    print(json.dumps({
        "documents": len(done),
        "same": reports(done) == reports(here),
        "other edition": [one.error and one.error.message for one in strange],
        "nobody": unreached(),
    }))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
