"""Kommuner with several agreements, and which of them holds (DI003)."""

from __future__ import annotations

from tests.audit.districts import audited, found, paper, verdicts_of


def test_one_each() -> None:
    old = paper("a.pdf", since="2019-01-01", until="2022-12-31")
    assert verdicts_of(audited(old, paper("b.pdf")), "DI003") == ["pass"]


def test_the_one_that_began_last_holds() -> None:
    finding, = found(audited(paper("a.pdf", ("Gol", "Hol"), since="2023-01-01"),
                             paper("b.pdf", ("Hol",), since="2025-01-01")), "DI003")
    assert (finding.verdict, finding.severity, finding.kommuner) == ("fail", "note", ("Hol",))
    assert finding.documents == (1, 0)
    assert "gjelder: b.pdf. Den går foran: a.pdf." in finding.message


def test_a_person_must_say_where_dates_do_not() -> None:
    same_day = audited(paper("a.pdf"), paper("b.pdf"))
    assert verdicts_of(same_day, "DI003") == ["review"]
    undated = audited(paper("a.pdf"), paper("b.pdf", since=None))
    assert verdicts_of(undated, "DI003") == ["review"]


def test_kommuner_with_the_same_two_are_one_finding() -> None:
    finding, = found(audited(paper("a.pdf", ("Gol", "Hol")), paper("b.pdf", ("Gol", "Hol"))),
                     "DI003")
    assert finding.kommuner == ("Gol", "Hol")


def test_copies_of_one_file_are_told_as_such() -> None:
    finding, = found(audited(paper("a.pdf", content="x"), paper("kopi.pdf", content="x")), "DI003")
    assert (finding.verdict, finding.documents) == ("fail", (0, 1))
    assert "a.pdf og kopi.pdf" in finding.message


def test_files_of_one_agreement_are_told_as_such() -> None:
    finding, = found(audited(paper("a.docx", prints=tuple("abcdef")),
                             paper("a.pdf", prints=tuple("abcdeg"))), "DI003")
    assert finding.verdict == "review" and "samme avtalen" in finding.message
    for other in (paper("b.pdf", prints=tuple("abcxyz")), paper("b.pdf"),
                  paper("b.pdf", prints=tuple("abcdef"), until="2028-12-31")):
        finding, = found(audited(paper("a.docx", prints=tuple("abcdef")), other), "DI003")
        assert "ikke fram hvilken" in finding.message


def test_two_sorts_stand_side_by_side() -> None:
    district = audited(paper("a.pdf", states={"agreement_type": "council-only"}),
                       paper("b.pdf", states={"agreement_type": "services-only"}))
    assert verdicts_of(district, "DI003") == ["pass"]
