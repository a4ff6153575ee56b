"""OpenDocument texts made by hand, and what is read of them."""

from __future__ import annotations

import io
import zipfile

import pytest

from agreementlint.model import ReadError
from agreementlint.reading.dispatch import read_here
from agreementlint.reading.layout import Reading, Wishes
from agreementlint.reading.odt import read_odt

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{OASIS}:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
SPACES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
MIMETYPE = "application/vnd.oasis.opendocument.text"


def packed(body: str, styles: str = "", automatic: str = "", **parts: str) -> bytes:
    """An .odt with the body of content.xml, the inside of styles.xml, and automatic styles."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", parts.pop("mimetype", MIMETYPE))
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>"
        )
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def para(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def shown(reading: Reading) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, reading.text[b.span.start : b.span.end]) for b in reading.blocks]


def lines(body: str, **parts: str) -> list[str]:
    return read_odt(packed(body, **parts)).text.split("\n")


NUMBERED = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '</text:list-style><text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)


def test_headings_by_level_by_style_and_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
        'style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:outline-style>'
    )
    styles = '<style:style style:name="Title" style:family="paragraph"/>'
    child = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    body = (
        para("Avtale", "P1")
        + '<text:h text:outline-level="1">Formål</text:h>'
        + '<text:h text:outline-level="2">Rådet</text:h>'
        + '<text:h text:outline-level="2" text:is-list-header="true">Møter</text:h>'
        + para("Rådet møtes.")
    )
    assert shown(read_odt(packed(body, styles + outline, child))) == [
        ("heading", 1, "Avtale"),
        ("heading", 1, "1 Formål"),
        ("heading", 2, "1.1 Rådet"),
        ("heading", 2, "Møter"),
        ("text", 0, "Rådet møtes."),
    ]


def item(content: str, more: str = "") -> str:
    return f"<text:list-item {more}>{content}</text:list-item>"


def listed(items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{items}</text:list>"


def test_lists_are_counted_go_on_and_begin_anew() -> None:
    body = (
        listed(
            item(para("En") + para("mer av en") + listed(item(para("Under")), ""))
            + item(para("To")),
            'text:style-name="L" xml:id="first"',
        )
        + listed(item(para("Ny")))
        + listed(item(para("Videre")), 'text:style-name="L" text:continue-list="first"')
        + listed(item(para("Sju"), 'text:start-value="7"'), 'text:style-name="L"')
        + listed(item(para("kule")), 'text:style-name="B"')
    )
    reading = read_odt(packed(body, automatic=NUMBERED))
    assert [text for _, _, text in shown(reading)] == [
        "1. En",
        "mer av en",
        "a) Under",
        "2. To",
        "1. Ny",
        "3. Videre",
        "7. Sju",
        "kule",
    ]
    assert [level for kind, level, _ in shown(reading) if kind == "bullet"] == [2, 1]


def test_blanks_tabs_breaks_frames_notes_and_what_is_not_text() -> None:
    body = (
        '<office:forms/><text:sequence-decls><text:sequence-decl text:name="x"/>'
        "</text:sequence-decls>"
        + para(
            "Rådet  møtes\n  to<text:s/>ganger"
            "<office:annotation><text:p>Merknad.</text:p></office:annotation>"
            "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + para("Se planen.")
            + "</text:note-body></text:note>."
            + "<draw:frame><draw:text-box>"
            + para("I rammen.")
            + "</draw:text-box></draw:frame>"
        )
        + para("Kari<text:tab/><text:tab/>Ola<text:s text:c='999999999'/>Per")
        + para("<text:span>a<text:line-break/>b</text:span>")
        + "<text:section text:display='none'>"
        + para("Skjult.")
        + "</text:section>"
        + para("<text:hidden-text text:is-hidden='true'>borte</text:hidden-text>Her.")
    )
    assert lines(body) == [
        "Rådet møtes to ganger.",
        "I rammen.",
        "Kari   Ola   Per",
        "a",
        "b",
        "Her.",
        "Se planen.",
    ]


def test_prompts_stand_in_brackets() -> None:
    body = para("For <text:placeholder>&lt;navn&gt;</text:placeholder> og ")
    body += para(
        'i <loext:content-control loext:showing-place-holder="true">Velg sted'
        "</loext:content-control>."
    )
    assert lines(body) == ["For <navn> og", "i [Velg sted]."]


def test_contents_and_tables() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    row = "<table:table-row>" + cell.format(para("Hva")) + cell.format(para("Når"))
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Mal"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        + para("Formål<text:tab/>2")
        + "</text:index-body></text:table-of-content>"
        + f"<table:table><table:table-header-rows>{row}</table:table-row>"
        + "</table:table-header-rows><table:table-row table:visibility='collapse'>"
        + cell.format(para("skjult"))
        + "</table:table-row>"
        + f"{row}<table:covered-table-cell>{para('dekket')}</table:covered-table-cell>"
        + "</table:table-row></table:table>"
    )
    assert shown(read_odt(packed(body))) == [
        ("contents", 0, "Formål 2"),
        ("row", 0, "Hva | Når"),
        ("row", 0, "Hva | Når"),
    ]


CHANGED = (
    '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="d"><text:deletion><office:change-info/>'
    + para("en gang")
    + "</text:deletion></text:changed-region></text:tracked-changes>"
    + para(
        'Rådet møtes <text:change text:change-id="d"/><text:change-start text:change-id="i"/>'
        'to ganger<text:change-end text:change-id="i"/> i året.'
    )
    + '<text:change-start text:change-id="i"/>'
    + para("Helt nytt.")
    + '<text:change-end text:change-id="i"/>'
)


def test_tracked_changes_as_accepted_and_as_they_were_before() -> None:
    assert lines(CHANGED) == ["Rådet møtes to ganger i året.", "Helt nytt."]
    before = read_odt(packed(CHANGED), Wishes(view="original"))
    assert before.text == "Rådet møtes en gang i året."


def test_headers_and_footers_are_running() -> None:
    master = (
        "<office:master-styles><style:master-page><style:header>"
        + para("Utkast")
        + "</style:header><style:footer>"
        + para("Side 1")
        + "</style:footer></style:master-page></office:master-styles>"
    )
    reading = read_odt(packed(para("Selve avtalen."), styles=master))
    assert (reading.text, reading.running) == ("Selve avtalen.", ("Utkast", "Side 1"))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("encrypted", packed(
            para("x"),
            **{"META-INF__manifest.xml": f'<m:manifest xmlns:m="{OASIS}:manifest:1.0">'
               "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"},
        )),
        ("empty", packed(para(""))),
        ("empty", packed(para("<draw:frame><draw:image/></draw:frame>"))),
        ("damaged", packed("<text:p>")),
        ("damaged", packed("<text:section>" * 300 + "</text:section>" * 300)),
        ("too-large", packed(para("ord " * 600_000))),
        ("unsupported", packed("", mimetype="application/vnd.oasis.opendocument.spreadsheet")),
        ("unsupported", packed("", mimetype="application/epub+zip")),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(kind: str, data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_here(data, name="avtale.odt")
    assert caught.value.kind == kind


def test_circles_end() -> None:
    circle = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in ("ab", "ba")
    )
    assert lines(para("Hei.", "a"), styles=circle) == ["Hei."]
