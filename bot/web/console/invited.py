"""Behind a one-time link: choose a name and a password, set up the second factor, write down the recovery codes."""

import io

import segno
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.storage.database import Transaction
from bot.storage.offices import invitations, passwords
from bot.storage.offices.factor import otpauth
from bot.storage.offices.invitations import Chosen, Invitation
from bot.storage.offices.passwords import plain_name
from bot.storage.offices.sign_in import enter
from bot.translations import mark
from bot.web.console.access import EVERYBODY
from bot.web.console.at import HOME, At, field
from bot.web.console.door import Door, remember_login
from bot.web.console.password import hashed, limit_of, objection
from bot.web.console.sign_in import browser_of, count_place

INVITED = f"{HOME}/moi"
BAD_NAME = mark(
    "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu và chữ số, có thể có dấu chấm ở giữa. Ví dụ: lan.dongvan"
)
TAKEN = mark("Đã có người dùng tên này. Chọn tên khác.")
NOT_SAME = mark("Hai lần gõ mật khẩu chưa giống nhau.")
NO_PERSON = mark("Chưa ghi họ tên. Ghi đúng như đồng nghiệp vẫn gọi.")
NO_OFFICE = mark("Chưa ghi tên cơ quan. Ghi đầy đủ, không viết tắt.")
WRONG_CODE = mark("Mã chưa đúng. Xem giờ trên điện thoại có đúng không, rồi gõ mã đang hiện.")
OVER = mark("Đường dẫn này không còn dùng được")
WHY_OVER = mark("Mỗi đường dẫn mời dùng được một lần, trong một ngày. Xin người quản trị một đường dẫn mới.")
Mistakes = tuple[tuple[str, str], ...]


async def first_page(at: At) -> Response:
    """What is to be chosen."""
    found = await _invitation(at)
    return _first(at, found, Chosen(found.name, "", found.person, found.office), ()) if found else _over(at)


async def choose(at: At) -> Response:
    """Keep what was chosen, and go on to the second factor."""
    count_place(at)
    found = await _invitation(at)
    if found is None:
        return _over(at)
    form = await at.form()
    chosen = Chosen(plain_name(field(form, "ten", 100)), "", field(form, "ho-ten", 100), field(form, "co-quan", 200))
    first, again = field(form, "mat-khau"), field(form, "mat-khau-2")
    mistakes = _mistakes(at, found, chosen, first, again)
    if not mistakes and not await _kept(at, chosen, first):
        mistakes = (("ten", at.say(TAKEN)),)
    return _first(at, found, chosen, mistakes) if mistakes else at.go(f"{INVITED}/{_token(at)}/ma")


async def second_page(at: At) -> Response:
    """The picture for the authenticator, and the field for its first code."""
    found = await _invitation(at)
    return _second(at, found, ()) if found and found.name else at.go(f"{INVITED}/{_token(at)}")


async def picture(at: At) -> Response:
    """The second factor's secret as a QR code, for as long as the link is good."""
    found = await _invitation(at)
    if found is None:
        raise HTTPException(404)
    drawn = io.BytesIO()
    code = segno.make(otpauth(found.secret, found.person), error="m")
    code.save(drawn, kind="svg", scale=5, border=4, dark="#000", light="#fff", xmldecl=False)
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


async def accept(at: At) -> Response:
    """Signed in, with the recovery codes on the page: this once."""
    count_place(at)
    found = await _invitation(at)
    if found is None:
        return _over(at)
    digits = field(await at.form(), "ma", 20)
    entered = await at.write(lambda tx: _entered(tx, at, digits))
    if entered is None:
        return _second(at, found, (("ma", at.say(WRONG_CODE)),))
    login, codes = entered
    response = at.page("recovery_codes.html", codes=codes, way=HOME)
    remember_login(at.request, response, login)
    return response


def _entered(tx: Transaction, at: At, digits: str) -> tuple[str, tuple[str, ...]] | None:
    """The secret of the first login, and the recovery codes."""
    accepted = invitations.accept(tx, _token(at), digits, at.now)
    if accepted is None:
        return None
    old = at.login.id if at.login else ""
    return enter(tx, accepted.officer, browser_of(at), at.now, old), accepted.codes


def _mistakes(at: At, found: Invitation, chosen: Chosen, first: str, again: str) -> Mistakes:
    against = objection(first, chosen.name, chosen.person or found.person, chosen.office or found.office)
    checks = (
        ("ho-ten", found.first and not chosen.person and at.say(NO_PERSON)),
        ("co-quan", found.first and not chosen.office and at.say(NO_OFFICE)),
        ("ten", not passwords.is_name(chosen.name) and at.say(BAD_NAME)),
        ("mat-khau", against and at.say(against, n=limit_of(against))),
        ("mat-khau-2", not against and first != again and at.say(NOT_SAME)),
    )
    return tuple((id, sentence) for id, sentence in checks if sentence)


async def _kept(at: At, chosen: Chosen, password: str) -> bool:
    """Whether the name was still free."""
    whole = Chosen(chosen.name, await hashed(password), chosen.person, chosen.office)
    return await at.write(lambda tx: invitations.choose(tx, _token(at), whole, at.now))


def _first(at: At, found: Invitation, chosen: Chosen, mistakes: Mistakes) -> Response:
    values = {"invitation": found, "chosen": chosen, "mistakes": mistakes, "here": f"{INVITED}/{_token(at)}"}
    return at.page("invitation.html", 422 if mistakes else 200, **values)


def _second(at: At, found: Invitation, mistakes: Mistakes) -> Response:
    spaced = " ".join(found.secret[place : place + 4] for place in range(0, len(found.secret), 4))
    values = {"secret": spaced, "mistakes": mistakes, "here": f"{INVITED}/{_token(at)}"}
    return at.page("invitation_code.html", 422 if mistakes else 200, **values)


def _over(at: At) -> Response:
    return at.page("error.html", 410, title=at.say(OVER), explanation=at.say(WHY_OVER))


async def _invitation(at: At) -> Invitation | None:
    return await at.read(lambda tx: invitations.find(tx, _token(at), at.now))


def _token(at: At) -> str:
    return str(at.request.path_params["token"])[:100]


ROUTES = (
    Door("/moi/{token}", first_page, EVERYBODY),
    Door("/moi/{token}", choose, EVERYBODY, ("POST",)),
    Door("/moi/{token}/ma", second_page, EVERYBODY),
    Door("/moi/{token}/ma", accept, EVERYBODY, ("POST",)),
    Door("/moi/{token}/ma.svg", picture, EVERYBODY),
)
