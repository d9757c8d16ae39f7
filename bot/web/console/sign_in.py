"""Signing in: a name and a password, then one code; and signing out."""

from datetime import timedelta
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.storage.offices import half_logins, sign_in
from bot.storage.offices.logins import Browser
from bot.storage.offices.passwords import plain_name
from bot.storage.offices.sign_in import Asked, Factor
from bot.translations import mark
from bot.web.console.access import EVERYBODY
from bot.web.console.at import HOME, SIGN_IN, At, field
from bot.web.console.door import HALF, Door, cookie, forget_login, remember_login
from bot.web.console.password import hashed, is_old, is_right
from bot.web.guards import Rate
from bot.web.places import place_of

SECOND = f"{SIGN_IN}/ma"
WRONG = mark("Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt.")
WAIT_SECONDS = mark("Đã gõ sai nhiều lần. Chờ {n} giây rồi thử lại.")
WAIT_MINUTES = mark("Đã gõ sai nhiều lần. Chờ {n} phút rồi thử lại.")
WRONG_CODE = mark("Mã chưa đúng, hoặc đã dùng rồi. Chờ mã mới hiện trên điện thoại rồi gõ lại.")
OVER = mark("Đã quá năm phút, hoặc gõ sai nhiều lần. Nhập lại mật khẩu.")


async def first_page(at: At) -> Response:
    """The form for name and password; whoever is signed in goes on."""
    way = at.request.query_params.get("ve", "")
    return at.go(way) if at.signed_in else at.page("sign_in.html", way=way, written="", mistakes=())


async def password(at: At) -> Response:
    """On to the second factor where the password is right; else the same answer whatever was wrong."""
    count_place(at)
    form = await at.form()
    name, way = plain_name(field(form, "ten", 100)), field(form, "ve")
    asked = await at.write(lambda tx: sign_in.ask(tx, name, at.device, at.now))
    if asked.tried.wait:
        return _again(at, name, way, waiting(at, asked.tried.wait), 429)
    half = await _half(at, asked, field(form, "mat-khau"))
    if half is None:
        return _again(at, name, way, at.say(WRONG), 422)
    response = at.go(_with_way(SECOND, way))
    remember_login(at.request, response, half, HALF)
    return response


async def _half(at: At, asked: Asked, written: str) -> str | None:
    kept = asked.kept
    right = await is_right(kept.hash if kept else None, written)
    if not (right and kept and kept.active):
        await at.write(lambda tx: sign_in.wrong(tx, asked, at.now))
        return None
    newer = await hashed(written) if is_old(kept.hash) else ""
    return await at.write(lambda tx: sign_in.right(tx, asked.counted, kept, newer, at.now))


async def second_page(at: At) -> Response:
    """The form for the code; back to the first page where no password was right in the last five minutes."""
    way = at.request.query_params.get("ve", "")
    if not await at.read(lambda tx: half_logins.officer_of(tx, _brought(at), at.now)):
        return at.go(_with_way(SIGN_IN, way))
    return at.page("sign_in_code.html", way=way, mistakes=())


async def code(at: At) -> Response:
    """In, with a new login, where the code is right."""
    count_place(at)
    form = await at.form()
    way, written = field(form, "ve"), field(form, "ma", 40) or field(form, "du-phong", 40)
    brought = Factor(_brought(at), written, at.login.id if at.login else "")
    token = await at.write(lambda tx: sign_in.finish(tx, brought, browser_of(at), at.now))
    if token is not None:
        return entered(at, token, way or HOME)
    if await at.read(lambda tx: half_logins.officer_of(tx, brought.half, at.now)):
        return at.page("sign_in_code.html", 422, way=way, mistakes=(("ma", at.say(WRONG_CODE)),))
    return at.go(_with_way(SIGN_IN, way), at.say(OVER))


async def sign_out(at: At) -> Response:
    """Out; whoever was not in gets the same answer."""
    officer, login = at.signed_in, at.login
    if officer and login:
        await at.write(lambda tx: sign_in.leave(tx, officer.id, login.id, at.now))
    response = at.go(SIGN_IN, at.say("Đã đăng xuất khỏi máy này."))
    forget_login(at.request, response)
    return response


def entered(at: At, token: str, way: str) -> Response:
    """To where the officer wanted to go, signed in."""
    response = at.go(way)
    remember_login(at.request, response, token)
    forget_login(at.request, response, HALF)
    return response


def browser_of(at: At) -> Browser:
    """What is kept of the browser with a login."""
    return Browser(at.device, at.request.headers.get("user-agent", ""))


def count_place(at: At) -> None:
    """429 where too many tries have come from one place within a minute."""
    rate: Rate = at.request.app.state.sign_ins
    if not rate.allows(place_of(at.request)):
        raise HTTPException(429)


def waiting(at: At, wait: timedelta) -> str:
    """How long the next try has to wait, in words."""
    seconds = int(wait.total_seconds()) + 1
    return at.say(WAIT_SECONDS, n=seconds) if seconds < 90 else at.say(WAIT_MINUTES, n=-(-seconds // 60))


def _again(at: At, name: str, way: str, mistake: str, status: int) -> Response:
    return at.page("sign_in.html", status, way=way, written=name, mistakes=(("ten", mistake),))


def _brought(at: At) -> str:
    return at.request.cookies.get(cookie(at.request, HALF), "")


def _with_way(path: str, way: str) -> str:
    return f"{path}?ve={quote(way)}" if way else path


ROUTES = (
    Door("/dang-nhap", first_page, EVERYBODY),
    Door("/dang-nhap", password, EVERYBODY, ("POST",)),
    Door("/dang-nhap/ma", second_page, EVERYBODY),
    Door("/dang-nhap/ma", code, EVERYBODY, ("POST",)),
    Door("/dang-xuat", sign_out, EVERYBODY, ("POST",)),
)
