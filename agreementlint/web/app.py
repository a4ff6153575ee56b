"""Requests to pages: what is on the desk, one paper, the district, and files to keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast, get_args
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from agreementlint.messages import say
from agreementlint.model import Lang, ReadError
from agreementlint.reading.messages import sentence
from agreementlint.reading.sheets import Sheet
from agreementlint.report.rows import name_of
from agreementlint.report.text import visible
from agreementlint.web import frame, shown
from agreementlint.web.desk import MOST_SHEETS, Desk, Full, Paper
from agreementlint.web.reports import (
    REPORTS,
    REVIEWED,
    TYPES,
    Download,
    Judged,
    Reporting,
    copy,
    district,
    download,
    report,
)
from agreementlint.web.uploads import MOST_BYTES, Refused, files_of

PATIENCE = 25.0
"""Seconds that a page waits for the pictures on it."""


class Served(NamedTuple):
    """What pages are made of: the desk, and how reports are made."""

    desk: Desk
    how: Reporting
    lang: Lang


def app(served: Served) -> Starlette:
    """The pages; `Served` is their state."""
    made = Starlette(
        routes=[
            Route("/", first),
            Route("/static/{name}", static),
            Route("/{lang}/", start, methods=["GET"]),
            Route("/{lang}/", upload, methods=["POST"]),
            Route("/{lang}/clear", clear, methods=["POST"]),
            Route("/{lang}/paper/{id}/", paper_page),
            Route("/{lang}/paper/{id}/remove", remove, methods=["POST"]),
            Route("/{lang}/paper/{id}/sheet/{number:int}.webp", sheet),
            Route("/{lang}/paper/{id}/reviewed", reviewed),
            Route("/{lang}/paper/{id}/report.{ending}", paper_report),
            Route("/{lang}/district/", district_page),
            Route("/{lang}/district/report.{ending}", district_report),
        ],
        exception_handlers={HTTPException: told, Refused: refused, ReadError: unreadable},
    )
    made.state.served = served
    return made


def served(request: Request) -> Served:
    return cast(Served, request.app.state.served)


def lang_of(request: Request) -> Lang:
    """That of the address, else the one the program was started in."""
    given = request.path_params.get("lang")
    return cast(Lang, given) if given in get_args(Lang) else served(request).lang


def page(request: Request, template: str, here: str, *, status: int = 200, **shows: object,
         ) -> Response:
    """A page; `here` is its address after the language, which a switch of language keeps."""
    if request.path_params.get("lang") not in (None, *get_args(Lang)):
        raise HTTPException(404)
    lang = lang_of(request)
    shows.setdefault("report", report((), lang, served(request).how))
    text = frame.page(template, lang, request.scope["root_path"], here, **shows)
    return Response(text, status, media_type="text/html; charset=utf-8")


def to(request: Request, here: str) -> Response:
    """A way on to another page."""
    return RedirectResponse(f"{request.scope['root_path']}/{lang_of(request)}/{here}", 303)


# ---------------------------------------------------------------- the desk


async def first(request: Request) -> Response:
    return to(request, "")


async def static(request: Request) -> Response:
    found = frame.static(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    text, kind = found
    return Response(text, media_type=kind)


def start(request: Request) -> Response:
    return desk_page(request)


def desk_page(request: Request, *, status: int = 200, trouble: str = "") -> Response:
    """All papers, and a place to drop more; `trouble` says what went wrong with the last ones."""
    desk, lang = served(request).desk, lang_of(request)
    papers = [(paper, desk.judged(paper, lang)) for paper in desk.papers()]
    done = sum(report is not None for _, report in papers)
    return page(request, "start.html", "", status=status, papers=papers, done=done,
                trouble=trouble, most=MOST_BYTES, refresh=done < len(papers))


async def upload(request: Request) -> Response:
    """The files become papers; one alone is shown at once."""
    files = await files_of(request)
    try:
        made = served(request).desk.put(files, lang_of(request))
    except Full as error:
        raise Refused("web-full") from error
    return to(request, f"paper/{made[0].id}/" if len(made) == 1 else "")


async def clear(request: Request) -> Response:
    served(request).desk.clear()
    return to(request, "")


async def remove(request: Request) -> Response:
    served(request).desk.remove(request.path_params["id"])
    return to(request, "")


# ---------------------------------------------------------------- one paper


def paper_of(request: Request) -> Paper:
    found = served(request).desk.paper(request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return found


def paper_page(request: Request) -> Response:
    """The findings beside the pages, or how far it has come."""
    paper, lang = paper_of(request), lang_of(request)
    here = f"paper/{paper.id}/"
    found = served(request).desk.judged(paper, lang)
    if found is None:
        return page(request, "waiting.html", here, paper=paper, refresh=True)
    marks = shown.marks(found)
    document = paper.document
    pages: tuple[shown.Page, ...] = ()
    text: tuple[shown.Stretch, ...] = ()
    if document is not None and document.format == "pdf":
        pages = shown.pages(document, marks, sheets_of(request, paper))
    elif document is not None:
        text = shown.stretches(document, marks)
    return page(request, "paper.html", here, paper=paper, document=found, pages=pages, text=text,
                report=report([Judged(paper, found)], lang, served(request).how), marks=marks,
                first=shown.shown_rules(marks, pages), most_sheets=MOST_SHEETS,
                copied=document is not None and document.format in REVIEWED and found.verdicts)


def sheets_of(request: Request, paper: Paper) -> dict[int, Sheet]:
    drawn = served(request).desk.drawn(paper)
    try:
        return dict(drawn.result(PATIENCE)) if drawn is not None else {}
    except TimeoutError:
        return {}


def sheet(request: Request) -> Response:
    found = sheets_of(request, paper_of(request)).get(request.path_params["number"])
    if found is None:
        raise HTTPException(404)
    return Response(found.picture, media_type="image/webp")


def judged(request: Request, papers: Sequence[Paper]) -> list[Judged]:
    """The papers of which all is known."""
    desk, lang = served(request).desk, lang_of(request)
    return [Judged(paper, found) for paper in papers
            if (found := desk.judged(paper, lang)) is not None]


def reviewed(request: Request) -> Response:
    paper = paper_of(request)
    made = copy(paper, lang_of(request), served(request).how)
    if made is None:
        raise HTTPException(404)
    return attached(made, f"{stem_of(paper)} – gjennomgått")


def paper_report(request: Request) -> Response:
    paper = paper_of(request)
    return attached(made_of(request, [paper]), stem_of(paper))


# ---------------------------------------------------------------- the district


def district_page(request: Request) -> Response:
    from agreementlint.report.html import district_shows

    papers = served(request).desk.papers()
    found = judged(request, papers)
    if len(found) < len(papers) or not found:
        return to(request, "")
    whole = district(found, lang_of(request), served(request).how)
    return page(request, "district.html", "district/", **district_shows(whole))


def district_report(request: Request) -> Response:
    made = made_of(request, served(request).desk.papers())
    return attached(made, say(lang_of(request), "report-overview").lower())


# ---------------------------------------------------------------- files to keep


def made_of(request: Request, papers: Sequence[Paper]) -> Download:
    """The report on these papers in the format of the address."""
    ending = request.path_params["ending"]
    found = judged(request, papers)
    if ending not in REPORTS or not found or len(found) < len(papers):
        raise HTTPException(404)
    return download(found, ending, lang_of(request), served(request).how)


def stem_of(paper: Paper) -> str:
    name = name_of(paper.name)
    return name.rpartition(".")[0] or name


def attached(made: Download, stem: str) -> Response:
    """A file that is kept under that name, and never shown by the browser."""
    name = quote("".join("_" if one in '\\/:*?"<>|' else one for one in visible(stem)), safe="")
    plain = f"agreementlint.{made.ending}"
    held = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{name}.{made.ending}"
    return Response(made.data, media_type=TYPES[made.ending],
                    headers={"content-disposition": held})


# ---------------------------------------------------------------- what goes wrong


async def told(request: Request, error: Exception) -> Response:
    status = cast(HTTPException, error).status_code
    key = "web-not-there" if status == 404 else "web-refused"
    return await run_in_threadpool(trouble, request, status, key)


async def refused(request: Request, error: Exception) -> Response:
    key = cast(Refused, error).key
    status = 413 if key in ("web-too-large", "web-full") else 400
    text = say(lang_of(request), key, most=MOST_BYTES // 1024**2)
    return await run_in_threadpool(desk_page, request, status=status, trouble=text)


async def unreadable(request: Request, error: Exception) -> Response:
    text = sentence(cast(ReadError, error), lang_of(request))
    return await run_in_threadpool(desk_page, request, status=422, trouble=text)


def trouble(request: Request, status: int, key: str) -> Response:
    request.path_params["lang"] = lang_of(request)
    return page(request, "trouble.html", "", status=status, text=say(lang_of(request), key))
