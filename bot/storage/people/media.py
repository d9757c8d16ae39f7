"""Which files a network already has under a name of its own, so that each is uploaded once."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import bindparam, select

from bot.storage.database import Database, Transaction
from bot.storage.tables import media_cache
from bot.storage.upsert import insert

_known = select(media_cache.c.id).where(
    media_cache.c.channel == bindparam("of_channel"), media_cache.c.key == bindparam("of_key")
)
_new = insert(media_cache)
_put = _new.on_conflict_do_update(
    index_elements=list(media_cache.primary_key), set_={name: _new.excluded[name] for name in ("id", "put_at")}
)


def media_id(tx: Transaction, channel: str, key: str) -> str | None:
    """The network's id of the file whose content `key` names."""
    return tx.execute(_known, {"of_channel": channel, "of_key": key}).scalar()


def keep_media_id(tx: Transaction, channel: str, key: str, id: str, now: datetime) -> None:
    """Keep the id of a file that was uploaded; a later one replaces it."""
    tx.execute(_put, {"channel": channel, "key": key, "id": id, "put_at": now})


class DatabaseMediaCache:
    """The MediaCache of `bot.channels.channel`, kept in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    async def get(self, channel: str, key: str) -> str | None:
        """The network's own id of the file; None where it has to be uploaded."""
        return await self._database.read(partial(media_id, channel=channel, key=key))

    async def put(self, channel: str, key: str, id: str) -> None:
        """Keep the id of a file that was uploaded; a later one replaces it."""
        await self._database.write(partial(keep_media_id, channel=channel, key=key, id=id, now=self._clock()))
