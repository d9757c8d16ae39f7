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


@pytest.mark.parametrize("path", ["thong-bao/%00", "thong-bao?ma=%00", "bao-cao/%00.csv", "cau-hoi/a%00"])
async def test_no_page_is_called_by_what_no_text_holds(desk: Desk, path: str) -> None:
    assert (await desk.client("lan").get(f"/can-bo/{path}")).status_code == 404


async def test_a_browser_does_not_choose_any_name_for_itself(desk: Desk) -> None:
    """A place that ends with a colon may be any: nobody else could approve what was written there."""
    browser = desk.client("lan")
    browser.cookies.delete("can-bo-may")
    browser.cookies.set("can-bo-may", "x" * 21 + ":")
    assert "can-bo-may=" in (await browser.get("/can-bo")).headers["set-cookie"]


@pytest.mark.parametrize("charset", ["punycode", "unicode_escape", "utf-16"])
async def test_a_form_comes_in_the_letters_of_browsers(desk: Desk, charset: str) -> None:
    """In Python's punycode a stranger's form of 200 kB would stop everything else for half a minute."""
    kind = f"multipart/form-data; charset={charset}; boundary=x"
    form = b'--x\r\nContent-Disposition: form-data; name="ve"\r\n\r\n' + 20_000 * b"9" + b"\r\n--x--\r\n"
    answer = await desk.client().post("/can-bo/ngon-ngu", content=form, headers={"Content-Type": kind})
    assert answer.status_code == 400
    usual = kind.replace(charset, "UTF-8")
    answer = await desk.client().post("/can-bo/ngon-ngu", content=form, headers={"Content-Type": usual})
    assert answer.status_code == 303


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
