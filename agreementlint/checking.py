"""Documents, and how they are to be judged, into a Report: the way that the command line and Python
programs both go."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agreementlint import __version__
from agreementlint.messages import listed, say
from agreementlint.model import DocumentReport, ErrorKind, Lang, Ocr, Report, StaleWaiver, View
from agreementlint.report.text import visible
from agreementlint.request import covered, edition

if TYPE_CHECKING:
    from agreementlint.audit.earlier import Earlier
    from agreementlint.audit.model import DistrictReport
    from agreementlint.config.applied import Wanted
    from agreementlint.config.file import Config
    from agreementlint.rules.format import AnyRule, DistrictRule, Rule
    from agreementlint.run.executors import Workers
    from agreementlint.run.many import Run
    from agreementlint.run.task import Task

FEW = 3
"""Documents that are judged by this process, one after the other."""

MOST_PREVIOUS = 500 * 1024 * 1024
HORIZON = 12

Speech = Lang | Literal["auto"]

Trouble = ErrorKind | Literal["option", "rules", "settings"]


class CheckError(Exception):
    """What was asked for cannot be done. Its text is one clear sentence, in the language that was
    asked for: what, where, what to do (for mistakes in files of rules, settings and waivers, one
    line for each, "file:line:column: what"). `kind` is that of a document which cannot be read, as
    in the JSON report ("encrypted", "damaged", "empty", "unsupported", "too-large", "timeout",
    "not-found", "permission", "ocr-unavailable", "crashed"), or "option", "rules" or "settings"
    for a mistake in the caller's own words or files."""

    def __init__(self, kind: Trouble, sentence: str):
        super().__init__(kind, sentence)
        self.kind: Trouble = kind
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Judging:
    """How documents are read and judged. `packs` are folders of further rules, `speech` is the
    language of findings, `timeout` is in seconds, `jobs` is how many documents and pages are worked
    on at a time, `by_hand` says that no file chose the rules, `config` holds what only a file can
    say."""

    as_of: dt.date
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    packs: tuple[Path, ...]
    speech: Speech
    ocr: Ocr
    view: View
    jobs: int
    executor: str | None
    timeout: float
    no_cache: bool
    any_document: bool
    by_hand: bool
    config: Config

    @property
    def findings(self) -> Lang | None:
        """The language of the findings; None: that of each agreement."""
        return None if self.speech == "auto" else self.speech

    @property
    def lang(self) -> Lang:
        """The language of what is said of a run."""
        return self.findings or "nb"


# ---------------------------------------------------------------- which rules


def wanted(rules: Sequence[AnyRule], asked: Judging) -> Wanted:
    """What is wanted of the rules, by words that may also name rules of several agreements, where
    those are not among the rules. Raises RuleError, ConfigError, and CheckError for a word that
    names none."""
    from agreementlint.config.applied import Wanted, word_faults
    from agreementlint.config.file import ConfigError
    from agreementlint.rules import builtin, load_district

    by_name = asked.select or asked.ignore or any(asked.config.words)
    more = load_district([builtin(), *asked.packs]) if by_name else ()
    known = tuple({rule.id: rule for rule in (*rules, *more)}.values())
    if faults := word_faults(asked.config, known):
        raise ConfigError(faults)
    return Wanted(selection(known, asked.select, asked.ignore, asked.lang), known, asked.config,
                  asked.by_hand)


def selection(rules: Sequence[AnyRule], select: Sequence[str], ignore: Sequence[str], lang: Lang,
              ) -> frozenset[str]:
    """The ids of the rules that the words name. Raises CheckError."""
    from agreementlint.rules.selection import UnknownRule, selected

    try:
        return selected(rules, select, ignore)
    except UnknownRule as error:
        parts = [say(lang, "unknown-rule", word=visible(error.word))]
        parts += [say(lang, "did-you-mean", word=word) for word in error.close]
        parts += [say(lang, "rules-of-packs")] if error.is_other_id else []
        raise CheckError("option", " ".join([*parts, say(lang, "see-rules")])) from None


# ---------------------------------------------------------------- documents


@contextlib.contextmanager
def run_of(wanted: Wanted, asked: Judging, workers: Workers,
           seen: Callable[[bytes], None] | None = None) -> Iterator[Run]:
    """How documents are run through (`run.many.outcomes`), for as long as it lasts; `seen` is shown
    the signs that children give while they recognise pages, from any thread."""
    from agreementlint.cache import folder
    from agreementlint.config.applied import needed
    from agreementlint.run.kept import kept
    from agreementlint.run.many import Run

    place = None if asked.no_cache else folder()
    task = task_of(needed(wanted), asked, place)
    alone = workers.local and threading.current_thread() is threading.main_thread()
    with kept(place, task) as store:  # only the main thread's judging can be ended when it hangs
        yield Run(task, workers.opened, workers.number, store if place else None,
                  seen if workers.local else None, FEW if alone else 0)


def task_of(chosen: frozenset[str], asked: Judging, place: Path | None) -> Task:
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


def settled(report: DocumentReport, name: str, wanted: Wanted) -> DocumentReport:
    """The report with what is wanted of a file of that name."""
    from agreementlint.config.applied import applied
    from agreementlint.config.globs import place_of

    return applied(report, place_of(name, os.getcwd()), wanted)


# ---------------------------------------------------------------- whole reports


def report_on(documents: tuple[DocumentReport, ...], stale: tuple[StaleWaiver, ...],
              rules: Sequence[Rule], wanted: Wanted, asked: Judging) -> Report:
    return Report(version=__version__, guide=edition(rules), as_of=asked.as_of,
                  lang=told_in(documents, asked), documents=documents,
                  coverage=covered(rules, wanted.chosen), stale=stale)


def told_in(documents: Sequence[DocumentReport], asked: Judging) -> Lang:
    """The language of the frame of a report: where each agreement is told in its own, the one that
    all are written in, if it is one."""
    standards = {document.language for document in documents if document.language is not None}
    return asked.findings or (standards.pop() if len(standards) == 1 else asked.lang)


@dataclass(frozen=True, slots=True)
class Whole:
    """What an audit asks beside how documents are judged: the register's short name of a police
    district, months ahead, an earlier audit."""

    district: str | None = None
    horizon: int = HORIZON
    earlier: Earlier | None = None


def audit_of(report: Report, rules: Sequence[Rule], across: Sequence[DistrictRule],
             wanted: Wanted, whole: Whole) -> DistrictReport:
    from agreementlint import register
    from agreementlint.audit import audit
    from agreementlint.config.applied import with_severities
    from agreementlint.rules.stamps import stamps

    return audit(report, district=whole.district, register=register.register(),
                 horizon=whole.horizon, previous=whole.earlier,
                 rules=with_severities(across, wanted), selected=wanted.chosen,
                 stamps=stamps(rules))


def district_of(name: str, lang: Lang) -> str:
    """The register's short name of the district of today that is meant. Raises CheckError."""
    from agreementlint.audit.kommuner import UnknownDistrict, district_named
    from agreementlint.register import register

    try:
        return district_named(name, register()).short
    except UnknownDistrict as error:
        raise CheckError("option", say(lang, "unknown-district", name=visible(name),
                                       names=listed(error.close, lang))) from None


def earlier_in(path: Path, lang: Lang) -> Earlier:
    """What an earlier report says that a new one is compared with. Raises CheckError."""
    from agreementlint.audit.earlier import NoEarlierReport, earlier

    try:
        if path.stat().st_size > MOST_PREVIOUS:
            raise NoEarlierReport("earlier-other")
        return earlier(path.read_bytes())
    except OSError:
        reason = say(lang, "earlier-other")
    except NoEarlierReport as error:
        reason = say(lang, error.key, **error.values)
    raise CheckError("option", say(lang, "earlier-file", path=visible(str(path)), reason=reason))
