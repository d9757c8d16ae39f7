"""Who comes to the page: the secret, the account, and when a conversation begins."""

import re

import httpx
import pytest

from bot.messages import Kind
from bot.web.server import create_web
from tests.web.conftest import Browser
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports


async def test_first_visit_gives_a_hidden_secret_and_begins(
    client: httpx.AsyncClient, conversation: Conversation
) -> None:
    response = await client.get("/")
    cookie = response.headers["set-cookie"]
    assert response.status_code == 200
    assert re.match(r"camtay=[\w-]{43}; HttpOnly; Max-Age=31536000; Path=/; SameSite=lax$", cookie)
    (start,) = conversation.handled
    assert (start.kind, start.text, start.address.channel) == (Kind.START, "", "web")
    assert client.cookies["camtay"] not in str(start)
    assert "Hôm nay bác muốn làm gì?" in response.text


async def test_second_visit_does_not_begin_again(client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/")
    await client.get("/")
    assert len(conversation.handled) == 1


async def test_a_commune_in_the_address_is_passed_on_once_and_leaves_the_address(
    client: httpx.AsyncClient, conversation: Conversation
) -> None:
    response = await client.get("/?xa=26734")
    assert (response.status_code, response.headers["location"]) == (303, "/")
    await client.get("/")
    assert [one.text for one in conversation.handled] == ["xa-26734"]
    await client.get("/?xa=00688")
    assert [one.text for one in conversation.handled] == ["xa-26734", "xa-00688"]
    assert len({one.address for one in conversation.handled}) == 1


@pytest.mark.parametrize("code", ["1 OR 1", "../..", "x" * 21, "<b>", "२६७"])
async def test_a_strange_commune_is_left_out(code: str, client: httpx.AsyncClient, conversation: Conversation) -> None:
    await client.get("/", params={"xa": code})
    assert [one.text for one in conversation.handled] == [""]


@pytest.mark.parametrize("cookie", ["", "x", "a" * 44, "a" * 42 + "/", "../../etc/passwd", "a" * 5000, "%00" * 14])
async def test_a_hostile_cookie_is_replaced(cookie: str, client: httpx.AsyncClient) -> None:
    response = await client.get("/", headers={"Cookie": f"camtay={cookie}; co-chu=999"})
    assert response.status_code == 200
    assert re.match(r"camtay=[\w-]{43};", response.headers["set-cookie"])
    assert 'class="size-100"' in response.text


async def test_two_browsers_never_see_each_other(browser: Browser, conversation: Conversation) -> None:
    one, other = browser(), browser()
    await one.get("/")
    await one.post("/chat", data={"id": "a1", "text": "chuyện riêng của tôi"})
    assert "chuyện riêng của tôi" in (await one.get("/")).text
    assert "chuyện riêng của tôi" not in (await other.get("/")).text
    assert len({one.address.account for one in conversation.handled}) == 2


@pytest.mark.parametrize("header", [{"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}])
async def test_fetching_ahead_begins_nothing(
    header: dict[str, str], client: httpx.AsyncClient, conversation: Conversation
) -> None:
    assert (await client.get("/", headers=header)).status_code == 200
    assert (await client.head("/")).status_code == 200
    assert not conversation.handled
    assert "Hôm nay bác muốn làm gì?" in (await client.get("/")).text


async def test_over_https_the_cookie_is_locked_to_the_host() -> None:
    app = create_web(scripted_ports(Conversation(RingingMailbox()), public_url="https://xa.example"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8080") as client:
        cookie = (await client.get("/")).headers["set-cookie"]
    assert cookie.startswith("__Host-camtay=")
    assert "; Secure" in cookie


async def test_text_size_goes_round_and_is_kept(client: httpx.AsyncClient) -> None:
    sizes = []
    for _ in range(4):
        sizes.append(re.findall(r'class="size-(\d+)"', (await client.get("/")).text)[0])
        response = await client.post("/co-chu?ve=/tro-giup")
        assert (response.status_code, response.headers["location"]) == (303, "/tro-giup")
    assert sizes == ["100", "120", "140", "100"]


async def test_text_size_never_leads_to_another_site(client: httpx.AsyncClient) -> None:
    assert (await client.post("/co-chu?ve=https://kẻ-xấu.example")).headers["location"] == "/"
