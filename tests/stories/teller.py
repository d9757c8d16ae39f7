"""Plays a story through the real inbound and writes down what the person would see."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.channel import Channel
from bot.content import Content
from bot.inbound import Inbound
from bot.storage.database import Database, open_database
from bot.turns import Turns
from broadcasts.code import shown
from tests.stories.office import Office

_CODE = re.compile(r"\{(\d)\}")
_RANDOM = re.compile(r"\b[0-9a-f]{32}\b")  # contacts are named at random
BEGINNING = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)  # nine in the morning in Vietnam


@dataclass
class Clock:
    """Stands still until it is moved; each look is a millisecond later, so that no two moments are one."""

    now: datetime = BEGINNING

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass
class Stage:
    """What every story is told on: the lessons, a database, a clock that the story moves, the commune's office."""

    lessons: Path
    database: Database
    content: Content
    clock: Clock
    channels: Mapping[str, Channel] = field(default_factory=dict)
    office: Office = field(init=False)

    def __post_init__(self) -> None:
        self.office = Office(self)

    def inbound(self, channels: Mapping[str, Channel]) -> Inbound:
        """The real door, for the channels of a story."""
        self.channels = channels
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
            await self.say(self._with_codes(line.removeprefix("> ")))
            return
        word, _, rest = self._with_codes(line.removeprefix("! ")).partition(" ")
        await getattr(self, f"do_{word}")(rest)

    def _with_codes(self, line: str) -> str:
        """The line with the code of the first notice in place of {1}, and so on."""
        return _CODE.sub(lambda found: shown(self.stage.office.codes[int(found[1]) - 1]), line)

    async def say(self, text: str) -> None:
        """Press the button with that number where there is one, else type."""
        raise NotImplementedError

    async def look(self) -> None:
        """Write down what has come by itself."""

    async def forward(self, text: str) -> None:
        """Pass somebody else's words on."""
        raise NotImplementedError

    async def do_wait(self, rest: str) -> None:
        count, _, what = rest.partition(" ")
        self.stage.clock.now += timedelta(**{what: int(count)})

    async def do_notice(self, what: str) -> None:
        """Officers send a notice, and it arrives."""
        await self.stage.office.send(what)
        await self._arrive()

    async def do_lost(self, what: str) -> None:
        """Officers send a notice, and it does not reach this person."""
        await self.stage.office.send(what)
        await self.stage.office.learn()

    async def do_office(self, what: str) -> None:
        """Officers do something else: withdraw, end, take, close, or say with what is said."""
        action, _, words = what.partition(" ")
        await getattr(self.stage.office, action)(*filter(None, [words]))
        await self._arrive()

    async def _arrive(self) -> None:
        await self.stage.office.deliver()
        await self.look()

    async def do_copy(self, change: str) -> None:
        """The last notice is passed on, as it was or with old words => new words."""
        text = await self.stage.office.card()
        if change:
            old, new = change.split(" => ")
            assert old in text
            text = text.replace(old, new)
        await self.forward(text)

    async def do_page(self, code: str) -> None:
        """The page behind the code of a notice is opened on the web."""
        self.seen.append(await self.stage.office.page(code))

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
        return stage.office.named(_RANDOM.sub("<ngẫu nhiên>", "\n\n".join(lines)) + "\n")
