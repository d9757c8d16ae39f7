"""The language and the size of text, kept by the browser: of whoever sits before it, signed in or not."""

from starlette.datastructures import FormData
from starlette.responses import Response

from bot.translations import LANGUAGES, SOURCE, mark
from bot.web.console.access import EVERYBODY, SIGNED_IN
from bot.web.console.at import HOME, LANGUAGE, SIZE, SIZES, At, field
from bot.web.console.door import YEAR, Door

ME = f"{HOME}/toi"
SHOWN = mark("Đã đổi cách hiển thị.")


async def display(at: At) -> Response:
    """Another language or size of text, kept by this browser."""
    form = await at.form()
    size, secure = field(form, "co-chu"), at.request.url.scheme == "https"
    response = _spoken(at, form, ME, at.say(SHOWN))
    size = size if size in SIZES else "100"
    response.set_cookie(SIZE, size, max_age=YEAR, path="/", samesite="lax", secure=secure)  # the chat's page reads it
    return response


async def language(at: At) -> Response:
    """The same page in another language, for those who have not signed in too."""
    form = await at.form()
    return _spoken(at, form, field(form, "ve"))


def _spoken(at: At, form: FormData, way: str, banner: str = "") -> Response:
    """On to a page of the desk, in the language that was chosen."""
    chosen, secure = field(form, "ngon-ngu"), at.request.url.scheme == "https"
    response = at.go(way, banner)
    chosen = chosen if chosen in LANGUAGES else SOURCE
    response.set_cookie(LANGUAGE, chosen, max_age=YEAR, path=HOME, httponly=True, samesite="strict", secure=secure)
    return response


ROUTES = (
    Door("/toi/hien-thi", display, SIGNED_IN, ("POST",)),
    Door("/ngon-ngu", language, EVERYBODY, ("POST",)),
)
