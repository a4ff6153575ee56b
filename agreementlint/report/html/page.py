"""Turns a template and what it shows into a page that fetches nothing and runs only its own script.

The content security policy names the page's one style and one script by their hashes, so that no
other is applied or run, whatever stands in a document."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from agreementlint.messages import listed, say, shown, unread_pages
from agreementlint.model import Lang
from agreementlint.report.html.pictures import Pictures, neighbours
from agreementlint.report.rows import advice, clause, facts, findings, name_of, others, whose
from agreementlint.report.text import place, visible
from agreementlint.report.words import (
    SIGNS,
    counts,
    guide_place,
    ocr_pages,
    standing,
    total,
    whole_district,
)
from agreementlint.rules.firstsight import first_sight

if TYPE_CHECKING:
    from jinja2 import Environment


SPEAKING: Mapping[str, Callable[..., object]] = {
    "facts": facts, "guide_place": guide_place, "listed": listed, "ocr": ocr_pages, "place": place,
    "shown": shown, "total": total, "unread": unread_pages, "whose": whose,
    "whole_district": whole_district,
}
SILENT: Mapping[str, object] = {
    "SIGNS": SIGNS, "advice": advice, "clause": clause, "counts": counts, "findings": findings,
    "name_of": name_of, "neighbours": neighbours, "others": others, "standing": standing,
}


def page(template: str, lang: Lang, pictures: Pictures, **shows: Any) -> str:
    """The page as text. Whatever a document says is escaped, and made visible before that."""
    from markupsafe import Markup

    style, script = source("page.css"), source("page.js")
    return environment().get_template(template).render(
        **words(lang), **shows, lang=lang,
        picture=lambda document, place: address(pictures.get((document, place))),
        style=Markup(style), script=Markup(script),
        policy="; ".join(("default-src 'none'", f"style-src {digest(style)}",
                          f"script-src {digest(script)}", "img-src data:", "base-uri 'none'",
                          "form-action 'none'")),
    ) + "\n"


def words(lang: Lang) -> dict[str, Callable[..., object]]:
    """The functions of reports that speak, each in this language."""
    def in_lang(function: Callable[..., object]) -> Callable[..., object]:
        return lambda *given: function(*given, lang)

    found = {name: in_lang(function) for name, function in SPEAKING.items()}
    found["t"] = lambda key, **values: say(lang, key, **values)
    found["day"] = lambda written: shown(dt.date.fromisoformat(written), lang)
    return found


def address(picture: bytes | None) -> str | None:
    """The address of a picture that holds it."""
    if picture is None:
        return None
    return "data:image/webp;base64," + base64.b64encode(picture).decode("ascii")


@cache
def environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("agreementlint.report.html"), undefined=StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=finalized,
    )
    made.globals |= {**SILENT, "tried": first_sight()}
    return made


def finalized(value: object) -> object:
    """Every value on its way into a page. What is markup already has been here before."""
    return visible(value, keep="\n") if type(value) is str else value


@cache
def source(name: str) -> str:
    from importlib import resources

    file = resources.files("agreementlint.report.html").joinpath("templates", name)
    with file.open(encoding="utf-8") as lines:
        return lines.read().strip()


def digest(text: str) -> str:
    """The source expression of a content security policy for text of the page itself."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
