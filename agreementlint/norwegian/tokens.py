"""Turns Norwegian text into spaCy tokens whose norm is the stem key, and finds terms in them.

The module that imports spaCy. The tokenizer has small rules of its own: spaCy's cover every
script and take longer to compile than a whole agreement takes to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from agreementlint.norwegian import sentences
from agreementlint.norwegian.light_spacy import without_command_line
from agreementlint.norwegian.slips import Repairs
from agreementlint.norwegian.stems import is_first_part, key

with without_command_line():
    from spacy.attrs import LANG, LOWER, NORM, ORTH, SPACY
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Match = tuple[str, int, int]
"""A concept and the start and end characters, in the text of the Doc, of the words that name it."""

_PREFIX = re.compile(r"""[(\[{«»“”„"'‘’§•…¹²³]|\.{2,}|[–—]|-(?=\d)""")
_SUFFIX = re.compile(
    r"""(?:[)\]}«»“”„"'‘’,;:!?…%¹²³]|\.{2,}|[–—]|(?<=[^\W\d][^\W\d])\.|(?<=[)\]»”"'%])\."""
    r"""|(?<=\d{4})\.|(?<=\d\.\d\d)\.)$"""
)
_INFIX = re.compile(
    r"(?<=[^\W\d])/|(?<=-)/|/(?=[^\W\d])|\.{2,}|…|[–—]|(?<=\d)-(?=\d)|[()«»“”]"
    r"|(?<=[a-zæøå]{3})[.,;:](?=[A-ZÆØÅ])"
)
_ANY_WORD = "*"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+")


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The blank Norwegian pipeline: a tokenizer, and norms that are stem keys. Of each new word no
    more is worked out than is asked for here."""
    getters: dict[Any, Callable[[str], Any]] = {LANG: lambda _: "nb", LOWER: str.lower, NORM: key}
    return Language(Vocab(lex_attr_getters=getters), create_tokenizer=_tokenizer)


def tokens(text: str) -> Doc:
    """The tokens of `text`; their character offsets are those of `text`."""
    return pipeline().make_doc(text)


class Form(NamedTuple):
    """A distinct word or sign: in small letters, and its stem key."""

    text: str
    key: str


def forms(doc: Doc) -> Iterator[tuple[Form, int, int]]:
    """The words and signs, with the characters at which they start and end; no blanks. What spaCy
    makes an object for, word by word, is asked for at once and remembered."""
    start = 0
    for orth, spaced in doc.to_array([ORTH, SPACY]).tolist():
        form, length = _form(orth)
        if form is not None:
            yield form, start, start + length
        start += length + spaced


@lru_cache(maxsize=50_000)
def _form(orth: int) -> tuple[Form | None, int]:
    text = pipeline().vocab.strings[orth]
    return None if text.isspace() else Form(text.lower(), key(text)), len(text)


class Terms:
    """Compiled terms: a call on a Doc gives the terms in it, longest first, then by place.

    `terms` names the phrases of each concept in any inflection. "politiråds*" stands for all words
    that begin so, "*gruppe" for the word and its compounds, "*" for any one word (not the first:
    ValueError). A long word with an OCR slip ("kornmunen") counts as the word it must have been.
    """

    def __init__(self, terms: Mapping[str, Sequence[str]]):
        pairs = [(concept, phrase) for concept, phrases in terms.items() for phrase in phrases]
        self._plain = PhraseMatcher(pipeline().vocab, attr="NORM")
        self._open: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        words: set[str] = set()
        for concept, phrase in pairs:
            if "*" in phrase:
                first, *rest = _slots(phrase)
                if first == _ANY_WORD:
                    raise ValueError(f"{concept}: {phrase!r} begins with '*', which is any word")
                self._open.setdefault(first, []).append((concept, tuple(rest)))
            else:
                self._plain.add(concept, [tokens(phrase)])
            plain_words = " ".join(part for part in phrase.split() if "*" not in part)
            words.update(token.lower_ for token in tokens(plain_words))
        slots = {slot for _, phrase in pairs if "*" in phrase for slot in _slots(phrase)}
        self._slots = _Slots(slots - {_ANY_WORD})
        self._repairs = Repairs(words)
        self._readings: dict[int, _Reading] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        words = [self._reading(orth) for orth in doc.to_array([ORTH]).tolist()]
        read = doc
        if any(word.mended for word in words):
            read = Doc(doc.vocab, [word.text for word in words])
        strings = doc.vocab.strings
        found = {(strings[concept], start, end) for concept, start, end in self._plain(read)}
        found.update(self._open_matches([word.slots for word in words]))
        places = [
            (concept, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            for concept, start, end in found
        ]
        return sorted(places, key=lambda match: (match[1] - match[2], match[1], match[0]))

    def _reading(self, orth: int) -> _Reading:
        """What the word is to these terms; worked out once for every distinct word."""
        if orth not in self._readings:
            text = pipeline().vocab.strings[orth]
            slots = self._slots.filled_by(text)
            mended = None if slots else self._repairs.mended(text)
            if mended:
                text, slots = mended, self._slots.filled_by(mended)
            self._readings[orth] = _Reading(text, mended is not None, slots)
        return self._readings[orth]

    def _open_matches(self, slots: list[tuple[str, ...]]) -> Iterator[tuple[str, int, int]]:
        for start, filled in enumerate(slots):
            for first in filled:
                for concept, rest in self._open.get(first, ()):
                    end = start + 1 + len(rest)
                    if end <= len(slots) and all(
                        slot == _ANY_WORD or slot in there
                        for slot, there in zip(rest, slots[start + 1 : end], strict=True)
                    ):
                        yield concept, start, end


class _Reading(NamedTuple):
    """A distinct word: as it is read, whether that mends a slip, and the open slots it fills."""

    text: str
    mended: bool
    slots: tuple[str, ...]


def _slots(phrase: str) -> list[str]:
    """The words of a phrase with wildcards: patterns in lower case, other words as keys."""
    return [
        slot
        for part in phrase.split()
        for slot in ([part.lower()] if "*" in part else [token.norm_ for token in tokens(part)])
    ]


class _Slots:
    """Open slots by the letters that a word fills them with: "politiråds*" by its beginning,
    "*gruppe" by its end, "*råds*" anywhere, a key by itself."""

    def __init__(self, slots: Iterable[str]):
        self._first: dict[str, str] = {}
        self._last: dict[str, list[str]] = {}
        self._inside: dict[str, str] = {}
        self._key: dict[str, str] = {}
        for slot in slots:
            letters = slot.strip("*")
            if "*" not in slot:
                self._key[slot] = slot
            elif slot.startswith("*") and slot.endswith("*"):
                self._inside[letters] = slot
            elif slot.endswith("*"):
                self._first[letters] = slot
            else:
                self._last.setdefault(key(letters), []).append(slot)

    def filled_by(self, word: str) -> tuple[str, ...]:
        """The slots that the word fills, in the order of their letters."""
        lower, stem = word.lower(), key(word)
        found = [self._first[part] for n in range(1, len(lower) + 1)
                 if (part := lower[:n]) in self._first]
        found += [slot for letters, slot in self._inside.items() if letters in lower]
        found += [self._key[stem]] if stem in self._key else []
        for at in range(len(stem)):
            if stem[at:] in self._last and (not at or is_first_part(stem[:at])):
                found += self._last[stem[at:]]
        return tuple(sorted(found))


def _tokenizer(nlp: Language) -> Tokenizer:
    abbreviations = [f"{word}." for word in sentences.NEVER_LAST | sentences.BEFORE_NUMBER]
    return Tokenizer(
        nlp.vocab,
        rules={
            form: [{ORTH: form}]
            for word in abbreviations
            for form in (word, word[0].upper() + word[1:])
        },
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        url_match=_ADDRESS.fullmatch,
    )
