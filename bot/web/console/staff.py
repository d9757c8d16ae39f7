"""Colleagues' accounts: who there is, and cutting one off."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.conversation.offices.desk_screens import ROLES
from bot.notices.denials import DENIALS
from bot.storage.offices import accounts, logins, staff
from bot.storage.offices.officer_rows import AccountState
from bot.storage.offices.staff import Listed
from bot.translations import mark
from bot.web.console.access import may
from bot.web.console.area_lines import area_names
from bot.web.console.at import HOME, At
from bot.web.console.door import Door
from bot.web.console.proof import lately
from bot.web.console.stamp import stamp
from broadcasts.officer import Action

STAFF = f"{HOME}/tai-khoan"
AT_ONCE = 50  # accounts on one page
STATES = {
    AccountState.ACTIVE: mark("đang dùng"),
    AccountState.FROZEN: mark("đang khóa"),
    AccountState.REVOKED: mark("đã thu hồi"),
}
FROZEN = mark("Đã khóa tài khoản của {name}. Mọi máy và chương trình đứng tên đều đã bị ngắt.")
Mistakes = tuple[tuple[str, str], ...]


async def list_(at: At) -> Response:
    """Everybody in sight, office by office."""
    asked = at.request.query_params
    sought, after = asked.get("tim", "").strip()[:100], asked.get("tu", "")
    start = int(after) if after.isascii() and after.isdecimal() and len(after) < 7 else 0
    found = await at.read(lambda tx: staff.colleagues(tx, at.officer, sought))
    more = start + AT_ONCE if len(found) > start + AT_ONCE else 0
    shown = found[start : start + AT_ONCE]
    return at.page("staff.html", found=shown, count=len(found), sought=sought, start=start, more=more, **words())


async def one(at: At) -> Response:
    """One account, and what may be done with it."""
    return await shown(at, await wanted(at))


async def freeze(at: At) -> Response:
    """Cut it off, at once and by any colleague: a lost telephone does not wait for an administrator."""
    found = await wanted(at)
    other = found.account.officer
    denied = await at.write(lambda tx: accounts.freeze_colleague(tx, at.officer, other.id, at.now))
    if denied:
        return await shown(at, found, (("khoa", at.say(DENIALS[denied])),))
    return at.go(way_to(other.id), at.say(FROZEN, name=other.name))


async def wanted(at: At) -> Listed:
    """The account that the address names; 404 where it is out of sight."""
    id = str(at.request.path_params["id"])
    found = await at.read(lambda tx: staff.colleague(tx, at.officer, id))
    if found is None:
        raise HTTPException(404)
    return found


async def shown(at: At, found: Listed, mistakes: Mistakes = ()) -> Response:
    """The page of an account, with mistakes where something was wrong."""
    id = found.account.officer.id
    open_ = await at.read(lambda tx: logins.of_officer(tx, id, at.now))
    values = {"found": found, "logins": len(open_), "mistakes": mistakes, "lately": lately(at), "way": way_to(id)}
    return at.page("staff_one.html", 422 if mistakes else 200, **values, **words())


def way_to(id: str) -> str:
    """The page of an account."""
    return f"{STAFF}/can-bo/{id}"


def words() -> dict[str, Any]:
    """What the pages of accounts say things with."""
    return {"roles": ROLES, "states": STATES, "area_names": area_names, "stamp": stamp, "actions": Action}


ROUTES = (
    Door("/tai-khoan", list_, may(Action.APPOINT, Action.FREEZE)),
    Door("/tai-khoan/can-bo/{id}", one, may(Action.APPOINT, Action.FREEZE)),
    Door("/tai-khoan/can-bo/{id}/khoa", freeze, may(Action.FREEZE), ("POST",)),
)
