"""Before a notice leaves, an officer sees it as each network will show it, and how long each will take."""

import re

from bot.channels.layout import lay_out
from bot.channels.zalo_oa.template import LONGEST_TEXT
from bot.notices.screens import EVERYBODY, notice_screen
from bot.translations import Words
from bot.web.console.notices.networks import NETWORKS
from bot.web.console.notices.silent import Short, short, told
from broadcasts.code import shown
from tests.storage.village import Villager, settle_in
from tests.web.console.conftest import COMMUNE, Desk
from tests.web.console.noticed import ROOM, begun, kept, settle, typed


def shown_as(page: str, network: str) -> str:
    """What stands for one network, up to the next."""
    found = re.search(rf'<div class="way way-{network}"[^>]*>(.*?)(?=<div class="way |</section>)', page, re.DOTALL)
    assert found, network
    return found[1]


async def test_every_network_shows_what_it_will_carry(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    await typed(writer, id)
    page, broadcast = (await writer.get(f"{ROOM}/{id}/sua")).text, await kept(desk, id)
    screen = notice_screen(broadcast.notice, broadcast.code, EVERYBODY)
    for network, (_, can) in NETWORKS.items():
        drawn = shown_as(page, network)
        parts = lay_out(screen, can)
        assert drawn.count('<div class="says"') == len(parts)
        assert drawn.count("<li>") == sum(len(part.buttons) for part in parts)
        assert f'id="kenh-{network}" value="{network}"' in page
    assert "9. Tôi cần giúp" in shown_as(page, "zalo_bot")
    assert "<ol" not in shown_as(page, "zalo_bot")


async def test_an_official_account_says_who_gets_nothing_and_draws_what_the_silent_get(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer)
    await typed(writer, id)
    plain = shown_as((await writer.get(f"{ROOM}/{id}/sua")).text, "zalo_oa")
    assert "chưa đặt mẫu Zalo đã duyệt" in plain
    assert 'class="shortened"' not in plain
    notice = await kept(desk, id)
    parts = lay_out(notice_screen(notice.notice, notice.code, EVERYBODY), NETWORKS["zalo_oa"][1])
    form = short(parts, "transaction_event", "https://xa.example")
    assert form is not None
    assert form.head.startswith("THÔNG BÁO KHẨN CẤP: Lũ quét")
    assert form.texts[0].startswith("Cần làm: ")
    assert all(len(text) <= LONGEST_TEXT for text in form.texts)
    assert form.rows == (("Mã kiểm tra", shown(notice.code)),)
    assert form.buttons == ("Đọc toàn văn", "8. Tôi đã đọc", "9. Tôi cần giúp")
    assert short(parts, "transaction_event", "") is None


def test_who_gets_what_is_said_for_both_cases() -> None:
    form = Short("", (), (), ())
    assert [len(told(Words("vi"), one)) for one in (None, form)] == [2, 3]
    assert told(Words("vi"), form)[0] == "Tin đầy đủ này tới người có nhắn cho trang Zalo OA trong 7 ngày qua."


async def test_the_loudspeaker_reads_numbers_as_they_are_said(desk: Desk) -> None:
    writer = desk.client("lan")
    id = await begun(writer, "tu-viet")
    await typed(writer, id, **{"mau": "", "tieu-de": "Lũ về thôn 12", "chuyen-gi": "Nước lên.", "can-lam": "Lên đồi."})
    aloud = shown_as((await writer.get(f"{ROOM}/{id}/sua")).text, "loa")
    assert "Lũ về thôn mười hai" in aloud
    assert "thôn 12" not in aloud.partition("<h3>")[0]
    assert re.search(r"Loa đọc hết trong chừng \d+ giây\.", (await writer.get(f"{ROOM}/{id}")).text)


async def test_each_network_tells_whom_it_reaches_and_how_long_it_takes(desk: Desk) -> None:
    await settle(desk.app.database, 65)
    home = [Villager(f"web{n}", ("web:{}",), areas=(COMMUNE,)) for n in range(4)]
    await settle_in(desk.app.database, *home)
    writer = desk.client("lan")
    id = await begun(writer)
    await typed(writer, id)
    page = (await writer.get(f"{ROOM}/{id}/sua")).text
    assert '<th scope="row">Telegram</th><td data-label="Số người">65 người</td>' in page
    assert '<td data-label="Gửi trong">chừng 3 giây</td>' in page
    assert '<td data-label="Số người">4 người</td><td data-label="Gửi trong">vài giây</td>' in page
    assert '<th scope="row">Zalo OA</th>' not in page
