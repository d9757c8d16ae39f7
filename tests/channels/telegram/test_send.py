import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.channel import (
    Gone,
    NotSupported,
    Part,
    Prepared,
    Refused,
    Throttled,
    Unavailable,
)
from bot.channels.layout import lay_out
from bot.channels.telegram.send import TelegramChannel
from bot.messages import Address, Choice, Incoming, Media, MediaKind, Paragraph, Priority, Screen, Tone
from tests.channels.telegram.opened import (
    SkippedTime,
    opened,
)
from tests.fakes import MemoryMediaCache
from tests.telegram_server.calls import Call
from tests.telegram_server.faults import Fault, Trouble
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TelegramServer

LAN = Address("telegram", "77")
QUIZ = Screen(
    (Paragraph("Câu 1", Tone.TITLE), Paragraph("Bác làm gì?")),
    (Choice("answer:0", "Đọc mã"), Choice("answer:1", "Tắt máy")),
    id="17",
)
PICTURE = Media(MediaKind.PICTURE, "hinh/dat-may.svg", "Bà cụ đặt điện thoại xuống")
VOICE = Media(MediaKind.VOICE, "tieng/bai-6.ogg", "Nghe bài 6")
LEAFLET = Media(MediaKind.FILE, "to-roi.pdf", "Tờ rơi")


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with judged_server() as running:
        yield running


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    async with opened(server.url) as one:
        yield one


def laid_out(channel: TelegramChannel, screen: Screen = QUIZ) -> Prepared:
    return channel.prepare(lay_out(screen, channel.capabilities))


def words(channel: TelegramChannel, *texts: str) -> Prepared:
    return channel.prepare([Part((Paragraph(text),)) for text in texts])


async def test_a_person_sees_the_screen_with_its_buttons(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person(77, started=True)
    [id] = await channel.send(LAN, laid_out(channel), Priority.REPLY)
    seen = await lan.sees_next()
    assert (seen.text, seen.labels, seen.id) == ("Câu 1\n\nBác làm gì?", ["1. Đọc mã", "2. Tắt máy"], int(id))
    assert seen.entities == (("bold", "Câu 1"),)


@pytest.mark.parametrize("priority", Priority)
async def test_only_routine_messages_arrive_without_a_sound(
    server: TelegramServer, channel: TelegramChannel, priority: Priority
) -> None:
    lan = server.person(77, started=True)
    await channel.send(LAN, words(channel, "Chào bác."), priority)
    assert (await lan.sees_next()).silent is (priority is Priority.ROUTINE)


@pytest.mark.parametrize("media", [PICTURE, VOICE, LEAFLET], ids=lambda media: str(media.kind.value))
async def test_a_file_is_uploaded_once(server: TelegramServer, channel: TelegramChannel, media: Media) -> None:
    lan, ba = server.person(77, started=True), server.person(88, started=True)
    prepared = channel.prepare([Part((), media=media)])
    for address in (LAN, Address("telegram", "88")):
        await channel.send(address, prepared, Priority.REPLY)
    first, second = await lan.sees_next(), await ba.sees_next()
    assert first.text == second.text == media.alt
    assert first.file_id == second.file_id
    assert [len(call.files) for call in server.requests] == [1, 0]


async def test_a_file_whose_id_no_longer_holds_is_uploaded_again(server: TelegramServer) -> None:
    lan, media = server.person(77, started=True), MemoryMediaCache()
    async with opened(server.url, media=media) as channel:
        prepared = channel.prepare([Part((), media=PICTURE)])
        await channel.send(LAN, prepared, Priority.REPLY)
        [kept] = media.ids
        media.ids[kept] = "AgACAgUA-of-another-bot"
        for _ in range(2):
            await channel.send(LAN, prepared, Priority.REPLY)
    assert [(len(call.files), call.status) for call in server.requests] == [(1, 200), (0, 400), (1, 200), (0, 200)]
    assert [seen.media for seen in lan.sees] == ["photo"] * 3


async def test_what_was_made_for_one_person_is_uploaded_each_time(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.person(77, started=True)
    prepared = channel.prepare([Part((), media=Media(MediaKind.FILE, "du-lieu.txt", "Dữ liệu", b"Lan"))])
    for _ in range(2):
        await channel.send(LAN, prepared, Priority.REPLY)
    assert [len(call.files) for call in server.requests] == [1, 1]


async def test_an_edit_replaces_words_and_buttons(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person(77, started=True)
    [id] = await channel.send(LAN, laid_out(channel), Priority.REPLY)
    await channel.edit(LAN, id, words(channel, "Bản sửa: 16 giờ"))
    await channel.edit(LAN, id, words(channel, "Bản sửa: 16 giờ"))  # the same again is no failure
    [seen] = lan.sees
    assert (seen.text, seen.buttons, seen.edited) == ("Bản sửa: 16 giờ", (), True)


async def test_only_one_message_of_words_can_replace_another(server: TelegramServer, channel: TelegramChannel) -> None:
    for prepared in (words(channel, "a", "b"), words(channel), channel.prepare([Part((), media=PICTURE)])):
        with pytest.raises(NotSupported):
            await channel.edit(LAN, "41", prepared)
    assert server.requests == []


async def test_an_edit_of_what_is_gone_is_refused(server: TelegramServer, channel: TelegramChannel) -> None:
    server.person(77, started=True)
    with pytest.raises(Refused):
        await channel.edit(LAN, "41", words(channel, "a"))


async def test_a_withdrawn_message_is_gone_and_stays_gone(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person(77, started=True)
    [id] = await channel.send(LAN, laid_out(channel), Priority.REPLY)
    await channel.withdraw(LAN, id)
    await channel.withdraw(LAN, id)
    assert lan.sees == []


async def test_a_press_is_acknowledged_and_its_buttons_go(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person(77, started=True)
    await channel.send(LAN, laid_out(channel), Priority.REPLY)
    press = await lan.presses("2. Tắt máy")
    [incoming] = await pressed(channel)
    await channel.acknowledge(incoming)
    await press.answered()
    assert (incoming.choice, incoming.screen) == ("answer:1", "17")
    [seen] = lan.sees
    assert (seen.buttons, seen.text) == ((), "Câu 1\n\nBác làm gì?")


async def pressed(channel: TelegramChannel) -> list[Incoming]:
    """What waits at the server."""
    taken: list[Incoming] = []

    class Enough(Exception):
        pass

    async def take(incomings: object) -> None:
        assert isinstance(incomings, list)
        taken.extend(incomings)
        raise Enough

    with pytest.raises(Enough):
        await channel.poller(take).run()
    return taken


@pytest.mark.parametrize(
    "trouble", [t for t in Trouble if t is not Trouble.SLOW], ids=lambda trouble: str(trouble.name)
)
async def test_a_press_that_cannot_be_acknowledged_does_not_matter(
    server: TelegramServer, channel: TelegramChannel, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    lan = server.person(77, started=True)
    await channel.send(LAN, laid_out(channel), Priority.REPLY)
    await lan.presses("2. Tắt máy")
    [incoming] = await pressed(channel)
    server.order(Fault(trouble))
    await channel.acknowledge(incoming)
    server.order()
    await channel.acknowledge(incoming)
    await channel.acknowledge(incoming)  # double presses come with the same message
    assert [record for record in caplog.records if record.levelno > logging.DEBUG] == []


async def test_only_presses_are_acknowledged(server: TelegramServer, channel: TelegramChannel) -> None:
    await channel.acknowledge(Incoming(LAN, "1", text="2"))
    assert server.requests == []


async def test_an_answer_waits_for_the_gate_to_open(server: TelegramServer) -> None:
    time, lan = SkippedTime(), server.person(77, started=True)
    server.order(Fault(Trouble.REFUSE, seconds=7, times=1))
    async with opened(server.url, time.budget()) as channel:
        await channel.send(LAN, words(channel, "Chào bác."), Priority.REPLY)
    assert [seen.text for seen in lan.sees] == ["Chào bác."]
    assert time.now >= 7


@pytest.mark.parametrize("priority", [Priority.URGENT, Priority.FIRST, Priority.ROUTINE])
async def test_what_is_no_answer_is_given_back_and_the_gate_is_closed(
    server: TelegramServer, priority: Priority
) -> None:
    time = SkippedTime()
    server.person(77, started=True)
    server.order(Fault(Trouble.REFUSE, seconds=7, times=1))
    async with opened(server.url, time.budget()) as channel:
        with pytest.raises(Throttled):
            await channel.send(LAN, words(channel, "Chào bác."), priority)
        tries, waited = len(server.requests), time.now
        await channel.send(LAN, words(channel, "Chào bà."), Priority.REPLY)
    assert tries == 1
    assert not waited
    assert time.now >= 7


@pytest.mark.parametrize(("seconds", "times"), [(60, 1), (1, 3)], ids=["too long", "too often"])
async def test_an_answer_does_not_wait_for_ever(server: TelegramServer, seconds: float, times: int) -> None:
    server.person(77, started=True)
    server.order(Fault(Trouble.REFUSE, seconds=seconds, times=times))
    async with opened(server.url, SkippedTime().budget()) as channel:
        with pytest.raises(Throttled):
            await channel.send(LAN, words(channel, "Chào bác."), Priority.REPLY)
    assert len(server.requests) == times


async def test_every_message_takes_a_turn_of_the_budget(server: TelegramServer) -> None:
    time = SkippedTime()
    lan = server.person(77, started=True)
    async with opened(server.url, time.budget(rate=1)) as channel:
        await channel.send(LAN, words(channel, "a", "b", "c"), Priority.REPLY)
        ids = [str(seen.id) for seen in lan.sees]
        await channel.edit(LAN, ids[0], words(channel, "d"))
        await channel.withdraw(LAN, ids[1])
    assert len(server.requests) == 5
    assert time.now >= 4


async def test_a_key_that_broke_off_goes_on_where_it_was(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person(77, started=True)
    prepared = words(channel, "một", "hai", "ba")
    server.order(Fault(Trouble.ERROR, one_in=3, times=1, seed=_seed_striking(2)))
    with pytest.raises(Unavailable):
        await channel.send(LAN, prepared, Priority.REPLY, "inbox:1")
    before = [seen.text for seen in lan.sees]
    ids = await channel.send(LAN, prepared, Priority.REPLY, "inbox:1")
    assert before == ["một", "hai"]
    assert [seen.text for seen in lan.sees] == ["một", "hai", "ba"]
    assert ids == tuple(str(seen.id) for seen in lan.sees)
    await channel.send(LAN, prepared, Priority.REPLY, "inbox:1")
    assert len(lan.sees) == 6, "what was finished is shown again"


def _seed_striking(place: int) -> int:
    """The first seed of a Fault that strikes the request at this place of three."""
    for seed in range(100):
        fault = Fault(Trouble.ERROR, one_in=3, seed=seed)
        if [fault.strikes(call) for call in [Call("sendMessage", {}, {}, 0)] * 3].index(True) == place:
            return seed
    raise AssertionError("no seed strikes there")


async def test_other_words_under_an_old_key_begin_at_the_beginning(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    lan = server.person(77, started=True)
    server.order(Fault(Trouble.ERROR, one_in=3, times=1, seed=_seed_striking(2)))
    with pytest.raises(Unavailable):
        await channel.send(LAN, words(channel, "một", "hai", "ba"), Priority.REPLY, "inbox:1")
    await channel.send(LAN, words(channel, "bốn", "hai", "ba"), Priority.REPLY, "inbox:1")
    assert [seen.text for seen in lan.sees] == ["một", "hai", "bốn", "hai", "ba"]


@pytest.mark.parametrize("account", ["@kenh_la", "-1001234567890", "", "lan", "77 "])
async def test_only_people_are_written_to(server: TelegramServer, channel: TelegramChannel, account: str) -> None:
    with pytest.raises(Refused):
        await channel.send(Address("telegram", account), words(channel, "a"), Priority.REPLY)
    assert server.requests == []


@pytest.mark.parametrize("state", ["never started", "blocked", "deleted", "unknown"])
async def test_who_cannot_be_reached_is_gone(server: TelegramServer, channel: TelegramChannel, state: str) -> None:
    if state != "unknown":
        lan = server.person(77, started=state != "never started")
        if state == "blocked":
            await lan.blocks()
        if state == "deleted":
            lan.deletes_account()
    with pytest.raises(Gone):
        await channel.send(LAN, words(channel, "a"), Priority.REPLY)


async def test_a_session_that_was_given_stays_open() -> None:
    async with TelegramServer() as server, aiohttp.ClientSession() as session:
        server.person(77, started=True)
        async with opened(server.url, session=session) as channel:
            await channel.send(LAN, words(channel, "a"), Priority.REPLY)
        assert not session.closed
