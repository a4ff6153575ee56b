"""The pages in a browser: nothing is fetched, nothing complains, all can use them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agreementlint.audit.model import Change, Template
from agreementlint.report.html import html_district, html_report
from agreementlint.report.html.pictures import pictures
from tests.audit.districts import audited, paper, verdict
from tests.report import hostile
from tests.report.reports import JUDGED, report
from tests.report.test_report_html import judged

QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update",
         "--disable-default-apps", "--disable-sync", "--no-first-run", "--no-default-browser-check",
         "--disable-dev-shm-usage")

UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium. Where the tests must all run, its absence is a failure."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Chromium is not there")
    return str(found)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which its package carries."""
    import axe_playwright_python

    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")


def check_page() -> str:
    documents = (judged("a-askoy.pdf"), judged("a-askoy.docx"), JUDGED)
    made = replace(report(), documents=documents)
    return html_report(made, pictures(documents))


def district_page() -> str:
    whole = audited(
        paper("gol.pdf", ("Gol",), contacts=("Kari Nordmann",),
              verdicts=(verdict("PR001", "✓"), verdict("PR002", "✗"))),
        paper("hol.pdf", ("Hol",), until="2025-12-31",
              verdicts=(verdict("PR001", "?"), verdict("PR002", "–"))),
        paper("al.pdf", ("Ål",), until="2027-03-31",
              verdicts=(verdict("PR001", "…"), verdict("PR002", "✗", waived=True))),
        district="Sør-Øst")
    return html_district(replace(
        whole, since=whole.report.as_of, templates=(Template((0, 1), 0.8, {"PR002": (0,)}),),
        changes=(Change("cell", "gol.pdf", 0, "PR002", "pass", "fail", "agreement"),)))


PAGES: dict[str, Callable[[], str]] = {
    "check": check_page,
    "one": lambda: html_report(report(JUDGED)),
    "district": district_page,
    "hostile": lambda: html_district(hostile.district()),
}


class Visit:
    """A page that is open, and what it complained of or asked for since."""

    def __init__(self, browser: Any, file: Path, **wishes: Any):
        self.trouble: list[str] = []
        self.asked: list[str] = []
        self.page = browser.new_context(**wishes).new_page()
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: self.trouble.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {name: folder / f"{name}.html" for name in PAGES}
    for name, file in made.items():
        file.write_text(PAGES[name](), encoding="utf-8")
    return made


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Any, files: dict[str, Path]) -> Iterator[Open]:
    """Opens a page by its name, with the wishes for its context."""
    visits: list[Visit] = []

    def opened(name: str, **wishes: Any) -> Visit:
        visits.append(Visit(browser, files[name], **wishes))
        return visits[-1]

    yield opened
    for one in visits:
        one.page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_for_and_nothing_complains(
        name: str, visit: Open, files: dict[str, Path]) -> None:
    opened = visit(name)
    opened.page.evaluate(UNFOLD)
    opened.page.evaluate("for (const one of document.images) one.loading = 'eager'")
    opened.page.evaluate("Promise.all([...document.images].map(one => one.decode()))")
    assert opened.trouble == []
    assert [url for url in opened.asked if not url.startswith("data:")] == [files[name].as_uri()]
    assert opened.page.evaluate("[...document.images].every(one => one.naturalWidth > 50)")
    assert opened.page.title() != "taken"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
        name: str, scheme: str, visit: Open, axe: str) -> None:
    page = visit(name, color_scheme=scheme, bypass_csp=True).page
    page.evaluate(UNFOLD)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


@pytest.mark.parametrize("width", [400, 1200])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_no_wider_than_its_window(
        name: str, width: int, visit: Open) -> None:
    page = visit(name, viewport={"width": width, "height": 800}).page
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_findings_can_be_filtered(visit: Open) -> None:
    page = visit("district").page
    cards = page.locator("#agreements .card:not([hidden])")
    whole = page.locator("output").text_content()
    assert cards.count() == 3
    page.select_option("[name=verdict]", "fail")
    assert [one.get_attribute("id") for one in cards.all()] == ["d0-PR002"]
    assert page.locator("output").text_content() != whole
    page.select_option("[name=verdict]", "")
    page.select_option("[name=rule]", "PR001")
    assert cards.count() == 2
    page.select_option("[name=rule]", "")
    page.fill("[name=words]", "hol")
    assert [one.get_attribute("id") for one in cards.all()] == ["d1-PR001"]
    assert page.locator("#matrix tbody tr:not([hidden])").count() == 1
    page.fill("[name=words]", "")
    assert cards.count() == 3 and page.locator("output").text_content() == whole


def test_tables_can_be_sorted_by_dates_and_names(visit: Open) -> None:
    page = visit("district").page
    names = page.locator("#kommuner tbody th")
    before = names.all_text_contents()
    head = page.locator("#kommuner thead th").first
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert sorted(names.all_text_contents()) == sorted(before) != before
    page.locator("#kommuner thead button").nth(3).click()
    page.locator("#kommuner thead button").nth(3).click()
    assert names.all_text_contents()[0] == "Gol"  # the one that holds longest
    assert head.get_attribute("aria-sort") is None


def test_a_link_into_what_is_folded_unfolds_it(visit: Open) -> None:
    page = visit("district").page
    card = page.locator("#d0-PR002")
    assert not card.is_visible()
    page.locator("#matrix a[href='#d0-PR002']").click()
    card.wait_for(state="visible")


def test_a_suggestion_can_be_copied(visit: Open) -> None:
    page = visit("one", permissions=["clipboard-read", "clipboard-write"]).page
    page.locator("#d0-PR002 button.copy").click()
    page.get_by_text("Kopiert").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Rådet møtes minst to ganger i året."


def test_a_print_shows_what_is_folded_but_not_twice(visit: Open) -> None:
    page = visit("one").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page = visit("district").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#agreements .document > details:not([open])").count() == 0
    assert page.locator("#agreements details.others[open]").count() == 0  # the matrix has it
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#agreements details[open]").count() == 0


def test_the_page_is_whole_without_its_script(visit: Open) -> None:
    page = visit("one", java_script_enabled=False).page
    assert page.locator("#d0-PR002").is_visible() and not page.locator(".tools").is_visible()
