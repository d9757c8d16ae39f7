"""Stories of several people at once: officers and citizens, each at their own telephone, on one database."""

import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Protocol

import pyotp

from bot.channels.channel import Capabilities, MessageId, Prepared, Still, always
from bot.due import Due
from bot.messages import Address, Incoming, Kind, Priority
from bot.storage.offices import accounts, binding
from bot.storage.offices.accounts import Appointment
from broadcasts.officer import Role
from tests.stories.delivering import delivered
from tests.stories.office import COMMUNE, OFFICE
from tests.stories.on_page import BUTTONS, NUMBERS, Page
from tests.stories.on_telegram import TelegramTeller, on_telegram
from tests.stories.on_zalo_bot import ZaloBotTeller, on_zalo_bot
from tests.stories.on_zalo_oa import ZaloOaTeller, on_zalo_oa
from tests.stories.teller import Stage, staged

_FILLED = re.compile(r"\{(mã|số) (\S+)\}")
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")  # random; see broadcasts.code


class Person(Protocol):
    """Somebody with a telephone."""

    where: Address

    async def say(self, text: str) -> None:
        """Press the button with that number where there is one, else type."""

    async def start(self, payload: str) -> None:
        """Open the chat."""

    async def look(self) -> list[str]:
        """What has come since the last look."""


@dataclass
class Pages(Page):
    """The page of each account by itself."""

    own: dict[str, Page] = field(default_factory=dict)

    def of(self, account: str) -> Page:
        return self.own.setdefault(account, Page(self.capabilities, [], self.name))

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        return await self.of(address.account).send(address, prepared, priority, key, still)


class OnPage:
    """Hands messages in as a channel would."""

    ids = count(1)

    def __init__(self, stage: Stage, name: str) -> None:
        pages = stage.channels["story"]
        assert isinstance(pages, Pages)
        self.stage, self.page, self.where = stage, pages.of(name), Address("story", name)
        self.inbound = stage.inbound(stage.channels)

    async def say(self, text: str) -> None:
        last = self.page.last[-1] if self.page.last else None
        pressed = next((button for button in last.buttons if text == button.key), None) if last else None
        incoming = Incoming(self.where, "", text=text)
        if pressed and last:
            incoming = Incoming(self.where, "", choice=pressed.id, screen=last.screen)
        await self._hear(incoming)

    async def start(self, payload: str) -> None:
        await self._hear(Incoming(self.where, "", Kind.START, payload))

    async def _hear(self, incoming: Incoming) -> None:
        await self.inbound.handle(replace(incoming, id=str(next(self.ids)), at=self.stage.clock()))

    async def look(self) -> list[str]:
        seen, self.page.seen[:] = list(self.page.seen), []
        return seen


@dataclass
class OnNetwork:
    """Acts in a private chat of their own; `teller` knows how on this network."""

    teller: TelegramTeller | ZaloBotTeller | ZaloOaTeller
    where: Address

    async def say(self, text: str) -> None:
        await self.teller.say(text)

    async def start(self, payload: str) -> None:
        await self.teller.do_start(payload)

    async def look(self) -> list[str]:
        await self.teller.look()
        seen, self.teller.seen[:] = list(self.teller.seen), []
        return seen


class Crowd:
    """Everybody in a story. Whatever is sent by itself arrives after each line."""

    def __init__(self, stage: Stage, person: Callable[[str], Person]) -> None:
        self.stage, self._person = stage, person
        self.people: dict[str, Person] = {}
        self._codes: dict[str, str] = {}
        self._secrets: dict[str, str] = {}

    async def tell(self, line: str) -> list[str]:
        """Do what one line says; who then sees what."""
        name, colon, text = line.partition(": ")
        if line.startswith("! "):
            word, _, rest = line.removeprefix("! ").partition(" ")
            await getattr(self, f"do_{word}")(rest)
        else:
            assert colon, line
            await self.people[name].say(self._filled(text))
        return await self._settled()

    async def _settled(self) -> list[str]:
        """First what was answered, then what has come by itself, in an order of its own: it leaves side by side."""
        answered = await self._seen()
        now = self.stage.clock.now
        await Due(self.stage.database, self.stage.channels, lambda: now).look()
        await delivered(self.stage)
        return answered + sorted(await self._seen())

    async def _seen(self) -> list[str]:
        return [f"[{name}]\n{text}" for name, one in self.people.items() for text in await one.look()]

    def _filled(self, text: str) -> str:
        """With an officer's one-time code for {mã Lan}, and the six digits of this moment for {số Lan}."""
        return _FILLED.sub(lambda found: self._secret(*found.groups()), text)

    def _secret(self, what: str, name: str) -> str:
        return self._codes[name] if what == "mã" else pyotp.TOTP(self._secrets[name]).at(self.stage.clock.now)

    async def do_appoint(self, rest: str) -> None:
        """An administrator makes an account: name and roles; its code waits to be typed."""
        name, *roles = rest.split()
        appointed = Appointment(name, OFFICE, frozenset(map(Role, roles)), (COMMUNE,))
        now = self.stage.clock()
        id, self._secrets[name] = await self.stage.database.write(lambda tx: accounts.add(tx, appointed, now))
        self._codes[name] = await self.stage.database.write(lambda tx: binding.new_code(tx, id, now))
        self.people[name] = self._person(name)

    async def do_officer(self, rest: str) -> None:
        """The same, and the telephone is bound already."""
        await self.do_appoint(rest)
        name, now = rest.split(maxsplit=1)[0], self.stage.clock()
        where, code = self.people[name].where, self._codes[name]
        assert await self.stage.database.write(lambda tx: binding.bind(tx, where, code, now)) is None

    async def do_citizen(self, name: str) -> None:
        """Somebody of the commune joins."""
        self.people[name] = one = self._person(name)
        await one.start(f"xa-{COMMUNE}")
        await one.say("1")
        await one.say("1")
        await one.look()

    async def do_lost(self, name: str) -> None:
        """Somebody else has the telephone; the story calls them by another name."""
        thief, name = name.split()
        self.people[thief] = self.people.pop(name)

    async def do_wait(self, rest: str) -> None:
        number, _, what = rest.partition(" ")
        self.stage.clock.now += timedelta(**{what: int(number)})


ManyWay = Callable[[Stage], AbstractAsyncContextManager[Crowd]]


def on_pages(capabilities: Capabilities) -> ManyWay:
    """A network that only writes down what it is given."""

    @asynccontextmanager
    async def way(stage: Stage) -> AsyncIterator[Crowd]:
        stage.inbound({"story": Pages(capabilities, [])})
        yield Crowd(stage, lambda name: OnPage(stage, name))

    return way


@asynccontextmanager
async def all_on_telegram(stage: Stage) -> AsyncIterator[Crowd]:
    """Everybody on Telegram, each in a private chat."""
    async with on_telegram(stage) as teller:
        assert isinstance(teller, TelegramTeller)
        yield Crowd(stage, partial(_on_telegram, teller, count(101)))


def _on_telegram(first: TelegramTeller, numbers: Iterator[int], _: str) -> OnNetwork:
    number, teller = next(numbers), TelegramTeller(first.stage, first.server, first.inbound)
    teller.me = first.server.person(number)
    return OnNetwork(teller, Address("telegram", str(number)))


@asynccontextmanager
async def all_on_zalo_bot(stage: Stage) -> AsyncIterator[Crowd]:
    """Everybody writes to one bot of Zalo."""
    async with on_zalo_bot(stage) as teller:
        assert isinstance(teller, ZaloBotTeller)
        yield Crowd(stage, partial(_on_zalo_bot, teller, count(0xA01)))


def _on_zalo_bot(first: ZaloBotTeller, numbers: Iterator[int], _: str) -> OnNetwork:
    id, teller = f"{next(numbers):x}", ZaloBotTeller(first.stage, first.server, first.inbound)
    teller.me = first.server.person(id)
    return OnNetwork(teller, Address("zalo_bot", id))


@asynccontextmanager
async def all_on_zalo_oa(stage: Stage) -> AsyncIterator[Crowd]:
    """Everybody writes to one Official Account."""
    async with on_zalo_oa(stage) as teller:
        assert isinstance(teller, ZaloOaTeller)
        yield Crowd(stage, partial(_on_zalo_oa, teller, count(4572947693969771001)))


def _on_zalo_oa(first: ZaloOaTeller, numbers: Iterator[int], _: str) -> OnNetwork:
    id = str(next(numbers))
    teller = ZaloOaTeller(first.stage, first.server, first.listening, first.inbound, id)
    return OnNetwork(teller, Address("zalo_oa", id))


MANY_WAYS: Mapping[str, ManyWay] = {
    "buttons": on_pages(BUTTONS),
    "numbers": on_pages(NUMBERS),
    "telegram": all_on_telegram,
    "zalo_bot": all_on_zalo_bot,
    "zalo_oa": all_on_zalo_oa,
}


async def told_by_many(story: str, way: ManyWay, lessons: Path, database: str) -> str:
    """The whole transcript of a story; codes are numbered in the order in which they are seen."""
    async with staged(lessons, database) as stage, way(stage) as crowd:
        lines = []
        for line in filter(None, story.splitlines()):
            lines.append(line)
            if not line.startswith("#"):
                lines += await crowd.tell(line)
        return _numbered("\n\n".join(lines)) + "\n"


def _numbered(text: str) -> str:
    codes = list(dict.fromkeys(_CODE.findall(text)))
    return _CODE.sub(lambda found: f"0000-{codes.index(found[0]) + 1:04}", text)
