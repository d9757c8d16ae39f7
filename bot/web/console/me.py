"""The officer's own page: password, logins, recovery codes, passkeys, language and size of text."""

from starlette.responses import Response

from bot.storage.database import Transaction
from bot.storage.offices import audit, logins, passkeys, passwords, recovery, sign_in, tries
from bot.translations import LANGUAGES, mark
from bot.web.console.access import SIGNED_IN
from bot.web.console.agents import plain
from bot.web.console.at import HOME, At, field
from bot.web.console.door import Door
from bot.web.console.password import hashed, is_right, limit_of, objection
from bot.web.console.proof import lately, proven
from bot.web.console.sign_in import count_place, waiting
from bot.web.console.stamp import stamp

ME = f"{HOME}/toi"
WRONG_NOW = mark("Mật khẩu đang dùng chưa đúng.")
WRONG_CODE = mark("Mã chưa đúng, hoặc đã dùng rồi. Chờ mã mới hiện trên điện thoại rồi gõ lại.")
CHANGED = mark("Đã đổi mật khẩu. Các máy khác phải đăng nhập lại.")
ENDED = mark("Đã đăng xuất máy ấy.")
ENDED_OTHERS = mark("Đã đăng xuất {n} máy khác.")
Mistakes = tuple[tuple[str, str], ...]


async def page(at: At) -> Response:
    """Everything about the own account."""
    return await shown(at)


async def shown(at: At, mistakes: Mistakes = ()) -> Response:
    """The page, with mistakes where something was wrong."""
    me = at.officer.id
    known = await at.read(
        lambda tx: {
            "kept": passwords.of_officer(tx, me),
            "logins": logins.of_officer(tx, me, at.now),
            "left": recovery.left(tx, me),
            "passkeys": passkeys.of_officer(tx, me),
        }
    )
    values = {
        "mistakes": mistakes,
        "plain": plain,
        "stamp": stamp,
        "lately": lately(at),
        "languages": LANGUAGES,
        **known,
    }
    return at.page("me.html", 422 if mistakes else 200, **values)


async def change_password(at: At) -> Response:
    """Another password; all other browsers are signed out."""
    count_place(at)
    form = await at.form()
    kept = await at.read(lambda tx: passwords.of_officer(tx, at.officer.id))
    if kept is None:
        return at.go(ME)
    asked = await at.write(lambda tx: sign_in.ask(tx, kept.name, at.device, at.now))
    if asked.tried.wait:
        return await shown(at, (("mat-khau", waiting(at, asked.tried.wait)),))
    if not await is_right(kept.hash, field(form, "mat-khau")):
        await at.write(lambda tx: sign_in.wrong(tx, asked, at.now))
        return await shown(at, (("mat-khau", at.say(WRONG_NOW)),))
    new = field(form, "mat-khau-moi")
    against = objection(new, kept.name, at.officer.name, at.officer.office)
    if against:
        return await shown(at, (("mat-khau-moi", at.say(against, n=limit_of(against))),))
    hash = await hashed(new)
    await at.write(lambda tx: _changed(tx, at, asked.counted, hash))
    return at.go(ME, at.say(CHANGED))


def _changed(tx: Transaction, at: At, counted: str, hash: str) -> None:
    tries.forget(tx, counted)
    passwords.change(tx, at.officer.id, hash, at.now)
    audit.append(tx, at.now, at.officer.id, "password changed", at.officer.id)
    logins.end_all(tx, at.officer.id, at.now, but=at.login.id if at.login else "")


async def end_login(at: At) -> Response:
    """One browser less; the present one leads out to the first page by itself."""
    id = str(at.request.path_params["id"])
    await at.write(lambda tx: sign_in.leave(tx, at.officer.id, id, at.now, "login ended"))
    return at.go(ME, at.say(ENDED))


async def end_others(at: At) -> Response:
    """This browser only."""
    ended = await at.write(lambda tx: _end_others(tx, at))
    return at.go(ME, at.say(ENDED_OTHERS, n=ended))


def _end_others(tx: Transaction, at: At) -> int:
    ended = logins.end_all(tx, at.officer.id, at.now, but=at.login.id if at.login else "")
    audit.append(tx, at.now, at.officer.id, "login ended", at.officer.id, count=ended)
    return ended


async def new_codes(at: At) -> Response:
    """Ten new recovery codes on a page that is shown once; asks for the second factor first."""
    if not await proven(at, field(await at.form(), "ma", 20)):
        return await shown(at, (("ma", at.say(WRONG_CODE)),))
    codes = await at.write(lambda tx: recovery.new_codes(tx, at.officer.id, at.now))
    return at.page("recovery_codes.html", codes=codes, way=ME)


async def remove_passkey(at: At) -> Response:
    """One passkey less."""
    id = str(at.request.path_params["id"])
    await at.write(lambda tx: passkeys.remove(tx, at.officer.id, id, at.now))
    return at.go(ME, at.say("Đã gỡ khóa đăng nhập."))


async def still_here(at: At) -> Response:
    """Nothing but the use of the login, for a page that is read longer than a login lies unused."""
    return Response(status_code=204, headers={"Cache-Control": "no-store"})


ROUTES = (
    Door("/con-lam", still_here, SIGNED_IN),
    Door("/toi", page, SIGNED_IN),
    Door("/toi/mat-khau", change_password, SIGNED_IN, ("POST",)),
    Door("/toi/may-khac/ket-thuc", end_others, SIGNED_IN, ("POST",)),
    Door("/toi/may/{id}/ket-thuc", end_login, SIGNED_IN, ("POST",)),
    Door("/toi/ma-du-phong", new_codes, SIGNED_IN, ("POST",)),
    Door("/toi/khoa/{id}/go", remove_passkey, SIGNED_IN, ("POST",)),
)
