"""Who may open and do what with notices: every role, every page, and whoever belongs to another place."""

import httpx
import pytest

from bot.app import clock
from bot.conversation.notice_facts import NoticeMoved
from bot.storage.broadcasting import deeds
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.offices import accounts, logins
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.logins import Browser
from bot.storage.offices.officers import officer_by_id
from bot.web.console.door import LOGIN
from broadcasts.broadcast import State
from broadcasts.governance import Denial
from broadcasts.officer import Action, Role
from tests.web.console.conftest import OFFICE, Desk
from tests.web.console.noticed import ROOM, approved, digits, hidden, kept, settle, submitted

SEEING = ("", "/bao-cao", "/bao-cao.csv")
DOING = ("sua", "gui-duyet", "duyet", "tra-lai", "bo", "dung", "het-nguy-hiem", "gui-mot-minh", "xem-lai", "cap-nhat")
NEVER = {
    "lan": ("duyet", "tra-lai", "bo", "dung", "het-nguy-hiem", "gui-mot-minh", "xem-lai"),
    "minh": ("sua", "gui-duyet", "het-nguy-hiem", "gui-mot-minh", "cap-nhat", "noi-nhan", "ban-doc"),
    "tinh": ("gui-mot-minh",),
    "soat": (*DOING, "noi-nhan", "ban-doc"),
    "bien": (*DOING, "noi-nhan", "ban-doc"),
    "quan": (*DOING, "noi-nhan", "ban-doc"),
}


@pytest.mark.parametrize("name", sorted(NEVER))
async def test_a_role_gets_its_own_pages_and_no_others(name: str, desk: Desk) -> None:
    id = await submitted(desk.client("lan"))
    browser, sees = desk.client(name), name not in {"bien", "quan"}
    assert (await browser.get(ROOM)).status_code == (200 if sees else 403)
    for below in SEEING:
        assert (await browser.get(f"{ROOM}/{id}{below}")).status_code == (200 if sees else 403), below
    for below in NEVER[name]:
        assert (await browser.post(f"{ROOM}/{id}/{below}", data={"dau": "0"})).status_code == 403, below
    assert (await browser.get(f"{ROOM}/moi")).status_code == (200 if name in {"lan", "tinh"} else 403)
    assert (await kept(desk, id)).state is State.SUBMITTED


async def test_nobody_from_elsewhere_finds_the_notice(desk: Desk) -> None:
    id = await submitted(desk.client("lan"))
    token = await desk.app.database.write(_stranger)
    neighbour = desk.client()
    neighbour.cookies = httpx.Cookies({LOGIN: token, "can-bo-may": "n" * 22})
    code = (await kept(desk, id)).code
    assert (await neighbour.get(f"{ROOM}?ma={code}")).status_code == 404
    for below in (*SEEING, "/sua", "/duyet", "/dang-phat", "/ban-doc", "/noi-nhan"):
        assert (await neighbour.get(f"{ROOM}/{id}{below}")).status_code == 404, below
    for below in DOING:
        assert (await neighbour.post(f"{ROOM}/{id}/{below}", data={"dau": "0"})).status_code == 404, below
    assert (await neighbour.post(f"{ROOM}/xem-thu", data={"id": id})).status_code == 404


def _stranger(tx: Transaction) -> str:
    """The token of an officer of a commune in another province."""
    appointed = Appointment("Anh Lạ", OFFICE, frozenset({Role.DUTY}), ("26740",))
    id, _ = accounts.add(tx, appointed, clock())
    return logins.begin(tx, id, Browser("n" * 22, "test"), clock())


async def test_two_accounts_in_one_browser_are_one_person(desk: Desk) -> None:
    await settle(desk.app.database)
    id = await submitted(desk.client("lan"))
    shared = desk.client("minh")
    shared.cookies.delete("can-bo-may")
    shared.cookies.set("can-bo-may", "lan".ljust(22, "x"))
    text = (await kept(desk, id)).text_hash
    asked = {"dau": text, "so-nguoi": "3", "ma": digits(desk, "minh")}
    answer = await shared.post(f"{ROOM}/{id}/duyet", data=asked)
    assert answer.status_code == 409
    assert "viết trên chính máy này" in answer.text


async def test_what_was_sent_meanwhile_is_not_stopped_by_who_meant_to_drop_it(desk: Desk) -> None:
    await settle(desk.app.database)
    id, province = await submitted(desk.client("lan")), desk.client("tinh")
    page = await province.get(f"{ROOM}/{id}/bo")
    assert "Chưa ai nhận bản này" in page.text
    await approved(desk.client("minh"), id, digits(desk, "minh"))
    asked = {**hidden(page), "ma": digits(desk, "tinh")}
    assert (await province.post(f"{ROOM}/{id}/bo", data=asked)).status_code == 409
    assert (await kept(desk, id)).state is State.SENDING


async def test_a_page_for_looking_again_approves_nothing(desk: Desk) -> None:
    await settle(desk.app.database)
    id = await submitted(desk.client("lan"))
    asked = {"dau": (await kept(desk, id)).text_hash, "ma": digits(desk, "minh")}
    assert (await desk.client("minh").post(f"{ROOM}/{id}/xem-lai", data=asked)).status_code == 409
    assert (await kept(desk, id)).state is State.SUBMITTED


async def test_a_desk_that_was_left_open_approves_nothing(desk: Desk) -> None:
    """Whoever sits down at it has no second factor; the rule is asked where the deed is done, not on the page alone."""
    await settle(desk.app.database)
    id = await submitted(desk.client("lan"))

    def approve(tx: Transaction) -> object:
        officer = officer_by_id(tx, desk.ids["minh"])
        broadcast = load(tx, id)
        assert officer is not None
        assert broadcast is not None
        fact = NoticeMoved(id, Action.APPROVE, broadcast.text_hash)
        return deeds.do(tx, officer, "console:somewhere", fact, clock()).refused

    assert await desk.app.database.write(approve) is Denial.FACTOR
    assert (await kept(desk, id)).state is State.SUBMITTED


async def test_a_post_from_another_site_does_nothing(desk: Desk) -> None:
    browser = desk.client("lan")
    answer = await browser.post(f"{ROOM}/moi", data={"mau": "lu-quet"}, headers={"Origin": "http://evil.test"})
    assert answer.status_code == 403
