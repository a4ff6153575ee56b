"""What is shown beside the findings: all of the text, once, with their words marked."""

from __future__ import annotations

from dataclasses import replace

from agreementlint.model import Block, DocumentReport, Evidence, Span, Verdict
from agreementlint.reading.sheets import Sheet
from agreementlint.web.shown import marks, pages, shown_rules, stretches
from tests.cases import TEXT, document, span


def finding(rule: str, *words: str, **values: object) -> Verdict:
    evidence = tuple(Evidence(one, span=span(one)) for one in words)
    return replace(Verdict(rule, rule.lower(), "fail", "warning", "Nei.", None, None, None,
                           evidence=evidence), **values)  # type: ignore[arg-type]


def report(*verdicts: Verdict) -> DocumentReport:
    return DocumentReport("a.txt", "0" * 64, "txt", verdicts=verdicts)


def test_only_findings_are_marked() -> None:
    found = marks(report(finding("PR001", "Rådet møtes", "evalueres"),
                         finding("PR002", "Politiråd", verdict="pass")))
    assert [(one.rule, one.place, one.id) for one in found] == [
        ("PR001", 0, "m-PR001-0"), ("PR001", 1, "m-PR001-1")]


def test_all_text_is_shown_once_whatever_overlaps() -> None:
    paper = document(pages=None)
    found = marks(report(finding("PR001", "Rådet møtes to ganger"), finding("PR002", "to ganger i"),
                         finding("PR003", "ganger i året.\nRådet evalueres")))
    made = stretches(paper, found)
    lines = ["".join(piece.text for piece in paragraph.cells[0])
             for stretch in made for paragraph in stretch.paragraphs]
    assert "\n".join(lines) == TEXT
    pieces = [piece for stretch in made for paragraph in stretch.paragraphs
              for piece in paragraph.cells[0]]
    assert [(piece.text, [one.rule for one in piece.marks]) for piece in pieces if piece.marks] == [
        ("Rådet møtes ", ["PR001"]), ("to ", ["PR001", "PR002"]),
        ("ganger", ["PR001", "PR002", "PR003"]), (" i", ["PR002", "PR003"]),
        (" året.", ["PR003"]), ("Rådet evalueres", ["PR003"])]
    assert [one.id for piece in pieces for one in piece.begins] == [
        "m-PR001-0", "m-PR002-0", "m-PR003-0"]


def test_rows_and_bullets_stand_together() -> None:
    paper = document("En\nTo\nTre | Fire\nFem | Seks\nSju", pages=None)
    kinds = ("bullet", "bullet", "row", "row", "text")
    cut = [(Span(9, 12), Span(15, 19))]
    blocks = tuple(Block(kind, block.span, table=1 if kind == "row" else None,  # type: ignore[arg-type]
                         cells=cut[0] if block.span.start == 6 else ())
                   for kind, block in zip(kinds, paper.blocks, strict=True))
    made = stretches(replace(paper, blocks=blocks), ())
    assert [(one.kind, len(one.paragraphs)) for one in made] == [
        ("list", 2), ("table", 2), ("text", 1)]
    assert len(made[1].paragraphs[0].cells) == 2


def test_marks_are_on_the_pages_on_which_they_stand() -> None:
    paper = replace(document(), pages=2)
    found = marks(report(finding("PR001", "møtes to")))
    drawn = pages(paper, found, {1: Sheet(b"", 0, 0, 100, 200)})
    assert [(one.number, one.sheet is not None, len(one.drawn)) for one in drawn] == [
        (1, True, 1), (2, False, 0)]
    assert drawn[0].drawn[0].boxes
    assert shown_rules(found, drawn) == {"PR001": "m-PR001-0"}
    assert shown_rules(found, pages(paper, found, {})) == {}
