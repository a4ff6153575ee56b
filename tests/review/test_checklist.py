"""The checklist has every verdict once, in its group, and asks what no rule answers."""

from __future__ import annotations

from agreementlint.report.checklist import checklist_report
from agreementlint.report.style import Style
from agreementlint.review.page import page_lines
from tests.review.reviews import gold, guides, reviewed, rules

EVERY = [one for guide in guides() for one in guide.recommendations]


def test_every_recommendation_that_no_rule_checks_is_a_question_in_every_language() -> None:
    for one in EVERY:
        assert (one.question is None) == bool(one.rules)
        if one.question is not None:
            texts = {one.question.nb, one.question.nn, one.question.en}
            assert all(text.endswith("?") for text in texts) and one.question.en not in (
                one.question.nb, one.question.nn)


def test_every_verdict_stands_once_in_the_group_it_belongs_to() -> None:
    found = reviewed(gold("a-larvik"))
    groups = {group.name: group.items for group in found.checklist.groups}
    held = {name: [item.verdict.rule for item in items if item.verdict]
            for name, items in groups.items()}
    verdicts = found.report.verdicts
    assert set(held["missing"]) == {one.rule for one in verdicts if one.verdict == "fail"}
    assert set(held["decide"]) == {one.rule for one in verdicts if one.verdict == "review"}
    assert set(held["fulfilled"]) == {one.rule for one in verdicts if one.verdict == "pass"}
    assert sum(map(len, held.values())) == sum(one.verdict != "inapplicable" for one in verdicts)
    assert len(groups["questions"]) == sum(one.question is not None for one in EVERY) == 65
    assert all(item.words for item in groups["fulfilled"] if item.verdict and item.verdict.evidence)


def test_the_terminal_and_the_page_say_all_of_it() -> None:
    found = reviewed(gold("a-larvik"))
    shown = " ".join(checklist_report(found.checklist, found.report, "nb", Style()).split())
    page = [line.text for line in page_lines(found.checklist)]
    for group in found.checklist.groups:
        for item in group.items:
            assert " ".join(item.text.split()) in shown
            assert any(item.text in line for line in page)
    assert found.checklist.total in shown and found.checklist.total in page


def test_rules_have_titles_in_every_language() -> None:
    for rule in rules():
        titles = {rule.called(lang) for lang in ("nb", "nn", "en")}
        assert rule.title is not None and all(title[0].isupper() for title in titles)
    assert len({rule.called("nb") for rule in rules()}) == len(rules())
