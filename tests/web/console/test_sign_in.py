"""Signing in: both factors or nothing, the same answer whatever was wrong, and no way around."""

import re
from dataclasses import replace

import httpx
import pytest

from bot.app import clock
from bot.storage.offices import accounts, audit, half_logins, passwords, tries
from bot.web.console.door import HALF, LOGIN
from bot.web.from_app import ports_of
from bot.web.server import create_web
from tests.web.console.conftest import Desk
from tests.web.console.signing import NAME, PASSWORD, SIGN_IN, code, digits, password, set_up

WAYS = (
    ("/can-bo/toi?a=1", "/can-bo/toi?a=1"),
    ("https://evil.example/can-bo", "/can-bo"),
    ("//evil.example/can-bo", "/can-bo"),
    ("/can-bo.evil.example", "/can-bo"),
    ("/can-bo/..//evil.example", "/can-bo"),
    ("/can-bo\\evil", "/can-bo"),
    ("/can-bo\nSet-Cookie: a=b", "/can-bo"),
    ("javascript:alert(1)", "/can-bo"),
    ("", "/can-bo"),
)
EVIL = "<script>alert(1)</script>\u202eevil\u200f"


@pytest.fixture(autouse=True)
async def codes(desk: Desk) -> tuple[str, ...]:
    """Lan has a password; her recovery codes."""
    return await set_up(desk)


async def signed_in(desk: Desk, browser: httpx.AsyncClient, way: str = "") -> httpx.Response:
    await password(browser, way=way)
    return await code(browser, digits(desk.secrets["lan"]), way)


async def test_both_factors_lead_to_the_first_page_and_out_again(desk: Desk) -> None:
    browser = desk.client()
    first = await password(browser)
    assert (first.status_code, first.headers["location"]) == (303, f"{SIGN_IN}/ma")
    assert (await browser.get("/can-bo")).status_code == 303  # half a login opens nothing
    second = await code(browser, digits(desk.secrets["lan"]))
    assert (second.status_code, second.headers["location"]) == (303, "/can-bo")
    assert "Chị Lan" in (await browser.get("/can-bo")).text
    assert (await browser.get(SIGN_IN)).headers["location"] == "/can-bo"
    out = await browser.post("/can-bo/dang-xuat")
    assert (out.status_code, out.headers["location"]) == (303, SIGN_IN)
    assert (await browser.get("/can-bo")).status_code == 303
    told = [entry.what for entry in await desk.app.database.read(audit.newest)]
    assert told[-2:] == ["signed in", "signed out"]


async def test_signing_out_ends_the_login_on_the_server_too(desk: Desk) -> None:
    browser = desk.client()
    await signed_in(desk, browser)
    stolen = browser.cookies[LOGIN]
    await browser.post("/can-bo/dang-xuat")
    thief = desk.client()
    thief.cookies.set(LOGIN, stolen)
    assert (await thief.get("/can-bo")).status_code == 303


async def test_the_answer_is_the_same_whatever_was_wrong(desk: Desk) -> None:
    def answer_of(response: httpx.Response) -> tuple[int, str]:
        assert HALF not in response.cookies
        return response.status_code, re.sub(r'(?<=name="ten" type="text" value=")[^"]*', "", response.text)

    await set_up(desk, "minh", "minh.dongvan")
    await desk.app.database.write(lambda tx: accounts.freeze(tx, desk.ids["minh"], clock()))
    wrong = answer_of(await password(desk.client(), NAME, "not this one either"))
    assert wrong[0] == 422
    assert wrong == answer_of(await password(desk.client(), "nobody.here", PASSWORD))
    assert wrong == answer_of(await password(desk.client(), "minh.dongvan", PASSWORD))
    assert wrong == answer_of(await password(desk.client(), EVIL, PASSWORD))


@pytest.mark.parametrize("name", [NAME, "nobody.here"])
async def test_wrong_passwords_make_wait_and_the_right_one_too(desk: Desk, name: str) -> None:
    browser = desk.client()
    for _ in range(tries.FREE + 1):
        assert (await password(browser, name, "not this one either")).status_code == 422
    waits = await password(browser, name, PASSWORD)
    assert waits.status_code == 429
    assert re.search(r"Chờ 1[0-9] giây", waits.text)


async def test_who_guesses_elsewhere_keeps_nobody_out_of_their_own_browser(desk: Desk) -> None:
    own, other = desk.client(), desk.client()
    await signed_in(desk, own)
    await own.post("/can-bo/dang-xuat")
    for _ in range(tries.FREE + 2):
        waits = await password(other, word="not this one either")
    assert waits.status_code == 429
    assert (await password(own)).status_code == 303


async def test_many_wrong_passwords_are_one_row_of_the_log(desk: Desk) -> None:
    browser = desk.client()
    for _ in range(tries.FREE + 2):
        await password(browser, word="not this one either")
    rows = [entry for entry in await desk.app.database.read(audit.newest) if entry.what == "wrong passwords"]
    assert [(row.about, row.details) for row in rows] == [(desk.ids["lan"], {"count": tries.FREE + 1})]


async def test_one_place_may_not_try_for_ever(desk: Desk) -> None:
    browser = desk.client()
    answers = [(await code(browser, "000000")).status_code for _ in range(61)]
    assert answers[-2:] == [303, 429]


async def test_a_code_works_once(desk: Desk) -> None:
    seen = digits(desk.secrets["lan"])
    first, second = desk.client(), desk.client()
    await password(first)
    await password(second)
    assert (await code(first, f" {seen[:3]} {seen[3:]} ")).status_code == 303  # spaces are dropped
    again = await code(second, seen)
    assert again.status_code == 422
    assert LOGIN not in again.cookies


async def test_a_recovery_code_works_once(desk: Desk, codes: tuple[str, ...]) -> None:
    for status in (303, 422):
        browser = desk.client()
        await password(browser)
        written = {"ma": "", "du-phong": codes[0].lower().replace("-", " ")}
        assert (await browser.post(f"{SIGN_IN}/ma", data=written)).status_code == status
    assert (await browser.get("/can-bo")).status_code == 303


async def test_wrong_codes_end_half_a_login(desk: Desk) -> None:
    browser = desk.client()
    await password(browser)
    answers = [await code(browser, "12345") for _ in range(half_logins.MOST_WRONG)]
    assert [answer.status_code for answer in answers] == [422] * (half_logins.MOST_WRONG - 1) + [303]
    assert answers[-1].headers["location"] == SIGN_IN
    assert (await code(browser, digits(desk.secrets["lan"]))).headers["location"] == SIGN_IN


async def test_a_planted_login_is_not_taken_over(desk: Desk) -> None:
    browser = desk.client()
    browser.cookies.set(LOGIN, "planted", domain="xa.test", path="/")
    browser.cookies.set(HALF, "planted", domain="xa.test", path="/")
    await signed_in(desk, browser)
    assert browser.cookies.get(LOGIN, domain="xa.test") != "planted"
    first = browser.cookies.get(LOGIN, domain="xa.test")
    assert (await browser.get("/can-bo")).status_code == 200
    assert first


async def test_the_way_back_leads_into_the_desk_only(desk: Desk) -> None:
    browser = desk.client("minh")
    for way, leads in WAYS:
        assert (await browser.get(SIGN_IN, params={"ve": way})).headers["location"] == leads, way


async def test_the_way_back_outlives_both_pages(desk: Desk) -> None:
    browser = desk.client()
    sent = await browser.get("/can-bo/toi")
    assert sent.headers["location"] == f"{SIGN_IN}?ve=/can-bo/toi"
    first = await password(browser, way="/can-bo/toi")
    assert first.headers["location"] == f"{SIGN_IN}/ma?ve=/can-bo/toi"
    assert (await code(browser, digits(desk.secrets["lan"]), "/can-bo/toi")).headers["location"] == "/can-bo/toi"


async def test_cookies_are_for_this_site_and_no_script(desk: Desk) -> None:
    ports = ports_of(desk.app)
    assert ports.console is not None
    public = "https://xa.test"
    web = create_web(replace(ports, public_url=public, console=replace(ports.console, public_url=public)))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url=public) as browser:
        half = (await password(browser)).headers.get_list("set-cookie")
        whole = (await code(browser, digits(desk.secrets["lan"]))).headers.get_list("set-cookie")
    given = [one for one in half + whole if one.startswith((f"__Host-{HALF}=", f"__Host-{LOGIN}="))]
    assert len(given) == 3  # half a login, then a whole one, and the half is taken away
    for one in given:
        assert {"HttpOnly", "SameSite=strict", "Secure", "Path=/"} <= set(one.split("; "))
        assert "Domain" not in one


async def test_a_login_that_ran_out_says_what_to_do(desk: Desk) -> None:
    answer = await desk.client().post("/can-bo/toi/hien-thi", data={"ngon-ngu": "en"})
    assert answer.status_code == 401
    assert "Hết phiên đăng nhập" in answer.text


async def test_a_hostile_name_stays_a_text(desk: Desk) -> None:
    answer = await password(desk.client(), EVIL, EVIL, way=f'"{EVIL}')
    assert "<script>alert" not in answer.text


async def test_an_old_hash_is_replaced_when_the_password_was_right(desk: Desk) -> None:
    from argon2 import PasswordHasher

    old = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    me = desk.ids["lan"]
    await desk.app.database.write(lambda tx: passwords.change(tx, me, old, clock()))
    assert (await password(desk.client())).status_code == 303
    kept = await desk.app.database.read(lambda tx: passwords.of_officer(tx, me))
    assert kept is not None
    assert "m=32768,t=3,p=1" in kept.hash
    assert (await password(desk.client())).status_code == 303
