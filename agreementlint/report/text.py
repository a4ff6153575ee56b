"""Turns any string into one that is safe to show: what cannot be seen is written out."""

from __future__ import annotations

import unicodedata

from agreementlint.messages import say
from agreementlint.model import Evidence, Lang

WRITTEN_OUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
SOFT_HYPHEN = "\u00ad"


def visible(text: str, *, keep: str = "") -> str:
    """`text` without control, ESC, C1, bidi, zero-width and private characters, which could
    command a terminal or hide words: white space becomes a blank, the rest an escape like \\x1b.
    The characters in `keep` stay."""
    bare = text
    for one in keep:
        bare = bare.replace(one, "")
    if bare.isprintable():
        return text
    return "".join(one if one in keep else seen(one) for one in text)


def seen(character: str) -> str:
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if character == SOFT_HYPHEN:
        return ""
    if unicodedata.category(character) not in WRITTEN_OUT:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else (
        f"\\U{code:08x}")


def place(evidence: Evidence, lang: Lang) -> str:
    """'«Administrative forhold», side 4, linje 12', as far as it is known."""
    parts = (
        f"«{visible(evidence.section)}»" if evidence.section else "",
        say(lang, "page", page=evidence.page) if evidence.page is not None else "",
        say(lang, "line", line=evidence.line) if evidence.line is not None else "",
    )
    return ", ".join(part for part in parts if part)
