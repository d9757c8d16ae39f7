from datetime import UTC, datetime

from bot.storage.database import Database
from bot.storage.people.media import DatabaseMediaCache


async def test_a_file_is_found_by_channel_and_content(database: Database) -> None:
    cache = DatabaseMediaCache(database, lambda: datetime(2026, 11, 21, tzinfo=UTC))
    assert await cache.get("telegram", "abc") is None
    await cache.put("telegram", "abc", "first")
    await cache.put("telegram", "abc", "second")
    assert await cache.get("telegram", "abc") == "second"
    assert await cache.get("zalo_oa", "abc") is None
