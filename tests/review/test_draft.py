"""A draft goes in and comes back with its findings in it, and with nothing else changed."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from agreementlint.report.rows import clause
from agreementlint.review.draft import cleaned, is_reviewed, missing, untouched
from tests.review.reviews import GOLD, findings, gold, judged, reviewed, written
from tests.word.wordfiles import bare, canonical, ours, parts, realistic, root

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = sorted(file.stem for file in GOLD.glob("*.docx"))
OWN_PARTS = {"word/comments.xml", "word/commentsExtended.xml", "customXml/agreementlint.xml"}
CHANGED = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
BROKEN = re.compile(r"(?<=\w)-(?=\w)")
"""A word that was divided by hand where a line ended is whole in a quotation."""


@pytest.mark.parametrize("name", NAMES)
def test_each_finding_is_a_comment_on_its_words_and_nothing_else_changed(name: str) -> None:
    found = reviewed(gold(name))
    if found.data is None:
        assert found.report.notice is not None
        return
    comments = ours(found.data)
    for verdict in found.report.verdicts:
        own = [one for one in comments if f"({verdict.rule})" in one.lines[0]]
        if not verdict.is_finding:
            assert own == []
            continue
        assert len(own) == max(1, len(verdict.evidence))
        assert all(one.words.strip() for one in own)
        for evidence, one in zip(verdict.evidence, own, strict=False):
            assert BROKEN.sub("", bare(one.words)) == BROKEN.sub("", bare(evidence.text))
        told = "\n".join(own[0].lines)
        assert verdict.message in told and (verdict.asks or "") in told
        assert f"s. {verdict.page}" in told or verdict.page is None
        assert all(line in told for line in clause(verdict).splitlines())
    before, after = parts(gold(name)), parts(found.data)
    assert {one for one in before if before[one] != after[one]} <= CHANGED
    assert after.keys() - before.keys() == OWN_PARTS
    assert canonical(found.data) == canonical(gold(name))


@pytest.mark.parametrize("name", NAMES[::6])
def test_a_second_run_replaces_what_the_first_one_wrote(name: str) -> None:
    once = written(gold(name), suggest=True, page=True)
    assert written(once, suggest=True, page=True) == once
    assert written(once) == written(written(once))
    assert len(ours(written(once))) == len(ours(written(gold(name))))


def test_what_a_run_wrote_is_not_judged_by_the_next() -> None:
    """The suggestions would make each rule pass, and the checklist quotes the agreement."""
    draft = gold("a-porsanger-karasjok")
    once = written(draft, suggest=True, page=True)
    assert findings(reviewed(once).report) == findings(reviewed(draft).report)
    assert ours(cleaned(once)) == []
    assert findings(judged(written(draft, page=True))) == findings(judged(draft))


@pytest.mark.parametrize("name", ["a-askoy", "b-nord-gudbrandsdal", "a-valdres-tjenestetilbud"])
def test_a_suggestion_that_is_accepted_mends_its_finding(name: str) -> None:
    found = reviewed(gold(name), suggest=True)
    assert found.data is not None
    wanted = [one.rule for one in found.report.verdicts if missing(one)]
    left = findings(judged(found.data))
    assert wanted and not set(wanted) & set(left)
    passed = {one.rule for one in found.report.verdicts if one.verdict == "pass"}
    assert not passed & set(left)


def test_a_suggestion_stands_in_its_section_in_the_style_of_the_draft() -> None:
    found = reviewed(gold("a-askoy"), suggest=True)
    assert found.data is not None
    headed: dict[str, list[str]] = {}
    heading = ""
    for paragraph in root(found.data).iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(one.text or "" for one in paragraph.iter(W + "t"))
        if style is not None and style.get(W + "val", "").startswith("Heading"):
            heading = text
        if paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None:
            headed.setdefault(heading, []).append(text)
    assert any("referat" in one for one in headed["2. Politirådet"])
    assert any("fullmakt" in one for one in headed["3. Politikontakten"])
    assert any("revideres" in one for one in headed["8. Evaluering"])


def test_the_words_are_in_the_written_standard_of_the_draft() -> None:
    assert reviewed(gold("b-kvam")).lang == "nn" and reviewed(gold("a-askoy")).lang == "nb"
    nynorsk = "\n".join(line for one in ours(written(gold("b-kvam"))) for line in one.lines)
    assert "Godteke" in nynorsk and "Rettleiaren" in nynorsk and "Veilederen" not in nynorsk
    assert reviewed(gold("b-kvam"), lang="en").checklist.title.startswith("Checklist")


def test_a_word_file_of_somebody_elses_keeps_what_they_said() -> None:
    data = written(realistic(), suggest=True, page=True)
    again = cleaned(data)
    assert canonical(again) == canonical(realistic())
    assert parts(again).keys() == parts(realistic()).keys()
    for name in parts(realistic()).keys() - {"word/document.xml"}:
        assert etree.tostring(root(again, name), method="c14n") == etree.tostring(
            root(realistic(), name), method="c14n")


def test_a_result_knows_whether_somebody_has_saved_it_since() -> None:
    data = written(gold("a-askoy"))
    assert untouched(data) and is_reviewed(data)
    assert not untouched(gold("a-askoy")) and not is_reviewed(gold("a-askoy"))
    from tests.word.wordfiles import answered

    changed = answered(data, ours(data)[0], "Hva menes?")
    assert not untouched(changed) and is_reviewed(changed)


def test_what_is_no_agreement_gets_no_comments() -> None:
    from tests.reading.test_docx import para, run
    from tests.word.wordfiles import rezipped

    letter = "".join(para(run(text)) for text in (
        "Leieavtale", "Utleier leier ut en bod på 12 kvadratmeter.", "Leien er 900 kroner."))
    entries = parts(realistic())
    body = f"<w:body>{letter}</w:body></w:document>".encode()
    start = entries["word/document.xml"].split(b"<w:body>")[0]
    found = reviewed(rezipped(entries | {"word/document.xml": start + body}))
    assert found.data is None and found.report.notice is not None


def test_words_of_a_document_command_nothing_in_a_comment() -> None:
    """Markup, bidi and formula signs are text, and what cannot be seen is written out."""
    from tests.reading.test_docx import para, run
    from tests.word.wordfiles import rezipped

    evil = "Rådet møtes &lt;w:p/&gt; =HYPERLINK(&quot;x&quot;) \u202etxet\u200b én gang i året."
    entries = parts(realistic())
    main = entries["word/document.xml"].decode()
    main = main.replace("<w:tbl>", para(run(evil)) + "<w:tbl>", 1)
    data = written(rezipped(entries | {"word/document.xml": main.encode()}), page=True)
    said = [line for one in ours(data) for line in one.lines]
    said += ["".join(one.itertext()) for one in list(root(data)[0])[-90:]]
    assert not any(mark in line for line in said for mark in "\u202e\u200b\x1b")
    assert len(list(root(data, "word/comments.xml").iter(W + "comment"))) == len(ours(data)) + 2
