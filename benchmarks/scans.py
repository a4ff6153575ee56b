"""Scans PDFs: python -m benchmarks.scans FOLDER TARGET [--hard] [--last] [--only NAME].

Makes of every PDF in FOLDER one of the same name in TARGET whose pages are pictures, as a copier
makes them: 200 dots an inch in grey, a little askew, with noise, saved as JPEG. --hard turns them
two degrees and lights them unevenly; --last scans the last page alone, as when only that was
signed. The same file always gives the same scan, so that scores can be compared:

    python -m benchmarks.scans corpus/gold /tmp/scans
    python -m benchmarks.score corpus/gold /tmp/scans --format pdf
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from zlib import crc32

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

DPI = 200
PAPER, SHADE = 246, 90
"""The grey of the paper, and how much darker its worst corner is in uneven light."""

NOISE = 5.0
QUALITY = 75
SKEW, HARD_SKEW = 0.7, 2.0
"""The most degrees that a page is turned, to either side."""


def scan(page: pdfium.PdfPage, seed: int, *, hard: bool = False) -> Image.Image:
    """What a copier makes of the page; equal seeds give equal scans."""
    chance = np.random.default_rng(seed)
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    skew = chance.choice([-1, 1]) * HARD_SKEW if hard else chance.uniform(-SKEW, SKEW)
    turned = bitmap.to_pil().rotate(float(skew), Image.Resampling.BICUBIC, fillcolor=255)
    ink = np.asarray(turned, dtype=np.float32) / 255
    paper = np.full(ink.shape, PAPER, dtype=np.float32)
    if hard:
        down, across = (np.linspace(0, 1, size)[::-1] for size in ink.shape)
        paper -= SHADE * np.outer(down, across).astype(np.float32)
    seen = 25 + ink * (paper - 25) + chance.normal(0, NOISE, ink.shape)
    return Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8))


def as_pdf(images: list[Image.Image]) -> bytes:
    """A PDF of the images, one a page."""
    out = io.BytesIO()
    images[0].save(out, "PDF", resolution=DPI, save_all=True, append_images=images[1:],
                   quality=QUALITY)
    return out.getvalue()


def scanned(data: bytes, name: str, *, hard: bool = False, last: bool = False) -> bytes:
    """The PDF in `data` with its pages, or only the last of them, as scans."""
    with pdfium.PdfDocument(data) as document:
        count = len(document)
        chosen = range(count - 1 if last else 0, count)
        images = [scan(document[i], crc32(f"{name}/{i}".encode()), hard=hard) for i in chosen]
        if not last:
            return as_pdf(images)
        with pdfium.PdfDocument(as_pdf(images)) as picture:
            document.del_page(count - 1)
            document.import_pages(picture)
            out = io.BytesIO()
            document.save(out)
    return out.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--last", action="store_true")
    parser.add_argument("--only", default="", help="files whose name contains this")
    asked = parser.parse_args()
    asked.target.mkdir(parents=True, exist_ok=True)
    files = [file for file in sorted(asked.folder.glob("*.pdf")) if asked.only in file.name]
    for file in files:
        made = scanned(file.read_bytes(), file.stem, hard=asked.hard, last=asked.last)
        (asked.target / file.name).write_bytes(made)
    print(f"{len(files)} files in {asked.target}")
    return 0 if files else 1


if __name__ == "__main__":
    sys.exit(main())
