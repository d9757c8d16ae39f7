"""A channel at a Bot Platform of this machine, in a time that is skipped."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import cast

from aiohttp import ClientSession, web

from bot.channels.budget import Budget
from bot.channels.zalo_bot.account import Account
from bot.channels.zalo_bot.payloads import Look
from bot.channels.zalo_bot.plan import Plan
from bot.channels.zalo_bot.send import ZaloBotChannel
from bot.channels.zalo_bot.turns import Turns
from tests.channels.telegram.opened import SkippedTime
from tests.zalo_bot_server.server import TOKEN

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FILES = "https://xa.example.vn/tep"


class MemoryUsage:
    """A Usage that lives as long as the test; `totals` by (channel, month), `asked` how often."""

    def __init__(self, **totals: int) -> None:
        self.totals: Counter[tuple[str, str]] = Counter(
            {("zalo_bot", month.strip("_").replace("_", "-")): n for month, n in totals.items()}
        )
        self.asked: list[int] = []

    async def add(self, channel: str, month: str, messages: int) -> int:
        """Count."""
        self.asked.append(messages)
        self.totals[channel, month] += messages
        return self.totals[channel, month]


@asynccontextmanager
async def opened(
    api: str,
    *,
    turns: Turns | None = None,
    plan: Plan | None = None,
    look: Look | None = None,
    session: object = None,
    secret: str = "",
) -> AsyncIterator[ZaloBotChannel]:
    """A channel that is closed at the end; without `turns` every turn comes at once, without `plan` nothing is used."""
    account = Account(TOKEN, secret, api, cast(ClientSession, session) if session else None)
    plan = plan or Plan(MemoryUsage(), 0, lambda: NOON, SkippedTime().wait)
    channel = ZaloBotChannel(account, plan, turns or Turns(Budget(), 0), look, lambda: NOON)
    try:
        yield channel
    finally:
        await channel.close()


def skipping(time: SkippedTime, rate: float = 5, chat_rate: float = 1) -> Turns:
    """Turns in a time that is skipped."""
    return Turns(time.budget(rate), chat_rate, time.clock, time.wait)


@asynccontextmanager
async def answering(status: int, body: str, headers: dict[str, str] | None = None) -> AsyncIterator[str]:
    """The address of a server that has one answer to everything; "{path}" in it becomes the path that was asked for."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(status=status, text=body.replace("{path}", request.path), headers=headers)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()
