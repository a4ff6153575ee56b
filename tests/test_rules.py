from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.rules import RuleError, builtin, load
from agreementlint.rules.faults import order_of_judging
from agreementlint.rules.verbs import FactCheck
from tests.rulefiles import ABSENT, CASES, EXAMPLES, rule_text, write_rule


def faults(folder: Path) -> list[str]:
    with pytest.raises(RuleError) as raised:
        load([folder])
    return [str(fault).replace(f"{folder}/", "") for fault in raised.value.faults]


def test_a_right_file_becomes_a_rule(tmp_path: Path) -> None:
    write_rule(tmp_path)
    rule, = load([tmp_path])
    assert (rule.id, rule.severity, rule.guide.page) == ("PR002", "warning", 25)
    assert rule.cases[0].when == FactCheck("meetings_per_year", ("stated",), at_least=2.0)
    assert rule.absent.looked_for and rule.absent.looked_for.of("nn") == ("møte", "samling")
    assert rule.remedy.clause("nn") == "Vi seier noko."


def test_every_mistake_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = rule_text().replace("severity: warning", "severity: advarsel")
    text = text.replace("chapter: \"7\"", "chapter: 7").replace("at_least: 2", "atleast: 2")
    text = text.replace(", en: Because.", "").replace("  verdict: fail\n", "  verdict: feil\n")
    (tmp_path / "PR002-moter.yaml").write_text(text, encoding="utf-8")
    assert faults(tmp_path) == [
        'PR002-moter.yaml:3:11: unknown word "advarsel"; allowed: error, warning, note',
        "PR002-moter.yaml:6:12: text is expected here, but YAML reads 7 as a number; "
        'write "7" in quotes',
        'PR002-moter.yaml:9:6: the key "en" is missing',
        'PR002-moter.yaml:12:61: unknown key "atleast"; allowed: name, state, at_least, at_most, '
        'below — did you mean "at_least"?',
        'PR002-moter.yaml:15:12: unknown word "feil"; allowed: pass, fail, review, unknown, '
        'inapplicable — did you mean "fail"?',
    ]


def test_mistakes_are_told_in_the_language_of_the_run(tmp_path: Path) -> None:
    text = rule_text().replace("at_least: 2", "atleast: 2").replace("page: 25", "page: side 25")
    (tmp_path / "PR002-moter.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load([tmp_path])
    page, key = raised.value.faults
    assert page.told("nb").endswith("7:9: her skal det stå et helt tall, men YAML leser side 25 "
                                    "som tekst")
    assert key.told("nn").endswith("ukjend nøkkel «atleast»; tillate: name, state, at_least, "
                                   "at_most, below – meinte du «at_least»?")


@pytest.mark.parametrize(("wrong", "right", "said"), [
    ("why: {nb: no,", "why: {nb: Fordi.,", '9:11: text is expected here, but YAML reads no as a '
     'truth value; write "no" in quotes'),
    ("name: moter\nname: moter", "name: moter", '3:1: the key "name" stands here twice'),
    ("page: side 25", "page: 25", "7:9: a whole number is expected here, but YAML reads side 25 "
     "as text"),
    ("edition: mars 2023", "edition: 2023-03-27", "5:12: a date is expected here, but YAML reads "
     "mars 2023 as text"),
    ("state: stated,", "state: [stated],", "12:51: a list is expected here, not a single word"),
    ("state: [],", "state: [stated],", "12:51: the list is empty"),
    ("{facts:", "{fact:", '12:12: unknown key "facts"; allowed: clause, text, fact, rule, '
     'all, any, none — did you mean "fact"?'),
    ('nb: "{} møter."', 'nb: "{value} møter."', '13:14: unknown field in nb ""; allowed: '
     "per_year, state, value"),
    ('nb: "{value møter."', 'nb: "{value} møter."', "13:14: a brace in nb has no partner"),
    ("message: {nb: '{value}.',", "message: {nb: Ingenting.,", "16:12: {value} in nb cannot be "
     "filled: the condition has no fact"),
    ("verdict: review, text: Ingen", "verdict: fail, text: Ingen", '24:5: no case gives the '
     'verdict "review"; possible: fail, pass'),
    ("state: [statd],", "state: [stated],", 'unknown state of meetings_per_year "statd"'),
    ("{fact: {name: meeting,", "{fact: {name: meetings_per_year,", 'unknown fact "meeting"'),
    ("  looked: [", "  looked_for: {nb: [", "17:"),
    ("text: ''", "text: To møter.", "text is empty"),
    ("whole: ja, text: To", "text: To", "true or false is expected here, but YAML reads "
     "ja as text"),
    ("id: &a PR002\nid: *a", "id: PR002", '2:1: the key "id" stands here twice'),
    (": : :", "why:", "this is not YAML"),
    ("[*møte,", "[møte,", "must stand in quotes"), ("\tabsent:", "absent:", "indent with blanks"),
    ("why: Obs: {nb", "why: {nb", "a colon that does not belong here"),
    ("severity warning", "severity: warning", "a colon is missing"),
    ("clause: Vi sier noe.", "clause: Vi sier noe.}", "a comma or a closing bracket is missing"),
    ("   verdict: fail", "  verdict: fail", "the indentation does not fit"),
    ('text: "Ingen', "text: Ingen", "a quote or bracket is not closed"),
])
def test_a_mistake_is_named(tmp_path: Path, wrong: str, right: str, said: str) -> None:
    text = rule_text()
    assert right in text
    (tmp_path / "PR002-moter.yaml").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert any(said in fault for fault in faults(tmp_path)), faults(tmp_path)


def test_a_verdict_without_example(tmp_path: Path) -> None:
    write_rule(tmp_path, examples="  - {verdict: pass, text: To møter.}")
    assert faults(tmp_path) == ['PR002-moter.yaml:15:3: no example shows the verdict "fail"']


def test_a_finding_by_absence_says_what_was_looked_for(tmp_path: Path) -> None:
    write_rule(tmp_path, absent=ABSENT.rpartition("  looked_for")[0])
    assert '"looked_for" is missing' in faults(tmp_path)[0]


def test_conditions_that_hold_of_anything(tmp_path: Path) -> None:
    empty = CASES.replace(", state: [stated], at_least: 2", "")
    write_rule(tmp_path, cases=empty)
    assert "12:18: the fact says nothing of what it must be" in faults(tmp_path)[0]
    write_rule(tmp_path, cases=CASES.replace(
        "fact: {name: meetings_per_year, state: [stated], at_least: 2}",
        "clause: {force: [commits]}").replace("{value}", "to"))
    assert "the clause says nothing of what it must hold" in faults(tmp_path)[0]


@pytest.mark.parametrize("option", ["act", "object", "body", "topic"])
def test_words_that_no_clause_has(tmp_path: Path, option: str) -> None:
    write_rule(tmp_path, cases=CASES.replace(
        "fact: {name: meetings_per_year, state: [stated], at_least: 2}",
        f"clause: {{{option}: [evaluerer]}}").replace("{value}", "to"))
    assert f'12:20: unknown {option} "evaluerer"; allowed: ' in faults(tmp_path)[0]


def dependent(on: str) -> str:
    return CASES + f"""\
  - verdict: inapplicable
    when: {{any: [{{rule: {{id: {on}, is: [fail]}}}}, {{rule: {{id: {on}, is: [review]}}}}]}}
    message: {{nb: Ikke aktuelt., nn: Ikkje aktuelt., en: Not so.}}
"""


MORE_EXAMPLES = EXAMPLES + "  - {verdict: inapplicable, text: Noe annet.}\n"


def test_references_between_rules(tmp_path: Path) -> None:
    write_rule(tmp_path, "PR002", "moter", cases=dependent("PR001"), examples=MORE_EXAMPLES)
    unknown = 'there is no rule "PR001" — did you mean "PR002"?'
    assert faults(tmp_path) == [f"PR002-moter.yaml:15:25: {unknown}",
                                f"PR002-moter.yaml:15:58: {unknown}"]
    write_rule(tmp_path, "PR001", "rad", cases=dependent("PR002"), examples=MORE_EXAMPLES)
    assert "the rules wait for each other: PR001 → PR002 → PR001" in faults(tmp_path)[0] or (
        "the rules wait for each other: PR002 → PR001 → PR002" in faults(tmp_path)[0])


def test_a_rule_may_wait_for_a_later_one(tmp_path: Path) -> None:
    write_rule(tmp_path, "PR007", "deltar", cases=dependent("PK001"), examples=MORE_EXAMPLES)
    write_rule(tmp_path, "PK001", "kontakt")
    rules = load([tmp_path])
    assert [rule.id for rule in rules] == ["PR007", "PK001"]
    assert [rule.id for rule in order_of_judging(rules)] == ["PK001", "PR007"]


def test_catalogue_order_then_others(tmp_path: Path) -> None:
    for id in ("UT001", "XX001", "AV001", "TP001", "PK001", "EV001", "SA001", "PR001", "AB001"):
        write_rule(tmp_path, id, f"rule-{id.lower()}")
    assert [rule.id for rule in load([tmp_path])] == [
        "PR001", "SA001", "EV001", "PK001", "TP001", "AV001", "UT001", "AB001", "XX001"]


def test_taken_ids_names_and_file_names(tmp_path: Path) -> None:
    write_rule(tmp_path, "PR002", "moter")
    (tmp_path / "other.yaml").write_text(rule_text(), encoding="utf-8")
    assert [fault.split(": ", 1)[1] for fault in faults(tmp_path)] == [
        "the file must be named PR002-moter.yaml",
        'the id "PR002" is taken by PR002-moter.yaml',
        'the name "moter" is taken by PR002-moter.yaml',
    ]


def test_an_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    assert faults(tmp_path)[0].endswith("no rule files (*.yaml) stand here")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "PR002-moter.yaml").write_bytes(b"id: \xff\xfe")
    assert "PR002-moter.yaml:1:1: this is not YAML" in faults(tmp_path)[0]
    (tmp_path / "PR002-moter.yaml").write_bytes(rule_text().replace("Si", "Så").encode("latin-1"))
    assert faults(tmp_path)[0].endswith("the file must be saved as UTF-8")


def test_files_as_windows_writes_them(tmp_path: Path) -> None:
    file = write_rule(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert len(load([tmp_path])) == 1


@pytest.mark.parametrize("text", ["id: " + "[" * 50_000, "cases:\n- when: " + "{any: [" * 700,
                                  "cases:\n- when: " + "{any: [" * 700 + "]}" * 700])
def test_bottomless_files(tmp_path: Path, text: str) -> None:
    (tmp_path / "PR002-moter.yaml").write_text(text)
    assert faults(tmp_path)


def test_the_rules_of_the_program_load() -> None:
    assert "TP001" in {rule.id for rule in load([builtin()])}


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_a_spoiled_file_is_a_rule_or_a_list_of_faults(data: st.DataObject,
                                                      tmp_path_factory: pytest.TempPathFactory,
                                                      ) -> None:
    text = rule_text()
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 40))
    patch = data.draw(st.text(alphabet="{}[]:-,'\"&*!|>#%@\n\t abnø0", max_size=6))
    spoiled = text[:start] + patch + text[start + length:]
    folder = tmp_path_factory.mktemp("rules")
    (folder / "PR002-moter.yaml").write_text(spoiled, encoding="utf-8")
    try:
        assert len(load([folder])) == 1
    except RuleError as error:
        assert error.faults and all(fault.mark.line >= 1 for fault in error.faults)
