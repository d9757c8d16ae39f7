"""One notice to one person: laid out once, every failure under its name, the old message put right."""

import asyncio

import pytest

from bot.channels.budget import Budget
from bot.channels.channel import (
    Capabilities,
    Gone,
    Held,
    MessageId,
    Misconfigured,
    Part,
    Prepared,
    Refused,
    SendError,
    Still,
    Throttled,
    Unavailable,
    Uncertain,
    always,
)
from bot.channels.devnull import DevnullChannel
from bot.channels.webchat.send import WebChatChannel
from bot.messages import Address, Paragraph, Priority, Screen
from bot.outbound import Outbound, Texts
from bot.storage.errors import DatabaseUnavailable
from broadcasts.delivery import Attempt, Outcome
from broadcasts.notice import Level
from broadcasts.ports import Parcel
from tests.fakes import MemoryMailbox

NEW, OLD = Screen((Paragraph("Bão đổi hướng."),)), Screen((Paragraph("Tin này đã có tin mới thay."),))


class Editing(DevnullChannel):
    """A network that can edit, fails as told, and remembers what was edited and taken away."""

    capabilities = Capabilities(longest_text=4096, edit=True, withdraw=True)

    def __init__(self, failure: SendError | None = None) -> None:
        super().__init__(Budget())
        self.failure, self.edited, self.withdrawn = failure, list[tuple[str, Prepared]](), list[str]()
        self.prepared = 0

    def prepare(self, parts: object) -> Prepared:
        self.prepared += 1
        return super().prepare(parts)  # type: ignore[arg-type]

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        if self.failure:
            raise self.failure
        return await super().send(address, prepared, priority, key, still)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        self.edited.append((message, prepared))

    async def withdraw(self, address: Address, message: MessageId) -> None:
        self.withdrawn.append(message)


def outbound(channel: DevnullChannel | WebChatChannel, instead: Screen | None = None) -> Outbound:
    async def texts(mailing: int) -> Texts:
        return NEW, instead

    return Outbound({channel.name: channel}, texts)


def parcel(channel: str = "devnull", account: str = "1", old: tuple[str, ...] = ()) -> Parcel:
    return Parcel(1, 7, channel, account, Level.URGENT, old=old)


async def test_what_is_sent_is_the_frozen_text() -> None:
    channel = Editing()
    assert await outbound(channel).send(parcel(), always) == Attempt(Outcome.SENT, ("1",))
    part = channel.delivered[0].prepared.bodies[0]["part"]
    assert isinstance(part, Part)
    assert part.text == "Bão đổi hướng."
    assert (channel.delivered[0].priority, channel.delivered[0].key) == (Priority.URGENT, "mailing:7")


async def test_a_text_is_built_once_for_everybody() -> None:
    channel = Editing()
    sending = outbound(channel)
    await asyncio.gather(*(sending.send(parcel(account=str(account)), always) for account in range(4)))
    await sending.send(parcel(account="4"), always)
    assert channel.prepared == 1
    assert sending.tried == {("devnull", "sent"): 5}


async def test_a_text_that_could_not_be_read_is_asked_for_again() -> None:
    asked: list[int] = []

    async def texts(mailing: int) -> Texts:
        asked.append(mailing)
        await asyncio.sleep(0)
        if len(asked) == 1:
            raise DatabaseUnavailable("away")
        return NEW, None

    sending = Outbound({"devnull": Editing()}, texts)
    first = await asyncio.gather(*(sending.send(parcel(), always) for _ in range(3)), return_exceptions=True)
    assert [type(one) for one in first] == [DatabaseUnavailable] * 3
    assert (await sending.send(parcel(), always)).outcome is Outcome.SENT
    assert asked == [7, 7]


async def test_who_is_cut_off_while_a_text_is_read_takes_it_from_nobody() -> None:
    read = asyncio.Event()

    async def texts(mailing: int) -> Texts:
        await read.wait()
        return NEW, None

    sending = Outbound({"devnull": Editing()}, texts)
    first, second = (asyncio.create_task(sending.send(parcel(), always)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    read.set()
    assert (await second).outcome is Outcome.SENT
    assert first.cancelled()


@pytest.mark.parametrize(
    ("failure", "outcome", "wait"),
    [
        (Throttled(17), Outcome.THROTTLED, 17.0),
        (Unavailable("502"), Outcome.UNAVAILABLE, 0.0),
        (Uncertain("no answer"), Outcome.UNCERTAIN, 0.0),
        (Held("window"), Outcome.HELD, 0.0),
        (Gone("blocked"), Outcome.GONE, 0.0),
        (Refused("too long"), Outcome.REFUSED, 0.0),
        (Misconfigured("token"), Outcome.MISCONFIGURED, 0.0),
    ],
)
async def test_every_failure_has_its_outcome(failure: SendError, outcome: Outcome, wait: float) -> None:
    attempt = await outbound(Editing(failure)).send(parcel(), always)
    assert (attempt.outcome, attempt.wait, attempt.why) == (outcome, wait, str(failure))


async def test_what_is_no_longer_wanted_does_not_leave() -> None:
    channel = Editing()
    assert (await outbound(channel).send(parcel(), lambda: False)).outcome is Outcome.UNWANTED
    assert not channel.delivered


@pytest.mark.parametrize(("failure", "edited"), [(Uncertain("no answer"), ["41"]), (Throttled(17), [])])
async def test_the_old_message_is_put_right_where_the_new_one_may_have_arrived(
    failure: SendError, edited: list[str]
) -> None:
    channel = Editing(failure)
    await outbound(channel, OLD).send(parcel(old=("41",)), always)
    assert [message for message, _ in channel.edited] == edited


async def test_the_old_message_says_that_it_no_longer_holds() -> None:
    channel = Editing()
    attempt = await outbound(channel, OLD).send(parcel(old=("41", "42")), always)
    assert attempt.outcome is Outcome.SENT
    assert [message for message, _ in channel.edited] == ["41"]
    assert channel.withdrawn == ["42"]


async def test_a_network_that_cannot_edit_gets_the_new_message_all_the_same() -> None:
    channel = DevnullChannel(Budget())
    assert (await outbound(channel, OLD).send(parcel(old=("41",)), always)).outcome is Outcome.SENT


async def test_what_lies_in_a_mailbox_is_held_until_somebody_looks() -> None:
    channel = WebChatChannel(MemoryMailbox())
    sending = outbound(channel)
    first = await sending.send(parcel("web", "bac-lan"), always)
    assert first == Attempt(Outcome.HELD, ("1",))
    assert await sending.send(parcel("web", "bac-lan"), always) == first  # never twice in the same mailbox
