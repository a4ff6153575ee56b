"""What LibreOffice makes of a reviewed file: it opens it, shows the comments, and keeps them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.review.reviews import findings, gold, reviewed, written
from tests.word.wordfiles import W, answered, bare, ours, parts, realistic, root

SECONDS = 120


def converted(data: bytes, folder: Path, form: str, office: str) -> bytes:
    source, out = folder / "utkast.docx", folder / "ut"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run([office, profile, "--headless", "--convert-to", form, "--outdir", str(out),
                    str(source)], check=True, timeout=SECONDS, capture_output=True)
    return next(out.iterdir()).read_bytes()


def test_comments_stand_on_the_same_words_after_libreoffice_has_saved_the_file(
        office: str, tmp_path: Path) -> None:
    """And an answer in a file that it saved waives the same finding: its marks survive."""
    data = written(gold("a-larvik"))
    one = next(found for found in ours(data) if "(EV003)" in found.lines[0])
    again = converted(answered(data, one, "Godtatt: rådet er lite"), tmp_path, "docx", office)
    assert {bare(found.words) for found in ours(again)} == {bare(found.words)
                                                            for found in ours(data)}
    assert b"commentsExtended" not in parts(again).get("word/_rels/document.xml.rels", b"")
    before, after = findings(reviewed(data).report), reviewed(again)
    assert findings(after.report) == [rule for rule in before if rule != "EV003"]
    assert after.data is not None and len(ours(after.data)) == len(ours(data))


def test_a_file_with_everything_in_it_is_opened_and_shown(office: str, tmp_path: Path) -> None:
    data = written(realistic(), suggest=True, page=True)
    (tmp_path / "pdf").mkdir()
    pdf = converted(data, tmp_path / "pdf", "pdf", office)
    assert pdf.startswith(b"%PDF")
    again = converted(data, tmp_path, "docx", office)
    assert len(ours(again)) == len(ours(data))
    text = "".join(root(again).itertext())
    assert "Sjekkliste før avtalen skrives under" in text
    inserted = [one for one in root(again).iter(W + "ins")
                if one.get(W + "author") == "agreementlint"]
    assert inserted
