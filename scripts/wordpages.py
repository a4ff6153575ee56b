"""A Word file into an HTML page that shows one stretch of it with the comments in the margin.

LibreOffice draws the sheets. It cannot be relied on to draw comments without a screen, so they are
put beside the words where the file has them, with lines to those words.
"""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

from tests.word.wordfiles import W15, Found, bare, comments, parts, root

SECONDS = 120
SCALE = 1.4
"""Pixels of a point of the sheet."""
AROUND = 14
"""Points above the first word and below the last that are shown."""
SIDES = 64
"""Points of the sheet's own white margins that are left out."""
MARGIN = 470
"""Pixels of the width of that for the comments."""

PAGE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; font: 12.5px/17px "DejaVu Sans", sans-serif; color: #1d2125 }
figure { margin: 0; position: relative; overflow: hidden }
figure img { position: absolute; left: 0 }
svg { position: absolute; inset: 0; width: 100%; height: 100%; mix-blend-mode: multiply }
rect { fill: #ffe39a; mix-blend-mode: multiply }
polyline { fill: none; stroke: #b06f00; stroke-dasharray: 3 2 }
article { position: absolute; box-sizing: border-box; padding: 7px 10px; background: #fff;
  border-left: 3px solid #b06f00 }
p { margin: 0 }
.answer { margin: 6px 0 0 12px; padding-left: 8px; border-left: 3px solid #2f6f3e }
</style><figure></figure><script>{
const { image, sheet, margin, top, height, notes } = DATA, gap = 10, shapes = [];
const figure = document.querySelector("figure");
const above = `${top}px`, below = `calc(100% - ${top + height}px)`;
figure.append(Object.assign(new Image(), {
  src: image, style: `top: -${above}; clip-path: inset(${above} 0 ${below} 0)` }));
let free = gap;
for (const { lines, boxes } of notes) {
  const note = document.createElement("article");
  note.style.cssText = `left: ${sheet + gap}px; width: ${margin - 2 * gap}px`;
  lines.forEach((said, place) => {
    const part = note.appendChild(document.createElement("div"));
    part.className = place ? "answer" : "";
    said.forEach((line, index) => {
      const shown = part.appendChild(document.createElement("p"));
      shown.appendChild(index < 2 - Math.min(place, 1) ? document.createElement("b")
        : document.createElement("span")).textContent = line;
    });
  });
  figure.append(note);
  const y = Math.max(free, boxes[0][1] - top);
  note.style.top = `${y}px`;
  free = y + note.offsetHeight + gap;
  for (const [left, up, right, down] of boxes)
    shapes.push(`<rect x="${left}" y="${up - top}" width="${right - left}" ` +
      `height="${down - up}"/>`);
  const [, , right, down] = boxes.at(-1);
  shapes.push(`<polyline points="${right},${down - top} ${sheet - 30},${down - top} ` +
    `${sheet + gap},${y + 12}"/>`);
}
figure.style.cssText = `width: ${sheet + margin}px; height: ${Math.max(height, free)}px; ` +
  `background: linear-gradient(to right, #fff ${sheet}px, #eef0f2 0)`;
figure.insertAdjacentHTML("beforeend", `<svg>${shapes.join("")}</svg>`);
}</script>"""
"""Puts each comment beside its words, or below the one before it where that is in the way."""


class Box(NamedTuple):
    """Pixels of what is shown of the sheet, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Note(NamedTuple):
    """A comment with its answers, and where its words stand."""

    lines: tuple[tuple[str, ...], ...]
    boxes: tuple[Box, ...]


def margin_page(data: bytes, first: str, last: str) -> str:
    """The stretch from the words `first` to `last`, which stand on one sheet. Raises ValueError
    where no sheet has both."""
    document = pypdfium2.PdfDocument(pdf(data))
    for sheet in document:
        text = sheet.get_textpage()
        start, end = boxes(sheet, text, first), boxes(sheet, text, last)
        if start and end:
            top, bottom = start[0].top - AROUND * SCALE, end[-1].bottom + AROUND * SCALE
            found = [Note(lines, where) for words, lines in threads(data)
                     if (where := boxes(sheet, text, words))
                     and top <= where[0].top and where[-1].bottom <= bottom]
            return laid_out(sheet, found, top, bottom)
    raise ValueError(f"no sheet has both «{first}» and «{last}»")


def pdf(data: bytes) -> bytes:
    """The sheets that LibreOffice makes of a Word file, with its tracked changes."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("LibreOffice is not there")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "utkast.docx").write_bytes(data)
        wishes = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
        subprocess.run([soffice, f"-env:UserInstallation={(folder / 'profil').as_uri()}",
                        "--headless", "--convert-to", wishes, "--outdir", str(folder),
                        str(folder / "utkast.docx")],
                       check=True, timeout=SECONDS, capture_output=True)
        return (folder / "utkast.pdf").read_bytes()


def threads(data: bytes) -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """The words of each comment, and what it and the answers to it say."""
    every = comments(data)
    parents: dict[str, str] = {}
    if "word/commentsExtended.xml" in parts(data):
        parents = {one.get(W15 + "paraId"): one.get(W15 + "paraIdParent", "")
                   for one in root(data, "word/commentsExtended.xml")}

    def said(one: Found) -> tuple[str, ...]:
        return (one.author, *one.lines)

    return [(one.words, (said(one), *(said(other) for other in every
                                      if parents.get(other.para) == one.para)))
            for one in every if one.words and not parents.get(one.para)]


def boxes(sheet: Any, text: Any, words: str) -> tuple[Box, ...]:
    """Where words stand, a box for each line; none where they do not."""
    letters = [(place, letter) for place, letter in enumerate(text.get_text_range())
               if bare(letter)]
    at = "".join(letter for _, letter in letters).find(bare(words))
    if at < 0:
        return ()
    begin, end = letters[at][0], letters[at + len(bare(words)) - 1][0] + 1
    height = sheet.get_height()
    lines = map(text.get_rect, range(text.count_rects(begin, end - begin)))
    return tuple(Box(*(SCALE * length for length in (
        left - SIDES, height - top, right - SIDES, height - bottom)))
                 for left, bottom, right, top in lines)


def laid_out(sheet: Any, notes: list[Note], top: float, bottom: float) -> str:
    """The page of a stretch of a sheet, between these pixels of it."""
    drawn = sheet.render(scale=SCALE, crop=(SIDES, 0, SIDES, 0)).to_pil()
    out = io.BytesIO()
    drawn.save(out, "PNG")
    data = {"image": f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}",
            "sheet": drawn.width, "margin": MARGIN, "top": round(top),
            "height": round(bottom - top),
            "notes": [one._asdict() for one in sorted(notes, key=lambda one: one.boxes[0].top)]}
    return PAGE.replace("DATA", json.dumps(data).replace("<", "\\u003c"))
