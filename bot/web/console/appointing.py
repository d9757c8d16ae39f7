"""What only administrators do with accounts: add, invite, bind, give back, take for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.storage.database import Transaction
from bot.storage.offices import accounts, binding, invitations
from bot.storage.offices.accounts import Appointment
from bot.translations import mark
from bot.web.console.access import may
from bot.web.console.area_lines import Unclear, area_name, read_lines
from bot.web.console.at import At, field
from bot.web.console.door import Door
from bot.web.console.invited import INVITED
from bot.web.console.me import WRONG_CODE
from bot.web.console.proof import lately, sure
from bot.web.console.staff import Mistakes, shown, wanted, way_to, words
from broadcasts.officer import Action, Role, appointable

NO_NAME = mark("Chưa ghi họ tên. Ghi đúng như đồng nghiệp vẫn gọi.")
NO_OFFICE = mark("Chưa ghi tên cơ quan. Ghi đầy đủ, không viết tắt.")
NO_ROLE = mark("Chưa chọn vai trò. Chọn ít nhất một.")
ALONE = mark("Người quản trị giữ chìa khóa nên không kiêm việc khác. Lập cho việc ấy một tài khoản riêng.")
NO_AREA = mark("Chưa ghi địa bàn. Ghi ít nhất một xã hoặc một tỉnh.")
UNCLEAR = mark("Chưa rõ {written} là nơi nào. Chọn trong các nơi dưới đây, hoặc gõ lại.")
UNKNOWN = mark("Không có nơi nào tên là {written}. Gõ lại, hoặc gõ mã của xã.")
GIVEN_BACK = mark("Đã mở lại tài khoản của {name}. Mã truy cập cũ không dùng lại được; cần thì tạo mã mới.")
REVOKED = mark("Đã thu hồi tài khoản của {name}. Mọi máy gắn với nó đều bị gỡ.")
AS_IT_WAS = mark("Tài khoản đã như vậy rồi, hoặc đã thu hồi.")
OWN = mark("Đây là tài khoản của chính {you}. Nhờ người quản trị khác.")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written into the form."""

    name: str = ""
    office: str = ""
    roles: frozenset[Role] = frozenset()
    areas: str = ""
    codes: tuple[str, ...] = ()  # that are clear
    unclear: tuple[Unclear, ...] = ()

    @property
    def appointment(self) -> Appointment:
        """The account that is wished for."""
        return Appointment(self.name, self.office, self.roles, self.codes)


async def form(at: At) -> Response:
    """An empty form."""
    return _form(at, Wish(office=at.officer.office), ())


async def add(at: At) -> Response:
    """A new account, with its link and its code on a page that is shown once."""
    wish, digits = await _written(at)
    mistakes = tuple(_mistakes(at, wish))
    if mistakes or not await sure(at, digits):
        return _form(at, wish, mistakes or (("ma", at.say(WRONG_CODE)),))
    id, link, code = await at.write(lambda tx: _added(tx, at, wish.appointment))
    return at.page("staff_keys.html", whose=wish.name, link=_link(at, link), code=code, way=way_to(id))


def _added(tx: Transaction, at: At, appointment: Appointment) -> tuple[str, str | None, str]:
    id, _ = accounts.add(tx, appointment, at.now, at.officer.id)
    link = invitations.invite(tx, id, at.now, at.officer.id)
    return id, link, binding.new_code(tx, id, at.now, by=at.officer.id)


async def invite(at: At) -> Response:
    """A new link: the old password, second factor and passkeys end when it is used."""
    return await _keys(at, link=True)


async def bind(at: At) -> Response:
    """A new code for a telephone."""
    return await _keys(at, link=False)


async def _keys(at: At, *, link: bool) -> Response:
    found = await wanted(at)
    one, by = found.account.officer, at.officer.id
    if not one.active:
        return await shown(at, found, (("trang-thai", at.say(AS_IT_WAS)),))
    if not await sure(at, field(await at.form(), "ma", 20)):
        return await shown(at, found, (("ma", at.say(WRONG_CODE)),))
    if link:
        token = await at.write(lambda tx: invitations.invite(tx, one.id, at.now, by))
        return at.page("staff_keys.html", whose=one.name, link=_link(at, token), code="", way=way_to(one.id))
    code = await at.write(lambda tx: binding.new_code(tx, one.id, at.now, by=by))
    return at.page("staff_keys.html", whose=one.name, link="", code=code, way=way_to(one.id))


async def give_back(at: At) -> Response:
    """Open a frozen account again."""
    return await _change(at, accounts.unfreeze, GIVEN_BACK)


async def confirm(at: At) -> Response:
    """What revoking means, on a page of its own."""
    found = await wanted(at)
    return at.page(
        "staff_revoke.html", found=found, way=way_to(found.account.officer.id), mistakes=(), lately=lately(at)
    )


async def revoke(at: At) -> Response:
    """Take an account for good."""
    if str(at.request.path_params["id"]) == at.officer.id:
        return await shown(at, await wanted(at), (("trang-thai", at.say(OWN)),))
    return await _change(at, accounts.revoke, REVOKED)


async def _change(at: At, change: Callable[[Transaction, str, datetime, str], bool], done: str) -> Response:
    found = await wanted(at)
    one = found.account.officer
    if not await sure(at, field(await at.form(), "ma", 20)):
        return await shown(at, found, (("ma", at.say(WRONG_CODE)),))
    if not await at.write(lambda tx: change(tx, one.id, at.now, at.officer.id)):
        return await shown(at, found, (("trang-thai", at.say(AS_IT_WAS)),))
    return at.go(way_to(one.id), at.say(done, name=one.name))


async def _written(at: At) -> tuple[Wish, str]:
    form = await at.form()
    known = {role.value: role for role in Role}
    roles = frozenset(known[value] for value in form.getlist("vai-tro") if isinstance(value, str) and value in known)
    areas = field(form, "dia-ban")
    codes, unclear = read_lines(areas)
    chosen, _ = read_lines("\n".join(value for value in form.getlist("noi") if isinstance(value, str)))
    codes = tuple(dict.fromkeys(codes + chosen))
    still = tuple(one for one in unclear if not set(one.guesses) & set(chosen))
    wish = Wish(field(form, "ho-ten", 100), field(form, "co-quan", 200), roles, areas, codes, still)
    return wish, field(form, "ma", 20)


def _mistakes(at: At, wish: Wish) -> Mistakes:
    alone = wish.roles == {Role.ADMINISTRATOR}
    checks = (
        ("ho-ten", not wish.name and at.say(NO_NAME)),
        ("co-quan", not wish.office and at.say(NO_OFFICE)),
        ("vai-tro", not wish.roles and at.say(NO_ROLE)),
        ("vai-tro", wish.roles and not appointable(wish.roles) and at.say(ALONE)),
        ("dia-ban", not (wish.codes or wish.unclear or alone) and at.say(NO_AREA)),
        *(("dia-ban", at.say(UNCLEAR if one.guesses else UNKNOWN, written=one.written)) for one in wish.unclear),
    )
    return tuple((id, sentence) for id, sentence in checks if sentence)


def _form(at: At, wish: Wish, mistakes: Mistakes) -> Response:
    values = {"wish": wish, "mistakes": mistakes, "lately": lately(at), "area_name": area_name, **words()}
    return at.page("staff_new.html", 422 if mistakes else 200, **values)


def _link(at: At, token: str | None) -> str:
    """The whole address, to be handed to the officer."""
    if token is None:
        raise HTTPException(409)
    base = at.console.public_url.rstrip("/") or str(at.request.base_url).rstrip("/")
    return f"{base}{INVITED}/{token}"


ROUTES = (
    Door("/tai-khoan/them", form, may(Action.APPOINT)),
    Door("/tai-khoan/them", add, may(Action.APPOINT), ("POST",)),
    Door("/tai-khoan/can-bo/{id}/moi", invite, may(Action.APPOINT), ("POST",)),
    Door("/tai-khoan/can-bo/{id}/ma", bind, may(Action.APPOINT), ("POST",)),
    Door("/tai-khoan/can-bo/{id}/mo", give_back, may(Action.APPOINT), ("POST",)),
    Door("/tai-khoan/can-bo/{id}/thu-hoi", confirm, may(Action.APPOINT)),
    Door("/tai-khoan/can-bo/{id}/thu-hoi", revoke, may(Action.APPOINT), ("POST",)),
)
