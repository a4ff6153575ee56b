"""Turns what a run found, or what went wrong, into bytes, sentences and an exit status."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn, cast

import click

from agreementlint.checking import CheckError
from agreementlint.cli.options import RANK
from agreementlint.cli.usage import fault, spoken
from agreementlint.messages import say, unread_pages
from agreementlint.model import DocumentReport, Lang, Severity
from agreementlint.output import tell, traced, why_unwritten, write
from agreementlint.report.style import Style

FINE, FINDINGS_MADE, TROUBLE, STOPPED = 0, 1, 2, 130
NEVER = 4


def status(documents: Sequence[DocumentReport], fail_on: str) -> int:
    """The exit status of the contract."""
    if any(document.error or document.crashes for document in documents):
        return TROUBLE
    least = least_rank(fail_on)
    found = any(verdict.is_finding and RANK[verdict.severity] >= least
                for document in documents for verdict in document.verdicts)
    return FINDINGS_MADE if found else FINE


def least_rank(fail_on: str) -> int:
    return RANK.get(cast(Severity, fail_on), NEVER)


def style(output: Path | None, quiet: bool = False, verbose: bool = False) -> Style:
    """Colour and width of the terminal, if the report goes to one."""
    if output is not None or not sys.stdout.isatty():
        return Style(quiet=quiet, verbose=verbose)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    width = min(max(shutil.get_terminal_size().columns, 40), 120)
    return Style(width=width, colour=not plain, quiet=quiet, verbose=verbose)


def deliver(report: str | bytes, output: Path | None, lang: Lang) -> None:
    try:
        write(report, output)
    except OSError as error:
        path = output or say(lang, "standard-output")
        tell(say(lang, "cannot-write", path=path, reason=why_unwritten(error, lang)))
        sys.exit(TROUBLE)


def tell_trouble(documents: Sequence[DocumentReport], lang: Lang) -> None:
    """What could not be judged, for those who do not see the report."""
    for document in documents:
        if document.error is not None:
            tell(f"{document.path}: {document.error.message}")
    for sentence in crashes(documents, lang):
        tell(sentence)
    for document in documents:
        if document.why_unread in ("tesseract", "language"):  # it is the same for all of them
            tell(f"{document.path}: {unread_pages(document, lang)}")
            break


@contextlib.contextmanager
def as_wrong_use() -> Iterator[None]:
    """What the options ask for and cannot have is a wrong use of the command."""
    try:
        yield
    except CheckError as error:
        raise click.UsageError(str(error)) from None


def crashes(documents: Sequence[DocumentReport], lang: Lang) -> Iterator[str]:
    """What went wrong with rules: each thing once, however many documents it is said of."""
    of: dict[str, list[str]] = {}
    for document in documents:
        for sentence in document.crashes:
            of.setdefault(sentence.removeprefix(f"{document.path}: "), []).append(document.path)
    for said, paths in of.items():
        more = f" {say(lang, 'same-elsewhere', count=len(paths))}" if paths[1:] else ""
        yield f"{paths[0]}: {said}{more}"


@contextlib.contextmanager
def ended_cleanly(debug: bool) -> Iterator[None]:
    """What goes wrong becomes a sentence and an exit status."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as error:
        for line in error.format_message().splitlines():
            tell(line, by="")
        sys.exit(TROUBLE)
    except click.UsageError as error:
        tell(fault(error))
        if error.ctx:
            tell(" ".join(error.ctx.get_usage().split()), by="")
        sys.exit(TROUBLE)
    except click.ClickException as error:
        tell(error.format_message())
        sys.exit(TROUBLE)
    except (KeyboardInterrupt, click.Abort):
        tell(say(spoken(), "stopped"))
        sys.exit(STOPPED)
    except Exception as error:  # the last resort: a user never sees a traceback unasked
        failed(error, debug)


def failed(error: Exception, debug: bool) -> NoReturn:
    if debug:
        traced(error)
    else:
        tell(say(spoken(), "internal", reason=f"{type(error).__name__}: {error}"))
    sys.exit(TROUBLE)
