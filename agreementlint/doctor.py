"""This machine into Checks: what the program needs, whether it is there, and what to do if not."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agreementlint import __version__
from agreementlint.cache import folder, sizes
from agreementlint.messages import how_to_install, listed, pip, say, shown
from agreementlint.model import Lang, Ocr

if TYPE_CHECKING:
    from agreementlint.config.file import Config

State = Literal["ok", "optional", "missing"]
"""`optional` is something to know, without which the program does all it is asked for."""

LEAST_PYTHON = (3, 11)
MEGABYTE = 1_000_000
EXTRAS: Mapping[str, tuple[str, ...]] = {
    "serve": ("starlette", "uvicorn", "python_multipart"), "cluster": ("distributed",),
    "remote": ("fsspec",),
}
"""Extra of the package → the modules that it needs."""

REQUIREMENT = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Check:
    """What is so, in a sentence, and what to do about it in another. `known` are facts about it
    for programs: versions, paths, sizes in bytes."""

    name: str
    state: State
    found: str
    cure: str | None = None
    known: Mapping[str, object] = field(default_factory=dict)


def examined(lang: Lang, given: Sequence[Path], named: Path | None = None) -> tuple[Check, ...]:
    """All checks in the current folder. `given` are folders of further rules, `named` is the file
    of settings, else it is looked for."""
    try:
        config, settings = settings_in_force(lang, named)
        packs = (*given, *config.packs) if config else tuple(given)
        catalogue = rules(lang, packs)
    except ImportError as error:
        config, settings, catalogue = None, *(without_library(lang, name, error)
                                              for name in ("settings", "rules"))
    return (python(lang), libraries(lang), catalogue, settings,
            recognition(lang, config.ocr if config else None), kept(lang),
            *(extra(lang, name) for name in EXTRAS))


def python(lang: Lang) -> Check:
    here = ".".join(map(str, sys.version_info[:3]))
    known = {"agreementlint": __version__, "python": here, "platform": sys.platform}
    if sys.version_info[:2] < LEAST_PYTHON:
        least = ".".join(map(str, LEAST_PYTHON))
        return Check("python", "missing", say(lang, "doctor-old-python", python=here),
                     say(lang, "doctor-do-python", least=least), known)
    return Check("python", "ok", say(lang, "doctor-version", own=__version__, python=here),
                 known=known)


def libraries(lang: Lang) -> Check:
    """The packages that the program itself asks for."""
    found = {name: version(name) for name in required()}
    if lost := [name for name, one in found.items() if one is None]:
        return Check("libraries", "missing",
                     say(lang, "doctor-no-libraries", names=listed(lost, lang)),
                     say(lang, "doctor-do-libraries", names=" ".join(lost), pip=pip()), found)
    return Check("libraries", "ok", say(lang, "doctor-all-libraries", count=len(found)),
                 known=found)


def without_library(lang: Lang, name: str, error: ImportError) -> Check:
    """What is said of something that cannot be looked at for want of a library."""
    return Check(name, "missing", say(lang, "doctor-no-libraries", names=error.name),
                 say(lang, "doctor-do-libraries", names=error.name, pip=pip()))


@cache
def required() -> tuple[str, ...]:
    """The names of the packages, without those of extras."""
    try:
        lines = metadata.requires("agreementlint") or ()
    except metadata.PackageNotFoundError:  # a checkout that nobody has installed
        return ()
    return tuple(sorted(found[0] for line in lines
                        if "extra ==" not in line and (found := REQUIREMENT.match(line))))


def version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def rules(lang: Lang, packs: Sequence[Path]) -> Check:
    from agreementlint.rules import RuleError, builtin, load, load_district

    try:
        judging = load([builtin(), *packs])
        every = [*judging, *load_district([builtin(), *packs])]
    except RuleError as error:
        return Check("rules", "missing", error.faults[0].told(lang), say(lang, "doctor-do-rules"),
                     {"mistakes": [one.told(lang) for one in error.faults]})
    edition = max(rule.guide.edition for rule in judging)
    key = "doctor-counted-more" if packs else "doctor-counted"
    return Check("rules", "ok", say(lang, key, count=len(every), edition=shown(edition, lang),
                                    packs=listed(map(str, packs), lang)),
                 known={"count": len(every), "guide": edition.isoformat(),
                        "packs": [str(pack) for pack in packs]})


def settings_in_force(lang: Lang, named: Path | None) -> tuple[Config | None, Check]:
    """The settings, if they can be read, and what is said of their file."""
    from agreementlint.config.file import ConfigError, read
    from agreementlint.config.find import configuration

    file = named or configuration(Path.cwd())
    if file is None:
        return None, Check("settings", "ok", say(lang, "doctor-no-settings"), known={"file": None})
    known: dict[str, object] = {"file": str(file)}
    try:
        return read(file), Check("settings", "ok", str(file), known=known)
    except ConfigError as error:
        mistakes = [one.told(lang) for one in error.faults]
        return None, Check("settings", "missing", mistakes[0], say(lang, "doctor-do-settings"),
                           known | {"mistakes": mistakes})


def recognition(lang: Lang, ocr: Ocr | None) -> Check:
    """Tesseract, which nobody needs whose settings say that no page is recognised. Its `nor` reads
    both written standards; there is no other."""
    from agreementlint.reading.ocr.tesseract import LANGUAGE, installed

    found = installed()
    wanting: State = "optional" if ocr == "never" else "missing"
    if found is None:
        return Check("ocr", wanting, say(lang, "doctor-no-tesseract"), how_to_install(lang),
                     {"command": None})
    known = {"command": found.command, "version": found.version, "languages": found.languages}
    if LANGUAGE not in found.languages:
        return Check("ocr", wanting, say(lang, "doctor-no-norwegian", version=found.version),
                     how_to_install(lang), known)
    return Check("ocr", "ok", say(lang, "doctor-recognises", version=found.version), known=known)


def kept(lang: Lang) -> Check:
    """Where results are kept; without it everything works, more slowly."""
    place = folder()
    size = sum(sizes(place).values())
    known: dict[str, object] = {"path": str(place), "bytes": size}
    if not is_writable(place):
        return Check("cache", "optional", say(lang, "doctor-not-kept", path=place),
                     say(lang, "doctor-do-cache"), known | {"writable": False})
    size_shown = shown(round(size / MEGABYTE, 1), lang)
    return Check("cache", "ok", say(lang, "doctor-kept", size=size_shown, path=place),
                 known=known | {"writable": True})


def is_writable(place: Path) -> bool:
    """Whether the folder can be written, or made where the nearest one above it is."""
    there = next((one for one in (place, *place.parents) if one.exists()), place)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def extra(lang: Lang, name: str) -> Check:
    if all(find_spec(module) is not None for module in EXTRAS[name]):
        return Check(name, "ok", say(lang, "doctor-installed"), known={"installed": True})
    return Check(name, "optional", say(lang, "doctor-not-installed"),
                 say(lang, "doctor-do-extra", name=name, pip=pip()), {"installed": False})


# ---------------------------------------------------------------- the versions, for those who ask


def versions(checks: Sequence[Check]) -> Iterator[str]:
    """'click 8.5.1', for each library."""
    for check in checks:
        if check.name == "libraries":
            yield from (f"{name} {one}" for name, one in check.known.items() if one is not None)
