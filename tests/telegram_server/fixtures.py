"""`client` is each of the two libraries in turn, `bot` its Bot, `server` what it talks to. One event loop a file."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.telegram_server.calls import Call
from tests.telegram_server.clients import CLIENTS, Client
from tests.telegram_server.server import TelegramServer

LAN, NOBODY, SHY, LEFT, DEAD, GROUP, MOVED = 77, 5, 78, 79, 80, -500, -501


@pytest.fixture(autouse=True)
def future(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this python-telegram-bot warns at each duration that it hands out."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=CLIENTS)
async def client(request: pytest.FixtureRequest) -> AsyncIterator[Client]:
    """Each of the two libraries."""
    async with CLIENTS[request.param]() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def server() -> AsyncIterator[TelegramServer]:
    """A server with somebody of every sort; Lan's chat holds message 41, the bot's own."""
    async with TelegramServer() as running:
        for number in (LAN, LEFT, DEAD):
            running.person(number, "Lan", started=True)
        running.person(SHY)
        await running.person(LEFT, started=True).blocks()
        running.person(DEAD).deletes_account()
        kicked = running.group(GROUP, "Tổ dân phố 3")
        await kicked.removes_bot(by=running.person(NOBODY + 1))
        running.group(MOVED, "Xóm Đông").chat.migrated_to = -1002
        await running.account.send(Call("sendMessage", {"chat_id": LAN}, {}, 0.0), {"text": "Xin chào"})
        running.account.updates.pending.clear()
        yield running


@pytest.fixture
def bot(server: TelegramServer, client: Client) -> Any:
    """The library's Bot, talking to the server."""
    return client.bot(server)
