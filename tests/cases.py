"""Agreements as the rules see them, made by hand for tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from agreementlint.checks import Case
from agreementlint.model import Block, Document, Fact, Piece, Section, Span

AS_OF = dt.date(2024, 1, 1)
TEXT = "Politiråd\nRådet møtes to ganger i året.\nRådet evalueres årlig."


@dataclass(frozen=True)
class Analysed:
    document: Document
    sections: tuple[Section, ...]


def document(text: str = TEXT, *, pages: int | None = 2, unread: tuple[int, ...] = (),
             path: str = "avtale.pdf") -> Document:
    """Every line is a block and every word a piece on page 1."""
    blocks, pieces, at = [], [], 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block("text", Span(at, at + len(line)), page=1))
        for word in line.split():
            start = text.index(word, at)
            box = (72.0, 100.0 + number, 80.0, 110.0 + number)
            pieces.append(Piece(start, start + len(word), page=1 if pages else None,
                                line=None if pages else number, box=box if pages else None))
            at = start + len(word)
        at = blocks[-1].span.end + 1
    return Document(path=path, sha256="0" * 64, format="pdf" if pages else "txt", text=text,
                    blocks=tuple(blocks), pieces=tuple(pieces), pages=pages, unread_pages=unread)


def case(facts: dict[str, Fact] | None = None, clauses: tuple[Any, ...] = (),
         **of_document: Any) -> Case:
    made = document(**of_document)
    title, _, _ = made.text.partition("\n")
    section = Section(title, 1, Span(0, len(made.text)))
    return Case(Analysed(made, (section,)), clauses, facts or {}, AS_OF)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
