"""A Telegram channel at a server of this machine, and servers and sessions that do nothing but fail."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from typing import Self, cast

import pytest
from aiohttp import ClientSession, web

from bot.channels.budget import Budget
from bot.channels.channel import MediaCache
from bot.channels.telegram.account import Account
from bot.channels.telegram.send import TelegramChannel
from tests.fakes import MemoryMediaCache
from tests.telegram_server.server import TOKEN

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
VOICE = b"OggS" + bytes(24) + b"OpusHead"
FILES = {"hinh/dat-may.svg": PNG, "tieng/bai-6.ogg": VOICE, "to-roi.pdf": b"%PDF-1.7"}


class SkippedTime:
    """A clock that leaps to the end of every wait; `waits` holds their seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def clock(self) -> float:
        """Seconds."""
        return self.now

    def later(self, delay: float, callback: Callable[[], None]) -> object:
        """As Budget wants it: call back when the delay is over, which is now."""
        self._skip(delay)
        return asyncio.get_running_loop().call_soon(callback)

    async def wait(self, delay: float) -> None:
        """As Poller wants it."""
        self._skip(delay)
        await asyncio.sleep(0)

    def budget(self, rate: float = 30) -> Budget:
        """A budget in this time."""
        return Budget(rate, clock=self.clock, later=self.later)

    def _skip(self, delay: float) -> None:
        self.waits.append(delay)
        self.now += delay


@asynccontextmanager
async def opened(
    api: str, budget: Budget | None = None, media: MediaCache | None = None, session: object = None
) -> AsyncIterator[TelegramChannel]:
    """A channel that is closed at the end; without a budget every turn comes at once."""
    account = Account(TOKEN, api, cast(ClientSession, session) if session else None)
    channel = TelegramChannel(account, media or MemoryMediaCache(), FILES.get, budget or Budget(), lambda: NOON)
    try:
        yield channel
    finally:
        await channel.close()


@asynccontextmanager
async def answering(status: int, body: str) -> AsyncIterator[str]:
    """The address of a server that has one answer to everything; "{path}" in it becomes the path that was asked for."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(status=status, text=body.replace("{path}", request.path), content_type="text/html")

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


class BreakingSession:
    """Stands where an aiohttp session would, with its connector and connection; every request ends in the error."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    @property
    def connector(self) -> Self:
        """This."""
        return self

    async def connect(self, *_: object) -> Self:
        """This."""
        return self

    @property
    def protocol(self) -> None:
        """Raise the error."""
        raise self._error

    def close(self) -> None:
        """Nothing to do."""

    def request(self, method: str, url: str, **more: object) -> AbstractAsyncContextManager[None]:
        """Raise the error."""
        raise self._error


def hear_all(caplog: pytest.LogCaptureFixture) -> None:
    """Catch every log line, also of loggers that the program itself keeps quiet."""
    caplog.set_level(logging.DEBUG)
    for name, logger in logging.root.manager.loggerDict.items():
        if isinstance(logger, logging.Logger):
            logger.disabled = False
            caplog.set_level(logging.DEBUG, name)


def told(error: BaseException) -> str:
    """Everything that a log could show of an error, with all errors that hang on it."""
    chain: list[BaseException | None] = [error, error.__cause__, error.__context__]
    return "".join([*traceback.format_exception(error), *(f"{one!s} {one!r}" for one in chain)])
