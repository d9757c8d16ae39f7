"""aiogram-broadcaster in its usual way: a mailer, kept in memory; what is refused counts as failed."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram_broadcaster import Broadcaster  # type: ignore[import-not-found] # lives in .venv/bench only
from aiogram_broadcaster.contents import TextContent  # type: ignore[import-not-found] # lives in .venv/bench only

from bench.send.notice import TEXT, TOKEN


async def send(api: str, people: Sequence[int], rate: int) -> None:
    """Everybody once, one after another."""
    async with Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api))) as bot:
        mailer = await Broadcaster(bot).create_mailer(content=TextContent(text=TEXT), chats=set(people))
        await mailer.start()
