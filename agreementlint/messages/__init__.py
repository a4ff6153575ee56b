"""The program's own sentences in bokmål, nynorsk and English: key and values to text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from agreementlint.messages import en, nb, nn
from agreementlint.model import Lang

CATALOGUE: dict[Lang, dict[str, str]] = {
    "nb": nb.SENTENCES,
    "nn": nn.SENTENCES,
    "en": en.SENTENCES,
}


def say(lang: Lang, key: str, **values: object) -> str:
    """The sentence `key` in `lang`, its braces filled with `values`."""
    return CATALOGUE[lang][key].format(**values)


def page_list(pages: Iterable[int], lang: Lang) -> str:
    """'side 3, 4 og 7'."""
    return say(lang, "page-list", pages=listed([str(page) for page in pages], lang))


def listed(words: Iterable[str], lang: Lang) -> str:
    """'a, b og c'."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {say(lang, 'and')} {last}" if most else last


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
