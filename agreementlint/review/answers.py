"""What people answered to our comments into waivers of the findings that they were about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from agreementlint.messages import say, shown
from agreementlint.model import FINDINGS, DocumentReport, Lang, Verdict, Waiver
from agreementlint.waivers import fingerprint, holds, waived
from agreementlint.word.comments import Comment, Thread, threads
from agreementlint.word.marks import short
from agreementlint.word.names import AUTHOR
from agreementlint.word.package import WordFile

ACCEPTS = r"(?:godt(?:att|atte|as|ar|ek\w*)|godkjen[dtn]\w*|aksept\w*|accepted|approved)"
ANSWER = re.compile(
    rf"\W*(?:(?:ok|ja|det|dette|er|vert|blir|vi|har|vi har)\W+)*{ACCEPTS}\b(?:\s+av\b[^:]*(?=:))?"
    r"[\s:;.,–—-]*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)
REFUSAL = re.compile(rf"\W*(?:(?:er|vert|blir)\W+)*ik(?:ke|kje)\W+(?:\w+\W+)?{ACCEPTS}\b",
                     re.IGNORECASE)
UNTIL = re.compile(
    r"\b(?:(?:fram|frem|inn)?til(?:\s+og\s+med)?|t\.?\s?o\.?\s?m\.?|until)\s*$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{2,}")
RULE = re.compile(r"\((\w+)\)")


class Answer(NamedTuple):
    """What somebody said to a comment of ours: of the finding with that fingerprint (None: the mark
    is lost) of that rule. `waiver` is None for one without a reason."""

    rule: str
    finding: str | None
    by: str
    waiver: Waiver | None


class Answered(NamedTuple):
    """The report with its waivers, and a sentence for each answer that waives nothing."""

    report: DocumentReport
    remarks: tuple[str, ...]


def answers(data: bytes) -> tuple[Answer, ...]:
    """The answers in a Word file that accept a finding. Raises ReadError like the reader."""
    file = WordFile(data)
    return tuple(found for thread in threads(file)
                 if (found := answer_in(thread, file)) is not None)


def answer_in(thread: Thread, file: WordFile) -> Answer | None:
    """The last word in a thread; an answer that takes an earlier one back leaves none."""
    found: Answer | None = None
    for by, text in _said(thread, file):
        if REFUSAL.match(text):
            found = None
        elif (match := ANSWER.match(text)) is not None:
            found = Answer(rule_of(thread), thread.mark.finding if thread.mark else None, by,
                           waiver(match["reason"], by))
    return found


def is_answered(thread: Thread) -> bool:
    """Whether somebody had anything to say to our comment: then it is no longer ours to remove."""
    return bool(thread.answers) or thread.edited or any(
        ANSWER.match(" ".join(one.lines)) for one in thread.beside)


def _said(thread: Thread, file: WordFile) -> Iterator[tuple[str, str]]:
    """Who said what: those who changed our words first, then the answers by their time."""
    if thread.edited:
        yield from ((last_author(file), line) for line in thread.root.lines)
    said: Iterable[Comment] = (*thread.answers, *thread.beside)
    for one in sorted(said, key=lambda comment: comment.date):
        if one.author != AUTHOR:
            yield one.author.strip() or "?", " ".join(" ".join(one.lines).split())


def last_author(file: WordFile) -> str:
    """Who saved the file, "?" where it does not tell."""
    for part in file.package.related("", "core-properties"):
        for element in part:
            if element.tag.endswith("}lastModifiedBy") and (element.text or "").strip():
                return (element.text or "").strip()
    return "?"


def rule_of(thread: Thread) -> str:
    """The rule of a thread: that of its mark, or the one its title names."""
    if thread.mark is not None:
        return thread.mark.rule
    named = RULE.search(thread.root.lines[0] if thread.root.lines else "")
    return named[1] if named else ""


def waiver(reason: str, by: str) -> Waiver | None:
    """The waiver that these words give; None where no reason is left beside the date."""
    from agreementlint.norwegian.dates import dates

    until, bare = None, reason
    for date in dates(reason):
        if before := UNTIL.search(reason[: date.span.start]):
            until = _last_day(date.date, date.precision)
            bare = reason[: before.start()] + reason[date.span.end :]
    if not WORD.search(bare):
        return None
    return Waiver(" ".join(reason.split()), by, until)


def _last_day(date: dt.date, precision: str) -> dt.date:
    if precision == "day":
        return date
    return (date.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


# ---------------------------------------------------------------- answers and verdicts


def answered(report: DocumentReport, given: Sequence[Answer], as_of: dt.date, lang: Lang,
             ) -> Answered:
    """Each finding that an answer accepts is waived by it, on the day `as_of`. What was said of
    rules that are not in the report is left alone."""
    judged = {short(one.rule) for one in report.verdicts}
    found = {fingerprint(one): one for one in report.verdicts if one.verdict in FINDINGS}
    by_rule = {one.rule: key for key, one in found.items()}
    waivers: dict[str, Waiver] = {}
    remarks: list[str] = []
    for one in given:
        if short(one.rule) not in judged:
            continue
        key = one.finding if one.finding is not None else by_rule.get(one.rule)
        if key not in found or key is None:
            remarks.append(say(lang, "answer-unused", by=one.by, rule=one.rule))
        elif one.waiver is None:
            remarks.append(say(lang, "answer-no-reason", by=one.by, rule=one.rule))
        elif not holds(one.waiver, as_of):
            remarks.append(say(lang, "answer-expired", by=one.by, rule=one.rule,
                               until=shown(one.waiver.until, lang)))
        else:
            waivers[key] = one.waiver
    verdicts = waived(report.verdicts, waivers, as_of)
    return Answered(replace(report, verdicts=verdicts), tuple(dict.fromkeys(remarks)))


def verdict_of(thread: Thread, verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """The finding (waived or not) that the thread is about; `verdicts` are by fingerprint."""
    if thread.mark is not None:
        return verdicts.get(thread.mark.finding)
    return next((one for one in verdicts.values() if one.rule == rule_of(thread)), None)
