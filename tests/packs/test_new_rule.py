"""`new-rule`: a first file of a rule that can be tried at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agreementlint.cli import app, packs
from agreementlint.packs.newrule import NewRule, name_of, rule_file
from agreementlint.packs.trial import trials
from agreementlint.rules import builtin, load, read

GIVEN = ("--title", "Natteravner", "--word", "natteravn*", "--source", "Krav til avtaler, pkt. 3")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*options: str, **more: str) -> Result:
    return CliRunner().invoke(app, ["new-rule", "lokale", *options], **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_new_rule_passes_its_own_test(lang: str) -> None:
    result = run(*GIVEN, "--word", "foreldrevakt", "--word", "felles *øving", "--lang", lang)
    assert result.exit_code == 0 and "lokale/LO001-natteravner.yaml" in result.stderr
    tried = CliRunner().invoke(app, ["test-rules", "lokale", "--fail-on", "note"])
    assert tried.exit_code == 0, tried.stdout


def test_the_next_one_has_the_next_id_and_nothing_is_overwritten() -> None:
    run(*GIVEN)
    before = Path("lokale/LO001-natteravner.yaml").read_bytes()
    same = run(*GIVEN)
    assert same.exit_code == 2 and "natteravner er allerede brukt i lokale/LO001" in same.stderr
    assert run(*GIVEN, "--name", "andre").exit_code == 0
    assert run(*GIVEN, "--id", "LO001", "--name", "tredje").exit_code == 2
    assert Path("lokale/LO001-natteravner.yaml").read_bytes() == before
    assert sorted(file.name for file in Path("lokale").iterdir()) == [
        "LO001-natteravner.yaml", "LO002-andre.yaml"]
    assert len(load([builtin(), Path("lokale")])) == len(load([builtin()])) + 2


@pytest.mark.parametrize(("options", "said"), [
    (("--id", "lo1"), "to store bokstaver"), (("--name", "../ut"), "små bokstaver"),
    (("--word", "*"), "kan ikke letes etter"), (("--id", "PR001"), "er allerede brukt"),
    (("--name", "taushetsplikt"), "er allerede brukt"),
])
def test_what_cannot_be(options: tuple[str, ...], said: str) -> None:
    result = run(*GIVEN, *options)
    assert result.exit_code == 2 and said in result.stderr
    assert not Path("lokale").exists()


def test_what_is_missing_is_asked_for_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "somebody", lambda: True)
    result = run(input="Trygg skolevei\nskolevei, skuleveg\nKommunestyret, sak 12/26\n")
    assert result.exit_code == 0 and "Hva handler regelen om?" in result.stderr
    rule, faults = read(Path("lokale/LO001-trygg-skolevei.yaml"))
    assert faults == () and rule is not None and rule.guide.source is not None
    assert rule.guide.source.nb == "Kommunestyret, sak 12/26"
    assert "skuleveg" in rule.absent.looked_for.nb  # type: ignore[union-attr]


def test_without_a_terminal_it_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    from agreementlint.cli import main

    with pytest.raises(SystemExit) as ended:
        main(["new-rule", "lokale", "--title", "Ravn"])
    assert ended.value.code == 2
    assert "Dette mangler: --word, --source." in capsys.readouterr().err


def test_a_folder_that_cannot_be_written() -> None:
    Path("lokale").write_text("en fil")
    assert run(*GIVEN).exit_code == 2


@pytest.mark.parametrize(("title", "name"), [
    ("Natteravner på Ål", "natteravner-pa-al"), ("Øvelser – årlige", "ovelser-arlige"),
    ("Čáhput & Æ", "cahput-ae"), ("»«", "regel"), ("x" * 99, "x" * 40),
])
def test_names(title: str, name: str) -> None:
    assert name_of(title) == name


@example(title="{", source="}")
@settings(deadline=None, max_examples=60)
@given(title=st.text(min_size=1).filter(lambda text: text.isprintable() and text.strip()),
       source=st.text(min_size=1).filter(lambda text: text.isprintable() and text.strip()))
def test_whatever_it_is_called_the_file_is_a_rule(title: str, source: str,
                                                  tmp_path_factory: pytest.TempPathFactory,
                                                  ) -> None:
    rule = NewRule("LO001", "x", title, ("natteravn*",), source, dt.date(2026, 1, 1))
    file = tmp_path_factory.mktemp("pakke") / "LO001-x.yaml"
    file.write_text(rule_file(rule, "nb"), encoding="utf-8")
    found, = load([file.parent])
    assert found.called("nb") == title


def test_a_rule_of_one_word_has_no_remark() -> None:
    run(*GIVEN)
    every = load([builtin(), Path("lokale")])
    trial, = trials([rule for rule in every if rule.id == "LO001"], every, "nb")
    assert (trial.wrong, trial.remarks) == ((), ())
