"""What is said of a draft into a checklist: what is missing, what a person must decide, what is
accepted, what is in place, and the questions that no rule answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rich.text import Text

from agreementlint.messages import say, shown
from agreementlint.model import DocumentReport, Lang, Verdict
from agreementlint.report.rows import WORST, advice
from agreementlint.report.style import Style
from agreementlint.report.terminal import COLOURS, header
from agreementlint.report.text import visible
from agreementlint.report.typeset import Line, typeset
from agreementlint.report.words import SEVERITIES, SIGNS, guide_place, standing, total
from agreementlint.rules.guide import Coverage

GroupName = Literal["missing", "decide", "accepted", "fulfilled", "questions"]
LONGEST = 300
"""Characters of a quotation."""


class Item(NamedTuple):
    """A line of the checklist: its sign, what it says, where the guide asks for it, the agreement's
    own words, and what is told beside."""

    sign: str
    text: str
    where: str = ""
    words: tuple[str, ...] = ()
    told: str = ""
    verdict: Verdict | None = None


class Group(NamedTuple):
    name: GroupName
    heading: str
    items: tuple[Item, ...]


class Checklist(NamedTuple):
    """`total` is the count in a sentence; groups without items are left out. `remarks` are
    sentences about answers that waive nothing."""

    title: str
    total: str
    groups: tuple[Group, ...]
    remarks: tuple[str, ...] = ()


GROUPS: Mapping[GroupName, Callable[[Verdict], bool]] = {
    "missing": lambda verdict: standing(verdict) == "fail",
    "decide": lambda verdict: standing(verdict) in ("review", "unknown"),
    "accepted": lambda verdict: standing(verdict) == "waived",
    "fulfilled": lambda verdict: standing(verdict) == "pass",
}


def checklist(document: DocumentReport, coverages: Sequence[Coverage], titles: Mapping[str, str],
              lang: Lang) -> Checklist:
    """`titles` are what the rules are called, by id."""
    groups = [Group(name, say(lang, f"check-{name}"),
                    tuple(_item(one, titles, lang) for one in _sorted(document, belongs)))
              for name, belongs in GROUPS.items()]
    groups.append(Group("questions", say(lang, "check-questions"),
                        tuple(_questions(coverages, lang))))
    return Checklist(say(lang, "check-title"), total(document, lang),
                     tuple(group for group in groups if group.items))


def _sorted(document: DocumentReport, belongs: Callable[[Verdict], bool]) -> list[Verdict]:
    """The worst first, otherwise in the catalogue's order."""
    return sorted(filter(belongs, document.verdicts),
                  key=lambda one: (SEVERITIES.index(one.severity), WORST.get(one.verdict, 0)))


def _item(verdict: Verdict, titles: Mapping[str, str], lang: Lang) -> Item:
    title = titles.get(verdict.rule, verdict.name)
    told = ""
    if verdict.waiver is not None:
        told = say(lang, "waiver", reason=verdict.waiver.reason, by=verdict.waiver.by)
        if verdict.waiver.until is not None:
            told += ". " + say(lang, "note-until", date=shown(verdict.waiver.until, lang))
    elif verdict.is_finding and verdict.verdict != "unknown":
        told = advice(verdict)
    return Item(
        sign=SIGNS[standing(verdict)],
        text=f"{title} ({verdict.rule}): {verdict.message}",
        where=_where(verdict.chapter, verdict.page, lang) or verdict.source or "",
        words=tuple(_short(one.text) for one in verdict.evidence[:2]),
        told=told,
        verdict=verdict,
    )


def _where(chapter: str | None, page: int | None, lang: Lang) -> str:
    place = guide_place(chapter, page, lang)
    return f"{say(lang, 'guide')} {place}" if place else ""


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def _questions(coverages: Sequence[Coverage], lang: Lang) -> Iterator[Item]:
    for coverage in coverages:
        for chapter in coverage.chapters:
            for one in chapter.recommendations:
                if one.question is not None:
                    yield Item("☐", one.question.of(lang),
                               _where(chapter.chapter, one.page, lang))


# ---------------------------------------------------------------- at a terminal


def checklist_report(found: Checklist, document: DocumentReport, lang: Lang, style: Style) -> str:
    return typeset(_lines(found, document, lang, style), style)


def _lines(found: Checklist, document: DocumentReport, lang: Lang, style: Style) -> Iterator[Line]:
    yield from header(document, lang)
    if document.error is not None or document.notice is not None:
        return
    for remark in found.remarks:
        yield 0, Text(f"! {visible(remark)}", "yellow")
    for group in found.groups if not style.quiet else ():
        yield 0, Text()
        yield 0, Text(f"{group.heading} ({len(group.items)})", "bold")
        for item in group.items:
            yield from _item_lines(item, group.name)
    yield 0, Text()
    yield 0, Text(found.total, "bold")


def _item_lines(item: Item, group: GroupName) -> Iterator[Line]:
    colour = COLOURS[item.verdict.verdict] if item.verdict is not None else "dim"
    where = f"  {visible(item.where)}" if item.where else ""
    yield 2, Text.assemble((item.sign, colour), f" {visible(item.text)}", (where, "dim"))
    for words in item.words:
        yield 4, Text(f"«{visible(words)}»", "italic")
    if item.told:
        yield 4, Text(visible(item.told))
