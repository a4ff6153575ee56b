"""Turns `review` into a copy of a draft with the findings in it, and a checklist."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agreementlint import __version__
from agreementlint.cli.catalogue import loaded, read_rules, wanted_rules
from agreementlint.cli.configured import Configured
from agreementlint.cli.endings import FINE, TROUBLE, deliver, status, style, tell_trouble
from agreementlint.cli.options import REVIEWING, Asked, judging
from agreementlint.cli.usage import argument, option
from agreementlint.cli.waiving import place_of, with_waivers
from agreementlint.messages import say
from agreementlint.model import Document, DocumentReport, ReadError, Report
from agreementlint.output import tell
from agreementlint.request import covered, edition

if TYPE_CHECKING:
    from agreementlint.config.applied import Wanted
    from agreementlint.reading.layout import Wishes
    from agreementlint.review.whole import Asks, Reviewed

UNMARKED: Mapping[str, str] = {"odt": "review-odt", "text": "review-text"}
"""What is said of formats in which no comments are written."""

OF_A_REVIEW = re.compile(r" – gjennomgått(?: (?P<number>\d{1,4}))?$")


class Unwritable(Exception):
    """A file that must not be overwritten; the argument is the key of the reason."""


@click.command(cls=Configured)
@argument("draft", type=click.Path(path_type=Path), metavar="UTKAST")
@option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
        help="opt-output-review")
@option("--format", "form", type=click.Choice(["terminal", "html", "json"]), default="terminal",
        help="opt-format-review")
@option("--suggest", is_flag=True, help="opt-suggest")
@option("--checklist", is_flag=True, help="opt-checklist")
@lambda command: judging(command, REVIEWING)
@click.pass_context
def review(context: click.Context, /, draft: Path, output: Path | None, form: str, suggest: bool,
           checklist: bool, asked: Asked) -> None:
    """Reviews a draft in Word or PDF: a copy with comments on the words, and a checklist."""
    from agreementlint.config.applied import needed
    from agreementlint.review.whole import Asks

    rules = loaded(asked.packs)
    lang = asked.findings
    wanted = wanted_rules(rules, asked)
    asks = Asks(asked.as_of, lang, needed(wanted), asked.any_document, suggest, checklist,
                lambda report: settled(report, wanted, asked))
    try:
        place = written_to(draft, output)
        found = reviewed(draft, asked, asks)
    except ReadError as error:
        from agreementlint.reading.messages import sentence

        tell(f"{draft}: {sentence(error, asked.lang)}")
        context.exit(TROUBLE)
    except Unwritable as error:
        key, path = error.args
        tell(say(asked.lang, key, path=path))
        context.exit(TROUBLE)
    if found.data is not None:
        deliver(found.data, place, found.lang)
    report = Report(version=__version__, guide=edition(rules), as_of=asked.as_of, lang=found.lang,
                    documents=(found.report,), coverage=covered(rules, wanted.chosen))
    deliver(shown(found, report, form, asked), None, found.lang)
    if form != "terminal" or not sys.stdout.isatty():
        tell_trouble(report.documents, found.lang)
    if found.data is not None:
        tell(say(found.lang, "review-written", path=place))
    context.exit(max(FINE, status(report.documents, asked.fail_on)))


def settled(report: DocumentReport, wanted: Wanted, asked: Asked) -> DocumentReport:
    """The report with the rules that are wanted of the draft, and the waivers that a file gives."""
    from agreementlint.config.applied import applied

    found = with_waivers((applied(report, place_of(report), wanted),), wanted, asked)
    return found.documents[0]


def reviewed(draft: Path, asked: Asked, asks: Asks) -> Reviewed:
    """The review of a file. Raises ReadError, and Unwritable for one that can hold no comments."""
    from agreementlint import judge
    from agreementlint.reading import isolate
    from agreementlint.reading.dispatch import file_bytes
    from agreementlint.reading.sniff import format_of
    from agreementlint.review.files import WRITTEN
    from agreementlint.review.whole import review
    from agreementlint.rules.guide import coverages
    from agreementlint.run.task import JUDGING
    from agreementlint.timelimit import OutOfTime, within

    data = file_bytes(draft)
    form = format_of(data)
    if form == "pdf" and (asks.suggest or asks.page):
        raise Unwritable("review-only-word", draft)
    if key := UNMARKED.get(form):
        raise Unwritable(key, draft)
    clean = WRITTEN[form]().cleaned(data)
    pending = isolate.start(clean, timeout=asked.timeout, name=str(draft), wishes=wishes(asked))
    rules = loaded(asked.packs)
    guides = read_rules(coverages, (), rules)
    judge.prepare()
    document: Document = pending.result()
    try:
        with within(asked.timeout * JUDGING):
            return review(clean, document, rules, guides, asks)
    except OutOfTime as error:
        raise ReadError("timeout", "file") from error


def wishes(asked: Asked) -> Wishes:
    from agreementlint.cache import folder
    from agreementlint.reading.layout import Wishes
    from agreementlint.reading.share import Share, new_slots

    return Wishes(view=asked.view, ocr=asked.ocr, cache=None if asked.no_cache else str(folder()),
                  share=Share(workers=asked.jobs, slots=new_slots()))


def shown(found: Reviewed, report: Report, form: str, asked: Asked) -> str:
    """The checklist, or for programs the report."""
    if form == "json":
        from agreementlint.report.json import json_report

        return json_report(report)
    if form == "html":
        from agreementlint.report.html.review import html_checklist

        return html_checklist(report, found.checklist)
    from agreementlint.report.checklist import checklist_report

    return checklist_report(found.checklist, found.report, found.lang,
                            style(None, asked.quiet, asked.verbose))


# ---------------------------------------------------------------- where it goes


def written_to(draft: Path, output: Path | None) -> Path:
    """The file of the reviewed draft. Raises Unwritable where one stands there that is not an
    earlier result which nobody has touched since, and for a name that promises another format."""
    place = output if output is not None else beside(draft)
    if place.suffix.casefold() not in ("", ending_of(draft)):
        raise Unwritable(f"must-end{ending_of(draft)}", place)
    if place.exists():
        with contextlib.suppress(OSError):
            if place.samefile(draft):
                raise Unwritable("review-itself", draft)
        if key := why_kept(place):
            raise Unwritable(key, place)
    return place


def beside(draft: Path) -> Path:
    """'utkast – gjennomgått.docx'; the review of that is '… – gjennomgått 2.docx'."""
    ending = ending_of(draft)
    found = OF_A_REVIEW.search(draft.stem)
    if found is None:
        return draft.with_name(f"{draft.stem} – gjennomgått{ending}")
    number = int(found["number"] or 1) + 1
    return draft.with_name(f"{draft.stem[: found.start()]} – gjennomgått {number}{ending}")


def ending_of(draft: Path) -> str:
    return ".pdf" if draft.suffix.casefold() == ".pdf" else ".docx"


def why_kept(place: Path) -> str | None:
    """Why a file must not be overwritten; None for what a review wrote and nobody has changed."""
    from agreementlint.reading.dispatch import file_bytes
    from agreementlint.reading.sniff import format_of
    from agreementlint.review.files import WRITTEN

    try:
        data = file_bytes(place)
        writing = WRITTEN.get(format_of(data))
        if writing is None:
            return "review-exists"
        if writing().untouched(data):
            return None
        return "review-changed" if writing().is_reviewed(data) else "review-exists"
    except ReadError:
        return "review-exists"
