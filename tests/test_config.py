"""Configuration files: how they are found, read, told of when wrong, and what they do."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode

from agreementlint.cli import app
from agreementlint.config.applied import word_faults
from agreementlint.config.file import Config, ConfigError, read
from agreementlint.config.find import configuration
from agreementlint.config.globs import covers, pattern_in, place_of
from agreementlint.config.toml import NoToml, nodes
from agreementlint.rules import builtin, load
from agreementlint.strict import fields_of
from tests.test_cli import ROOT, run, verdicts  # noqa: F401


def placed(node: Node) -> Any:
    """The value with line and column of each scalar."""
    if isinstance(node, ScalarNode):
        return node.value, node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, MappingNode):
        return {key.value: placed(value) for key, value in node.value}
    return [placed(item) for item in node.value]


def test_every_value_of_toml_has_its_place() -> None:
    text = '''\
select = ["PR", # one ]
   'AV001', ]
a."b c".d = true
[x]
y = {z.w=1.5, "]" = [ {q = "#"} ]}
[[p]]
g = """a
"b""""
[[p]]
d = 2026-11-21
[p.s]
E = 'n'
'''
    assert placed(nodes(text.encode(), "f")) == {
        "select": [("PR", 1, 11), ("AV001", 2, 4)], "a": {"b c": {"d": ("true", 3, 13)}},
        "x": {"y": {"z": {"w": ("1.5", 5, 10)}, "]": [{"q": ("#", 5, 28)}]}},
        "p": [{"g": ('a\n"b"', 7, 5)}, {"d": ("2026-11-21", 10, 5), "s": {"E": ("n", 12, 5)}}]}


VALUES = st.recursive(
    st.booleans() | st.integers() | st.dates() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner,
                                                                max_size=3), max_leaves=8)


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {written(one)}" for key, one in
                               value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + "".join(f"{written(one)}, # ]\n" for one in value) + "]"
    return str(value) if isinstance(value, dt.date) else json.dumps(value)


def plain(value: Any) -> Any:
    """As a node has it: text alone."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def bare(node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, MappingNode):
        return {key.value: bare(value) for key, value in node.value}
    return [bare(item) for item in node.value]


@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4))
def test_the_nodes_of_any_toml_are_what_tomllib_reads(values: dict[str, Any]) -> None:
    text = "".join(f"{json.dumps(key)} = {written(value)}\n" for key, value in values.items())
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # JSON's escapes of what TOML does not allow
        with pytest.raises(NoToml):
            nodes(text.encode(), "f")
    else:
        assert bare(nodes(text.encode(), "f")) == plain(expected)


@pytest.mark.parametrize(("text", "said"), [
    (b"a = \n", "f:1:5: this is not TOML"), (b"a = 1\nb = \"\xff\"", "f:2:1: this is not UTF-8"),
    (b'a = "', "f:1:1: this is not TOML: a quote or bracket is not closed"),
    (b'a = "nn\nb = 1', "f:1:8: this is not TOML: a quote or bracket is not closed"),
    (b"lang = nn", "f:1:8: this is not TOML: a value is expected here; text must stand in quotes"),
    (b'a: "nn"', "f:1:2: this is not TOML: an equals sign is missing"),
    (b'a = ["x" "y"]', "f:1:10: this is not TOML: a comma or a closing bracket is missing"),
    (b"a = 1 b = 2", "f:1:7: this is not TOML: what stands before ends here"),
    (b"a = 1\na = 2\n", "f:2:6: this is not TOML: this was given earlier"),
    (b'a = "C:\\Users"', "f:1:10: this is not TOML: write / or \\\\ instead of \\,"),
    (b'a = "\\p"', "f:1:8: this is not TOML: write / or \\\\ instead of \\,"),
    (b"a=" + b"[" * 9000, "f:1:1: the file is too deeply nested"),
])
def test_what_is_no_toml(text: bytes, said: str) -> None:
    with pytest.raises(NoToml) as caught:
        nodes(text, "f")
    assert str(caught.value.fault).startswith(said)


def test_all_mistakes_are_told_at_once_by_place(tmp_path: Path) -> None:
    file = tmp_path / "agreementlint.toml"
    file.write_text('selct = ["PR"]\nlang = "no"\njobs = "4"\nfail-on = "warn"\n'
                    '[severity]\nPR002 = "eror"\n[[paths]]\nglobs = ["x"]\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read(file)
    told = [str(fault).removeprefix(f"{file}:") for fault in caught.value.faults]
    assert [one.split(": ")[0] for one in told] == [
        "1:1", "2:8", "3:8", "4:11", "6:9", "7:1", "8:1"]
    assert told[0].endswith('did you mean "select"?')
    assert told[4].endswith('allowed: error, warning, note — did you mean "error"?')


@pytest.mark.parametrize(("text", "said"), [
    ("jobs = 0", ":1:1: 1 or more is expected here, not 0"),
    ("lang = 'nn'\ntimeout = 0.0", ":2:1: more than 0 is expected here, not 0"),
    ("rules = ['nei']", ':1:1: there is no folder "nei"'),
])
def test_limits(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "agreementlint.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read(tmp_path / "agreementlint.toml")
    assert str(caught.value.faults[0]).endswith(said)


def test_the_nearest_file_that_is_meant_for_the_program(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert configuration(inner) not in (tmp_path / "a" / "pyproject.toml",)
    shared = tmp_path / "pyproject.toml"
    shared.write_text("[tool.agreementlint]\nlang = 'nn'\nno = 1", encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert configuration(inner) == shared
    with pytest.raises(ConfigError, match=r'pyproject\.toml:3:1: unknown key "no"'):
        read(shared)
    (tmp_path / "a" / "agreementlint.toml").touch()
    assert configuration(inner) == tmp_path / "a" / "agreementlint.toml"


@pytest.mark.parametrize(("pattern", "place", "meant"), [
    ("gamle/*.pdf", "/x/gamle/a.pdf", True), ("gamle/*.pdf", "/x/gamle/b/a.pdf", False),
    ("gamle", "/x/gamle/b/a.pdf", True), ("gamle/", "/x/gamle/a.pdf", True),
    ("**/a.pdf", "/x/a.pdf", True), ("**/b/**/*.pdf", "/x/q/b/a.pdf", True),
    ("*.pdf", "/x/gamle/a.pdf", False), ("./a.pdf", "/x/a.pdf", True),
    ("../y/*", "/y/a.pdf", True), ("[ab].pdf", "/x/a.pdf", True), ("a.pdf", "/x/a.pdf2", False),
    ("s3://bucket/*.pdf", "s3://bucket/a.pdf", True), ("A\u030aseral.pdf", "/x/Åseral.pdf", True),
])
def test_patterns(pattern: str, place: str, meant: bool) -> None:
    assert covers(pattern_in("/x", pattern), place) is meant


def test_places() -> None:
    assert place_of("../b/./a.pdf", "/x/y") == "/x/b/a.pdf"
    assert place_of("-", "/x") == "-"
    assert covers(pattern_in("/x [1]", "a.pdf"), "/x [1]/a.pdf")  # a folder is no pattern


# ---------------------------------------------------------------- what it does


def settled(text: str, name: str = "agreementlint.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_the_command_line_is_stronger_than_the_file(run: Callable[..., Result]) -> None:  # noqa: F811
    settled("select = ['EV']\nfail-on = 'never'\n")
    assert run("check", "vond.txt").exit_code == 0
    assert len(verdicts(run("check", "vond.txt", "--format", "json"))[0][1]) == 1
    assert len(verdicts(run("check", "vond.txt", "--format", "json", "--no-config"))[0][1]) == 2
    assert run("check", "vond.txt", "--fail-on", "note", "--select", "PR002").exit_code == 1


def test_severities_and_paths(run: Callable[..., Result]) -> None:  # noqa: F811
    Path("gamle").mkdir()
    Path("gamle/b.txt").write_text("Vi har ingen møter.", encoding="utf-8")
    settled("[severity]\nPR = 'note'\nPR002 = 'error'\n[[paths]]\nglob = ['gamle/**']\n"
            "ignore = ['EV001']\nseverity = {PR002 = 'note'}\n")
    result = run("check", "vond.txt", "gamle", "--format", "json")
    found = {(one["path"], verdict["rule"]): verdict["severity"]
             for one in json.loads(result.stdout)["documents"] for verdict in one["verdicts"]}
    assert found == {("vond.txt", "PR002"): "error", ("vond.txt", "EV001"): "error",
                     ("gamle/b.txt", "PR002"): "note"}
    assert run("check", "gamle", "--fail-on", "warning").exit_code == 0


def test_a_path_may_want_other_rules(run: Callable[..., Result]) -> None:  # noqa: F811
    settled("select = ['PR']\n[[paths]]\nglob = ['vond.*']\nselect = ['EV']\n")
    wanted = lambda *more: [  # noqa: E731
        [verdict["rule"] for verdict in one["verdicts"]] for one in json.loads(
            run("check", "god.txt", "vond.txt", "--format", "json", *more).stdout)["documents"]]
    assert wanted() == [["PR002"], ["EV001"]]
    assert wanted("--select", "PR002") == [["PR002"], ["PR002"]]


def test_mistakes_end_the_run_with_status_2(run: Callable[..., Result]) -> None:  # noqa: F811
    settled("ignore = ['PR002', 'EV01']\nlag = 'nb'\n")
    assert run("check", "god.txt").exit_code == 2
    settled("ignore = ['PR002', 'EV01']\n", "annen.toml")
    result = run("check", "god.txt", "--config", "annen.toml")
    assert result.exit_code == 2
    assert 'annen.toml:1:20: ukjent regel «EV01» – mente du «EV001»?' in result.stderr


def test_packs_are_relative_to_the_file(run: Callable[..., Result]) -> None:  # noqa: F811
    from tests.rulefiles import write_rule

    Path("mine/inn").mkdir(parents=True)
    write_rule(Path("mine/inn"), "XX001", "min")
    settled("rules = ['inn']\n", "mine/agreementlint.toml")
    assert "XX001" in run("rules", "--config", "mine/agreementlint.toml").stdout


def test_what_holds_and_where_it_comes_from(run: Callable[..., Result]) -> None:  # noqa: F811
    settled('select = ["PR"]\n\ndistrict = "Sør-Øst \\u001b"\n[severity]\nPR002 = "error"\n'
            '[[paths]]\nglob = ["gamle"]\nseverity = {EV = "note"}\n')
    shown = run("config", "--fail-on", "error").stdout
    lines = {line.split(" =")[0]: line.partition("  # ")[2] for line in shown.splitlines()}
    assert lines["select"] == "agreementlint.toml:1" and lines["fail-on"] == "--fail-on"
    assert lines["district"] == "agreementlint.toml:3" and lines["ocr"] == "programmets standard"
    again = tomllib.loads(shown)
    assert again["severity"] == {"PR002": "error"} and again["paths"][0]["glob"] == ["gamle"]
    assert again["district"] == "Sør-Øst \x1b" and "\x1b" not in shown
    settled(shown, "kopi.toml")
    assert "select" in run("config", "--config", "kopi.toml").stdout


def test_the_settings_of_the_documentation_are_understood(tmp_path: Path) -> None:
    told = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    example = re.findall(r"```toml\n(.+?)```", told, re.S)[0]
    (tmp_path / "lokale-regler").mkdir()
    (tmp_path / "agreementlint.toml").write_text(example, encoding="utf-8")
    config = read(tmp_path / "agreementlint.toml")
    assert {*config.places} == {*fields_of(Config)}
    assert not word_faults(config, load([builtin()]))


def test_the_hook_for_pre_commit() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert program == "agreementlint" and command in app.commands
    assert re.search(hook["files"], "avtaler/Gol.PDF") and not re.search(hook["files"], "README.md")
