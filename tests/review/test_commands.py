"""`review` and `new` at the command line: where the file goes, and what is never overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agreementlint.cli import app
from tests.review.reviews import gold
from tests.word.wordfiles import answered, ours

ON = ("--as-of", "2027-02-01")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "utkast.docx"
    path.write_bytes(gold("a-larvik"))
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


def review(draft: Path, *words: object) -> Result:
    return run("review", draft, *ON, *words)


def test_the_copy_stands_beside_the_draft_and_the_checklist_is_shown(draft: Path) -> None:
    before = draft.read_bytes()
    result = review(draft)
    place = draft.with_name("utkast – gjennomgått.docx")
    assert result.exit_code == 1 and draft.read_bytes() == before
    assert ours(place.read_bytes())
    assert place.name in result.stderr
    assert result.stdout.index("avviker") < result.stdout.index("på plass") < result.stdout.index(
        "Spør dere selv")
    assert sorted(draft.parent.glob("*.docx")) == sorted([draft, place])


def test_its_own_result_is_overwritten_but_not_one_that_has_been_changed(draft: Path) -> None:
    place = draft.with_name("utkast – gjennomgått.docx")
    assert [review(draft).exit_code for _ in range(2)] == [1, 1]
    data = place.read_bytes()
    place.write_bytes(answered(data, ours(data)[0], "Godtatt: slik er det her"))
    kept = place.read_bytes()
    result = review(draft)
    assert result.exit_code == 2 and place.read_bytes() == kept
    assert "endret" in result.stderr
    assert review(place).exit_code == 1
    assert draft.with_name("utkast – gjennomgått 2.docx").exists()
    assert place.read_bytes() == kept


@pytest.mark.parametrize("content", [b"noe annet", gold("a-askoy")])
def test_nobody_elses_file_is_overwritten(draft: Path, content: bytes) -> None:
    other = draft.with_name("annet.docx")
    other.write_bytes(content)
    result = review(draft, "-o", other)
    assert result.exit_code == 2 and other.read_bytes() == content
    assert "ikke laget av programmet" in result.stderr


def test_the_draft_itself_is_never_overwritten(draft: Path) -> None:
    result = review(draft, "-o", draft)
    assert result.exit_code == 2 and draft.read_bytes() == gold("a-larvik")


def test_a_copy_has_the_ending_of_what_it_is(draft: Path) -> None:
    place = draft.with_name("annet.pdf")
    result = review(draft, "-o", place)
    assert result.exit_code == 2 and "må ende på .docx" in result.stderr and not place.exists()


def test_the_options_of_judging_hold(draft: Path) -> None:
    place = draft.with_name("annet.docx")
    result = review(draft, "--select", "PK004", "--lang", "nn", "--fail-on", "warning", "-o", place)
    assert result.exit_code == 0  # good practice alone
    first, *others = ours(place.read_bytes())
    assert "(PK004)" in first.lines[0] and "Godteke" in first.lines[-1]
    assert all("(PK004)" in one.lines[0] for one in others)


def test_a_waiver_is_in_every_format(draft: Path) -> None:
    review(draft)
    place = draft.with_name("utkast – gjennomgått.docx")
    data = place.read_bytes()
    one = next(found for found in ours(data) if "(EV003)" in found.lines[0])
    place.write_bytes(answered(data, one, "Godtatt til 1.1.2028: rådet er lite"))
    said = json.loads(review(place, "--format", "json").stdout)
    found = next(one for one in said["documents"][0]["verdicts"] if one["rule"] == "EV003")
    assert found["waiver"] == {"reason": "til 1.1.2028: rådet er lite", "by": "Kari Nordmann",
                               "until": "2028-01-01"}
    for form in ("terminal", "html"):
        shown = review(place, "--format", form).stdout
        assert "godtatt" in shown and "rådet er lite" in shown and "Kari Nordmann" in shown


def test_settings_and_waivers_of_files_hold(draft: Path) -> None:
    rules = json.loads(review(draft, "--format", "json").stdout)["documents"][0]["verdicts"]
    first, other = [one["rule"] for one in rules if one["verdict"] == "fail"][:2]
    given = run("waive", draft, first, *ON, "--reason", "slik er det", "--by", "Kari",
                "--config", settings(draft, f"waivers = 'w.toml'\n[severity]\n{other} = 'note'\n"
                                            "[[paths]]\nglob = ['*.docx']\nignore = ['UT']\n"))
    assert given.exit_code == 0
    found = {one["rule"]: one for one in json.loads(
        review(draft, "--format", "json").stdout)["documents"][0]["verdicts"]}
    assert found[first]["waiver"]["by"] == "Kari" and found[other]["severity"] == "note"
    assert not [rule for rule in found if rule.startswith("UT")]


def settings(draft: Path, text: str) -> Path:
    file = draft.with_name("agreementlint.toml")
    file.write_text(text, encoding="utf-8")
    return file


def test_html_is_one_page_that_runs_nothing_of_the_draft(draft: Path) -> None:
    shown = review(draft, "--format", "html").stdout
    assert shown.startswith("<!DOCTYPE html>") and "Sjekkliste" in shown
    assert "Content-Security-Policy" in shown and "http://" not in shown.split("<body>")[1]


@pytest.mark.parametrize(("name", "content", "told"), [
    ("avtale.txt", b"Samarbeidsavtale mellom Gol kommune og politiet.", "ren tekst"),
    ("borte.docx", None, "finnes ikke"),
    ("tom.docx", b"", "tom"),
    ("gammel.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, ".docx"),
])
def test_what_cannot_be_reviewed_is_told_in_one_sentence(
        tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = review(path)
    assert result.exit_code == 2 and result.stdout == ""
    assert told in result.stderr and len(result.stderr.splitlines()) == 1
    assert len(list(tmp_path.glob("*.docx"))) == (content is not None and name.endswith("docx"))


# ---------------------------------------------------------------- new


def new(path: Path, *words: object) -> Result:
    return run("new", "-o", path, "--kommune", "Gol", *ON, *words)


def test_a_new_draft_passes_check(tmp_path: Path) -> None:
    path = tmp_path / "avtale.docx"
    result = new(path, "--kommune", "Hemsedal", "--politikontakt", "Kari Nordmann", "--years", "2")
    assert result.exit_code == 0 and str(path) in result.stderr.replace("\n", "")
    said = json.loads(run("check", path, *ON, "--format", "json", "--no-cache",
                          "--fail-on", "note").stdout)["documents"][0]
    assert {one["verdict"] for one in said["verdicts"]} == {"pass"}
    facts = said["facts"]
    assert facts["municipalities"] == ["Gol", "Hemsedal"]
    assert (facts["valid_from"], facts["valid_to"]) == ("2027-02-01", "2029-01-31")
    assert facts["politikontakter"] == ["Kari Nordmann"]


def test_a_new_draft_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "avtale.docx"
    path.write_bytes(b"mitt")
    result = new(path)
    assert result.exit_code == 2 and path.read_bytes() == b"mitt" and "finnes fra før" in (
        result.stderr)


def test_a_new_draft_is_called_a_word_document(tmp_path: Path) -> None:
    result = new(tmp_path / "avtale.pdf")
    assert result.exit_code == 2 and "må ende på .docx" in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_period_is_given_by_its_end_or_its_length(tmp_path: Path) -> None:
    path = tmp_path / "avtale.docx"
    both = new(path, "--to", "2028-01-01", "--years", "2")
    assert both.exit_code == 2 and "ikke begge" in both.stderr
    assert new(path, "--from", "2027-02-01", "--to", "2027-01-01").exit_code == 2
    assert not path.exists()
    assert new(path, "--from", "2027-01-01", "--to", "2028-12-31").exit_code == 0
