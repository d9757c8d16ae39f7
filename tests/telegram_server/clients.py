"""The two libraries that speak to the server in its contract test, behind one face: their methods and types have the
same names, their errors have not."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

import aiogram
import aiogram.exceptions
import telegram
import telegram.error
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.request import HTTPXRequest

from tests.telegram_server.server import TelegramServer

Rows = Sequence[Sequence[tuple[str, str]]]
BY_NAME: dict[str, tuple[type[Exception], type[Exception]]] = {
    "wait": (telegram.error.RetryAfter, aiogram.exceptions.TelegramRetryAfter),
    "forbidden": (telegram.error.Forbidden, aiogram.exceptions.TelegramForbiddenError),
    "bad request": (telegram.error.BadRequest, aiogram.exceptions.TelegramBadRequest),
    "moved": (telegram.error.ChatMigrated, aiogram.exceptions.TelegramMigrateToChat),
    "bad token": (telegram.error.InvalidToken, aiogram.exceptions.TelegramUnauthorizedError),
    "conflict": (telegram.error.Conflict, aiogram.exceptions.TelegramConflictError),
    "server": (telegram.error.NetworkError, aiogram.exceptions.TelegramServerError),
    "not the Bot API": (telegram.error.NetworkError, aiogram.exceptions.ClientDecodeError),
    "network": (telegram.error.NetworkError, aiogram.exceptions.TelegramNetworkError),
    "too slow": (telegram.error.TimedOut, aiogram.exceptions.TelegramNetworkError),
}


class Client(Protocol):
    """A library that can be pointed at any server."""

    def bot(self, server: TelegramServer, token: str = "") -> Any:
        """Its `Bot`, talking to that server."""

    def error(self, name: str) -> type[Exception]:
        """Its class for a failure named in BY_NAME."""

    def keyboard(self, rows: Rows) -> Any:
        """An inline keyboard of (label, data)."""

    def file(self, data: bytes, name: str) -> Any:
        """A file to upload."""

    def hurried(self, seconds: float) -> dict[str, float]:
        """The arguments that give a call only so much time."""

    def wait(self, error: Any) -> float:
        """How many seconds its "wait" error asks for."""

    async def downloaded(self, bot: Any, file: Any) -> bytes:
        """The content of what get_file returned."""


@dataclass(frozen=True, slots=True)
class PythonTelegramBot:
    """python-telegram-bot on its own transport."""

    request: HTTPXRequest

    def bot(self, server: TelegramServer, token: str = "") -> telegram.Bot:
        base, files = f"{server.url}/bot", f"{server.url}/file/bot"
        token = token or server.token
        return telegram.Bot(token, base, files, request=self.request, get_updates_request=self.request)

    def error(self, name: str) -> type[Exception]:
        return BY_NAME[name][0]

    def keyboard(self, rows: Rows) -> telegram.InlineKeyboardMarkup:
        return telegram.InlineKeyboardMarkup(
            [[telegram.InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
        )

    def file(self, data: bytes, name: str) -> telegram.InputFile:
        return telegram.InputFile(data, filename=name)

    def hurried(self, seconds: float) -> dict[str, float]:
        return {"read_timeout": seconds}

    def wait(self, error: telegram.error.RetryAfter) -> float:
        given = error.retry_after
        return given.total_seconds() if isinstance(given, timedelta) else given

    async def downloaded(self, bot: telegram.Bot, file: telegram.File) -> bytes:
        return bytes(await file.download_as_bytearray())


@dataclass(frozen=True, slots=True)
class Aiogram:
    """aiogram on its own transport."""

    session: AiohttpSession

    def bot(self, server: TelegramServer, token: str = "") -> aiogram.Bot:
        self.session.api = TelegramAPIServer.from_base(server.url)
        return aiogram.Bot(token or server.token, session=self.session)

    def error(self, name: str) -> type[Exception]:
        return BY_NAME[name][1]

    def keyboard(self, rows: Rows) -> aiogram.types.InlineKeyboardMarkup:
        button = aiogram.types.InlineKeyboardButton
        keyboard = [[button(text=text, callback_data=data) for text, data in row] for row in rows]
        return aiogram.types.InlineKeyboardMarkup(inline_keyboard=keyboard)

    def file(self, data: bytes, name: str) -> aiogram.types.BufferedInputFile:
        return aiogram.types.BufferedInputFile(data, name)

    def hurried(self, seconds: float) -> dict[str, float]:
        return {"request_timeout": seconds}

    def wait(self, error: aiogram.exceptions.TelegramRetryAfter) -> float:
        return error.retry_after

    async def downloaded(self, bot: aiogram.Bot, file: aiogram.types.File) -> bytes:
        assert file.file_path
        content = await bot.download_file(file.file_path)
        assert content
        return content.read()


@asynccontextmanager
async def python_telegram_bot() -> AsyncIterator[Client]:
    """The first library, its connections closed in the end."""
    async with HTTPXRequest(connection_pool_size=8) as request:
        yield PythonTelegramBot(request)


@asynccontextmanager
async def aiogram_bot() -> AsyncIterator[Client]:
    """The second library, its connections closed in the end."""
    async with AiohttpSession() as session:
        yield Aiogram(session)


CLIENTS = {"python-telegram-bot": python_telegram_bot, "aiogram": aiogram_bot}
