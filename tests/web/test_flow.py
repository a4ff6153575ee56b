"""The page in a browser, from dropping files to keeping reports."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from agreementlint.web.serving import Started
from tests.report.test_browser import QUIET, UNFOLD, axe, chromium  # noqa: F401
from tests.web.serving import GOLD, served

HOSTILE = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>"
SEVERAL = ("a-askoy.docx", "a-hadeland.pdf", "a-indre-ostfold.txt")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:  # noqa: F811
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def served_page() -> Iterator[Started]:
    with served() as page:
        yield page


Open = Callable[..., Any]


@pytest.fixture
def visit(browser: Any, served_page: Started) -> Iterator[Open]:
    """Opens the page, with the wishes for its context; nothing may complain, or go elsewhere."""
    contexts, trouble, asked = [], [], []

    def opened(**wishes: Any) -> Any:
        contexts.append(browser.new_context(**wishes))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(served_page.address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []
    assert [url for url in asked if not url.startswith(served_page.address)] == []


def shown(page: Any, *files: Path | dict[str, Any]) -> Any:
    """The page after these files were chosen and gone through."""
    page.set_input_files("#files", list(files))
    if len(files) == 1:
        page.wait_for_selector(".walk output")
        return page
    for file in files:
        name = file["name"] if isinstance(file, dict) else file.name
        page.get_by_role("link", name=name, exact=True).first.wait_for()
    page.wait_for_selector("a.way")
    return page


def cards(page: Any) -> Any:
    return page.locator(".findings article.card:not([hidden])")


def current(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_from_a_pdf_to_its_findings(visit: Open) -> None:
    page = shown(visit(viewport={"width": 1280, "height": 800}), GOLD / "a-larvik.pdf")
    assert page.locator("h1").text_content() == "Avtalen for Larvik"
    ids = [one.get_attribute("id") for one in cards(page).all()]
    assert len(ids) > 3
    page.evaluate("for (const one of document.images) one.loading = 'eager'")
    page.evaluate("Promise.all([...document.images].map(one => one.decode()))")
    assert page.evaluate("document.images.length") == 3
    assert page.evaluate("[...document.images].every(one => one.naturalWidth > 500)")

    page.click(".next")
    assert current(page) == ids[0]
    page.keyboard.press("j")
    assert current(page) == ids[1]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("k")
    assert current(page) == ids[-1]
    assert page.locator(".walk output").text_content() == f"Funn {len(ids)} av {len(ids)}"
    page.uncheck(".keys")
    page.keyboard.press("j")
    assert current(page) != ids[0]

    marked = page.locator(".findings .card:has(a.show)").first
    marked.locator("a.show").click()
    mark = page.locator(".paper .mark.current").first
    pane, box = page.locator("section.paper").bounding_box(), mark.bounding_box()
    assert pane["y"] <= box["y"] < box["y"] + box["height"] <= pane["y"] + pane["height"]


def test_a_mark_leads_to_its_finding(visit: Open) -> None:
    page = shown(visit(viewport={"width": 1280, "height": 800}), GOLD / "a-larvik.pdf")
    mark = page.locator(".paper .mark").first
    mark.focus()
    page.keyboard.press("Enter")
    assert current(page) == str(mark.get_attribute("href")).removeprefix("#")


def test_findings_are_filtered_and_those_left_gone_through(visit: Open) -> None:
    page = shown(visit(), GOLD / "a-askoy.docx")
    whole = cards(page).count()
    page.select_option("[name=severity]", "warning")
    some = cards(page).count()
    assert 0 < some < whole
    assert {one.get_attribute("data-severity") for one in cards(page).all()} == {"warning"}
    page.click(".next")
    assert page.locator(".walk output").text_content() == f"Funn 1 av {some}"


def test_what_the_guide_asks_is_read_and_the_words_are_copied(visit: Open) -> None:
    page = shown(visit(permissions=["clipboard-read", "clipboard-write"]), GOLD / "a-larvik.pdf")
    card = page.locator(".findings .card:has(button.copy)").first
    assert re.search(r"kap\. \d", card.locator(".anchor").first.text_content())
    card.locator("button.copy").click()
    page.get_by_text("Kopiert").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == card.locator(".clause .text").text_content()


def kept(page: Any, ending: str) -> tuple[str, bytes]:
    with page.expect_download() as held:
        page.click(f".downloads a[href$='{ending}']")
    return held.value.suggested_filename, Path(held.value.path()).read_bytes()


@pytest.mark.parametrize(("name", "format"), [("a-larvik", "pdf"), ("a-askoy", "docx")])
def test_reports_on_one_paper_are_kept(name: str, format: str, visit: Open) -> None:
    page = shown(visit(), GOLD / f"{name}.{format}")
    file, data = kept(page, "/reviewed")
    assert file == f"{name} – gjennomgått.{format}"
    if format == "pdf":
        assert data.startswith((GOLD / f"{name}.pdf").read_bytes())
    else:
        assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    file, data = kept(page, "report.html")
    assert file == f"{name}.html" and b"<!DOCTYPE html>" in data
    assert (b"data:image/webp" in data) == (format == "pdf")
    file, data = kept(page, "report.xlsx")
    assert file == f"{name}.xlsx" and zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert b'"agreementlint-report/1"' in kept(page, "report.json")[1]


def test_several_files_give_the_district(visit: Open) -> None:
    page = shown(visit(), *(GOLD / name for name in SEVERAL))
    for name in SEVERAL:
        assert page.get_by_role("link", name=name).count() >= 1
    page.click("a.way")
    assert page.locator("#matrix tbody tr").count() >= 3
    for ending in ("html", "xlsx", "ics", "json"):
        file, data = kept(page, f"report.{ending}")
        assert file == f"oversikt.{ending}" and len(data) > 500
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("html[lang=en] a.way")  # all are judged anew, and then there is one


def test_the_language_can_be_chosen(visit: Open) -> None:
    page = shown(visit(), GOLD / "a-larvik.pdf")
    before = page.locator(".findings .card h3").first.text_content()
    page.get_by_role("link", name="English").click()
    page.wait_for_selector(".walk output")
    assert page.locator("h1").text_content() == "Avtalen for Larvik".replace("Avtalen for",
                                                                          "The agreement of")
    assert page.locator(".findings .card h3").first.text_content() != before


def test_papers_can_be_removed(visit: Open) -> None:
    page = visit()
    files = [{"name": f"bort{number}.txt", "mimeType": "text/plain", "buffer": b"Avtale."}
             for number in range(3)]
    count = shown(page, *files).locator(".papers li").count()
    page.get_by_role("button", name="Fjern bort1.txt").click()
    page.get_by_text("bort1.txt").wait_for(state="detached")
    assert page.locator(".papers li").count() == count - 1
    page.get_by_role("button", name="Fjern alle").click()
    page.get_by_text("Ingen dokumenter ennå.").wait_for()


def dropped(page: Any, *files: Path) -> None:
    """Drops files on the page as a hand does."""
    held = page.evaluate_handle("new DataTransfer()")
    for file in files:
        page.evaluate("([held, name, text]) => held.items.add(new File([text], name))",
                      [held, file.name, file.read_text(encoding="utf-8")])
    page.dispatch_event("form.drop", "drop", {"dataTransfer": held})


def test_files_can_be_dropped(visit: Open) -> None:
    page = visit()
    dropped(page, GOLD / "a-indre-ostfold.txt")
    page.wait_for_selector(".walk output")
    assert page.locator(".paper .text p").count() > 10


def test_what_cannot_be_read_is_told(visit: Open) -> None:
    page = visit()
    page.set_input_files("#files", [{"name": "x.pdf", "mimeType": "application/pdf",
                                     "buffer": b"%PDF-1.7 nothing"}])
    page.locator(".note.fail").wait_for()
    assert page.locator(".downloads").count() == 0


def test_too_much_is_told_before_it_is_sent(visit: Open) -> None:
    page = visit()
    page.evaluate("document.querySelector('form.drop').dataset.most = '10'")
    page.set_input_files("#files", [GOLD / "a-larvik.pdf"])
    page.get_by_role("alert").get_by_text("større enn").wait_for()
    assert not page.url.endswith("/paper/")


# ---------------------------------------------------------------- hostile files


def hostile_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    text = ("Samarbeidsavtale mellom Gol kommune og politiet", HOSTILE, "Politiråd",
            "Politirådet møtes én gang i året " + HOSTILE, "Politikontakten er {{ 7 * 7 }}.")
    for number, line in enumerate(text):
        canvas.drawString(20, 780 - 20 * number, line)
    canvas.save()
    return out.getvalue()


def hostile_text() -> bytes:
    lines = (GOLD / "a-indre-ostfold.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(f"{line} {HOSTILE} \x1b]0;x\x07 {{{{ 7 * 7 }}}}" if line else ""
                     for line in lines).encode()


@pytest.mark.parametrize(("data", "ending"), [(hostile_pdf, "pdf"), (hostile_text, "txt")])
def test_whatever_a_file_says_is_only_words(data: Callable[[], bytes], ending: str, visit: Open,
                                            ) -> None:
    page = visit()
    file = {"name": f"{HOSTILE.replace('/', '')}{{{{ 7 * 7 }}}}\u202e.{ending}",
            "mimeType": "text/plain", "buffer": data()}
    page.set_input_files("#files", [file])
    page.wait_for_selector("section.findings")
    assert page.locator("img[src=x], main script").count() == 0
    page.goto(page.url.partition("/paper/")[0] + "/")
    assert page.locator("img[src=x], main script").count() == 0
    assert "taken" not in page.title() and "49" not in page.locator(".papers").text_content()
    assert "\u202e" not in page.content()


# ---------------------------------------------------------------- for everyone


@pytest.fixture(scope="module")
def ways(browser: Any, served_page: Started) -> dict[str, str]:
    """The addresses of pages with something on them."""
    page = browser.new_page()
    page.goto(served_page.address)
    shown(page, *(GOLD / name for name in SEVERAL))
    found = {"start": page.url, "district": page.locator("a.way").get_attribute("href")}
    for name in SEVERAL:
        found[name] = page.get_by_role("link", name=name).first.get_attribute("href")
    page.close()
    host = served_page.address.rsplit("/", 2)[0]
    return {name: way if way.startswith("http") else host + way for name, way in found.items()} | {
        "trouble": served_page.address + "nb/paper/x/"}


PAGES = ("start", "district", *SEVERAL)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, scheme: str, visit: Open, ways: dict[str, str],
                           axe: str) -> None:  # noqa: F811
    page = visit(color_scheme=scheme, bypass_csp=True)
    page.goto(ways[name])
    page.evaluate(UNFOLD)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_no_wider_than_its_window(name: str, width: int, visit: Open,
                                            ways: dict[str, str]) -> None:
    page = visit(viewport={"width": width, "height": 800})
    page.goto(ways[name])
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_is_whole_without_its_script(visit: Open, ways: dict[str, str]) -> None:
    page = visit(java_script_enabled=False)
    page.set_input_files("#files", [GOLD / "a-larvik.pdf"])
    page.get_by_role("button", name="Gå gjennom").click()
    page.wait_for_selector("section.findings")  # the page asks for itself again until then
    assert page.locator(".card").count() > 3 and not page.locator(".walk").is_visible()
    page.goto(ways["a-askoy.docx"])
    href = page.locator("a.show").first.get_attribute("href")
    assert page.locator(f"[id='{href[1:]}']").is_visible()
