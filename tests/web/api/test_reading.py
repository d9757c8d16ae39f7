"""Areas and lessons as other programs read them."""

from datetime import date

from bot.app import clock
from bot.reports.making import row_of
from bot.reports.period import Kind, Period
from bot.reports.report import made
from bot.storage.counting import kept_reports
from bot.storage.database import Transaction
from tests.web.api.conftest import Api
from tests.web.console.conftest import Desk


async def test_areas_are_found_by_any_name(api: Api) -> None:
    program = await api()
    provinces = (await program.get("/areas")).json()["areas"]
    assert len(provinces) == 34
    found = (await program.get("/areas", params={"q": "Đồng Văn", "province": "08"})).json()
    assert ("00721", False) in [(one["code"], found["guessed"]) for one in found["areas"]]
    below = (await program.get("/areas", params={"province": "08", "limit": 3})).json()["areas"]
    assert [one["province"] for one in below] == ["08", "08", "08"]
    one = (await program.get("/areas/00721")).json()
    assert one["full_name"] == "Xã Đồng Văn, Tỉnh Tuyên Quang"
    assert (await program.get("/areas/99999")).status_code == 404


async def test_lessons_carry_the_hash_of_their_text(api: Api) -> None:
    program = await api()
    heads = (await program.get("/lessons")).json()["lessons"]
    assert heads
    lesson = await program.get(f"/lessons/{heads[0]['code']}")
    assert lesson.json()["version"] == heads[0]["version"]
    assert lesson.headers["etag"] == f'"{heads[0]["version"]}"'
    assert all(sum(answer["right"] for answer in one["answers"]) == 1 for one in lesson.json()["questions"])
    again = await program.get(f"/lessons/{heads[0]['code']}", headers={"If-None-Match": lesson.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await program.get("/lessons/khong-co")).status_code == 404


async def test_reports_are_read_within_the_area(api: Api, desk: Desk) -> None:
    def make(tx: Transaction) -> tuple[str, str]:
        period = Period.around(Kind.WEEK, date(2026, 11, 16))
        here, above = (made(tx, area, period, clock()) for area in ("00721", "08"))
        kept_reports.add(tx, [row_of(here), row_of(above)])
        return here.id, above.id

    here, above = await desk.app.database.write(make)
    commune, province = await api("lan"), await api("tinh")
    listed = (await commune.get("/reports")).json()["reports"]
    assert [(one["id"], one["begins"], one["ends"]) for one in listed] == [(here, "2026-11-16", "2026-11-22")]
    report = (await commune.get(f"/reports/{here}")).json()
    assert {"learners", "finished", "reached"} <= {line["key"] for line in report["lines"]}
    assert (await commune.get(f"/reports/{above}")).status_code == 404
    assert (await commune.get("/reports", params={"area": "08"})).status_code == 404
    assert [one["id"] for one in (await province.get("/reports")).json()["reports"]] == [above]
    assert (await province.get(f"/reports/{here}")).status_code == 200
