"""Agreements that share their text, and the gaps that they have from it."""

from __future__ import annotations

from typing import Any

from agreementlint.audit.templates import templates
from agreementlint.fingerprints import constant_words, fingerprints
from agreementlint.model import Block, Document, Span, Verdict
from tests.audit.districts import audited, paper, verdict

TEXT = ("a", "b", "c", "d", "e", "f")
KOMMUNER = ("Gol", "Hol", "Ål", "Flå", "Hemsedal")


def of_template(*verdicts: tuple[Verdict, ...], prints: tuple[str, ...] = TEXT) -> list[Any]:
    return [paper(f"{kommune}.pdf", (kommune,), prints=prints, verdicts=own)
            for kommune, own in zip(KOMMUNER, verdicts, strict=False)]


def test_a_paragraph_is_the_same_whatever_it_names() -> None:
    one = constant_words("Ordføreren i Gol kommune og lensmannen møtes 3. mai 2024 klokken 12.")
    other = constant_words("Rådmannen i Hol og Ål kommuner og lensmannen møtes i 2026, 1. juni "
                           "klokken 9.")
    assert one == ["i", "lensmannen", "møtes", "klokken"]
    assert [word for word in other if word != "i"] == [word for word in one if word != "i"]


def test_a_document_has_a_print_for_each_longer_paragraph() -> None:
    texts = ("Kort avsnitt.", "Kommunen Gol og politiet skal møtes jevnlig og fast i et råd som "
             "drøfter det som angår begge.")
    whole = "\n".join(texts)
    blocks = (Block("text", Span(0, len(texts[0]))),
              Block("text", Span(len(texts[0]) + 1, len(whole))))
    document = Document("a", "b", "text", whole, blocks, ())
    print_, = fingerprints(document)
    assert (print_.start, print_.end) == (len(texts[0]) + 1, len(whole))
    other = whole.replace("Gol", "Hemsedal")
    moved = (blocks[0], Block("text", Span(len(texts[0]) + 1, len(other))))
    assert fingerprints(Document("c", "d", "text", other, moved, ()))[0].key == print_.key


def test_a_gap_of_the_template_is_told_once() -> None:
    missing = (verdict("EV001", "✗"),)
    papers = of_template(missing, missing, missing, (verdict("EV001", "✓"),))
    one, = audited(*papers).templates
    assert (one.documents, one.shared, one.gaps) == ((0, 1, 2, 3), 1.0, {"EV001": (0, 1, 2)})


def test_words_of_its_own_are_no_gap_of_the_template() -> None:
    shared, own = Span(110, 150), Span(610, 650)
    texts = [(*TEXT, f"own-{number}") for number in range(3)]
    papers = [paper(f"{number}.pdf", (KOMMUNER[number],), prints=texts[number], verdicts=(
        verdict("PR001", "?", words=shared), verdict("PR002", "✗", words=own)))
        for number in range(3)]
    one, = audited(*papers).templates
    assert one.gaps == {"PR001": (0, 1, 2)}
    assert 0.8 < one.shared < 0.9


def test_what_only_some_have_is_no_gap_of_the_template() -> None:
    fine, missing = (verdict("EV001", "✓"),), (verdict("EV001", "✗"),)
    assert audited(*of_template(missing, missing, fine, fine)).templates[0].gaps == {}
    waived = (verdict("EV001", "✗", waived=True),)
    assert audited(*of_template(waived, waived)).templates[0].gaps == {"EV001": (0, 1)}
    unread = (verdict("EV001", "…"),)
    assert audited(*of_template(unread, unread)).templates[0].gaps == {}


def test_texts_that_have_little_in_common_are_no_template() -> None:
    other = paper("b.pdf", ("Hol",), prints=("a", "b", "c", "x", "y", "z", "w"))
    assert audited(paper("a.pdf", prints=TEXT), other).templates == ()
    short = [paper(f"{number}.pdf", (KOMMUNER[number],), prints=("a", "b")) for number in range(3)]
    assert audited(*short).templates == ()


def test_copies_and_earlier_versions_are_no_template() -> None:
    assert audited(paper("a.pdf", prints=TEXT, content="x"),
                   paper("b.pdf", ("Hol",), prints=TEXT, content="x")).templates == ()
    assert audited(paper("a.pdf", since="2023-01-01", prints=TEXT),
                   paper("b.pdf", prints=TEXT)).templates == ()


def test_two_templates() -> None:
    papers = [paper(f"{number}.pdf", (KOMMUNER[number % 5],), since=f"20{20 + number}-01-01",
                    prints=TEXT if number < 3 else tuple("uvwxyz")) for number in range(5)]
    assert [one.documents for one in audited(*papers).templates] == [(0, 1, 2), (3, 4)]


def test_work_grows_with_the_number_of_documents_not_of_pairs() -> None:
    """By counting, since time is no measure here: the prints that are looked at."""
    looked = 0

    class Counted(str):
        def __hash__(self) -> int:
            nonlocal looked
            looked += 1
            return super().__hash__()

    def work(size: int) -> int:
        nonlocal looked
        documents = [paper(f"{number}.pdf", prints=tuple(
            Counted(f"{key}{number % 50}") for key in TEXT)) for number in range(size)]
        looked = 0
        templates(documents, range(size))
        return looked

    assert work(400) < 5 * work(100)
