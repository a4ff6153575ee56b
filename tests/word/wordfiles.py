"""Word files as people leave them, and what stands in them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'mc:Ignorable="w14 w15"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = {
    "document.main": "document", "styles": "styles", "numbering": "numbering",
    "header": "header1", "footnotes": "footnotes", "comments": "comments",
    "commentsExtended": "commentsExtended", "settings": "settings",
}
TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
    'distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
    'relativeFrom="column"><wp:posOffset>3000000</wp:posOffset></wp:positionH><wp:positionV '
    'relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent '
    'cx="2000000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" '
    'name="Boks"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" '
    'cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    '<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
    '</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>'
    '<v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>'
    '</mc:Fallback></mc:AlternateContent></w:r>'
)
CHANGED = 'w:author="Per Hansen" w:date="2026-01-05T10:00:00Z"'


def run(text: str, looks: str = "", tag: str = "t") -> str:
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def para(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def heading(text: str) -> str:
    return para(run(text), '<w:pStyle w:val="Overskrift1"/>')


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{para(run(text))}</w:tc>"


TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    f"<w:tr>{cell('Politiråd')}{cell('To ganger i året')}</w:tr>"
    f"<w:tr>{cell('Formannskap')}{cell('Hver måned')}</w:tr></w:tbl>"
)

BODY = "".join((
    para(run("Samarbeidsavtale mellom Gol kommune og Sør-Øst politidistrikt"),
         '<w:pStyle w:val="Tittel"/>'),
    heading("Politirådet"),
    # formatting splits words, another person has commented, and some of it is tracked
    para('<w:commentRangeStart w:id="4"/>' + run("Kommunen og poli") + run("tiet", "<w:b/>")
         + run(" har et felles") + '<w:commentRangeEnd w:id="4"/>'
         '<w:r><w:commentReference w:id="4"/></w:r><w:r><w:commentReference w:id="5"/></w:r>'
         + run(" råd. Politirådet møtes ")
         + f'<w:del w:id="21" {CHANGED}>{run("fire", tag="delText")}</w:del>'
         + f'<w:ins w:id="22" {CHANGED}>{run("én gang")}</w:ins>'
         + run(" i året. Ordføreren leder.")),
    para(run("Rådet drøfter:")),
    para(run("planer"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    para(run("beredskap"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    TABLE,
    heading("Satsingsområder"),
    para('<w:hyperlink r:id="rId99">' + run("Planen finnes på nettet") + "</w:hyperlink>"
         + run(" og gjelder ut året.")),
    para('<w:sdt><w:sdtPr><w:tag w:val="felt"/></w:sdtPr><w:sdtContent>'
         + run("Partene har valgt rus blant ungdom.") + "</w:sdtContent></w:sdt>"
         + run(" Resten\u00a0er\u00a0a\u030apent.") + run(" Se noten.")
         + '<w:r><w:footnoteReference w:id="2"/></w:r>'
         + TEXT_BOX.format(para(run("Boksen sier noe mer.")))),
    heading("Underskrifter"),
    para(run("For Gol kommune\tFor Sør-Øst politidistrikt").replace(
        "\t", '</w:t><w:tab/><w:t xml:space="preserve">')),
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" '
    'w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>',
))

CONTENT = {
    "document": f"<w:document {SPACES}><w:body>{BODY}</w:body></w:document>",
    "styles": f'<w:styles {SPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
              '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" '
              'w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
              '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Tittel"><w:name '
              'w:val="Title"/></w:style></w:styles>',
    "numbering": f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
                 '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>'
                 '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
                 '</w:numbering>',
    "header1": f"<w:hdr {SPACES}>{para(run('Gol kommune'))}</w:hdr>",
    "footnotes": f'<w:footnotes {SPACES}><w:footnote w:id="2">{para(run("Noten forklarer det."))}'
                 '</w:footnote></w:footnotes>',
    "comments": f'<w:comments {SPACES}><w:comment w:id="4" w:author="Per Hansen" '
                'w:date="2026-01-05T10:00:00Z" w:initials="PH"><w:p w14:paraId="11111111">'
                f'{run("Er vi enige om dette?")}</w:p></w:comment><w:comment w:id="5" '
                'w:author="Kari Nordmann" w:date="2026-01-06T10:00:00Z" w:initials="KN">'
                f'<w:p w14:paraId="22222222">{run("Ja, det er vi.")}</w:p></w:comment>'
                '</w:comments>',
    "commentsExtended": f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="11111111" '
                        'w15:done="0"/><w15:commentEx w15:paraId="22222222" '
                        'w15:paraIdParent="11111111" w15:done="0"/></w15:commentsEx>',
    "settings": f"<w:settings {SPACES}><w:trackRevisions/></w:settings>",
}


def realistic() -> bytes:
    """A draft with other people's comments and changes, a table, a list, a text box, a link, a
    content control, a footnote and a header."""
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{kind}+xml"/>'
                    for kind, name in PARTS.items())
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{relation(kind)}" Target="{name}.xml"/>'
        for number, (kind, name) in enumerate(PARTS.items(), 1) if name != "document")
    links += (f'<Relationship Id="rId99" Type="{OFFICE}hyperlink" '
              'Target="https://example.org/" TargetMode="External"/>')
    package = "http://schemas.openxmlformats.org/package/2006/"
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{package}content-types"><Default Extension="rels" '
                               'ContentType="application/vnd.openxmlformats-package.relationships'
                               f'+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                               f'{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
                       f'Type="{OFFICE}officeDocument" Target="word/document.xml"/>'
                       '</Relationships>',
        "word/_rels/document.xml.rels":
            f'<Relationships xmlns="{package}relationships">{links}</Relationships>',
        **{f"word/{name}.xml": content for name, content in CONTENT.items()},
    })


def relation(kind: str) -> str:
    if kind == "commentsExtended":
        return "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    return OFFICE + kind


def zipped(entries: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts(data)[name])


class Found(NamedTuple):
    """A comment of a file: `words` are those in its range, without what was deleted."""

    author: str
    lines: tuple[str, ...]
    words: str
    id: str
    para: str


def comments(data: bytes) -> list[Found]:
    if "word/comments.xml" not in parts(data):
        return []
    words = _words(root(data))
    return [Found(one.get(W + "author"),
                  tuple("".join(text.text or "" for text in line.iter(W + "t"))
                        for line in one.iter(W + "p")),
                  words.get(one.get(W + "id"), ""), one.get(W + "id"),
                  list(one.iter(W + "p"))[-1].get(W14 + "paraId", ""))
            for one in root(data, "word/comments.xml").iter(W + "comment")]


def _words(document: Any) -> dict[str, str]:
    inside: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for element in document.iter():
        key = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            inside[key] = []
        elif element.tag == W + "commentRangeEnd":
            done[key] = "".join(inside.pop(key))
        elif element.tag == W + "t":
            for texts in inside.values():
                texts.append(element.text or "")
    assert not inside, "a comment without an end"
    return done


def ours(data: bytes) -> list[Found]:
    return [one for one in comments(data) if one.author == "agreementlint"]


def bare(words: str) -> str:
    """Words as they are compared: without white space and the bars between cells."""
    return re.sub(r"[\s|]", "", words)


def canonical(data: bytes) -> str:
    """The body without comments and bookmarks of ours; neighbouring runs that look the same are
    one, since a comment may have cut a run in two."""
    document = root(data)
    keys = {one.id for one in ours(data)}
    marks = {one.get(W + "id") for one in document.iter(W + "bookmarkStart")
             if one.get(W + "name").startswith("_al_")}
    for element in list(document.iter()):
        local = etree.QName(element).localname
        if (local.startswith("comment") and element.get(W + "id") in keys) or (
                local.startswith("bookmark") and element.get(W + "id") in marks):
            parent = element.getparent()
            parent.remove(element)
            if parent.tag == W + "r":
                parent.getparent().remove(parent)
    for element in list(document.iter(W + "r")):
        _merged(element)
    for text in document.iter(W + "t", W + "delText"):
        text.attrib.clear()
    return etree.tostring(document, method="c14n").decode()


def _merged(element: Any) -> None:
    """Takes the runs that follow into this one, as long as they look the same."""
    while (after := element.getnext()) is not None and after.tag == W + "r":
        looks = [etree.tostring(one.find(W + "rPr"), method="c14n")
                 if one.find(W + "rPr") is not None else b"" for one in (element, after)]
        if looks[0] != looks[1] or element.getparent() is None:
            return
        for child in [one for one in after if one.tag != W + "rPr"]:
            last = element[-1] if len(element) else None
            if last is not None and last.tag == child.tag and child.tag in (W + "t", W + "delText"):
                last.text = (last.text or "") + (child.text or "")
            else:
                element.append(child)
        after.getparent().remove(after)


def answered(data: bytes, to: Found, words: str, author: str = "Kari Nordmann",
             date: str = "2027-02-03T10:00:00Z") -> bytes:
    """The file after somebody has answered a comment in Word."""
    entries = parts(data)
    listed = root(data, "word/comments.xml")
    numbers = [int(one.get(W + "id")) for one in listed]
    key, para_id = str(max(numbers) + 1), f"7A{max(numbers) + 1:06X}"
    comment = etree.SubElement(listed, W + "comment")
    comment.attrib.update({W + "id": key, W + "author": author, W + "date": date,
                           W + "initials": "KN"})
    paragraph = etree.SubElement(comment, W + "p")
    paragraph.set(W14 + "paraId", para_id)
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = words
    entries["word/comments.xml"] = etree.tostring(listed, encoding="utf-8")
    extended = root(data, "word/commentsExtended.xml")
    one = etree.SubElement(extended, W15 + "commentEx")
    one.attrib.update({W15 + "paraId": para_id, W15 + "paraIdParent": to.para, W15 + "done": "0"})
    entries["word/commentsExtended.xml"] = etree.tostring(extended, encoding="utf-8")
    document = root(data)
    for tag in ("commentRangeStart", "commentRangeEnd"):
        found = next(one for one in document.iter(W + tag) if one.get(W + "id") == to.id)
        again = etree.Element(W + tag)
        again.set(W + "id", key)
        found.addnext(again)
    reference = next(one for one in document.iter(W + "commentReference")
                     if one.get(W + "id") == to.id).getparent()
    run_of_ours = etree.Element(W + "r")
    etree.SubElement(run_of_ours, W + "commentReference").set(W + "id", key)
    reference.addnext(run_of_ours)
    entries["word/document.xml"] = etree.tostring(document, encoding="utf-8")
    return rezipped(entries)


def edited(data: bytes, comment: Found, words: str) -> bytes:
    """The file after somebody has written a paragraph more into a comment."""
    entries = parts(data)
    listed = root(data, "word/comments.xml")
    found = next(one for one in listed if one.get(W + "id") == comment.id)
    paragraph = etree.SubElement(found, W + "p")
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = words
    entries["word/comments.xml"] = etree.tostring(listed, encoding="utf-8")
    return rezipped(entries)


def rezipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()
