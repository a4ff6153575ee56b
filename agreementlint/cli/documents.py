"""Turns files into their DocumentReports, as the user asked for it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agreementlint.cli.progress import Progress, progress
from agreementlint.messages import say
from agreementlint.model import DocumentReport, ReadError
from agreementlint.output import tell
from agreementlint.request import piped

if TYPE_CHECKING:
    from agreementlint.cli.options import Asked
    from agreementlint.run.kept import Kept
    from agreementlint.run.many import Done, Input
    from agreementlint.run.task import Task


def judged_documents(files: Sequence[str], chosen: frozenset[str], asked: Asked,
                     ) -> tuple[DocumentReport, ...]:
    """One report for every file, in their order; of the rules, those whose ids are chosen."""
    from agreementlint.run.kept import kept

    task = task_of(chosen, asked)
    found: dict[int, DocumentReport] = {}
    place = Path(task.cache) if task.cache else None
    with kept(place, task) as store, progress(len(files), asked) as shown:
        for done in outcomes(files, task, store if place else None, shown, asked):
            shown.done(done)
            found[done.place] = done.outcome.report
    if store.fault is not None:
        tell(say(asked.lang, f"cache-{store.fault}", path=task.cache))
    return tuple(only(found[place], chosen) for place in range(len(files)))


def task_of(chosen: frozenset[str], asked: Asked) -> Task:
    from agreementlint.cache import folder
    from agreementlint.run.kept import edition
    from agreementlint.run.task import Task

    return Task(
        as_of=asked.as_of, lang=asked.lang, selected=tuple(sorted(chosen)),
        packs=tuple(str(pack.resolve()) for pack in asked.packs),
        any_document=asked.any_document, ocr=asked.ocr, view=asked.view,
        cache=None if asked.no_cache else str(folder()), timeout=asked.timeout,
        workers=asked.jobs, edition="" if asked.no_cache else edition(asked.packs))


def outcomes(files: Sequence[str], task: Task, kept: Kept | None, shown: Progress, asked: Asked,
             ) -> Iterator[Done]:
    """What is said of each file, as it comes. A single one has no need of workers."""
    from agreementlint.run import many

    inputs: list[Input] = []
    for place, name in enumerate(files):
        try:
            data = piped_in(asked) if name == "-" else None
            inputs.append(many.Input(place, name, data))
        except ReadError as error:
            from agreementlint.run.task import Outcome, unread

            yield many.Done(place, Outcome(unread(name, error, asked.lang)))
    if len(inputs) == 1:
        yield many.alone(inputs[0], task, kept)
        return
    from concurrent.futures import ThreadPoolExecutor

    yield from many.outcomes(inputs, many.Run(
        task, functools.partial(ThreadPoolExecutor, asked.jobs), asked.jobs, kept, shown.seen))


def piped_in(asked: Asked) -> bytes:
    from agreementlint.reading.bounds import MOST_BYTES

    if asked.verbose:  # it may be that somebody has to type it
        tell(say(asked.lang, "reading", path="-"))
    return piped(MOST_BYTES + 1)


def only(report: DocumentReport, chosen: frozenset[str]) -> DocumentReport:
    """The report with the verdicts of the chosen rules."""
    return dataclasses.replace(report, verdicts=tuple(
        verdict for verdict in report.verdicts if verdict.rule in chosen))
