"""PostgreSQL's NOTIFY, heard over a connection of its own that is made anew when it breaks."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import Engine

PAUSE = 1.0  # seconds between two tries to connect
LOG = logging.getLogger(__name__)


async def listen(engine: Engine, channel: str, ring: Callable[[], None]) -> None:
    """Call `ring` for every notification, and once for each connection, because one may have been missed before it."""
    _, where = engine.dialect.create_connect_args(engine.url)
    while True:
        try:
            await _hear(await asyncpg.connect(**where), channel, ring)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            LOG.warning("not hearing of new work from PostgreSQL: %s", type(error).__name__)
        await asyncio.sleep(PAUSE)


async def _hear(connection: Any, channel: str, ring: Callable[[], None]) -> None:
    lost = asyncio.Event()
    try:
        connection.add_termination_listener(lambda _: lost.set())
        await connection.add_listener(channel, lambda *_: ring())
        ring()
        await lost.wait()
    finally:
        connection.terminate()
