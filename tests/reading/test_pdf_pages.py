"""Files whose beginning, or whose number of pages, is not what they say."""

from __future__ import annotations

import re

import pytest

from agreementlint.reading.dispatch import read_here
from tests.reading.test_pdf import drawn, read_pdf

PAGES = tuple([(72.0, 100.0, f"Rådet møtes {times} ganger i året.")] for times in ("to", "fire"))
PDF = drawn(*PAGES, pageCompression=0)


def claiming(count: int) -> bytes:
    return re.sub(rb"/Count \d+", b"/Count %d" % count, PDF)


@pytest.mark.parametrize("claimed", [2, 3, 499, 1_000_000])
def test_pages_that_are_not_there_are_not_counted(claimed: int) -> None:
    reading = read_pdf(claiming(claimed))
    assert (reading.pages, reading.unread_pages) == (2, ())


def test_a_page_beyond_the_number_is_unread() -> None:
    reading = read_pdf(claiming(1))
    assert (reading.pages, reading.unread_pages) == (2, (2,))


def test_a_page_whose_object_is_lost_is_unread() -> None:
    kids = re.search(rb"/Kids \[ (\d+) 0 R (\d+) 0 R \]", PDF)
    assert kids is not None
    reading = read_pdf(PDF.replace(b"\n%s 0 obj" % kids[2], b"\n%s 0 xxx" % kids[2]))
    assert (reading.pages, reading.unread_pages) == (2, (2,))


def test_a_tree_of_pages_that_holds_itself_ends() -> None:
    data = re.sub(rb"/Kids \[ (\d+) 0 R", rb"/Kids [ \1 0 R 99 0 R", claiming(90))
    pages = re.search(rb"/Pages (\d+) 0 R", data)
    assert pages is not None
    reading = read_pdf(data.replace(b"99 0 R", pages[1] + b" 0 R"))
    assert reading.pages == 2


@pytest.mark.parametrize(
    "before",
    [b"From: postmottak\r\n\r\n", b"\x00" * 16, b"\xef\xbb\xbf", b"x" * 1000, b"%!PS-Adobe-3.0\n"],
)
def test_a_mark_that_is_not_at_the_beginning(before: bytes) -> None:
    found = read_here(before + PDF, name="a.pdf")
    assert (found.format, found.text) == ("pdf", read_pdf(PDF).text)


def test_an_old_mark() -> None:
    old = b"%!PS-Adobe-3.0 PDF-1.4"
    start = PDF.index(b"1 0 obj")
    found = read_here(old + b"\n" + PDF[start:], name="a.pdf")
    assert (found.format, found.text) == ("pdf", read_pdf(PDF).text)
