"""A verdict into the one paragraph in which formats for other programs tell it."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

from agreementlint.messages import say
from agreementlint.model import Evidence, Lang, Verdict
from agreementlint.report.rows import advice
from agreementlint.report.text import place, visible
from agreementlint.report.words import guide_words, standing

LONGEST = 300
"""Characters of a quotation."""


def heading(verdict: Verdict, lang: Lang) -> str:
    """'PR002 politirad-motefrekvens: avvik'."""
    return visible(f"{verdict.rule} {verdict.name}: {say(lang, standing(verdict))}")


def paragraph(verdict: Verdict, lang: Lang) -> str:
    """What is found, in which words, what the guide asks, and the advice, a line each."""
    lines = [verdict.message, *(quotation(one, lang) for one in verdict.evidence),
             guide_words(verdict, lang)]
    if verdict.is_finding and verdict.verdict != "unknown" and advice(verdict):
        lines.append(f"{say(lang, 'advice')}: {advice(verdict)}")
    return "\n".join(visible(line) for line in lines if line)


def quotation(evidence: Evidence, lang: Lang) -> str:
    """'«Rådet møtes én gang i året» («Møter», side 4)'."""
    words = " ".join(evidence.text.split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
    where = place(evidence, lang)
    return visible(f"«{shown}»" + (f" ({where})" if where else ""))


def line_of(verdict: Verdict) -> int | None:
    """The line of a text file at which it is shown."""
    return next((one.line for one in verdict.evidence if one.line is not None), None)


def slashed(path: str) -> str:
    """The path as other programs write it: "/" between names, and no "./" before them."""
    return visible(path if "://" in path else PurePath(os.path.normpath(path)).as_posix())


def address(path: str) -> str:
    """The path as a URI or a relative reference to one."""
    if "://" in path:
        return visible(path)
    plain = path.encode("utf-8", "replace").decode("utf-8")
    pure = PurePath(os.path.normpath(plain))
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
