"""Stories on Telegram: the real channel, polling a Bot API server on this machine, with a person at the other end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.budget import Budget
from bot.channels.telegram.account import Account
from bot.channels.telegram.send import TelegramChannel
from bot.inbound import Inbound
from bot.listening import Listening
from bot.pictures import drawings
from bot.recordings import beside, finder
from bot.storage.people.media import DatabaseMediaCache
from tests.stories.teller import Stage, Teller
from tests.telegram_server.calls import JSON
from tests.telegram_server.chat import Button, Seen
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TelegramServer

FILES = {"photo": "hình", "document": "tệp", "voice": "giọng nói"}


class TelegramTeller(Teller):
    """Acts in the private chat and reads what appears there."""

    def __init__(self, stage: Stage, server: TelegramServer, inbound: Inbound) -> None:
        super().__init__(stage)
        self.server, self.inbound, self.me = server, inbound, server.person(77)
        self.shown: list[Seen] = []  # the bot's messages as they were when they came
        self.said: JSON = {}

    async def say(self, text: str) -> None:
        button = self._button(text)
        if button is None:
            await self._answered(await self.me.says(text))
        else:
            await self._press(button.data, self.shown[-1])

    def _button(self, number: str) -> Button | None:
        """The button with that number which still stands under the newest message."""
        buttons = self.me.chat.seen(self.shown[-1].id).buttons if self.shown else ()
        return next((button for button in buttons if button.label.startswith(f"{number}. ")), None)

    async def _press(self, data: str, on: Seen) -> None:
        """A press is told that it arrived, and the row of buttons is taken away."""
        press = await self.me.presses(data, on=on)
        await press.answered()
        await self._answered(press.update)
        await self.server.until(lambda: not self.me.chat.seen(on.id).buttons)

    async def _answered(self, update: JSON) -> None:
        """Wait until what was said is stored and answered, then look at the chat."""
        self.said = update
        await self.server.until(lambda: not self.server.account.updates.pending)
        await self.inbound.finish()
        await self.look()

    async def look(self) -> None:
        chat = self.me.chat
        for number in chat.arrivals[len(self.shown) :]:
            self.shown.append(chat.seen(number))
            self.seen.append(_written(self.shown[-1]))

    async def do_start(self, payload: str) -> None:
        await self._answered(await self.me.starts(payload))

    async def do_picture(self, _: str) -> None:
        await self._answered(await self.me.sends_photo())

    async def do_voice(self, _: str) -> None:
        await self._answered(await self.me.sends_voice())

    async def do_other(self, _: str) -> None:
        await self._answered(await self.me.sends_sticker())

    async def forward(self, text: str) -> None:
        await self._answered(await self.me.forwards(text))

    async def do_forward(self, text: str) -> None:
        await self._answered(await self.me.forwards(text))

    async def do_repeat(self, _: str) -> None:
        """Telegram delivers the same update again."""
        self.server.account.updates.repeat(self.said)
        await self._answered(self.said)

    async def do_double(self, key: str) -> None:
        """A double tap: the second press leaves before the first has changed anything."""
        button, screen = self._button(key), self.shown[-1]
        await self.say(key)
        if button:
            await self._press(button.data, screen)

    async def do_old(self, rest: str) -> None:
        """A press on a button of an earlier screen, on a telephone that still shows it."""
        data = rest.replace(" ", "|")
        screen = next(seen for seen in self.shown if data in {button.data for button in seen.buttons})
        await self._press(data, screen)


def _written(seen: Seen) -> str:
    text = seen.text
    for kind, words in seen.entities:
        assert kind == "bold"
        text = text.replace(words, f"*{words}*", 1)
    lines = [f"({FILES[seen.media]}: {text})" if seen.media else text]
    return "\n".join([*lines, *(" ".join(f"[{button.label}]" for button in row) for row in seen.rows)])


@asynccontextmanager
async def on_telegram(stage: Stage) -> AsyncIterator[Teller]:
    """A bot that polls; at the end all that it asked for must be sound."""

    def moment() -> float:
        return stage.clock.now.timestamp()

    async with judged_server() as server:
        server.account.clock = moment
        files = beside(drawings(stage.lessons), finder(stage.lessons, stage.lessons))
        cache = DatabaseMediaCache(stage.database, stage.clock)
        account = Account(server.token, server.url)
        channel = TelegramChannel(account, cache, files, Budget(), stage.clock)
        inbound = stage.inbound({channel.name: channel})
        listening = asyncio.create_task(Listening(channel, inbound).run())
        try:
            yield TelegramTeller(stage, server, inbound)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            await channel.close()
