import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.channel import (
    Gone,
    Misconfigured,
    NotSupported,
    Part,
    Prepared,
    Refused,
    Throttled,
    Unavailable,
    Uncertain,
    Unwanted,
)
from bot.channels.layout import lay_out
from bot.channels.zalo_bot.payloads import Look
from bot.channels.zalo_bot.plan import Plan
from bot.channels.zalo_bot.send import ZaloBotChannel
from bot.messages import Address, Choice, Incoming, Media, MediaKind, Paragraph, Priority, Screen, Tone
from tests.channels.telegram.opened import NOON, SkippedTime
from tests.channels.zalo_bot.opened import FILES, MemoryUsage, opened, skipping
from tests.zalo_bot_server.faults import Fault, Trouble
from tests.zalo_bot_server.server import ZaloBotServer

LAN = Address("zalo_bot", "6ede9afa")
QUIZ = Screen(
    (Paragraph("Câu 1", Tone.TITLE), Paragraph("Bác làm gì?")),
    (Choice("answer:0", "Đọc mã"), Choice("answer:1", "Tắt máy")),
    hint="Bác gõ số.",
    id="17",
)


@pytest.fixture
async def server() -> AsyncIterator[ZaloBotServer]:
    async with ZaloBotServer() as running:
        yield running


@pytest.fixture
async def channel(server: ZaloBotServer) -> AsyncIterator[ZaloBotChannel]:
    async with opened(server.url) as one:
        yield one


def laid_out(channel: ZaloBotChannel, screen: Screen = QUIZ) -> Prepared:
    return channel.prepare(lay_out(screen, channel.capabilities))


def words(channel: ZaloBotChannel, *texts: str) -> Prepared:
    return channel.prepare([Part((Paragraph(text),)) for text in texts])


async def test_a_person_sees_the_screen_with_numbers_in_large_type(
    server: ZaloBotServer, channel: ZaloBotChannel
) -> None:
    lan = server.person(LAN.account, known=True)
    [id] = await channel.send(LAN, laid_out(channel), Priority.REPLY)
    seen = await lan.sees_next()
    assert (seen.id, seen.text) == (id, "Câu 1\n\nBác làm gì?\n\n1. Đọc mã\n2. Tắt máy\n\nBác gõ số.")
    assert seen.styled[0] == ("Câu 1", ("b", "f_20"))
    assert {codes for _, codes in seen.styled[1:]} == {("f_18",)}


async def test_every_request_is_json_and_has_no_markup(server: ZaloBotServer, channel: ZaloBotChannel) -> None:
    server.person(LAN.account, known=True)
    await channel.send(LAN, words(channel, "a"), Priority.REPLY)
    await channel.listen()
    assert {call.content_type for call in server.requests} == {"application/json"}
    assert not any("parse_mode" in call.fields for call in server.requests)


async def test_pictures_and_voice_are_fetched_from_the_public_address(server: ZaloBotServer) -> None:
    lan = server.person(LAN.account, known=True)
    media = (Media(MediaKind.PICTURE, "hinh/a.svg", "Bà cụ"), Media(MediaKind.VOICE, "tieng/a.aac", "Nghe bài 6"))
    async with opened(server.url, look=Look(files_url=FILES)) as channel:
        await channel.send(LAN, laid_out(channel, Screen((Paragraph("Bài 6"),), media=media)), Priority.REPLY)
    assert [(seen.method, seen.url, seen.text) for seen in lan.sees] == [
        ("sendPhoto", f"{FILES}/hinh/a.png", "Bà cụ"),
        ("sendVoice", f"{FILES}/tieng/a.aac", ""),
        ("sendMessage", "", "Bài 6"),
    ]


async def test_without_a_public_address_files_are_words(server: ZaloBotServer, channel: ZaloBotChannel) -> None:
    lan = server.person(LAN.account, known=True)
    media = (Media(MediaKind.PICTURE, "hinh/a.svg", "Bà cụ"), Media(MediaKind.VOICE, "tieng/a.aac", "Nghe bài 6"))
    await channel.send(LAN, laid_out(channel, Screen((Paragraph("Bài 6"),), media=media)), Priority.REPLY)
    assert [seen.text for seen in lan.sees] == ["[Bà cụ]\n\n[Nghe bài 6]\n\nBài 6"]


@pytest.mark.parametrize("kind", [MediaKind.PICTURE, MediaKind.VOICE], ids=lambda kind: str(kind.value))
async def test_a_file_that_zalo_cannot_fetch_does_not_hold_the_notice_up(
    server: ZaloBotServer, kind: MediaKind
) -> None:
    lan = server.person(LAN.account, known=True)
    server.order(Fault(Trouble.UNFETCHED, methods=("sendPhoto", "sendVoice")))
    screen = Screen((Paragraph("Sơ tán trước 16 giờ"),), media=(Media(kind, "a/b.aac", "Bản đồ"),))
    async with opened(server.url, look=Look(files_url=FILES)) as channel:
        await channel.send(LAN, laid_out(channel, screen), Priority.URGENT)
    assert [seen.text for seen in lan.sees] == ["[Bản đồ]", "Sơ tán trước 16 giờ"]


async def test_what_was_said_stays_as_it_is(channel: ZaloBotChannel) -> None:
    with pytest.raises(NotSupported):
        await channel.edit(LAN, "1", words(channel, "a"))
    with pytest.raises(NotSupported):
        await channel.withdraw(LAN, "1")


async def test_a_person_sees_that_an_answer_is_written(server: ZaloBotServer, channel: ZaloBotChannel) -> None:
    server.person(LAN.account, known=True)
    await channel.acknowledge(Incoming(LAN, "1", text="2"))
    assert server.account.chats[LAN.account].typing == 1


@pytest.mark.parametrize("trouble", Trouble, ids=lambda trouble: str(trouble.name))
async def test_a_failure_to_show_that_does_not_matter(
    server: ZaloBotServer, channel: ZaloBotChannel, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    server.order(Fault(trouble))
    await channel.acknowledge(Incoming(LAN, "1", text="2"))
    assert [record for record in caplog.records if record.levelno > logging.DEBUG] == []


async def test_an_answer_waits_for_the_gate_to_open(server: ZaloBotServer) -> None:
    time, lan = SkippedTime(), server.person(LAN.account, known=True)
    server.order(Fault(Trouble.BUSY, seconds=7, times=1))
    async with opened(server.url, turns=skipping(time)) as channel:
        await channel.send(LAN, words(channel, "Chào bác."), Priority.REPLY)
    assert [seen.text for seen in lan.sees] == ["Chào bác."]
    assert time.now >= 7


@pytest.mark.parametrize("priority", [Priority.URGENT, Priority.FIRST, Priority.ROUTINE])
async def test_what_is_no_answer_is_given_back_and_the_gate_is_closed(
    server: ZaloBotServer, priority: Priority
) -> None:
    time = SkippedTime()
    server.person(LAN.account, known=True)
    server.order(Fault(Trouble.BUSY, seconds=7, times=1))
    async with opened(server.url, turns=skipping(time)) as channel:
        with pytest.raises(Throttled):
            await channel.send(LAN, words(channel, "Chào bác."), priority)
        tries, waited = len(server.requests), time.now
        await channel.send(LAN, words(channel, "Chào bà."), Priority.REPLY)
    assert (tries, waited) == (1, 0)
    assert time.now >= 7


@pytest.mark.parametrize(("seconds", "times"), [(60, 1), (1, 3)], ids=["too long", "too often"])
async def test_an_answer_does_not_wait_for_ever(server: ZaloBotServer, seconds: int, times: int) -> None:
    server.person(LAN.account, known=True)
    server.order(Fault(Trouble.BUSY, seconds=seconds, times=times))
    async with opened(server.url, turns=skipping(SkippedTime())) as channel:
        with pytest.raises(Throttled):
            await channel.send(LAN, words(channel, "Chào bác."), Priority.REPLY)
    assert len(server.requests) == times


async def test_a_broadcast_keeps_to_both_rates(server: ZaloBotServer) -> None:
    time = SkippedTime()
    server.account.clock = time.clock
    server.account.rate.per_second, server.account.rate.per_chat = 5, 1
    people = [server.person(f"p{number}", known=True) for number in range(20)]
    async with opened(server.url, turns=skipping(time)) as channel:
        for person in people:
            for _ in range(2):
                address = Address("zalo_bot", person.id)
                await channel.send(address, words(channel, "Tin khẩn"), Priority.URGENT)
    assert [len(person.sees) for person in people] == [2] * 20


async def test_a_key_that_broke_off_goes_on_where_it_was(server: ZaloBotServer, channel: ZaloBotChannel) -> None:
    lan = server.person(LAN.account, known=True)
    prepared = words(channel, "một", "hai", "ba")
    server.order(Fault(Trouble.ERROR, times=1, spare=2))
    with pytest.raises(Unavailable):
        await channel.send(LAN, prepared, Priority.REPLY, "inbox:1")
    ids = await channel.send(LAN, prepared, Priority.REPLY, "inbox:1")
    assert [seen.text for seen in lan.sees] == ["một", "hai", "ba"]
    assert ids == tuple(seen.id for seen in lan.sees)


async def test_what_nobody_wants_any_more_does_not_leave(server: ZaloBotServer, channel: ZaloBotChannel) -> None:
    server.person(LAN.account, known=True)
    with pytest.raises(Unwanted):
        await channel.send(LAN, words(channel, "a", "b"), Priority.URGENT, "k", lambda: False)
    assert server.requests == []


@pytest.mark.parametrize("account", ["", "a b", "á", "x" * 129, "a\n"])
async def test_only_ids_are_written_to(server: ZaloBotServer, channel: ZaloBotChannel, account: str) -> None:
    with pytest.raises(Refused):
        await channel.send(Address("zalo_bot", account), words(channel, "a"), Priority.REPLY)
    assert server.requests == []


async def test_who_never_wrote_cannot_be_reached(server: ZaloBotServer, channel: ZaloBotChannel) -> None:
    server.person(LAN.account)
    with pytest.raises(Gone):
        await channel.send(LAN, words(channel, "a"), Priority.REPLY)


async def test_all_messages_of_the_plan_leave_and_not_one_more(server: ZaloBotServer) -> None:
    usage = MemoryUsage(_2026_11=2997)
    lan = server.person(LAN.account, known=True)
    async with opened(server.url, plan=Plan(usage, 3000, lambda: NOON, SkippedTime().wait)) as channel:
        await channel.send(LAN, words(channel, "a", "b", "c"), Priority.ROUTINE)
        with pytest.raises(Misconfigured, match="2026-11"):
            await channel.send(LAN, words(channel, "d"), Priority.URGENT)
    assert len(lan.sees) == 3
    assert usage.totals["zalo_bot", "2026-11"] == 3000


@pytest.mark.parametrize(
    ("trouble", "counted"),
    [(Trouble.DROP_AFTER, 1), (Trouble.DROP_BEFORE, 1), (Trouble.ERROR, 0), (Trouble.BUSY, 0)],
    ids=str,
)
async def test_what_may_have_arrived_is_counted_too(server: ZaloBotServer, trouble: Trouble, counted: int) -> None:
    usage = MemoryUsage()
    server.person(LAN.account, known=True)
    server.order(Fault(trouble))
    async with opened(server.url, plan=Plan(usage, 9, lambda: NOON, SkippedTime().wait)) as channel:
        with pytest.raises((Unavailable, Uncertain, Throttled)):
            await channel.send(LAN, words(channel, "a"), Priority.URGENT)
    assert usage.totals["zalo_bot", "2026-11"] == counted


async def test_a_session_that_was_given_stays_open(server: ZaloBotServer) -> None:
    server.person(LAN.account, known=True)
    async with aiohttp.ClientSession() as session:
        async with opened(server.url, session=session) as channel:
            await channel.send(LAN, words(channel, "a"), Priority.REPLY)
        assert not session.closed
