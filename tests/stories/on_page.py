"""Stories on a channel that only writes down what it is given, with buttons or with numbers only."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from bot.channels.budget import Budget
from bot.channels.channel import Capabilities, MessageId, NotSupported, Part, Prepared, Still, always
from bot.messages import Address, Incoming, Kind, MediaKind, Priority
from tests.stories.teller import Stage, Teller

BUTTONS = Capabilities(
    longest_text=4000, buttons=10, longest_label=120, pictures=True, voice=True, files=True, tones=True
)
FILES = {MediaKind.PICTURE: "hình", MediaKind.VOICE: "giọng nói", MediaKind.FILE: "hình"}
NUMBERS = Capabilities(longest_text=2000)
ME = Address("story", "me")


@dataclass
class Page:
    """A channel that puts what it is given on a list."""

    capabilities: Capabilities
    seen: list[str]
    name: str = "story"
    budget: Budget = field(default_factory=Budget)
    last: tuple[Part, ...] = ()

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        return []

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        return Prepared(tuple({"part": part} for part in parts))

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        parts = [body["part"] for body in prepared.bodies]
        self.last = tuple(part for part in parts if isinstance(part, Part))
        self.seen.extend(_written(part) for part in self.last)
        return tuple(key for _ in prepared.bodies)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        raise NotSupported

    async def close(self) -> None:
        """Nothing is open."""


def _written(part: Part) -> str:
    lines = [f"({FILES[part.media.kind]}: {part.media.alt} – {part.media.source})"] if part.media else []
    lines += [part.text] if part.paragraphs else []
    lines += [f"[{button.key}] {button.label}" for button in part.buttons]
    return "\n".join(lines)


class PageTeller(Teller):
    """Hands messages in as a channel would."""

    def __init__(self, stage: Stage, capabilities: Capabilities) -> None:
        super().__init__(stage)
        self.page = Page(capabilities, self.seen)
        self.inbound = stage.inbound({"story": self.page})
        self.ids = count(1)
        self.last: Incoming | None = None

    async def say(self, text: str) -> None:
        buttons = self.page.last[-1].buttons if self.page.last else ()
        pressed = next((button for button in buttons if text == button.key), None)
        if pressed is None:
            await self.hear(Incoming(ME, "", text=text))
        else:
            await self.hear(Incoming(ME, "", choice=pressed.id, screen=self.page.last[-1].screen))

    async def hear(self, incoming: Incoming) -> None:
        """Hand a message in under a new id."""
        self.last = replace(incoming, id=str(next(self.ids)), at=self.stage.clock())
        await self.inbound.handle(self.last)

    async def do_start(self, payload: str) -> None:
        await self.hear(Incoming(ME, "", Kind.START, payload))

    async def do_picture(self, _: str) -> None:
        await self.hear(Incoming(ME, "", Kind.PICTURE))

    async def do_voice(self, _: str) -> None:
        await self.hear(Incoming(ME, "", Kind.VOICE))

    async def do_other(self, _: str) -> None:
        await self.hear(Incoming(ME, "", Kind.OTHER))

    async def forward(self, text: str) -> None:
        await self.hear(Incoming(ME, "", Kind.FORWARD, text))

    async def do_forward(self, text: str) -> None:
        await self.hear(Incoming(ME, "", Kind.FORWARD, text))

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


@asynccontextmanager
async def with_buttons(stage: Stage) -> AsyncIterator[Teller]:
    """A network with buttons."""
    yield PageTeller(stage, BUTTONS)


@asynccontextmanager
async def with_numbers(stage: Stage) -> AsyncIterator[Teller]:
    """A network without buttons."""
    yield PageTeller(stage, NUMBERS)
