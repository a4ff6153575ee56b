"""`agreementlint review` of a PDF: a copy with notes, never over the input."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from agreementlint.cli import main
from agreementlint.pdf.notes import OURS
from tests.pdf.test_pdf_notes import drawn

GOLD = Path(__file__).parents[2] / "corpus" / "gold"


def reviewed(*words: object) -> int:
    with pytest.raises(SystemExit) as end:
        main(["review", *map(str, words), "--as-of", "2026-11-21", "--fail-on", "never", "-q"])
    return int(end.value.code or 0)


def names(data: bytes) -> list[str]:
    return [str(one.get_object()["/NM"]) for page in PdfReader(io.BytesIO(data)).pages
            for one in page.get("/Annots", ())]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "avtale.pdf"
    file.write_bytes((GOLD / "a-larvik.pdf").read_bytes())
    return file


def test_each_finding_has_its_note(draft: Path) -> None:
    before = draft.read_bytes()
    assert reviewed(draft) == 0 and draft.read_bytes() == before
    found = draft.with_name("avtale – gjennomgått.pdf").read_bytes()
    assert found.startswith(before)
    rules = {name.split(":")[1] for name in names(found)}
    assert "all" in rules and len(rules) > 3
    notes = [one.get_object()["/Contents"] for page in PdfReader(io.BytesIO(found)).pages
             for one in page.get("/Annots", ())]
    assert any("Veilederen kap." in note for note in notes)


def test_a_second_run_replaces_its_own(draft: Path) -> None:
    copy = draft.with_name("avtale – gjennomgått.pdf")
    reviewed(draft)
    first = copy.read_bytes()
    assert reviewed(draft) == 0 and copy.read_bytes() == first
    assert reviewed(copy) == 0 and copy.read_bytes() == first
    assert draft.with_name("avtale – gjennomgått 2.pdf").read_bytes() == first


def test_a_copy_that_somebody_changed_is_kept(
        draft: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    copy = draft.with_name("avtale – gjennomgått.pdf")
    reviewed(draft)
    changed = copy.read_bytes() + b"\n"
    copy.write_bytes(changed)
    assert reviewed(draft) == 2 and copy.read_bytes() == changed
    assert "skrevet over" in capfdbinary.readouterr().err.decode()
    assert reviewed(draft, "-o", draft) == 2


def test_what_only_word_can_hold_is_told(draft: Path, capfdbinary: pytest.CaptureFixture[bytes],
                                         ) -> None:
    assert reviewed(draft, "--suggest") == 2
    assert "bare i Word" in capfdbinary.readouterr().err.decode()


def test_what_is_no_agreement_gets_no_copy(draft: Path) -> None:
    draft.write_bytes(drawn())
    assert reviewed(draft) == 0
    assert list(draft.parent.glob("*.pdf")) == [draft]
    assert OURS.encode() not in draft.read_bytes()
