"""Files that are uploaded once: Zalo keeps each for seven days and calls it by a name of its own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

from bot.channels.channel import MediaCache, MessageId, Unavailable, Uncertain
from bot.channels.zalo_oa.account import NAME
from bot.channels.zalo_oa.failures import Expired
from bot.channels.zalo_oa.payloads import File, Upload
from bot.channels.zalo_oa.wire import Wire
from bot.messages import EPOCH, Priority

LASTS = timedelta(days=6)  # of the seven that Zalo keeps a file: what is sent today may be looked at tomorrow
NAMES = {Upload.PICTURE: "attachment_id", Upload.FILE: "token"}
LOG = logging.getLogger(__name__)


class Uploads:
    """The files of one account. However many people get a picture at once, one of them uploads it."""

    def __init__(self, wire: Wire, cache: MediaCache, clock: Callable[[], datetime]) -> None:
        self._wire, self._cache, self._clock = wire, cache, clock
        self._busy: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def send(self, file: File, priority: Priority, post: Callable[[str], Awaitable[MessageId]]) -> MessageId:
        """The message that `post` sent with the file's id; uploaded again where Zalo has forgotten it."""
        id = await self._id(file, priority)
        try:
            return await post(id)
        except Expired as gone:
            LOG.info("%s is uploaded again: %s", file.name, gone)
        return await post(await self._id(file, priority, forgotten=id))

    async def _id(self, file: File, priority: Priority, forgotten: str = "") -> str:
        if not file.key:
            return await self._uploaded(file, priority)
        lock = self._busy.setdefault(file.key, asyncio.Lock())
        async with lock:
            known = self._fresh(await self._cache.get(NAME, file.key))
            if known and known != forgotten:
                return known
            id = await self._uploaded(file, priority)
            await self._cache.put(NAME, file.key, f"{int(self._clock().timestamp())} {id}")
            return id

    def _fresh(self, kept: str | None) -> str | None:
        """An id is kept with the second of its upload."""
        second, _, id = (kept or "").partition(" ")
        if not (id and second.isdecimal()):
            return None
        return id if self._clock() < EPOCH + timedelta(seconds=int(second)) + LASTS else None

    async def _uploaded(self, file: File, priority: Priority) -> str:
        try:
            data: dict[str, Any] = await self._wire.upload(f"/v2.0/oa/upload/{file.upload.value}", file, priority)
        except Uncertain as failure:
            raise Unavailable(f"the file was not uploaded: {failure}") from None  # nobody has been shown anything
        id = data.get(NAMES[file.upload])
        if not (isinstance(id, str) and id):
            raise Unavailable("the upload has no name")
        return id
