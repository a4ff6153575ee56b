"""What Tesseract reads, and the words that are made of it."""

from __future__ import annotations

import pytest

from agreementlint.reading.ocr import kept
from agreementlint.reading.ocr.rulings import Stroke, Strokes
from agreementlint.reading.ocr.tesseract import Token
from agreementlint.reading.ocr.words import (
    Recognised,
    body_size,
    page_words,
    place_on_page,
    sizes_in_use,
)

HIGH = 22
"""Pixels of a capital in type of 11 points."""


def line(*texts: str, number: int = 1, top: int = 100, high: int = HIGH) -> list[Token]:
    """The words on one line, as high as letters of their sort are."""
    tokens, left = [], 200
    for text in texts:
        tall = any(char.isupper() or char in "bdfhklt0123456789§$" for char in text)
        low = any(char in "gjpqy" for char in text)
        head = top if tall else top + round(0.28 * high)
        foot = top + high + (round(0.3 * high) if low else 0)
        tokens.append(Token(text, (1, 1, number), (left, head, left + 14 * len(text), foot), 95))
        left += 14 * len(text) + 10
    return tokens


def page(*lines: list[Token], strokes: Strokes = Strokes()) -> Recognised:  # noqa: B008
    return Recognised(tuple(token for one in lines for token in one), (1654, 2339),
                      strokes=strokes)


def texts(*tokens: Token, strokes: Strokes = Strokes()) -> list[str]:  # noqa: B008
    found = page(list(tokens), line("Politirådet", "møtes", number=2, top=200), strokes=strokes)
    words = page_words(found, (11.0,))
    return [word.text for word in words if word.box[1] < 60]


def test_words_on_one_line_share_baseline_and_size() -> None:
    words = page_words(page(line("Politirådet", "og", "møtene", "er", "kjente")), (11.0,))
    assert len({word.baseline for word in words}) == 1
    assert words[0].baseline == pytest.approx(122 * 0.36, abs=0.8)
    assert {word.size for word in words} == {11.0}
    assert {word.box[3] for word in words} == {words[0].box[3]}


def test_sizes_are_those_in_use() -> None:
    found = page(
        *(line("Politirådet", "skal", "møtes", number=n, top=100 * n, high=HIGH + n % 2)
          for n in range(1, 9)),
        line("Avtale", number=20, top=1500, high=2 * HIGH),
        line("Formål", number=21, top=1600, high=2 * HIGH + 3),
        line("merknad", number=22, top=1700, high=HIGH // 2),
    )  # fmt: skip
    sizes = sizes_in_use([found], body_size([found]))
    assert sizes[0] == pytest.approx(11, abs=0.7) and len(sizes) == 3
    words = page_words(found, sizes)
    assert len({word.size for word in words}) == 3
    assert words[-3].size == words[-2].size > 1.8 * sizes[0] > 1.8 * words[-1].size


def dot(text: str) -> Token:
    return Token(text, (1, 1, 1), (170, 109, 178, 117), 40)


@pytest.mark.parametrize("seen", ["*", "«", "e", "o", "°", "¢", "+"])
def test_dots_before_a_line_are_bullets(seen: str) -> None:
    assert texts(dot(seen), *line("følge", "opp")) == ["•", "følge", "opp"]


def test_letters_and_dashes_before_a_line_are_not() -> None:
    assert texts(*line("e", "følge")) == ["e", "følge"]
    assert texts(*line("—", "følge")) == ["–", "følge"]
    assert texts(*line("—rus", "blant", "unge")) == ["–", "rus", "blant", "unge"]


@pytest.mark.parametrize(("seen", "meant"), [
    (("$", "4", "Møter"), ["§", "4", "Møter"]),
    (("$", "I", "Møter"), ["§", "1", "Møter"]),
    (("$", "Politiets", "tjenester"), ["8", "Politiets", "tjenester"]),
    (("Innledning", "......nnvre"), ["Innledning", "...."]),
    (("kl.", "8.30—15.00"), ["kl.", "8.30–15.00"]),
    (("|", "Tiltak", "|", "Frist", "|"), ["Tiltak", "Frist"]),
])  # fmt: skip
def test_signs_that_are_taken_for_others(seen: tuple[str, ...], meant: list[str]) -> None:
    assert texts(*line(*seen)) == meant


def test_lines_to_write_on() -> None:
    flat = [Token(text, (1, 1, 1), (200 + 100 * i, 118, 290 + 100 * i, 121), 20)
            for i, text in enumerate(("fe", "nøtt"))]  # fmt: skip
    assert texts(*flat) == ["_____"]
    known = Strokes((Stroke(120.0, 190.0, 420.0),))
    assert texts(*flat, strokes=known) == []


def test_boxes_are_where_the_words_stood() -> None:
    found = Recognised((), (1654, 2339), turned=90.0)
    x0, top, x1, bottom = place_on_page((100, 100, 140, 110), found)
    assert (x0 + x1) / 2 == pytest.approx(105, abs=1)
    assert (top + bottom) / 2 == pytest.approx(1654 * 0.36 - 120, abs=1)
    straight = Recognised((), (1654, 2339))
    assert place_on_page((1, 2, 3, 4), straight) == (1, 2, 3, 4)


def test_what_is_kept_comes_back() -> None:
    found = page(line("Rådet", "møtes"), strokes=Strokes((Stroke(1.0, 2.0, 3.0),)))
    assert kept.page_of(kept.value_of(found), found.points) == found
    for broken in (None, 3, [], {"size": [1]}, {**kept.value_of(found), "tokens": [[1] * 9]},
                   {**kept.value_of(found), "strokes": [[["a", "b", "c"]], []]}):  # fmt: skip
        assert kept.page_of(broken, 1.0) is None
