"""Notes on places of a PDF to annotations of its pages, and back out of it.

The file's own bytes stay as they are and the notes are appended, so that a signature on it stays
valid. What a run wrote can be cut off again as long as nobody has saved the file since; after that
it is known by its names."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, cast

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from agreementlint.model import Box, ReadError
from agreementlint.pdf.looks import highlight, sign
from agreementlint.reading.pdf import opened
from agreementlint.reading.pdf_words import Frame, frame_of

OURS = "agreementlint:"
"""How the names of our annotations begin."""

SEAL = re.compile(rb"%agreementlint (\d{1,10})\n\Z")
"""What stands behind all else in a file that nobody has saved since: where our part begins."""

FORMS_ONLY = 2
"""The level of permission, in a signature that certifies, from which on notes are not allowed."""

STEP = 21.0
"""Points from one sign to the next that belongs to the same place."""

BROKEN = (PyPdfError, NotImplementedError, ValueError, TypeError, KeyError, AttributeError,
          IndexError, AssertionError, RecursionError)
"""What pypdf raises of files that are not as they should be."""


class Note(NamedTuple):
    """What is said of a place. `name` tells it from the file's other notes, `places` are pages
    (1-based) and boxes in points from the top left of what is shown of them: those of words, each
    of which is marked, or with `on_words` false that of a sign beside it. `severity` is that of a
    finding, which gives it its colour; "" for what is none."""

    name: str
    title: str
    text: str
    places: tuple[tuple[int, Box], ...]
    on_words: bool = True
    severity: str = ""


def cleaned(data: bytes) -> bytes:
    """The file without the notes of an earlier run; those that somebody has answered stay. Raises
    ReadError."""
    sealed = SEAL.search(data[-64:])
    if sealed is not None and 0 < int(sealed[1]) < len(data):
        return data[: int(sealed[1])]
    with _mended(data) as writer:
        found = [_without_ours(page) for page in writer.pages]
        return _written(writer) if any(found) else data


def untouched(data: bytes) -> bool:
    """Whether a file is as `annotated` left it."""
    return SEAL.search(data[-64:]) is not None


def annotated(data: bytes, notes: Sequence[Note], day: dt.date) -> bytes:
    """The file with the notes in it, dated that day. Raises ReadError for what cannot be written
    again."""
    frames = _frames(data, {page for note in notes for page, _ in note.places})
    with _mended(data) as writer:
        answered = {name for page in writer.pages for name in _names(page)}
        for note in _apart(notes):
            if OURS + note.name not in answered:
                _add(writer, note, frames, day)
        found = _written(writer)
    _frames(found, frames)  # what pdfium cannot open again is not handed out
    return found + b"%%agreementlint %d\n" % len(data)


# ---------------------------------------------------------------- the file


@contextlib.contextmanager
def _mended(data: bytes) -> Iterator[PdfWriter]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted or _certified(reader):
            raise ReadError("encrypted", "locked")
        yield PdfWriter(reader, incremental=True)
    except BROKEN as error:
        raise ReadError("damaged", "unwritable") from error


def _certified(reader: PdfReader) -> bool:
    """Whether a signature on the file says that nobody may put notes in it."""
    catalogue: Any = reader.trailer["/Root"].get_object()
    if "/Perms" not in catalogue or "/DocMDP" not in catalogue["/Perms"]:
        return False
    terms = [one.get_object().get("/TransformParams") or {}
             for one in catalogue["/Perms"]["/DocMDP"].get("/Reference", ())]
    return any(one.get("/P", FORMS_ONLY) <= FORMS_ONLY for one in terms)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _frames(data: bytes, pages: Sequence[int] | set[int] | dict[int, Frame]) -> dict[int, Frame]:
    """How the coordinates of the pages turn into those of their words, as the reader has it."""
    document = opened(data)
    try:
        return {page: frame_of(document[page - 1]) for page in pages}
    finally:
        document.close()


# ---------------------------------------------------------------- our annotations


def _annotations(page: Any) -> ArrayObject:
    found = page.get("/Annots")
    found = found.get_object() if found is not None else None
    return found if isinstance(found, ArrayObject) else ArrayObject()


def _name(annotation: Any) -> str:
    held = annotation.get_object()
    return str(held.get("/NM", "")) if isinstance(held, DictionaryObject) else ""


def _names(page: Any) -> list[str]:
    return [name for one in _annotations(page) if (name := _name(one)).startswith(OURS)]


def _without_ours(page: Any) -> bool:
    """Takes our annotations off the page, but for those that others refer to."""
    every = _annotations(page)
    held = [one.get_object() for one in every]
    asked = [_name(one["/IRT"]) for one in held if isinstance(one, DictionaryObject)
             and "/IRT" in one]
    kept = ArrayObject(one for one in every
                       if not _name(one).startswith(OURS) or _name(one) in asked)
    if len(kept) == len(every):
        return False
    page[NameObject("/Annots")] = kept
    return True


def _apart(notes: Sequence[Note]) -> Iterator[Note]:
    """The notes; of signs that belong to one place, each stands under the one before."""
    there: Counter[tuple[int, Box]] = Counter()
    for note in notes:
        if note.on_words or not note.places:
            yield note
            continue
        page, (x0, top, x1, bottom) = note.places[0]
        down = STEP * there[note.places[0]]
        there[note.places[0]] += 1
        yield note._replace(places=((page, (x0, top + down, x1, bottom + down)),))


def _add(writer: PdfWriter, note: Note, frames: dict[int, Frame], day: dt.date) -> None:
    """An annotation on each page on which the note has places; the first says it all."""
    pages = list(dict.fromkeys(page for page, _ in note.places))
    for place, number in enumerate(pages):
        boxes = [box for page, box in note.places if page == number]
        drawn = (highlight if note.on_words else sign)(writer, frames[number], boxes, note.severity)
        name = OURS + note.name + (f":{place}" if place else "")
        drawn |= {NameObject(key): TextStringObject(value) for key, value in (
            ("/NM", name), ("/T", "agreementlint"), ("/Subj", note.title),
            ("/Contents", note.text), ("/M", f"D:{day:%Y%m%d}"),
            ("/CreationDate", f"D:{day:%Y%m%d}000000Z"))}
        page = writer.pages[number - 1]
        drawn[NameObject("/P")] = cast(PdfObject, page.indirect_reference)
        page[NameObject("/Annots")] = ArrayObject(
            [*_annotations(page), writer._add_object(DictionaryObject(drawn))])
