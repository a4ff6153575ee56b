"""Lines into a last page of a Word file, a section of its own, and that page out again."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Literal, NamedTuple

from agreementlint.reading.docx import OWN_PAGE
from agreementlint.word.comments import text_run
from agreementlint.word.marks import ends
from agreementlint.word.names import W
from agreementlint.word.package import Element, WordFile

SIZES = {"title": 26, "heading": 20, "item": 16, "words": 15}
"""Half points: the page has no styles of its own, since those of the file are not to change."""

GAPS = {"title": (0, 80), "heading": (160, 40), "item": (20, 0), "words": (0, 0)}
"""Space before and after, in twentieths of a point."""

INDENT = 340


class PageLine(NamedTuple):
    """A line of the page; "item" hangs from its sign, "words" stand below it."""

    kind: Literal["title", "heading", "item", "words"]
    text: str


def add(file: WordFile, lines: Sequence[PageLine]) -> None:
    """Adds the page. The agreement's own section ends before it, and keeps its look."""
    body = file.body
    last = body.find(W + "sectPr")
    ending = body.makeelement(W + "p")
    properties = body.makeelement(W + "pPr")
    properties.append(_small(properties))
    ending.append(properties)
    if last is not None:
        properties.append(deepcopy(last))
    paragraphs = [ending, *(_paragraph(body, line, first=at == 0) for at, line in enumerate(lines))]
    for paragraph in paragraphs:
        if last is None:
            body.append(paragraph)
        else:
            last.addprevious(paragraph)
    start, end = ends(file, OWN_PAGE, body)
    properties.addnext(start)
    paragraphs[-1].append(end)


def _small(like: Element) -> Element:
    """No room for the paragraph that only ends the section."""
    spacing = like.makeelement(W + "spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(W + name, value)
    return spacing


def _paragraph(body: Element, line: PageLine, *, first: bool) -> Element:
    paragraph = body.makeelement(W + "p")
    properties = paragraph.makeelement(W + "pPr")
    paragraph.append(properties)
    if line.kind in ("title", "heading"):
        _child(properties, "keepNext")
    if first:
        _child(properties, "pageBreakBefore")
    _child(properties, "spacing", before=str(GAPS[line.kind][0]), after=str(GAPS[line.kind][1]))
    if line.kind == "item":
        _child(properties, "ind", left=str(INDENT), hanging=str(INDENT))
    elif line.kind == "words":
        _child(properties, "ind", left=str(INDENT))
    looks = paragraph.makeelement(W + "rPr")
    if line.kind in ("title", "heading"):
        _child(looks, "b")
    elif line.kind == "words":
        _child(looks, "i")
    _child(looks, "sz", val=str(SIZES[line.kind]))
    sign, tab, rest = line.text.partition("\t")
    paragraph.append(text_run(paragraph, sign, looks=looks))
    if tab:
        run = text_run(paragraph, rest, looks=deepcopy(looks))
        run.insert(1, run.makeelement(W + "tab"))
        paragraph.append(run)
    return paragraph


def _child(parent: Element, name: str, **values: str) -> None:
    element = parent.makeelement(W + name)
    for key, value in values.items():
        element.set(W + key, value)
    parent.append(element)


def remove(file: WordFile) -> None:
    """Takes the page out: what stands in the body from one end of its bookmark to the other."""
    start = next((one for one in file.body.iter(W + "bookmarkStart")
                  if one.get(W + "name") == OWN_PAGE), None)
    if start is None:
        return
    key = start.get(W + "id")
    end = next((one for one in file.body.iter(W + "bookmarkEnd") if one.get(W + "id") == key), None)
    first, last = _in_body(start, file.body), _in_body(end, file.body)
    if last is None or first is None:
        start.getparent().remove(start)
        return
    while first is not None:
        following = first.getnext()
        file.body.remove(first)
        if first is last:
            break
        first = following if following is not None and following.tag != W + "sectPr" else None


def _in_body(element: Element | None, body: Element) -> Element | None:
    """What stands in the body itself and holds the element."""
    while element is not None and element.getparent() is not body:
        element = element.getparent()
    return element
