"""Turns a DistrictReport into text for a person at a terminal: what several agreements say
together, the matrix of agreements and rules, which recommendations fewest follow, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from agreementlint.audit.contacts import LIMIT
from agreementlint.audit.model import (
    Change,
    Contact,
    CrossFinding,
    DistrictReport,
    Share,
    State,
    Template,
)
from agreementlint.messages import listed, say, shown
from agreementlint.model import Lang
from agreementlint.report.rows import Row, columns, matrix, name_of, shares_by_need, whose
from agreementlint.report.style import Style
from agreementlint.report.terminal import COLOURS, header, lines, quotation
from agreementlint.report.text import visible
from agreementlint.report.typeset import NO_BREAK, Line, typeset
from agreementlint.report.words import SIGNS, Standing, standing, whole_district

STATES: tuple[State, ...] = ("in-force", "doubtful", "unsigned", "future", "expired", "superseded")
"""In the order that an adviser reads the agreements; other judged documents come last."""
FEWEST_LETTERS = 18
"""Of the label of a row of the matrix; what then does not fit goes to a second block of columns."""
MOST_LETTERS = 40
TALLY = 6
"""Characters for " 24/31" at the end of a row."""
SHOWN: tuple[Standing, ...] = ("pass", "fail", "review", "unknown", "inapplicable", "waived")
CHANGE_SIGNS = {"new": "+", "removed": "−", "replaced": "↻", "cell": "→"}
Part = list[tuple[int, str]]
"""Columns of the matrix that stand together: their places and the ids of their rules."""


def district_terminal_report(district: DistrictReport, style: Style) -> str:
    return typeset(district_lines(district, style), style)


def district_lines(district: DistrictReport, style: Style) -> Iterator[Line]:
    lang = district.report.lang
    yield from heading(district)
    if style.quiet:
        return
    yield from section(say(lang, "report-across"), cross_findings(district, style))
    yield from section(say(lang, "report-matrix"), matrix_lines(district, style.width))
    yield from section(say(lang, "report-shares"), share_lines(district.shares, lang))
    yield from section(say(lang, "many-kommuner", limit=LIMIT), contact_lines(district, style))
    yield from section(say(lang, "report-templates"),
                       (line for one in district.templates for line in template(one, district)))
    if district.changes is not None:
        yield from section(say(lang, "changed-since", date=shown(district.since, lang)),
                           change_lines(district.changes, lang))
    yield from section(say(lang, "not-judged"), not_judged(district))
    if style.verbose:
        yield 0, Text()
        yield from lines(district.report, style)


def section(title: str, body: Iterator[Line]) -> Iterator[Line]:
    """A heading and what stands under it; nothing where that is nothing."""
    for number, line in enumerate(body):
        if number == 0:
            yield 0, Text()
            yield 0, Text(title, "bold")
        yield line


def heading(district: DistrictReport) -> Iterator[Line]:
    report, lang = district.report, district.report.lang
    name = district.district or say(lang, "report-no-district")
    yield 0, Text(visible(f"{name} · {shown(report.as_of, lang)}"), "bold underline")
    without = sum(kommune.in_force is None for kommune in district.kommuner)
    yield 0, Text(whole_district(len(district.kommuner), without, len(district.agreements),
                                 len(report.documents), lang))
    states = Counter(agreement.state for agreement in district.agreements)
    if states:
        yield 0, Text(" · ".join(f"{states[name]} {say(lang, f'state-{name}')}"
                                 for name in STATES if states[name]), "dim")


# ---------------------------------------------------------------- findings across agreements


def cross_findings(district: DistrictReport, style: Style) -> Iterator[Line]:
    for finding in district.findings:
        yield from cross_finding(finding, district.report.lang, style)


def cross_finding(finding: CrossFinding, lang: Lang, style: Style) -> Iterator[Line]:
    word = f"{SIGNS[finding.verdict]} {say(lang, finding.verdict)}"
    yield 2, Text.assemble((word, COLOURS[finding.verdict]), f"  {finding.rule} {finding.name}")
    yield 6, Text(visible(finding.message))
    if style.verbose:
        for _, evidence in finding.evidence:
            for indent, text in quotation(say(lang, "agreement"), evidence, lang):
                yield indent + 2, text


def contact_lines(district: DistrictReport, style: Style) -> Iterator[Line]:
    """Those with more kommuner than recommended, or whom a person must look at; with `verbose`
    everybody."""
    lang = district.report.lang
    for contact in district.contacts:
        if len(contact.kommuner) > LIMIT or contact.doubtful or style.verbose:
            over = "red" if len(contact.kommuner) > LIMIT and not contact.maybe else ""
            count = Text(f"{len(contact.kommuner):3}", over)
            yield 2, Text.assemble(count, f"  {visible(contact.name)}: ",
                                   visible(listed(contact.kommuner, lang)))
            yield from ((7, Text(visible(told), "dim")) for told in doubts(contact, lang))


def doubts(contact: Contact, lang: Lang) -> Iterator[str]:
    if contact.maybe:
        yield say(lang, "maybe-has", kommuner=listed(contact.maybe, lang))
    if contact.perhaps:
        yield say(lang, "perhaps-same", names=listed(contact.perhaps, lang))


# ---------------------------------------------------------------- the matrix


def matrix_lines(district: DistrictReport, width: int) -> Iterator[Line]:
    """A row for every judged document, in groups by their state; a sign for every rule. What does
    not fit the width follows in further blocks."""
    lang, documents = district.report.lang, district.report.documents
    parts = grouped([column.rule for column in columns(documents)])
    rows = by_state(district, matrix(documents))
    blocks = list(fitting(parts, width))
    kommuner = {one.document: one.kommuner for one in district.agreements}
    for block in blocks:
        used = sum(width_of(part) + 1 for part in block) + TALLY
        label = min(MOST_LETTERS, width - 2 - used)
        yield from head(block, label)
        for state, members in rows:
            yield 2, Text(f"{say(lang, f'state-{state}')} ({len(members)})", "dim")
            for row in members:
                own = kommuner.get(row.number, ())
                yield 2, row_line(row, block, label_of(row, own, label, lang))
    if blocks:
        yield 2, Text()
        legend = (f"{SIGNS[one]} {say(lang, f'legend-{one}')}" for one in SHOWN)
        yield 2, Text("   ".join(one.replace(" ", NO_BREAK) for one in legend), "dim")


def grouped(rules: Sequence[str]) -> list[Part]:
    """The rules side by side that begin with the same letters, by their ids."""
    parts: dict[str, Part] = {}
    for place, rule in enumerate(rules):
        parts.setdefault(rule[:2], []).append((place, rule))
    return [sorted(part, key=lambda one: one[1]) for part in parts.values()]


def width_of(part: Part) -> int:
    """Characters of a part: its head has two letters."""
    return max(2, len(part))


def fitting(parts: Sequence[Part], width: int) -> Iterator[list[Part]]:
    """The parts in blocks that leave room for a label; a part that is too wide is cut."""
    room = max(width - 2 - TALLY - FEWEST_LETTERS, 10)
    block: list[Part] = []
    for whole in parts:
        for part in (whole[at : at + room - 1] for at in range(0, len(whole), room - 1)):
            if block and sum(width_of(one) + 1 for one in [*block, part]) > room:
                yield block
                block = []
            block.append(part)
    if block:
        yield block


def head(block: Sequence[Part], label: int) -> Iterator[Line]:
    """Two lines: the beginnings of the ids, and below them the last figure of each."""
    first = " ".join(part[0][1][:2].ljust(width_of(part)) for part in block)
    second = " ".join("".join(rule[-1] for _, rule in part).ljust(width_of(part))
                      for part in block)
    for line in (first, second):
        yield 2, Text(f"{' ' * label} {line}".rstrip(), "dim")


def row_line(row: Row, block: Sequence[Part], label: str) -> Text:
    line = Text(label)
    for part in block:
        line.append(" ")
        for place, _ in part:
            verdict = row.verdicts[place]
            if verdict is None:
                line.append(" ")
            else:
                line.append(SIGNS[standing(verdict)], COLOURS[verdict.verdict])
        line.append(" " * (width_of(part) - len(part)))
    given = Counter(verdict.verdict for verdict in row.verdicts if verdict is not None)
    judged = sum(given.values()) - given["inapplicable"]
    line.append(f" {given['pass']}/{judged}".rjust(TALLY), "dim")
    return line


def label_of(row: Row, kommuner: Sequence[str], width: int, lang: Lang) -> str:
    """The kommuner of a row, or the name of its file, in so many characters: "Alstahaug +6"."""
    whole = visible(listed(kommuner, lang) if kommuner else name_of(row.document.path))
    shorter = (f"{visible(', '.join(kommuner[:shown]))} +{len(kommuner) - shown}"
               for shown in range(len(kommuner) - 1, 0, -1))
    fitting = (one for one in (whole, *shorter) if cell_len(one) <= width)
    return set_cell_size(next(fitting, whole), width)


def by_state(district: DistrictReport, rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    states: dict[int, str] = {one.document: one.state for one in district.agreements}
    found: dict[str, list[Row]] = {}
    for row in rows:
        kind = "template" if row.document.kind == "template" else "other"
        found.setdefault(states.get(row.number, kind), []).append(row)
    return [(state, found[state]) for state in (*STATES, "template", "other") if state in found]


# ---------------------------------------------------------------- rules, templates, changes


def share_lines(shares: Sequence[Share], lang: Lang) -> Iterator[Line]:
    """The rules that fewest follow first; those that all follow, or that nobody's agreement is
    judged by, on a line each."""
    widest = max((len(f"{one.rule} {one.name}") for one in shares), default=0)
    for one in shares_by_need(shares):
        if one.share is not None and one.share < 1:
            counts = "  ".join(f"{SIGNS[name]} {one.counts[name]}" for name in SHOWN
                               if name != "waived" and one.counts.get(name))
            colour = COLOURS["fail"] if one.share < 0.5 else COLOURS["review"]
            yield 2, Text.assemble((f"{percent(one.share):>5}", colour), "  ",
                                   f"{one.rule} {one.name}".ljust(widest), f"  {counts}")
    for key, rules in (("all-follow", [one.rule for one in shares if one.share == 1]),
                       ("none-judged", [one.rule for one in shares if one.share is None])):
        if rules:
            yield 2, Text(say(lang, key, rules=listed(rules, lang)))


def percent(share: float) -> str:
    """Never 0 % or 100 % of what some do, or some do not."""
    whole = round(100 * share)
    return f"{min(max(whole, 1), 99) if 0 < share < 1 else whole} %"


def template(one: Template, district: DistrictReport) -> Iterator[Line]:
    lang = district.report.lang
    who = "; ".join(whose(number, district, lang) for number in one.documents)
    share = say(lang, "report-template-of", count=len(one.documents),
                percent=round(100 * one.shared))
    yield 2, Text(visible(f"{share}: {who}"))
    names = {column.rule: column.name for column in columns(district.report.documents)}
    for rule, numbers in one.gaps.items():
        inherited = say(lang, "report-inherited", count=len(numbers))
        yield 6, Text.assemble((SIGNS["fail"], COLOURS["fail"]),
                               f" {rule} {names[rule]} – {inherited}")


def change_lines(changes: Sequence[Change], lang: Lang) -> Iterator[Line]:
    if not changes:
        yield 2, Text(say(lang, "report-no-changes"))
    path = None
    for change in changes:
        name = visible(name_of(change.path))
        if change.what != "cell":
            told = " ".join((say(lang, f"change-{change.what}"), change.why)).strip()
            yield 2, Text(f"{CHANGE_SIGNS[change.what]} {name}: {visible(told)}")
        else:
            if change.path != path:
                yield 2, Text(f"{CHANGE_SIGNS['cell']} {name}")
            yield 6, cell(change)
        path = change.path


def cell(change: Change) -> Text:
    """'PR003 ✗ → ✓  Avtalen er endret.'"""
    signs = [(SIGNS[verdict], COLOURS[verdict]) if verdict else (" ", "")
             for verdict in (change.before, change.after)]
    return Text.assemble(f"{change.rule} ", signs[0], " → ", signs[1], f"  {visible(change.why)}")


def not_judged(district: DistrictReport) -> Iterator[Line]:
    """What could not be read, and what is no agreement."""
    for document in district.report.documents:
        if document.error is not None or document.notice is not None:
            for indent, text in header(document, district.report.lang):
                yield indent + 2, text
