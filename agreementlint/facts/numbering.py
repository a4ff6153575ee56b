"""Agreement → whether its numbered headings, or numbered clauses where it has no such headings, run
in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agreementlint.model import Block, Fact
from agreementlint.places import page_of
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

_DIGITS = r"\d{1,2}(?:\.\d{1,2})*"
_LABEL = re.compile(
    rf"""^[\s*_#>]*(?:
        (?P<sign>§)\s*(?P<section>\d{{1,2}}(?:\s?[-.–]\s?\d{{1,2}})*)\s*[a-z]?\b[.):]?
      | (?P<word>Post|Punkt|Pkt\.?|Kapittel|Kapitel|Kap\.?|Artikkel|Art\.?|Del|Avsnitt|Paragraf)
          \s+(?P<named>{_DIGITS}|[IVX]{{1,6}}|[A-H])\b[.):]?
      | (?P<topic>Tema|Emne|Bolk|Bok|Seksjon|Steg|Trinn|Fase|Prioritet|Tiltak|Mål|Delmål
          |(?:Innsats|Satsings|Fokus|Hoved|Hovud|Mål)?område)
          \s+(?P<count>\d{{1,2}}|[IVX]{{1,6}})\b[.):]?
      | (?P<roman>[IVX]{{1,6}})(?!\w)(?P<roman_stop>[.):])?
      | (?P<decimal>{_DIGITS})(?P<stop>[.):])?
      | (?P<letter>[A-H])[.)]
    )[\s*_]*(?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLE = r"[A-ZÆØÅ][\w ]{2,40}"
_SEVERAL = re.compile(rf"{_TITLE}(?:[–,;|·/-]\s*\d{{1,2}}(?:\.\d{{1,2}})*[.)]?\s+{_TITLE})+")
"""More numbers with titles on one line: "1 Formål – 2 Politiråd" is a list of contents."""
_LONGEST_TITLE = 60
"""Letters of a line that can be a heading though nothing marks it as one."""
_MARKED = re.compile(r"\s*#{1,6}\s")
"""The marks of a heading in plain text, also where a word processor shows them as they are."""

_MEASURED = re.compile(r"\d{1,3}\s+[^\W\d_]{3}")  # "4.2 40 prosent av stillingen"
_MONTH = wording("utkast", "month_or_measure")
_ANNEX = wording("utkast", "annex")
_FEWEST_CLAUSES = 3
_SHOWN = 3
_ROMAN = {"i": 1, "v": 5, "x": 10}

Number = tuple[int, ...]


class Label(NamedTuple):
    """The number that a heading or clause bears. `style` keeps apart what is counted apart."""

    style: str
    number: Number
    block: int
    level: int


class Fault(NamedTuple):
    """A number that does not follow from the one before it."""

    before: Label | None
    label: Label


def numbering(agreement: Agreement) -> Fact:
    """States: "in-order" (evidence is the first numbers), "out-of-order" (a gap, a repeat or a
    step back; evidence is the number that is wrong and the one before it), "unread" (the same,
    but always across pages that were not read), "unnumbered" (fewer than two headings or clauses
    bear a number). `value` is how many numbers were read."""
    blocks = agreement.document.blocks
    labels = _of_headings(agreement)
    if len(labels) < 2:
        labels = _of_clauses(agreement)
    if len(labels) < 2:
        return Fact(0, "unnumbered")
    present = {(style, number) for style, number in _everywhere(agreement)}
    faults = [f for f in _faults(agreement, labels) if not _is_there(f, present)]
    if not faults:
        first = tuple(blocks[label.block].span for label in labels[:_SHOWN])
        return Fact(len(labels), "in-order", first)
    certain = [fault for fault in faults if not _crosses_unread(agreement, fault)]
    spans = [blocks[one.block].span for fault in certain or faults for one in _sides(fault)]
    return Fact(len(labels), "out-of-order" if certain else "unread", tuple(dict.fromkeys(spans)))


def _crosses_unread(agreement: Agreement, fault: Fault) -> bool:
    """Whether a page that was not read lies between the two numbers."""
    first, last = (
        page_of(agreement.document, agreement.document.blocks[one.block].span) if one else 1
        for one in (fault.before, fault.label)
    )
    unread = agreement.document.unread_pages
    return any((first or 1) <= page <= (last or page) for page in unread)


def _sides(fault: Fault) -> Iterator[Label]:
    yield fault.label
    if fault.before:
        yield fault.before


# ---------------------------------------------------------------- reading the numbers


def _label(text: str, block: int, level: int, *, heading: bool) -> Label | None:
    match = _LABEL.match(text)
    if match is None or _MONTH.match(match["rest"]) or _SEVERAL.fullmatch(match["rest"]):
        return None
    rest = match["rest"]
    is_title = len(rest) < _LONGEST_TITLE and rest[:1].isupper() and rest[-1:].isalnum()
    if match["section"]:
        return Label("§", _numbers(match["section"]), block, level)
    if match["named"]:
        return Label(match["word"].lower().rstrip(".")[:3], _numbers(match["named"]), block, level)
    if match["topic"]:  # in running text "Tema 1" is spoken of
        named = Label(match["topic"].lower(), _numbers(match["count"]), block, level)
        return named if heading else None
    if match["roman"]:
        known = match["roman"].isupper() and rest and (heading or match["roman_stop"] or is_title)
        return Label("roman", _numbers(match["roman"]), block, level) if known else None
    if match["letter"]:
        upper = match["letter"].isupper() and heading
        return Label("letter", (ord(match["letter"]) - 64,), block, level) if upper else None
    number = _numbers(match["decimal"])
    measured = "." in match["decimal"] and _MEASURED.match(rest)
    title = rest[:1].isupper() or not rest[:1].isalnum() or bool(match["stop"] or measured)
    dated = re.match(r"0\d|\d+\.0\d", match["decimal"])
    apart = match["stop"] or "." in match["decimal"] or text[match.end("decimal") :][:1].isspace()
    if not (rest and title and apart) or dated or 0 in number[1:]:
        return None
    item = match["stop"] == ")" and rest[0].islower()  # "1) ungdom" between "3." and "4."
    return Label("item" if item else "decimal", number, block, level)


def _numbers(words: str) -> Number:
    """ "3.1" → (3, 1); "IV" → (4,); "B" → (2,)."""
    if words[0].isdigit():
        whole = re.sub(r"(?:\.0)+$", "", words)  # "3.0" is chapter three
        return tuple(int(digits) for digits in re.findall(r"\d+", whole))
    if re.fullmatch(r"[IVX]+", words, re.IGNORECASE):
        values = [_ROMAN[letter] for letter in words.lower()]
        after = [*values[1:], 0]
        return (sum(-v if v < n else v for v, n in zip(values, after, strict=True)),)
    return (ord(words.upper()) - 64,)


def _of_headings(agreement: Agreement) -> list[Label]:
    """The numbers of the headings, and those of paragraphs that count on from one (2 → 2.1)."""
    labels: list[Label] = []
    for index, block in enumerate(agreement.document.blocks):
        text = agreement.text_of(block.span)
        if block.kind == "heading" or _MARKED.match(text):
            if label := _label(text, index, block.level, heading=True):
                labels.append(label)
        elif block.kind in ("text", "bullet"):
            label = _label(text, index, 9, heading=False)
            if label and _counts_on(label, labels):
                labels.append(label)
    return _one_kind_of_letter(_without_prepositions(labels, agreement))


def _without_prepositions(labels: list[Label], agreement: Agreement) -> list[Label]:
    """Without the headings that begin with the word "I", unless a "II" shows it to be a number."""
    second = any(one.style == "roman" and one.number == (2,) for one in labels)
    blocks = agreement.document.blocks
    return [
        one
        for one in labels
        if second or one.style != "roman"
        or not re.match(r"[\s*_#]*I\s", agreement.text_of(blocks[one.block].span))
    ]


def _counts_on(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a paragraph's number goes on below the last heading (2 → 2.1), or next to an earlier
    one, though under another (2.2, 3, 2.3)."""
    if len(label.number) < 2 or label.style not in ("decimal", "§"):
        return False
    same = [one.number for one in labels if one.style == label.style]
    *above, own = label.number
    return bool(same) and (same[-1][0] == label.number[0] or (*above, own - 1) in same)


def _one_kind_of_letter(labels: list[Label]) -> list[Label]:
    """Where "A." is a heading, "I." is the ninth letter; else letters are no numbering here."""
    lettered = any(one.style == "letter" and one.number == (1,) for one in labels)
    unwanted = "roman" if lettered and ("roman", (2,)) not in {o[:2] for o in labels} else "letter"
    return [one for one in labels if one.style != unwanted or (lettered and unwanted == "letter")]


def _of_clauses(agreement: Agreement) -> list[Label]:
    """The numbers of clauses that make up the agreement, as "1.", "Post 1" or "§ 1" do where
    there are no numbered headings; a list of items inside one section is no numbering."""
    blocks = agreement.document.blocks
    found = [
        label
        for index, block in enumerate(blocks)
        if block.kind in ("text", "bullet", "heading")
        and (label := _label(agreement.text_of(block.span), index, 9, heading=False))
    ]
    styles = {style: [one for one in found if one.style == style] for style in
              dict.fromkeys(one.style for one in found)}
    for style, labels in styles.items():
        strong = style not in ("decimal", "item", "roman")
        if len(labels) >= (2 if strong else _FEWEST_CLAUSES) and (
            strong or _make_up(agreement, labels)
        ):
            return labels
    return []


def _make_up(agreement: Agreement, labels: Sequence[Label]) -> bool:
    """Whether the stretch from the first to the last number is most of the running text."""
    blocks = agreement.document.blocks
    first, last = blocks[labels[0].block].span.start, blocks[labels[-1].block].span.end
    inside = [agreement.sentences[i].span for i in agreement.operative]
    total = sum(span.end - span.start for span in inside)
    covered = sum(span.end - span.start for span in inside if first <= span.start < last)
    between = [b for b in blocks if b.kind == "heading" and first < b.span.start < last]
    return covered * 2 > total and len(between) < len(labels)


def _everywhere(agreement: Agreement) -> Iterator[tuple[str, Number]]:
    """Every number at the beginning of a line, whatever the line was taken for; "l." is a "1."
    that was read wrong."""
    for index, block in enumerate(agreement.document.blocks):
        if re.match(r"[\W_]*[Il|][.\s]\s*[A-ZÆØÅ]", agreement.text_of(block.span)):
            yield "decimal", (1,)
        if block.kind not in ("heading", "contents"):
            label = _label(agreement.text_of(block.span) + " –", index, 0, heading=True)
            if label:
                yield label.style, label.number


# ---------------------------------------------------------------- following them


def _faults(agreement: Agreement, labels: Sequence[Label]) -> Iterator[Fault]:
    last: dict[str, Label] = {}
    depths = {(one.style, len(one.number)) for one in labels}
    for label in labels:
        before = last.get(label.style)
        if before is None:
            if label.number != (1,) * len(label.number) and label.number[0] > 1:
                yield Fault(None, label)
        elif not _follows(before, label, depths) and not _restarts(agreement, before, label):
            yield Fault(before, label)
            if label.number < before.number and label.number[0] < before.number[0]:
                continue  # one step back, not a new count
        last[label.style] = label


def _follows(before: Label, label: Label, depths: set[tuple[str, int]]) -> bool:
    """Whether the number is the next on its level, or the first on the level below. A level may
    be passed over only if no heading of the agreement bears a number of that depth."""
    was, now = before.number, label.number
    for depth in range(len(was) + 1):
        head = was[:depth] if depth == len(was) else (*was[:depth], was[depth] + 1)
        tail = now[len(head) :]
        if now[: len(head)] != head or (depth == len(was) and not tail):
            continue
        first = all(part == 1 for part in tail)
        passed = range(len(head), len(now)) if depth < len(was) else range(len(head) + 1, len(now))
        if first and not any((label.style, deep) in depths for deep in passed if deep):
            return True
    return False


def _restarts(agreement: Agreement, before: Label, label: Label) -> bool:
    """Whether counting begins anew: in an annex, or under a higher heading of another kind."""
    if label.number[-1] != 1 or set(label.number) != {1}:
        return False
    blocks: Sequence[Block] = agreement.document.blocks
    for block in blocks[before.block + 1 : label.block]:
        text = agreement.text_of(block.span)
        if _ANNEX.match(text):
            return True
        if block.kind == "heading" and block.level and block.level < max(label.level, 1):
            return True
        other = _label(text, 0, 0, heading=True) if block.kind == "heading" else None
        if other and other.style != label.style:
            return True
    return False


def _is_there(fault: Fault, present: set[tuple[str, Number]]) -> bool:
    """Whether each missing number stands at the beginning of some line that is no heading."""
    label, before = fault.label, fault.before
    if before is not None and label.number < before.number:
        return False  # a step back leaves nothing out
    *above, own = label.number
    last = 0
    if before is not None and before.number[: len(above)] == tuple(above):
        last = (*before.number, 0)[len(above)]
    missing = [(label.style, (*above, number)) for number in range(last + 1, own)]
    return bool(missing) and present.issuperset(missing)
