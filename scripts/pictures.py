"""Runs the program on a constructed draft and turns what it shows into the pictures of the guide
for the politikontakt; needs Chromium and LibreOffice."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from scripts.wordpages import margin_page
from tests.word.wordfiles import answered, ours

AS_OF = ("--as-of", "2026-01-15")
WINDOW = {"width": 1200, "height": 700}
TOP = {"x": 0, "y": 0, "width": 1200, "height": 250}
"""What is shown of a page's beginning, in pixels."""
WITH_WORDS, MISSING = "AV002", "EV001"
"""A finding of the draft that stands on its words, and one of something that is missing."""
ANSWER = "Godtatt: Evalueringen står i politirådets årshjul. Gjelder til 31.12.2027."
SECTION = "8 Evaluering og revisjon"
SECTION_ENDS, SUGGESTION_ENDS = "første gang våren 2028.", "brukes til å forbedre samarbeidet."
"""The first and the last words of what is shown with the comments beside it."""
COLOURS = 96
MOST_BYTES = 150_000
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update",
         "--disable-default-apps", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage")


def pictures(draft: Path, work: Path, browser: Any) -> Iterator[tuple[str, bytes]]:
    """The name and the PNG of each picture; `work` is a folder for the files on the way."""
    mine = work / "utkast.docx"
    shutil.copyfile(draft, mine)
    yield from of_the_page(mine, browser)
    suggested = reviewed(mine, work / "forslag.docx", "--suggest")
    yield "merknader", of_word(suggested, SECTION, SUGGESTION_ENDS, browser)
    plain = reviewed(mine, work / "merknader.docx")
    comment = next(one for one in ours(plain) if f"({MISSING})" in one.lines[0])
    reply = work / "svar.docx"
    reply.write_bytes(answered(plain, comment, ANSWER, date="2026-01-16T10:00:00Z"))
    again = reviewed(reply, work / "igjen.docx")
    yield "godtatt", of_word(again, SECTION, SECTION_ENDS, browser)


def reviewed(draft: Path, copy: Path, *wishes: str) -> bytes:
    """The copy that `agreementlint review` writes."""
    subprocess.run([sys.executable, "-m", "agreementlint", "review", str(draft), *AS_OF, *wishes,
                    "--fail-on", "never", "--no-cache", "--no-config", "-o", str(copy)],
                   check=True, capture_output=True)
    return copy.read_bytes()


@contextlib.contextmanager
def serving() -> Iterator[str]:
    """The address of the page while `agreementlint serve` runs, on a port that is free."""
    command = [sys.executable, "-m", "agreementlint", "serve", "--no-browser", *AS_OF]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = re.search(r"http://\S+", process.stderr.readline())
        try:
            if address is None:
                raise SystemExit("agreementlint serve told no address")
            yield address[0]
        finally:
            process.terminate()


def of_the_page(draft: Path, browser: Any) -> Iterator[tuple[str, bytes]]:
    """What the browser shows of a draft: first of all, and at one of its findings."""
    with serving() as address:
        page = browser.new_page(viewport=WINDOW)
        page.goto(address)
        page.set_input_files("#files", draft)
        card = page.locator(f"#d0-{WITH_WORDS}")
        card.wait_for()
        yield "oversikt", page.screenshot(clip=TOP)
        card.locator("a.show").click()
        card.evaluate("one => one.scrollIntoView({ block: 'start' })")
        yield "funn", page.screenshot(animations="disabled")


def of_word(data: bytes, first: str, last: str, browser: Any) -> bytes:
    """A Word file from the words `first` to `last`, with the comments beside them."""
    page = browser.new_page(viewport=WINDOW)
    page.set_content(margin_page(data, first, last))
    return bytes(page.locator("figure").screenshot())


def small(png: bytes) -> bytes:
    """The picture in few colours, which is enough for text."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True)
    return out.getvalue()


def main(draft: str, target: str) -> None:
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise SystemExit("Chromium is not there")
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        for name, png in pictures(Path(draft), Path(work), browser):
            data = small(png)
            if len(data) > MOST_BYTES:
                raise SystemExit(f"{name}.png has {len(data)} bytes, more than {MOST_BYTES}")
            Path(target, f"{name}.png").write_bytes(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
