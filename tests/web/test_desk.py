"""Papers on the desk: judged once in each language, and gone when nobody looks at them."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from agreementlint.model import DocumentReport, Lang
from agreementlint.run.task import Outcome
from agreementlint.web import desk as desks
from agreementlint.web.desk import Desk, File, Full, Paper
from tests.cases import document


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Judge:
    """Says nothing of anything, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[bool, str, Lang]] = []
        self.may = threading.Event()
        self.may.set()

    def __call__(self, paper: Paper, lang: Lang, seen: Callable[[bytes], None]) -> Outcome:
        self.may.wait(10)
        self.asked.append((paper.document is None, paper.name, lang))
        seen(b"\t\n\t\n")
        return Outcome(DocumentReport(paper.name, "0" * 64, "txt"), document=document(pages=None))


def done(desk: Desk, paper: Paper, lang: Lang = "nb") -> DocumentReport:
    desk.judged(paper, lang)
    paper.asked[lang].result(10)
    found = desk.judged(paper, lang)
    assert found is not None
    return found


def test_a_paper_is_read_once_and_judged_once_in_each_language() -> None:
    judge = Judge()
    desk = Desk(judge, 2)
    (paper,) = desk.put([File("a.txt", b"x")], "nb")
    assert done(desk, paper).path == "a.txt" and paper.recognised == 2
    for lang in ("nb", "nn", "nn", "nb"):
        done(desk, paper, lang)  # type: ignore[arg-type]
    assert judge.asked == [(True, "a.txt", "nb"), (False, "a.txt", "nn")]
    desk.close()


def test_what_is_being_worked_out_is_not_waited_for() -> None:
    judge = Judge()
    judge.may.clear()
    desk = Desk(judge, 1)
    (paper,) = desk.put([File("a.txt", b"x")], "nb")
    assert desk.judged(paper, "nb") is None and desk.judged(paper, "nn") is None
    judge.may.set()
    assert done(desk, paper, "nn")
    desk.close()


def test_what_was_removed_is_not_begun() -> None:
    judge = Judge()
    judge.may.clear()
    desk = Desk(judge, 1)
    first, second, third = desk.put([File(name, b"x") for name in "abc"], "nb")
    desk.remove(second.id)
    desk.remove("unknown")
    judge.may.set()
    done(desk, third)
    assert [name for _, name, _ in judge.asked] == ["a", "c"]
    assert desk.paper(second.id) is None and desk.paper(first.id) is first
    desk.clear()
    assert desk.papers() == ()
    desk.close()


def test_papers_that_nobody_looks_at_are_dropped() -> None:
    clock = Clock()
    desk = Desk(Judge(), 1, clock)
    first, second = desk.put([File("a", b"x"), File("b", b"x")], "nb")
    clock.now = desks.KEPT - 1
    assert desk.paper(second.id) is second
    clock.now = desks.KEPT + 1
    assert desk.papers() == (second,) and desk.paper(first.id) is None
    desk.close()


@pytest.mark.parametrize("name", ["MOST_PAPERS", "MOST_HELD"])
def test_there_is_room_for_so_much(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, name, 2)
    desk = Desk(Judge(), 1)
    desk.put([File("a", b"x")], "nb")
    with pytest.raises(Full):
        desk.put([File("b", b"x"), File("c", b"x")], "nb")
    assert [paper.name for paper in desk.papers()] == ["a"]
    desk.close()
