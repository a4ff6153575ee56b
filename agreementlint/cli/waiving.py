"""Turns `waive` into an entry of the file of waivers, and that file into waived findings."""

from __future__ import annotations

import datetime as dt
import getpass
import glob
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agreementlint.cli import completing
from agreementlint.cli.catalogue import loaded, selection, wanted_rules
from agreementlint.cli.configured import Configured, told_faults
from agreementlint.cli.documents import judged_documents
from agreementlint.cli.endings import TROUBLE, deliver, tell_trouble
from agreementlint.cli.options import SINGLING_OUT, Asked, judging
from agreementlint.cli.usage import argument, option
from agreementlint.config import find
from agreementlint.messages import say, shown
from agreementlint.model import DocumentReport, Lang, StaleWaiver, Verdict, Waiver
from agreementlint.output import tell
from agreementlint.report.text import visible

if TYPE_CHECKING:
    from agreementlint.config.applied import Wanted
    from agreementlint.waivers import Grant, Waived

NO_MORE = "waive-no-finding"


def with_waivers(documents: tuple[DocumentReport, ...], wanted: Wanted, asked: Asked) -> Waived:
    """The reports with the waivers of the files that are meant for them, told of those that waive
    nothing; a baseline that is asked for is written before."""
    from agreementlint.waivers import Grants, Waived, granted

    if asked.no_waivers:
        return Waived(documents, ())
    places = [place_of(document) for document in documents]
    files = files_for(documents, asked)
    every = [grant for file in files for grant in grants(file, wanted, asked)]
    if asked.write_baseline is not None:
        target = short(asked.write_baseline.absolute())
        every = [one for one in every if not (one.baseline and Path(one.file) == target)]
        before = granted(documents, places, Grants(every), asked.as_of)
        write_baseline(target, before.documents, asked)
        every = [one for one in every if Path(one.file) != target]
        every += grants(target, wanted, asked)
    found = granted(documents, places, Grants(every), asked.as_of)
    tell_stale(found.stale, asked.lang)
    return found


def place_of(document: DocumentReport) -> str:
    from agreementlint.config.globs import place_of

    return place_of(document.path, os.getcwd())


def files_for(documents: Sequence[DocumentReport], asked: Asked) -> tuple[Path, ...]:
    """The file of waivers and the baseline, as far as there are such."""
    first = documents[0].path if documents else None
    files = [waiver_file(first, asked), asked.baseline]
    if asked.write_baseline is not None and asked.write_baseline.is_file():
        files.append(asked.write_baseline)
    found = {file.absolute(): file for file in files if file and file.is_file()}
    return tuple(short(file) for file in found)


def short(file: Path) -> Path:
    """A file as it is called from the current folder, if it stands there or below."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def waiver_file(path: str | None, asked: Asked) -> Path | None:
    """The file that the configuration names, else the nearest one to a document, else to the
    current folder."""
    if asked.config.waivers is not None:
        return asked.config.folder / asked.config.waivers
    return find.waivers(find.folder_of(path)) or find.waivers(Path.cwd())


def grants(file: Path, wanted: Wanted, asked: Asked) -> tuple[Grant, ...]:
    from agreementlint.cli.catalogue import loaded_for_districts
    from agreementlint.config.file import ConfigError
    from agreementlint.config.waiverfile import read

    known = {rule.id: rule for rule in (*wanted.rules, *loaded_for_districts(asked.packs))}
    try:
        return read(file, tuple(known.values()), asked.lang)
    except ConfigError as error:
        told_faults(error.faults)


def tell_stale(stale: Sequence[StaleWaiver], lang: Lang) -> None:
    """Waivers one by one, what is gone of a baseline by its number."""
    gone: dict[str, int] = {}
    for one in stale:
        if one.baseline:
            gone[one.file] = gone.get(one.file, 0) + 1
        else:
            tell(say(lang, f"waiver-{one.state}", place=f"{one.file}:{one.line}", rule=one.rule,
                     until=shown(one.waiver.until, lang)))
    for file, count in gone.items():
        tell(say(lang, "baseline-unused", path=file, count=count))


# ---------------------------------------------------------------- what is written


def write_baseline(file: Path, documents: Sequence[DocumentReport], asked: Asked) -> None:
    """Writes all findings that nothing waives as the baseline of a file, instead of its old one."""
    from agreementlint.config.file import ConfigError
    from agreementlint.config.waiverfile import added, baseline_text, without_baseline

    try:
        text = without_baseline(text_of(file), str(file))
    except ConfigError as error:
        told_faults(error.faults)
    entries = [baseline_text(verdict, names_of(document, file), asked.as_of)
               for document in documents for verdict in document.verdicts if verdict.is_finding]
    deliver(added(text, entries), file, asked.lang)
    tell(say(asked.lang, "baseline-written", count=len(entries), path=file))


def names_of(document: DocumentReport, file: Path) -> tuple[str, ...]:
    """How a file of waivers names a document: where it is, and its content."""
    from agreementlint.config.globs import BY_CONTENT, is_elsewhere

    name = document.path
    if not is_elsewhere(name):
        relative = os.path.relpath(name, file.absolute().parent)
        name = glob.escape(Path(relative).as_posix())
    return (name, f"{BY_CONTENT}{document.sha256}") if document.sha256 else (name,)


def text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, UnicodeDecodeError):  # what is no text has been told before
        return ""


@click.command(cls=Configured)
@argument("draft", metavar="FIL", shell_complete=completing.files)
@argument("rule", metavar="REGEL", shell_complete=completing.rules)
@option("--reason", required=True, metavar="TEKST", help="opt-reason")
@option("--by", metavar="NAVN", help="opt-by")
@option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="ÅÅÅÅ-MM-DD", help="opt-until")
@lambda command: judging(command, SINGLING_OUT)
@click.pass_context
def waive(context: click.Context, /, draft: str, rule: str, reason: str, by: str | None,
          until: dt.datetime | None, asked: Asked) -> None:
    """Writes a waiver: the finding does not count while its words are the same."""
    from agreementlint.config.waiverfile import added, waiver_text

    lang, last = asked.lang, until.date() if until else None
    if not reason.strip():
        raise click.UsageError(say(lang, "waive-reason"))
    if last is not None and last < asked.as_of:
        raise click.UsageError(say(lang, "waive-past", until=shown(last, lang)))
    wanted = wanted_rules(loaded(asked.packs), asked)
    if is_rule_first(draft, rule, wanted):
        raise click.UsageError(say(lang, "waive-order", path=visible(rule), rule=visible(draft)))
    document, verdict = finding(draft, rule, wanted, asked)
    given = Waiver(reason.strip(), (by or getpass.getuser()).strip(), last)
    file = waiver_file(draft, asked) or asked.config.folder / find.WAIVERS
    file = short(file.absolute())
    if file.is_file():
        grants(file, wanted, asked)  # which tells what is wrong with it
    entry = waiver_text(verdict, names_of(document, file), given)
    deliver(added(text_of(file), [entry]), file, lang)
    tell(say(lang, "waived-now", rule=verdict.rule, path=file))


def is_rule_first(draft: str, rule: str, wanted: Wanted) -> bool:
    """Whether the two words stand in the wrong order."""
    from agreementlint.rules.selection import UnknownRule, named

    if os.path.lexists(draft):
        return False
    try:
        return bool(named(draft, wanted.rules))
    except UnknownRule:
        return os.path.isfile(rule)


def finding(path: str, word: str, wanted: Wanted, asked: Asked) -> tuple[DocumentReport, Verdict]:
    """The document, and its one finding that is meant; there is no going on without it."""
    ids = selection(wanted.rules, (word,), (), asked.lang)
    if len(ids) != 1:
        raise click.UsageError(say(asked.lang, "waive-one"))
    (id,) = ids
    judged = judged_documents((path,), wanted, asked)
    tell_trouble(judged, asked.lang)
    if judged[0].error is not None:
        sys.exit(TROUBLE)
    (document,) = with_waivers(judged, wanted, asked).documents
    found: Mapping[str, Verdict] = {verdict.rule: verdict for verdict in document.verdicts}
    verdict = found.get(id)
    if verdict is not None and verdict.is_finding:
        return document, verdict
    if verdict is not None and verdict.waiver is not None:
        tell(say(asked.lang, "waive-already", path=visible(path), rule=id,
                 reason=verdict.waiver.reason, by=verdict.waiver.by))
    else:
        tell(say(asked.lang, NO_MORE, path=visible(path), rule=id, verdict=say(
            asked.lang, verdict.verdict if verdict is not None else "inapplicable")))
    sys.exit(TROUBLE)
