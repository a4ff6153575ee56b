"""Turns files into their DocumentReports, as the user asked for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agreementlint.cli.progress import Progress, progress
from agreementlint.messages import say
from agreementlint.model import DocumentReport, Lang, ReadError
from agreementlint.output import tell
from agreementlint.report.text import visible
from agreementlint.request import piped

if TYPE_CHECKING:
    from agreementlint.cli.options import Asked
    from agreementlint.config.applied import Wanted
    from agreementlint.run.executors import Workers
    from agreementlint.run.kept import Kept
    from agreementlint.run.many import Done, Input
    from agreementlint.run.task import Task

FEW = 3
"""Documents that are judged by this process, one after the other."""


def judged_documents(files: Sequence[str], wanted: Wanted, asked: Asked,
                     ) -> tuple[DocumentReport, ...]:
    """One report for every file, in their order, with the rules that are wanted of it."""
    from agreementlint.cache import folder
    from agreementlint.config.applied import applied, needed
    from agreementlint.config.globs import place_of
    from agreementlint.run.kept import kept

    place = None if asked.no_cache else folder()
    task = task_of(needed(wanted), asked, place)
    found: dict[int, DocumentReport] = {}
    with kept(place, task) as store, progress(len(files), asked) as shown:
        for done in outcomes(files, task, store if place else None, shown, asked):
            shown.done(done)
            found[done.place] = done.outcome.report
    if store.fault is not None:
        tell(say(asked.lang, f"cache-{store.fault}", path=place))
    return tuple(applied(found[number], place_of(file, os.getcwd()), wanted)
                 for number, file in enumerate(files))


def told_in(documents: Sequence[DocumentReport], asked: Asked) -> Lang:
    """The language of the frame of a report: with `--lang auto` the one that all agreements are
    written in, if it is one."""
    standards = {document.language for document in documents if document.language is not None}
    return asked.findings or (standards.pop() if len(standards) == 1 else asked.lang)


def task_of(chosen: frozenset[str], asked: Asked, place: Path | None) -> Task:
    """The task for these machines: pages are recognised side by side, and kept, on this one."""
    from agreementlint.run.kept import edition
    from agreementlint.run.task import Task

    elsewhere = asked.executor is not None
    return Task(
        as_of=asked.as_of, lang=asked.findings, selected=tuple(sorted(chosen)),
        packs=tuple(str(pack.resolve()) for pack in asked.packs),
        any_document=asked.any_document, ocr=asked.ocr, view=asked.view,
        cache=None if place is None or elsewhere else str(place), timeout=asked.timeout,
        workers=1 if elsewhere else asked.jobs, elsewhere=elsewhere,
        edition=edition(asked.packs) if place or elsewhere else "")


def outcomes(files: Sequence[str], task: Task, kept: Kept | None, shown: Progress, asked: Asked,
             ) -> Iterator[Done]:
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
    opened, number, local = workers_of(asked)
    yield from many.outcomes(inputs, many.Run(
        task, opened, number, kept, shown.seen if local else None, FEW if local else 0))


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

