"""How a notice goes: the stream that all who watch share, and the report with its table."""

import asyncio
import csv
from io import StringIO

import pytest

from bot.conversation.notice_facts import Seen, Tally
from bot.translations import Words
from bot.web.console.notices import live
from bot.web.console.notices.live import Watching, event
from bot.web.console.notices.progress import progress_of
from bot.web.console.tile_map import in_order, tiles
from broadcasts.broadcast import Move
from tests.broadcasts.made import NOW, moved, written
from tests.web.console.conftest import Desk
from tests.web.console.noticed import ROOM, approved, delivered, digits, hidden, settle, submitted

SENDING = moved(written(), Move.SUBMIT, Move.APPROVE, Move.START)


async def test_all_who_watch_share_one_look_a_second() -> None:
    asked, clock = [], iter((0.0, 0.4, 0.9, 1.0, 1.5))

    async def ask() -> Seen | None:
        asked.append(1)
        return Seen(SENDING)

    watching = Watching(lambda: next(clock))
    found = [await watching.look("b1", ask) for _ in range(5)]
    assert len(asked) == 2
    assert all(found)


def test_the_bar_is_whole_and_its_counts_are_said() -> None:
    tally = Tally(meant=1248, sent=640, waiting=402, held=180, uncertain=6, failed=20)
    progress = progress_of(Seen(SENDING, tally), Words(), NOW)
    assert progress.sentence == "Đã gửi tới 640 trên 1.248 người."
    assert [part.count for part in progress.parts] == ["640", "180", "402", "26"]
    assert 996 <= sum(part.width for part in progress.parts) <= 1000
    assert not progress.done


def test_nobody_at_all_is_no_division() -> None:
    assert progress_of(Seen(SENDING, Tally()), Words(), NOW).percent == 0


def test_an_event_keeps_its_lines() -> None:
    assert event("so", "<p>\n</p>") == "event: so\ndata: <p>\ndata: </p>\n\n"


async def test_the_stream_ends_when_nothing_moves_any_more(desk: Desk) -> None:
    await settle(desk.app.database)
    approver = desk.client("minh")
    id = await submitted(desk.client("lan"))
    await approved(approver, id, digits(desk, "minh"))
    page = await approver.get(f"{ROOM}/{id}/dung")
    reason = {**hidden(page), "ly-do-khac": "gửi nhầm", "ma": digits(desk, "minh", later=1)}
    await approver.post(f"{ROOM}/{id}/dung", data=reason)
    told = await approver.get(f"{ROOM}/{id}/dang-phat")
    assert told.headers["content-type"].startswith("text/event-stream")
    assert [line for line in told.text.splitlines() if line.startswith("event:")] == [
        "event: so",
        "event: loi",
        "event: xong",
    ]


@pytest.mark.parametrize("out", ["/can-bo/dang-xuat", "khoa"])
async def test_the_stream_ends_with_the_login(desk: Desk, out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = asyncio.Event()

    def noted(name: str, data: str) -> str:
        begun.set()
        return event(name, data)

    monkeypatch.setattr(live, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(live, "event", noted)
    await settle(desk.app.database)
    approver = desk.client("minh")
    id = await submitted(desk.client("lan"))
    await approved(approver, id, digits(desk, "minh"))
    watching = asyncio.create_task(approver.get(f"{ROOM}/{id}/dang-phat"))
    await asyncio.wait_for(begun.wait(), 10)
    if out == "khoa":
        await desk.client("lan").post(f"/can-bo/tai-khoan/can-bo/{desk.ids['minh']}/khoa")
    else:
        await desk.client("minh").post(out)
    told = await asyncio.wait_for(watching, 10)
    assert "event: so" in told.text
    assert "event: xong" not in told.text


async def test_the_report_tells_how_it_went_and_its_table_everybody(desk: Desk) -> None:
    await settle(desk.app.database, 10)
    approver = desk.client("minh")
    id = await submitted(desk.client("lan"))
    await approved(approver, id, digits(desk, "minh"), "10")
    await delivered(desk.app.database, missed=2)
    report = (await approver.get(f"{ROOM}/{id}/bao-cao")).text
    for told in ("Đã gửi tới 8 trên 10 người.", "Người đầu tiên nhận sau", "99% người nhận sau", "Anh Minh duyệt"):
        assert told in report, told
    table = await desk.client("soat").get(f"{ROOM}/{id}/bao-cao.csv")
    heading, *rows = csv.reader(StringIO(table.text.lstrip("\ufeff")))
    assert heading[0] == "người thứ"
    assert sorted({row[3] for row in rows}) == ["không tới", "đã nhận"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_the_map_has_every_province_in_a_place_of_its_own() -> None:
    found = tiles({"01": 10.0, "79": 20.0, "08": 0.0}, {"01": "/can-bo"})
    assert len({(one.x, one.y) for one in found}) == len(found) == 34
    by_code = {one.code: one for one in found}
    assert (by_code["79"].step, by_code["01"].step, by_code["08"].step, by_code["48"].step) == (5, 3, 1, 0)
    assert [one.name for one in in_order(found)] == ["Hà Nội", "Hồ Chí Minh", "Tuyên Quang"]
