"""What is in force now, for everybody and for one place; never a drill."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.web.in_force import place_of
from bot.web.server import create_web
from tests.web.published import ELSEWHERE, published


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_web(published()))
    async with httpx.AsyncClient(transport=transport, base_url="http://xa.test") as found:
        yield found


async def test_everything_that_holds_is_shown_the_most_pressing_first(client: httpx.AsyncClient) -> None:
    text = (await client.get("/trang-thai")).text
    assert text.index("Bão số 12 vào tối nay") < text.index("Cắt điện sáng mai")
    assert text.index("Thành phố Hồ Chí Minh</h3>") < text.index("Tỉnh Tuyên Quang</h3>")
    assert "http-equiv" not in text


async def test_what_has_just_ended_stands_below_with_the_reason(client: httpx.AsyncClient) -> None:
    text = (await client.get("/trang-thai")).text
    below = text[text.index("Hết hiệu lực trong 24 giờ qua") :]
    assert "đã hết hiệu lực lúc 13 giờ ngày 21/11/2026" in below
    assert "Thông báo này đã được thu hồi." in below
    assert "Chuyện cũ" not in text


async def test_a_drill_is_never_shown(client: httpx.AsyncClient) -> None:
    for place in ("", "?xa=26740", "?xa=79"):
        text = (await client.get(f"/trang-thai{place}")).text
        assert "Báo thử" not in text
        assert "DDDD-2345" not in text


@pytest.mark.parametrize("asked", [ELSEWHERE, "08", "Đồng Văn, Tuyên Quang", "  xã Đồng Văn , tỉnh Tuyên Quang "])
async def test_one_place_is_shown_alone(client: httpx.AsyncClient, asked: str) -> None:
    text = (await client.get("/trang-thai", params={"xa": asked})).text
    assert "Cắt điện sáng mai" in text
    assert "Bão số 12" not in text


@pytest.mark.parametrize("asked", ["Tân Thành", "nơi không có", "<script>alert(1)</script>", "9" * 500, "\0"])
async def test_a_place_that_is_not_clear_is_asked_for_again(client: httpx.AsyncClient, asked: str) -> None:
    answer = await client.get("/trang-thai", params={"xa": asked})
    assert answer.status_code == 200
    assert "<script>" not in answer.text
    if asked.strip("\0"):
        assert "Cắt điện sáng mai" not in answer.text


def test_several_places_of_one_name_are_offered() -> None:
    place = place_of("Tân Thành")
    assert place.communes == frozenset()
    assert len({code for code, _ in place.guesses}) > 1
    assert all(place_of(code).name == name for code, name in place.guesses)


async def test_where_nothing_holds_it_says_so() -> None:
    transport = httpx.ASGITransport(create_web(published(notices=())))
    async with httpx.AsyncClient(transport=transport, base_url="http://xa.test") as client:
        assert "Lúc này không có thông báo nào đang có hiệu lực." in (await client.get("/trang-thai")).text


async def test_the_button_for_larger_letters_leads_back(client: httpx.AsyncClient) -> None:
    for path in ("/bai", "/trang-thai", "/bai/tre-em/dieu-rieng-tu"):
        answer = await client.post(f"/co-chu?ve={path}", headers={"Origin": "http://xa.test"})
        assert answer.headers["location"] == path
