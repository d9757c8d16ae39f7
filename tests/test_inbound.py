"""Every message is decided once and answered, whatever fails in between."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from random import Random

import pytest

from bot.channels.channel import (
    Gone,
    Held,
    Misconfigured,
    Refused,
    SendError,
    Throttled,
    Unavailable,
    Uncertain,
)
from bot.conversation.state import ConversationState
from bot.conversation.visit import World
from bot.directory import read_directory
from bot.inbound import LEASE, PAUSES, Inbound
from bot.learning.lesson import Audience
from bot.learning.library import read_library
from bot.messages import Address, Incoming, Kind
from bot.storage.database import Database, Transaction, open_database
from bot.storage.people.conversations import keep_conversation, look_at
from bot.turns import Turns
from tests.conversation.nonsense import ALWAYS, FORGED, GARBAGE
from tests.conversation.recorder import Recorder
from tests.stories.teller import Clock

LESSONS = Path(__file__).parent / "stories" / "lessons"
LAN = Address("test", "lan")
TO_THE_QUESTION = ("", "1", "1", "0", "1", "1", "1", "1", "1")  # joins as an elder, reads the first lesson


@cache
def world() -> World:
    return World(read_library(LESSONS), read_directory(LESSONS / "danh-ba"), "Ban thông tin cơ sở")


@dataclass
class Bot:
    """One process: an Inbound over a database."""

    database: Database
    channel: Recorder = field(default_factory=Recorder)
    clock: Clock = field(default_factory=Clock)
    ids: Iterator[int] = field(default_factory=count)
    rests: list[float] = field(default_factory=list)

    async def rest(self, seconds: float) -> None:
        """Instead of sleeping."""
        self.rests.append(seconds)

    def __post_init__(self) -> None:
        self.turns = Turns(world)
        self.inbound = Inbound(self.database, {"test": self.channel}, self.turns, self.clock, self.rest)

    def message(self, text: str, address: Address = LAN) -> Incoming:
        """A new message; the empty one opens the chat."""
        return Incoming(address, f"m{next(self.ids)}", Kind.TEXT if text else Kind.START, text)

    async def hear(self, *texts: str, address: Address = LAN) -> None:
        """Several messages, one after the other."""
        for text in texts:
            await self.inbound.handle(self.message(text, address))

    async def after_a_crash(self) -> "Bot":
        """Another process on the same database, when the leases of the dead one are over."""
        again = Bot(self.database, clock=self.clock, ids=self.ids)
        self.clock.now += LEASE
        await again.inbound.rescue()
        return again

    async def state(self, address: Address = LAN) -> ConversationState:
        return await self.database.read(lambda tx: look_at(tx, address))

    async def number(self, question: str) -> int:
        """What a question to the database gives."""
        found = await self.database.read(lambda tx: tx.exec_driver_sql(question).scalar())
        return int(found or 0)

    async def answers(self) -> int:
        return await self.number("SELECT count(*) FROM answers")

    async def unanswered(self) -> int:
        return await self.number("SELECT count(*) FROM inbox WHERE state <> 'answered'")


@pytest.fixture
def bot(database: Database) -> Bot:
    return Bot(database)


@pytest.fixture
async def other(database_url: str, bot: Bot) -> AsyncIterator[Bot]:
    """A second process on the database of `bot`."""
    async with await open_database(database_url) as opened:
        yield Bot(opened, clock=bot.clock, ids=bot.ids)


async def test_a_message_is_answered_and_forgotten(bot: Bot) -> None:
    await bot.hear("")
    [sent] = bot.channel.sent
    assert "Xin chào" in sent.text
    assert (sent.account, sent.key) == ("lan", "inbox:1")
    assert await bot.unanswered() == 0
    assert await bot.number("SELECT count(*) FROM inbox WHERE body IS NOT NULL") == 0


async def test_comings_and_goings_are_kept_and_not_answered(bot: Bot) -> None:
    await bot.hear("")
    for kind in (Kind.LEFT, Kind.RETURNED):
        await bot.inbound.handle(Incoming(LAN, kind.value, kind))
    assert (len(bot.channel.sent), await bot.unanswered()) == (1, 0)


async def test_a_repeat_changes_nothing_and_sends_nothing(bot: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    answer = bot.message("2")
    for _ in range(3):
        await bot.inbound.handle(answer)
    assert len(bot.channel.sent) == len(TO_THE_QUESTION) + 1
    assert await bot.answers() == 1


async def test_a_message_and_its_repeat_at_once_are_one(bot: Bot, other: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    answer = bot.message("2")
    await asyncio.gather(*(one.inbound.handle(answer) for one in (bot, other, bot, other)))
    assert len(bot.channel.sent) + len(other.channel.sent) == len(TO_THE_QUESTION) + 1
    assert await bot.answers() == 1


async def test_messages_of_one_person_keep_their_order(bot: Bot) -> None:
    rows = [await bot.inbound.store(bot.message(text)) for text in TO_THE_QUESTION]
    await asyncio.gather(*(bot.inbound.answer(row) for row in rows if row))
    assert [sent.screen for sent in bot.channel.sent] == [str(n + 1) for n in range(len(rows))]
    assert "Số lạ gọi" in bot.channel.sent[-1].text


async def test_two_processes_never_race(bot: Bot, other: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    shown = (await bot.state()).shown
    messages = [bot.message("nhắc lại") for _ in range(12)]
    await asyncio.gather(*((bot, other)[n % 2].inbound.handle(one) for n, one in enumerate(messages)))
    assert (await bot.state()).shown == shown + len(messages)
    screens = [int(sent.screen) for one in (bot, other) for sent in one.channel.sent]
    assert sorted(screens) == list(range(1, shown + len(messages) + 1))


async def test_one_answer_given_to_two_processes_counts_once(bot: Bot, other: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    await asyncio.gather(*(one.inbound.handle(bot.message("2")) for one in (bot, other)))
    assert await bot.answers() == 1
    assert len(bot.channel.sent) + len(other.channel.sent) == len(TO_THE_QUESTION) + 2


async def test_a_crash_after_storing(bot: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    await bot.inbound.store(bot.message("2"))
    again = await bot.after_a_crash()
    [sent] = again.channel.sent
    assert "Đúng rồi" in sent.text
    assert (await bot.answers(), await bot.unanswered()) == (1, 0)


async def test_a_crash_after_deciding(bot: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    row = await bot.inbound.store(bot.message("2"))
    assert row
    screen = await bot.database.write(lambda tx: bot.turns.take(tx, row, bot.clock.now))
    assert screen
    again = await bot.after_a_crash()
    [sent] = again.channel.sent
    assert (sent.screen, sent.key) == (screen.id, f"inbox:{row.id}")
    assert "Đúng rồi" in sent.text
    assert (await bot.answers(), await bot.unanswered()) == (1, 0)
    await again.hear("1")
    assert "Câu 2" in again.channel.sent[-1].text


async def test_a_crash_after_sending(bot: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    await bot.hear("2")
    first = bot.channel.sent[-1]
    await bot.database.write(_not_marked_as_answered)
    again = await bot.after_a_crash()
    assert again.channel.sent == [first]
    assert (await bot.answers(), await bot.unanswered()) == (1, 0)


def _not_marked_as_answered(tx: Transaction) -> None:
    """As a process leaves it that dies between sending and marking."""
    newest = "(SELECT max(id) FROM inbox)"
    tx.exec_driver_sql(f"UPDATE inbox SET state = 'decided', leased_until = received_at WHERE id = {newest}")


async def test_what_a_crash_left_is_answered_in_order(bot: Bot) -> None:
    await bot.hear(*TO_THE_QUESTION)
    for text in ("2", "1", "1"):
        await bot.inbound.store(bot.message(text))
    again = await bot.after_a_crash()
    assert ["Đúng rồi" in again.channel.sent[0].text, "Câu 2" in again.channel.sent[1].text] == [True, True]
    assert len(again.channel.sent) == 3
    assert await bot.answers() == 2
    assert await again.inbound.rescue() == 0


async def test_a_message_under_way_is_not_taken_up(bot: Bot, other: Bot) -> None:
    await bot.inbound.store(bot.message(""))
    assert await other.inbound.rescue() == 0
    bot.clock.now += LEASE
    assert sum(await asyncio.gather(bot.inbound.rescue(), other.inbound.rescue())) == 1
    assert len(bot.channel.sent) + len(other.channel.sent) == 1


@pytest.mark.parametrize(
    ("trouble", "rest"), [(Throttled(3), 3), (Unavailable(), PAUSES[0]), (Uncertain(), PAUSES[0])], ids=repr
)
async def test_an_answer_is_tried_again_soon(bot: Bot, trouble: SendError, rest: float) -> None:
    bot.channel.troubles.append(trouble)
    await bot.hear("")
    assert (len(bot.channel.sent), bot.rests, await bot.unanswered()) == (1, [rest], 0)


@pytest.mark.parametrize("trouble", [Throttled(3), Unavailable(), Uncertain(), Held(), Misconfigured()], ids=repr)
async def test_an_answer_waits_for_a_network_in_trouble(bot: Bot, trouble: SendError) -> None:
    bot.channel.troubles.extend([trouble] * (len(PAUSES) + 1))
    await bot.hear("")
    assert (bot.channel.sent, await bot.unanswered()) == ([], 1)
    assert await bot.inbound.rescue() == 0
    bot.channel.troubles.clear()
    bot.clock.now += LEASE
    assert await bot.inbound.rescue() == 1
    assert ["Xin chào" in sent.text for sent in bot.channel.sent] == [True]
    assert await bot.unanswered() == 0


@pytest.mark.parametrize("trouble", [Gone(), Refused("too large")], ids=repr)
async def test_an_answer_that_nobody_wants_is_not_sent_again(bot: Bot, trouble: SendError) -> None:
    bot.channel.troubles.append(trouble)
    await bot.hear("")
    assert (bot.channel.sent, await bot.unanswered()) == ([], 0)
    await bot.hear("1")
    assert len(bot.channel.sent) == 1


async def test_a_row_of_a_channel_that_is_not_here_is_left_alone(bot: Bot) -> None:
    elsewhere = Address("terminal", "local")
    await bot.inbound.store(bot.message("", elsewhere))
    await bot.inbound.store(bot.message(""))
    bot.clock.now += LEASE
    assert await bot.inbound.rescue() == 1
    assert [sent.account for sent in bot.channel.sent] == ["lan"]
    assert await bot.unanswered() == 1


async def test_one_row_that_fails_keeps_no_other_waiting(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    bot.channel.broken = {"minh": ZeroDivisionError("a mistake of ours")}
    for name in ("an", "minh", "lan"):
        await bot.inbound.store(bot.message("", Address("test", name)))
    bot.clock.now += LEASE
    await bot.inbound.rescue()
    assert {sent.account for sent in bot.channel.sent} == {"an", "lan"}
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


SPOILT_PLACE = {"lesson": "dung-lai", "quiz": {"open": "x"}}


async def test_a_turn_that_fails_apologises_once_and_goes_home(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    spoilt = ConversationState("quiz", SPOILT_PLACE, audience=Audience.ADULT, shown=7)
    await bot.database.write(lambda tx: keep_conversation(tx, LAN, spoilt, bot.clock.now))
    await bot.hear("chữ này là bí mật")
    [sent] = bot.channel.sent
    assert "Em xin lỗi, vừa có trục trặc." in sent.text
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "bí mật" not in caplog.text
    assert (await bot.state()).scene == "home"
    await bot.hear("1")
    assert "trục trặc" not in bot.channel.sent[-1].text
    assert await bot.unanswered() == 0


async def test_a_state_that_cannot_be_read_begins_anew(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    await bot.hear("", "3")
    spoilt = json.dumps({"scene": 5, "audience": "?", "offered": [1], "said": {}, "resume": {"scene": "quiz"}})
    await bot.database.write(lambda tx: tx.exec_driver_sql(f"UPDATE addresses SET state = '{spoilt}'"))
    await bot.hear("menu", "cài đặt")
    assert "Cài đặt" in bot.channel.sent[-1].text
    assert caplog.records == []


async def test_one_failing_turn_of_many_fails_alone(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    people = [Address("test", f"p{n}") for n in range(20)]
    spoilt = ConversationState("quiz", SPOILT_PLACE)
    await bot.database.write(lambda tx: keep_conversation(tx, people[7], spoilt, bot.clock.now))
    await asyncio.gather(*(bot.inbound.handle(bot.message("2", one)) for one in people))
    sorry = [sent.account for sent in bot.channel.sent if "trục trặc" in sent.text]
    assert (sorry, len(bot.channel.sent)) == (["p7"], 20)
    assert len(caplog.records) == 1


MALFORMED, CROWD = 5000, 100


def _malformed(chance: Random, person: Address, number: int) -> Incoming:
    """Anything that may cross the border of a channel: text without the zero character and half surrogates."""
    kind = chance.choice((Kind.TEXT, Kind.TEXT, Kind.TEXT, *Kind))
    characters = "".join(chr(chance.choice((chance.randrange(1, 0xD800), chance.randrange(1, 256)))) for _ in range(20))
    huge = chance.choice(GARBAGE)[:9] * 2200
    text = chance.choice((*GARBAGE, *ALWAYS, str(chance.randrange(30)), characters, huge))
    choice = chance.choice((None, None, text[:60], *chance.sample(FORGED, 4)))
    screen = chance.choice((None, str(number), f"-{number}", f"{number}" * 300))  # never the one before: a double tap
    return Incoming(person, f"{number}", kind, text, choice, screen)


def _spoilt(chance: Random) -> ConversationState:
    """A stored state with wrong values in it."""
    junk: tuple[object, ...] = (
        None,
        -1,
        10**12,
        "x",
        [],
        {},
        {"open": [99], "at": 0, "first": [], "missed": [], "round": 1, "attempts": 0},
    )
    names = (
        "lesson",
        "version",
        "card",
        "quiz",
        "told",
        "asked",
        "given",
        "course",
        "start",
        "then",
        "found",
        "from",
        "to",
    )
    place = {name: chance.choice((*junk, "dung-lai")) for name in chance.sample(names, 5)}
    scene = chance.choice(
        ("lesson", "quiz", "lessons", "area", "home", "stop", "preferences", "gone", "help", "welcome")
    )
    return ConversationState(scene, place, resume={"scene": scene, "place": {"lesson": "dung-lai", **place}})


async def test_thousands_of_malformed_messages(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    chance = Random(20261121)
    people = [Address("test", f"p{n}") for n in range(CROWD)]
    spoilt = set(people[::5])
    async with await open_database(f"sqlite:///{tmp_path}/camtay.db") as database:
        bot, answerable = Bot(database), 0
        for person in spoilt:
            state = _spoilt(chance)
            await database.write(lambda tx, at=person, state=state: keep_conversation(tx, at, state, bot.clock.now))  # type: ignore[misc]
        for number in range(MALFORMED // CROWD):
            messages = [_malformed(chance, person, number) for person in people]
            await asyncio.gather(*map(bot.inbound.handle, messages))
            answerable += sum(message.kind not in (Kind.LEFT, Kind.RETURNED) for message in messages)
        assert await bot.unanswered() == 0
        assert await bot.number("SELECT count(*) FROM inbox") == MALFORMED
        failed = {str(record.args[0]) for record in caplog.records if isinstance(record.args, tuple)}
        rows = await database.read(lambda tx: tx.exec_driver_sql("SELECT id, account FROM inbox").all())
    assert {account for id, account in rows if str(id) in failed} <= {person.account for person in spoilt}
    keys = [sent.key for sent in bot.channel.sent]
    assert len(keys) == len(set(keys)) == answerable
