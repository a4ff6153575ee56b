"""Pictures of pages turned upright, lit evenly, cut into columns, and their lines found."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from agreementlint.reading.ocr.image import (
    Grey,
    has_ink,
    quarter_turned,
    turned_back,
    upright,
)
from agreementlint.reading.ocr.parts import parts
from agreementlint.reading.ocr.rulings import strokes

WIDTH, HEIGHT = 1200, 1600


def lines(*, left: int = 150, right: int = 1050, top: int = 150, bottom: int = 1450) -> Image.Image:
    """A white page with lines of letters, as far as bars of their size look like them."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    write(image, left, right, top, bottom)
    return image


def write(image: Image.Image, left: int, right: int, top: int, bottom: int) -> None:
    draw = ImageDraw.Draw(image)
    for y in range(top, bottom, 36):
        for x in range(left, right - 12, 16):
            if (x // 16 + y // 36) % 6:
                draw.rectangle((x, y, x + 3, y + 18), fill=30)
                draw.rectangle((x, y + 15, x + 9, y + 18), fill=30)


def array(image: Image.Image) -> Grey:
    return np.asarray(image)


@pytest.mark.parametrize("skew", [-3.0, -0.6, 0.4, 2.2])
def test_skewed_pages_are_turned_upright(skew: float) -> None:
    page = lines().rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    found = upright(array(page))
    assert found.turned == pytest.approx(skew, abs=0.1)
    assert abs(upright(found.pixels).turned) < 0.15


def test_upright_and_even_pages_are_left_alone() -> None:
    page = array(lines())
    found = upright(page)
    assert found.turned == 0 and found.pixels is page


def test_shadows_go_and_ink_stays() -> None:
    shade = np.linspace(0.4, 1.0, WIDTH)[None, :]
    page = (array(lines()) * shade).astype(np.uint8)
    found = upright(page).pixels
    assert found[20, 40] > 230 and found[20, -40] > 230
    assert found[150 + 17, 150:1050].min() < 60


def test_points_are_found_where_they_stood() -> None:
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    ImageDraw.Draw(page).rectangle((300, 200, 303, 203), fill=0)
    turned = array(page.rotate(-5, fillcolor=255))
    y, x = (float(axis.mean()) for axis in np.nonzero(turned < 128))
    assert turned_back(x, y, (WIDTH, HEIGHT), 5) == pytest.approx((301.5, 201.5), abs=1.5)
    quarter = quarter_turned(array(page), 1)
    y, x = (float(axis.mean()) for axis in np.nonzero(quarter < 128))
    assert turned_back(x, y, (HEIGHT, WIDTH), 90) == pytest.approx((301.5, 201.5), abs=1.5)


@pytest.mark.parametrize(("page", "inked"), [
    (Image.new("L", (WIDTH, HEIGHT), 255), False),
    (Image.new("L", (WIDTH, HEIGHT), 190), False),
    (Image.effect_noise((WIDTH, HEIGHT), 12), False),
    (lines(bottom=200), True),
    (Image.new("L", (1, 1), 0), False),
])  # fmt: skip
def test_ink(page: Image.Image, inked: bool) -> None:
    assert has_ink(array(page)) is inked


def test_two_columns_are_parts_and_what_is_above_them_too() -> None:
    page = lines(top=100, bottom=200)
    write(page, 150, 560, 300, 1400)
    write(page, 640, 1050, 300, 1400)
    above, left, right = parts(array(page))
    assert above.bottom <= 300 and above.right == WIDTH
    assert 560 < left.right == right.left < 640
    assert left.top == right.top and left.bottom == right.bottom


@pytest.mark.parametrize("page", [
    lines(),
    lines(left=500),
    lines(top=100, bottom=110),
    Image.new("L", (WIDTH, HEIGHT), 255),
    Image.new("L", (3, 2), 255),
])  # fmt: skip
def test_other_pages_are_one_part(page: Image.Image) -> None:
    assert len(parts(array(page))) <= 1


def test_blocks_of_signatures_beside_each_other_are_one_part() -> None:
    page = lines(bottom=900)
    write(page, 150, 500, 1100, 1250)
    write(page, 650, 1000, 1100, 1250)
    assert len(parts(array(page))) == 1


def test_the_lines_of_a_table_and_those_to_write_on() -> None:
    page = lines(bottom=500)
    draw = ImageDraw.Draw(page)
    for y in (600, 700, 800):
        draw.line((200, y, 1000, y), fill=40, width=2)
    for x in (200, 600, 1000):
        draw.line((x, 600, x, 800), fill=40, width=2)
    draw.line((200, 1000, 600, 1000), fill=40, width=1)
    for x in range(200, 600, 6):
        draw.rectangle((x, 1200, x + 1, 1201), fill=40)
    found = strokes(array(page))
    assert [round(line.at, -1) for line in found.level] == [600, 700, 800, 1000, 1200]
    assert sorted(round(line.at, -1) for line in found.upright) == [200, 600, 1000]
    assert all(abs(line.low - 200) < 8 for line in found.level)


def test_words_and_bars_are_no_lines() -> None:
    page = lines()
    ImageDraw.Draw(page).rectangle((100, 1480, 1100, 1540), fill=20)
    assert not strokes(array(page)).level
