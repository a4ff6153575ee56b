"""Lines of text into paragraphs that are tracked as inserted, and such paragraphs out again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import count

from agreementlint.reading.word_lines import runs_of
from agreementlint.word.comments import text_run
from agreementlint.word.names import AUTHOR, W
from agreementlint.word.package import Element, WordFile

PLACED = frozenset(W + name for name in (
    "sectPr", "pPrChange", "framePr", "keepNext", "pageBreakBefore", "outlineLvl", "numPr"))
"""What a paragraph's properties say of its place alone; one that is modelled on it has another."""

FIRST_ID = 900_000
"""Above the ids that Word gives to changes."""

REVISION_IDS = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")


def insert(file: WordFile, after: Element, like: Element | None, lines: Sequence[str],
           date: dt.date) -> None:
    """Inserts a paragraph for each line after an element of the body; `like` is the paragraph of
    the draft that they are to look like."""
    properties = like.find(W + "pPr") if like is not None else None
    run = next(runs_of(like), None) if like is not None else None
    looks = run.find(W + "rPr") if run is not None else None
    if after.tag == W + "p" and after.find(f"{W}pPr/{W}sectPr") is not None:
        after = _before(after)  # what stands after it is in the next section of pages
    for line in reversed(lines):
        paragraph = after.makeelement(W + "p")
        paragraph.append(_properties(paragraph, properties, date))
        inserted = _tracked(paragraph, date)
        inserted.append(text_run(paragraph, line, looks=_plain(looks)))
        paragraph.append(inserted)
        after.addnext(paragraph)
        _number(file, paragraph)


def _before(paragraph: Element) -> Element:
    """Something that the new paragraphs can stand after, right before this paragraph."""
    before = paragraph.getprevious()
    if before is not None and before.tag in (W + "p", W + "tbl"):
        return before
    return paragraph


def _properties(paragraph: Element, like: Element | None, date: dt.date) -> Element:
    found = deepcopy(like) if like is not None else paragraph.makeelement(W + "pPr")
    for child in list(found):
        if child.tag in PLACED or child.tag == W + "rPr":
            found.remove(child)
    mark = found.makeelement(W + "rPr")
    mark.append(_tracked(paragraph, date))
    found.append(mark)
    return found


def _plain(looks: Element | None) -> Element | None:
    """The look of a run without what a tracked change says of it."""
    if looks is None:
        return None
    found = deepcopy(looks)
    for child in list(found):
        if child.tag in (W + "ins", W + "del", W + "rPrChange", W + "moveFrom", W + "moveTo",
                         W + "vanish"):
            found.remove(child)
    return found


def _tracked(like: Element, date: dt.date) -> Element:
    element = like.makeelement(W + "ins")
    element.set(W + "author", AUTHOR)
    element.set(W + "date", f"{date.isoformat()}T00:00:00Z")
    return element


def _number(file: WordFile, paragraph: Element) -> None:
    """Gives each change of the paragraph an id that no other change of the file has."""
    taken = {one.get(W + "id") for one in file.main.iter(*REVISION_IDS)}
    free = (str(number) for number in count(FIRST_ID) if str(number) not in taken)
    for one, number in zip(paragraph.iter(W + "ins"), free, strict=False):
        one.set(W + "id", number)


def inserted_by_us(file: WordFile) -> list[Element]:
    """The paragraphs whose mark and whole text are insertions of ours; where somebody has written
    in one, it is theirs."""
    return [paragraph for paragraph in file.main.iter(W + "p") if _is_ours(paragraph)]


def _is_ours(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}ins")
    if mark is None or mark.get(W + "author") != AUTHOR:
        return False
    return all(child.tag != W + "p" and child.get(W + "author") == AUTHOR
               for child in paragraph if child.tag in REVISION_IDS or child.tag == W + "r")


def remove(paragraphs: Iterable[Element]) -> None:
    for paragraph in paragraphs:
        paragraph.getparent().remove(paragraph)
