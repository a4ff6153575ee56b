"""The documentation is built without a broken link, says what the program has, and asks nobody for
anything."""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from agreementlint.cli import app
from agreementlint.rules import PACKS, builtin, load, load_district, pack_names
from tests.report.test_browser import axe, browser, chromium  # noqa: F401  (they are fixtures)

ROOT = Path(__file__).parent.parent
FETCHING = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"),
            ("link", "href"), ("form", "action"), ("object", "data"), ("use", "href")}
"""What a browser asks for without being told to by its user."""

OF_STYLES = re.compile(r"@import\s+[\"']?([^\"';)]+)|url\(\s*[\"']?([^\"')]+)")


class Links(HTMLParser):
    """The addresses and anchors of a page, and its language."""

    def __init__(self, text: str):
        super().__init__()
        self.fetched: list[str] = []
        self.led: list[str] = []
        self.anchors: set[str] = set()
        self.lang = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (tag, name) in FETCHING and value is not None:
                self.fetched.append(value)
            elif (tag, name) == ("a", "href") and value is not None:
                self.led.append(value)
            elif name == "id" and value is not None:
                self.anchors.add(value)
            elif (tag, name) == ("html", "lang"):
                self.lang = value or ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it: any warning ends it."""
    target = tmp_path_factory.mktemp("site")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet",
                           "--site-dir", str(target)], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Links]:
    return {page.relative_to(site).as_posix(): Links(page.read_text(encoding="utf-8"))
            for page in site.rglob("*.html")}


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Links]) -> None:
    broken = []
    for name, page in pages.items():
        for link in (*page.led, *page.fetched):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or name == "404.html":  # that one stands anywhere
                continue
            target = unquote(urlsplit(urljoin(f"/{name}", link)).path).lstrip("/") or name
            there = (site / target).exists()
            fragment = unquote(parts.fragment)
            anchored = target not in pages or not fragment or fragment in pages[target].anchors
            if not (there and anchored):
                broken.append(f"{name}: {link}")
    assert not broken


def test_a_browser_has_nothing_to_ask_anybody_else_for(site: Path, pages: dict[str, Links]) -> None:
    asked = [address for page in pages.values() for address in page.fetched]
    for style in site.rglob("*.css"):
        asked += ["".join(found) for found in OF_STYLES.findall(style.read_text(encoding="utf-8"))]
    assert asked
    assert not [address for address in asked
                if urlsplit(address).scheme not in ("", "data") or urlsplit(address).netloc]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(Silent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with contextlib.suppress(ConnectionError):  # the browser has gone on
            super().copyfile(source, outputfile)


@pytest.mark.parametrize("width", [1280, 360])
def test_in_a_browser_pages_fit_serve_all_ask_nobody_and_find_words(
        browser: Any, axe: str, address: str, width: int) -> None:  # noqa: F811
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    complaints: list[object] = []
    page.on("pageerror", lambda error: complaints.append(error))
    page.on("request", lambda request: asked.append(request.url))
    for name in ("index.html", "brukerveiledning.html", "regler/PR002.html", "settings.html"):
        page.goto(address + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert not [one["id"] for one in found if one["impact"] in ("serious", "critical")], name
    page.goto(f"{address}index.html?q=taushetsplikt")
    page.wait_for_selector("#mkdocs-search-results a[href*='TP001']", state="attached")
    page.close()
    assert not complaints
    assert asked and all(one.startswith((address, "data:", "blob:")) for one in asked)


def test_every_rule_has_a_page(site: Path, pages: dict[str, Links]) -> None:
    packs = [builtin() / PACKS / name for name in pack_names()]
    rules = (*load([builtin(), *packs]), *load_district([builtin()]))
    listed = set(pages["regler/index.html"].led)
    for rule in rules:
        text = (site / f"regler/{rule.id}.html").read_text(encoding="utf-8")
        assert rule.name in text and f"{rule.id}.html" in listed


def test_the_language_of_a_page_is_told(pages: dict[str, Links]) -> None:
    assert pages["brukerveiledning.html"].lang == pages["regler/PR002.html"].lang == "nb"
    assert pages["security.html"].lang == pages["contributing.html"].lang == "en"


def test_every_command_is_told_of() -> None:
    texts = [file.read_text(encoding="utf-8") for file in
             (*(ROOT / "docs").glob("*.md"), ROOT / "README.md")]
    assert not [name for name in app.commands
                if not any(f"agreementlint {name}" in text for text in texts)]
