"""The one place where real things are plugged together."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from bot.channels.channel import Channel
from bot.channels.webchat.bell import LOOK, Bell
from bot.channels.webchat.send import WebChatChannel
from bot.content import Content
from bot.inbound import Inbound
from bot.jobs import Chore, run
from bot.listening import Listening
from bot.pictures import drawings
from bot.settings import Settings
from bot.storage import inbox, mailbox
from bot.storage.database import Database, open_database
from bot.storage.media import DatabaseMediaCache
from bot.turns import Turns


def clock() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class App:
    """A running bot without its faces."""

    settings: Settings
    database: Database
    content: Content
    bell: Bell
    channels: dict[str, Channel]
    inbound: Inbound
    listening: tuple[Listening, ...]

    def chores(self) -> tuple[Chore, ...]:
        """What must be done again and again while it serves."""
        return (
            Chore("lessons", 1, self.content.refresh),
            Chore("rescue", 5, self.inbound.rescue),
            Chore("pages", LOOK, self.bell.look),
            Chore("sweep", 3600, self.sweep),
        )

    async def sweep(self) -> None:
        """Forget what is kept for a while only, in portions so that nobody waits long for the database."""
        for remove_old in (inbox.remove_old, mailbox.remove_old):
            while await self.database.write(partial(remove_old, now=clock())):
                pass


@asynccontextmanager
async def open_app(settings: Settings, sole: bool = False) -> AsyncIterator[App]:
    """The bot, ready to take messages in. With `sole`, what an earlier process left unanswered is answered first."""
    async with await open_database(settings.database, sole) as database:
        content = Content(settings.lessons_dir, settings.runner, database, clock)
        await content.refresh()
        bell = Bell(mailbox.DatabaseMailbox(database, clock), lambda: database.read(mailbox.newest))
        channels: dict[str, Channel] = {"web": WebChatChannel(bell)}
        inbound = Inbound(database, channels, Turns(lambda: content.world), clock)
        listening = tuple(_listening(settings, database, channels, inbound))
        app = App(settings, database, content, bell, channels, inbound, listening)
        if sole:
            await database.write(inbox.release_all)
        try:
            yield app
        finally:
            await _close(channels)


def _listening(
    settings: Settings, database: Database, channels: dict[str, Channel], inbound: Inbound
) -> Iterator[Listening]:
    """The networks that are configured; only these are imported."""
    if token := settings.telegram_token.get_secret_value():
        from bot.channels.telegram.account import Account
        from bot.channels.telegram.send import TelegramChannel

        telegram = TelegramChannel(
            Account(token, settings.telegram_api), DatabaseMediaCache(database, clock), drawings(settings.lessons_dir)
        )
        channels[telegram.name] = telegram
        yield Listening(telegram, inbound, settings.webhook_url(telegram.name))


async def _close(channels: Mapping[str, Channel]) -> None:
    for channel in channels.values():
        await channel.close()


@asynccontextmanager
async def working(app: App) -> AsyncIterator[None]:
    """While inside, the app's chores are done; what was left unanswered is taken up at once."""
    await app.inbound.rescue()
    work = [asyncio.create_task(run(app.chores()), name="chores")]
    work += [asyncio.create_task(one.run(), name=one.channel.name) for one in app.listening]
    try:
        yield
    finally:
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await app.inbound.finish()
        await asyncio.gather(*(one.finish() for one in app.listening))
