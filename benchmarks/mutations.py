"""A document's bytes and a source of chance to the bytes of a damaged or hostile one."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

HOSTILE = (
    b"\x00", b"\xff\xfe", b"\x1b[2J\x1b]0;x\x07", "\u202e\u2066\u061c".encode(), b"\xed\xa0\x80",
    b"::error::x", b"=1+1", b"[red]x[/red]", b"<w:p>" * 300, b"]]>", b"<!DOCTYPE a>", b"&#0;",
    b"&x;", b"-1", b"99999999999999999999", b"1e309", b"NaN", b"null", b"4294967295", b"(" * 500,
    b"<<" * 500, b"." * 900, b"-" * 900, b"a" * 3000, b" " * 3000, b"| " * 500, b"\n" * 500,
    "Å\u030a".encode() * 50, b"9 0 R", b"31.02.2024", "én gang i året ".encode() * 60,
)  # fmt: skip
"""What readers, patterns, terminals and other programs may stumble over."""

NUMBER = re.compile(rb"\d+")
TAG = re.compile(rb"<[^<>]{1,200}>")
STREAM = re.compile(rb"(/FlateDecode.{0,200}?stream\r?\n)(.+?)(\r?\nendstream)", re.S)

Mutation = Callable[[bytes, random.Random], bytes]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four mutations; the same for the same chance."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_fitting(data))(data, chance)
    return data


def _fitting(data: bytes) -> tuple[Mutation, ...]:
    if data.startswith(b"PK\x03\x04"):
        return (_part, _part, _part, _part, _part, _flip, _cut, _truncate)
    if b"%PDF-" in data[:1024]:
        return (_stream, _stream, _number, _number, *PLAIN)
    return PLAIN


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _slice(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(HOSTILE) + data[at:]


def _noise(data: bytes, chance: random.Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:start] + chance.randbytes(min(end - start, 2000)) + data[end:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """One of the numbers is another one, mostly a hostile one."""
    return _replaced(NUMBER, data, chance, (b"0", b"-1", b"1", b"2147483648", b"1e38", b"7"))


def _tag(data: bytes, chance: random.Random) -> bytes:
    """One of the tags is gone, or is another one."""
    tags = [found[0] for found in TAG.finditer(data)] or [b""]
    return _replaced(TAG, data, chance, (b"", chance.choice(tags), chance.choice(tags) * 2))


def _replaced(
    pattern: re.Pattern[bytes], data: bytes, chance: random.Random, by: tuple[bytes, ...]
) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.start()] + chance.choice(by) + data[match.end() :]


def _stream(data: bytes, chance: random.Random) -> bytes:
    """A packed stream of a PDF, damaged before it was packed."""
    found = list(STREAM.finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    try:
        inside = zlib.decompress(match[2])
    except zlib.error:
        return data
    inside = chance.choice((_number, *PLAIN))(inside, chance)
    return data[: match.start(2)] + zlib.compress(inside) + data[match.end(2) :]


def _part(data: bytes, chance: random.Random) -> bytes:
    """A part of a zip, damaged before it was packed, or gone, or under another's name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
            NotImplementedError):  # fmt: skip
        return _flip(data, chance)
    if not parts:
        return data
    name = chance.choice([*parts, *[main for main in MAIN if main in parts] * 5])
    mutation = chance.choice((_tag, _tag, _tag, _number, *PLAIN))
    parts[name] = mutation(parts[name], chance)
    if chance.random() < 0.1:
        other = chance.choice(list(parts))
        parts[other] = parts.pop(name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as to:
        for name, content in parts.items():
            to.writestr(name, content)
    return out.getvalue()


def _slice(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 10, 100, 1000, 10_000)))


MAIN = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "content.xml", "styles.xml")
PLAIN: tuple[Mutation, ...] = (_flip, _cut, _double, _move, _truncate, _insert, _insert, _noise)
