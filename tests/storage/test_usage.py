import asyncio

from bot.storage.database import Database
from bot.storage.delivery.usage import DatabaseUsage


async def test_messages_are_added_up_by_channel_and_month(database: Database) -> None:
    usage = DatabaseUsage(database)
    assert [await usage.add("zalo_bot", "2026-11", messages) for messages in (0, 3, 4)] == [0, 3, 7]
    assert await usage.add("zalo_bot", "2026-12", 1) == 1
    assert await usage.add("zalo_oa", "2026-11", 2) == 2
    assert await usage.add("zalo_bot", "2026-11", 0) == 7


async def test_nothing_is_lost_when_many_count_at_once(database: Database) -> None:
    usages = [DatabaseUsage(database) for _ in range(20)]
    totals = await asyncio.gather(*(usage.add("zalo_bot", "2026-11", 1) for usage in usages))
    assert sorted(totals) == list(range(1, 21))
