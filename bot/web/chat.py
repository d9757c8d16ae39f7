"""The chat page: what was said before, and sending a message with or without script."""

import re
import secrets
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.channel import Letter, Unreadable
from bot.channels.webchat.receive import LARGEST_BODY, NAME, Empty, TooLong, receive
from bot.conversation.scenes.scene import GO
from bot.messages import Address, Incoming, Kind
from bot.web.letters import bubbles, own_letter
from bot.web.pages import html, page
from bot.web.ports import Ports
from bot.web.visitor import Visitor, remember, visitor

SHOWN, MOST_SHOWN = 60, 600  # letters on a page at first, and after asking for older ones
BY_SCRIPT = ("x-camtay", "script")  # the header that tells the page's own requests from a form's
LESSON = re.compile(r"[a-z0-9-]{1,40}")  # a lesson's code in ?bai=
LONGEST_CODE = 20  # characters of a commune's code in ?xa=


async def chat(request: Request) -> Response:
    """The conversation; the first visit opens it, and so does a visit that names a commune or a lesson."""
    who, ports = visitor(request), _ports(request)
    xa, tin, bai = (request.query_params.get(name, "") for name in ("xa", "tin", "bai"))
    code = xa if xa.isascii() and xa.isalnum() and len(xa) <= LONGEST_CODE else ""
    opened = () if who.fresh else await ports.mailbox.after(who.account, -1, 1)
    if (code or not opened) and not _only_fetching_ahead(request):
        await ports.handle(_start(who, code))
    lesson = bai if LESSON.fullmatch(bai) else ""
    if lesson and not _only_fetching_ahead(request):
        await ports.handle(_choose(who, f"{GO}lesson?{lesson}"))
    response = RedirectResponse("/", 303) if code or lesson else await _shown(request, who, most=_most(tin))
    remember(request, response, who)
    return response


async def chat_exists(_request: Request) -> Response:
    """Says that the page is there, without opening a conversation."""
    return HTMLResponse()


async def older(request: Request) -> Response:
    """The letters before one, for the page that already shows the later ones."""
    who, asked = visitor(request), request.query_params
    before, most = letter_number(asked.get("before", "")), letter_number(asked.get("most", ""))
    found = await _ports(request).mailbox.after(who.account, -1, max(1, min(most, MOST_SHOWN)))
    words = await _ports(request).words(who.account)
    values = _older([letter for letter in found if letter.id < before], before, most, len(found))
    return HTMLResponse(html("_older.html", words, **values), headers={"Cache-Control": "no-store"})


async def send(request: Request) -> Response:
    """Take a message; answered by the new letters for the page's script, else by the page itself."""
    who, ports = visitor(request), _ports(request)
    by_script = request.headers.get(BY_SCRIPT[0]) == BY_SCRIPT[1]
    if who.fresh and by_script:
        raise HTTPException(401)  # the cookie is gone: the script loads the page again and keeps what was written
    if not request.app.state.rate.allows(who.account):
        return await _too_fast(request, who, by_script)
    if who.fresh:
        await ports.handle(_start(who))
    anchor = await _take(request, who, ports)
    if by_script:
        return await _news(who, ports, letter_number(request.query_params.get("sau", "")))
    response = RedirectResponse(f"/#{anchor}", 303)
    remember(request, response, who)
    return response


async def _take(request: Request, who: Visitor, ports: Ports) -> str:
    """Store and answer one message; the name of the place on the page where it stands."""
    body = await _body(request)
    try:
        incoming = receive(who.account, request.headers.get("content-type", ""), body, datetime.now(UTC))
    except Empty:
        return "viet"
    except TooLong as error:
        raise HTTPException(413) from error
    except Unreadable as error:
        raise HTTPException(400) from error
    before = await ports.mailbox.after(who.account, -1, SHOWN)
    ids = await ports.mailbox.put(who.account, [own_letter(incoming, before)], f"own:{incoming.id}")
    await ports.handle(incoming)
    return f"tin-{ids[0]}"


async def _body(request: Request) -> bytes:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            raise HTTPException(413)
    return body


async def _news(who: Visitor, ports: Ports, seen: int) -> Response:
    letters = await ports.mailbox.after(who.account, seen, SHOWN)
    words = await ports.words(who.account)
    shown = html("_letters.html", words, bubbles=bubbles(letters), form_id=new_id())
    return HTMLResponse(shown, headers={"Cache-Control": "no-store"})


async def _too_fast(request: Request, who: Visitor, by_script: bool) -> Response:
    if by_script:
        raise HTTPException(429, headers={"Retry-After": "10"})
    words = await _ports(request).words(who.account)
    notice = words.say("{You} nhắn hơi nhanh. {You} chờ 10 giây rồi gửi lại nhé.")
    response = await _shown(request, who, status=429, notice=notice)
    response.headers["Retry-After"] = "10"
    return response


async def _shown(request: Request, who: Visitor, most: int = SHOWN, status: int = 200, notice: str = "") -> Response:
    ports = _ports(request)
    letters = await ports.mailbox.after(who.account, -1, most)
    first = letters[0].id if letters else 0
    shown = bubbles(letters)
    return page(
        request,
        "chat.html",
        await ports.words(who.account),
        who,
        status,
        bubbles=shown,
        newest_own=max((one.id for one in shown if one.own), default=0),
        compose_id=new_id(),
        form_id=new_id(),
        notice=notice,
        **_older([], first, most, len(letters)),
    )


def _older(found: list[Letter], before: int, most: int, got: int) -> dict[str, object]:
    more = got >= most and most < MOST_SHOWN
    return {
        "older": bubbles(found),
        "older_most": min(most + SHOWN, MOST_SHOWN) if more else 0,
        "before": before,
        "first": found[0].id if found else before,
    }


def _start(who: Visitor, code: str = "") -> Incoming:
    payload = f"xa-{code}" if code else ""
    name = f"{who.account}:{new_id()}"
    return Incoming(Address(NAME, who.account), name, Kind.START, payload, at=datetime.now(UTC))


def _choose(who: Visitor, choice: str) -> Incoming:
    """What a link outside the conversation leads to."""
    name = f"{who.account}:{new_id()}"
    return Incoming(Address(NAME, who.account), name, Kind.TEXT, "", choice, at=datetime.now(UTC))


def _most(asked: str) -> int:
    return (
        max(SHOWN, min(int(asked), MOST_SHOWN)) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else SHOWN
    )


def _only_fetching_ahead(request: Request) -> bool:
    return "prefetch" in request.headers.get("sec-purpose", request.headers.get("purpose", ""))


def letter_number(written: str) -> int:
    """The id of a letter as a page writes it; 0, which is before all letters, for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 19 else 0


def new_id() -> str:
    """A name for one message, made before it is written, so that a form sent twice counts once."""
    return secrets.token_urlsafe(12)


def _ports(request: Request) -> Ports:
    ports: Ports = request.app.state.ports
    return ports


ROUTES = (
    Route("/", chat_exists, methods=["HEAD"]),  # before GET, which would take HEAD too
    Route("/", chat),
    Route("/chat", send, methods=["POST"]),
    Route("/chat/older", older),
)
