"""The overview and the reports at the desk: own areas only, the same numbers everywhere, hostile names do nothing."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from sqlalchemy import insert, update

from bot.app import clock
from bot.reports import making
from bot.reports.period import Kind, Period
from bot.reports.report import made
from bot.storage import notice_tables, question_tables
from bot.storage.counting import figures, kept_reports
from bot.storage.counting.figure_span import day_of
from bot.storage.figure_tables import daily_figures, figure_days, reports
from tests.reports import world
from tests.reports.world import BA_DINH, COUNTRY, DAY, DONG_VAN, MEO_VAC, TUYEN_QUANG
from tests.web.console.conftest import Desk

WEEK = Period.around(Kind.WEEK, DAY)
FILES = ("xlsx", "csv", "json", "svg", "png")


async def report(desk: Desk, area: str, period: Period = WEEK) -> str:
    """The id of a kept report."""
    found = await desk.app.database.read(lambda tx: made(tx, area, period, clock()))
    await making.make(desk.app.database, [area], period, clock())
    return found.id


@pytest.fixture
async def lived(desk: Desk) -> Desk:
    """The small world behind the desk."""
    await world.settle(desk.app.database)
    for day in (DAY, world.NEXT):
        await figures.keep(desk.app.database, day, clock())
    return desk


async def test_the_page_and_every_file_say_the_same(lived: Desk) -> None:
    id, client = await report(lived, DONG_VAN), lived.client("lan")
    page = (await client.get(f"/can-bo/bao-cao/{id}")).text
    assert "Báo cáo tuần 16–22/11/2026, Xã Đồng Văn" in page
    for form in FILES:
        answer = await client.get(f"/can-bo/bao-cao/{id}.{form}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
    lines = (await client.get(f"/can-bo/bao-cao/{id}.json")).json()["figures"]
    assert lines["checks"]["now"] == 6
    assert lines["reached"]["now"] == 40
    assert lines["learners"]["now"] is None
    assert page.count("dưới 5") >= 3
    assert (await client.get(f"/can-bo/bao-cao/{id}.exe")).status_code == 404


@pytest.mark.parametrize(
    ("who", "area", "status"),
    [
        ("lan", DONG_VAN, 200),
        ("soat", DONG_VAN, 200),
        ("lan", MEO_VAC, 404),
        ("lan", TUYEN_QUANG, 404),
        ("lan", COUNTRY, 404),
        ("tinh", DONG_VAN, 200),
        ("tinh", TUYEN_QUANG, 200),
        ("tinh", BA_DINH, 404),
        ("tinh", COUNTRY, 404),
        ("bien", DONG_VAN, 403),
        ("quan", DONG_VAN, 403),
        ("", DONG_VAN, 303),
    ],
)
async def test_a_report_is_for_whoever_answers_for_all_of_its_area(
    lived: Desk, who: str, area: str, status: int
) -> None:
    id = await report(lived, area)
    for form in ("", ".xlsx"):
        assert (await lived.client(who).get(f"/can-bo/bao-cao/{id}{form}")).status_code == status


@pytest.mark.parametrize(("who", "own", "other"), [("lan", DONG_VAN, MEO_VAC), ("tinh", TUYEN_QUANG, COUNTRY)])
async def test_lists_and_overviews_keep_to_the_own_areas(lived: Desk, who: str, own: str, other: str) -> None:
    client = lived.client(who)
    for path in ("/can-bo/bao-cao", "/can-bo/tong-quan"):
        assert (await client.get(path, params={"noi": own})).status_code == 200
        assert (await client.get(path)).status_code == 200
        for foreign in (other, "99999", "''"):
            assert (await client.get(path, params={"noi": foreign})).status_code == 403


async def test_the_overview_knows_today(desk: Desk) -> None:
    client, today = desk.client("lan"), day_of(clock())
    assert "Chưa có gì để vẽ" in (await client.get("/can-bo/tong-quan")).text
    row = {"day": today, "area": DONG_VAN, "verdict": "danger", "kind": "H14", "likeness": "", "times": 7}
    await desk.app.database.write(lambda tx: world.add(tx, question_tables.sightings, **row))
    old = figure_days.update().values(made_at=clock() - timedelta(minutes=16))
    await desk.app.database.write(lambda tx: tx.execute(old))
    page = (await client.get("/can-bo/tong-quan")).text
    assert "100\u00a0% tin đã kiểm tra là nguy hiểm" in page
    assert (await desk.client("bien").get("/can-bo/tong-quan")).status_code == 200
    assert (await desk.client("quan").get("/can-bo/tong-quan")).status_code == 403


async def test_a_report_can_be_asked_for_and_says_so(lived: Desk) -> None:
    client = lived.client("lan")
    form = {"noi": DONG_VAN, "tu": "2026-11-19", "den": "2026-11-20"}
    made = [await client.post("/can-bo/bao-cao", data=form) for _ in range(2)]
    assert {answer.status_code for answer in made} == {303}
    assert len({answer.headers["location"] for answer in made}) == 1  # the same figures are the same report
    assert "Báo cáo đột xuất" in (await client.get(made[0].headers["location"])).text
    assert "có 1 báo cáo đột xuất trên 1 báo cáo" in (await client.get("/can-bo/bao-cao")).text
    refused = await client.post("/can-bo/bao-cao", data={**form, "noi": MEO_VAC})
    assert refused.status_code == 403


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        ("", "2026-11-20", "Ghi ngày, tháng, năm."),
        ("2026-11-20", "hôm qua", "Ghi ngày, tháng, năm."),
        ("0001-01-01", "0001-01-02", "Ghi ngày, tháng, năm."),
        ("2026-11-20", "2026-11-19", "Chọn ngày cuối từ ngày đầu trở đi"),
        ("2020-01-01", "2026-11-19", "không quá một năm"),
        ("2026-11-20", "2999-01-01", "hôm nay chưa hết"),
    ],
)
async def test_days_that_cannot_be_reported_are_told_at_the_field(
    desk: Desk, begins: str, ends: str, said: str
) -> None:
    form = {"noi": DONG_VAN, "tu": begins, "den": ends}
    answer = await desk.client("lan").post("/can-bo/bao-cao", data=form)
    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{ends}"' in answer.text


async def test_a_report_of_long_ago_writes_no_days_down(lived: Desk) -> None:
    """Else the house would believe that it is as old, and catch up with every day since."""
    first = await lived.app.database.read(kept_reports.first_day)
    form = {"noi": DONG_VAN, "tu": "2001-01-01", "den": "2001-01-31"}
    assert (await lived.client("lan").post("/can-bo/bao-cao", data=form)).status_code == 303
    assert await lived.app.database.read(kept_reports.first_day) == first


async def test_a_hostile_office_stays_a_name(lived: Desk) -> None:
    hostile = "=cmd|'/C calc'!A1 </text><script>alert(1)</script>\x07"
    change = update(notice_tables.officers).values(office=hostile)
    await lived.app.database.write(lambda tx: tx.execute(change))
    id, client = await report(lived, DONG_VAN), lived.client("lan")
    for path in (f"bao-cao/{id}", "tong-quan", "bao-cao"):
        assert "<script>alert" not in (await client.get(f"/can-bo/{path}")).text
    svg = ElementTree.fromstring((await client.get(f"/can-bo/bao-cao/{id}.svg")).content)
    assert not svg.findall(".//{*}script")
    assert any(hostile.strip("\x07") == (text.text or "") for text in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert "'=cmd" in (await client.get(f"/can-bo/bao-cao/{id}.csv")).content.decode("utf-8-sig")
    png = await client.get(f"/can-bo/bao-cao/{id}.png")
    assert png.content.startswith(b"\x89PNG")


async def test_the_overview_shows_how_notices_answers_and_scams_went(desk: Desk) -> None:
    today = day_of(clock())
    rows = [
        {"area": DONG_VAN, "name": name, "day": today - timedelta(days=days), "value": value}
        for days in (3, 10, 17)
        for name, value in (("notice:khẩn cấp", 2), ("answered", 9), ("scam:H14", 20 + days))
    ]
    await desk.app.database.write(lambda tx: tx.execute(insert(daily_figures), rows).rowcount)
    page = (await desk.client("lan").get("/can-bo/tong-quan")).text
    assert "6 thông báo đã phát, 27 câu hỏi đã trả lời" in page
    assert 'id="kieu-lua-theo-thoi-gian"' in page
    assert 'class="columns"' in page
    assert 'id="dung-theo-thoi-gian"' not in page  # nobody has learnt anything again


async def test_parts_without_any_figure_are_one_line(desk: Desk) -> None:
    today = day_of(clock())
    row = {"area": DONG_VAN, "name": "finished", "day": today - timedelta(days=3), "value": 12}
    await desk.app.database.write(lambda tx: tx.execute(insert(daily_figures), [row]).rowcount)
    page = (await desk.client("lan").get("/can-bo/tong-quan")).text
    assert "Lượt học xong bài" in page
    assert "Kỳ này chưa có: Kiểm tra tin đáng ngờ" in page
    assert "Thông báo bị dừng" not in page


@pytest.mark.parametrize(("regular", "warned"), [(9, False), (8, True)])
async def test_more_than_one_ad_hoc_report_in_ten_is_gently_warned_of(desk: Desk, regular: int, warned: bool) -> None:
    now = clock()
    kinds = ["week"] * regular + ["ad hoc"] + ["ad hoc"] * 5
    ages = [timedelta(days=7 * number) for number in range(regular)] + [timedelta(days=9)] + [timedelta(days=370)] * 5
    rows = [
        {"id": f"r{number}", "kind": kind, "area": DONG_VAN, "figures": {}, "hash": "", "made_at": now - age}
        | dict.fromkeys(("begins", "ends"), day_of(now - age))
        for number, (kind, age) in enumerate(zip(kinds, ages, strict=True))
    ]
    await desk.app.database.write(lambda tx: tx.execute(insert(reports), rows).rowcount)
    page = (await desk.client("lan").get("/can-bo/bao-cao")).text
    assert f"có 1 báo cáo đột xuất trên {regular + 1} báo cáo" in page
    assert ("đã quá một phần mười" in page) is warned
