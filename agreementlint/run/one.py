"""One file and a Task to its outcome, as soon as can be: a child reads while this process loads
what judging needs."""

from __future__ import annotations

from pathlib import Path

from agreementlint.model import Document, ReadError
from agreementlint.reading import isolate
from agreementlint.reading.layout import Wishes
from agreementlint.reading.share import Share, new_slots
from agreementlint.run.task import Outcome, Task, attempted, unread


def outcome(source: str | bytes, name: str, task: Task) -> Outcome:
    """The outcome of a file, or of bytes, of that name."""
    wishes = Wishes(ocr=task.ocr, view=task.view, cache=task.cache,
                    share=Share(workers=task.workers, slots=new_slots()))
    given = source if isinstance(source, bytes) else Path(source)
    try:
        pending = isolate.start(given, timeout=task.timeout, name=name, wishes=wishes)
    except ReadError as error:
        return Outcome(unread(name, error, task.speech))

    def read() -> Document:
        if isinstance(given, bytes) or given.is_file():
            from agreementlint import judge

            judge.prepare()
        return pending.result()

    return attempted(read, name, task)
