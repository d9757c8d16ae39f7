"""aiogram in its usual way: `Bot.send_message`, and sleep where it raises TelegramRetryAfter."""

import asyncio
from collections.abc import Sequence

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter

from bench.send.crowd import crowd, in_flight
from bench.send.notice import TEXT, TOKEN


async def send(api: str, people: Sequence[int], rate: int) -> None:
    """Everybody."""
    async with Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api))) as bot:

        async def one(person: int) -> None:
            while True:
                try:
                    await bot.send_message(person, TEXT)
                except TelegramRetryAfter as refusal:
                    await asyncio.sleep(refusal.retry_after)
                else:
                    return

        await crowd(people, one, in_flight(rate))
