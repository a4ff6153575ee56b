"""The picture of a page, in grey, into one that is upright and evenly lit.

Skewed lines and shadows cost more letters than all else that can be wrong with a scan. What is
upright or even already is left as it is: every change to a picture blurs it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image

Grey = npt.NDArray[np.uint8]
"""Brightness by row and column, 0 to 255."""

Mask = npt.NDArray[np.bool_]

TILE = 16
"""The side of the squares, in pixels of the half-size picture, of which the paper's brightness is
taken."""

UNEVEN = 24
"""How much the paper's brightness may differ from place to place and still be even."""

INK = 48
"""How much darker than the paper ink is."""

SKEWED = 0.12
"""Degrees from which on a page is turned upright."""

COARSE = np.arange(-4.0, 4.01, 0.25)
FINE = np.arange(-0.2, 0.21, 0.05)
MOST_POINTS = 60_000
FEWEST_POINTS = 200


class Upright(NamedTuple):
    """An upright page, and by how many degrees it was turned clockwise to become so."""

    pixels: Grey
    turned: float


def upright(page: Grey) -> Upright:
    """The page as it is best recognised."""
    half = np.asarray(Image.fromarray(page).reduce(2))
    paper = _paper(half)
    skew = _skew(_below(half, paper))
    if _is_uneven(np.asarray(paper)):
        page = _flattened(page, paper)
    if abs(skew) < SKEWED:
        return Upright(page, 0.0)
    white = int(np.median(np.asarray(paper)))
    turned = Image.fromarray(page).rotate(skew, Image.Resampling.BILINEAR, fillcolor=white)
    return Upright(np.asarray(turned), -skew)


def ink_of(page: Grey) -> Mask:
    """Where there is ink on the page, at half its size; specks are left out."""
    half = np.asarray(Image.fromarray(page).reduce(2))
    return _below(half, _paper(half))


def darkest_ink_of(page: Grey) -> Mask:
    """The same with every speck, and with lines as thin as a pixel."""
    rows, columns = (size // 2 * 2 for size in page.shape)
    even = page[:rows, :columns]
    pairs = np.minimum(even[::2], even[1::2])
    half = np.minimum(pairs[:, ::2], pairs[:, 1::2])
    return _below(half, _paper(half))


def has_ink(page: Grey) -> bool:
    """Whether anything is on the page that could be a letter."""
    return int(np.count_nonzero(ink_of(page))) >= FEWEST_POINTS


def quarter_turned(page: Grey, quarters: int) -> Grey:
    """The page turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(page, -quarters))


def turned_back(
    x: float, y: float, size: tuple[float, float], turned: float
) -> tuple[float, float]:
    """Where a point of the upright page stood on the page as it was; `size` is width and height of
    the upright page."""
    angle = math.radians(-turned)
    was = size[::-1] if round(turned / 90) % 2 else size
    x, y = x - size[0] / 2, y - size[1] / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return x * cos - y * sin + was[0] / 2, x * sin + y * cos + was[1] / 2


# ---------------------------------------------------------------- paper


def _paper(half: Grey) -> Image.Image:
    """How bright the paper is in each tile of the picture: nearly its brightest part."""
    rows, columns = (max(size // TILE, 1) for size in half.shape)
    side = TILE if min(half.shape) >= TILE else min(half.shape)
    tiles = half[: rows * side, : columns * side].reshape(rows, side, columns, side)
    flat = tiles.swapaxes(1, 2).reshape(rows, columns, side * side)
    at = side * side * 4 // 5
    brightest = np.partition(flat, at, axis=2)[:, :, at]
    return Image.fromarray(np.ascontiguousarray(_without_dark(brightest)))


def _below(half: Grey, paper: Image.Image) -> Mask:
    """Where the picture is so much darker than the paper that it is ink."""
    bright = np.asarray(paper.resize(half.shape[::-1], Image.Resampling.NEAREST), dtype=np.int16)
    return np.asarray(half < bright - INK)


def _without_dark(paper: Grey) -> Grey:
    """The tiles, those that are all ink (a photo, a bar) as bright as paper usually is here."""
    usual = int(np.median(paper))
    return np.where(paper < usual // 2, usual, paper).astype(np.uint8)


def _is_uneven(paper: npt.NDArray[np.uint8]) -> bool:
    dark, bright = np.percentile(paper, (3, 97))
    return bool(bright - dark > UNEVEN)


def _flattened(page: Grey, paper: Image.Image) -> Grey:
    """The page with its paper made white everywhere."""
    smooth = paper.resize(page.shape[::-1], Image.Resampling.BILINEAR)
    factor = np.float32(250) / np.maximum(np.asarray(smooth, dtype=np.float32), 1)
    return np.minimum(page * factor, 255).astype(np.uint8)


# ---------------------------------------------------------------- skew


def _skew(ink: Mask) -> float:
    """By how many degrees the lines fall to the right: the angle along which ink lies in the
    sharpest rows. 0 where there is too little of it."""
    down, across = np.nonzero(ink)
    if len(down) < FEWEST_POINTS:
        return 0.0
    step = max(len(down) // MOST_POINTS, 1)
    ys, xs = down[::step].astype(np.float32), across[::step].astype(np.float32)
    best = max(COARSE, key=lambda angle: _sharpness(ys, xs, float(angle)))
    fine = max(best + FINE, key=lambda angle: _sharpness(ys, xs, float(angle)))
    return float(fine)


def _sharpness(
    ys: npt.NDArray[np.float32], xs: npt.NDArray[np.float32], degrees: float
) -> float:
    rows = ys - xs * np.float32(math.tan(math.radians(degrees)))
    counts = np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float(np.sum(np.diff(counts) ** 2))
