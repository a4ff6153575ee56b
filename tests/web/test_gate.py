"""Only the one page that we serve is answered; all others learn nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from agreementlint.web import uploads
from agreementlint.web.gate import HEADERS, Door
from agreementlint.web.serving import Started
from tests.web.serving import asked, form, origin_of, sent, served


@pytest.fixture(scope="module")
def page() -> Iterator[Started]:
    with served() as started:
        yield started


def test_only_this_machine_can_reach_it(page: Started) -> None:
    assert page._bound.getsockname()[0] == "127.0.0.1"


def test_the_address_leads_to_the_page(page: Started) -> None:
    first = asked(page.address)
    assert first.status == 303
    found = asked(origin_of(page.address) + first.headers["location"])
    assert found.status == 200 and "<h1>Gjennomgang" in found.text
    for name, value in HEADERS.items():
        assert found.headers[name] == value
    assert "server" not in found.headers and "set-cookie" not in found.headers


@pytest.mark.parametrize("host", ["example.invalid", "example.invalid:80", "127.0.0.1", "", "[::1]",
                                  "127.0.0.1.example.invalid", "10.0.0.1:80"])
def test_a_foreign_host_is_refused(page: Started, host: str) -> None:
    found = asked(page.address + "nb/", host=host)
    assert found.status in (400, 421) and "agreementlint" not in found.text


@pytest.mark.parametrize("origin", ["http://example.invalid", "https://127.0.0.1", "null", "",
                                    "http://127.0.0.1:1", "file://"])
def test_what_changes_anything_must_come_from_us(page: Started, origin: str) -> None:
    body = form(("a.txt", b"Avtale."))
    assert sent(page.address, body, origin=origin).status == 403
    assert asked(page.address + "nb/clear", "POST", b"", origin=origin).status == 403


def test_a_form_of_a_page_that_names_no_referrer_is_ours_only_if_the_browser_says_so(
        page: Started) -> None:
    def answer(site: str) -> int:
        return asked(page.address + "nb/clear", "POST", b"", origin="null",
                     sec_fetch_site=site).status

    assert answer("same-origin") == 303 and answer("cross-site") == answer("same-site") == 403


def test_another_site_may_not_even_look(page: Started) -> None:
    for site in ("cross-site", "same-site"):
        assert asked(page.address + "nb/", sec_fetch_site=site).status == 403
    assert asked(page.address + "nb/", origin="http://example.invalid").status == 403
    assert asked(page.address + "nb/", sec_fetch_site="none").status == 200


@pytest.mark.parametrize("path", ["/", "/nb/", "/static/page.css", "/x/nb/", "/once/x", "/once/",
                                  "/%2e%2e/nb/", "//nb/"])
def test_without_the_word_there_is_nothing(page: Started, path: str) -> None:
    found = asked(origin_of(page.address) + path)
    assert found.status == 404 and "Adressen gjelder ikke" in found.text


def test_a_word_that_is_nearly_right_is_wrong(page: Started) -> None:
    for address in (page.address[:-2] + "/", page.address[:-1] + "x/", page.address.upper()):
        assert asked(address.replace("HTTP://", "http://") + "nb/").status == 404


def test_the_browser_that_is_opened_has_a_word_that_works_once() -> None:
    door = Door()
    once = door.once
    assert once is not None and door.token not in once
    assert not door.opens(once) and not door.opens_once("x") and door.opens_once(once)
    assert not door.opens_once(once) and not door.opens_once("") and door.opens(door.token)


def test_that_word_leads_on_to_the_page() -> None:
    with served() as page:
        first = asked(page.once)
        assert first.status == 303
        assert origin_of(page.address) + first.headers["location"] == page.address
        assert asked(page.once).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_other_methods_are_refused(page: Started, method: str) -> None:
    assert asked(page.address + "nb/", method, origin=origin_of(page.address)).status == 405


# ---------------------------------------------------------------- what is sent


def test_too_much_is_refused_with_a_sentence(page: Started, monkeypatch: pytest.MonkeyPatch,
                                             ) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 2000)
    found = sent(page.address, form(("a.txt", b"x" * 5000)))
    assert found.status == 413 and "større enn" in found.text and "a.txt" not in found.text
    chunks = b"1000\r\n" + b"x" * 0x1000 + b"\r\n0\r\n\r\n"  # it does not say how much it is
    found = sent(page.address, chunks, transfer_encoding="chunked", content_length="")
    assert found.status in (400, 413) and "<h1>" in found.text


def test_too_many_are_refused_with_a_sentence(page: Started, monkeypatch: pytest.MonkeyPatch,
                                              ) -> None:
    from agreementlint.web import desk

    monkeypatch.setattr(desk, "MOST_PAPERS", 0)
    found = sent(page.address, form(("a.txt", b"Avtale.")))
    assert found.status == 413 and "ikke plass" in found.text


@pytest.mark.parametrize("body", [b"", b"x", form(), form(("", b"Avtale.")),
                                  form(("a.txt", b"Avtale."))[:-20]])
def test_what_holds_no_files_is_told(page: Started, body: bytes) -> None:
    found = sent(page.address, body)
    assert found.status == 400 and "role=\"alert\"" in found.text


@pytest.mark.parametrize("path", ["xx/", "nb/paper/x/", "nb/paper/x/sheet/1.webp", "nb/nothing",
                                  "nb/paper/x/report.exe", "static/page.html", "static/../page.css",
                                  "nb/district/report.xlsx", "static/%2e%2e%2fframe.py"])
def test_what_is_not_there_is_told(page: Started, path: str) -> None:
    found = asked(page.address + path)
    assert found.status == 404 and "finnes ikke" in found.text


def test_a_head_that_never_ends_is_cut_off(page: Started) -> None:
    parts = urlsplit(page.address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), 20) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 200_000)
        assert connection.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(("given", "name"), [
    ("avtale.pdf", "avtale.pdf"), ("../../etc/passwd", "passwd"), ("C:\\Mine\\å.docx", "å.docx"),
    ("", "dokument"), ("..", "dokument"), ("A\u030a.pdf", "Å.pdf")])
def test_a_name_is_only_a_name(given: str, name: str) -> None:
    assert uploads.name_of(given) == name


def test_a_long_name_keeps_its_ending() -> None:
    name = uploads.name_of("x" * 500 + ".docx")
    assert len(name) <= uploads.LONGEST_NAME and name.endswith("….docx")
