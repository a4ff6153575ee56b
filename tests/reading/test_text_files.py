"""Text files, and the blocks, words and lines that are read of them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from agreementlint.model import Block, ReadError
from agreementlint.reading.dispatch import read_here
from agreementlint.reading.layout import Reading
from agreementlint.reading.marks import has_leaders, is_fill, joined
from agreementlint.reading.sniff import format_of
from agreementlint.reading.text import read_text

GOLD = Path(__file__).parents[3] / "shared" / "gold"
WORDS = (
    "kommunen politiet rådet samarbeidet handlingsplanen forebygge skal arbeide med og for det som"
    " er i møtene oppfølging beredskapsplanen avtalen partene evaluerer hvert år"
).split()


def read(text: str) -> Reading:
    return read_text(text.encode())


def shown(reading: Reading, kind: str | None = None) -> list[str]:
    return [words(reading, b) for b in reading.blocks if kind is None or b.kind == kind]


def words(reading: Reading, block: Block) -> str:
    return reading.text[block.span.start : block.span.end]


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind, words(reading, block)) for block in reading.blocks]


# ---------------------------------------------------------------- paragraphs


sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(
    lambda found: " ".join(found).capitalize() + "."
)


def is_visibly_wrapped(lines: list[str]) -> bool:
    """Whether sentences are cut by the ends of lines more often than not; else nobody can tell."""
    return 2 * sum(not line.endswith(".") for line in lines[:-1]) > len(lines) - 1 > 1


@settings(deadline=None, max_examples=60)
@given(st.lists(sentences, min_size=4, max_size=8), st.integers(30, 110))
def test_a_paragraph_reads_the_same_at_every_width(found: list[str], width: int) -> None:
    paragraph = " ".join(found)
    lines = textwrap.wrap(paragraph, width)
    assume(is_visibly_wrapped(lines))
    assert read("\n".join(lines)).text == paragraph


@settings(deadline=None, max_examples=60)
@given(st.lists(sentences, min_size=4, max_size=8), st.integers(30, 90), st.data())
def test_a_hyphenated_paragraph_reads_as_the_unbroken_one(
    found: list[str], width: int, data: st.DataObject
) -> None:
    paragraph = " ".join(found)
    lines = [""]
    for word in paragraph.split():
        room = width - len(lines[-1]) - 2
        letters = len(word.rstrip("."))
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif letters >= 8 and room >= 4 and data.draw(st.booleans()):
            cut = min(room, letters - 3)
            lines[-1] += f" {word[:cut]}-"
            lines.append(word[cut:])
        else:
            lines.append(word)
    assume(is_visibly_wrapped(lines))
    assert read("\n".join(lines)).text == paragraph


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abc åØ.-–|#*•1)\n\t\f\xa0\u200b", max_size=200))
def test_every_piece_is_a_word_of_its_line(text: str) -> None:
    try:
        reading = read(text)
    except ReadError:
        return
    sources = text.replace("\f", "").split("\n")
    for piece in reading.pieces:
        word = reading.text[piece.start : piece.end]
        assert word and not word.split()[1:]
        assert piece.line is not None
        source = sources[piece.line - 1].replace("\u200b", "").replace("\xa0", " ")
        assert word.replace("*", "") in source.replace("*", "")


def test_blocks_are_parted_by_one_line_feed_and_hold_none() -> None:
    reading = read("# En\n\nTo tre.\n\n- fire\n- fem\n\n| a | b |\n|---|---|\n| c | d |\n")
    ends = [block.span.end for block in reading.blocks]
    starts = [block.span.start for block in reading.blocks]
    assert starts == [0, *(end + 1 for end in ends[:-1])]
    assert all("\n" not in text for text in shown(reading))


@pytest.mark.parametrize(
    ("last", "following", "meeting"),
    [
        ("samar-", "beid", ("samar", "")),
        ("SLT-", "arbeidet", ("SLT-", "")),
        ("Nord-", "Gudbrandsdal", ("Nord-", "")),
        ("2014-", "2017", ("2014-", "")),
        ("2014–", "2017", ("2014–", "")),
        ("e-", "post", ("e-", "")),
        ("helse-/", "og", ("helse-/", "")),
        ("politi-", "og", None),
        ("kommune-", "eller", None),
        ("–", "som", None),
        ("rådet", "møtes", None),
        ("samar\ufffe", "beid", ("samar", "")),
        ("SLT\ufffe", "arbeidet", ("SLT-", "")),
    ],
)
def test_the_hyphen_at_a_line_end(
    last: str, following: str, meeting: tuple[str, str] | None
) -> None:
    assert joined(last, following, frozenset()) == meeting


def test_the_document_itself_tells_whether_a_hyphen_belongs_to_the_word() -> None:
    assert joined("Ungdata-", "tall", frozenset({"Ungdata"})) == ("Ungdata-", "")
    assert joined("Politi-", "kontakten", frozenset({"Politi", "Politikontakten"})) == (
        "Politi",
        "",
    )


def test_words_inside_the_lines_decide_about_hyphens_at_their_ends() -> None:
    lines = ["Partene bruker Ungdata i alt arbeid, og rådet ser på Ungdata-", "tall hvert år."]
    assert "Ungdata-tall" in read("\n".join(lines)).text


def test_a_split_word_is_two_pieces_on_two_lines() -> None:
    reading = read("Partene er enige om å føre sam-\narbeidet videre i de neste fire årene.\n")
    split = [p for p in reading.pieces if reading.text[p.start : p.end] in ("sam", "arbeidet")]
    assert [(p.line, p.end - p.start) for p in split] == [(1, 3), (2, 8)]
    assert split[0].end == split[1].start


def test_a_name_at_the_beginning_of_a_line_does_not_begin_a_paragraph() -> None:
    lines = [
        "Ordningen er lagt fram av partene i fellesskap, og den er godkjent av",
        "Politidirektoratet i brev av april, slik at den kan tas i bruk fra den dagen som",
        "partene blir enige om.",
    ]
    assert read("\n".join(lines)).text == " ".join(lines)


def test_a_date_carries_on_a_sentence() -> None:
    lines = ["Partene drøfter en ny avtale når den gamle går ut, og de begynner med det", "senest"]
    text = "\n".join([*lines, "1. januar 2027."])
    assert read(text).text == " ".join([*lines, "1. januar 2027."])


def test_nothing_goes_on_with_place_and_date() -> None:
    reading = read("Partene er enige om dette.\n\nStore Nordfjell, den 3. mai 2024\nfor partene\n")
    assert shown(reading)[1:] == ["Store Nordfjell, den 3. mai 2024", "for partene"]


def test_short_lines_stay_apart() -> None:
    reading = read(
        "Fjordvik kommune\nStrandbygd kommune\n\n"
        "Dette er en setning som går over flere linjer fordi den er så lang at den\n"
        "ikke får plass på én linje, og derfor må den settes sammen igjen av den som\n"
        "leser den.\n\nKari Nordmann\nordfører\n"
    )
    assert len(reading.blocks) == 5
    assert shown(reading)[-2:] == ["Kari Nordmann", "ordfører"]


# ---------------------------------------------------------------- headings, lists, tables


def test_marks_of_headings_are_their_level() -> None:
    reading = read("# En\n## To\n###### Seks\nTEKST MED STORE BOKSTAVER\n\nMer tekst her.\n")
    assert [(b.kind, b.level) for b in reading.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 6),
        ("text", 0),
        ("text", 0),
    ]


def test_headings_without_marks() -> None:
    reading = read(
        "AVTALE OM SAMARBEID\n\n3.1 Møter i rådet\n\nRådet møtes to ganger i året.\n\n"
        "§ 4 Rådets saker\n\nRådet drøfter det som er felles.\n\nIV. Beredskap\n\n"
        "Partene øver i lag.\n\nDet vi forventer\n\nPartene møter forberedt hver gang.\n\n"
        "1. Det opprettes et råd i Fjordvik kommune. Det ledes av ordføreren.\n\n"
        "Post 2. Rådet møtes når det trengs.\n\nFjordvik, 3. mai 2024\n\nMed hilsen\n\n"
        "Kari Nordmann\nordfører\n"
    )
    assert shown(reading, "heading") == [
        "AVTALE OM SAMARBEID",
        "3.1 Møter i rådet",
        "§ 4 Rådets saker",
        "IV. Beredskap",
        "Det vi forventer",
    ]


def test_a_letterhead_and_parties_are_no_headings() -> None:
    reading = read(
        "NORDFJELL POLITIDISTRIKT\n\nFjordvik kommune, Strandbygd kommune\n\n"
        "Avtalen er inngått mellom partene for å forebygge kriminalitet i kommunene.\n"
    )
    assert shown(reading, "heading") == []


@pytest.mark.parametrize("glyph", ["-", "–", "*", "•", "·", "‣", "\uf0b7"])
def test_bullets_lose_their_glyph(glyph: str) -> None:
    reading = read(f"Rådet skal\n\n{glyph} drøfte planer\n{glyph} følge opp\n")
    assert shown(reading, "bullet") == ["drøfte planer", "følge opp"]


def test_enumerators_stay_in_the_text() -> None:
    reading = read("Rådet skal\na) drøfte planer\nb) følge opp\n1) ett\n(c) to\n")
    assert shown(reading, "bullet") == ["a) drøfte planer", "b) følge opp", "1) ett", "(c) to"]


def test_bullets_run_on_by_indent_and_nest_by_it() -> None:
    reading = read(
        "- gi råd til rektorer og barnevern\n  i enkeltsaker\n  - også skriftlig\n- delta i møter\n"
    )
    assert [(b.level, words(reading, b)) for b in reading.blocks] == [
        (1, "gi råd til rektorer og barnevern i enkeltsaker"),
        (2, "også skriftlig"),
        (1, "delta i møter"),
    ]


def test_a_dash_within_a_sentence_is_no_bullet() -> None:
    reading = read(
        "Partene er enige om at alle tiltak skal drøftes i rådet før de settes i verk\n"
        "– også de som bare gjelder én av partene og som ikke koster noe.\n"
    )
    assert len(reading.blocks) == 1


def test_rows_have_cells_and_a_table() -> None:
    reading = read("| Sted | Åpent |\n|---|:--:|\n| Vik |  |\n\nTekst her.\n\n| Ny | tabell |\n")
    rows = [block for block in reading.blocks if block.kind == "row"]
    assert [(b.table, words(reading, b)) for b in rows] == [
        (1, "Sted | Åpent"),
        (1, "Vik | "),
        (2, "Ny | tabell"),
    ]
    assert [reading.text[c.start : c.end] for c in rows[1].cells] == ["Vik", ""]


def test_signatures_beside_each_other_are_columns() -> None:
    reading = read("For kommunen            For politiet\n\nKari Nordmann           Ola Hansen\n")
    assert [block.kind for block in reading.blocks] == ["columns", "columns"]
    cells = [reading.text[c.start : c.end] for c in reading.blocks[1].cells]
    assert cells == ["Kari Nordmann", "Ola Hansen"]
    assert shown(reading)[1] == "Kari Nordmann   Ola Hansen"


def test_a_number_with_a_wide_gap_is_no_column() -> None:
    assert read("3.1     Møter i rådet\n\nRådet møtes.\n").blocks[0].kind == "heading"


def test_a_number_on_a_line_of_its_own_belongs_to_the_heading_below() -> None:
    reading = read("Rådet møtes to ganger.\n\n2.3\n\nMøter i rådet\n\nRådet møtes i mai.\n")
    assert kinds(reading)[1] == ("heading", "2.3 Møter i rådet")
    assert [piece.line for piece in reading.pieces][4:6] == [3, 5]


@pytest.mark.parametrize("mark", [".", ". ", "_", "*a ", "[a](", "1."])
def test_long_lines_of_marks_are_read(mark: str) -> None:
    assert len(read(mark * 9000 + "x").blocks) == 1


def test_contents() -> None:
    reading = read(
        "Innhold\n\n1 Formål\n2 Rådet\n3 Møter\n4 Varighet\n\n1 Formål\n\nFormålet er trygghet.\n\n"
        "Vedlegg ........ 12\n"
    )
    assert shown(reading, "contents") == [
        "Innhold",
        "1 Formål",
        "2 Rådet",
        "3 Møter",
        "4 Varighet",
        "Vedlegg ........ 12",
    ]
    assert shown(reading, "heading") == ["1 Formål"]


@pytest.mark.parametrize("text", ["_____", "........", "…………", "____ ____", "-----"])
def test_lines_to_write_on(text: str) -> None:
    assert is_fill(text) and not is_fill(text + " ordfører")


def test_leaders_end_in_a_page_number() -> None:
    assert has_leaders("1.1 Formål ..... 5") and has_leaders("Formål . . . . 12")
    assert not has_leaders("Dato: .........") and not has_leaders("Rådet møtes i 2025")


def test_footnotes_are_notes() -> None:
    assert read("Rådet møtes¹.\n\n¹ Første gang i mai.\n").blocks[1].kind == "note"


# ---------------------------------------------------------------- markdown


def test_markdown_is_taken_away() -> None:
    reading = read(
        "**Vold** og *rus*, se [nettsiden](https://eksempel.no/a_(b)).\n\n---\n\n"
        "[bookmark: _Toc1]To\\-delt \\* og snake_case_ord, 2 * 3 * 4.\n"
    )
    assert shown(reading) == [
        "Vold og rus, se nettsiden.",
        "To-delt * og snake_case_ord, 2 * 3 * 4.",
    ]


def test_wholly_italic_and_bold_paragraphs_are_told() -> None:
    reading = read("*Sitat fra loven.*\n\n**Fet linje.**\n\nVanlig *ord* her.\n")
    assert [(b.italic, b.bold) for b in reading.blocks] == [
        (True, False),
        (False, True),
        (False, False),
    ]


# ---------------------------------------------------------------- pages


PAGED = (
    "Avtale Fjordvik                  Side 1 av 3\n\nRådet skal drøfte det som er felles for alle"
    " parter, og\n\f"
    "Avtale Fjordvik                  Side 2 av 3\n\ndet skal følge opp det som er bestemt.\n\f"
    "Avtale Fjordvik                  Side 3 av 3\n\nFjordvik, 3. mai 2024\n"
)


def test_running_headers_go_and_the_sentence_they_cut_is_whole() -> None:
    reading = read(PAGED)
    assert shown(reading)[0] == (
        "Rådet skal drøfte det som er felles for alle parter, og det skal følge opp det som er"
        " bestemt."
    )
    assert reading.running == tuple(f"Avtale Fjordvik Side {n} av 3" for n in (1, 2, 3))
    assert reading.pages == 3
    assert {piece.page for piece in reading.pieces} == {1, 2, 3}


@pytest.mark.parametrize("number", ["{}", "– {} –", "side {}", "Side {} av 3", "{} / 3"])
def test_page_numbers_go(number: str) -> None:
    pages = [
        f"Avsnitt {w} handler om noe.\n\n  {number.format(n)}\n" for n, w in enumerate("abc", 1)
    ]
    reading = read("\f".join(pages))
    assert shown(reading) == [f"Avsnitt {w} handler om noe." for w in "abc"]


def test_a_year_at_the_top_of_a_page_is_no_page_number() -> None:
    assert "2025" in read("Avtale\n\f2025\n\nAvtalen gjelder ett år.\n").text


def test_without_form_feeds_there_are_no_pages_but_lines() -> None:
    reading = read("En linje.\n\nTo linjer.\n")
    assert reading.pages is None
    assert [piece.line for piece in reading.pieces] == [1, 1, 3, 3]


# ---------------------------------------------------------------- bytes


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    data = "Blåbærøl – «så»".encode(encoding)
    assert read_text(data).text == "Blåbærøl – «så»"
    assert format_of(data) == "text"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Blåbær – så".encode() + b" \x96 her", "Blåbær – så – her"),
        ("så".encode("latin-1") + b"\x81 og", "så og"),
        ("på".encode("utf-16")[:-1], "p\ufffd"),
        ("på sjøen".encode() + b"\0" * 5000, "på sjøen"),
        (b"p\xc3\xa5 \0sj\xc3\xb8en" + b" ord" * 99, "på sjøen" + " ord" * 99),
    ],
)
def test_bytes_that_do_not_belong(data: bytes, text: str) -> None:
    assert format_of(data) == "text"
    assert read_text(data).text == text


def test_more_text_than_an_agreement_has() -> None:
    with pytest.raises(ReadError, match="text"):
        read_here(b"Det er fint.\n\n" * 80_000, name="-")
    with pytest.raises(ReadError, match="text"):
        read_text(b"ord " * 600_000)


def test_characters_are_composed_and_hidden_ones_go() -> None:
    reading = read("A\u030apent m\u00f8\u00adte i\u00a0dag\u200b \u202emed\x07 oss\x1b[31m\n")
    assert reading.text == "Åpent møte i dag med oss[31m"


@pytest.mark.parametrize("data", [b" \n\n\f ", b"---\n***\n"])
def test_no_words_are_no_document(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_text(data)
    assert caught.value.kind == "empty"


# ---------------------------------------------------------------- whole documents


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold documents are not beside the repository")
def test_marked_headings_of_whole_documents() -> None:
    for path in sorted(GOLD.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        marked = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
        if marked:
            assert shown(read(text), "heading") == marked, path.name
