"""One page that needs nothing beside it, says all, and runs nothing that a document says."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

import agreementlint.report.html
from agreementlint.audit.model import Event
from agreementlint.judge import judge
from agreementlint.messages import CATALOGUE
from agreementlint.model import DocumentReport, Report, Span, Verdict
from agreementlint.places import beside
from agreementlint.reading import isolate
from agreementlint.report.html import html_district, html_report
from agreementlint.report.html.charts import bar, upcoming, wheel
from agreementlint.report.html.pictures import neighbours, pictures
from agreementlint.rules import builtin, load
from tests.audit.districts import audited, paper
from tests.report import hostile
from tests.report.reports import DAMAGED, FAILED, JUDGED, LETTER, NEAR, WORDS, report

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(agreementlint.report.html.__file__).parent / "templates"
AS_OF = dt.date(2026, 11, 21)
SENTENCE = re.compile(r'\bt\("([a-z_-]+)"')
BUILT = re.compile(r'\bt\("([a-z-]+-)" ~')


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> Iterator[dict[str, str]]:
        return (given for name, given in self.tags if name == tag)


PAGES = ("one", "several", "hostile", "district", "hostile district", "nothing")


@cache
def pages() -> dict[str, str]:
    return {
        "one": html_report(report(JUDGED)),
        "several": html_report(report()),
        "hostile": html_report(hostile.report()),
        "district": html_district(audited(paper("gol.pdf"), paper("hol.pdf", ("Hol",)))),
        "hostile district": html_district(hostile.district()),
        "nothing": html_district(audited()),
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fetches_nothing_and_runs_only_its_own_script(name: str) -> None:
    page = pages()[name]
    tags = Tags(page)
    for tag, given in tags.tags:
        assert not [attribute for attribute in given if attribute.startswith("on")]
        assert "style" not in given
        assert tag not in ("iframe", "object", "embed", "base", "link")
        for attribute in ("src", "href", "action", "data"):
            assert given.get(attribute, "#").startswith(("#", "data:image/webp;base64,"))
    policy = next(given["content"] for given in tags.all("meta") if "http-equiv" in given)
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    for tag in ("style", "script"):
        text, = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("name", ["hostile", "hostile district"])
def test_hostile_words_are_shown_and_nothing_else(name: str) -> None:
    page = pages()[name]
    assert page.count("<script") == page.count("<style") == 1
    text = Tags(page).text
    assert hostile.SCRIPT in text and "{{ 7 * 7 }} {% raw %}" in text and "\\x1b" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", page)


@pytest.mark.parametrize("name", PAGES)
def test_names_are_unique_and_links_lead_somewhere(name: str) -> None:
    tags = Tags(pages()[name])
    names = [given["id"] for _, given in tags.tags if "id" in given]
    assert len(names) == len(set(names))
    assert {given["href"][1:] for given in tags.all("a")} <= set(names)


def test_a_card_has_the_agreements_words_beside_what_the_guide_asks() -> None:
    text = " ".join(Tags(html_report(report(JUDGED))).text.split())
    assert "Veilederen kap. 4.1.2, s. 16 Minst to møter i året." in text
    assert "Avtalen «Møter», side 4 Rådet møtes én gang i året" in text
    assert "Råd: Avtal minst to møter. Forslag til tekst Kopier" in text
    assert "Rådet møtes minst to ganger i året." in text
    assert re.search(r"Regelen ga rett svar i \d+ av \d+ avtaler", text)


def test_a_card_proves_absence() -> None:
    text = " ".join(Tags(html_report(report(JUDGED))).text.split())
    assert "Undersøkt 5 av 6 sider er lest Lett etter evaluering" in text
    assert "Nærmest «SLT», side 5 SLT møtes fire ganger i året Teller ikke: Det gjelder" in text


def test_the_worst_come_first_and_the_total_is_that_of_the_terminal() -> None:
    page = html_report(report(JUDGED))
    order = re.findall(r'id="d0-(\w+)"', page)
    assert order == ["EV001", "PR002", "TP001", "PR001", "PK001", "AV005", "PK002"]
    assert "Følger 1 av 6 anbefalinger, 1 må leses av et menneske, 1 ikke vurdert" in page


def test_what_was_not_judged_says_why() -> None:
    text = Tags(html_report(report(LETTER, DAMAGED))).text
    assert "Filen er skadet." in text and "brev.pdf er ingen avtale." in text
    assert "Filen er skadet." in Tags(html_report(report(DAMAGED))).text


def test_what_was_not_read_gets_no_advice() -> None:
    unread = next(one for one in JUDGED.verdicts if one.verdict == "unknown")
    page = html_report(report(replace(JUDGED, verdicts=(unread,))))
    assert unread.message in page and 'class="remedy"' not in page


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_pages_are_made_in_every_language(lang: str) -> None:
    whole = hostile.district()
    for page in (html_report(report(lang=lang)),
                 html_district(replace(whole, report=replace(
                     whole.report, lang=lang)))):  # type: ignore[arg-type]
        assert f'<html lang="{lang}">' in page
        for word in ("brudd", "brot", "ulovlig"):
            assert word not in Tags(page).text.casefold()


def test_the_sentences_of_the_templates_are_in_the_catalogue() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*.html"))
    keys, beginnings = set(SENTENCE.findall(source)), set(BUILT.findall(source))
    known = CATALOGUE["nb"].keys()
    assert len(keys) > 50 and keys - beginnings <= known
    assert all(any(key.startswith(one) for key in known) for one in beginnings)


# ---------------------------------------------------------------- pictures


def judged(name: str) -> DocumentReport:
    document = isolate.read(ROOT / "corpus/gold" / name)
    return judge(document, load([builtin()]), AS_OF)


def test_words_of_a_pdf_have_pictures_and_those_of_other_files_have_none() -> None:
    documents = (judged("a-askoy.pdf"), judged("a-askoy.docx"))
    made = pictures(documents)
    assert made and {number for number, _ in made} == {0}
    page = html_report(Report("0.1.0", "2023-03-27", AS_OF, "nb", documents), made)
    shown = {given["src"] for given in Tags(page).all("img")}
    assert len(shown) == len(set(made.values()))
    assert all(given["alt"] for given in Tags(page).all("img"))


def test_words_of_other_files_stand_in_their_paragraph() -> None:
    """They have no picture."""
    text = "Innledning. Politirådet har ett møte i året. Møtet er åpent.\n\nSlutt.\n"
    document = isolate.read(f"# Avtale\n\n{text}".encode(), name="avtale.md")
    start = document.text.index("Politirådet")
    span = Span(start, document.text.index(" Møtet"))
    assert beside(document, span) == ("Innledning.", "Møtet er åpent.")
    before, after = beside(document, span)
    words = replace(WORDS, bbox=None, before=before, after=after)
    page = html_report(report(replace(JUDGED, verdicts=(replace(FAILED, evidence=(words,)),))))
    shown = " ".join(Tags(page).text.split())
    assert "Innledning. Rådet møtes én gang i året Møtet er åpent." in shown
    assert "<mark>Rådet møtes én gang i året</mark>" in page


def test_of_many_documents_only_findings_have_pictures() -> None:
    document = judged("a-askoy.pdf")
    few, many = pictures((document,)), pictures((document,) * 4)
    assert {place for number, place in many if number == 0} < {place for _, place in few}


def test_words_close_to_each_other_share_a_picture() -> None:
    below, other = replace(WORDS, bbox=(72, 340, 540, 354)), replace(WORDS, page=5)
    far = replace(WORDS, bbox=(72, 700, 540, 714))
    groups = [len(group) for _, group in neighbours((WORDS, below, far, other, NEAR))]
    assert groups == [2, 1, 1, 1]
    first, *_, last = (place for place, _ in neighbours((WORDS, below, far, other, NEAR)))
    assert first is not None and first.boxes == (WORDS.bbox, below.bbox) and last is None


# ---------------------------------------------------------------- charts


def test_a_bar_is_as_long_as_its_parts() -> None:
    parts = bar([("a", 1), ("b", 0), ("c", 3)])
    assert [(part.name, part.number, part.x, part.width) for part in parts] == [
        ("a", 1, 0.0, 25.0), ("c", 3, 25.0, 75.0)]
    assert bar([("a", 0)]) == ()


def event(date: str) -> Event:
    return Event(dt.date.fromisoformat(date), "expiry", 0, ("Gol",), "Går ut: Gol", "", date)


def test_the_wheel_shows_twelve_months_from_this_one() -> None:
    events = [event(day) for day in ("2026-10-31", "2026-11-01", "2027-10-31", "2027-11-01")]
    shown = list(upcoming(events, AS_OF))
    assert [one.date.isoformat() for one in shown] == ["2026-11-01", "2027-10-31"]
    made = wheel(shown, AS_OF)
    assert made.months[0].first == dt.date(2026, 11, 1)
    assert made.months[-1].first == dt.date(2027, 10, 1)
    assert len(made.cells) == 2 and wheel([], AS_OF).cells == ()


def test_the_wheel_holds_any_number_of_events() -> None:
    made = wheel([event("2027-03-01")] * 300, AS_OF)
    radii = [float(radius) for cell in made.cells for radius in re.findall(r"A([\d.]+)", cell.path)]
    assert max(radii) <= 112.1


def test_a_verdict_of_a_rule_pack_without_measure_says_so() -> None:
    other: Verdict = replace(FAILED, rule="XX999")
    assert "ikke prøvd på avtaler" in html_report(report(replace(JUDGED, verdicts=(other,))))
