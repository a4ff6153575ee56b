"""Turns the command line into a run: arguments, clock, files, printing, exit status."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from agreementlint import __version__
from agreementlint.messages import say, unread_pages
from agreementlint.model import (
    DocumentReport,
    Lang,
    Ocr,
    Report,
    Severity,
    View,
)
from agreementlint.output import tell, traced, why_unwritten, write
from agreementlint.report import FORMATS
from agreementlint.report.style import Style
from agreementlint.report.text import visible
from agreementlint.request import covered, edition, found, piped, wished
from agreementlint.usage import Group, fault

if TYPE_CHECKING:
    from agreementlint.batch import Pending
    from agreementlint.model import Document
    from agreementlint.rulefile import Rule

FINE, FINDINGS_MADE, TROUBLE, STOPPED = 0, 1, 2, 130
RANK: dict[Severity, int] = {"note": 1, "warning": 2, "error": 3}
NEVER = 4
JUDGING = 0.5
"""The share of the time for reading a document that judging it may take."""


def lang_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--lang", type=click.Choice(get_args(Lang)), default="nb",
                        help="Språket i meldingene (ellers nb).")(command)


def rules_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--rules", "packs", type=click.Path(path_type=Path, file_okay=False,
                                                            exists=True),
                        multiple=True, metavar="MAPPE", help="Mappe med flere regler.")(command)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]},
             options_metavar="[VALG]", subcommand_metavar="KOMMANDO …")
@click.version_option(__version__, prog_name="agreementlint", help="Vis versjonen.")
def app() -> None:
    """Sjekker samarbeidsavtaler mellom kommune og politi mot den nasjonale veilederen."""


@app.command(options_metavar="[VALG]", short_help="Sjekker avtaler: filer, mapper eller tekst.")
@click.argument("paths", nargs=-1, required=True, metavar="FIL…")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="terminal",
              help="Rapportens format (ellers terminal).")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
              help="Skriv rapporten til en fil.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="ÅÅÅÅ-MM-DD",
              help="Datoen avtalene vurderes på (ellers i dag).")
@click.option("--select", multiple=True, metavar="REGEL",
              help="Bare disse reglene: id, navn eller begynnelsen på id-en, som PR.")
@click.option("--ignore", multiple=True, metavar="REGEL", help="Ikke disse reglene.")
@rules_option
@lang_option
@click.option("--fail-on", type=click.Choice([*reversed(RANK), "never"]), default="warning",
              help="Hvor alvorlige funn som gir sluttstatus 1 (ellers warning).")
@click.option("--ocr", type=click.Choice(get_args(Ocr)), default="auto",
              help="Hvilke sider som leses med OCR: de som er skannet (auto), ingen eller alle.")
@click.option("--view", type=click.Choice(get_args(View)), default="accepted",
              help="Sporede endringer i Word og ODT: som godtatt (accepted) eller som før dem.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, metavar="ANTALL",
              help="Hvor mange filer og skannede sider som leses samtidig.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0,
              metavar="SEKUNDER",
              help="Lengste tid per dokument, og for hver side som leses med OCR (ellers 20).")
@click.option("--no-cache", is_flag=True, help="Ikke ta vare på det som er lest med OCR.")
@click.option("--any-document", is_flag=True,
              help="Vurder også det som ikke ser ut som en samarbeidsavtale.")
@click.option("-q", "--quiet", is_flag=True, help="Bare oppsummeringen.")
@click.option("-v", "--verbose", is_flag=True, help="Vis også det som følger veilederen.")
@click.option("--debug", is_flag=True, help="Vis hvor i programmet en feil oppstod.")
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], form: str, output: Path | None,
          as_of: dt.datetime | None, select: tuple[str, ...], ignore: tuple[str, ...],
          packs: tuple[Path, ...], lang: Lang, fail_on: str, ocr: Ocr, view: View, jobs: int,
          timeout: float, no_cache: bool, any_document: bool, quiet: bool, verbose: bool,
          debug: bool) -> None:
    """Sjekker filer (PDF, DOCX, ODT, TXT, MD), mapper og «-», som er tekst på standard inn."""
    rules = loaded(packs)
    chosen = selection(rules, select, ignore, lang)
    files, empty = found(paths, lang)
    date = as_of.date() if as_of else dt.date.today()
    wishes = wished(ocr, view, jobs, cached=not no_cache)

    def start(path: Path) -> Pending:
        from agreementlint.batch import STDIN
        from agreementlint.reading import bounds, isolate

        if verbose:
            tell(say(lang, "reading", path=path))
        source = piped(bounds.MOST_BYTES + 1) if path == STDIN else path
        return isolate.start(source, timeout=timeout, wishes=wishes)

    def judged(document: Document) -> DocumentReport:
        from agreementlint.judge import judge
        from agreementlint.timelimit import within

        with within(timeout * JUDGING):
            return judge(document, rules, date, lang, selected=chosen, any_document=any_document)

    def prepare() -> None:
        from agreementlint.judge import prepare

        prepare()

    from agreementlint.batch import document_reports

    documents = tuple(document_reports(files, start, judged, prepare, jobs=jobs, lang=lang,
                                       crashed=traced if debug else lambda error: None))
    report = Report(version=__version__, guide=edition(rules), as_of=date, lang=lang,
                    documents=documents, coverage=covered(rules, chosen))
    deliver(FORMATS[form](report, style(output, quiet, verbose)), output, lang)
    if form != "terminal" or output is not None or not sys.stdout.isatty():
        tell_trouble(documents, lang)
    context.exit(max(TROUBLE if empty else FINE, status(documents, fail_on)))


@app.command("rules", options_metavar="[VALG]")
@click.option("--coverage", is_flag=True,
              help="Vis hva veilederen anbefaler, og hvilke regler som sjekker det.")
@rules_option
@lang_option
def list_rules(coverage: bool, packs: tuple[Path, ...], lang: Lang) -> None:
    """Viser alle reglene."""
    rules = loaded(packs)
    if coverage:
        from agreementlint.guide import coverages
        from agreementlint.report.coverage import coverage_report

        found = read_rules(coverages, packs, rules)
        deliver(coverage_report(found, rules, lang, style(None)), None, lang)
    else:
        from agreementlint.report.table import rule_table

        deliver(rule_table(rules, lang), None, lang)


@app.command(options_metavar="[VALG]", short_help="Forklarer regler.")
@click.argument("words", nargs=-1, required=True, metavar="REGEL…")
@rules_option
@lang_option
def explain(words: tuple[str, ...], packs: tuple[Path, ...], lang: Lang) -> None:
    """Forklarer regler: hva veilederen ber om, hvordan det vurderes, eksempler og råd."""
    from agreementlint.report.explain import explanation

    rules = loaded(packs)
    chosen = selection(rules, words, (), lang)
    deliver("\n".join(explanation(rule, lang, style(None)) for rule in rules if rule.id in chosen),
            None, lang)


# ------------------------------------------------------------------------ before a run


def loaded(packs: Sequence[Path]) -> tuple[Rule, ...]:
    from agreementlint.rules import load

    return read_rules(load, packs)


def read_rules(read: Callable[..., tuple[Any, ...]], packs: Sequence[Path], *more: object,
               ) -> tuple[Any, ...]:
    """What `read` finds in the folder that comes with the program and in those of the packs;
    mistakes there end the run before a document is opened."""
    from agreementlint.rules import RuleError, builtin

    try:
        return read([builtin(), *packs], *more)
    except RuleError as error:
        for fault in error.faults:
            tell(str(fault), by="")
        sys.exit(TROUBLE)


def selection(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str], lang: Lang,
              ) -> frozenset[str]:
    from agreementlint.selection import UnknownRule, selected

    try:
        return selected(rules, select, ignore)
    except UnknownRule as error:
        raise click.UsageError(unknown_rule(error, lang)) from None


def unknown_rule(error: Any, lang: Lang) -> str:
    parts = [say(lang, "unknown-rule", word=visible(error.word))]
    parts += [say(lang, "did-you-mean", word=word) for word in error.close]
    return " ".join([*parts, say(lang, "see-rules")])


# ------------------------------------------------------------------------- after a run


def status(documents: Sequence[DocumentReport], fail_on: str) -> int:
    """The exit status of the contract."""
    if any(document.error or document.crashes for document in documents):
        return TROUBLE
    least = RANK.get(cast(Severity, fail_on), NEVER)
    found = any(verdict.is_finding and RANK[verdict.severity] >= least
                for document in documents for verdict in document.verdicts)
    return FINDINGS_MADE if found else FINE


def style(output: Path | None, quiet: bool = False, verbose: bool = False) -> Style:
    """Colour and width of the terminal, if the report goes to one."""
    if output is not None or not sys.stdout.isatty():
        return Style(quiet=quiet, verbose=verbose)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    width = min(max(shutil.get_terminal_size().columns, 40), 120)
    return Style(width=width, colour=not plain, quiet=quiet, verbose=verbose)


def deliver(text: str, output: Path | None, lang: Lang) -> None:
    try:
        write(text, output)
    except OSError as error:
        path = output or say(lang, "standard-output")
        tell(say(lang, "cannot-write", path=path, reason=why_unwritten(error, lang)))
        sys.exit(TROUBLE)


def tell_trouble(documents: Sequence[DocumentReport], lang: Lang) -> None:
    """What could not be judged, for those who do not see the report."""
    for document in documents:
        if document.error is not None:
            tell(f"{document.path}: {document.error.message}")
        for sentence in document.crashes:
            tell(sentence)
    for document in documents:
        if document.why_unread in ("tesseract", "language"):  # it is the same for all of them
            tell(f"{document.path}: {unread_pages(document, lang)}")
            break


def main(arguments: Sequence[str] | None = None) -> None:
    """The command; ends the process with the contract's exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(100_000)  # loading leaves no garbage; the collector must not look all the time
    with ended_cleanly("--debug" in given):
        sys.exit(app.main(given, prog_name="agreementlint", standalone_mode=False) or FINE)


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
        tell(say("nb", "stopped"))
        sys.exit(STOPPED)
    except Exception as error:  # the last resort: a user never sees a traceback unasked
        if debug:
            traced(error)
        else:
            tell(say("nb", "internal", reason=f"{type(error).__name__}: {error}"))
        sys.exit(TROUBLE)
