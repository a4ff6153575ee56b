"""A file and a Task to what is said of it: read and judged here, whatever process that is."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from agreementlint.messages import say
from agreementlint.model import Document, DocumentReport, Lang, Ocr, Problem, ReadError, View
from agreementlint.reading import wire as documents
from agreementlint.reading.messages import sentence
from agreementlint.run import wire
from agreementlint.timelimit import OutOfTime, within

if TYPE_CHECKING:
    from agreementlint.reading.share import Share
    from agreementlint.rules.format import Rule

JUDGING = 0.5
"""The share of the time for reading a document that judging it may take."""


@dataclass(frozen=True, slots=True)
class Task:
    """How each document of a run is read and judged. `packs` are folders of further rules, `cache`
    that of recognised pages, `timeout` is in seconds, `workers` is how many pages are recognised
    at a time, `edition` names program and rules (see `run.kept`), and `elsewhere` says that it may
    be done on other machines, where they must be the same. `whole` asks for the Document beside
    what is said of it, and without a `lang` that is said in the document's own standard."""

    as_of: dt.date
    lang: Lang | None = "nb"
    packs: tuple[str, ...] = ()
    selected: tuple[str, ...] | None = None
    any_document: bool = False
    ocr: Ocr = "auto"
    view: View = "accepted"
    cache: str | None = None
    timeout: float = 20.0
    workers: int = 1
    edition: str = ""
    elsewhere: bool = False
    whole: bool = False

    @property
    def speech(self) -> Lang:
        """The language of what is said of a file that is not judged."""
        return self.lang or "nb"


Source = str | bytes | Document
"""A path, a file's bytes, or what was read of it before."""


class Outcome(NamedTuple):
    """What a run says of a document. `content` is the SHA-256 of the bytes that were read, if any
    were; `trace` is where in the program it went wrong, if it did; `document` is what was read,
    where the task asks for it."""

    report: DocumentReport
    content: str | None = None
    trace: str = ""
    document: Document | None = None


def outcome(source: Path | bytes | Document, name: str, task: Task, share: Share) -> Outcome:
    """The outcome of a file, of bytes or of a Document, of that name, all of it worked out in this
    process."""
    if isinstance(source, Document):
        return attempted(lambda: source, name, task)
    from agreementlint.reading.dispatch import file_bytes, read_here
    from agreementlint.reading.layout import Wishes

    wishes = Wishes(ocr=task.ocr, view=task.view, cache=task.cache, share=share)
    try:
        data = source if isinstance(source, bytes) else file_bytes(source)
    except ReadError as error:
        return Outcome(unread(name, error, task.speech))

    def read() -> Document:
        document = read_here(data, name=name, wishes=wishes)
        share.alive()
        return document

    return attempted(read, name, task)._replace(content=hashlib.sha256(data).hexdigest())


def attempted(read: Callable[[], Document], name: str, task: Task) -> Outcome:
    """The outcome of a document that `read` gives: what goes wrong is the report's error."""
    try:
        document = read()
        with within(task.timeout * JUDGING):
            return Outcome(judged(document, task), document.sha256,
                           document=document if task.whole else None)
    except ReadError as error:
        return Outcome(unread(name, error, task.speech))
    except OutOfTime:
        return Outcome(unread(name, ReadError("timeout", "file"), task.speech))
    except Exception as error:  # whatever it is, the other documents are judged all the same
        reason = f"{type(error).__name__}: {error}"
        problem = Problem("crashed", say(task.speech, "crashed", reason=reason))
        return Outcome(failed(name, problem), trace="".join(traceback.format_exception(error)))


def judged(document: Document, task: Task) -> DocumentReport:
    """The report with every rule's verdict, so that it serves any selection; only where a rule
    crashed does it hold no more than what was asked for."""
    from agreementlint.judge import judge

    catalogue = rules(task.packs)
    report = judge(document, catalogue, task.as_of, task.lang, any_document=task.any_document)
    if not report.crashes or task.selected is None:
        return report
    return judge(document, catalogue, task.as_of, task.lang, any_document=task.any_document,
                 selected=task.selected)


def rules(packs: tuple[str, ...]) -> tuple[Rule, ...]:
    """The program's rules and those of the packs, as they stand there now."""
    from agreementlint.rules import builtin, rule_files

    stamps = tuple((file, file.stat().st_mtime_ns)
                   for pack in packs for file in rule_files(Path(pack)))
    return _rules((builtin(), *map(Path, packs)), stamps)


@lru_cache(maxsize=2)
def _rules(folders: tuple[Path, ...], stamps: tuple[tuple[Path, int], ...]) -> tuple[Rule, ...]:
    from agreementlint.rules import load

    return load(folders)


def unread(name: str, error: ReadError, lang: Lang) -> DocumentReport:
    return failed(name, Problem(error.kind, sentence(error, lang)))


def failed(name: str, problem: Problem) -> DocumentReport:
    return DocumentReport(path=name, sha256=None, format=None, error=problem)


# ---------------------------------------------------------------- between processes


def task_as_json(task: Task) -> dict[str, Any]:
    return asdict(task) | {"as_of": task.as_of.isoformat()}


def task_of(found: dict[str, Any]) -> Task:
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value
                             for name, value in found.items()}
    given["as_of"] = dt.date.fromisoformat(found["as_of"])
    return Task(**given)


def packed(outcome: Outcome) -> bytes:
    """A line of JSON for what is beside the report, then the report's, then the Document's if it
    is there."""
    parts = [json.dumps([outcome.content, outcome.trace]).encode("ascii"),
             wire.encoded(outcome.report)]
    if outcome.document is not None:
        parts.append(documents.encoded(outcome.document))
    return b"\n".join(parts)


def unpacked(data: bytes) -> Outcome:
    """The outcome of `packed`; raises ValueError for anything else."""
    beside, _, rest = data.lstrip().partition(b"\n")
    report, _, document = rest.partition(b"\n")
    content, trace = json.loads(beside)
    return Outcome(wire.decoded(report), content, trace,
                   documents.decoded(document) if document else None)
