"""Plays a story through the real inbound and writes down what the person would see."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.channels.channel import Capabilities, MessageId, NotSupported, Part, Prepared
from bot.content import Content
from bot.inbound import Inbound
from bot.messages import Address, Incoming, Kind, Priority
from bot.storage.database import open_database
from bot.turns import Turns

BUTTONS = Capabilities(longest_text=4000, buttons=10, longest_label=120, pictures=True, files=True, tones=True)
NUMBERS = Capabilities(longest_text=2000)
ME = Address("story", "me")
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
class Page:
    """A channel that writes down what it is given."""

    capabilities: Capabilities
    name: str = "story"
    seen: list[str] = field(default_factory=list)
    last: tuple[Part, ...] = ()

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        return []

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        self.last = tuple(parts)
        return Prepared(tuple({"part": part} for part in parts))

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = ""
    ) -> tuple[MessageId, ...]:
        self.seen.extend(_written(part) for part in self.last)
        return tuple(key for _ in prepared.bodies)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        raise NotSupported

    async def close(self) -> None:
        """Nothing is open."""


def _written(part: Part) -> str:
    lines = [f"(hình: {part.media.alt} – {part.media.source})"] if part.media else []
    lines += [part.text] if part.paragraphs else []
    lines += [f"[{button.key}] {button.label}" for button in part.buttons]
    return "\n".join(lines)


class Teller:
    """One person in one story, with buttons or with numbers only."""

    def __init__(self, page: Page, clock: Clock, lessons: Path, inbound: Inbound, content: Content) -> None:
        self.page, self.clock, self.lessons, self.inbound, self.content = page, clock, lessons, inbound, content
        self.ids = count(1)
        self.last: Incoming | None = None

    async def tell(self, line: str) -> None:
        """Do what one line of the story says."""
        if line.startswith("> "):
            await self.say(line.removeprefix("> "))
            return
        word, _, rest = line.removeprefix("! ").partition(" ")
        await getattr(self, f"do_{word}")(rest)

    async def say(self, text: str) -> None:
        """Press the button with that number where there is one, else type."""
        buttons = self.page.last[-1].buttons if self.page.last else ()
        pressed = next((button for button in buttons if text == button.key), None)
        if pressed is None:
            await self.hear(Incoming(ME, "", text=text))
        else:
            await self.hear(Incoming(ME, "", choice=pressed.id, screen=self.page.last[-1].screen))

    async def hear(self, incoming: Incoming) -> None:
        """Hand a message in under a new id."""
        self.last = replace(incoming, id=str(next(self.ids)), at=self.clock())
        await self.inbound.handle(self.last)

    async def do_start(self, payload: str) -> None:
        await self.hear(Incoming(ME, "", Kind.START, payload))

    async def do_picture(self, _: str) -> None:
        await self.hear(Incoming(ME, "", Kind.PICTURE))

    async def do_voice(self, _: str) -> None:
        await self.hear(Incoming(ME, "", Kind.VOICE))

    async def do_other(self, _: str) -> None:
        await self.hear(Incoming(ME, "", Kind.OTHER))

    async def do_forward(self, text: str) -> None:
        await self.hear(Incoming(ME, "", Kind.FORWARD, text))

    async def do_wait(self, days: str) -> None:
        self.clock.now += timedelta(days=int(days.partition(" ")[0]))

    async def do_repeat(self, _: str) -> None:
        """The network delivers the same message again."""
        assert self.last is not None
        await self.inbound.handle(self.last)

    async def do_double(self, key: str) -> None:
        """A double tap: two presses of one button, each with an id of its own; without buttons the number once."""
        buttons = self.page.last[-1].buttons
        await self.say(key)
        if buttons:
            assert self.last is not None
            await self.hear(self.last)

    async def do_old(self, rest: str) -> None:
        """A press on a button of an earlier screen."""
        screen, choice = rest.split()
        await self.hear(Incoming(ME, "", choice=choice, screen=screen))

    async def do_edit(self, rest: str) -> None:
        """An administrator changes a lesson: file, old words => new words."""
        file, _, change = rest.partition(" ")
        old, new = change.split(" => ")
        path = self.lessons / file
        text = await asyncio.to_thread(path.read_text)
        assert old in text
        await asyncio.to_thread(path.write_text, text.replace(old, new))
        assert await self.content.refresh()


async def told(story: str, capabilities: Capabilities, lessons: Path, database: str) -> str:
    """The whole transcript of a story."""
    clock, page = Clock(), Page(capabilities)
    async with await open_database(database) as opened:
        content = Content(lessons, "Ban thông tin cơ sở", opened, clock)
        await content.refresh()
        assert not content.world.library.mistakes
        inbound = Inbound(opened, {"story": page}, Turns(lambda: content.world), clock)
        teller = Teller(page, clock, lessons, inbound, content)
        lines = []
        for line in filter(None, story.splitlines()):
            lines.append(line)
            if not line.startswith("#"):
                await teller.tell(line)
                lines.extend(page.seen)
                page.seen.clear()
    return _RANDOM.sub("<ngẫu nhiên>", "\n\n".join(lines)) + "\n"
