"""What stands in the lessons folder, as everybody sees it now: taken up while the bot runs, kept by version."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.conversation.visit import World
from bot.directory import read_directory
from bot.learning.library import Library, LibraryWatch
from bot.storage import lessons
from bot.storage.database import Database

LOG = logging.getLogger(__name__)


class Content:
    """Holds the World; `refresh` takes up what was edited. A file with mistakes never replaces a good one."""

    def __init__(self, folder: Path, runner: str, database: Database, clock: Callable[[], datetime]) -> None:
        self._folder, self._runner, self._database, self._clock = folder, runner, database, clock
        self._watch: LibraryWatch | None = None
        self._read: Library | None = None  # waits to be kept: the database may have been away
        self._world: World | None = None

    @property
    def world(self) -> World:
        """What holds now; RuntimeError before the first `refresh`."""
        if self._world is None:
            raise RuntimeError("the lessons have not been read yet")
        return self._world

    async def refresh(self) -> bool:
        """Read what has changed; whether anything had. Versions are kept before anybody can be shown them."""
        if self._watch is None:
            self._watch = LibraryWatch(self._folder, await self._database.read(lessons.last_versions))
        library = self._read = await asyncio.to_thread(self._watch.poll) or self._read
        if library is None:
            return False
        now = self._clock()
        await self._database.write(lambda t: lessons.keep_versions(t, library.sources(), now))
        directory = await asyncio.to_thread(read_directory, self._folder / "danh-ba")
        self._world, self._read = World(library, directory, self._runner), None
        _tell(library)
        return True


def _tell(library: Library) -> None:
    for mistake in library.mistakes:
        LOG.warning("lesson not taken up: %s line %d: %s", mistake.file, mistake.line, mistake.message)
