"""What stands in the lessons folder, as everybody sees it now: taken up while the bot runs, kept by version."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.conversation.visit import World
from bot.directory import Directory
from bot.learning.library import Library, LibraryWatch
from bot.learning.mistakes import Mistake
from bot.notices.estimate import Tariff
from bot.notices.known import read_known
from bot.notices.official import official
from bot.notices.public import PublicNotice, newest_codes
from bot.shelves import shelf_of_advice, shelf_of_templates
from bot.storage.broadcasting import notices
from bot.storage.broadcasting.broadcast_rows import holds_until
from bot.storage.database import Database
from bot.storage.editing import lessons

LOG = logging.getLogger(__name__)


class Content:
    """Holds the World; `refresh` takes up what was edited. A file with mistakes never replaces a good one."""

    def __init__(
        self, folder: Path, runner: str, database: Database, clock: Callable[[], datetime], tariff: Tariff | None = None
    ) -> None:
        """Without a `tariff` sending is as fast as it is without paying."""
        self._folder, self._runner, self._database, self._clock = folder, runner, database, clock
        self._tariff = tariff or Tariff()
        self._watch: LibraryWatch | None = None
        self._templates, self._advice = shelf_of_templates(folder, _tell), shelf_of_advice(folder, _tell)
        self._read: Library | None = None  # waits to be kept: the database may have been away
        self._looking = asyncio.Lock()  # whoever publishes may come while the folder is looked at anyway
        self._newest_move = 0  # of any broadcast: none has moved since
        self._world: World | None = None

    @property
    def world(self) -> World:
        """What holds now; RuntimeError before the first `refresh`."""
        if self._world is None:
            raise RuntimeError("the lessons have not been read yet")
        return self._world

    async def refresh(self) -> bool:
        """Read what has changed, files and notices; whether anything had. The shelves wait for the second time.

        What was edited before is taken up when this returns, whoever else looks at the same time.
        """
        async with self._looking:
            return await self._refresh()

    async def _refresh(self) -> bool:
        starting = self._world is None
        edited = await self._read_files()
        if not starting:
            for shelf in (self._templates, self._advice):
                edited = await asyncio.to_thread(shelf.refresh) or edited
        return await self._look_at_notices() or edited

    async def _read_files(self) -> bool:
        """Versions are kept before anybody can be shown them."""
        if self._watch is None:
            self._watch = LibraryWatch(self._folder, await self._database.read(lessons.last_versions))
        self._read = await asyncio.to_thread(self._watch.poll) or self._read
        if self._read is None:
            return False
        await self._keep(self._read)
        await self._take_up(self._read)
        return True

    async def _look_at_notices(self) -> bool:
        """Take up what was sent, replaced or ended since the last look; made ready for comparing beside the turns."""
        newest = await self._database.read(notices.newest_move)
        if newest == self._newest_move or self._world is None:
            return False
        now = self._clock()
        sent = await self._database.read(lambda tx: notices.recent(tx, now))
        codes = newest_codes(sent)
        found = [PublicNotice.of(one, codes.get(one.id, ""), now, holds_until(one)) for one in sent]
        public = tuple(one for one in found if one)
        await asyncio.to_thread(lambda: [official(one.notice, one.code) for one in public])
        self._world, self._newest_move = replace(self._world, notices=public), newest
        return True

    async def _keep(self, library: Library) -> None:
        now = self._clock()
        await self._database.write(lambda t: lessons.keep_versions(t, library.sources(), now))
        _tell(library.mistakes)

    async def _take_up(self, library: Library) -> None:
        """From now on everybody sees what was read, and what the tables beside it say today."""
        known = await asyncio.to_thread(read_known, self._folder)
        world = self._world or self._begin(known.directory)
        self._world = replace(world, library=library, directory=known.directory, hard_words=known.hard_words)
        self._read = None

    def _begin(self, directory: Directory) -> World:
        """Before anything was read."""
        return World(
            Library(),
            directory,
            self._runner,
            shelf=self._templates.held,
            advice=self._advice.held,
            rates=self._tariff.rates,
            prices=self._tariff.prices,
        )


def _tell(mistakes: Iterable[Mistake]) -> None:
    for one in mistakes:
        LOG.warning("not taken up: %s line %d: %s", one.file, one.line, one.message)
