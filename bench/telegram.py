"""Updates through polling: a Bot API server in a process of its own holds what people have said, the bot fetches,
decides and answers. The account's rate is left out: Telegram's 30 messages a second would be all that is measured."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.turns import SCRIPT
from bot.app import clock, open_app
from bot.channels.budget import Budget
from bot.channels.telegram.account import Account
from bot.channels.telegram.send import TelegramChannel
from bot.inbound import Inbound
from bot.listening import Listening
from bot.messages import Incoming
from bot.pictures import drawings
from bot.settings import Settings
from bot.storage.people.media import DatabaseMediaCache
from tests.telegram_server.server import TOKEN, TelegramServer

PEOPLE = 200


@contextmanager
def bot_api(people: int) -> Iterator[str]:
    """The address of a Bot API server at which so many people have said everything; it ends with the block."""
    command = [sys.executable, "-m", "bench.telegram", str(people)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.communicate()


async def _hold(people: int) -> None:
    async with TelegramServer() as server:
        crowd = [server.person(number + 1) for number in range(people)]
        for text in ("/start", *SCRIPT):
            for person in crowd:
                await person.says(text)
        print(server.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


class _Counted(Listening):
    """Knows when everything has been taken."""

    def __init__(self, channel: TelegramChannel, inbound: Inbound, wanted: int) -> None:
        super().__init__(channel, inbound)
        self._wanted = wanted
        self.everything = asyncio.Event()

    async def take(self, incomings: Sequence[Incoming]) -> None:
        await super().take(incomings)
        self._wanted -= len(incomings)
        if self._wanted <= 0:
            self.everything.set()


async def _measure(api: str, wanted: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        async with open_app(Settings(data_dir=Path(folder)), sole=True) as app:
            cache = DatabaseMediaCache(app.database, clock)
            pictures = drawings(app.settings.lessons_dir)
            app.channels["telegram"] = channel = TelegramChannel(Account(TOKEN, api), cache, pictures, Budget())
            listening = _Counted(channel, app.inbound, wanted)
            begun = time.perf_counter()
            task = asyncio.create_task(listening.run())
            await listening.everything.wait()
            await app.inbound.finish()
            taken = time.perf_counter() - begun
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
    return wanted / taken


def updates_per_second() -> float:
    """Updates that were fetched, stored, decided and answered in a second."""
    with bot_api(PEOPLE) as api:
        return asyncio.run(_measure(api, PEOPLE * (len(SCRIPT) + 1)))


def settings(api: str) -> dict[str, str]:
    """What turns Telegram on, as it stands in the environment."""
    return {"CAMTAY_TELEGRAM_TOKEN": TOKEN, "CAMTAY_TELEGRAM_API": api}


if __name__ == "__main__":
    asyncio.run(_hold(int(sys.argv[1])))
