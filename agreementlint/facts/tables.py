"""A clause that is a row of a table → the words of its cells and those of the table's head."""

from __future__ import annotations

from agreementlint.clauses import Clause
from agreementlint.model import Block
from agreementlint.norwegian.caseless import Caseless
from agreementlint.structure import Agreement


def block_of(agreement: Agreement, clause: Clause) -> Block:
    return agreement.document.blocks[agreement.sentences[clause.sentence].block]


def cells(agreement: Agreement, block: Block) -> tuple[str, ...]:
    """The words of each cell; a block that is no row has none."""
    return tuple(agreement.text_of(cell).strip() for cell in block.cells)


def header(agreement: Agreement, clause: Clause) -> Block | None:
    """The first row of the table that this row stands in; None for that row itself."""
    return head_of(agreement, block_of(agreement, clause))


def head_of(agreement: Agreement, block: Block) -> Block | None:
    """The first row of the table that a block stands in; None for that row itself."""
    if block.table is None:
        return None
    first = next(b for b in agreement.document.blocks if b.table == block.table)
    return None if first is block else first


def under(agreement: Agreement, clause: Clause, title: Caseless) -> list[str]:
    """The cells of a row that stand in a column with such a title, or behind a first cell that is
    one; empty cells are left out."""
    own, head = cells(agreement, block_of(agreement, clause)), header(agreement, clause)
    heads = cells(agreement, head) if head else ()
    told = [cell for said, cell in zip(heads, own, strict=False) if title.match(said)]
    if own and title.match(own[0]):
        told += own[1:]
    return [cell for cell in told if cell]


def labelled(agreement: Agreement, block: Block, title: Caseless) -> str:
    """The words of a row, each cell behind its head, where the heads begin with such a title; ""
    where they do not."""
    head = head_of(agreement, block)
    heads = agreement.text_of(head.span) if head else ""
    if head is None or not title.match(heads) or any(map(str.isdigit, heads)):
        return ""
    both = zip(cells(agreement, head), cells(agreement, block), strict=False)
    return " | ".join(f"{said} {cell}".strip() for said, cell in both)
