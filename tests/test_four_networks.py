"""All four networks at once, over real channels and strict local servers: one notice, each person once, at the best
address that is open to them, each network within its own pace."""

import asyncio
from bisect import bisect_left
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot.channels.budget import Budget
from bot.channels.channel import Channel
from bot.channels.telegram.account import Account as TelegramAccount
from bot.channels.telegram.send import TelegramChannel
from bot.channels.webchat.bell import Bell
from bot.channels.webchat.send import WebChatChannel
from bot.channels.zalo_bot.account import Account as ZaloBotAccount
from bot.channels.zalo_bot.plan import FREE, Plan
from bot.channels.zalo_bot.send import ZaloBotChannel
from bot.channels.zalo_oa.send import Supplies, ZaloOaChannel
from bot.messages import Paragraph, Screen
from bot.notices.screens import screen_body
from bot.outbound import Outbound, Texts, said
from bot.storage.database import Database, Transaction, open_database
from bot.storage.delivery import mailings
from bot.storage.delivery.account_tokens import DatabaseTokenStore
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import open_mailing
from bot.storage.delivery.usage import DatabaseUsage
from bot.storage.notice_tables import deliveries
from bot.storage.people import mailbox
from bot.storage.people.media import DatabaseMediaCache
from broadcasts.audience import Audience
from broadcasts.notice import Level
from broadcasts.worker import Worker
from tests.channels.zalo_oa.opened import account as oa_account
from tests.channels.zalo_oa.opened import first_pair
from tests.storage.village import HERE, Villager, settle_in
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TelegramServer
from tests.zalo_bot_server.server import ZaloBotServer
from tests.zalo_oa_server.server import ZaloOaServer

RATES = {"telegram": 30, "zalo_bot": 5, "zalo_oa": 60}  # messages in a second
LATE = 1.2  # answers come back less evenly than messages leave
MANY, FEW = 40, 8  # people on a network; fewer where it is slow
WORDS = "Nước sông lên nhanh, bà con lên chỗ cao ngay."
TRIES = 1200  # a twentieth of a second each


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Networks:
    """The servers, and a channel to each."""

    telegram: TelegramServer
    bot: ZaloBotServer
    account: ZaloOaServer
    channels: dict[str, Channel]
    database: Database

    def seen(self, channel: str, account: str) -> int:
        """How many messages somebody sees on a network."""
        match channel:
            case "telegram":
                return len(self.telegram.person(int(account), started=True).chat.arrivals)
            case "zalo_bot":
                return len(self.bot.person(account, known=True).sees)
            case _:
                return len(self.account.person(account).sees)


@asynccontextmanager
async def all_open(folder: Path) -> AsyncIterator[Networks]:
    """One bot on all of them, at their usual pace."""
    async with (
        judged_server() as telegram,
        ZaloBotServer() as bot,
        ZaloOaServer() as account,
        await open_database(f"sqlite:///{folder}/camtay.db") as database,
    ):
        tokens, media = DatabaseTokenStore(database, now), DatabaseMediaCache(database, now)
        await first_pair(account, tokens, now)
        box = mailbox.DatabaseMailbox(database, now)
        channels: dict[str, Channel] = {
            "web": WebChatChannel(Bell(box, lambda: database.read(mailbox.newest))),
            "telegram": TelegramChannel(
                TelegramAccount(telegram.token, telegram.url), media, _no_file, Budget(RATES["telegram"])
            ),
            "zalo_bot": ZaloBotChannel(
                ZaloBotAccount(bot.token, api=bot.url), Plan(DatabaseUsage(database), FREE, now), clock=now
            ),
            "zalo_oa": ZaloOaChannel(oa_account(account.url), Supplies(tokens, media, _no_file), clock=now),
        }
        try:
            yield Networks(telegram, bot, account, channels, database)
        finally:
            for channel in channels.values():
                await channel.close()


def _no_file(source: str) -> bytes | None:
    return None


def _people(networks: Networks) -> list[Villager]:
    """Some on each network, some on several, some whom a network shuts out."""
    people = [Villager(str(1000 + n)) for n in range(MANY)]
    people += [Villager(f"web{n}", ("web:{}",)) for n in range(MANY)]
    people += [Villager(f"bot{n}", ("zalo_bot:{}",)) for n in range(FEW)]
    people += [Villager(f"oa{n}", (f"zalo_oa:{500 + n}",)) for n in range(MANY)]
    people += [Villager(f"both{n}", (f"web:w{n}", f"telegram:{2000 + n}", f"!zalo_oa:{700 + n}")) for n in range(FEW)]
    people += [Villager(f"silent{n}", (f"web:s{n}", f"zalo_oa:{800 + n}")) for n in range(FEW)]
    for n in range(MANY):
        networks.telegram.person(1000 + n, started=True)
        networks.account.person(str(500 + n))
    for n in range(FEW):
        networks.telegram.person(2000 + n, started=True)
        networks.bot.person(f"bot{n}", known=True)
        networks.account.person(str(700 + n), silent=timedelta(days=9))
        networks.account.person(str(800 + n), silent=timedelta(days=9))  # longer than we know of
    return people


async def _sent(networks: Networks) -> int:
    """An urgent notice, until nobody waits for it any more."""
    database = networks.database
    body, audience = screen_body(Screen((Paragraph(WORDS),))), Audience(frozenset([HERE]))
    mailing = await database.write(
        lambda tx: open_mailing(tx, None, Level.URGENT, body, audience, now(), now() + timedelta(hours=1))
    )

    async def texts(of: int) -> Texts:
        return said(await database.read(lambda tx: mailings.body_of(tx, of)))

    worker = Worker(networks.channels, "one", DatabaseLedger(database), Outbound(networks.channels, texts), now)
    database.on_outgoing(worker.ring)
    working = asyncio.create_task(worker.run())
    for _ in range(TRIES):
        if await database.read(lambda tx: _is_done(tx, mailing)):
            break
        await asyncio.sleep(0.05)
    else:
        raise AssertionError("something waits that nobody sends")
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    return mailing


def _is_done(tx: Transaction, mailing: int) -> bool:
    tally = mailings.tally(tx, mailing)
    return tally.spelled and tally.meant > 0 and tally.waiting == 0


def _most_in_a_second(moments: list[datetime]) -> int:
    times = sorted(moments)
    return max(bisect_left(times, one + timedelta(seconds=1)) - place for place, one in enumerate(times))


async def test_each_person_gets_a_notice_once_over_the_best_network_that_is_open(tmp_path: Path) -> None:
    async with all_open(tmp_path) as networks:
        await settle_in(networks.database, *_people(networks))
        mailing = await _sent(networks)
        counted = select(deliveries.c.channel, deliveries.c.state, func.count()).group_by(
            deliveries.c.channel, deliveries.c.state
        )
        found = await networks.database.read(
            lambda tx: {tuple(row[:2]): row[2] for row in tx.execute(counted.where(deliveries.c.mailing == mailing))}
        )
        assert found == {
            ("telegram", "sent"): MANY + FEW,  # those with a page, a telephone and a closed window among them
            ("web", "held"): MANY + FEW,  # whoever the Official Account shuts out is left a letter on their page
            ("zalo_bot", "sent"): FEW,
            ("zalo_oa", "sent"): MANY,
        }
        for channel, accounts in {
            "telegram": [*(str(1000 + n) for n in range(MANY)), *(str(2000 + n) for n in range(FEW))],
            "zalo_bot": [f"bot{n}" for n in range(FEW)],
            "zalo_oa": [str(500 + n) for n in range(MANY)],
        }.items():
            assert {networks.seen(channel, account) for account in accounts} == {1}
        sent = select(deliveries.c.channel, deliveries.c.at).where(deliveries.c.state == "sent")
        times = await networks.database.read(lambda tx: tx.execute(sent).all())
        for channel, rate in RATES.items():
            assert _most_in_a_second([row.at for row in times if row.channel == channel]) <= rate * LATE
        assert {networks.seen("zalo_oa", str(number + n)) for number in (700, 800) for n in range(FEW)} == {0}
