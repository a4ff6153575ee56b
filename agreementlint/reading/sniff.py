"""A file's first bytes to the format they are in, whatever the file is called."""

from __future__ import annotations

import io
import re
import zipfile

from agreementlint.model import ReadError

PDF_WITHIN = 1024
"""The mark of a PDF may stand anywhere in so many first bytes, after a mail header for example."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
CONTROLS = bytes(range(9)) + bytes(range(14, 32))
MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text."""


def format_of(data: bytes) -> str:
    """ "pdf", "docx" or "text"; raises ReadError for everything that cannot be read as one."""
    if not data.strip(b"\x00 \t\r\n\f"):
        raise ReadError("empty", "text" if data else "file")
    if data.startswith(b"PK\x03\x04"):
        return _in_archive(data)
    if data.startswith(OLE):
        if ENCRYPTED_OFFICE in data:
            raise ReadError("encrypted", "office")
        raise ReadError("unsupported", "doc")
    if data.startswith(b"{\\rtf"):
        raise ReadError("unsupported", "rtf")
    if HTML.match(data[:4096]):
        raise ReadError("unsupported", "html")
    if data.startswith(IMAGES):
        raise ReadError("unsupported", "image")
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    if _is_binary(data):
        raise ReadError("unsupported", "binary")
    return "text"


def _in_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
                return "docx"
            kind = archive.read("mimetype")[:60] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise ReadError("damaged", "zip") from error
    raise ReadError("unsupported", "odt" if b"opendocument.text" in kind else "zip")


def _is_binary(data: bytes) -> bool:
    if data.startswith(UTF16):
        return False
    head = data[:65536]
    return len(head) - len(head.translate(None, CONTROLS)) > MOST_CONTROLS * len(head)
