"""An earlier run and this one → every cell of the matrix that changed, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agreementlint.audit.earlier import Before, Cell, Earlier
from agreementlint.audit.model import Cause, Change
from agreementlint.messages import page_list, say, shown
from agreementlint.model import DocumentReport, Report, Verdict
from agreementlint.rules.stamps import Stamp


@dataclass(frozen=True)
class Pair:
    """A document of this run, by its number, and what it was."""

    number: int
    now: DocumentReport
    before: Before

    @property
    def same_content(self) -> bool:
        return self.now.sha256 is not None and self.now.sha256 == self.before.sha256


def changes(report: Report, earlier: Earlier, stamps: Mapping[str, Stamp]) -> tuple[Change, ...]:
    """What changed, in the order of the documents; those that are gone come last. A file with
    another name and the same content has not changed."""
    pairs, new, gone = _paired(report.documents, earlier.documents)
    found: list[Change] = []
    for number, document in enumerate(report.documents):
        if number in new:
            found.append(Change("new", document.path, number))
        else:
            found += _of_pair(pairs[number], report, earlier, stamps)
    return (*found, *(Change("removed", one.path) for one in gone))


# ---------------------------------------------------------------- which was which


def _paired(documents: Sequence[DocumentReport], before: Sequence[Before],
            ) -> tuple[Mapping[int, Pair], frozenset[int], list[Before]]:
    """Each document with what it was: the same content (under the same name first), another content
    under the same name, or the agreement of the same kommuner."""
    pairs: dict[int, Pair] = {}
    left = dict(enumerate(before))
    for keys in (_content_and_path, _content, _path, _kommuner):
        waiting: dict[object, list[int]] = {}
        for place, one in left.items():
            if (key := keys(_as_it_was(one))) is not None:
                waiting.setdefault(key, []).append(place)
        for number, document in enumerate(documents):
            key = keys(document) if number not in pairs else None
            if key is not None and waiting.get(key):
                pairs[number] = Pair(number, document, left.pop(waiting[key].pop(0)))
    new = frozenset(range(len(documents))) - pairs.keys()
    return pairs, frozenset(new), list(left.values())


def _as_it_was(one: Before) -> DocumentReport:
    return DocumentReport(one.path, one.sha256, None,
                          facts={"municipalities": sorted(one.municipalities)})


def _content_and_path(document: DocumentReport) -> object:
    return (document.sha256, document.path) if document.sha256 else None


def _content(document: DocumentReport) -> object:
    return document.sha256


def _path(document: DocumentReport) -> object:
    return document.path


def _kommuner(document: DocumentReport) -> object:
    return frozenset(document.facts.get("municipalities") or ()) or None


# ---------------------------------------------------------------- what changed, and why


def _of_pair(pair: Pair, report: Report, earlier: Earlier, stamps: Mapping[str, Stamp],
             ) -> Iterator[Change]:
    if pair.now.path != pair.before.path and not pair.same_content:
        yield Change("replaced", pair.now.path, pair.number,
                     why=say(report.lang, "changed-replaced", path=pair.before.path))
    now = {verdict.rule: verdict for verdict in pair.now.verdicts}
    for rule in dict.fromkeys([*now, *pair.before.cells]):
        was, is_ = pair.before.cells.get(rule), now.get(rule)
        if _same(was, is_) or _unasked(rule, pair, earlier, stamps):
            continue
        cause = _cause(pair, rule, report, earlier, stamps)
        yield Change("cell", pair.now.path, pair.number, rule,
                     before=was.verdict if was else None, after=is_.verdict if is_ else None,
                     cause=cause, why=_why(cause, pair, rule, report, earlier))


def _same(was: Cell | None, is_: Verdict | None) -> bool:
    if was is None or is_ is None:
        return was is None and is_ is None
    return (was.verdict, was.waived) == (is_.verdict, is_.waiver is not None)


def _unasked(rule: str, pair: Pair, earlier: Earlier, stamps: Mapping[str, Stamp]) -> bool:
    """Whether a rule is only missing on one side because it was not selected there."""
    both_judged = bool(pair.before.cells) and bool(pair.now.verdicts)
    on_both_sides = rule in earlier.stamps and rule in stamps
    one_missing = rule not in pair.before.cells or all(
        verdict.rule != rule for verdict in pair.now.verdicts)
    return both_judged and one_missing and (on_both_sides or not earlier.stamps)


def _cause(pair: Pair, rule: str, report: Report, earlier: Earlier, stamps: Mapping[str, Stamp],
           ) -> Cause:
    """The first that can have done it: a waiver cannot change a verdict, and no rule or date what
    an agreement says."""
    was = pair.before.cells.get(rule)
    is_ = next((verdict for verdict in pair.now.verdicts if verdict.rule == rule), None)
    if was and is_ and was.verdict == is_.verdict:
        return "waiver-given" if is_.waiver else "waiver-ended"
    if not pair.same_content and pair.before.sha256 and pair.now.sha256:
        return "agreement"
    if _read_otherwise(pair):
        return "readability"
    before, after = earlier.stamps.get(rule), stamps.get(rule)
    if (before and after and before.digest != after.digest) or was is None or is_ is None:
        return "rules"
    of_the_day = after is None or after.dated
    return "date" if of_the_day and report.as_of != earlier.as_of else "rules"


def _read_otherwise(pair: Pair) -> bool:
    now = (pair.now.unread_pages, pair.now.ocr_pages, pair.now.error is None)
    return now != (pair.before.unread, pair.before.recognised, pair.before.read)


def _why(cause: Cause, pair: Pair, rule: str, report: Report, earlier: Earlier) -> str:
    lang, was = report.lang, pair.before.cells.get(rule)
    if cause == "readability":
        unread = pair.now.unread_pages or pair.before.unread
        key = "changed-unread" if pair.now.unread_pages else "changed-read"
        return say(lang, key, pages=page_list(unread, lang)) if unread else (
            say(lang, "changed-reading"))
    if cause == "waiver-ended" and was and was.until and was.until < report.as_of:
        return say(lang, "changed-waiver-ran-out", until=shown(was.until, lang))
    return say(lang, f"changed-{cause}", before=shown(earlier.as_of, lang),
               after=shown(report.as_of, lang), version=earlier.version)
