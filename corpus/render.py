"""Draws the corpus as PDF and DOCX: python -m corpus.render [FOLDER] [--out FOLDER] [--seed N].

The same text and seed give the same bytes. With --with libreoffice or --with chromium the documents
are made by these programs instead, to check the readers on what others produce; the folder for that
is given with --out and never committed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus.source import Page, pages_of, width_of
from corpus.style import style_of
from corpus.to_docx import to_docx
from corpus.to_html import to_html
from corpus.to_pdf import to_pdf

GOLD = Path(__file__).parent / "gold"
SECONDS = 180  # for one conversion by another program
PROGRAMS: dict[str, tuple[str, ...]] = {
    "libreoffice": ("soffice", "libreoffice"),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
}


def renderings(name: str, text: str, seed: int) -> dict[str, bytes]:
    """The file endings and contents of the renderings of one document."""
    pages, style = pages_of(text), style_of(name, seed)
    return {".pdf": to_pdf(pages, style, width_of(text)), ".docx": to_docx(pages, style)}


def by_libreoffice(program: str, name: str, pages: list[Page], seed: int, out: Path) -> None:
    """NAME.pdf in `out`, made by LibreOffice from our DOCX."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.docx")
        source.write_bytes(to_docx(pages, style_of(name, seed)))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        convert = ("--headless", "--convert-to", "pdf", "--outdir", str(out), str(source))
        _run(program, profile, *convert)


def by_chromium(program: str, name: str, pages: list[Page], seed: int, out: Path) -> None:
    """NAME.pdf in `out`, printed by Chromium from our HTML."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.html")
        source.write_text(to_html(pages, style_of(name, seed)), encoding="utf-8")
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        own = f"--user-data-dir={Path(folder, 'profile')}"
        _run(program, *quiet, own, f"--print-to-pdf={out / name}.pdf", source.as_uri())


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)


OTHERS: dict[str, Callable[[str, str, list[Page], int, Path], None]] = {
    "libreoffice": by_libreoffice,
    "chromium": by_chromium,
}


def main() -> int:
    """Renders every NAME.txt of a folder; exit status 1 if another program is asked for in vain."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--out", type=Path, help="where the files go (default: beside the text)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--with", dest="other", choices=sorted(OTHERS))
    parser.add_argument("--only", default="", help="documents whose name contains this")
    asked = parser.parse_args()
    if asked.other and asked.out is None:
        parser.error("--with needs --out")
    out = asked.out or asked.folder
    out.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, PROGRAMS.get(asked.other, ()))), None)
    if asked.other and program is None:
        print(f"{asked.other} is not installed", file=sys.stderr)
        return 1
    for source in sorted(asked.folder.glob("*.txt")):
        if asked.only not in source.stem:
            continue
        text = source.read_text(encoding="utf-8")
        if program:
            OTHERS[asked.other](program, source.stem, pages_of(text), asked.seed, out)
            continue
        for ending, content in renderings(source.stem, text, asked.seed).items():
            (out / (source.stem + ending)).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
