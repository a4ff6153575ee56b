"""Turns indented paragraphs into lines that fit the width, with or without colour."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from agreementlint.report.style import Style

NO_BREAK = "\N{NO-BREAK SPACE}"
"""A blank at which no line ends; it is printed as any other, so that words can be searched."""

HELD = "\ue000"
"""Stands for NO_BREAK while lines are broken, which rich would do at any blank."""

ABBREVIATED = re.compile(r"(\b[^\W\d_]{1,3}\.) (?=\d)")
"""'s. 21', 'kap. 4.1': an abbreviation stays with its number."""

Line = tuple[int, Text]
"""An indent in characters, and a paragraph that is wrapped to what is left of the width."""


def typeset(lines: Iterable[Line], style: Style) -> str:
    """The caller has made all text `visible`; nothing in it is read as markup here."""
    out = io.StringIO()
    console = Console(file=out, width=style.width, force_terminal=style.colour,
                      color_system="standard" if style.colour else None, highlight=False,
                      markup=False, emoji=False, legacy_windows=False, _environ={})
    for indent, text in lines:
        text.plain = ABBREVIATED.sub(rf"\1{HELD}", text.plain.replace(NO_BREAK, HELD))
        for part in text.wrap(console, max(style.width - indent, 20)) or [Text()]:
            part.rstrip()
            part.plain = part.plain.replace(HELD, " ")
            console.print(Text(" " * indent) + part if part else part, soft_wrap=True)
    return out.getvalue()
