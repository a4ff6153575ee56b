"""Turns files into their DocumentReports, as the user asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from agreementlint.cache import folder
from agreementlint.checking import run_of, settled
from agreementlint.cli.progress import progress
from agreementlint.messages import say
from agreementlint.model import DocumentReport, ReadError
from agreementlint.output import tell
from agreementlint.report.text import visible
from agreementlint.request import piped

if TYPE_CHECKING:
    from agreementlint.cli.options import Asked
    from agreementlint.config.applied import Wanted
    from agreementlint.run.executors import Workers
    from agreementlint.run.many import Done, Input, Run


def judged_documents(files: Sequence[str], wanted: Wanted, asked: Asked,
                     ) -> tuple[DocumentReport, ...]:
    """One report for every file, in their order, with the rules that are wanted of it."""
    found: dict[int, DocumentReport] = {}
    with (progress(len(files), asked) as shown,
          run_of(wanted, asked, workers_of(asked), shown.seen) as run):
        for done in outcomes(files, run, asked):
            shown.done(done)
            found[done.place] = done.outcome.report
    if run.kept is not None and run.kept.fault is not None:
        tell(say(asked.lang, f"cache-{run.kept.fault}", path=folder()))
    return tuple(settled(found[number], file, wanted) for number, file in enumerate(files))


def outcomes(files: Sequence[str], run: Run, asked: Asked) -> Iterator[Done]:
    """What is said of each file, as it comes."""
    from agreementlint.run import many

    inputs: list[Input] = []
    for place, name in enumerate(files):
        try:
            data = piped_in(asked) if name == "-" else None
            inputs.append(many.Input(place, name, data))
        except ReadError as error:
            from agreementlint.run.task import Outcome, unread

            yield many.Done(place, Outcome(unread(name, error, asked.lang)))
    yield from many.outcomes(inputs, run)


def workers_of(asked: Asked) -> Workers:
    from agreementlint.run.executors import NoCluster, workers

    try:
        return workers(asked.executor, asked.jobs)
    except NoCluster as error:
        raise click.UsageError(say(asked.lang, f"cluster-{error.reason}",
                                   word=visible(asked.executor or ""))) from None


def piped_in(asked: Asked) -> bytes:
    from agreementlint.reading.bounds import MOST_BYTES

    if asked.verbose:  # it may be that somebody has to type it
        tell(say(asked.lang, "reading", path="-"))
    return piped(MOST_BYTES + 1)

