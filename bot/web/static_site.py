"""The public pages on disk, kept up to date while the bot runs."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.learning.library import Library
from bot.notices.public import PublicNotice
from bot.web.in_force import ENDED_FOR
from bot.web.ports import Picture
from bot.web.static_files import Contents, files_of, write

FOLDER = "tinh"  # below the data folder
KEPT_FOR = timedelta(days=90)  # how long a notice's own page is there
WRITTEN_EVERY = timedelta(hours=1)  # even where nothing has changed: the moment on the pages says that they are tended


@dataclass(frozen=True, slots=True)
class Source:
    """Where the site's contents come from."""

    lessons: Callable[[], Library]
    newest_move: Callable[[], Awaitable[int]]  # another number as soon as any notice has moved
    sent: Callable[[datetime], Awaitable[tuple[PublicNotice, ...]]]  # every notice since then
    picture: Picture
    owner: str = ""
    address: str = ""


class StaticSite:
    """The files in a folder, written anew whenever something on them has changed."""

    def __init__(self, folder: Path, source: Source, now: Callable[[], datetime]) -> None:
        self._folder, self._source, self._now = folder, source, now
        self._library: Library | None = None
        self._newest_move = -1
        self._until = now()

    async def refresh(self) -> bool:
        """Write the files where they are out of date; whether they were."""
        now, library, move = self._now(), self._source.lessons(), await self._source.newest_move()
        if library is self._library and move == self._newest_move and now < self._until:
            return False
        notices = await self._source.sent(now - KEPT_FOR)
        contents = Contents(library, notices, self._source.owner, self._source.address)
        await asyncio.to_thread(self._write, contents, now)
        self._library, self._newest_move, self._until = library, move, _next_change(notices, now)
        return True

    def _write(self, contents: Contents, now: datetime) -> None:
        write(self._folder, files_of(contents, self._source.picture, now))


def _next_change(notices: Iterable[PublicNotice], now: datetime) -> datetime:
    """When what is in force will be otherwise by itself."""
    ends = [one.over_at for one in notices if one.over_at]
    moments = [*ends, *(end + ENDED_FOR for end in ends), now + WRITTEN_EVERY]
    return min(moment for moment in moments if moment > now)
