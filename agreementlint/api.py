"""A document, or many, and options into a Report or an Audit: the door for Python programs.

Nothing is printed, written or looked up beside what the arguments name: no settings, no waivers, no
cache unless they are asked for.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack, get_args, overload

from agreementlint.checking import (
    HORIZON,
    CheckError,
    Judging,
    Speech,
    Whole,
    audit_of,
    district_of,
    earlier_in,
    report_on,
    run_of,
    settled,
    wanted,
)
from agreementlint.messages import say, why_unread
from agreementlint.model import DocumentReport, Lang, Ocr, View
from agreementlint.results import Audit, Report, values

if TYPE_CHECKING:
    from agreementlint.config.applied import Wanted
    from agreementlint.config.file import Config
    from agreementlint.run.many import Input
    from agreementlint.waivers import Waived

T = TypeVar("T")

Place = str | os.PathLike[str]
"""The path of a file."""


class Options(TypedDict, total=False):
    """What may be asked for, by the names of the command line. Of an option that is not given, the
    settings decide if there are any, else the program's default, which stands in brackets."""

    as_of: dt.date
    """The day on which agreements are judged (today)."""
    select: Sequence[str]
    """Only these rules: id, name, or the beginning of an id (all)."""
    ignore: Sequence[str]
    """Not these rules (none)."""
    rules: Place | Sequence[Place]
    """Folders of further rules (none)."""
    lang: Speech
    """The language of messages; "auto" is that of each agreement ("nb")."""
    ocr: Ocr
    """Which pages Tesseract reads: those that are scanned ("auto"), "never" or "always"."""
    view: View
    """Tracked changes as "accepted", or as before them ("original")."""
    timeout: float
    """Seconds that a document, and each page that Tesseract reads, may take (20)."""
    any_document: bool
    """Judges also what does not look like an agreement (False)."""
    settings: Place
    """A file of settings, agreementlint.toml (none is read)."""
    waivers: Place
    """A file of waivers or a baseline (the one that the settings name)."""
    jobs: int
    """How many documents and scanned pages are worked on at a time (the number of processors)."""
    cache: bool
    """Keeps what was read and judged in the user's cache folder, for the next time (False)."""


@overload
def check(source: Place, **options: Unpack[Options]) -> Report: ...


@overload
def check(source: bytes, *, name: str = "-", **options: Unpack[Options]) -> Report: ...


def check(source: Place | bytes, *, name: str | None = None, **options: Unpack[Options]) -> Report:
    """What the rules say of a file, or of the bytes of one, which the report calls by that `name`.

    Text, PDF, DOCX and ODT are told apart by their content. Raises CheckError for what cannot be
    read, and for mistakes in the options, in rules, settings and waivers.

    The document is read in a child process with limits; in the main thread it is judged in this
    one, with an alarm signal for the time limit, in other threads in a child as well.
    """
    from agreementlint.rules import builtin, load
    from agreementlint.run.many import Input

    if isinstance(source, bytes):
        given = Input(0, "-" if name is None else name, source)
    elif name is None:
        given = Input(0, os.fspath(source))
    else:
        raise TypeError("name is for bytes; a file is called by its path")
    asked, file = judging(**options)
    with told(asked.lang):
        rules = load([builtin(), *asked.packs])
        chosen = wanted(rules, asked)
        document, = judged([given], chosen, asked)
        if document.error is not None:
            raise CheckError(document.error.kind, document.error.message)
        found = with_waivers((document,), file, chosen, asked)
        return Report(**values(report_on(found.documents, found.stale, rules, chosen, asked)))


def audit_district(paths: Place | Iterable[Place], *, district: str | None = None,
                   horizon: int | None = None, since: Place | None = None,
                   **options: Unpack[Options]) -> Audit:
    """What many agreements say, each and together.

    `paths` are files, folders and patterns ("avtaler/**/*.pdf"). `district` is the police district,
    as people write it ("Sør-Øst"): its kommuner without an agreement are told of too. `horizon` is
    how many months ahead is looked for what runs out (12), `since` an earlier audit's JSON report
    to compare with. Documents are judged in children, so many at a time as `jobs` says; one that
    cannot be read has an `error`. Raises CheckError for mistakes in the options, in rules, settings
    and waivers, and for paths that name no document.
    """
    from agreementlint.rules import builtin, load, load_district
    from agreementlint.run.many import Input

    asked, file = judging(**options)
    config, lang = asked.config, asked.lang
    name = first(district, config.district, "")
    months = first(horizon, config.horizon, HORIZON)
    with told(lang):
        folders = [builtin(), *asked.packs]
        rules, across = load(folders), load_district(folders)
        chosen = wanted((*rules, *across), asked)
        whole = Whole(district_of(name, lang) if name else None, months,
                      earlier_in(Path(since), lang) if since is not None else None)
        files = files_of(several(paths), lang)
        documents = judged([Input(place, one) for place, one in enumerate(files)], chosen, asked)
        found = with_waivers(documents, file, chosen, asked)
        report = report_on(found.documents, found.stale, rules, chosen, asked)
        return Audit(**values(audit_of(report, rules, across, chosen, whole)))


# ---------------------------------------------------------------- what is asked for


def judging(*, as_of: dt.date | None = None, select: Sequence[str] = (),
            ignore: Sequence[str] = (), rules: Place | Sequence[Place] = (),
            lang: Speech | None = None,
            ocr: Ocr | None = None, view: View | None = None, timeout: float | None = None,
            any_document: bool = False, settings: Place | None = None,
            waivers: Place | None = None, jobs: int | None = None, cache: bool = False,
            ) -> tuple[Judging, Path | None]:
    """The options over the settings over the program's defaults, and the file of waivers."""
    spoken: Lang = lang if lang in ("nn", "en") else "nb"
    with told(spoken):
        config = settings_in(settings)
    asked = Judging(
        as_of=as_of or dt.date.today(),
        select=words(select) or tuple(one.text for one in config.select),
        ignore=words(ignore) or tuple(one.text for one in config.ignore),
        packs=tuple(map(Path, several(rules))) or config.packs,
        speech=first(lang, config.lang, "nb"), ocr=first(ocr, config.ocr, "auto"),
        view=first(view, config.view, "accepted"), executor=None,
        jobs=first(jobs, config.jobs, os.cpu_count() or 1),
        timeout=first(timeout, config.timeout, 20.0),
        no_cache=not cache, any_document=any_document, by_hand=bool(select), config=config)
    refuse_odd(asked, spoken)
    named = config.folder / config.waivers if config.waivers is not None else None
    return asked, Path(waivers) if waivers is not None else named


def settings_in(file: Place | None) -> Config:
    from agreementlint.config.file import NOTHING, read

    return NOTHING if file is None else read(Path(file).absolute())


def refuse_odd(asked: Judging, lang: Lang) -> None:
    """Raises CheckError for a value that an option cannot have."""
    for option, value, known in (("lang", asked.speech, (*get_args(Lang), "auto")),
                                 ("ocr", asked.ocr, get_args(Ocr)),
                                 ("view", asked.view, get_args(View))):
        if value not in known:
            raise CheckError("option", say(lang, "odd-word", option=option, value=value,
                                           words=", ".join(known)))
    if type(asked.as_of) is not dt.date:  # a datetime would be compared with dates
        raise CheckError("option", say(lang, "odd-date", option="as_of"))
    for option, least in (("timeout", 0.0), ("jobs", 0)):
        if getattr(asked, option) <= least:
            raise CheckError("option", say(lang, "odd-number", option=option))


@contextmanager
def told(lang: Lang) -> Iterator[None]:
    """Mistakes in files of rules, settings and waivers become a CheckError."""
    from agreementlint.config.file import ConfigError
    from agreementlint.rules import RuleError

    try:
        yield
    except (ConfigError, RuleError) as error:
        kind: Any = "rules" if isinstance(error, RuleError) else "settings"
        raise CheckError(kind, "\n".join(one.told(lang) for one in error.faults)) from None


def first(given: T | None, configured: T | None, usual: T) -> T:
    """What the caller says, else the settings, else the program."""
    if given is not None:
        return given
    return usual if configured is None else configured


def several(given: Place | Iterable[Place]) -> tuple[Place, ...]:
    """What is given, be it one or more."""
    return (given,) if isinstance(given, str | os.PathLike) else tuple(given)


def words(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


# ---------------------------------------------------------------- documents


def files_of(paths: Iterable[Place], lang: Lang) -> tuple[str, ...]:
    """The files that are meant, each once. Raises CheckError for a path that means none."""
    from agreementlint.run.files import NoList, meant
    from agreementlint.run.remote import NoRemote

    files: dict[str, None] = {}
    try:
        for word, inside in meant(os.fspath(path) for path in paths):
            if not inside:
                raise CheckError("not-found", say(lang, "empty-folder", path=word))
            files.update(dict.fromkeys(inside))
    except NoList as error:
        raise CheckError("option", say(lang, "no-list", path=error,
                                       reason=why_unread(error.why, lang))) from None
    except NoRemote as error:
        raise CheckError("option", say(lang, f"remote-{error.reason}",
                                       path=error.address)) from None
    return tuple(files)


def judged(inputs: Sequence[Input], chosen: Wanted, asked: Judging) -> tuple[DocumentReport, ...]:
    from agreementlint.run.executors import workers
    from agreementlint.run.many import outcomes

    with run_of(chosen, asked, workers(None, asked.jobs)) as run:
        found = {done.place: done.outcome.report for done in outcomes(inputs, run)}
    return tuple(settled(found[one.place], one.name, chosen) for one in inputs)


def with_waivers(documents: tuple[DocumentReport, ...], file: Path | None, chosen: Wanted,
                 asked: Judging) -> Waived:
    """The reports with the waivers of the file, if there is one."""
    from agreementlint.config.globs import place_of
    from agreementlint.config.waiverfile import read
    from agreementlint.rules import builtin, load_district
    from agreementlint.waivers import Grants, Waived, granted

    if file is None:
        return Waived(documents, ())
    places = [place_of(one.path, os.getcwd()) for one in documents]
    across = load_district([builtin(), *asked.packs])  # so that what is no waiver of theirs is told
    known = {rule.id: rule for rule in (*chosen.rules, *across)}
    grants = Grants(read(file, tuple(known.values()), asked.lang))
    return granted(documents, places, grants, asked.as_of)
