"""Nobody sees a page of the desk that is not theirs."""

import pytest

from tests.web.console.conftest import Desk


async def test_a_stranger_is_sent_to_the_login(desk: Desk) -> None:
    answer = await desk.client().get("/can-bo")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/can-bo/dang-nhap?ve=/can-bo"


@pytest.mark.parametrize("name", ["lan", "minh", "truc", "tinh", "bien", "soat", "quan"])
async def test_every_officer_has_a_first_page(desk: Desk, name: str) -> None:
    answer = await desk.client(name).get("/can-bo")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"


async def test_a_page_that_is_not_there_is_said_kindly(desk: Desk) -> None:
    answer = await desk.client("lan").get("/can-bo/khong-co")
    assert answer.status_code == 404
    assert "Không có trang này" in answer.text


@pytest.mark.parametrize(("path", "status"), [("/can-bo/khong-co", 404), ("/can-bo/nhat-ky", 403)])
async def test_an_error_page_keeps_the_menu_of_whoever_is_signed_in(desk: Desk, path: str, status: int) -> None:
    answer = await desk.client("lan").get(path)
    assert answer.status_code == status
    assert "Chị Lan" in answer.text
    assert '<a href="/can-bo/thong-bao"' in answer.text
    assert '<a href="/can-bo/nhat-ky"' not in answer.text


async def test_an_error_page_tells_a_stranger_nothing_of_the_rooms(desk: Desk) -> None:
    answer = await desk.client().get("/can-bo/khong-co")
    assert answer.status_code == 404
    assert "/can-bo/thong-bao" not in answer.text
