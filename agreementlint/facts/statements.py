"""Clauses → statements: whole sentences, each with the forum that it is about, so that minutes of
another meeting are not taken for those of the politiråd."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, takewhile
from typing import Literal

from agreementlint.clauses import Clause, Mention
from agreementlint.model import BlockKind, Span
from agreementlint.structure import Agreement
from agreementlint.vocabulary import wording

Forum = Literal["council", "other"]

# "SLT-koordinatoren", "næringsrådet": persons and guests hold no meetings under the agreement.
_NO_FORUM = wording("forum", "no_forum")
_COUNCIL_TITLE = wording("forum", "council_title")
_OTHER_TITLE = wording("forum", "other_title")
_RECIPIENT = wording("forum", "recipient")
_ITS_OFFICER = wording("forum", "its_officer")
_ITS_PEOPLE = wording("forum", "its_people")
_FROM_IT = wording("forum", "from_it")
_ALSO_LEADS = wording("forum", "also_leads")
_ADVICE = wording("forum", "advice")
_MEETING_TITLE = wording("forum", "meeting_title")
_BESIDE = wording("forum", "beside")
_BELOW = wording("forum", "below")
_FORUMS = frozenset({"politirad", "slt", "formannskap", "beredskapsrad", "anna_organ"})
_BARE = re.compile(r"^(?:politi)?råd$", re.IGNORECASE)
_FORUM_LINE = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:lokalt|felles)\s+)?(?:\w*(?:råd|utvalg|utval)(?:et)?|\w+gruppe|SLT)",
    re.IGNORECASE,
)
_LEADING_WORDS = 6
_PRONOUN = re.compile(
    r"\s*(?:det|dette|den|denne|disse|desse|dei|de)\s+(?!felles|lokale|sams|regionale)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One operative sentence, bullet or row. `text` has its slips mended; `named` are the forums
    that it names, by offset into `text`; `forum` is the one it is about; `led` is the text of the
    statement that introduces it ("" if there is none), `lead` its place and `led_paragraph` its
    paragraph so far; `header` is the first row of a row's table."""

    span: Span
    text: str
    kind: BlockKind
    section: int
    block: int
    titles: tuple[str, ...]
    parts: tuple[Clause, ...]
    named: tuple[tuple[int, Forum], ...] = ()
    forum: Forum | None = None
    led: str = ""
    led_paragraph: str = ""
    lead: Span | None = None
    header: str = ""

    def forum_at(self, position: int) -> Forum | None:
        """The forum named last before this offset, else the one that the statement is about."""
        before = [forum for start, forum in self.named if start <= position]
        return before[-1] if before else self.forum

    def part_at(self, position: int) -> Clause:
        """The clause that holds this offset."""
        return next((p for p in self.parts if p.start <= position < p.end), self.parts[-1])


def statements(agreement: Agreement, clauses: Sequence[Clause]) -> tuple[Statement, ...]:
    """The statements of the agreement, in document order."""
    made: dict[int, Statement] = {}
    earlier: list[Statement] = []
    for index, group in groupby(clauses, key=lambda c: c.sentence):
        parts = tuple(group)
        sentence = agreement.sentences[index]
        near = _of_section(earlier, sentence.section)
        titles = (*_lost_title(near), *agreement.titles(sentence.section))
        named = tuple(_named(parts, titles))
        lead = made.get(sentence.lead) if sentence.lead is not None else None
        text = parts[0].text
        forum = (
            (None if _PRONOUN.match(text) else _leading(text, named))
            or _going_on(earlier, lead, sentence.block)
            or _titled(agreement, titles)
            or _of_paragraph_before(near)
            or (named[0][1] if named else None)
            or _of_meetings(titles, earlier)
        )
        made[index] = Statement(
            span=sentence.span,
            text=text,
            kind=sentence.kind,
            section=sentence.section,
            block=sentence.block,
            titles=titles,
            parts=parts,
            named=named,
            forum=forum,
            led=lead.text if lead else "",
            led_paragraph=" ".join(s.text for s in near if lead and s.block == lead.block),
            lead=lead.span if lead else None,
            header=_header(sentence.kind, text, earlier),
        )
        earlier.append(made[index])
    return tuple(earlier)


def _of_section(earlier: Sequence[Statement], section: int) -> list[Statement]:
    """The statements of this section so far: the last ones, since a section stands together."""
    return list(takewhile(lambda s: s.section == section, reversed(earlier)))[::-1]


def _lost_title(near: Sequence[Statement]) -> tuple[str, ...]:
    """The last line of a section that names a forum and nothing more: a heading that was not
    drawn as one."""
    lines = (s for s in reversed(near) if s.kind == "text")
    found = next((s.text for s in lines if _FORUM_LINE.fullmatch(s.text.strip())), None)
    return (found,) if found else ()


def _header(kind: BlockKind, text: str, earlier: Sequence[Statement]) -> str:
    if kind not in ("row", "columns"):
        return ""
    return earlier[-1].header if earlier and earlier[-1].kind == kind else text


def _named(parts: Sequence[Clause], titles: Sequence[str]) -> Iterator[tuple[int, Forum]]:
    text = parts[0].text
    for part, mention in ((p, m) for p in parts for m in p.things if m.concept in _FORUMS):
        denied = part.force == "negated" and mention.concept == "anna_organ"
        if denied and _BARE.match(mention.word):
            continue  # "Noe eget råd i hver kommune har vi ikke"
        if _BARE.match(mention.word) and any(_COUNCIL_TITLE.search(t) for t in titles):
            yield mention.start, "council"
        elif not _is_no_forum(text, mention) and not _RECIPIENT.search(text[: mention.start]):
            own = mention.concept == "politirad" and not _is_beside(text, mention)
            yield mention.start, "council" if own else "other"


def _is_beside(text: str, mention: Mention) -> bool:
    """ "I tillegg til politirådet …", "under politirådet arbeider …": another is spoken of."""
    before = text[: mention.start]
    below = _BELOW.search(before) and not mention.word.endswith("s")
    return bool(below or _BESIDE.search(before))


def _is_no_forum(text: str, mention: Mention) -> bool:
    """Whether the word is a person or a guest, or only tells whose officer somebody is."""
    whole = re.match(r"[\w-]*", text[mention.start :])
    if any(_NO_FORUM.search(word) for word in (mention.word, whole.group() if whole else "")):
        return True
    before = text[: mention.start]
    if mention.word.lower() == "råd" and _ADVICE.search(before):
        return True
    if mention.concept == "formannskap" and _ITS_PEOPLE.search(before):
        return True
    persons = _ALSO_LEADS.search(before) or _FROM_IT.search(before)
    if mention.concept != "politirad" and persons:
        return True
    return mention.word.endswith("s") and bool(_ITS_OFFICER.match(text[mention.end :]))


def _leading(text: str, named: Sequence[tuple[int, Forum]]) -> Forum | None:
    """The forum that the sentence begins with, or its only one."""
    if not named:
        return None
    if len(text[: named[0][0]].split()) <= _LEADING_WORDS or all(f == "council" for _, f in named):
        return named[0][1]
    return None


def _going_on(earlier: Sequence[Statement], lead: Statement | None, block: int) -> Forum | None:
    """The forum that the paragraph, or the lead of a bullet, has been about so far."""
    if earlier and earlier[-1].block == block and earlier[-1].forum:
        return earlier[-1].forum
    return lead.forum if lead is not None else None


def _of_paragraph_before(near: Sequence[Statement]) -> Forum | None:
    """The forum that the last paragraph with one begins with: what is named there in passing does
    not go on."""
    spoken = [s for s in near if s.forum]
    return next((s.forum for s in spoken if s.block == spoken[-1].block), None)


def _titled(agreement: Agreement, titles: Sequence[str]) -> Forum | None:
    """The forum of the nearest title that tells. The title of a whole agreement tells only where
    no section has the politiråd for itself."""
    cover = _cover(agreement)
    for title in titles:
        if _COUNCIL_TITLE.search(title) and (title not in cover or _is_alone(agreement)):
            return "council"
        if title not in cover and _OTHER_TITLE.search(title):
            return "other"
    meetings = any(_MEETING_TITLE.search(t) for t in titles)
    return "council" if meetings and any(_COUNCIL_TITLE.search(t) for t in cover) else None


@lru_cache(maxsize=1)
def _is_alone(agreement: Agreement) -> bool:
    """Whether no more than one title of the agreement is about the politiråd."""
    return sum(bool(_COUNCIL_TITLE.search(s.title)) for s in agreement.sections) <= 1


def _of_meetings(titles: Sequence[str], earlier: Sequence[Statement]) -> Forum | None:
    """The politiråd, under a title on meetings in general, if the agreement has spoken of it."""
    known = any(forum == "council" for s in earlier for _, forum in s.named)
    return "council" if known and any(_MEETING_TITLE.search(t) for t in titles[:2]) else None


def _cover(agreement: Agreement) -> tuple[str, ...]:
    """The titles of the whole agreement: the headings down to the first that has text."""
    titled = [s for s in agreement.sections if s.heading]
    bare = list(takewhile(lambda s: s.heading and s.span.end - s.heading.end <= 1, titled))
    return tuple(s.title for s in titled[: len(bare) + 1])
