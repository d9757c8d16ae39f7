"""Looking back at what was published: versions, differences, earlier texts again, and files out of use."""

import shutil
from pathlib import Path

import pytest

from bot.storage.editing import revisions
from bot.storage.editing.revisions import Deed
from tests.web.console.conftest import LESSONS, Desk
from tests.web.console.content_desk import EDIT, LESSON, ROOM, base, edited, form

OLD, NEW = "Bác gọi số đã lưu trong máy.", "Bác bấm số đã lưu trong máy."


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons"))


async def test_an_earlier_version_comes_back_as_a_new_one(desk: Desk, lessons: Path) -> None:
    before, bien = (lessons / LESSON).read_text("utf-8"), desk.client("bien")
    await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    page = (await bien.get(f"{ROOM}/lich-su/{LESSON}")).text
    assert "<del>gọi</del><ins>bấm</ins>" in page
    assert "Chị Biên" in page
    first = (await desk.app.database.read(lambda tx: revisions.history(tx, LESSON)))[-1]
    await bien.post(f"{ROOM}/khoi-phuc/{LESSON}", data={"ban": str(first.id)})
    assert (lessons / LESSON).read_text("utf-8") == before
    deeds = [one.deed for one in await desk.app.database.read(lambda tx: revisions.history(tx, LESSON))]
    assert deeds == [Deed.RESTORED, Deed.PUBLISHED, Deed.BY_HAND]


async def test_what_was_edited_on_the_server_shows_up(desk: Desk, lessons: Path) -> None:
    bien = desk.client("bien")
    await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    (lessons / LESSON).write_text(edited(lessons, NEW, "Bác tự gọi số đã lưu."), "utf-8")
    for _ in range(2):
        page = (await bien.get(f"{ROOM}/lich-su/{LESSON}")).text
    assert "sửa trên máy chủ" in page
    assert len(await desk.app.database.read(lambda tx: revisions.history(tx, LESSON))) == 3


async def test_a_file_goes_out_of_use_and_comes_back(desk: Desk, lessons: Path) -> None:
    before, bien = (lessons / LESSON).read_text("utf-8"), desk.client("bien")
    sent = {"goc": base(lessons), "ly-do": "đã có bài khác"}
    answer = await bien.post(f"{ROOM}/ngung/{LESSON}", data=sent)
    assert answer.status_code == 303
    assert not (lessons / LESSON).exists()
    assert desk.app.content.world.library.lesson("goi-lai", "vi") is None
    assert "Đã ngừng dùng" in (await bien.get(ROOM)).text
    gone = (await desk.app.database.read(revisions.retired))[0]
    assert (await bien.get(f"{EDIT}/{LESSON}")).status_code == 404
    await bien.post(f"{ROOM}/khoi-phuc/{LESSON}", data={"ban": str(gone.id)})
    assert (lessons / LESSON).read_text("utf-8") == before
    assert not await desk.app.database.read(revisions.retired)


async def test_a_file_that_another_one_needs_stays(desk: Desk, lessons: Path) -> None:
    course = "khoa-hoc/nguoi-cao-tuoi/khoa.md"
    sent = {"goc": base(lessons, course), "ly-do": "bỏ khóa"}
    answer = await desk.client("bien").post(f"{ROOM}/ngung/{course}", data=sent)
    assert answer.status_code == 422
    assert "có tệp khác cần tệp này" in answer.text
    assert (lessons / course).exists()


async def test_a_file_that_changed_meanwhile_stays(desk: Desk, lessons: Path) -> None:
    sent = {"goc": "0" * 64, "ly-do": "bỏ"}
    assert (await desk.client("bien").post(f"{ROOM}/ngung/{LESSON}", data=sent)).status_code == 409
    assert (lessons / LESSON).exists()


@pytest.mark.parametrize(
    ("query", "status"), [("cu=x&moi=y", 200), ("cu=99999999999999999999&moi=-1", 200), ("cu=%00&moi=٣", 404)]
)
async def test_a_version_that_is_none_is_no_failure(desk: Desk, query: str, status: int) -> None:
    bien = desk.client("bien")
    await bien.get(f"{EDIT}/{LESSON}")
    assert (await bien.get(f"{ROOM}/lich-su/{LESSON}?{query}")).status_code == status
