"""Word documents made by python-docx or by hand, and what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from agreementlint.model import ReadError
from agreementlint.reading import archive, ooxml
from agreementlint.reading.docx import read_docx
from agreementlint.reading.layout import Reading, Wishes
from agreementlint.reading.sniff import format_of
from agreementlint.reading.word_lines import runs_of
from tests.word.wordfiles import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def package(
    body: str, main_type: str = MAIN_TYPE, main: str = "word/document.xml", **parts: str
) -> bytes:
    """A .docx with the body and parts given as XML."""
    entries = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    links = ""
    for name, content in parts.items():
        links += f'<Relationship Id="x{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        entries[f"word/{name}.xml"] = f"<w:{name} {SPACES}>{content}</w:{name}>"
    folder, _, file = main.rpartition("/")
    entries[f"{folder}/_rels/{file}.rels"] = (
        f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
    )
    return zipped(entries)


def unzipped(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def saved(make: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    make(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shown(reading: Reading) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, reading.text[b.span.start : b.span.end]) for b in reading.blocks]


def lines(body: str, **parts: str) -> list[str]:
    return read_docx(package(body, **parts)).text.split("\n")


def para(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(identity: str, name: str, rest: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"{rest}</w:style>"
    )


def styled(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


# ---------------------------------------------------------------- blocks


def test_styles_lists_and_tables() -> None:
    def make(document: Any) -> None:
        document.add_heading("Avtale om samarbeid", 0)
        document.add_heading("Formål", 1)
        document.add_paragraph("Partene vil  arbeide\u00a0sammen.")
        document.add_paragraph("ordføreren", style="List Bullet")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Dato", "Tema"

    reading = read_docx(saved(make))
    assert shown(reading) == [
        ("heading", 1, "Avtale om samarbeid"),
        ("heading", 1, "Formål"),
        ("text", 0, "Partene vil arbeide sammen."),
        ("bullet", 1, "ordføreren"),
        ("row", 0, "Dato | Tema"),
    ]
    row = reading.blocks[-1]
    assert [reading.text[s.start : s.end] for s in row.cells] == ["Dato", "Tema"]
    assert row.table == 1 and reading.pages is None


def test_heading_by_style_name_and_outline_level_not_by_id() -> None:
    styles = (
        style("Overskrift2", "heading 2")
        + style("Eget", "Kommunens tittel", '<w:basedOn w:val="Overskrift2"/>')
        + style("heading1", "Vanlig tekst")
        + style("Niv", "Nivå", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("A", "a", '<w:basedOn w:val="B"/>')
        + style("B", "b", '<w:basedOn w:val="A"/>')
    )
    body = "".join(
        para(run(f"Tekst {name}."), styled(name))
        for name in ("Overskrift2", "Eget", "heading1", "Niv", "A", "Ukjent")
    )
    body += para(run("Direkte."), '<w:outlineLvl w:val="0"/>')
    assert [level for _, level, _ in shown(read_docx(package(body, styles=styles)))] == [
        2,
        2,
        0,
        3,
        0,
        0,
        1,
    ]


def test_the_id_tells_where_no_style_is_defined() -> None:
    body = para(run("Formål"), styled("Overskrift2")) + para(run("Rådet møtes."), styled("Annet"))
    assert shown(read_docx(package(body)))[0] == ("heading", 2, "Formål")


def test_a_circle_of_styles_ends_and_a_long_chain_is_short_work() -> None:
    circle = "".join(style(a, a, f'<w:basedOn w:val="{b}"/>') for a, b in ("ab", "bc", "ca"))
    assert lines(para(run("Hei."), styled("a")), styles=circle) == ["Hei."]
    chain = "".join(style(f"s{i}", "x", f'<w:basedOn w:val="s{i + 1}"/>') for i in range(3000))
    chain += style("s3000", "heading 1")
    assert shown(read_docx(package(para(run("Hei."), styled("s0")), styles=chain))) == [
        ("heading", 1, "Hei.")
    ]


def test_headings_made_by_hand() -> None:
    def make(document: Any) -> None:
        for title in ("Politirådet", "Varighet"):
            document.add_paragraph().add_run(title).bold = True
            document.add_paragraph("Her står det en hel setning om det som partene er enige om.")
            document.add_paragraph().add_run("Dette er viktig og uthevet.").bold = True

    kinds = [kind for kind, _, _ in shown(read_docx(saved(make)))]
    assert kinds == ["heading", "text", "text"] * 2


def test_large_title_stands_above_bold_headings() -> None:
    def make(document: Any) -> None:
        document.add_paragraph().add_run("Avtale om politiråd").font.size = Pt(20)
        for title in ("Formål", "Møter"):
            document.add_paragraph().add_run(title).bold = True
            document.add_paragraph("Rådet møtes når snøen har gått, og en gang til om høsten.")

    levels = [level for kind, level, _ in shown(read_docx(saved(make))) if kind == "heading"]
    assert levels == [1, 2, 2]


def test_hand_made_heading_among_styled_ones_is_below_them() -> None:
    def make(document: Any) -> None:
        document.add_heading("Formål", 1)
        document.add_paragraph("Partene skal forebygge lovbrudd sammen i hele kommunen.")
        document.add_heading("Rådet", 1)
        document.add_paragraph().add_run("Medlemmer").bold = True
        document.add_paragraph("Ordføreren leder rådet og kaller inn til møtene.")

    assert [(k, n) for k, n, _ in shown(read_docx(saved(make)))] == [
        ("heading", 1),
        ("text", 0),
        ("heading", 1),
        ("heading", 2),
        ("text", 0),
    ]


def test_signature_columns_and_what_only_looks_like_columns() -> None:
    def make(document: Any) -> None:
        document.add_paragraph("Per Olsen\t\tEva Lie")
        document.add_paragraph("ordfører          politimester")
        document.add_paragraph("Sted og dato:\tVik, 3. mai 2024")
        document.add_paragraph("1.\tPartene møtes om våren.")
        document.add_paragraph("\tInnrykk gir ingen kolonner.")

    reading = read_docx(saved(make))
    assert shown(reading) == [
        ("columns", 0, "Per Olsen   Eva Lie"),
        ("columns", 0, "ordfører   politimester"),
        ("text", 0, "Sted og dato: Vik, 3. mai 2024"),
        ("text", 0, "1. Partene møtes om våren."),
        ("text", 0, "Innrykk gir ingen kolonner."),
    ]
    first = reading.blocks[0]
    assert [reading.text[s.start : s.end] for s in first.cells] == ["Per Olsen", "Eva Lie"]


def test_line_breaks_separate_a_signature_block_but_not_running_text() -> None:
    def make(document: Any) -> None:
        document.add_paragraph("For kommunen\nPer Olsen\nordfører")
        document.add_paragraph(
            "Partene skal arbeide sammen om å forebygge lovbrudd blant unge i kom-\n"
            "munen, og de skal dele kunnskap om det som rører seg i bygda, og der-\n"
            "med komme tidligere inn."
        )

    assert [text for _, _, text in shown(read_docx(saved(make)))] == [
        "For kommunen",
        "Per Olsen",
        "ordfører",
        "Partene skal arbeide sammen om å forebygge lovbrudd blant unge i kommunen, og de skal "
        "dele kunnskap om det som rører seg i bygda, og dermed komme tidligere inn.",
    ]


def test_typed_bullets_lose_their_glyph() -> None:
    body = "".join(para(run(f"{glyph} punkt")) for glyph in ("•", "-", "–", "\uf0b7"))
    body += para('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>punkt</w:t></w:r>')
    assert shown(read_docx(package(body))) == [("bullet", 1, "punkt")] * 5


def test_cells_of_a_signature_table_give_a_row_a_line_and_prose_cells_their_own_blocks() -> None:
    def make(document: Any) -> None:
        signatures = document.add_table(1, 2)
        signatures.cell(0, 0).text = "Per Olsen\nordfører"
        signatures.cell(0, 1).text = "Eva Lie\nsjef"
        duties = document.add_table(1, 2)
        duties.cell(0, 0).text = "Kommunen skal:"
        duties.cell(0, 0).add_paragraph("stille med rom", style="List Bullet")
        duties.cell(0, 1).text = "Politiet skal møte"

    assert shown(read_docx(saved(make))) == [
        ("row", 0, "Per Olsen | Eva Lie"),
        ("row", 0, "ordfører | sjef"),
        ("text", 0, "Kommunen skal:"),
        ("bullet", 1, "stille med rom"),
        ("text", 0, "Politiet skal møte"),
    ]


def test_a_frame_of_one_cell_is_no_table_and_an_inner_table_follows_its_row() -> None:
    def make(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "Rammen rundt en merknad."
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text = "ytre"
        inner = outer.cell(0, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "indre a", "indre b"

    reading = read_docx(saved(make))
    assert shown(reading) == [
        ("text", 0, "Rammen rundt en merknad."),
        ("row", 0, "ytre | "),
        ("row", 0, "indre a | indre b"),
    ]
    assert reading.blocks[1].table != reading.blocks[2].table


# ---------------------------------------------------------------- numbering


def level(depth: int, form: str, pattern: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "lowerLetter", "%1)")
    + level(1, "bullet", "-")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def listed(text: str, number: int, depth: int = 0) -> str:
    numbering = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
    return para(run(text), f"<w:numPr>{numbering}</w:numPr>")


def test_automatic_numbers_are_counted_as_word_does() -> None:
    body = (
        listed("Formål", 1)
        + listed("Partene", 1, 1)
        + listed("Området", 1, 1)
        + listed("Rådet", 1)
        + listed("Møter", 1, 1)
        + listed("rus", 2)
        + listed("under", 2, 1)
        + listed("vold", 2)
        + listed("ny", 3)
        + listed("uten", 0)
    )
    assert lines(body, numbering=NUMBERING) == [
        "1. Formål",
        "1.1 Partene",
        "1.2 Området",
        "2. Rådet",
        "2.1 Møter",
        "a) rus",
        "under",
        "b) vold",
        "a) ny",
        "uten",
    ]


def test_lettered_items_and_bullets_have_their_depth() -> None:
    body = listed("rus", 2) + listed("under", 2, 1)
    assert [(k, n) for k, n, _ in shown(read_docx(package(body, numbering=NUMBERING)))] == [
        ("bullet", 1),
        ("bullet", 2),
    ]


# ---------------------------------------------------------------- tracked changes and the rest


def test_tracked_changes_are_read_as_accepted() -> None:
    body = para(
        run("Rådet møtes ")
        + "<w:del><w:r><w:delText>en gang</w:delText></w:r></w:del>"
        + f"<w:ins>{run('to ganger')}</w:ins>"
        + run(" i året.")
        + f"<w:moveFrom>{run('Flyttet bort.')}</w:moveFrom>"
    )
    body += para(f"<w:moveTo>{run('Flyttet hit.')}</w:moveTo>")
    assert lines(body) == ["Rådet møtes to ganger i året.", "Flyttet hit."]


def test_the_original_is_the_text_before_tracked_changes() -> None:
    cell = "<w:tc>" + para(run("celle")) + "</w:tc>"
    body = para(
        run("Rådet møtes ")
        + "<w:del><w:r><w:delText>en gang</w:delText></w:r></w:del>"
        + f"<w:ins>{run('to ganger')}</w:ins>"
        + run(" i året.")
        + f"<w:moveFrom>{run(' Flyttet bort.')}</w:moveFrom>"
    )
    body += para(f"<w:moveTo>{run('Flyttet hit.')}</w:moveTo>")
    body += para(run("Delt, "), "<w:rPr><w:ins/></w:rPr>") + para(run("men ett før."))
    body += (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell}{cell}</w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr>{cell}{cell}</w:tr></w:tbl>"
    )
    reading = read_docx(package(body), Wishes(view="original"))
    assert reading.text.split("\n") == [
        "Rådet møtes en gang i året. Flyttet bort.",
        "Delt, men ett før.",
        "celle | celle",
    ]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_row_is_gone() -> None:
    cell = "<w:tc>" + para(run("celle")) + "</w:tc>"
    body = (
        para(run("Første del, "), "<w:rPr><w:del/></w:rPr>")
        + para(run("andre del."))
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell}{cell}</w:tr>"
        + f"<w:tr>{cell}{cell}</w:tr></w:tbl>"
        + para(run("Siste del."), "<w:rPr><w:del/></w:rPr>")
    )
    assert lines(body) == ["Første del, andre del.", "celle | celle", "Siste del."]


def test_text_boxes_content_controls_and_links() -> None:
    box = "<w:txbxContent>" + para(run("I boksen.")) + "</w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        + box
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = (
        para(run("Utenfor.") + shape)
        + "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>"
        + para(run("I kontrollen."))
        + "</w:sdtContent></w:sdt>"
        + para(
            "<w:sdt><w:sdtContent>"
            + run("Felt ")
            + "</w:sdtContent></w:sdt>"
            + "<w:hyperlink>"
            + run("og lenke.")
            + "</w:hyperlink>"
        )
    )
    assert lines(body) == ["Utenfor.", "I boksen.", "I kontrollen.", "Felt og lenke."]


def field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_show_their_result_and_a_table_of_contents_is_contents() -> None:
    body = para(
        run("Dato: ")
        + field_mark("begin")
        + "<w:r><w:instrText>DATE \\@ d</w:instrText></w:r>"
        + field_mark("separate")
        + run("3. mai")
        + field_mark("end")
    )
    body += para(
        field_mark("begin")
        + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
        + field_mark("separate")
        + run("Formål")
        + "<w:r><w:tab/><w:t>2</w:t></w:r>"
    )
    body += para(run("Varighet") + "<w:r><w:tab/><w:t>3</w:t></w:r>") + para(field_mark("end"))
    body += para(run("Etterpå."))
    assert shown(read_docx(package(body))) == [
        ("text", 0, "Dato: 3. mai"),
        ("contents", 0, "Formål 2"),
        ("contents", 0, "Varighet 3"),
        ("text", 0, "Etterpå."),
    ]


def form_field(data: str, code: str, result: str = "") -> str:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
        + f"{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>"
    )
    return begin + (field_mark("separate") + run(result) if result else "") + field_mark("end")


def test_form_fields_show_what_is_ticked_chosen_and_left_blank() -> None:
    choice = '<w:listEntry w:val="årlig"/><w:listEntry w:val="hvert år"/>'
    ticked = '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
    body = para(
        form_field(ticked, "FORMCHECKBOX")
        + run(" ja ")
        + form_field('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX")
        + run(" nei, ")
        + form_field(f'<w:ddList><w:result w:val="1"/>{choice}</w:ddList>', "FORMDROPDOWN")
        + run(", navn: ")
        + form_field("<w:textInput/>", "FORMTEXT", "\u2002" * 5)
        + run(" og ")
        + form_field("<w:textInput/>", "FORMTEXT", "Kari")
    )
    assert lines(body) == ["☒ ja ☐ nei, hvert år, navn: _____ og Kari"]


def test_a_prompt_that_nobody_has_answered_stands_in_brackets() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        para(run("Avtalen gjelder for ") + prompt.format(run("Skriv ") + run("navn")) + run("."))
        + prompt.format(para(run("Klikk her.")))
        + prompt.format(para(run("[Sted]")))
        + para(prompt.replace("Hdr/", 'Hdr w:val="0"/').format(run("Gol")))
    )
    assert lines(body) == ["Avtalen gjelder for [Skriv navn].", "[Klikk her.]", "[Sted]", "Gol"]


def with_insert(content: bytes | None) -> bytes:
    entries = unzipped(
        package(para(run("Før.")) + f'<w:altChunk xmlns:r="{OFFICE}" r:id="c"/>' + para(run("Så.")))
    )
    link = f'<Relationship Id="c" Type="{OFFICE}/aFChunk" Target="chunk.bin"/>'
    name = "word/_rels/document.xml.rels"
    entries[name] = entries[name].replace("</Rel", (link if content is not None else "") + "</Rel")
    out = io.BytesIO(zipped(entries))
    with zipfile.ZipFile(out, "a") as whole:
        whole.writestr("word/chunk.bin", content or b"")
    return out.getvalue()


def test_documents_inserted_whole_are_read_or_told() -> None:
    inner = package(para(run("Inni."), styled("h")), styles=style("h", "heading 1"))
    assert shown(read_docx(with_insert(inner))) == [
        ("text", 0, "Før."),
        ("heading", 1, "Inni."),
        ("text", 0, "Så."),
    ]
    assert read_docx(with_insert(b"En.\nTo.")).text == "Før.\nEn.\nTo.\nSå."
    for content in (None, b"{\\rtf1 nei}", b"<html><body>nei</body></html>", with_insert(inner)):
        with pytest.raises(ReadError, match="insert"):
            read_docx(with_insert(content))


def test_a_typed_table_of_contents_is_contents_and_ends_where_the_headings_begin() -> None:
    def make(document: Any) -> None:
        document.add_paragraph("Innhold")
        for entry in ("1 Formål\t2", "2 Politirådet ........... 3", "3 Varighet"):
            document.add_paragraph(entry)
        document.add_heading("1 Formål", 1)
        document.add_paragraph("Partene vil arbeide sammen.")

    assert [kind for kind, _, _ in shown(read_docx(saved(make)))] == [
        *["contents"] * 4,
        "heading",
        "text",
    ]


def test_a_line_that_leads_to_bullets_is_no_heading_but_a_title_above_them_is() -> None:
    def make(document: Any) -> None:
        document.add_paragraph("Fem mål for arbeidet")
        document.add_paragraph("trygge skoleveier", style="List Bullet")
        document.add_paragraph("Kommunen ønsker at politiet")
        document.add_paragraph("stiller med folk på møtene", style="List Bullet")

    kinds = [kind for kind, _, _ in shown(read_docx(saved(make)))]
    assert kinds == ["heading", "bullet", "text", "bullet"]


def test_footnotes_follow_the_body_and_hidden_text_is_out() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="0">' + para(run("strek")) + "</w:footnote>"
        '<w:footnote w:id="2">' + para(run("Se planen.")) + "</w:footnote>"
        '<w:footnote w:id="3">' + para(run("Ubrukt.")) + "</w:footnote>"
    )
    body = para(
        run("Rådet møtes.")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run(" Skjult.", "<w:vanish/>")
        + run(" Synlig.", '<w:vanish w:val="0"/>')
    ) + para(run("Slutt."))
    assert shown(read_docx(package(body, footnotes=notes))) == [
        ("text", 0, "Rådet møtes. Synlig."),
        ("text", 0, "Slutt."),
        ("note", 0, "Se planen."),
    ]


def test_headers_and_footers_are_running_and_not_text() -> None:
    def make(document: Any) -> None:
        document.add_paragraph("Selve avtalen.")
        document.sections[0].header.paragraphs[0].text = "Utkast 2"
        document.sections[0].footer.paragraphs[0].text = "Side 1"

    reading = read_docx(saved(make))
    assert reading.text == "Selve avtalen."
    assert reading.running == ("Utkast 2", "Side 1")


def test_italic_and_bold_are_those_of_whole_paragraphs() -> None:
    body = (
        para(run("Alt på skrå.", "<w:i/>"))
        + para(run("Bare ") + run("litt.", "<w:i/>"))
        + para(run("Alt tykt, sier partene.", "<w:b/>"))
        + para(run("Av.", '<w:b w:val="0"/>'))
    )
    blocks = read_docx(package(body)).blocks
    assert [(b.italic, b.bold) for b in blocks] == [
        (True, False),
        (False, False),
        (False, True),
        (False, False),
    ]


# ---------------------------------------------------------------- pieces


def test_pieces_lead_back_to_the_words_of_their_runs() -> None:
    def make(document: Any) -> None:
        paragraph = document.add_paragraph("Rådet  mø")
        paragraph.add_run("tes to ganger").bold = True
        document.add_table(1, 2).cell(0, 1).text = "i cellen"
        document.add_paragraph("etter tabellen")

    data = saved(make)
    reading = read_docx(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    paragraphs = list(root.iter(f"{{{W}}}p"))
    seen: dict[tuple[int, int], list[str]] = {}
    for piece in reading.pieces:
        assert piece.paragraph is not None and piece.run is not None
        seen.setdefault((piece.paragraph, piece.run), []).append(
            reading.text[piece.start : piece.end]
        )
    for (paragraph, place), words in seen.items():
        source = list(runs_of(paragraphs[paragraph]))[place]
        assert "".join(source.itertext()).split() == words
    found = "".join(word for words in seen.values() for word in words)
    assert found == "".join(reading.text.replace("|", "").split())


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_characters="\x7f"),
                max_size=12,
            ),
            max_size=4,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_blocks_and_pieces_fit_the_text(paragraphs: list[list[str]]) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    texts = [[t for t in p if all(ord(c) < 0x7F or ord(c) > 0x9F for c in t)] for p in paragraphs]
    body = "".join(para("".join(run(escaped(text)) for text in p)) for p in texts)
    try:
        reading = read_docx(package(body))
    except ReadError as error:
        assert error.kind == "empty"
        return
    assert (
        "\n".join(reading.text[b.span.start : b.span.end] for b in reading.blocks) == reading.text
    )
    assert all(not reading.text[p.start : p.end].isspace() for p in reading.pieces)
    ends = [0, *(p.end for p in reading.pieces)]
    assert all(end <= p.start for end, p in zip(ends, reading.pieces, strict=False))


# ---------------------------------------------------------------- guards


@pytest.mark.parametrize(
    ("kind", "reason", "data"),
    [
        ("damaged", "zip", b"PK\x03\x04 this is no zip file"),
        ("damaged", "parts", zipped({"readme.txt": "ingenting"})),
        ("unsupported", "docm", package("", main_type=MACRO_TYPE)),
        (
            "unsupported",
            "dotx",
            package("", main_type=MAIN_TYPE.replace("document.main", "template.main")),
        ),
        ("unsupported", "doc", ooxml.OLE_FILE + b"gammelt format"),
        ("encrypted", "office", ooxml.OLE_FILE + "EncryptedPackage".encode("utf-16-le")),
        ("damaged", "zip", package("<w:p>")),
        ("damaged", "depth", package("<w:p>" * 300 + "</w:p>" * 300)),
        ("empty", "text", package(para(""))),
    ],
)
def test_what_cannot_be_read_says_why(kind: str, reason: str, data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(data)
    assert (caught.value.kind, caught.value.reason) == (kind, reason)


def test_strict_open_xml_reads_the_same() -> None:
    body = para(run("Formål", "<w:b/>")) + para(run("Rådet møtes."))
    plain = package(body, styles=style("a", "heading 1"))
    strict = zipped(
        {
            name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            for name, content in unzipped(plain).items()
        }
    )
    assert read_docx(strict) == read_docx(plain)


@pytest.mark.parametrize(
    "renamed",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: "/" + name,
        str.lower,
        lambda name: name.upper() if name.startswith("word") else name,
    ],
)
def test_part_names_as_other_programs_write_them(renamed: Callable[[str], str]) -> None:
    entries = unzipped(package(para(run("Her."))))
    data = zipped({renamed(name): content for name, content in entries.items()})
    assert read_docx(data).text == "Her."
    assert format_of(data) == "docx"


def test_doctype_is_refused_before_entities_are_expanded() -> None:
    entries = unzipped(package(para(run("a"))))
    entries["word/document.xml"] = '<!DOCTYPE a [<!ENTITY b "bbbb">]>' + entries[
        "word/document.xml"
    ].replace(">a<", ">&b;<")
    with pytest.raises(ReadError, match="doctype"):
        read_docx(zipped(entries))


@pytest.mark.parametrize(
    ("bound", "value"),
    [
        ("MOST_BYTES", 100),
        ("MOST_CHARACTERS", 10),
        ("ENTRIES", 2),
        ("UNPACKED_BYTES", 500),
        ("PART_BYTES", 200),
        ("ELEMENTS", 5),
    ],
)
def test_bounds_of_size(bound: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, bound, value)
    with pytest.raises(ReadError) as caught:
        read_docx(package(para(run("tekst")) * 10))
    assert caught.value.kind == "too-large"


def test_duplicate_names_are_refused() -> None:
    out = io.BytesIO(package(para(run("a"))))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", "<b/>")
    with pytest.raises(ReadError, match="duplicate"):
        read_docx(out.getvalue())


def test_main_part_is_found_through_the_relationships() -> None:
    assert read_docx(package(para(run("Her.")), main="annet/sted/hoved.xml")).text == "Her."
