"""One process that asks for the tokens of an Official Account: `python -m … <database> <zalo> <seconds ahead>`.

It tells on one line how that went, and on a second that all else goes on.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.channels.channel import SendError
from bot.channels.zalo_oa.send import Supplies, ZaloOaChannel
from bot.storage.database import open_database
from bot.storage.delivery.account_tokens import DatabaseTokenStore
from tests.channels.zalo_oa.opened import account
from tests.fakes import MemoryMediaCache
from tests.zalo_oa_server.people import signed
from tests.zalo_oa_server.server import APP_ID, OA_SECRET


async def speak(database_url: str, zalo_url: str, ahead: float) -> None:
    """As `serve` does when it has something to send."""

    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=ahead)

    async with await open_database(database_url) as database:
        supplies = Supplies(DatabaseTokenStore(database, clock), MemoryMediaCache(), lambda _: None)
        channel = ZaloOaChannel(account(zalo_url), supplies, clock=clock)
        try:
            tell({"access": await channel.tokens.access()})
        except SendError as failure:
            tell({"failed": type(failure).__name__, "why": str(failure)})
        event = {"event_name": "follow", "follower": {"id": "77"}, "timestamp": str(int(clock().timestamp() * 1000))}
        tell({"heard": len(channel.parse(*signed(APP_ID, OA_SECRET, event)))})
        await channel.close()


def tell(what: Mapping[str, object]) -> None:
    """One line."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(speak(sys.argv[1], sys.argv[2], float(sys.argv[3])))
