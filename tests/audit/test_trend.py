"""What changed since an earlier audit, and why."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from agreementlint.audit.earlier import Earlier, NoEarlierReport, earlier
from agreementlint.audit.model import Change
from agreementlint.messages import say
from agreementlint.model import DocumentReport, Problem
from agreementlint.report.json_district import district_json_report
from agreementlint.rules import builtin, load
from agreementlint.rules.stamps import Stamp, stamps
from tests.audit.districts import AS_OF, audited, paper, report, verdict

LATER = dt.date(2027, 1, 15)
STAMPS: Mapping[str, Stamp] = {
    "PR001": Stamp("1"), "EV001": Stamp("2"), "AV003": Stamp("3", dated=True)}


def before(*papers: DocumentReport, **more: Any) -> Earlier:
    """The audit of these, by way of its JSON."""
    return earlier(district_json_report(audited(*papers, stamps=STAMPS, **more)).encode())


def changed(was: Earlier, *papers: DocumentReport, stamps: Mapping[str, Stamp] = STAMPS,
            as_of: dt.date = AS_OF) -> tuple[Change, ...]:
    found = audited(*papers, previous=was, stamps=stamps, as_of=as_of).changes
    assert found is not None
    return found


def causes(*changes: Change) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.what, one.rule, f"{one.before}>{one.after}", one.cause) for one in changes]


FAILED, PASSED = (verdict("PR001", "✗"),), (verdict("PR001", "✓"),)


def test_nothing_changed() -> None:
    assert changed(before(paper()), paper()) == ()
    assert audited(paper()).changes is None


def test_the_agreement_changed() -> None:
    found = changed(before(paper(verdicts=FAILED, content="1")),
                    paper(verdicts=PASSED, content="2"), as_of=LATER)
    assert causes(*found) == [("cell", "PR001", "fail>pass", "agreement")]
    assert found[0].why == "Avtalen er endret."


def test_the_rule_changed() -> None:
    now = {**STAMPS, "PR001": Stamp("other")}
    found = changed(before(paper(verdicts=FAILED)), paper(verdicts=PASSED), stamps=now,
                    as_of=LATER)
    assert causes(*found) == [("cell", "PR001", "fail>pass", "rules")]


def test_a_new_rule_and_one_that_is_gone() -> None:
    now = {"PR001": STAMPS["PR001"], "EV001": STAMPS["EV001"], "XX001": Stamp("9")}
    was = before(paper(verdicts=(*PASSED, verdict("AV003", "✓"))))
    found = changed(was, paper(verdicts=(*PASSED, verdict("XX001", "✗"))), stamps=now)
    assert causes(*found) == [("cell", "XX001", "None>fail", "rules"),
                              ("cell", "AV003", "pass>None", "rules")]


def test_a_rule_that_was_not_selected_has_not_changed() -> None:
    both = (*PASSED, verdict("EV001", "✗"))
    assert changed(before(paper(verdicts=PASSED)), paper(verdicts=both)) == ()
    assert changed(before(paper(verdicts=both)), paper(verdicts=PASSED)) == ()


def test_it_is_read_now() -> None:
    unread = paper(verdicts=(verdict("PR001", "…"),), unread_pages=(2, 3))
    found = changed(before(unread), paper(verdicts=PASSED), as_of=LATER)
    assert causes(*found) == [("cell", "PR001", "unknown>pass", "readability")]
    assert found[0].why == "Er nå lest: side 2 og 3."
    back = changed(before(paper(verdicts=PASSED)), unread)
    assert back[0].why == "Kan ikke lenger leses: side 2 og 3."


def test_it_could_not_be_read_at_all() -> None:
    damaged = replace(paper(), verdicts=(), error=Problem("timeout", "For lang tid."))
    assert causes(*changed(before(damaged), paper(verdicts=FAILED))) == [
        ("cell", "PR001", "None>fail", "readability")]
    assert causes(*changed(before(paper(verdicts=FAILED)), damaged)) == [
        ("cell", "PR001", "fail>None", "readability")]


def test_waivers() -> None:
    waived = (verdict("PR001", "✗", waived=True),)
    given = changed(before(paper(verdicts=FAILED)), paper(verdicts=waived))
    assert causes(*given) == [("cell", "PR001", "fail>fail", "waiver-given")]
    ended = changed(before(paper(verdicts=waived)), paper(verdicts=FAILED))
    assert causes(*ended) == [("cell", "PR001", "fail>fail", "waiver-ended")]
    assert ended[0].why == "Unntaket er tatt bort."
    ran_out = changed(before(paper(verdicts=waived)), paper(verdicts=FAILED), as_of=LATER)
    assert ran_out[0].why == "Unntaket gikk ut 31.12.2026."


def test_the_day() -> None:
    was = before(paper(verdicts=(verdict("AV003", "✓"),)))
    found = changed(was, paper(verdicts=(verdict("AV003", "✗"),)), as_of=LATER)
    assert causes(*found) == [("cell", "AV003", "pass>fail", "date")]
    assert found[0].why == "Samme ord, vurdert 15.01.2027 og ikke 21.11.2026."


def test_the_program_changed() -> None:
    was = replace(before(paper(verdicts=FAILED)), version="0.0.9")
    found = changed(was, paper(verdicts=PASSED), as_of=LATER)
    assert causes(*found) == [("cell", "PR001", "fail>pass", "rules")]
    assert "0.0.9" in found[0].why


def test_documents_come_and_go() -> None:
    was = before(paper("a.pdf"), paper("b.pdf", ("Hol",)))
    found = changed(was, paper("a.pdf"), paper("c.pdf", ("Ål",)))
    assert [(one.what, one.path, one.document) for one in found] == [
        ("new", "c.pdf", 1), ("removed", "b.pdf", None)]


def test_another_name_for_the_same_file_is_no_change() -> None:
    was = before(paper("a.pdf", content="x"), paper("kopi.pdf", content="x"))
    assert changed(was, paper("ny/a.pdf", content="x"), paper("kopi.pdf", content="x")) == ()
    assert [one.what for one in changed(was, paper("kopi.pdf", content="x"))] == ["removed"]


def test_a_new_file_of_the_same_kommuner_replaces_the_old_one() -> None:
    was = before(paper("2023.pdf", ("Gol", "Hol"), verdicts=FAILED), paper("ål.pdf", ("Ål",)))
    found = changed(was, paper("ål.pdf", ("Ål",)), paper("2027.pdf", ("Hol", "Gol")))
    assert causes(*found) == [("replaced", None, "None>None", None),
                              ("cell", "PR001", "fail>pass", "agreement")]
    assert found[0].why == "Kom i stedet for 2023.pdf."


def test_a_report_of_check_will_do() -> None:
    from agreementlint.report.json import json_report

    was = earlier(json_report(report(paper(verdicts=FAILED))).encode())
    assert causes(*changed(was, paper(verdicts=PASSED), as_of=LATER)) == [
        ("cell", "PR001", "fail>pass", "rules")]  # no day can change this rule's verdict


@pytest.mark.parametrize(("data", "key"), [
    (b"\x00\xff", "earlier-no-json"), (b"[" * 100_000, "earlier-no-json"),
    (b"[]", "earlier-other"), (b'{"schema": "sarif"}', "earlier-other"),
    (b'{"schema": "agreementlint-report/2"}', "earlier-later"),
    (b'{"schema": "agreementlint-report/x"}', "earlier-other"),
    (b'{"schema": "agreementlint-report/1"}', "earlier-damaged"),
])
def test_what_is_no_earlier_report(data: bytes, key: str) -> None:
    with pytest.raises(NoEarlierReport) as raised:
        earlier(data)
    assert raised.value.key == key
    assert say("nb", key, **raised.value.values)


@pytest.mark.parametrize(("path", "value"), [
    (("as_of",), "i går"), (("as_of",), 3), (("documents",), {"a": 1}), (("documents", 0), 3),
    (("documents", 0, "path"), None), (("documents", 0, "verdicts", 0, "verdict"), "maybe"),
    (("documents", 0, "unread_pages"), ["2"]), (("documents", 0, "facts"), None),
    (("documents", 0, "verdicts", 0, "waiver"), {"until": "x"}), (("district", "rules"), [1]),
    (("tool",), "agreementlint"), (("documents", 0, "sha256"), 7),
])
def test_a_spoiled_report_is_told_in_one_sentence(path: tuple[Any, ...], value: Any) -> None:
    whole = json.loads(district_json_report(audited(paper(), stamps=STAMPS)))
    inner = whole
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(NoEarlierReport) as raised:
        earlier(json.dumps(whole).encode())
    assert raised.value.key == "earlier-damaged"


def test_stamps_of_the_rules() -> None:
    found = stamps(load([builtin()]))
    assert {id for id, one in found.items() if one.dated} == {"AV003", "AV007", "UT006"}
    assert len({one.digest for one in found.values()}) == len(found)


def test_a_stamp_is_of_what_a_rule_does_not_of_its_words(tmp_path: Any) -> None:
    from tests.rulefiles import ABSENT, CASES, one_rule

    first = stamps([one_rule(tmp_path)])["PR002"]
    told = stamps([one_rule(tmp_path, absent=ABSENT.replace("Ingenting", "Slett ingenting"))])
    judged = stamps([one_rule(tmp_path, cases=CASES.replace("at_least: 2", "at_least: 3"))])
    assert told["PR002"] == first != judged["PR002"]
