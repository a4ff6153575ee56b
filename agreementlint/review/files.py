"""The format of a file to how it is reviewed: what a run leaves in it, and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Writing(NamedTuple):
    """`cleaned` gives a file without what an earlier run left in it; `untouched` says whether it is
    as a review wrote it, `is_reviewed` whether one ever did. They raise ReadError."""

    cleaned: Callable[[bytes], bytes]
    untouched: Callable[[bytes], bool]
    is_reviewed: Callable[[bytes], bool]


def word() -> Writing:
    from agreementlint.review.draft import cleaned, is_reviewed, untouched

    return Writing(cleaned, untouched, is_reviewed)


def pdf() -> Writing:
    from agreementlint.pdf.confined import without_notes
    from agreementlint.pdf.notes import untouched

    return Writing(without_notes, untouched, lambda data: without_notes(data) != data)


WRITTEN: Mapping[str, Callable[[], Writing]] = {"docx": word, "pdf": pdf}
"""The formats in which findings can be told, as the reader calls them."""
