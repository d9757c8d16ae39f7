"""`docs/zalo.md`, walked by somebody who runs the bot: every command and address of it, at local servers of Zalo."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.processes.commanded import command_line
from tests.processes.served import Served
from tests.zalo_bot_server.server import ZaloBotServer
from tests.zalo_oa_server.people import signed
from tests.zalo_oa_server.server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, ZaloOaServer

pytestmark = pytest.mark.processes

GUIDE = (Path(__file__).parents[2] / "docs" / "zalo.md").read_text("utf-8")
PUBLIC = "https://xa.example.vn"
LAN = "4572947693969771653"
TRIES = 400  # a twentieth of a second each


@pytest.fixture
async def zalo() -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer() as running:
        yield running


@pytest.fixture
async def bot() -> AsyncIterator[ZaloBotServer]:
    async with ZaloBotServer() as running:
        yield running


def configured(folder: Path, settings: dict[str, str]) -> Served:
    """A bot with these settings, which does not run yet."""
    served = Served(folder / "data")
    for name, value in settings.items():
        served.set(name, value)
    return served


async def status(served: Served, channel: str) -> dict[str, Any]:
    """What `camtay channels status` says of a channel."""
    lines = (await served.run("channels", "status", "--json")).splitlines()
    return next(row for row in map(json.loads, lines) if row["channel"] == channel)


async def connected(served: Served, channel: str) -> dict[str, Any]:
    """The same, once it is connected."""
    for _ in range(TRIES // 20):
        told = await status(served, channel)
        if told["state"] == "connected":
            return told
        await asyncio.sleep(0.2)
    raise AssertionError(told)


async def test_a_bot_is_set_up_as_the_guide_says(tmp_path: Path, bot: ZaloBotServer) -> None:
    settings = {"CAMTAY_ZALO_BOT_TOKEN": bot.token, "CAMTAY_ZALO_BOT_API": bot.url}
    assert set(settings) - {"CAMTAY_ZALO_BOT_API"} <= set(GUIDE.replace("=", " ").split())
    served = configured(tmp_path, settings)
    await served.start()
    try:
        assert (await connected(served, "zalo_bot"))["plan"] == 3000
        person = bot.person("6ede9afa")
        await person.says("xin chào")
        assert "Cầm Tay" in (await person.sees_next()).text
    finally:
        await served.kill()


async def test_an_official_account_is_set_up_as_the_guide_says(tmp_path: Path, zalo: ZaloOaServer) -> None:
    settings = {
        "CAMTAY_PUBLIC_URL": PUBLIC,
        "CAMTAY_ZALO_OA_APP_ID": APP_ID,
        "CAMTAY_ZALO_OA_APP_SECRET": APP_SECRET,
        "CAMTAY_ZALO_OA_SECRET": OA_SECRET,
    }
    assert all(name in GUIDE for name in settings)
    here = {"CAMTAY_ZALO_OA_API": zalo.url, "CAMTAY_ZALO_OA_OAUTH": zalo.url}
    served = configured(tmp_path, {**settings, **here})
    await served.start()
    try:
        assert (await refused(served))["state"] == "refused"  # nobody has logged in yet
        assert f"{PUBLIC}/zalo" in GUIDE
        await log_in(served)
        await served.kill()
        await served.start()
        assert (await connected(served, "zalo_oa"))["token_lost"] == ""
        assert await greeted(served, zalo)
    finally:
        await served.kill()


async def refused(served: Served) -> dict[str, Any]:
    """How the account is before the login."""
    for _ in range(TRIES // 20):
        told = await status(served, "zalo_oa")
        if told["state"]:
            return told
        await asyncio.sleep(0.2)
    raise AssertionError(told)


async def log_in(served: Served) -> None:
    """Open the link that the command shows, agree, and paste the address that the browser is led to."""
    asked = await asyncio.create_subprocess_exec(
        *command_line("zalo", "login"),
        env=served.settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert asked.stdin is not None
    assert asked.stdout is not None
    link = ""
    while not link.startswith("http"):
        link = (await asked.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as browser, browser.get(link, allow_redirects=False) as page:
        address = page.headers["Location"]
    assert address.startswith(f"{PUBLIC}/zalo?")
    landed = address.replace(PUBLIC, served.url)
    async with aiohttp.ClientSession() as browser, browser.get(landed) as page:
        assert "camtay zalo login" in await page.text()
    said, _ = await asked.communicate(f"{address}\n".encode())
    assert asked.returncode == 0
    assert "Đã đăng nhập" in said.decode()


async def greeted(served: Served, zalo: ZaloOaServer) -> bool:
    """Whether somebody who writes is answered: Zalo posts to the address that the guide names."""
    assert f"{PUBLIC}/webhook/zalo_oa" in GUIDE
    person, now = zalo.person(LAN), str(int(datetime.now(UTC).timestamp() * 1000))
    people = {"sender": {"id": LAN}, "recipient": {"id": OA_ID}}
    said = {"event_name": "user_send_text", **people, "message": {"msg_id": "m1", "text": "xin chào"}}
    headers, body = signed(APP_ID, OA_SECRET, {"app_id": APP_ID, "timestamp": now, **said})
    address = f"{served.url}/webhook/zalo_oa"
    async with aiohttp.ClientSession() as network, network.post(address, data=body, headers=headers) as answer:
        assert answer.status == 200
    for _ in range(TRIES):
        if person.sees:
            return "Cầm Tay" in person.sees[0].text
        await asyncio.sleep(0.05)
    return False
