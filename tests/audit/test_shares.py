"""How many agreements of a district follow each rule."""

from __future__ import annotations

from tests.audit.districts import audited, paper, verdict

PASSED, FAILED = (verdict("PR001", "✓"),), (verdict("PR001", "✗"),)


def counts(*papers: object, district: str | None = "Sør-Øst") -> dict[str, int]:
    share, = audited(*papers, district=district).shares  # type: ignore[arg-type]
    return dict(share.counts)  # type: ignore[arg-type]


def test_those_in_force_count() -> None:
    old = paper("a.pdf", ("Hol",), until="2025-12-31", verdicts=FAILED)
    assert counts(old, paper("b.pdf", verdicts=PASSED)) == {"pass": 1}
    assert counts(old) == {"fail": 1}  # where none is, all count


def test_those_of_other_districts_and_copies_do_not() -> None:
    other = paper("a.pdf", ("Stavanger",), verdicts=FAILED, district="Sør-Vest politidistrikt")
    unknown = paper("b.pdf", (), verdicts=FAILED)
    papers = (paper("c.pdf", verdicts=PASSED, content="x"),
              paper("d.pdf", verdicts=PASSED, content="x"), other, unknown)
    assert counts(*papers) == {"pass": 1, "fail": 1}
    assert counts(*papers, district=None) == {"pass": 1, "fail": 2}


def test_the_share_is_of_those_that_the_rule_applies_to() -> None:
    papers = [paper(f"{name}.pdf", (name,), verdicts=(verdict("PR001", sign),))
              for name, sign in zip(("Gol", "Hol", "Ål", "Flå"), "✓✗–…", strict=True)]
    share, = audited(*papers).shares
    assert (share.judged, round(share.share or 0, 2)) == (3, 0.33)
    nobody, = audited(paper(verdicts=(verdict("PR001", "–"),))).shares
    assert nobody.share is None
