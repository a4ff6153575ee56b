"""The program's own sentences in bokmål, nynorsk and English: key and values to text."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

from agreementlint.messages import (
    commands,
    config,
    district,
    doctor,
    en,
    faults,
    files,
    nb,
    newrule,
    nn,
    options,
    packs,
    reports_en,
    reports_nb,
    reports_nn,
    review,
    web,
)
from agreementlint.model import DocumentReport, Lang

LANGUAGES: tuple[Lang, ...] = ("nb", "nn", "en")
"""In the order in which the texts of a sentence stand."""

TOGETHER = (commands, config, district, doctor, faults, files, newrule, options, packs, review, web)
"""Modules whose sentences stand in all languages side by side."""

CATALOGUE: dict[Lang, dict[str, str]] = {
    "nb": nb.SENTENCES | reports_nb.SENTENCES,
    "nn": nn.SENTENCES | reports_nn.SENTENCES,
    "en": en.SENTENCES | reports_en.SENTENCES,
}
for _place, _lang in enumerate(LANGUAGES):
    for _module in TOGETHER:
        CATALOGUE[_lang] |= {key: texts[_place] for key, texts in _module.SENTENCES.items()}


def say(lang: Lang, key: str, /, **values: object) -> str:
    """The sentence `key` in `lang`, its braces filled with `values`."""
    return CATALOGUE[lang][key].format(**values)


def has(key: str) -> bool:
    """Whether there is such a sentence."""
    return key in CATALOGUE["nb"]


def how_to_install(lang: Lang) -> str:
    """How Tesseract and its Norwegian are installed on this system: a command, or where to look."""
    return say(lang, f"install-{sys.platform if sys.platform in ('darwin', 'win32') else 'linux'}")


def pip() -> str:
    """How this Python's own pip is called: 'python3 -m pip'."""
    return f"{Path(sys.executable or 'python').name} -m pip"


def page_list(pages: Iterable[int], lang: Lang) -> str:
    """'side 3, 4 og 7'."""
    return say(lang, "page-list", pages=listed([str(page) for page in pages], lang))


def unread_pages(document: DocumentReport, lang: Lang) -> str:
    """Which pages were not read, why, and what to do about it."""
    why = say(lang, f"unread-{document.why_unread or 'illegible'}", install=how_to_install(lang))
    return say(lang, "unread-pages", pages=page_list(document.unread_pages, lang), why=why)


def listed(words: Iterable[str], lang: Lang, joined: str = "and") -> str:
    """'a, b og c', or joined by "or" 'a, b eller c'."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {say(lang, joined)} {last}" if most else last


def why_unread(error: Exception, lang: Lang) -> str:
    """Why a file cannot be read, as a part of a sentence."""
    key, values = files.reason(error)
    return say(lang, key, **values)


def counted(lang: Lang, noun: str, count: int) -> str:
    """'1 avtale', '3 avtaler'; `noun` is an English one that the messages know."""
    return say(lang, number_of(f"count-{noun}", count), count=count)


def number_of(key: str, count: int) -> str:
    """The key of the sentence about so many things: its own for just that many, else that for
    several."""
    return own if has(own := f"{key}-{count}") else key


def shown(value: object, lang: Lang) -> str:
    """A value of a fact as a person of that language writes it: '2', '0,5', '31.12.2028'."""
    if isinstance(value, float):
        number = f"{value:.2f}".rstrip("0").rstrip(".")
        return number if lang == "en" else number.replace(".", ",")
    if isinstance(value, dt.date):
        return value.isoformat() if lang == "en" else f"{value:%d.%m.%Y}"
    if isinstance(value, list | tuple | set | frozenset):
        return listed((shown(part, lang) for part in value), lang)
    return "–" if value is None else str(value)
