"""Plays a story through the real inbound and writes down what the person would see."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.channel import Channel
from bot.content import Content
from bot.inbound import Inbound
from bot.storage.database import Database, open_database
from bot.turns import Turns

_RANDOM = re.compile(r"\b[0-9a-f]{32}\b")  # contacts are named at random
BEGINNING = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)  # nine in the morning in Vietnam


@dataclass
class Clock:
    """Stands still until it is moved; each look is a millisecond later, so that no two moments are one."""

    now: datetime = BEGINNING

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass(frozen=True, slots=True)
class Stage:
    """What every story is told on: the lessons, a database, and a clock that the story moves."""

    lessons: Path
    database: Database
    content: Content
    clock: Clock

    def inbound(self, channels: Mapping[str, Channel]) -> Inbound:
        """The real door, for the channels of a story."""
        return Inbound(self.database, channels, Turns(lambda: self.content.world), self.clock)


@asynccontextmanager
async def staged(lessons: Path, database: str) -> AsyncIterator[Stage]:
    """A stage on the lessons of a folder."""
    clock = Clock()
    async with await open_database(database) as opened:
        content = Content(lessons, "Ban thông tin cơ sở", opened, clock)
        await content.refresh()
        assert not content.world.library.mistakes
        yield Stage(lessons, opened, content, clock)


class Teller:
    """One person in one story; how they act and what they see is known by the channel's own Teller."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.seen: list[str] = []

    async def tell(self, line: str) -> None:
        """Do what one line of the story says."""
        if line.startswith("> "):
            await self.say(line.removeprefix("> "))
            return
        word, _, rest = line.removeprefix("! ").partition(" ")
        await getattr(self, f"do_{word}")(rest)

    async def say(self, text: str) -> None:
        """Press the button with that number where there is one, else type."""
        raise NotImplementedError

    async def do_wait(self, days: str) -> None:
        self.stage.clock.now += timedelta(days=int(days.partition(" ")[0]))

    async def do_edit(self, rest: str) -> None:
        """An administrator changes a lesson: file, old words => new words."""
        file, _, change = rest.partition(" ")
        old, new = change.split(" => ")
        path = self.stage.lessons / file
        text = await asyncio.to_thread(path.read_text)
        assert old in text
        await asyncio.to_thread(path.write_text, text.replace(old, new))
        assert await self.stage.content.refresh()


Way = Callable[[Stage], AbstractAsyncContextManager[Teller]]


async def told(story: str, way: Way, lessons: Path, database: str) -> str:
    """The whole transcript of a story."""
    async with staged(lessons, database) as stage, way(stage) as teller:
        lines = []
        for line in filter(None, story.splitlines()):
            lines.append(line)
            if not line.startswith("#"):
                await teller.tell(line)
                lines.extend(teller.seen)
                teller.seen.clear()
    return _RANDOM.sub("<ngẫu nhiên>", "\n\n".join(lines)) + "\n"
