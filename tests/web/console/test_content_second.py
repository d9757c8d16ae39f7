"""Two people for what keeps people safe, where a province wants it."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.app import clock
from bot.storage.editing import revisions, second_person, two_people
from bot.storage.editing.revisions import Deed
from bot.web.console.content import files
from tests.web.console.conftest import LESSONS, PROVINCE, Desk
from tests.web.console.content_desk import EDIT, LESSON, ROOM, base, colleague, edited, form

OLD, NEW = "Bác gọi số đã lưu trong máy.", "Bác bấm số đã lưu trong máy."
OTHER = "khoa-hoc/tai-khoan/01-mat-khau.md"  # not about safety


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons"))


async def _switch_on(desk: Desk) -> None:
    answer = await desk.client("tinh").post(f"{ROOM}/cai-dat", data={"tinh": PROVINCE, "viec": "bat"})
    assert answer.status_code == 303


async def _asked(desk: Desk, lessons: Path) -> dict[str, str]:
    """What the page of the one request sends, with its number as `id`."""
    answer = await desk.client("bien").post(f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    assert answer.headers["location"] == f"{ROOM}/cho-duyet"
    (asked,) = await desk.app.database.read(second_person.waiting)
    return {"id": asked.id, "ban": asked.hash}


async def test_a_second_person_makes_it_live(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    asked = await _asked(desk, lessons)
    assert OLD in (lessons / LESSON).read_text("utf-8")
    second = await colleague(desk)
    at = f"{ROOM}/cho-duyet/{asked['id']}"
    page = (await second.get(at)).text
    assert "<ins>bấm</ins>" in page
    assert "Đồng ý và đăng" in page
    answer = await second.post(at, data={"ban": asked["ban"], "viec": "dong-y"})
    assert answer.status_code == 303
    assert NEW in (lessons / LESSON).read_text("utf-8")
    assert "Chị Nga" in (await second.get(f"{ROOM}/lich-su/{LESSON}")).text
    assert (await second.post(at, data={"ban": asked["ban"], "viec": "dong-y"})).status_code == 422


async def test_nobody_is_their_own_second_person(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    asked = await _asked(desk, lessons)
    same_browser = await colleague(desk, "bien")
    for client in (desk.client("bien"), same_browser):
        at = f"{ROOM}/cho-duyet/{asked['id']}"
        assert (await client.post(at, data={"ban": asked["ban"], "viec": "dong-y"})).status_code == 422
        assert "Đồng ý và đăng" not in (await client.get(at)).text
    assert OLD in (lessons / LESSON).read_text("utf-8")


async def test_another_text_than_the_one_that_was_read_is_not_agreed_to(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    asked = await _asked(desk, lessons)
    second = await colleague(desk)
    at = f"{ROOM}/cho-duyet/{asked['id']}"
    assert (await second.post(at, data={"ban": "0" * 64, "viec": "dong-y"})).status_code == 422
    assert OLD in (lessons / LESSON).read_text("utf-8")


async def test_it_is_given_back_with_a_reason(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    asked = await _asked(desk, lessons)
    second = await colleague(desk)
    at = f"{ROOM}/cho-duyet/{asked['id']}"
    assert (await second.post(at, data={"ban": asked["ban"], "viec": "tra"})).status_code == 422
    await second.post(at, data={"ban": asked["ban"], "viec": "tra", "ly-do": "Thiếu nguồn."})
    assert "Thiếu nguồn." in (await desk.client("bien").get(f"{ROOM}/cho-duyet")).text


async def test_what_is_just_becoming_live_is_not_given_back(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    asked = await _asked(desk, lessons)
    (request,) = await desk.app.database.read(second_person.waiting)
    begun = await desk.app.database.write(lambda tx: revisions.begin(tx, request.change, clock()))
    second, at = await colleague(desk), f"{ROOM}/cho-duyet/{asked['id']}"
    back = {"ban": asked["ban"], "viec": "tra", "ly-do": "Thiếu nguồn."}
    assert (await second.post(at, data=back)).status_code == 409
    await desk.app.database.write(lambda tx: revisions.give_up(tx, begun))
    assert (await second.post(at, data=back)).status_code == 303


async def test_what_was_given_back_meanwhile_does_not_become_live(
    desk: Desk, lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _switch_on(desk)
    asked = await _asked(desk, lessons)
    second, at = await colleague(desk), f"{ROOM}/cho-duyet/{asked['id']}"
    (request,) = await desk.app.database.read(second_person.waiting)
    given_back = second_person.Decision("khac", agreed=False, reason="Thiếu nguồn.")
    really = files.stage

    def meanwhile(*given: object) -> Path:
        database = desk.app.database
        work = database.write(lambda tx: second_person.give_back(tx, request, given_back, clock()))
        assert asyncio.run_coroutine_threadsafe(work, loop).result()
        return really(*given)  # type: ignore[arg-type]

    loop = asyncio.get_running_loop()
    monkeypatch.setattr("bot.web.console.content.publishing.stage", meanwhile)
    assert (await second.post(at, data={"ban": asked["ban"], "viec": "dong-y"})).status_code == 409
    assert OLD in (lessons / LESSON).read_text("utf-8")


async def test_to_take_a_file_out_of_use_needs_a_second_person_too(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    sent = {"goc": base(lessons), "ly-do": "đã có bài khác"}
    answer = await desk.client("bien").post(f"{ROOM}/ngung/{LESSON}", data=sent)
    assert answer.headers["location"] == f"{ROOM}/cho-duyet"
    assert (lessons / LESSON).exists()
    (asked,) = await desk.app.database.read(second_person.waiting)
    second = await colleague(desk)
    await second.post(f"{ROOM}/cho-duyet/{asked.id}", data={"ban": asked.hash, "viec": "dong-y"})
    assert not (lessons / LESSON).exists()
    (gone,) = await desk.app.database.read(revisions.retired)
    assert gone.deed is Deed.RETIRED


async def test_a_course_about_something_else_needs_one_person(desk: Desk, lessons: Path) -> None:
    await _switch_on(desk)
    text = edited(lessons, "ít nhất mười hai chữ", "ít nhất mười bốn chữ", OTHER)
    answer = await desk.client("bien").post(f"{EDIT}/{OTHER}", data=form(lessons, text, OTHER))
    assert "/sua/" in answer.headers["location"]
    assert "mười bốn" in (lessons / OTHER).read_text("utf-8")


@pytest.mark.parametrize(("name", "status"), [("quan", 303), ("tinh", 303), ("truc", 403), ("bien", 403), ("lan", 403)])
async def test_only_the_province_and_administrators_switch(desk: Desk, name: str, status: int) -> None:
    client = desk.client(name)
    answer = await client.post(f"{ROOM}/cai-dat", data={"tinh": PROVINCE, "viec": "bat"})
    assert answer.status_code == status
    assert await desk.app.database.read(two_people.wanted) is (status == 303)
    assert (await client.get(f"{ROOM}/cai-dat")).status_code == (200 if status == 303 else 403)


async def test_a_province_speaks_for_itself_alone(desk: Desk) -> None:
    assert (await desk.client("tinh").post(f"{ROOM}/cai-dat", data={"tinh": "01", "viec": "bat"})).status_code == 403
