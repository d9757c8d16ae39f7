"""The one place where real things are plugged together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.badge import worn
from bot.channels.channel import Channel
from bot.channels.webchat.bell import LOOK, Bell
from bot.channels.webchat.send import WebChatChannel
from bot.content import Content
from bot.due import Due
from bot.inbound import Inbound
from bot.jobs import Chore, run
from bot.listening import Listener, Listening
from bot.networks import open_networks
from bot.notices.estimate import Tariff
from bot.outbound import Outbound, Texts, said
from bot.reports import making
from bot.settings import Settings
from bot.storage.asking import question_erasure, sightings
from bot.storage.database import Database, open_database
from bot.storage.delivery import account_states
from bot.storage.delivery.account_states import AccountState
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.errors import StorageError
from bot.storage.people import inbox, mailbox
from bot.turns import Turns
from broadcasts.worker import Worker

LOG = logging.getLogger(__name__)


def clock() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What leaves by itself: the worker over every channel, and the work whose time has come."""

    worker: Worker
    outbound: Outbound
    due: Due

    def chores(self) -> tuple[Chore, ...]:
        """What must be done again and again while it delivers."""
        return (Chore("due", 1, self.due.look),)


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
    delivery: Delivery

    def chores(self) -> tuple[Chore, ...]:
        """What must be done again and again while it serves."""
        return (
            Chore("lessons", 1, self.content.refresh),
            Chore("rescue", 5, self.inbound.rescue),
            Chore("pages", LOOK, self.bell.look),
            Chore("sweep", 3600, self.sweep),
            Chore("figures", 600, partial(making.look, self.database, clock)),
            *(Chore(f"{one.channel.name} upkeep", 3600, one.channel.tend) for one in self.listening),
            *self.delivery.chores(),
        )

    async def sweep(self) -> None:
        """Forget what is kept for a while only, in portions so that nobody waits long for the database."""
        for remove_old in (inbox.remove_old, mailbox.remove_old):
            while await self.database.write(partial(remove_old, now=clock())):
                pass
        for tidy in (question_erasure.tidy, sightings.remove_old):
            await self.database.write(partial(tidy, now=clock()))


@asynccontextmanager
async def open_app(settings: Settings, sole: bool = False) -> AsyncIterator[App]:
    """The bot, ready to take messages in. With `sole`, what an earlier process left unanswered is answered first."""
    async with _opened(settings, sole) as (me, database):
        content = Content(
            settings.lessons_dir, settings.runner, database, clock, Tariff(settings.rates, settings.prices)
        )
        await content.refresh()
        bell = _bell(database)
        listeners = open_networks(settings, database, clock)
        channels: dict[str, Channel] = {"web": WebChatChannel(bell), **{one.name: one for one in listeners}}
        inbound = Inbound(database, channels, Turns(lambda: content.world, _windows(listeners)), clock)
        told = partial(_told, database)
        listening = tuple(Listening(one, inbound, settings.webhook_url(one.name), tell=told) for one in listeners)
        delivery = _delivery(me, database, channels, partial(_kinds, content))
        app = App(settings, database, content, bell, channels, inbound, listening, delivery)
        if sole:
            await database.write(inbox.release_all)
        try:
            yield app
        finally:
            await _close(channels)


@asynccontextmanager
async def open_delivery(settings: Settings) -> AsyncIterator[Delivery]:
    """Sending alone, beside other processes on the same database."""
    async with _opened(settings) as (me, database):
        listeners = open_networks(settings, database, clock)
        channels: dict[str, Channel] = {
            "web": WebChatChannel(_bell(database)),
            **{one.name: one for one in listeners},
        }
        try:
            yield _delivery(me, database, channels)
        finally:
            await _close(channels)


@asynccontextmanager
async def _opened(settings: Settings, sole: bool = False) -> AsyncIterator[tuple[str, Database]]:
    """The name of this process, and the database."""
    with worn(settings.data_dir / "badges") as me:
        async with await open_database(settings.database, sole) as database:
            yield me, database


async def _told(database: Database, channel: str, state: AccountState, why: str) -> None:
    """Keep how an account is, for `camtay channels status`; where the database is away, listening matters more."""
    try:
        await database.write(lambda tx: account_states.tell(tx, channel, state, why, clock()))
    except StorageError as failure:
        LOG.warning("the state of %s was not kept: %s", channel, failure)


def _windows(listeners: Sequence[Listener]) -> dict[str, timedelta]:
    """How long after a person's message each network lets us write, where there is such an end."""
    return {one.name: one.capabilities.window for one in listeners if one.capabilities.window}


def _kinds(content: Content) -> dict[str, str]:
    """The names of the kinds of scam by their codes."""
    return {scam.code: scam.title for scam in content.world.advice().knowledge.scams}


def _delivery(
    me: str,
    database: Database,
    channels: Mapping[str, Channel],
    kinds: Callable[[], Mapping[str, str]] = dict,
) -> Delivery:
    ledger = DatabaseLedger(database)

    async def texts(mailing: int) -> Texts:
        return said(await ledger.body(mailing))

    outbound = Outbound(channels, texts)
    worker = Worker(channels, me, ledger, outbound, clock)
    database.on_outgoing(worker.ring)
    return Delivery(worker, outbound, Due(database, channels, clock, kinds))


def _bell(database: Database) -> Bell:
    return Bell(mailbox.DatabaseMailbox(database, clock), lambda: database.read(mailbox.newest))


async def _close(channels: Mapping[str, Channel]) -> None:
    for channel in channels.values():
        await channel.close()


@asynccontextmanager
async def working(app: App) -> AsyncIterator[None]:
    """While inside, the app's chores are done; what was left unanswered is taken up at once."""
    await app.inbound.rescue()
    work = [asyncio.create_task(run(app.chores()), name="chores")]
    work += [asyncio.create_task(one.run(), name=one.channel.name) for one in app.listening]
    work += [asyncio.create_task(app.delivery.worker.run(), name="delivery")]
    try:
        yield
    finally:
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        await app.inbound.finish()
        await asyncio.gather(*(one.finish() for one in app.listening))
