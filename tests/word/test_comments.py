"""Comments on words of Word files as people leave them: exactly there, and nothing else changed."""

from __future__ import annotations

import datetime as dt

import pytest
from lxml import etree

from agreementlint.model import Document, ReadError, Span, View
from agreementlint.reading.dispatch import read_here
from agreementlint.reading.layout import Wishes
from agreementlint.word.comments import Note, add, remove, threads
from agreementlint.word.marks import Mark, mark_of
from agreementlint.word.package import WordFile
from agreementlint.word.runs import note_reference, stretches
from tests.word.wordfiles import (
    W15,
    W,
    answered,
    bare,
    canonical,
    comments,
    ours,
    parts,
    realistic,
    rezipped,
    root,
)

DAY = dt.date(2027, 2, 1)
MARK = Mark("PR002", "0123456789ab")
PHRASES = (
    "politiet har et",  # over runs, another comment ends inside it
    "Politirådet møtes én gang i året.",  # over a deletion and an insertion
    "gang i",  # from inside the insertion
    "Politiråd | To ganger i året",  # over cells
    "b) beredskap",  # with a number that Word counts out
    "på nettet og gjelder",  # out of a link
    "Boksen sier",  # in a text box
    "valgt rus",  # in a content control
    "er åpent.",  # with hard spaces and a letter of two characters
    "For Gol kommune   For Sør-Øst",  # over a tab
    "Ordføreren leder.",
)


def read(data: bytes, view: View = "accepted") -> Document:
    return read_here(data, name="utkast.docx", wishes=Wishes(view=view))


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def noted(data: bytes, *phrases: str, view: View = "accepted") -> bytes:
    document, file = read(data, view), WordFile(data)
    spans = [span(document, words) for words in phrases]
    found = stretches(file.main, document, spans)
    for number, one in enumerate(spans):
        add(file, Note((f"Funn {number} (PR002)", "Mer"), MARK._replace(place=number), DAY),
            found[one])
    return file.data()


@pytest.mark.parametrize("words", PHRASES)
def test_a_comment_stands_on_its_words_and_no_others(words: str) -> None:
    found = ours(noted(realistic(), words))
    assert [bare(one.words.replace("a\u030a", "å")) for one in found] == [
        bare(words.removeprefix("b) "))]


def test_many_comments_stand_on_their_words_together() -> None:
    """Spans that overlap and touch, each found where the others have cut runs."""
    words = ("Kommunen og politiet", "og politiet har", "har et felles råd.", "felles råd. Politi")
    found = ours(noted(realistic(), *words))
    assert [bare(one.words) for one in found] == [bare(one) for one in words]


def test_deleted_words_carry_comments_in_the_view_of_the_original() -> None:
    data = noted(realistic(), "møtes fire i året", view="original")
    inside = [one for one in root(data).iter(W + "commentRangeStart", W + "commentRangeEnd")
              if one.get(W + "id") == ours(data)[0].id]
    between = [text.text for text in root(data).iter(W + "delText")]
    assert len(inside) == 2 and between == ["fire"]


@pytest.mark.parametrize("words", [PHRASES, PHRASES[:1]])
def test_everything_else_is_as_it_was(words: tuple[str, ...]) -> None:
    before, after = parts(realistic()), parts(noted(realistic(), *words))
    changed = {"word/document.xml", "word/comments.xml", "word/commentsExtended.xml"}
    assert {name for name in before if before[name] != after[name]} == changed
    assert before.keys() == after.keys()
    assert canonical(rezipped(after)) == canonical(realistic())
    others = [one[:3] for one in comments(rezipped(after)) if one.author != "agreementlint"]
    assert others == [one[:3] for one in comments(realistic())]
    assert read(rezipped(after)).text == read(realistic()).text


def test_a_file_without_comments_gets_the_parts_types_and_relationships() -> None:
    entries = parts(realistic())
    for name in ("word/comments.xml", "word/commentsExtended.xml"):
        del entries[name]
    for name, words in (("[Content_Types].xml", b"/word/comments"),
                        ("word/_rels/document.xml.rels", b'Target="comments')):
        tree = etree.fromstring(entries[name])
        for one in list(tree):
            if words in etree.tostring(one):
                tree.remove(one)
        entries[name] = etree.tostring(tree)
    after = parts(noted(rezipped(entries), "Ordføreren leder."))
    assert {"word/comments.xml", "word/commentsExtended.xml"} <= after.keys()
    for name in ("comments", "commentsExtended"):
        assert f"/word/{name}.xml".encode() in after["[Content_Types].xml"]
        assert f'Target="{name}.xml"'.encode() in after["word/_rels/document.xml.rels"]


def test_ids_are_those_of_no_other() -> None:
    data = noted(realistic(), *PHRASES)
    ids = [one.id for one in comments(data)]
    paras = [one.para for one in comments(data)]
    assert len(set(ids)) == len(ids) and len(set(paras)) == len(paras)
    extended = [one.get(W15 + "paraId") for one in root(data, "word/commentsExtended.xml")]
    assert sorted(extended) == sorted(paras)
    assert all(int(one, 16) < 0x80000000 for one in paras)


def test_what_is_taken_out_leaves_the_file_as_it_was() -> None:
    file = WordFile(noted(realistic(), *PHRASES))
    remove(file, threads(file))
    data = file.data()
    assert not ours(data) and canonical(data) == canonical(realistic())
    assert b"_al_" not in parts(data)["word/document.xml"]
    assert parts(data)["word/comments.xml"].count(b"<w:comment ") == 2


def test_a_file_that_nobody_changed_comes_back_part_for_part() -> None:
    file = WordFile(realistic())
    assert threads(file) == () and file.body is not None
    assert parts(file.data()) == parts(realistic())


def test_a_thread_knows_its_mark_its_answers_and_whether_it_was_changed() -> None:
    data = noted(realistic(), "Ordføreren leder.", "gang i")
    data = answered(data, ours(data)[0], "Godtatt: slik er det")
    first, second = threads(WordFile(data))
    assert first.mark is not None and (first.mark.rule, first.mark.finding) == MARK[:2]
    assert [one.lines for one in first.answers] == [("Godtatt: slik er det",)]
    assert not first.edited and second.answers == ()


def test_words_of_a_footnote_have_the_place_of_its_reference() -> None:
    document, file = read(realistic()), WordFile(realistic())
    assert stretches(file.main, document, [span(document, "Noten forklarer det.")]) == {}
    run = note_reference(file, "Noten forklarer det.")
    assert run is not None and run.find(W + "footnoteReference") is not None
    assert note_reference(file, "Noe annet") is None


def test_names_of_marks_come_back_and_are_short_enough_for_word() -> None:
    long = Mark("LOKALREGEL0012", "0123456789ab", "89abcdef", 9)
    for mark in (MARK, MARK._replace(place=3), long):
        found = mark_of(mark.name)
        assert found is not None and len(mark.name) <= 40
        assert found[1:] == mark[1:] and mark.rule.startswith(found.rule)
    assert mark_of("_Toc123") is None


def test_strict_open_xml_is_told() -> None:
    entries = parts(realistic())
    entries["word/document.xml"] = entries["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    with pytest.raises(ReadError) as error:
        WordFile(rezipped(entries))
    assert (error.value.kind, error.value.reason) == ("unsupported", "strict")


def test_the_guard_stands_before_the_writer_too() -> None:
    entries = parts(realistic())
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + entries["word/document.xml"]
    for broken in (bomb, b"<w:document", b"<a>" * 300):
        with pytest.raises(ReadError):
            WordFile(rezipped(entries | {"word/document.xml": broken}))
    with pytest.raises(ReadError):
        file = WordFile(rezipped(entries | {"word/comments.xml": bomb}))
        threads(file)
