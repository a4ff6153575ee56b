"""Paragraphs that are tracked as inserted, and a last page: in and out again."""

from __future__ import annotations

import datetime as dt

from agreementlint.reading.dispatch import read_here
from agreementlint.reading.layout import Wishes
from agreementlint.word import insertions, lastpage
from agreementlint.word.lastpage import PageLine
from agreementlint.word.names import W
from agreementlint.word.package import WordFile
from tests.word.wordfiles import canonical, parts, realistic, root

DAY = dt.date(2027, 2, 1)
LINES = ("Rådet møtes to ganger i året.", "- og ved behov")
PAGE = (PageLine("title", "Sjekkliste"), PageLine("heading", "Mangler"),
        PageLine("item", "✗\tReferat"), PageLine("words", "«ordene»"))


def text(data: bytes, **wishes: str) -> str:
    return read_here(data, name="utkast.docx", wishes=Wishes(**wishes)).text  # type: ignore[arg-type]


def inserted() -> bytes:
    file = WordFile(realistic())
    paragraphs = list(file.body.iter(W + "p"))
    insertions.insert(file, paragraphs[3], paragraphs[2], LINES, DAY)
    return file.data()


def test_an_insertion_is_text_as_accepted_and_none_as_it_was() -> None:
    data = inserted()
    assert "Rådet drøfter:\nRådet møtes to ganger i året.\nog ved behov" in text(data)
    assert text(data, view="original") == text(realistic(), view="original")


def test_an_insertion_looks_like_its_model_but_is_no_item_of_its_list() -> None:
    file = WordFile(realistic())
    item = list(file.body.iter(W + "p"))[4]
    assert item.find(f"{W}pPr/{W}numPr") is not None
    insertions.insert(file, item, item, LINES[:1], DAY)
    new = item.getnext()
    assert new.find(f"{W}pPr/{W}numPr") is None
    assert new.find(f"{W}pPr/{W}rPr/{W}ins").get(W + "author") == "agreementlint"
    assert [one.get(W + "author") for one in new.findall(W + "ins")] == ["agreementlint"]


def test_insertions_are_told_from_those_of_others_and_taken_out() -> None:
    file = WordFile(inserted())
    found = insertions.inserted_by_us(file)
    assert len(found) == len(LINES)
    insertions.remove(found)
    assert canonical(file.data()) == canonical(realistic())
    assert insertions.inserted_by_us(WordFile(realistic())) == []


def test_what_somebody_has_written_in_is_theirs() -> None:
    file = WordFile(inserted())
    first = insertions.inserted_by_us(file)[0]
    first.find(W + "ins").set(W + "author", "Kari Nordmann")
    assert len(insertions.inserted_by_us(file)) == len(LINES) - 1


def test_ids_of_insertions_are_their_own() -> None:
    document = root(inserted())
    ids = [one.get(W + "id") for one in document.iter(W + "ins", W + "del")]
    assert len(set(ids)) == len(ids)


def test_nothing_is_inserted_behind_the_end_of_a_section_of_pages() -> None:
    file = WordFile(realistic())
    paragraph = list(file.body.iter(W + "p"))[3]
    properties = paragraph.makeelement(W + "pPr")
    properties.append(properties.makeelement(W + "sectPr"))
    paragraph.insert(0, properties)
    insertions.insert(file, paragraph, None, LINES[:1], DAY)
    assert paragraph.getprevious().find(f"{W}pPr/{W}rPr/{W}ins") is not None


def test_the_last_page_is_a_section_of_its_own_and_goes_again() -> None:
    file = WordFile(realistic())
    lastpage.add(file, PAGE)
    data = file.data()
    body = root(data)[0]
    assert len(list(body.iter(W + "sectPr"))) == 2 and body[-1].tag == W + "sectPr"
    assert body[-1].find(W + "headerReference") is not None
    added = [one for one in body if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert "".join(added[0].itertext()) == "Sjekkliste"
    again = WordFile(data)
    lastpage.remove(again)
    assert canonical(again.data()) == canonical(realistic())
    assert parts(again.data()).keys() == parts(realistic()).keys()


def test_the_last_page_is_no_text_of_the_agreement() -> None:
    file = WordFile(realistic())
    lastpage.add(file, PAGE)
    assert text(file.data()) == text(realistic())


def test_half_a_bookmark_takes_nothing_with_it() -> None:
    file = WordFile(realistic())
    lastpage.add(file, PAGE)
    for end in list(file.body.iter(W + "bookmarkEnd")):
        end.getparent().remove(end)
    before = len(file.body)
    lastpage.remove(file)
    assert len(file.body) == before
