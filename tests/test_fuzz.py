"""Damaged and hostile files of every format: no traceback, no hang, no other exit status, and a
report with an object for every file."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from benchmarks.fuzz import faults, mutants, odt
from benchmarks.mutations import HOSTILE

TEXT = """# Samarbeidsavtale mellom Gol kommune og Sør-Øst politidistrikt

# 1. Politirådet

Politirådet møtes to ganger i året. Ordføreren leder møtene, og kommunen skriver referat.

- rusforebygging blant unge
- trygge skoleveier

Avtalen gjelder fra 1. januar 2025 og evalueres hvert år.

Gol, 12. mai 2025
"""
COUNT = 12
ESCAPED = "not one document for each file"  # names are written out where they cannot be shown


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(2):
        for place, line in enumerate(TEXT.splitlines()):
            canvas.drawString(72, 780 - 16 * place, line.lstrip("# "))
        canvas.rect(72, 100, 200, 30 + number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    for line in TEXT.splitlines():
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), 1)
        elif line:
            document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hva", "Når"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SEEDS = {".pdf": pdf, ".docx": word, ".odt": lambda: odt(TEXT), ".txt": TEXT.encode}


@pytest.mark.parametrize("ending", SEEDS)
def test_damaged_files(ending: str, tmp_path: Path) -> None:
    files = mutants(tmp_path, [(ending, SEEDS[ending]())], COUNT, seed=1)
    assert faults(files) == []
    assert sorted(tmp_path.iterdir()) == files


def test_hostile_words_in_texts_and_names(tmp_path: Path) -> None:
    names = ["::error::x", "=1+1\x1b[31m", "\u202e[red]a\nb"]
    files = [tmp_path / f"{name}.txt" for name in names]
    for file in files:
        file.write_bytes(TEXT.encode() + b"\n\n".join(HOSTILE))
    assert faults(files, ("--ocr", "never", "--any-document")) in ([], [ESCAPED])


def test_a_fault_is_told(tmp_path: Path) -> None:
    file = tmp_path / "avtale.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert "exit status" not in " ".join(faults([file]))
    assert faults([file], ("--format", "terminal")) == ["no report"]
