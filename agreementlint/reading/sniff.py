"""A file's first bytes to the format they are in, whatever the file is called."""

from __future__ import annotations

import re

from agreementlint.model import ReadError

PDF_WITHIN = 1024
"""The mark of a PDF may stand anywhere in so many first bytes, after a mail header for example."""

PDF_AS_POSTSCRIPT = re.compile(rb"%!PS-Adobe-\d\.\d PDF-\d\.\d")
"""An old mark of a PDF, which Acrobat still takes."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
IMAGE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi)",
    re.S,
)
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
WEB_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
XML = re.compile(rb"<\?xml\b|<(?:svg|office:document|pkg:package|w:worddocument)\b", re.I)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
MARKS = b"\xef\xbb\xbf \t\r\n\f"
CONTROLS = bytes(range(9)) + bytes(range(14, 32))
MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text."""

HEAD = 65536
"""So many bytes tell whether a file is text."""

OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
IN_ARCHIVE: dict[bytes, str] = {
    OPEN_DOCUMENT + b"spreadsheet": "spreadsheet",
    OPEN_DOCUMENT + b"presentation": "presentation",
    b"application/vnd.sun.xml.writer": "binary",
}

OF_PAGES = ("Index/Document.iwa", "Index.zip", "buildVersionHistory.plist")


def format_of(data: bytes) -> str:
    """ "pdf", "docx", "odt" or "text"; raises ReadError for all that cannot be read as one."""
    if not data.strip(b"\x00 \t\r\n\f"):
        raise ReadError("empty", "text" if data else "file")
    if data.startswith(ZIP):
        return _in_archive(data)
    if data.startswith(OLE):
        if ENCRYPTED_OFFICE in data:
            raise ReadError("encrypted", "office")
        raise ReadError("unsupported", "doc")
    if IMAGE.match(data):
        raise ReadError("unsupported", "image")
    if b"%PDF-" in data[:PDF_WITHIN] or PDF_AS_POSTSCRIPT.match(data):
        return "pdf"
    start = _start(data)
    if start.startswith(b"{\\rtf"):
        raise ReadError("unsupported", "rtf")
    if HTML.match(start) or WEB_ARCHIVE.search(start):
        raise ReadError("unsupported", "html")
    if XML.match(start):
        raise ReadError("unsupported", "xml")
    if start.startswith(b"%!PS") or _is_binary(data):
        raise ReadError("unsupported", "binary")
    return "text"


def _start(data: bytes) -> bytes:
    """The first characters without what may stand before them, those of UTF-16 as bytes."""
    head = data[:4096]
    if head.startswith(UTF16):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return head.lstrip(MARKS)


def _in_archive(data: bytes) -> str:
    from agreementlint.reading.archive import archive

    parts = archive(data)
    if "[Content_Types].xml" in parts or "word/document.xml" in parts:
        return "docx"
    kind = (parts.content("mimetype") or b"")[:100].strip()
    if kind.startswith(OPEN_DOCUMENT + b"text"):
        return "odt"
    if any(name in parts for name in OF_PAGES):
        raise ReadError("unsupported", "pages")
    raise ReadError("unsupported", IN_ARCHIVE.get(kind, "zip"))


def _is_binary(data: bytes) -> bool:
    head = data[:HEAD].rstrip(b"\x00")
    if head.startswith(UTF16):
        return False
    wide = unmarked_utf16(head)
    if wide is not None:
        head = head.decode(wide, "ignore").encode("utf-8", "ignore")
    return len(head) - len(head.translate(None, CONTROLS)) > MOST_CONTROLS * len(head)


def unmarked_utf16(head: bytes) -> str | None:
    """The encoding where every other byte is zero: UTF-16 without a mark; else None."""
    odd, even = head[1::2], head[::2]
    few = len(head) // 20
    return next(
        (
            encoding
            for encoding, zeros, others in (("utf-16-be", even, odd), ("utf-16-le", odd, even))
            if zeros.count(0) > 0.8 * len(zeros) and others.count(0) <= few
        ),
        None,
    )
