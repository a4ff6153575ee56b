"""A finding into the lines of the comment that tells it, in words for somebody who reads Word."""

from __future__ import annotations

from agreementlint.messages import say, shown
from agreementlint.model import Lang, Verdict, Waiver
from agreementlint.report.rows import advice, clause
from agreementlint.report.text import visible
from agreementlint.report.words import guide_words


def lines_of(verdict: Verdict, title: str, lang: Lang, *, answerable: bool = True,
             ) -> tuple[str, ...]:
    """The title, what is wrong, what the guide asks and where, and what to write instead; where an
    answer will be read, also what may be answered."""
    lines = [heading(verdict, title, lang), verdict.message]
    if guide := guide_words(verdict, lang):
        lines.append(guide)
    if told := advice(verdict):
        lines.append(f"{say(lang, 'advice')}: {told}")
    if words := clause(verdict):
        lines += [f"{say(lang, 'clause')}:", *words.splitlines()]
    if answerable:
        lines.append(say(lang, "note-answer"))
    return tuple(visible(line) for line in lines if line.strip())


def heading(verdict: Verdict, title: str, lang: Lang) -> str:
    """'Møter i politirådet (PR002): avvik fra veilederen, anbefaling'."""
    return (f"{title} ({verdict.rule}) – {say(lang, verdict.verdict)}, "
            f"{say(lang, f'severity-{verdict.severity}')}")


def more_lines(verdict: Verdict, title: str, lang: Lang) -> tuple[str, ...]:
    """What stands at a finding's other places."""
    first = verdict.evidence[0].text
    told = first if len(first) <= 80 else f"{first[:80].rsplit(' ', 1)[0]} …"
    return tuple(map(visible, (heading(verdict, title, lang), verdict.message,
                               say(lang, "note-more", words=told))))


def waived_lines(verdict: Verdict, waiver: Waiver, title: str, lang: Lang) -> tuple[str, ...]:
    """What a comment says once somebody has accepted what it is about."""
    who = say(lang, "note-waived", title=f"{title} ({verdict.rule})", by=waiver.by)
    lines = [who, verdict.message]
    if waiver.until is not None:
        lines.append(say(lang, "note-until", date=shown(waiver.until, lang)))
    return tuple(map(visible, lines))


def gone_lines(lines: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """What an answered comment says whose finding is gone: that, and then what it said."""
    told = say(lang, "note-gone")
    return lines if lines[1:2] == (told,) else (lines[0], told, *lines[1:])
