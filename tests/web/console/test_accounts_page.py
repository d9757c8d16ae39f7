"""Accounts at the desk: who sees whom, who may cut off, who may appoint, and what follows from it."""

import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from bot.app import clock
from bot.storage import login_tables
from bot.storage.offices import accounts, audit, binding
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.officer_rows import AccountState
from broadcasts.officer import Role
from tests.web.console.conftest import COMMUNE, OFFICE, Desk
from tests.web.console.signing import digits

EVIL = "<script>alert(1)</script>\u202eevil"
STAFF = "/can-bo/tai-khoan"
NEW = {"ho-ten": "Anh Mới", "co-quan": OFFICE, "vai-tro": "writer", "dia-ban": COMMUNE}


async def state_of(desk: Desk, name: str) -> AccountState:
    found = await desk.app.database.read(accounts.accounts)
    return next(one.state for one in found if one.officer.id == desk.ids[name])


async def a_while_later(desk: Desk) -> None:
    """All second factors were right some time ago."""
    then = clock() - timedelta(minutes=11)
    await desk.app.database.write(lambda tx: tx.execute(update(login_tables.logins).values(factor_at=then)).rowcount)


async def elsewhere(desk: Desk) -> str:
    """The id of an officer of another commune."""
    other = Appointment("Anh Xa", "Ủy ban nhân dân phường Sài Gòn", frozenset({Role.WRITER}), ("26740",))
    id, _ = await desk.app.database.write(lambda tx: accounts.add(tx, other, clock()))
    return id


async def test_colleagues_are_those_of_the_same_area(desk: Desk) -> None:
    far = await elsewhere(desk)
    lan = desk.client("lan")
    page = (await lan.get(STAFF)).text
    assert "Anh Minh" in page
    assert "Anh Xa" not in page
    assert (await lan.get(f"{STAFF}/can-bo/{far}")).status_code == 404
    assert (await lan.post(f"{STAFF}/can-bo/{far}/khoa")).status_code == 404
    whole = (await desk.client("quan").get(STAFF)).text
    assert "Anh Xa" in whole
    found = (await desk.client("quan").get(STAFF, params={"tim": "sai gon"})).text
    assert "Anh Xa" in found
    assert "Anh Minh" not in found


async def test_any_colleague_cuts_an_account_off_and_its_logins_end(desk: Desk) -> None:
    lan, minh = desk.client("lan"), desk.client("minh")
    assert (await minh.get("/can-bo")).status_code == 200
    answer = await lan.post(f"{STAFF}/can-bo/{desk.ids['minh']}/khoa")
    assert answer.status_code == 303
    assert (await minh.get("/can-bo")).status_code == 303
    assert await state_of(desk, "minh") is AccountState.FROZEN
    again = await lan.post(f"{STAFF}/can-bo/{desk.ids['minh']}/khoa")
    assert again.status_code == 422


@pytest.mark.parametrize("deed", ["mo", "thu-hoi", "moi", "ma"])
async def test_only_administrators_hand_out_keys(desk: Desk, deed: str) -> None:
    path = f"{STAFF}/can-bo/{desk.ids['minh']}/{deed}"
    for name in ("lan", "truc", "tinh", "soat", "bien"):
        assert (await desk.client(name).post(path)).status_code == 403
    assert (await desk.client().post(path)).status_code == 401
    assert await state_of(desk, "minh") is AccountState.ACTIVE


async def test_an_administrator_gives_back_and_takes_for_good(desk: Desk) -> None:
    quan, way = desk.client("quan"), f"{STAFF}/can-bo/{desk.ids['minh']}"
    await quan.post(f"{way}/khoa")
    assert (await quan.post(f"{way}/mo")).status_code == 303
    assert await state_of(desk, "minh") is AccountState.ACTIVE
    assert "Thu hồi là cho hẳn" not in (await quan.get(way)).text
    assert (await quan.get(f"{way}/thu-hoi")).status_code == 200
    assert (await quan.post(f"{way}/thu-hoi")).status_code == 303
    assert await state_of(desk, "minh") is AccountState.REVOKED
    assert (await quan.post(f"{way}/mo")).status_code == 422
    own = f"{STAFF}/can-bo/{desk.ids['quan']}/thu-hoi"
    assert (await quan.post(own)).status_code == 422
    rows = [(row.who, row.what) for row in await desk.app.database.read(audit.newest)]
    who = desk.ids["quan"]
    assert rows[-3:] == [(who, "officer frozen"), (who, "officer active"), (who, "officer revoked")]


async def test_keys_ask_for_the_second_factor_that_is_not_fresh(desk: Desk) -> None:
    await a_while_later(desk)
    quan, way = desk.client("quan"), f"{STAFF}/can-bo/{desk.ids['minh']}"
    assert 'name="ma"' in (await quan.get(way)).text
    for deed in ("moi", "ma", "thu-hoi"):
        refused = await quan.post(f"{way}/{deed}", data={"ma": "000000"})
        assert refused.status_code == 422
        assert "/can-bo/moi/" not in refused.text
    given = await quan.post(f"{way}/moi", data={"ma": digits(desk.secrets["quan"])})
    assert re.search(r"http://xa.test/can-bo/moi/[\w-]{43}", given.text)
    assert (await quan.post(f"{way}/ma")).status_code == 200  # for ten minutes that was enough


async def test_an_administrator_adds_an_officer_who_comes_in(desk: Desk) -> None:
    quan = desk.client("quan")
    page = (await quan.post(f"{STAFF}/them", data={**NEW, "dia-ban": "Đồng Văn, Tuyên Quang\n26740"})).text
    link = re.search(r"http://xa\.test(/can-bo/moi/[\w-]{43})", page)
    code = re.search(r"ma-[0-9A-Z]{12}", page)
    assert link
    assert code
    assert "Anh Mới" in (await desk.client().get(link[1])).text
    officer = await desk.app.database.read(lambda tx: binding.binding(tx, code[0], clock()))
    assert officer is not None
    assert (officer.name, officer.areas) == ("Anh Mới", frozenset({COMMUNE, "26740"}))
    rows = [(row.who, row.what) for row in await desk.app.database.read(audit.newest)]
    assert {who for who, _ in rows[-3:]} == {desk.ids["quan"]}


async def test_what_is_missing_or_unclear_is_asked(desk: Desk) -> None:
    quan = desk.client("quan")

    async def told(**changed: str | list[str]) -> str:
        answer: httpx.Response = await quan.post(f"{STAFF}/them", data={**NEW, **changed})
        assert answer.status_code == 422
        return answer.text

    assert "Chưa ghi họ tên" in await told(**{"ho-ten": ""})
    assert "Chưa chọn vai trò" in await told(**{"vai-tro": "king"})
    assert "không kiêm việc khác" in await told(**{"vai-tro": ["administrator", "writer"]})
    assert "Chưa ghi địa bàn" in await told(**{"dia-ban": ""})
    assert "Không có nơi nào tên là" in await told(**{"dia-ban": "99999"})
    unclear = await told(**{"dia-ban": "Tân Thành"})
    assert "Chưa rõ Tân Thành là nơi nào" in unclear
    guesses = re.findall(r'name="noi" value="([0-9]+)"', unclear)
    assert len(guesses) > 1
    chosen = await quan.post(f"{STAFF}/them", data={**NEW, "dia-ban": "Tân Thành", "noi": guesses[0]})
    assert "/can-bo/moi/" in chosen.text


async def test_a_hostile_name_stays_a_text(desk: Desk) -> None:
    quan = desk.client("quan")
    made = await quan.post(f"{STAFF}/them", data={**NEW, "ho-ten": EVIL, "co-quan": EVIL})
    wrong = await quan.post(f"{STAFF}/them", data={**NEW, "ho-ten": EVIL, "dia-ban": EVIL})
    listed = await quan.get(STAFF, params={"tim": EVIL})
    for page in (made, wrong, listed, await quan.get(STAFF)):
        assert page.status_code in {200, 422}
        assert "<script>alert" not in page.text
