"""The pages and files around the chat: help, offline page, pictures of lessons, what makes the page installable."""

import hashlib
import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot import recordings
from bot.web.assets import assets
from bot.web.pages import PATHS, page, templates
from bot.web.ports import Ports
from bot.web.visitor import Visitor, remember_size, visitor

LONGEST_NAME = 200  # of a picture
PICTURE = re.compile(r"(?:[A-Za-z0-9_-]+/){0,4}[A-Za-z0-9_-]+\.(svg|png|webp|jpg|jpeg)")
PICTURE_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
FONTS = ("fonts/be-vietnam-pro-400.woff2", "fonts/be-vietnam-pro-700.woff2")
SHELL = ("tokens.css", "chat.css", "letters.js", "chat.js", "icon.svg", *FONTS)


async def help_page(request: Request) -> Response:
    """Emergency numbers, how to use the chat, how to tell that the page is real."""
    who, ports = visitor(request), _ports(request)
    words = ports.stranger if who.fresh else await ports.words(who.account)
    return page(request, "help.html", words, who)


async def offline_page(request: Request) -> Response:
    """What the service worker shows without a network; the same for everybody, because it is kept on the phone."""
    return page(request, "offline.html", _ports(request).stranger, Visitor(secret="", fresh=True))


async def text_size(request: Request) -> Response:
    """The next text size, for the A+ button where there is no script."""
    back = request.query_params.get("ve", "")
    response = RedirectResponse(back if PATHS.fullmatch(back) else "/", 303)
    remember_size(request, response, visitor(request).next_size)
    return response


async def static_file(request: Request) -> Response:
    """A file of the page, to be kept for ever."""
    asset = assets().at(request.url.path)
    if asset is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(asset.content, media_type=asset.type, headers=headers)


async def picture(request: Request) -> Response:
    """A picture of a lesson. An SVG opened by itself may run nothing."""
    name = request.path_params["name"]
    match = PICTURE.fullmatch(name) if len(name) <= LONGEST_NAME else None
    content = _ports(request).picture(name) if match else None
    if match is None or content is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "public, max-age=3600", "ETag": f'"{hashlib.sha256(content).hexdigest()[:16]}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if match[1] == "svg":
        headers["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    return Response(content, media_type=PICTURE_TYPES[match[1]], headers=headers)


async def recording(request: Request) -> Response:
    """A notice read aloud; its name is its content's, so it never changes."""
    return _played(request, recordings.FOLDER, "public, max-age=31536000, immutable")


async def lesson_recording(request: Request) -> Response:
    """A card read aloud; somebody may read it anew."""
    return _played(request, recordings.OF_LESSONS, "public, max-age=3600")


def _played(request: Request, folder: str, kept: str) -> Response:
    """In parts where a player asks for parts, and as what it is, whatever it is called."""
    file = _ports(request).recording(f"{folder}/{request.path_params['name'][:LONGEST_NAME]}")
    kind = recordings.sound(file).kind if file else ""
    if file is None or not kind:
        raise HTTPException(404)
    return FileResponse(file, media_type=recordings.TYPES[kind], headers={"Cache-Control": kept})


async def manifest(request: Request) -> Response:
    """What a phone needs to put the chat on its home screen."""
    say = _ports(request).stranger.say
    png = [(size, purpose) for size in ("192", "512") for purpose in ("any", "maskable")]
    icons = [_icon(size, purpose) for size, purpose in png]
    content = {
        "id": "/",
        "name": say("Cầm Tay"),
        "short_name": say("Cầm Tay"),
        "description": say("Học dùng điện thoại an toàn, mỗi bài ba phút."),
        "lang": "vi",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": "#0b5d4e",
        "background_color": "#f3f6f5",
        "icons": [{"src": assets().url("icon.svg"), "sizes": "any", "type": "image/svg+xml"}, *icons],
    }
    headers = {"Cache-Control": "no-cache"}
    return JSONResponse(content, media_type="application/manifest+json", headers=headers)


async def service_worker(_request: Request) -> Response:
    """The service worker, which names the files of this version."""
    shell = [*(assets().url(name) for name in SHELL), "/mat-mang"]
    script = templates().get_template("sw.js").render(version=assets().version, shell=shell)
    return Response(script, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


async def favicon(_request: Request) -> Response:
    """The icon, for browsers that guess its address."""
    return RedirectResponse(assets().url("icon.svg"), 301)


async def robots(_request: Request) -> Response:
    """Every visit opens a conversation, so machines that read pages are asked to stay away."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


async def health(request: Request) -> Response:
    """How the house is: 200 once people can be served, 503 before."""
    state = _ports(request).health()
    return JSONResponse(dict(state), 200 if state.get("ready") else 503, headers={"Cache-Control": "no-store"})


def _icon(size: str, purpose: str) -> dict[str, str]:
    name = f"icon-{size}.png" if purpose == "any" else f"icon-maskable-{size}.png"
    return {"src": assets().url(name), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def _ports(request: Request) -> Ports:
    ports: Ports = request.app.state.ports
    return ports


ROUTES = (
    Route("/tro-giup", help_page),
    Route("/mat-mang", offline_page),
    Route("/co-chu", text_size, methods=["POST"]),
    Route("/static/{name}", static_file),
    Route("/hinh/{name:path}", picture),
    Route(f"/{recordings.FOLDER}/{{name}}", recording),
    Route(f"/{recordings.OF_LESSONS}/{{name:path}}", lesson_recording),
    Route("/manifest.webmanifest", manifest),
    Route("/sw.js", service_worker),
    Route("/favicon.ico", favicon),
    Route("/robots.txt", robots),
    Route("/health", health),
)
