"""Opening a village on a database, or the same one on both at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.storage.database import open_database
from tests.processes.said import Said
from tests.processes.village import Village
from tests.telegram_server.calls import Call
from tests.telegram_server.judge import assert_sound
from tests.telegram_server.server import TelegramServer


@dataclass(frozen=True, slots=True)
class Both:
    """The same people, network and processes twice: on SQLite and on PostgreSQL."""

    villages: Sequence[Village]

    async def live(self, story: Callable[[Village], Awaitable[None]]) -> None:
        """The same story in both at the same time."""
        async with asyncio.TaskGroup() as group:
            for village in self.villages:
                group.create_task(_told(village, story), name=village.on)


async def _told(village: Village, story: Callable[[Village], Awaitable[None]]) -> None:
    try:
        await story(village)
    except BaseException as failure:
        failure.add_note(f"on {village.on}")
        raise


@asynccontextmanager
async def opened(url: str, folder: Path) -> AsyncIterator[Village]:
    """A village on a database; at the end its processes are gone, and all that they asked the network for is judged."""
    async with await open_database(url) as database, TelegramServer() as server:
        village = Village(folder, url, database, server, Said(server.requests))
        try:
            yield village
        finally:
            await village.end()
    assert_sound({_but_for_whom(call): call for call in server.requests}.values())


def _but_for_whom(call: Call) -> str:
    """The same for all to whom the same is said: ten thousand equal requests are judged once."""
    return f"{call.method} {[item for item in call.parameters.items() if item[0] != 'chat_id']} {sorted(call.files)}"
