"""The floor: a loop around aiohttp's post, which sleeps where it is told to."""

import asyncio
from collections.abc import Sequence

from aiohttp import ClientSession, DummyCookieJar, TCPConnector

from bench.send.crowd import crowd, in_flight
from bench.send.notice import TEXT, TOKEN


async def send(api: str, people: Sequence[int], rate: int) -> None:
    """Everybody."""
    url = f"{api}/bot{TOKEN}/sendMessage"
    async with ClientSession(connector=TCPConnector(limit=256), cookie_jar=DummyCookieJar()) as session:

        async def one(person: int) -> None:
            while True:
                async with session.post(url, json={"chat_id": person, "text": TEXT}) as response:
                    answer = await response.json()
                if answer["ok"]:
                    return
                await asyncio.sleep(answer["parameters"]["retry_after"])

        await crowd(people, one, in_flight(rate))
