"""Document → the stretches that are not the agreement's own voice: instructions to the drafter,
quotations of the guide, cover and signature lines (criterion G1 of the catalogue)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agreementlint.model import Aside, Block, Document, Span
from agreementlint.norwegian.sentences import sentences

_GUIDE = r"(?:veileder|rettleiar|rettleiing|veiledning|mal)(?:en|a|ens|ane)?"
_ADVISES = r"(?:anbefal(?:er|ing)|tilrår|tilråding|rår til|foreslår|gir forslag)"

# A sentence that speaks to the person who fills in the form, in either written standard.
_INSTRUCTION = re.compile(
    rf"""
    ^\W*(?:
      (?:slett|stryk|fjern|fyll|skriv|vel|velg|føy|set|sett|tilpass|bytt|erstatt|husk|ta\ (?:med|bort|vekk))
        \ (?:ut|inn|bort|vekk|til|med|å|dette|desse|disse|det|den|eitt|ett|en|ein|eller|her|gjerne|rett|riktig|navn|namn|teksten?|avsnittet|alternativ\w*|med)\b
    | (?:døme|eksempel|eksempler)\b[^.:]{{0,30}}:
    | (?:kommentar|merknad|notat|note\ to\ self|obs|nb!|hjelpetekst|veiledning|rettleiing|instruks)\b[^.:]{{0,40}}:
    | (?:her|under\ dette\ punktet|i\ dette\ (?:avsnittet|kapitlet|punktet|kapittelet))
        \ (?:kan|bør|må|skal)\ (?:partene|partane|de|dei|man|ein|en|kommunen|kommunene|kommunane|dere|dykk|det)\b
    | om\ (?:ønskelig|ønskjeleg|ønskeleg)\ kan\ (?:partene|partane|rolla|rollen)\b
    | til\ den\ som\ (?:fyller|skriver|skriv|fyll)\b
    | det\ (?:anbefales|tilrås|foreslås|blir\ tilrådd|vert\ tilrådd|blir\ anbefalt|vert\ tilrådd)\ (?:å|at\ (?:dere|de|partene|partane|avtalen|avtala))\b
    | det\ er\ (?:ei|en)\ (?:tilråding|anbefaling)\ å\b
    | dette\ (?:er\ (?:eit|et)\ forslag|forslaget)\b
    | (?:overskriftene?|både\ overskrifter|tekst(?:en)?)\ [^.]{{0,60}}\b(?:kan|bør)\ (?:endres|slettes|tilpasses|gåast|bli\ endra)
    | (?:se|sjå|jf\.?)\ (?:pkt|punkt|kap|kapittel)?\.?\s*[\d.]*\s*(?:i\ )?{_GUIDE}\b[^.]{{0,30}}\.?$
    | (?:se|sjå)\ {_GUIDE}\b[^.]{{0,30}}\.?(?:\ *\d+)?\.?$
    | viser?\ til\ rettleiar\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "Veilederen anbefaler minst to møter": what the guide says is not what the parties promise.
_GUIDE_SAYS = re.compile(
    rf"^\W*(?:det\ (?:går\ fram|fremgår|står)\ i\ {_GUIDE}|(?:i|ifølge|iflg\.|etter)\ {_GUIDE}\b[^.]{{0,60}}\b(?:heter|står|anbefales|tilrådd)"
    rf"|(?:den\ nasjonale\ )?{_GUIDE}\b[^.]{{0,60}}\b(?:{_ADVISES}|sier|seier|peker|peiker|understreker|har\ som\ føring))".replace("\\ ", " "),
    re.IGNORECASE,
)
_PARTIES_FOLLOW = re.compile(r"\b(?:partene|partane|vi|kommunen|derfor|difor|dette følges|slutter seg)\b", re.I)
_HEADING_MARK = re.compile(r"\((?:slett|fjern|stryk)\b", re.IGNORECASE)
_CITES_GUIDE = re.compile(
    r"\((?:[^()]*\b(?:veileder\w*|rettleiar\w*)\b[^()]*|[^()]*\bKS\b[^()]*\d{4}[^()]*)\)\W*$", re.IGNORECASE
)
_QUOTE = re.compile(r"[«\"“”]([^«»\"“”]{40,})[»\"“”]")
_ROLE = re.compile(
    r"\b(?:ordfør|varaordfør|rådmann|kommunedirektør|kommunalsjef|byrådsleder|lensmann|politimester|politimeister"
    r"|politistasjonssjef|stasjonssjef|politiavdelingsle|driftsenhetsle|tenesteeiningsle|tjenesteenhetsle|politiinspektør"
    r"|politikontakt|fylkesordfør|regionlensmann|for\b|dato\b|stad\b|sted\b)",
    re.IGNORECASE,
)


def aside_spans(document: Document) -> list[tuple[Span, Aside]]:
    """Every stretch of the text that is an instruction to the drafter or a quotation."""
    found: list[tuple[Span, Aside]] = []
    found += ((s, "instruction") for s in _parentheses(document))
    found += ((s, "quotation") for s in _quoted(document))
    found += _single_sentences(document)
    return found


def is_instruction(sentence: str) -> bool:
    return bool(_INSTRUCTION.match(sentence))


def _single_sentences(document: Document) -> Iterator[tuple[Span, Aside]]:
    struck = False  # under a heading that says "slett dette avsnittet" everything is instruction
    for block in document.blocks:
        body = document.text[block.span.start : block.span.end]
        if block.kind == "heading":
            struck = bool(_HEADING_MARK.search(body))
        elif struck:
            yield block.span, "instruction"
            continue
        for span in sentences(body):
            words = body[span.start : span.end]
            whole = Span(block.span.start + span.start, block.span.start + span.end)
            if is_instruction(words):
                yield whole, "instruction"
            elif _GUIDE_SAYS.match(words) and not _PARTIES_FOLLOW.search(words):
                yield whole, "quotation"


def _parentheses(document: Document) -> Iterator[Span]:
    """Parentheses that open a paragraph or sentence and hold an instruction, also over several
    paragraphs."""
    text, at = document.text, 0
    while (start := text.find("(", at)) >= 0:
        at = start + 1
        before = text[:start].rstrip()
        if before and not (text[start - 1] == "\n" or before.endswith((".", ":", "?", "!", ")"))):
            continue
        end, depth = start, 0
        for end in range(start, min(len(text), start + 4000)):
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            if depth == 0:
                break
        inside = text[start + 1 : end]
        # "A)" inside the parenthesis closes it early: harmless, the sentence test still applies
        if depth == 0 and any(is_instruction(inside[s.start : s.end]) or _GUIDE_SAYS.match(inside[s.start : s.end])
                              for line in _lines(inside) for s in [line]):
            yield Span(start, min(len(text), end + 1 + len(re.match(r"[.\s]*", text[end + 1 : end + 3]).group().rstrip())))  # type: ignore[union-attr]
            at = end


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        for s in sentences(line):
            yield Span(at + s.start, at + s.end)
        at += len(line) + 1


def _quoted(document: Document) -> Iterator[Span]:
    """The guide's words marked as its own: in italics with its name behind, or in quotation marks
    in a sentence that names it."""
    blocks = document.blocks
    for i, block in enumerate(blocks):
        body = document.text[block.span.start : block.span.end]
        if block.italic and _CITES_GUIDE.search(body):
            yield block.span
            if i and blocks[i - 1].italic and not document.text[: blocks[i - 1].span.end].endswith((".", ":")):
                yield blocks[i - 1].span
        elif _CITES_GUIDE.search(body) and _QUOTE.search(body):
            yield block.span
        elif body.startswith("> "):
            yield block.span
        elif re.search(rf"\b{_GUIDE}\b", body, re.IGNORECASE):
            for match in _QUOTE.finditer(body):
                for span in sentences(body):
                    if span.start <= match.start() < span.end:
                        yield Span(block.span.start + span.start, block.span.start + max(span.end, match.end()))


def is_signature_line(text: str, block: Block) -> bool:
    """A line at the end of the document that belongs to names, roles and dates."""
    body = text[block.span.start : block.span.end].strip()
    if block.kind in ("columns", "row"):
        return True
    return len(body) < 80 and not (body.endswith(".") and len(body) > 45 and not _ROLE.search(body))


def is_cover_line(text: str, block: Block) -> bool:
    """A line before the first paragraph: title, parties, period, letterhead."""
    body = text[block.span.start : block.span.end].strip()
    return block.kind in ("text", "columns", "row") and not (len(body) > 45 and body.endswith("."))
