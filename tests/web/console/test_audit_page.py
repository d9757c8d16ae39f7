"""The log at the desk: read by whoever may, followed along its chain, and taken along without formulas."""

import csv
import io

from sqlalchemy import update

from bot.app import clock
from bot.storage.notice_tables import audit as rows
from bot.storage.offices import accounts, audit
from bot.storage.offices.accounts import Appointment
from broadcasts.officer import Role
from tests.web.console.conftest import COMMUNE, OFFICE, Desk

LOG = "/can-bo/nhat-ky"


async def test_who_did_what_is_told_newest_first(desk: Desk) -> None:
    await desk.client("lan").post(f"/can-bo/tai-khoan/can-bo/{desk.ids['minh']}/khoa")
    page = (await desk.client("soat").get(LOG)).text
    assert "Chị Lan khóa tài khoản" in page
    assert page.index("Chị Lan khóa tài khoản") < page.index("Lệnh trên máy chủ thêm cán bộ")
    assert "Đã kiểm đến dòng 8, dòng cuối" in page


async def test_what_one_looks_for_is_found(desk: Desk) -> None:
    await desk.client("lan").post(f"/can-bo/tai-khoan/can-bo/{desk.ids['minh']}/khoa")
    soat = desk.client("soat")
    for asked, found in (
        ({"can-bo": "lan"}, True),
        ({"can-bo": desk.ids["minh"]}, True),
        ({"can-bo": "truc"}, False),
        ({"thong-bao": "7K2M-9QXA"}, False),
        ({"thong-bao": desk.ids["minh"]}, True),
        ({"ngay": "2001-01-01"}, False),
        ({"ngay": "no day", "truoc": "-1"}, True),
        ({"ngay": "0001-01-01"}, True),
        ({"ngay": "9999-12-31"}, True),
        ({"truoc": "8"}, False),
        ({"can-bo": "<script>alert(1)</script>"}, False),
    ):
        page = (await soat.get(LOG, params=asked)).text
        assert ("Chị Lan khóa tài khoản" in page) is found, asked
        assert "<script>alert" not in page


async def test_a_log_that_was_touched_is_told(desk: Desk) -> None:
    quan = desk.client("quan")
    assert "Đã kiểm đến dòng 7, dòng cuối" in (await quan.get(LOG)).text
    await desk.app.database.write(lambda tx: tx.execute(update(rows).where(rows.c.id == 3).values(who="x")).rowcount)
    assert (await quan.post(f"{LOG}/kiem")).status_code == 303
    assert "từ dòng 3 không còn khớp" in (await quan.get(LOG)).text


async def test_a_log_that_is_whole_is_told(desk: Desk) -> None:
    quan = desk.client("quan")
    await quan.post(f"{LOG}/kiem")
    assert "Đã kiểm lại từ đầu: 7 dòng" in (await quan.get(LOG)).text


async def test_a_hash_is_short_and_can_be_had_whole(desk: Desk) -> None:
    hash = "5a4db566" + "0" * 56
    await desk.app.database.write(lambda tx: audit.append(tx, clock(), "cli", "content.ask", "a.md", hash=hash))
    page = (await desk.client("soat").get(LOG)).text
    assert f'<summary><bdi class="code muted">hash: {hash[:8]}…</bdi></summary><code>{hash}</code>' in page
    assert hash in (await desk.client("soat").get(f"{LOG}/bang")).text


async def test_the_table_holds_no_formula(desk: Desk) -> None:
    evil = Appointment("=cmd|' /C calc'!A0", OFFICE, frozenset({Role.WRITER}), (COMMUNE,))
    id, _ = await desk.app.database.write(lambda tx: accounts.add(tx, evil, clock()))
    await desk.app.database.write(lambda tx: audit.append(tx, clock(), id, "@SUM(A1)", id))
    answer = await desk.client("soat").get(f"{LOG}/bang")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeff")
    table = list(csv.reader(io.StringIO(answer.text[1:])))
    assert [row[0] for row in table[1:]] == [str(number) for number in range(1, 10)]
    assert table[-1][2] == "'=cmd|' /C calc'!A0"
    assert table[-1][4] == "'@SUM(A1)"
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@"))]


async def test_the_log_is_for_those_who_may(desk: Desk) -> None:
    for name in ("lan", "minh", "truc", "tinh", "bien"):
        for path in (LOG, f"{LOG}/bang"):
            assert (await desk.client(name).get(path)).status_code == 403
