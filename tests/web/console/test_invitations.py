"""One-time links: nothing holds before the second factor was right, everything after, and each works once."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from starlette.types import Receive, Scope, Send

from bot.app import clock
from bot.storage.offices import accounts, audit, invitations
from bot.web.console.door import LOGIN
from bot.web.server import Door
from tests.web.console.conftest import Desk
from tests.web.console.signing import NAME, PASSWORD, code, digits, invited, password, set_up, shown_codes

EVIL = "<script>alert(1)</script>\u202eevil"


def chosen(name: str = NAME, word: str = PASSWORD, again: str = PASSWORD, **more: str) -> dict[str, str]:
    """What is written on the first page."""
    return {"ten": name, "mat-khau": word, "mat-khau-2": again, **more}


def secret_of(page: str) -> str:
    """The secret to type into an authenticator, as the second page shows it."""
    found = re.search(r'class="key">([A-Z2-7 ]+)<', page)
    assert found
    return found[1].replace(" ", "")


async def test_an_officer_comes_in_by_a_link(desk: Desk) -> None:
    link, browser = f"/can-bo/moi/{await invited(desk)}", desk.client()
    assert "Chào Chị Lan" in (await browser.get(link)).text
    on = await browser.post(link, data=chosen())
    assert (on.status_code, on.headers["location"]) == (303, f"{link}/ma")
    secret = secret_of((await browser.get(f"{link}/ma")).text)
    assert secret == desk.secrets["lan"]  # was never used, so the one that was printed holds
    picture = await browser.get(f"{link}/ma.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert "default-src 'self'" in picture.headers["content-security-policy"]
    done = await browser.post(f"{link}/ma", data={"ma": digits(secret)})
    assert len(shown_codes(done.text)) == 10
    assert (await browser.get("/can-bo")).status_code == 200
    told = [entry.what for entry in await desk.app.database.read(audit.newest)]
    assert told[-4:] == ["invitation made", "invitation used", "recovery codes made", "signed in"]


async def test_a_link_works_once(desk: Desk) -> None:
    link, browser = f"/can-bo/moi/{await invited(desk)}", desk.client()
    await browser.post(link, data=chosen())
    await browser.post(f"{link}/ma", data={"ma": digits(desk.secrets["lan"])})
    other = desk.client()
    assert (await other.get(link)).status_code == 410
    assert (await other.post(link, data=chosen("thief.name"))).status_code == 410
    assert (await other.post(f"{link}/ma", data={"ma": digits(desk.secrets["lan"])})).status_code == 410
    assert (await other.get(f"{link}/ma.svg")).status_code == 404
    assert LOGIN not in other.cookies


async def test_nothing_holds_before_the_code_was_right(desk: Desk) -> None:
    link, browser = f"/can-bo/moi/{await invited(desk)}", desk.client()
    await browser.post(link, data=chosen())
    wrong = await browser.post(f"{link}/ma", data={"ma": "000000"})
    assert wrong.status_code == 422
    assert (await password(desk.client())).status_code == 422
    assert (await desk.client("lan").get("/can-bo")).status_code == 200  # the old login goes on


async def test_a_new_link_makes_everything_new(desk: Desk) -> None:
    old_codes = await set_up(desk)
    before = desk.client()
    await password(before)
    await code(before, digits(desk.secrets["lan"]))
    link, browser = f"/can-bo/moi/{await invited(desk)}", desk.client()
    await browser.post(link, data=chosen(word="another long pass", again="another long pass"))
    secret = secret_of((await browser.get(f"{link}/ma")).text)
    assert secret != desk.secrets["lan"]
    await browser.post(f"{link}/ma", data={"ma": digits(secret)})
    assert (await before.get("/can-bo")).status_code == 303
    assert (await password(desk.client())).status_code == 422
    later = desk.client()
    assert (await password(later, word="another long pass")).status_code == 303
    for used in (old_codes[0], digits(desk.secrets["lan"])):
        assert (await code(later, used)).status_code == 422


async def test_a_name_belongs_to_one(desk: Desk) -> None:
    await set_up(desk)
    link = f"/can-bo/moi/{await invited(desk, 'minh')}"
    answer = await desk.client().post(link, data=chosen())
    assert answer.status_code == 422
    assert "Đã có người dùng tên này" in answer.text


async def test_what_may_not_be_chosen_is_said_at_the_field(desk: Desk) -> None:
    link, browser = f"/can-bo/moi/{await invited(desk)}", desk.client()
    for field, told, written in (
        ("ten", "3 đến 40 chữ", chosen("Lan Đồng Văn")),
        ("ten", "3 đến 40 chữ", chosen(EVIL)),
        ("mat-khau", "ít nhất 12", chosen(word="short", again="short")),
        ("mat-khau", "dễ bị đoán", chosen(word="matkhau12345", again="matkhau12345")),
        ("mat-khau", "gần như tên đăng nhập", chosen(word="lan.dongvan2026", again="lan.dongvan2026")),
        ("mat-khau-2", "chưa giống nhau", chosen(again="something else")),
    ):
        page = (await browser.post(link, data=written)).text
        wrong = re.search(rf'id="{field}-loi">([^<]*)<', page)
        assert wrong, field
        assert told in wrong[1]
        assert "<script>alert" not in page
        assert written["mat-khau"] not in page


async def test_links_end_after_a_day_and_with_the_account(desk: Desk) -> None:
    token, now = await invited(desk), clock()

    async def good(at: object) -> bool:
        return await desk.app.database.read(lambda tx: invitations.find(tx, token, at)) is not None  # type: ignore[arg-type]

    assert await good(now + timedelta(hours=23))
    assert not await good(now + timedelta(hours=25))
    await desk.app.database.write(lambda tx: accounts.freeze(tx, desk.ids["lan"], now))
    assert not await good(now)


async def test_an_earlier_link_is_void(desk: Desk) -> None:
    first, second = await invited(desk), await invited(desk)
    browser = desk.client()
    assert (await browser.get(f"/can-bo/moi/{first}")).status_code == 410
    assert (await browser.get(f"/can-bo/moi/{second}")).status_code == 200
    assert (await browser.get(f"/can-bo/moi/{quote(EVIL.replace('/', ''))}")).status_code == 410


async def test_a_link_that_fails_does_not_stand_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != "/said":
            raise RuntimeError("the database is away")

    async def kind(scope: Scope, receive: Receive, send: Send) -> None:
        await broken({**scope, "path": "/said"}, receive, send)

    async def nothing(*_: object) -> Any:
        return None

    door = Door(broken, kind)
    await door({"type": "http", "method": "POST", "path": "/can-bo/moi/s3cret/ma"}, nothing, nothing)
    assert "POST /can-bo/moi/…/ma failed" in caplog.text
    assert "s3cret" not in caplog.text
    await door({"type": "http", "method": "GET", "path": "/bai\nERROR forged"}, nothing, nothing)
    assert caplog.records[-1].getMessage() == "GET /bai%0AERROR%20forged failed"
