import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.channel import (
    Later,
    Misconfigured,
    NotSupported,
    Part,
    Prepared,
    Refused,
    Unreachable,
    Unwanted,
)
from bot.channels.layout import lay_out
from bot.channels.zalo_oa import payloads
from bot.channels.zalo_oa.account import NAME
from bot.channels.zalo_oa.send import RATE, ZaloOaChannel
from bot.listening import Listener
from bot.messages import Address, Choice, Media, MediaKind, Paragraph, Priority, Screen, Tone
from tests.channels.token_store_contract import Clock
from tests.channels.zalo_oa.opened import FILES, LAN, LAN_ID, NOTICE, TEMPLATE, opened
from tests.fakes import MemoryMediaCache
from tests.zalo_oa_server.calls import Fault
from tests.zalo_oa_server.limits import CALLS_A_MINUTE, CONSULTATION, FILE, IMAGE, TRANSACTION, UPLOAD_LASTS, breaches
from tests.zalo_oa_server.people import Person
from tests.zalo_oa_server.server import ZaloOaServer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(clock) as running:
        yield running


@pytest.fixture
def lan(server: ZaloOaServer) -> Person:
    return server.person(LAN_ID)


@pytest.fixture
def media() -> MemoryMediaCache:
    return MemoryMediaCache()


@pytest.fixture
async def channel(server: ZaloOaServer, clock: Clock, media: MemoryMediaCache) -> AsyncIterator[ZaloOaChannel]:
    async with opened(server, clock, media=media) as one:
        yield one


def words(channel: ZaloOaChannel, *texts: str) -> Prepared:
    return channel.prepare([Part((Paragraph(text),)) for text in texts])


def file(
    channel: ZaloOaChannel, source: str, kind: MediaKind = MediaKind.PICTURE, data: bytes | None = None
) -> Prepared:
    return channel.prepare([Part((), media=Media(kind, source, "Bà cụ đặt điện thoại xuống", data))])


async def test_words_arrive_as_they_are(channel: ZaloOaChannel, lan: Person) -> None:
    ids = await channel.send(LAN, words(channel, "Chào bác <b>Lan</b> & cháu 👍", "Bài 3"), Priority.REPLY)
    assert [seen.text for seen in lan.sees] == ["Chào bác <b>Lan</b> & cháu 👍", "Bài 3"]
    assert tuple(seen.id for seen in lan.sees) == ids
    assert {seen.path for seen in lan.sees} == {CONSULTATION}


async def test_five_choices_are_buttons_and_six_are_numbers(channel: ZaloOaChannel, lan: Person) -> None:
    for many in (5, 6):
        choices = tuple(Choice(f"c{place}", f"Câu {place}") for place in range(many))
        parts = lay_out(Screen((Paragraph("Bác chọn gì?"),), choices, hint="Bác gõ số.", id="q1"), channel.capabilities)
        await channel.send(LAN, channel.prepare(parts), Priority.REPLY)
    buttons, numbers = lan.sees
    assert [one["title"] for one in buttons.buttons] == [f"{place + 1}. Câu {place}" for place in range(5)]
    assert [one["payload"] for one in buttons.buttons] == [f"#q1|c{place}" for place in range(5)]
    assert {one["type"] for one in buttons.buttons} == {"oa.query.hide"}
    assert not numbers.buttons
    assert "6. Câu 5" in numbers.text


@pytest.mark.parametrize("letter", ["a", "ạ", "👍"])
def test_the_longest_label_fits_on_a_button_with_its_number(channel: ZaloOaChannel, letter: str) -> None:
    longest = channel.capabilities.longest_label
    screen = Screen((Paragraph("a"),), (Choice("c", letter * longest),), id="q1")
    [body] = channel.prepare(lay_out(screen, channel.capabilities)).bodies
    assert "attachment" in str(body)
    assert not [*breaches(CONSULTATION, body)]


def test_long_texts_are_cut_where_zalo_would_refuse_them(channel: ZaloOaChannel) -> None:
    long = Media(MediaKind.FILE, "huong-dan.txt", "Hướng dẫn", ("Bấm nút. " * 800).encode())
    bodies = channel.prepare([Part((), media=long)]).bodies
    assert len(bodies) > 3
    assert not [breach for body in bodies for breach in breaches(CONSULTATION, body)]
    assert str(bodies).count("Bấm nút.") == 800


@pytest.mark.parametrize("letter", ["a", "ạ", "👍"])
def test_text_without_any_space_fits_everywhere(letter: str) -> None:
    paragraphs = tuple(Paragraph(letter * 3000, tone) for tone in Tone)
    parts = [Part(paragraphs, tuple(Choice(f"c{n}", f"Câu {n}", str(n)) for n in range(1, 6)), screen=NOTICE.screen)]
    first, *others = payloads.prepare(parts, FILES.get, TEMPLATE).bodies
    assert not [breach for body in (first, *others) for breach in breaches(CONSULTATION, body)]
    assert not [*breaches(TRANSACTION, {"message": first["template"]})]
    assert str([body["message"] for body in (first, *others)]).count(letter) >= 3000 * len(Tone)


@pytest.mark.parametrize(("source", "head"), [("hinh/dat-may.svg", b"\x89PNG"), ("hinh/anh.jpg", b"\xff\xd8\xff")])
async def test_a_picture_is_uploaded_once_for_everybody(
    channel: ZaloOaChannel, server: ZaloOaServer, source: str, head: bytes
) -> None:
    people = [server.person(str(id)) for id in range(1, 11)]
    prepared = file(channel, source)
    await asyncio.gather(*(channel.send(Address(NAME, one.id), prepared, Priority.URGENT) for one in people))
    assert len(server.asked(IMAGE)) == 1
    assert all(one.sees[0].file.startswith(head) and "Bà cụ" in one.sees[0].text for one in people)


@pytest.mark.parametrize("source", ["to-roi.pdf", "bang.csv"])
async def test_a_file_is_uploaded_once_and_described(
    channel: ZaloOaChannel, server: ZaloOaServer, lan: Person, source: str
) -> None:
    for _ in range(2):
        await channel.send(LAN, file(channel, source, MediaKind.FILE), Priority.REPLY)
    assert len(server.asked(FILE)) == 1
    assert [seen.file for seen in lan.sees] == [FILES[source], b""] * 2
    assert lan.sees[1].text == "Bà cụ đặt điện thoại xuống"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("hinh/lon.png", MediaKind.PICTURE),
        ("hinh/hoat-hinh.gif", MediaKind.PICTURE),
        ("hinh/khong-co.png", MediaKind.PICTURE),
        ("lon.pdf", MediaKind.FILE),
        ("ban-do.zip", MediaKind.FILE),
        ("tieng/bai-6.ogg", MediaKind.VOICE),
    ],
)
async def test_what_zalo_does_not_take_is_told_in_words(
    channel: ZaloOaChannel, server: ZaloOaServer, lan: Person, source: str, kind: MediaKind
) -> None:
    await channel.send(LAN, file(channel, source, kind), Priority.REPLY)
    assert [seen.text for seen in lan.sees] == ["Bà cụ đặt điện thoại xuống"]
    assert not server.uploads


async def test_an_upload_is_made_anew_a_day_before_zalo_forgets_it(
    channel: ZaloOaChannel, server: ZaloOaServer, clock: Clock, lan: Person
) -> None:
    for passed, uploads in (
        (timedelta(0), 1),
        (UPLOAD_LASTS - timedelta(days=1, seconds=1), 1),
        (timedelta(seconds=1), 2),
    ):
        clock.now += passed
        lan.interacted = clock()
        await channel.send(LAN, file(channel, "hinh/dat-may.svg"), Priority.REPLY)
        assert len(server.asked(IMAGE)) == uploads


async def test_an_upload_that_zalo_has_forgotten_is_made_anew(
    channel: ZaloOaChannel, server: ZaloOaServer, lan: Person
) -> None:
    prepared = file(channel, "hinh/dat-may.svg")
    await channel.send(LAN, prepared, Priority.REPLY)
    server.uploads.clear()
    people = [server.person(str(id)) for id in range(1, 6)]
    await asyncio.gather(*(channel.send(Address(NAME, one.id), prepared, Priority.URGENT) for one in people))
    assert len(server.asked(IMAGE)) == 2
    assert all(one.sees for one in people)


async def test_an_upload_that_is_forgotten_at_once_is_refused(
    channel: ZaloOaChannel, server: ZaloOaServer, lan: Person
) -> None:
    server.order(Fault(CONSULTATION, code=-100))
    with pytest.raises(Refused):
        await channel.send(LAN, file(channel, "hinh/dat-may.svg"), Priority.REPLY)
    assert len(server.asked(IMAGE)) == 2


async def test_what_was_made_for_one_person_is_not_kept(
    channel: ZaloOaChannel, server: ZaloOaServer, lan: Person, media: MemoryMediaCache
) -> None:
    prepared = file(channel, "ve-rieng.png", data=FILES["hinh/dat-may.svg"])
    for _ in range(2):
        await channel.send(LAN, prepared, Priority.REPLY)
    assert len(server.asked(IMAGE)) == 2
    assert not media.ids


async def test_a_silence_of_more_than_a_week_is_unreachable(channel: ZaloOaChannel, server: ZaloOaServer) -> None:
    server.person(LAN_ID, silent=timedelta(days=7, seconds=1))
    with pytest.raises(Unreachable, match="quá lâu không nhắn"):
        await channel.send(LAN, channel.prepare([NOTICE]), Priority.URGENT)


async def test_with_a_template_a_notice_reaches_whoever_was_silent_for_a_year(
    server: ZaloOaServer, clock: Clock
) -> None:
    lan = server.person(LAN_ID, silent=timedelta(days=365))
    async with opened(server, clock, template=TEMPLATE) as channel:
        ids = await channel.send(LAN, channel.prepare([NOTICE]), Priority.URGENT)
    [seen] = lan.sees
    assert (seen.path, ids) == (TRANSACTION, (seen.id,))
    header, to_do, happened, table = seen.payload["elements"]
    assert header["content"] == "THÔNG BÁO KHẨN CẤP: Nước lên nhanh"
    assert to_do["content"].startswith("Cần làm: Sang nhà văn hóa")
    assert happened["content"].startswith("Ủy ban nhân dân xã Hòa Bình")
    assert table["content"] == [{"key": "Mã kiểm tra", "value": "7KQ-3MX"}]
    assert [one["title"] for one in seen.buttons] == ["Đọc toàn văn", "8. Tôi đã đọc", "9. Tôi cần giúp"]
    assert seen.buttons[0]["payload"] == {"url": "https://xa.example.vn/k/7KQ-3MX"}
    assert seen.buttons[1]["payload"] == "#7KQ3MX|go:notice?read=7KQ3MX"


async def test_a_long_notice_has_one_short_form(server: ZaloOaServer, clock: Clock) -> None:
    lan = server.person(LAN_ID)
    paragraphs = (*NOTICE.paragraphs[:3], Paragraph("Nước sông lên. " * 200), *NOTICE.paragraphs[4:])
    async with opened(server, clock, template=TEMPLATE) as channel:
        notice = channel.prepare(lay_out(Screen(paragraphs, NOTICE.buttons, id=NOTICE.screen), channel.capabilities))
        assert len(notice.bodies) > 1
        server.order(Fault(CONSULTATION, code=-232, times=1))
        assert len(await channel.send(LAN, notice, Priority.URGENT)) == 1
    [seen] = lan.sees
    assert seen.path == TRANSACTION
    assert not [*breaches(TRANSACTION, {"message": seen.message})]


async def test_whoever_has_written_lately_gets_the_notice_whole(server: ZaloOaServer, clock: Clock) -> None:
    lan = server.person(LAN_ID, silent=timedelta(days=7))
    async with opened(server, clock, template=TEMPLATE) as channel:
        await channel.send(LAN, channel.prepare([NOTICE]), Priority.URGENT)
    assert [(seen.path, seen.text) for seen in lan.sees] == [(CONSULTATION, NOTICE.text)]


async def test_after_a_year_even_a_template_does_not_help(server: ZaloOaServer, clock: Clock) -> None:
    server.person(LAN_ID, silent=timedelta(days=365, seconds=1))
    async with opened(server, clock, template=TEMPLATE) as channel:
        with pytest.raises(Unreachable):
            await channel.send(LAN, channel.prepare([NOTICE]), Priority.URGENT)


async def test_what_is_no_notice_has_no_short_form(server: ZaloOaServer, clock: Clock) -> None:
    server.person(LAN_ID, silent=timedelta(days=8))
    async with opened(server, clock, template=TEMPLATE) as channel:
        with pytest.raises(Unreachable):
            await channel.send(LAN, words(channel, "Mời bác học bài 3."), Priority.ROUTINE)
    assert not server.asked(TRANSACTION)


async def test_at_night_it_is_later_and_the_account_goes_on(
    channel: ZaloOaChannel, server: ZaloOaServer, clock: Clock, lan: Person
) -> None:
    clock.now += timedelta(hours=11)  # 23:00 in Vietnam
    server.closed_at_night.add(CONSULTATION)
    with pytest.raises(Later) as later:
        await channel.send(LAN, words(channel, "Chào bác."), Priority.ROUTINE)
    assert later.value.wait == timedelta(hours=7).total_seconds()
    assert channel.budget.rate is None


async def test_nothing_leaves_that_is_no_longer_wanted(channel: ZaloOaChannel, lan: Person) -> None:
    with pytest.raises(Unwanted):
        await channel.send(LAN, words(channel, "Chào bác."), Priority.URGENT, still=lambda: False)
    assert not lan.sees


async def test_what_has_begun_is_finished(channel: ZaloOaChannel, lan: Person) -> None:
    wanted = iter([True])
    await channel.send(LAN, words(channel, "một", "hai"), Priority.URGENT, still=lambda: next(wanted))
    assert [seen.text for seen in lan.sees] == ["một", "hai"]


async def test_a_screen_that_broke_off_goes_on_from_there(
    channel: ZaloOaChannel, server: ZaloOaServer, lan: Person
) -> None:
    prepared = words(channel, "một", "hai")
    await channel.send(LAN, words(channel, "không"), Priority.REPLY)
    server.order(Fault(CONSULTATION, status=200, body=json.dumps({"error": 0, "data": {"message_id": "1"}}), times=1),
                 Fault(CONSULTATION, status=502, times=1))  # fmt: skip
    with pytest.raises(Exception, match="502"):
        await channel.send(LAN, prepared, Priority.REPLY, key="k1")
    assert (await channel.send(LAN, prepared, Priority.REPLY, key="k1"))[0] == "1"
    assert [seen.text for seen in lan.sees] == ["không", "hai"]


@pytest.mark.parametrize("account", ["lan", "@lan", "-1", "٣", "1.0"])
async def test_only_people_are_written_to(channel: ZaloOaChannel, server: ZaloOaServer, account: str) -> None:
    with pytest.raises(Refused):
        await channel.send(Address(NAME, account), words(channel, "Chào bác."), Priority.REPLY)
    assert not server.calls


async def test_it_can_only_be_posted_to(channel: ZaloOaChannel) -> None:
    async def take(_: object) -> None:
        raise AssertionError("nothing comes")

    listener: Listener = channel
    await listener.listen("https://xa.example.vn/webhook/zalo_oa")
    with pytest.raises(Misconfigured, match="CAMTAY_PUBLIC_URL"):
        await channel.listen()
    with pytest.raises(NotSupported):
        channel.poller(take)


def test_the_budget_stays_below_what_an_app_is_granted() -> None:
    assert RATE * 60 <= CALLS_A_MINUTE * 0.9
