"""Turns one block of text (a paragraph, a bullet, a cell) into the spans of its sentences.

A sentence ends at ".", "!", "?" or "…" before something that can begin another, unless the full
stop belongs to an abbreviation, an ordinal, a date, an initial or a leading number. Colon and
semicolon end nothing. What goes on without an end beyond all prose is cut, since what later stages
ask of a sentence may take the square of its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agreementlint.model import Span

_NEVER_LAST_LIST = """
    adm adv ang avd bl.a bl.annet ca cand d.e d.v.s dr dvs eks ekskl ev evt f.eks f.o.m fhv fk fom
    frk fung hhv hr h.h.v iht i.h.t ikl inkl jf jfm jfr jmf jr kgl komm konst lensm m.a m.a.o m.h.p
    m.h.t mht p.g.a p.t pga pol.insp pol.mester pr prof pt st st.meld spm t.d t.o.m
    t.eks tilsv underdir v v.f vedr viseadm vs
"""
NEVER_LAST = frozenset(_NEVER_LAST_LIST.split())
"""Abbreviations that something always follows."""

_BEFORE_NUMBER_LIST = """
    art b bd fig gnr bnr innst kap kl kr maks meld min mob nr para pkt prop pst s tab tel tlf vedl
    mill mrd m.fl m.m m.v mfl mm mv mva o.a o.l oa ol osv etc vol
"""
BEFORE_NUMBER = frozenset(_BEFORE_NUMBER_LIST.split())
"""Abbreviations whose full stop ends the sentence, but not before a number."""

REACH = 200
"""How many characters around its end tell whether a sentence ends."""

LONGEST = 800
"""Characters of a sentence; no drafter writes one half as long, but broken files hold them."""

_MONTH = re.compile(
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?P<mark>(?<![.!?])(?:\.{2,}+|[.!?]++)|…)"
    r"(?P<closing>[\"'»”’)\]]*(?:[¹²³⁴-⁹]+|(?<=[a-zæøå]\.)\d{1,2}(?=\s))?)"
    r"(?:\s+|(?<=[a-zæøå]{3}\.)(?=[A-ZÆØÅ][a-zæøå]+\s)|$)"
)
_BEGINS = re.compile(r"[\"'«“‘(\[]*(?:[A-ZÆØÅÀ-ÖÙ-Þ§]|\d)|[–—-]\s?[\"'«“]?[A-ZÆØÅ]")
_LAST_WORD = re.compile(r"[^\s(\[«“\"/–-]+$")
_LEADING_NUMBER = re.compile(
    r"\W*(?:(?:§+|punkt|nr\.|pkt\.|kapittel|kap\.|del|artikkel)\s*)?"
    r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zÆØÅæøå])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*[A-ZÆØÅ][a-zæøå]{2,}\s\d{1,2}")  # "Post 4. Leiaren kallar inn …"
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}$")
_MONTH_AND_YEAR = re.compile(r"\d{1,2}\.(?:\s?\d{4}|\d{2})\b")
_DAY_AND_MONTH = re.compile(r"(?<!\d)\d{1,2}\.\s?\d{1,2}$")
_YEAR = re.compile(r"\d{4}\b")
_INITIAL = re.compile(r"(?:^|[\s(«.-])[A-ZÆØÅ]$")
_LETTERED = re.compile(
    r"(?:vedlegg|bokstav|alternativ|gruppe|plan|punkt|type|del|klasse|part|post|sone)\s[A-ZÆØÅ]$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[Span]:
    """The sentences of a block as trimmed spans that hold every character but white space."""
    return [part for whole in _wholes(text) for part in pieces(text, whole)]


def pieces(text: str, span: Span) -> Iterator[Span]:
    """The span itself, or pieces of it that are no longer than LONGEST, cut between words."""
    start, end = span
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = _skip_space(text, cut)
    if start < end:
        yield Span(start, end)


def _wholes(text: str) -> list[Span]:
    spans = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        before = text[max(start, match.start() - REACH) : match.start()]
        after = text[match.end() : match.end() + REACH]
        if _ends_sentence(before, match["mark"], after):
            spans.append(Span(start, match.end("closing")))
            start = _skip_space(text, match.end("closing"))
    end = len(text.rstrip())
    if start < end:
        spans.append(Span(start, end))
    return spans


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _ends_sentence(before: str, mark: str, after: str) -> bool:
    """Whether `mark` ends the sentence that began with `before`, given what follows."""
    if not after.strip():
        return True
    if not _BEGINS.match(after):
        return False
    if mark != ".":
        leads_to_page_number = mark.startswith("..") and after[0].isdigit()
        return bool(before.strip()) and not leads_to_page_number
    return not (
        _LEADING_NUMBER.fullmatch(before)
        or _LABEL.fullmatch(before)
        or _is_abbreviation(before, after)
        or _is_within_date(before, after)
        or _is_initial(before)
    )


def _is_abbreviation(before: str, after: str) -> bool:
    found = _LAST_WORD.search(before)
    word = found[0].lower() if found else ""
    last = word.rpartition(".")[2]  # "org.nr."
    numbers = word in BEFORE_NUMBER or last in BEFORE_NUMBER
    return word in NEVER_LAST or (numbers and after[0].isdigit())


def _is_within_date(before: str, after: str) -> bool:
    """ "1. Januar", "31. 12. 2028"."""
    if not before[-1:].isdigit():
        return False
    return bool(
        _MONTH.match(after)
        or (_DAY_BEFORE.search(before) and _MONTH_AND_YEAR.match(after))
        or (_DAY_AND_MONTH.search(before) and _YEAR.match(after))
    )


def _is_initial(before: str) -> bool:
    """ "Per Erik K." and "K." alone, but not "vedlegg A."."""
    return bool(_INITIAL.search(before)) and not _LETTERED.search(before)
