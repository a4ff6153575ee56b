"""A checklist into the lines of the last page of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from agreementlint.report.checklist import Checklist
from agreementlint.report.text import visible
from agreementlint.word.lastpage import PageLine


def page_lines(found: Checklist) -> tuple[PageLine, ...]:
    return tuple(line._replace(text=visible(line.text, keep="\t")) for line in _lines(found))


def _lines(found: Checklist) -> Iterator[PageLine]:
    yield PageLine("title", found.title)
    yield PageLine("words", found.total)
    yield from (PageLine("words", f"! {remark}") for remark in found.remarks)
    for group in found.groups:
        yield PageLine("heading", group.heading)
        for item in group.items:
            where = f" ({item.where})" if item.where else ""
            yield PageLine("item", f"{item.sign}\t{tabless(item.text)}{where}")
            for words in item.words[:1]:
                yield PageLine("words", f"«{tabless(words)}»")
            if item.told:
                yield PageLine("words", tabless(item.told))


def tabless(text: str) -> str:
    """A tab parts the sign of an item from its text, and nothing else."""
    return text.replace("\t", " ")
