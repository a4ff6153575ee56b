"""Everything that the program itself says is there in bokmål, nynorsk and English."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import click
import pytest

import agreementlint
from agreementlint.cli import app, main
from agreementlint.cli.language import language
from agreementlint.cli.usage import Argument, Command, Group, Option, spoken_in
from agreementlint.messages import CATALOGUE, LANGUAGES, TOGETHER, commands
from agreementlint.model import Lang

PACKAGE = Path(agreementlint.__file__).parent
SPEAKING = ("cli", "config", "output", "request", "run", "report", "review", "newdraft", "web",
            "audit", "strict", "rules", "doctor", "checking", "packs", "waivers")
"""Stages that talk to the user; their words are in `messages`."""

SENTENCE = re.compile(r"[a-zæøå]{2,} [a-zæøå]{2,} [a-zæøå]{2,}")
NO_SENTENCES = {
    "audit/names.py", "audit/yearwheel.py",  # patterns of agreements' words
    "review/home.py",
    "packs/examples.py", "packs/newrule.py",  # texts of agreements
    "config/toml.py",  # and of what Python says
}


@pytest.fixture
def spoken() -> object:
    """The language of help is put back after a test."""
    yield spoken_in
    spoken_in("nb")


def params() -> list[click.Parameter]:
    every: list[click.Command] = [app, *app.commands.values()]
    return [param for command in every for param in command.params]


def test_every_text_of_the_help_is_a_key() -> None:
    keys = {vars(param)["_help_key"] for param in params() if isinstance(param, Option)}
    assert keys | {"opt-help"} == {key for key in CATALOGUE["nb"] if key.startswith("opt-")}


def test_every_command_and_option_is_one_that_speaks_all_languages() -> None:
    assert all(isinstance(one, Command | Group) for one in app.commands.values())
    assert all(isinstance(one, Option | Argument) for one in params())


def test_every_command_can_be_told_which_language() -> None:
    assert all(any("--lang" in param.opts for param in one.params) for one in app.commands.values())


def test_every_command_says_what_it_does() -> None:
    said = {key for key in CATALOGUE["nb"] if key.startswith(("help-", "brief-"))}
    assert said == {f"{kind}-{name}" for name in app.commands for kind in ("help", "brief")} | {
        "help-agreementlint"}


def test_every_word_that_stands_for_a_value_is_translated() -> None:
    words = {vars(param).get("_metavar_key") for param in params()} - {None}
    assert words <= commands.METAVARS.keys()
    assert commands.METAVARS.keys() - words == {"[VALG]", "KOMMANDO …"}


@pytest.mark.parametrize("name", [None, *app.commands])
def test_the_help_is_in_three_languages(name: str | None,
                                        capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    shown = set()
    for lang in LANGUAGES:
        with pytest.raises(SystemExit) as ended:
            main(["--lang", lang, *([name] if name else []), "--help"])
        text = capfdbinary.readouterr().out.decode()
        assert not ended.value.code and not re.search(r"\b(opt|help|brief)-\w", text)
        shown.add(text)
    assert len(shown) == 3


def test_an_unknown_key_is_shown_as_it_stands_and_a_known_one_is_translated(
        spoken: object) -> None:
    found = Option(["--x"], help="Ny tekst.", metavar="FIL")
    spoken_in("en")
    assert found.help == "Ny tekst." and found.metavar == "FILE"


def test_each_sentence_stands_in_three_languages() -> None:
    for module in TOGETHER:
        assert all(len(texts) == len(LANGUAGES) and all(texts)
                   for texts in module.SENTENCES.values())
    keys = [key for module in TOGETHER for key in module.SENTENCES]
    assert len(keys) == len(set(keys)), "a key stands in two modules"


@pytest.mark.parametrize(("environment", "arguments", "wanted"), [
    ({}, [], "nb"),
    ({"LANG": "C.UTF-8"}, [], "nb"),
    ({"LANG": "nn_NO.UTF-8"}, [], "nn"),
    ({"LANG": "no_NO"}, [], "nb"),
    ({"LANG": "en_GB.UTF-8", "LC_ALL": "nb_NO.UTF-8"}, [], "nb"),
    ({"LANG": "en_GB.UTF-8", "LANGUAGE": "se:nn:en"}, [], "nn"),
    ({"LANG": "fr_FR.UTF-8"}, [], "nb"),
    ({"LANG": "nn_NO.UTF-8"}, ["check", "--lang", "en"], "en"),
    ({"LANG": "nn_NO.UTF-8"}, ["check", "--lang=nb"], "nb"),
    ({"LANG": "nn_NO.UTF-8"}, ["review", "--lang", "auto"], "nn"),
    ({"LANG": "nn_NO.UTF-8"}, ["check", "--lang"], "nn"),
])
def test_the_language_of_the_help(environment: dict[str, str], arguments: list[str], wanted: Lang,
                                  monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language(arguments) == wanted


def test_the_settings_say_the_language_before_the_machine(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "agreementlint.toml").write_text('lang = "nn"\n', encoding="utf-8")
    (tmp_path / "annen.toml").write_text('lang = "en"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    assert language([]) == "nn"
    assert language(["check", "--config", "annen.toml"]) == "en"
    assert language(["check", "--no-config"]) == "nb"
    (tmp_path / "agreementlint.toml").write_text("lang = [", encoding="utf-8")
    assert language([]) == "nb"


def test_a_wrong_command_line_is_told_in_the_users_language(
        monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setenv("LANG", "nn_NO.UTF-8")
    with pytest.raises(SystemExit):
        main(["check"])
    assert capfdbinary.readouterr().err.decode().splitlines() == [
        "agreementlint: Dette manglar: FIL.", "Bruk: agreementlint check [VAL] FIL…"]


@pytest.mark.parametrize(("words", "said"), [
    (["cache", "to", "--lang", "nn"], "Dette er for mykje: to."),
    (["schema", "to", "mange", "--lang", "en"], "This is too much: to mange."),
    (["auditt", "--lang", "en"], 'Unknown command "auditt". Did you mean audit?'),
    (["check", "x", "--fail-on", "all", "--lang", "nn"],
     "Ugyldig verdi for --fail-on. Vel ein av desse: error, warning, note, never."),
    (["waive", "x", "PR001", "--lang", "en"], "This is missing: --reason."),
    (["check", "x", "--timeout", "0", "--lang", "en"],
     "Invalid value of --timeout. Write a number above 0."),
    (["--lang", "en", "new", "--kommune", "Gol", "--years", "3", "--to", "2030-01-01"],
     'Use either "--to" or "--years", not both.'),
])
def test_what_is_wrong_with_a_command_line(words: list[str], said: str,
                                           capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert capfdbinary.readouterr().err.decode().splitlines()[0] == f"agreementlint: {said}"


@pytest.mark.parametrize(("words", "usage"), [
    (["waive", "--lang", "nn"], "Bruk: agreementlint waive [VAL] FIL REGEL --reason TEKST"),
    (["new", "--lang", "en"], "Usage: agreementlint new [OPTIONS] --kommune NAME"),
])
def test_the_usage_names_the_options_that_must_be_there(
        words: list[str], usage: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit):
        main(words)
    assert capfdbinary.readouterr().err.decode().splitlines()[-1] == usage


def test_a_waiver_has_no_option_that_means_nothing_to_it() -> None:
    assert "fail_on" not in {param.name for param in app.commands["waive"].params}


def sentences(file: Path) -> list[str]:
    """Texts in the code that a user could read, without docstrings and what stands in a raise of
    an error that nobody is meant to see."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {id(node) for statement in ast.walk(tree)
              if isinstance(statement, ast.Expr | ast.Assert)
              and isinstance(getattr(statement, "value", None), ast.Constant | None)
              for node in ast.walk(statement)}
    return [node.value for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and id(node) not in silent and SENTENCE.search(node.value)]


def test_no_sentence_for_users_stands_outside_the_messages() -> None:
    files = [file for name in SPEAKING for file in
             ((PACKAGE / name).rglob("*.py") if (PACKAGE / name).is_dir()
              else [PACKAGE / f"{name}.py"])]
    found = {file.relative_to(PACKAGE).as_posix(): sentences(file) for file in files}
    assert {name: texts for name, texts in found.items()
            if texts and name not in NO_SENTENCES} == {}


BOKMAL = "Samarbeidsavtale\n\nPolitirådet har ett møte i året, og avtalen gjelder ikke mer.\n"
NYNORSK = "Samarbeidsavtale\n\nPolitirådet har eitt møte i året, og avtalen gjeld ikkje meir.\n"


@pytest.fixture
def agreements(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(BOKMAL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NYNORSK, encoding="utf-8")
    return tmp_path


def checked(capfdbinary: pytest.CaptureFixture[bytes], *words: str | Path) -> str:
    with pytest.raises(SystemExit):
        main([str(word) for word in words])
    return capfdbinary.readouterr().out.decode()


def test_auto_tells_each_agreement_in_its_own_standard(
        agreements: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    told = checked(capfdbinary, "check", "--lang", "auto", "--any-document", "--format", "json",
                   agreements)
    first, second = json.loads(told)["documents"]
    assert (first["language"], second["language"]) == ("nb", "nn")
    alone = {lang: json.loads(checked(
        capfdbinary, "check", "--lang", lang, "--any-document", "--format", "json", agreements,
    ))["documents"] for lang in ("nb", "nn")}
    assert first["verdicts"] == alone["nb"][0]["verdicts"]
    assert second["verdicts"] == alone["nn"][1]["verdicts"] != alone["nb"][1]["verdicts"]


@pytest.mark.parametrize(("name", "heading"), [("a.txt", "Anbefalinger"), ("b.txt", "Tilrådingar")])
def test_auto_tells_one_agreement_in_its_own_standard_throughout(
        name: str, heading: str, agreements: Path,
        capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    told = checked(capfdbinary, "check", "--lang", "auto", "--any-document", agreements / name)
    assert heading in told


def test_a_language_before_the_command_is_meant_for_it(
        agreements: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = agreements / "a.txt"
    told = checked(capfdbinary, "--lang", "en", "check", "--any-document", file)
    assert "Recommendations" in told
    assert "Anbefalinger" in checked(
        capfdbinary, "--lang", "en", "check", "--lang", "nb", "--any-document", file)
    assert '# --lang' in checked(capfdbinary, "--lang", "nn", "config")


def test_auto_in_the_settings_does_not_disturb_commands_without_agreements(
        agreements: Path, monkeypatch: pytest.MonkeyPatch,
        capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (agreements / "agreementlint.toml").write_text('lang = "auto"\n', encoding="utf-8")
    monkeypatch.chdir(agreements)
    assert "PR002" in checked(capfdbinary, "rules")
    assert "PR002" in checked(capfdbinary, "--lang", "auto", "rules")
    assert 'lang = "auto"' in checked(capfdbinary, "config")
