"""What a comment is about into the name of a hidden bookmark on its words, and back.

Word hides bookmarks whose names begin with "_"; both Word and LibreOffice keep them, which cannot
be said of attributes, ids of paragraphs or parts of our own."""

from __future__ import annotations

import re
from typing import NamedTuple

from agreementlint.word.names import W
from agreementlint.word.package import Element, WordFile
from agreementlint.word.runs import Stretch, placed

NAME = re.compile(r"_al_(?P<rule>\w{1,12}?)_(?P<finding>[0-9a-f]{12})_(?P<text>[0-9a-f]{8})"
                  r"(?:_(?P<place>\d+))?$")


class Mark(NamedTuple):
    """The rule, the fingerprint of the finding (twelve hex digits), the digest of what the comment
    says (eight), and which of the finding's quotations this is (0 is the first)."""

    rule: str
    finding: str
    text: str = "0" * 8
    place: int = 0

    @property
    def name(self) -> str:
        """At most 40 characters, which is what Word allows."""
        end = f"_{self.place}" if self.place else ""
        return f"_al_{short(self.rule)}_{self.finding}_{self.text}{end}"


def short(rule: str) -> str:
    """The id of a rule as a mark holds it; those that come with the program are so short."""
    return re.sub(r"\W|_", "", rule)[:12]


def mark_of(name: str) -> Mark | None:
    found = NAME.match(name)
    return found and Mark(found["rule"], found["finding"], found["text"], int(found["place"] or 0))


def bookmarks(file: WordFile) -> list[tuple[Mark, tuple[int, int]]]:
    """Our marks, and between which characters of the body part their words stand."""
    starts: dict[str, tuple[Mark, int]] = {}
    found = []
    for at, element in placed(file.main):
        key = element.get(W + "id", "")
        if element.tag == W + "bookmarkStart":
            if mark := mark_of(element.get(W + "name", "")):
                starts[key] = (mark, at)
        elif element.tag == W + "bookmarkEnd" and key in starts:
            mark, start = starts.pop(key)
            found.append((mark, (start, at)))
    return found


def bookmark(file: WordFile, stretch: Stretch, mark: Mark) -> None:
    start, end = ends(file, mark.name, stretch.first)
    stretch.first.addprevious(start)
    stretch.last.addnext(end)


def ends(file: WordFile, name: str, like: Element) -> tuple[Element, Element]:
    """The two ends of a bookmark of that name, to be put somewhere."""
    taken = {element.get(W + "id") for element in file.main.iter(W + "bookmarkStart")}
    key = str(next(number for number in range(len(taken) + 1) if str(number) not in taken))
    start, end = like.makeelement(W + "bookmarkStart"), like.makeelement(W + "bookmarkEnd")
    start.set(W + "id", key)
    end.set(W + "id", key)
    start.set(W + "name", name)
    return start, end


def unbookmarked(file: WordFile, names: set[str]) -> None:
    """Takes bookmarks of these names out."""
    starts = [one for one in file.main.iter(W + "bookmarkStart") if one.get(W + "name") in names]
    keys = {one.get(W + "id") for one in starts}
    stops = [one for one in file.main.iter(W + "bookmarkEnd") if one.get(W + "id") in keys]
    for one in (*starts, *stops):
        one.getparent().remove(one)
