"""Spans, and the page, line, box and words they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agreementlint import places
from agreementlint.model import Block, Document, Piece, Span

TEXT = "Rådet møtes i samarbeid\nto ganger"
DOCUMENT = Document(
    path="a",
    sha256="",
    format="pdf",
    text=TEXT,
    blocks=(Block("text", Span(0, 23)), Block("text", Span(24, 33))),
    pieces=(
        Piece(0, 5, 1, 7, (10, 10, 30, 20)),
        Piece(6, 11, 1, 7, (35, 10, 60, 20)),
        Piece(12, 13, 1, 8, (10, 30, 15, 40)),
        Piece(14, 17, 1, 8, (20, 30, 40, 40)),
        Piece(17, 23, 2, 9, (10, 10, 50, 20)),
        Piece(24, 26, 2, None, None),
        Piece(27, 33, 2, None, None),
    ),
)


def test_page_and_line_are_those_of_the_first_word() -> None:
    assert places.page_of(DOCUMENT, Span(14, 33)) == 1
    assert places.page_of(DOCUMENT, Span(17, 33)) == 2
    assert places.line_of(DOCUMENT, Span(8, 20)) == 7
    assert places.line_of(DOCUMENT, Span(27, 33)) is None


def test_the_box_is_around_the_words_of_the_first_page() -> None:
    assert places.box_of(DOCUMENT, Span(6, 23)) == (10, 10, 60, 40)
    assert places.box_of(DOCUMENT, Span(18, 33)) == (10, 10, 50, 20)
    assert places.box_of(DOCUMENT, Span(24, 33)) is None


def test_the_quotation_is_folded() -> None:
    assert places.quote(DOCUMENT, Span(14, 26)) == "samarbeid to"


def test_spans_between_words_have_no_place() -> None:
    assert places.page_of(DOCUMENT, Span(5, 6)) is None
    assert places.box_of(DOCUMENT, Span(33, 33)) is None


@given(st.integers(0, 33), st.integers(0, 33))
def test_pieces_are_those_that_the_span_touches(start: int, end: int) -> None:
    span = Span(min(start, end), max(start, end))
    touched = tuple(p for p in DOCUMENT.pieces if p.start < span.end and span.start < p.end)
    assert span.start == span.end or places.pieces_of(DOCUMENT, span) == touched


def test_what_stands_beside_words_is_the_rest_of_their_blocks() -> None:
    assert places.beside(DOCUMENT, Span(6, 11)) == ("Rådet", "i samarbeid")
    assert places.beside(DOCUMENT, Span(6, 26)) == ("Rådet", "ganger")
    assert places.beside(DOCUMENT, Span(0, 23)) == ("", "")


def test_of_a_long_block_the_words_next_to_it_are_shown() -> None:
    text = "fjern " * 50 + "nær MIDT nær" + " fjern" * 50
    document = Document("a", "", "text", text, (Block("text", Span(0, len(text))),), ())
    start = text.index("MIDT")
    before, after = places.beside(document, Span(start, start + 4))
    assert before.startswith("… fjern") and before.endswith("fjern nær")
    assert after.startswith("nær fjern") and after.endswith("fjern …")
    assert len(before) <= places.LONGEST + 2
