"""A template and what it shows to a page of ours: that of a report, in a frame of its own."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from agreementlint.model import Lang
from agreementlint.report.html.page import environment, source, words

if TYPE_CHECKING:
    from jinja2 import Environment

LANGUAGES: tuple[tuple[Lang, str], ...] = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))

OWN = {"web.css": "text/css; charset=utf-8", "web.js": "text/javascript; charset=utf-8",
       "icon.svg": "image/svg+xml"}
OF_REPORTS = {"page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8"}
"""The files that pages refer to, and their types; reports hold theirs."""


def page(template: str, lang: Lang, root: str, here: str, **shows: Any) -> str:
    """The page as text. `root` is what all addresses begin with, `here` that of the page after the
    language. Whatever a document says is escaped, and made visible before that."""
    return frames().get_template(template).render(
        **words(lang), **shows, lang=lang, root=root, home=f"{root}/{lang}", here=here,
        languages=LANGUAGES, picture=lambda document, place: None) + "\n"


@cache
def frames() -> Environment:
    """That of reports, but a template of ours goes before one of theirs with the same name."""
    from jinja2 import ChoiceLoader, PackageLoader

    return environment().overlay(loader=ChoiceLoader([
        PackageLoader("agreementlint.web"), PackageLoader("agreementlint.report.html")]))


@cache
def static(name: str) -> tuple[str, str] | None:
    """Text and type of a file that pages refer to; None for any other name."""
    if name in OF_REPORTS:
        return source(name), OF_REPORTS[name]
    if name not in OWN:
        return None
    file = resources.files("agreementlint.web").joinpath("templates", name)
    with file.open(encoding="utf-8") as lines:
        return lines.read(), OWN[name]
