"""The comments of a Word file into threads, and notes into comments on its runs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from agreementlint.reading.word_lines import COMPATIBILITY
from agreementlint.word.marks import Mark, bookmark, bookmarks, unbookmarked
from agreementlint.word.names import (
    AUTHOR,
    INITIALS,
    MICROSOFT,
    OFFICE,
    SPACE,
    W14,
    W15,
    WORD_TYPE,
    W,
)
from agreementlint.word.package import Element, Kind, WordFile, parsed
from agreementlint.word.runs import Stretch, placed

COMMENTS = Kind(OFFICE + "comments", WORD_TYPE + "comments+xml", "comments.xml")
EXTENDED = Kind(MICROSOFT + "commentsExtended", WORD_TYPE + "commentsExtended+xml",
                "commentsExtended.xml")
NO_COMMENTS = (f'<w:comments xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}" '
               f'xmlns:mc="{COMPATIBILITY[1:-1]}" mc:Ignorable="w14"/>').encode()
NONE_EXTENDED = f'<w15:commentsEx xmlns:w15="{W15[1:-1]}"/>'.encode()
RANGE = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
MOST_PARA = 0x7FFFFFFF


class Note(NamedTuple):
    """What a comment says: its lines, of which the first is its title, on `date`."""

    lines: tuple[str, ...]
    mark: Mark
    date: dt.date


class Comment(NamedTuple):
    """A comment: its paragraphs, `para` is the id of the last one, by which answers refer to it;
    `date` is as the file has it, "" if it has none."""

    id: str
    author: str
    date: str
    lines: tuple[str, ...]
    para: str
    element: Element


class Thread(NamedTuple):
    """A comment of ours with the answers to it; `beside` are those of others on the very same
    words, which is how programs without threads write an answer. `mark` tells what it was about."""

    root: Comment
    answers: tuple[Comment, ...]
    beside: tuple[Comment, ...]
    mark: Mark | None

    @property
    def edited(self) -> bool:
        """Whether somebody has changed what we wrote."""
        return self.mark is not None and self.mark.text != digest(self.root.lines)


def digest(lines: Sequence[str]) -> str:
    """That of a comment's words, whatever the white space between them: eight hex digits."""
    return blake2b(" ".join(" ".join(lines).split()).encode(), digest_size=4).hexdigest()


# ---------------------------------------------------------------- what stands there


def comments(file: WordFile) -> tuple[Comment, ...]:
    name = file.related(COMMENTS.relation)
    return () if name is None else tuple(map(_comment, file.tree(name).iter(W + "comment")))


def _comment(element: Element) -> Comment:
    paragraphs = list(element.iter(W + "p"))
    lines = tuple("".join(text.text or "" for text in paragraph.iter(W + "t"))
                  for paragraph in paragraphs)
    para = paragraphs[-1].get(W14 + "paraId", "") if paragraphs else ""
    return Comment(element.get(W + "id", ""), element.get(W + "author", ""),
                   element.get(W + "date", ""), lines, para, element)


def threads(file: WordFile) -> tuple[Thread, ...]:
    """The threads that begin with a comment of ours, in the order of the file."""
    every = comments(file)
    parents = _parents(file)
    ranges = _ranges(file)
    by_para = {one.para: one for one in every if one.para}
    roots = [one for one in every if one.author == AUTHOR and parents.get(one.para) is None]
    at: dict[tuple[int, int] | None, list[Comment]] = defaultdict(list)
    for one in every:
        if parents.get(one.para) is None:
            at[ranges.get(one.id)].append(one)
    marks = bookmarks(file)
    return tuple(Thread(
        root,
        tuple(one for one in every if _first(one, parents, by_para) is root and one is not root),
        _beside(at[ranges.get(root.id)]) if root.id in ranges else (),
        _mark_of(root, ranges.get(root.id), marks),
    ) for root in roots)


def _parents(file: WordFile) -> Mapping[str, str | None]:
    """The paragraph id of each comment and that of the one it answers."""
    name = file.related(EXTENDED.relation)
    if name is None:
        return {}
    return {one.get(W15 + "paraId", ""): one.get(W15 + "paraIdParent")
            for one in file.tree(name).iter(W15 + "commentEx")}


def _first(comment: Comment, parents: Mapping[str, str | None],
           by_para: Mapping[str, Comment]) -> Comment:
    """The comment that began the thread."""
    seen = {comment.para}
    while (parent := parents.get(comment.para)) in by_para and parent not in seen and parent:
        seen.add(parent)
        comment = by_para[parent]
    return comment


def _beside(same: Sequence[Comment]) -> tuple[Comment, ...]:
    """The comments of others on the same words, if it is clear which of ours they could answer."""
    others = tuple(one for one in same if one.author != AUTHOR)
    return others if len(same) - len(others) == 1 else ()


def _ranges(file: WordFile) -> dict[str, tuple[int, int]]:
    """The words of each comment: between which characters of the body part they stand."""
    starts: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    for at, element in placed(file.main):
        key = element.get(W + "id", "")
        if element.tag == RANGE[0]:
            starts[key] = at
        elif element.tag == RANGE[1] or (element.tag == RANGE[2] and key not in found):
            found[key] = (starts.get(key, at), at)
    return found


def _mark_of(root: Comment, where: tuple[int, int] | None,
             marks: Iterable[tuple[Mark, tuple[int, int]]]) -> Mark | None:
    """The mark on the words of a comment: where there are several, that of its own text, or else
    of the rule that it names."""
    if where is None:
        return None
    here = [mark for mark, place in marks if place == where]
    same = [mark for mark in here if mark.text == digest(root.lines)]
    title = root.lines[0] if root.lines else ""
    named = [mark for mark in here if mark.rule and f"({mark.rule})" in title]
    return next(iter(same or named or (here if len(here) == 1 else [])), None)


# ---------------------------------------------------------------- what is written


def add(file: WordFile, note: Note, stretch: Stretch) -> None:
    """Puts a comment on the words of the stretch."""
    root = file.part(COMMENTS, NO_COMMENTS)
    extended = file.part(EXTENDED, NONE_EXTENDED)
    taken = {one.id for one in comments(file)}
    key = str(next(number for number in range(len(taken) + 1) if str(number) not in taken))
    para = _free_para(file, note)
    element = parsed(
        f'<w:comment xmlns:w="{W[1:-1]}" w:id="{key}" w:author="{AUTHOR}" '
        f'w:date="{note.date.isoformat()}T00:00:00Z" w:initials="{INITIALS}"/>'.encode())
    root.append(element)
    _write(element, note.lines, para)
    one = extended.makeelement(W15 + "commentEx")
    one.set(W15 + "paraId", para)
    one.set(W15 + "done", "0")
    extended.append(one)
    _anchor(stretch, key)
    bookmark(file, stretch, note.mark._replace(text=digest(note.lines)))


def _free_para(file: WordFile, note: Note) -> str:
    """An id for a paragraph that no other has, the same whenever the same is written."""
    taken = {one.get(W14 + "paraId") for one in file.main.iter(W + "p")}
    taken |= {paragraph.get(W14 + "paraId") for one in comments(file)
              for paragraph in one.element.iter(W + "p")}
    salt = 0
    while True:
        words = f"{salt} {note.mark.name} {' '.join(note.lines)}".encode()
        number = int.from_bytes(blake2b(words, digest_size=4).digest(), "big") & MOST_PARA
        if f"{number:08X}" not in taken and number:
            return f"{number:08X}"
        salt += 1


def _write(comment: Element, lines: Sequence[str], para: str) -> None:
    """Makes these the words of a comment; the last paragraph has the id."""
    for old in list(comment):
        comment.remove(old)
    for number, line in enumerate(lines):
        paragraph = comment.makeelement(W + "p")
        comment.append(paragraph)
        if number == len(lines) - 1 and para:
            paragraph.set(W14 + "paraId", para)
        if number == 0:
            run = paragraph.makeelement(W + "r")
            run.append(run.makeelement(W + "annotationRef"))
            paragraph.append(run)
        paragraph.append(text_run(comment, line, bold=number == 0))


def text_run(like: Element, text: str, *, bold: bool = False, looks: Element | None = None,
             ) -> Element:
    """A run of that text."""
    run = like.makeelement(W + "r")
    if looks is not None:
        run.append(looks)
    elif bold:
        run.append(run.makeelement(W + "rPr"))
        run[0].append(run.makeelement(W + "b"))
    words = run.makeelement(W + "t")
    words.text = text
    words.set(SPACE, "preserve")
    run.append(words)
    return run


def _anchor(stretch: Stretch, key: str) -> None:
    start, end, reference = (stretch.first.makeelement(tag) for tag in RANGE)
    for one in (start, end, reference):
        one.set(W + "id", key)
    stretch.first.addprevious(start)
    stretch.last.addnext(end)
    run = end.makeelement(W + "r")
    run.append(reference)
    outermost = end  # what is inside a link or an insertion would share its fate
    while outermost.getparent().tag != W + "p":
        outermost = outermost.getparent()
    outermost.addnext(run)


def rewrite(file: WordFile, thread: Thread, lines: Sequence[str], *, done: bool | None = None,
            ) -> None:
    """Gives our comment of a thread new words; `done` says whether the thread is settled (None: as
    it was)."""
    _write(thread.root.element, lines, thread.root.para)
    if thread.mark is not None:
        for element in file.main.iter(W + "bookmarkStart"):
            if element.get(W + "name") == thread.mark.name:
                element.set(W + "name", thread.mark._replace(text=digest(lines)).name)
    name = file.related(EXTENDED.relation)
    if done is None or name is None:
        return
    for one in file.tree(name).iter(W15 + "commentEx"):
        if one.get(W15 + "paraId") == thread.root.para:
            one.set(W15 + "done", str(int(done)))


def remove(file: WordFile, gone: Sequence[Thread]) -> None:
    """Takes our comments of these threads out, with all that refers to them."""
    keys = {thread.root.id for thread in gone}
    paras = {thread.root.para for thread in gone} - {""}
    for thread in gone:
        thread.root.element.getparent().remove(thread.root.element)
    for element in [one for one in file.main.iter(*RANGE) if one.get(W + "id") in keys]:
        parent = element.getparent()
        parent.remove(element)
        if parent.tag == W + "r" and not [one for one in parent if one.tag != W + "rPr"]:
            parent.getparent().remove(parent)
    unbookmarked(file, {thread.mark.name for thread in gone if thread.mark is not None})
    for kind in ("commentsExtended", "commentsIds", "commentsExtensible"):
        name = file.related(kind)
        for one in list(file.tree(name)) if name is not None else ():
            if any(key.endswith("}paraId") and value in paras for key, value in one.items()):
                one.getparent().remove(one)
