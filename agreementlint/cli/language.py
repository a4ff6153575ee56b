"""Turns a command line, the settings and the environment into the language of the help.

The help and complaints about the command line are for who sits here, so the machine's language
counts. What is said of agreements is for whoever gets the report: `--lang` or the settings alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

from agreementlint.config.find import configuration, language_in
from agreementlint.model import Lang

LOCALES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
OF_LOCALES: dict[str, Lang] = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}


def language(arguments: Sequence[str]) -> Lang:
    """What `--lang` says, else the settings that hold here, else the machine, else bokmål."""
    return lang_of(value(arguments, "--lang")) or settings_say(arguments) or machine_says() or "nb"


def value(arguments: Sequence[str], option: str) -> str | None:
    """The value of an option in a command line that nobody has parsed yet."""
    for place, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[place + 1 :]), None)
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None


def settings_say(arguments: Sequence[str]) -> Lang | None:
    if "--no-config" in arguments:
        return None
    named = value(arguments, "--config")
    file = Path(named) if named else configuration(Path.cwd())
    return lang_of(language_in(file)) if file is not None else None


def machine_says() -> Lang | None:
    """The first language of the environment that the program speaks, as gettext would choose it."""
    given = next((found for name in LOCALES if (found := os.environ.get(name))), "")
    words = [word.partition(".")[0].partition("_")[0] for word in given.split(":")]
    return next((OF_LOCALES[word] for word in words if word in OF_LOCALES), None)


def lang_of(word: str | None) -> Lang | None:
    return cast(Lang, word) if word in get_args(Lang) else None
