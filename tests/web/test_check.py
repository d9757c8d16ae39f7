"""`/k`: the same answers as in the chat, for everybody, without login and without script."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.notices.public import PublicNotice
from bot.notices.screens import EVERYBODY, notice_screen
from bot.web.server import create_web
from bot.web.wrong_codes import MOST, WrongCodes
from broadcasts.broadcast import State
from broadcasts.notice import Kind
from tests.notices.storm import CODE, STORM, known, of
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports
from tests.web.page import Page

NOW = datetime.now(UTC)
BEGAN, ENDS = NOW - timedelta(hours=1), NOW + timedelta(days=400)
LIVE = replace(STORM, starts=BEGAN, ends=ENDS)
OVER = replace(STORM, starts=NOW - timedelta(days=2), ends=NOW - timedelta(days=1))
NOTICES = (
    known(LIVE),
    known(replace(of(Kind.UPDATE), starts=BEGAN, ends=ENDS), "BBBB3333"),
    known(replace(LIVE, headline="Bão số 11"), "CCCC4444", State.UPDATED, replaced_by="BBBB3333"),
    known(replace(OVER, headline="Bão số 10"), "DDDD5555"),
    known(replace(LIVE, drill=True, headline="Bão số 9"), "EEEE6666"),
)
OLD = known(replace(OVER, headline="Bão số 1"), "FFFF7777")  # longer ago than what everybody remembers
CARD = "\n\n".join(paragraph.text for paragraph in notice_screen(LIVE, CODE, EVERYBODY).paragraphs)


async def find(code: str) -> PublicNotice | None:
    return next((one for one in (*NOTICES, OLD) if one.code == code), None)


def client_at(host: str) -> httpx.AsyncClient:
    ports = replace(scripted_ports(Conversation(RingingMailbox())), notices=lambda: NOTICES, notice=find)
    transport = httpx.ASGITransport(create_web(ports), client=(host, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://xa.test")


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with client_at("203.0.113.7") as one:
        yield one


async def read(client: httpx.AsyncClient, path: str, status: int = 200) -> str:
    response = await client.get(path)
    assert response.status_code == status
    assert response.headers["cache-control"] == "no-store"
    return Page(response.text).text


@pytest.mark.parametrize("path", ["/k/7K2M-9QXA", "/k/7K2M9QXA", "/k/7k2m9qxa"])
async def test_a_true_code_shows_the_whole_notice(path: str, client: httpx.AsyncClient) -> None:
    text = await read(client, path)
    for part in ("Thông báo thật, đang có hiệu lực.", LIVE.office, LIVE.headline, "Cần làm: Bà con ấp 3 rời nhà"):
        assert part in text
    assert "Mã kiểm tra: 7K2M-9QXA" in text


@pytest.mark.parametrize(
    ("code", "said", "shown"),
    [
        ("CCCC4444", "đã có tin mới thay", "BBBB-3333"),
        ("DDDD5555", "đã hết hiệu lực lúc", "DDDD-5555"),
        ("EEEE6666", "tin diễn tập", "[DIỄN TẬP]"),
        ("FFFF7777", "đã hết hiệu lực lúc", "FFFF-7777"),
    ],
)
async def test_the_state_of_a_notice_is_said(code: str, said: str, shown: str, client: httpx.AsyncClient) -> None:
    text = await read(client, f"/k/{code}")
    assert said in text
    assert shown in text


@pytest.mark.parametrize("code", ["ZZZZ-0000", "x", "7K2M", "%3Cscript%3E", "7K2M-9QXA-7K2M-9QXA"])
async def test_a_wrong_code_says_what_to_do(code: str, client: httpx.AsyncClient) -> None:
    text = await read(client, f"/k/{code}", 404)
    assert "Không có thông báo này." in text
    assert "đừng làm theo, đừng chuyển tiếp" in text


async def test_the_page_asks_for_a_code_or_a_text(client: httpx.AsyncClient) -> None:
    page = Page((await client.get("/k")).text)
    [form] = [form for form in page.forms if form.action == "/k"]
    assert set(form.fields) == {"tin"}
    answer = await client.post("/k", data={"tin": "mã 7k2m 9qxa"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/k/7K2M-9QXA")
    assert (await client.get("/k?ma=7k2m9qxa")).headers["location"] == "/k/7K2M-9QXA"
    assert (await client.post("/k", data={"tin": " "})).headers["location"] == "/k"


async def test_a_pasted_text_is_compared(client: httpx.AsyncClient) -> None:
    true = Page((await client.post("/k", data={"tin": CARD})).text).text
    altered = Page((await client.post("/k", data={"tin": CARD.replace("trước 19", "trước 15")})).text).text
    other = await client.post(
        "/k", data={"tin": "Trúng thưởng xe máy, nộp phí nhận xe trước 5 giờ chiều nay nhé bà con"}
    )
    assert "Thông báo thật" in true
    assert "Bản này đã bị sửa." in altered
    assert "bản thật ghi “19 giờ”" in altered
    assert other.status_code == 200
    assert "Tin này không có mã kiểm tra" in Page(other.text).text


async def test_an_old_notice_is_known_by_the_code_in_its_text(client: httpx.AsyncClient) -> None:
    card = "\n".join(paragraph.text for paragraph in notice_screen(OLD.notice, OLD.code, EVERYBODY).paragraphs)
    text = Page((await client.post("/k", data={"tin": card})).text).text
    assert "đã hết hiệu lực lúc" in text


async def guess(client: httpx.AsyncClient, most: int = MOST) -> None:
    for n in range(most):
        assert (await client.get(f"/k/ZZZZ-00{n:02}")).status_code == 404


async def test_whoever_guesses_codes_waits_and_others_do_not() -> None:
    async with client_at("203.0.113.7") as guesser:
        await guess(guesser)
        locked = await guesser.get("/k/ZZZZ-9999")
        assert (locked.status_code, locked.headers["retry-after"]) == (429, "60")
        forged = "Mã kiểm tra ZZZZ-8888. Trúng thưởng xe máy, nộp phí nhận xe trước 5 giờ chiều nay nhé bà con."
        assert (await guesser.post("/k", data={"tin": forged})).status_code == 429
        app = guesser._transport.app  # type: ignore[attr-defined]
        other = httpx.ASGITransport(app, client=("198.51.100.1", 1))
        async with httpx.AsyncClient(transport=other, base_url="http://xa.test") as neighbour:
            assert (await neighbour.get("/k/ZZZZ-9999")).status_code == 404


async def test_behind_a_carriers_address_true_codes_are_always_answered() -> None:
    async with client_at("203.0.113.7") as shared:
        await guess(shared)
        assert (await shared.get("/k/ZZZZ-9999")).status_code == 429
        assert (await shared.get("/k/7K2M-9QXA")).status_code == 200
        assert (await shared.post("/k", data={"tin": CARD})).status_code == 200


async def test_a_village_that_asks_about_one_forged_code_is_answered() -> None:
    async with client_at("203.0.113.7") as shared:
        for _ in range(3 * MOST):
            assert (await shared.get("/k/ZZZZ-0000")).status_code == 404


async def test_a_household_counts_as_one_address() -> None:
    async with client_at("2001:db8:1:2::1") as guesser:
        app = guesser._transport.app  # type: ignore[attr-defined]
        for n in range(MOST):
            transport = httpx.ASGITransport(app, client=(f"2001:db8:1:2::{n + 1}", 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://xa.test") as one:
                assert (await one.get(f"/k/ZZZZ-00{n:02}")).status_code == 404
        assert (await guesser.get("/k/ZZZZ-9999")).status_code == 429


def test_guesses_are_forgotten_after_a_minute() -> None:
    now = 0.0
    wrong = WrongCodes(most=2, seconds=60, clock=lambda: now)
    assert [wrong.allows("here", code) for code in "AABC"] == [True, True, True, False]
    now = 61
    assert wrong.allows("here", "C")


async def test_the_text_can_be_made_larger_and_the_notice_stays(client: httpx.AsyncClient) -> None:
    page = Page((await client.get("/k/7K2M-9QXA")).text)
    larger = await client.post(page.forms[0].action)
    assert larger.headers["location"] == "/k/7K2M-9QXA"


@pytest.mark.parametrize("back", ["//evil.example", "/k/../admin", "https://evil.example", "/k/%0d"])
async def test_the_way_back_leads_nowhere_else(back: str, client: httpx.AsyncClient) -> None:
    assert (await client.post("/co-chu", params={"ve": back})).headers["location"] == "/"


async def test_what_is_pasted_is_never_markup(client: httpx.AsyncClient) -> None:
    forged = CARD.replace("trước 19 giờ", "trước <script>alert(1)</script> 15 giờ")
    assert "<script>alert" not in (await client.post("/k", data={"tin": forged})).text


@pytest.mark.parametrize(("body", "status"), [(b"tin=" + b"a" * 50_000, 413), (b"tin=%ff%fe", 400), (b"", 303)])
async def test_odd_bodies_are_refused_kindly(body: bytes, status: int, client: httpx.AsyncClient) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert (await client.post("/k", content=body, headers=headers)).status_code == status


async def test_no_cookie_and_no_conversation_come_of_it(client: httpx.AsyncClient) -> None:
    response = await client.get("/k/7K2M-9QXA")
    assert "set-cookie" not in response.headers
