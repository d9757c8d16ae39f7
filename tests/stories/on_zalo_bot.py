"""Stories on a bot of Zalo: the real channel polls a Bot Platform on this machine, a person is at the other end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.budget import Budget
from bot.channels.zalo_bot.account import Account
from bot.channels.zalo_bot.payloads import Look
from bot.channels.zalo_bot.plan import FREE, Plan
from bot.channels.zalo_bot.send import ZaloBotChannel
from bot.channels.zalo_bot.turns import Turns
from bot.inbound import Inbound
from bot.listening import Listening
from bot.storage.delivery.usage import DatabaseUsage
from tests.stories.teller import Stage, Teller
from tests.zalo_bot_server.account import Seen
from tests.zalo_bot_server.calls import JSON
from tests.zalo_bot_server.server import ZaloBotServer

FILES = {"sendPhoto": "hình", "sendVoice": "giọng nói"}
FILES_URL = "https://xa.example.vn/tep"


class ZaloBotTeller(Teller):
    """Types into the private chat and reads what appears there: there is nothing to press."""

    def __init__(self, stage: Stage, server: ZaloBotServer, inbound: Inbound) -> None:
        super().__init__(stage)
        self.server, self.inbound, self.me = server, inbound, server.person("6ede9afa")
        self.read = 0  # messages of the bot that were looked at
        self.said: JSON = {}

    async def say(self, text: str) -> None:
        await self._answered(await self.me.says(text))

    async def _answered(self, event: JSON) -> None:
        """Wait until what was said is stored, which is when the next event is asked for, then look at the chat."""
        self.said, updates = event, self.server.account.updates
        await self.server.until(lambda: updates.polled and not updates.pending)
        await self.inbound.finish()
        await self.look()

    async def look(self) -> None:
        self.seen.extend(_written(seen) for seen in self.me.sees[self.read :])
        self.read = len(self.me.sees)

    async def do_start(self, payload: str) -> None:
        """Nothing opens a chat here but words: those on a commune's poster, or any."""
        await self.say(f"THAM GIA {payload.removeprefix('xa-')}" if payload else "Xin chào")

    async def do_picture(self, _: str) -> None:
        await self._answered(await self.me.sends_photo())

    async def do_voice(self, _: str) -> None:
        await self._answered(await self.me.sends_voice())

    async def do_other(self, _: str) -> None:
        await self._answered(await self.me.sends_sticker())

    async def forward(self, text: str) -> None:
        await self.say(text)

    async def do_forward(self, text: str) -> None:
        await self.say(text)

    async def do_repeat(self, _: str) -> None:
        """Zalo delivers the same event again."""
        await self._answered(await self.server.account.updates.put(self.said))

    async def do_double(self, key: str) -> None:
        """What is a double tap elsewhere is typed once here."""
        await self.say(key)

    async def do_old(self, rest: str) -> None:
        """What is a press on an old button elsewhere is nothing that could be done here: the person asks for help."""
        await self.say("giúp")


def _written(seen: Seen) -> str:
    text = seen.text
    for words, codes in seen.styled:
        text = text.replace(words, f"*{words}*", 1) if "b" in codes else text
    return f"({FILES[seen.method]}: {seen.text} – {seen.url})" if seen.method in FILES else text


@asynccontextmanager
async def on_zalo_bot(stage: Stage) -> AsyncIterator[Teller]:
    """A bot that polls."""

    def moment() -> float:
        return stage.clock.now.timestamp()

    async with ZaloBotServer() as server:
        server.account.clock = moment
        plan = Plan(DatabaseUsage(stage.database), FREE, stage.clock)
        account = Account(server.token, api=server.url)
        channel = ZaloBotChannel(account, plan, Turns(Budget(), 0), Look(files_url=FILES_URL), stage.clock)
        inbound = stage.inbound({channel.name: channel})
        listening = asyncio.create_task(Listening(channel, inbound).run())
        try:
            yield ZaloBotTeller(stage, server, inbound)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            await channel.close()
