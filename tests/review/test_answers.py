"""What people answer to a comment waives its finding, and that one alone."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from agreementlint.model import Verdict
from agreementlint.report.words import standing
from agreementlint.review.answers import waiver
from tests.review.reviews import findings, gold, reviewed, written
from tests.word.wordfiles import (
    W15,
    Found,
    W,
    answered,
    comments,
    edited,
    ours,
    parts,
    rezipped,
    root,
)

RULE = "EV003"


@cache
def draft() -> bytes:
    return written(gold("a-larvik"))


def comment(rule: str = RULE, data: bytes | None = None) -> Found:
    return next(one for one in ours(data or draft()) if f"({rule})" in one.lines[0])


def verdict(data: bytes, rule: str = RULE, as_of: dt.date = dt.date(2027, 2, 1)) -> Verdict:
    report = reviewed(data, as_of=as_of).report
    return next(one for one in report.verdicts if one.rule == rule)


@pytest.mark.parametrize("words", [
    "Godtatt: rådet er lite", "godtatt - rådet er lite", "Godteke: rådet er lite",
    "Godkjent. Rådet er lite", "Godteken, for rådet er lite", "Ja, det er godtatt: rådet er lite",
    "GODTATT\u00a0:\nrådet er lite", "Akseptert: rådet er lite", "Godkjend: rådet er lite",
    "Godtatt av kommunedirektøren: rådet er lite", "Vi har godtatt dette: rådet er lite",
])
def test_an_answer_with_a_reason_waives_exactly_its_finding(words: str) -> None:
    before = findings(reviewed(draft()).report)
    found = reviewed(answered(draft(), comment(), words))
    assert findings(found.report) == [rule for rule in before if rule != RULE]
    one = verdict(answered(draft(), comment(), words))
    assert one.waiver is not None and "lite" in one.waiver.reason
    assert (one.waiver.by, one.waiver.until) == ("Kari Nordmann", None)
    assert standing(one) == "waived" and found.checklist.remarks == ()


@pytest.mark.parametrize("words", ["Godtatt", "Godtatt.", "Godtatt:", "Godteke til 1.1.2028"])
def test_an_answer_without_a_reason_waives_nothing_and_is_told(words: str) -> None:
    found = reviewed(answered(draft(), comment(), words))
    assert RULE in findings(found.report)
    assert [RULE in one and "Kari Nordmann" in one for one in found.checklist.remarks] == [True]


@pytest.mark.parametrize("words", ["Ikke godtatt: rådet er lite", "Hvem godtar dette?", "Enig.",
                                   "Vi spør kommunen om det er godtatt"])
def test_other_answers_waive_nothing(words: str) -> None:
    found = reviewed(answered(draft(), comment(), words))
    assert RULE in findings(found.report) and found.checklist.remarks == ()


def test_a_later_answer_takes_an_earlier_one_back() -> None:
    data = answered(draft(), comment(), "Godtatt: rådet er lite")
    data = answered(data, comment(), "Ikke godtatt likevel", date="2027-02-04T10:00:00Z")
    assert RULE in findings(reviewed(data).report)


def test_the_date_in_an_answer_ends_the_waiver() -> None:
    data = answered(draft(), comment(), "Godtatt til 1.3.2027: ny plan kommer")
    one = verdict(data)
    assert one.waiver is not None and one.waiver.until == dt.date(2027, 3, 1)
    assert verdict(data, as_of=dt.date(2027, 3, 2)).is_finding
    remarks = reviewed(data, as_of=dt.date(2027, 3, 2)).checklist.remarks
    assert any("01.03.2027" in one for one in remarks)


def test_dates_of_answers() -> None:
    def until(words: str) -> dt.date | None:
        found = waiver(words, "Kari")
        return found and found.until

    assert until("fram til mars 2027 venter vi på planen") == dt.date(2027, 3, 31)
    assert until("vedtatt 1. mars 2026 i rådet") is None
    assert until("venter på vedtak t.o.m. 31.12.2027") == dt.date(2027, 12, 31)


def test_the_thread_stays_and_says_that_it_is_accepted() -> None:
    data = written(answered(draft(), comment(), "Godtatt: rådet er lite"))
    kept = comment(data=data)
    assert "godtatt av Kari Nordmann" in kept.lines[0]
    assert [one.lines for one in comments(data) if one.author == "Kari Nordmann"] == [
        ("Godtatt: rådet er lite",)]
    assert kept.words == comment().words
    done = {one.get(W15 + "paraId"): one.get(W15 + "done")
            for one in root(data, "word/commentsExtended.xml")}
    assert done[kept.para] == "1" and list(done.values()).count("1") == 1
    assert written(data) == data
    assert RULE not in findings(reviewed(data).report)


def test_an_answer_that_waives_nothing_stays_too_and_no_comment_is_doubled() -> None:
    data = written(answered(draft(), comment(), "Vi ser på det"))
    assert len(ours(data)) == len(ours(draft()))
    assert any(one.lines == ("Vi ser på det",) for one in comments(data))
    assert written(data) == data


def test_what_somebody_writes_into_the_comment_counts_and_stays() -> None:
    data = edited(draft(), comment(), "Godteke: rådet er lite")
    one = verdict(data)
    assert one.waiver is not None and one.waiver.reason == "rådet er lite"
    again = written(data)
    assert "Godteke: rådet er lite" in comment(data=again).lines
    noted = written(edited(draft(), comment(), "Husk å ringe"))
    assert "Husk å ringe" in comment(data=noted).lines
    assert len(ours(noted)) == len(ours(draft()))


def test_who_saved_the_file_is_who_wrote_into_the_comment() -> None:
    entries = parts(edited(draft(), comment(), "Godtatt: rådet er lite"))
    core = entries["docProps/core.xml"].decode()
    assert "lastModifiedBy" in core
    start, _, rest = core.partition("<cp:lastModifiedBy")
    rest = rest.split("</cp:lastModifiedBy>", 1)[1] if "</cp:lastModifiedBy>" in rest else (
        rest.partition("/>")[2])
    core = f"{start}<cp:lastModifiedBy>Ola Berg</cp:lastModifiedBy>{rest}"
    one = verdict(rezipped(entries | {"docProps/core.xml": core.encode()}))
    assert one.waiver is not None and one.waiver.by == "Ola Berg"


def test_an_answer_beside_the_comment_counts_where_there_are_no_threads() -> None:
    """Programs that know no threads write an answer as a comment of its own on the same words."""
    data = answered(draft(), comment(), "Godtatt: rådet er lite")
    entries = parts(data)
    entries["word/commentsExtended.xml"] = (
        b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>')
    one = verdict(rezipped(entries))
    assert one.waiver is not None and one.waiver.by == "Kari Nordmann"


def test_an_answer_about_words_that_have_changed_is_told_and_waives_nothing() -> None:
    data = answered(draft(), comment(), "Godtatt: rådet er lite")
    entries = parts(data)
    words = comment().words
    main = entries["word/document.xml"].decode()
    assert main.count(words) == 1
    main = main.replace(words, "Avtalen endres dersom en av partene krever det.")
    found = reviewed(rezipped(entries | {"word/document.xml": main.encode()}))
    assert RULE in findings(found.report)
    assert [RULE in one for one in found.checklist.remarks] == [True]
    assert found.data is not None
    old, new = (one for one in ours(found.data) if f"({RULE})" in one.lines[0])
    assert {"Gjelder ikke lenger" in " ".join(one.lines) for one in (old, new)} == {True, False}


def test_an_answer_survives_when_its_words_move() -> None:
    """A finding is known by its rule and words, not by its place."""
    data = answered(draft(), comment(), "Godtatt: rådet er lite")
    entries = parts(data)
    document = root(data)
    body = document.find(W + "body")
    held = next(one for one in body if comment().words in "".join(one.itertext()))
    held.getprevious().addprevious(held)
    from lxml import etree

    entries["word/document.xml"] = etree.tostring(document)
    assert verdict(rezipped(entries)).waiver is not None


def test_an_answer_about_a_rule_that_is_not_asked_for_is_left_alone() -> None:
    data = answered(draft(), comment(), "Godtatt: rådet er lite")
    found = reviewed(data, selected=("PR004",))
    assert found.checklist.remarks == () and found.data is not None
    assert comment(data=found.data).lines == comment().lines
    assert verdict(found.data).waiver is not None
