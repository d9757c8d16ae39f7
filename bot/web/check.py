"""Is this notice true? For everybody, without login and without script: `/k`, and `/k/<code>` behind every QR code."""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.conversation.checking import asked_code, code_inside
from bot.notices.public import PublicNotice
from bot.notices.recognise import Copied, recognise
from bot.notices.verdicts import Answer, Verdict, answer_to, answer_to_copy, told
from bot.translations import Words
from bot.web.pages import page
from bot.web.places import place_of
from bot.web.ports import Ports
from bot.web.visitor import visitor
from bot.web.wrong_codes import MINUTE, WrongCodes
from broadcasts.code import read_code, shown

LARGEST_BODY = 40_000  # bytes: 4,000 characters as a form writes them
LONGEST_CODE = 20  # characters, however it is typed
LONGEST_PHRASE = 60  # characters; a code with a few words around it


async def ask(request: Request) -> Response:
    """The form; a code in `?ma=` leads to its own page."""
    code = read_code(request.query_params.get("ma", "")[:LONGEST_CODE])
    return RedirectResponse(f"/k/{shown(code)}", 303) if code else await _shown(request, None)


async def look_up(request: Request) -> Response:
    """The answer for a code."""
    code = read_code(request.path_params["code"][:LONGEST_CODE])
    if code is None:
        return await _shown(request, Answer(Verdict.NONE))
    known = await _known(request, code)
    if not known and not _may_guess(request, code):
        return await _too_many(request)
    return await _shown(request, answer_to(code, known.get, _ports(request).now()))


async def compare(request: Request) -> Response:
    """The answer for what was typed or pasted into the form."""
    text = await _text(request)
    code = asked_code(text) or (code_inside(text) if len(text) <= LONGEST_PHRASE else None)
    if code:
        return RedirectResponse(f"/k/{shown(code)}", 303)
    if not text:
        return RedirectResponse("/k", 303)
    answer = await _answer_to_text(request, text)
    return await _shown(request, answer) if answer else await _too_many(request)


async def _answer_to_text(request: Request, text: str) -> Answer | None:
    """What was sent lately is compared with the text; what is older only where its code stands in it.

    None for whoever has guessed too many codes.
    """
    inside = code_inside(text)
    named = await _known(request, inside) if inside else {}
    match = recognise(text, [*named.values(), *_ports(request).notices()])
    if match.kind is Copied.NONE:
        if not inside:
            return Answer(Verdict.UNPROVED)
        return Answer(Verdict.NONE) if _may_guess(request, inside) else None
    return answer_to_copy(match, (await _known(request, match.code)).get, _ports(request).now())


async def _known(request: Request, code: str) -> dict[str, PublicNotice]:
    """The notice with this code and the one that has taken its place, by their codes."""
    find = _ports(request).notice
    known = await find(code)
    newest = await find(known.replaced_by) if known and known.replaced_by else None
    return {one.code: one for one in (known, newest) if one}


async def _text(request: Request) -> str:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            raise HTTPException(413)
    try:
        fields = dict(parse_qsl(body.decode(), max_num_fields=5, errors="strict"))
    except ValueError as error:
        raise HTTPException(400) from error
    return fields.get("tin", "").replace("\0", "").strip()


async def _shown(request: Request, answer: Answer | None, status: int = 200, notice: str = "") -> Response:
    who, words = visitor(request), await _words(request)
    paragraphs = told(answer, words, _ports(request).now()) if answer else ()
    missing = answer is not None and answer.verdict is Verdict.NONE
    values = {"paragraphs": paragraphs, "notice": notice, "shown": answer and answer.shown}
    return page(request, "check.html", words, who, 404 if missing else status, **values)


async def _too_many(request: Request) -> Response:
    words = await _words(request)
    said = words.say("{You} đã gõ sai mã mấy lần. {You} chờ một phút rồi gõ lại{polite}.")
    response = await _shown(request, None, 429, said)
    response.headers["Retry-After"] = str(MINUTE)
    return response


async def _words(request: Request) -> Words:
    who = visitor(request)
    return _ports(request).stranger if who.fresh else await _ports(request).words(who.account)


def _may_guess(request: Request, code: str) -> bool:
    """Whether an answer is given there for a code that no notice has; one that is true is always answered."""
    wrong: WrongCodes = request.app.state.wrong_codes
    return wrong.allows(place_of(request), code)


def _ports(request: Request) -> Ports:
    ports: Ports = request.app.state.ports
    return ports


ROUTES = (Route("/k", ask), Route("/k", compare, methods=["POST"]), Route("/k/{code}", look_up))
