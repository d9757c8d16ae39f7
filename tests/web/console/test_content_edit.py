"""Editing what people read: what is published is live at once, and nothing that was typed is lost."""

import asyncio
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from bot.storage.editing import drafts, revisions
from bot.storage.editing.revisions import Deed
from bot.storage.offices import audit
from bot.web.console.content import publishing
from bot.web.console.content.files import NotWritable
from tests.web.console.conftest import LESSONS, Desk
from tests.web.console.content_desk import EDIT, LESSON, ROOM, colleague, edited, form, leftovers
from tests.web.page import Page

OLD, NEW = "Bác gọi số đã lưu trong máy.", "Bác bấm số đã lưu trong máy."


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons"))


async def test_what_is_published_is_the_next_screen_of_the_chat(desk: Desk, lessons: Path) -> None:
    citizen = desk.client()
    await citizen.get("/")
    for said in ("4", "hoc"):
        await citizen.post("/chat", data={"id": said, "text": said})
    await desk.client("bien").post(f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    await citizen.post("/chat", data={"id": "bai", "text": "goi lai so quen"})
    said = Page((await citizen.get("/")).text).text
    assert NEW in said
    assert OLD not in said


async def test_publishing_leaves_a_version_and_a_row_in_the_log(desk: Desk, lessons: Path) -> None:
    text = edited(lessons, OLD, NEW)
    answer = await desk.client("bien").post(f"{EDIT}/{LESSON}", data=form(lessons, text))
    assert answer.status_code == 303
    assert (lessons / LESSON).read_text("utf-8") == text
    first, second = reversed(await desk.app.database.read(lambda tx: revisions.history(tx, LESSON)))
    assert (first.deed, first.officer) == (Deed.BY_HAND, "")
    assert (second.deed, second.officer, second.why) == (Deed.PUBLISHED, desk.ids["bien"], "sửa cho đúng")
    logged = (await desk.app.database.read(lambda tx: audit.newest(tx, about=LESSON)))[-1]
    assert (logged.what, logged.details["hash"]) == ("content.published", second.hash)
    assert not leftovers(lessons)


async def test_a_file_with_mistakes_is_kept_as_a_draft_and_not_published(desk: Desk, lessons: Path) -> None:
    before = (lessons / LESSON).read_text("utf-8")
    bien = desk.client("bien")
    answer = await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, before.replace("- [x]", "- [ ]")))
    assert answer.status_code == 422
    assert 'data-line="' in answer.text
    assert (lessons / LESSON).read_text("utf-8") == before
    draft = await desk.app.database.read(lambda tx: drafts.draft(tx, desk.ids["bien"], LESSON))
    assert draft is not None
    assert "- [x]" not in draft.text
    assert "Đang mở bản nháp" in (await bien.get(f"{EDIT}/{LESSON}")).text


async def test_a_save_that_would_break_another_file_is_told(desk: Desk, lessons: Path) -> None:
    other = "khoa-hoc/nguoi-cao-tuoi/01-dung-lai.md"
    found = re.search(r"^mã: (.+)$", (lessons / LESSON).read_text("utf-8"), re.MULTILINE)
    assert found
    text = edited(lessons, "mã: dung-lai", f"mã: {found[1]}", other)
    answer = await desk.client("bien").post(f"{EDIT}/{other}", data=form(lessons, text, other))
    assert answer.status_code == 422
    assert "Bản này làm hỏng tệp khác" in answer.text
    assert LESSON in answer.text


async def test_without_a_reason_nothing_is_published_and_nothing_lost(desk: Desk, lessons: Path) -> None:
    answer = await desk.client("bien").post(
        f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW), **{"ly-do": " "})
    )
    assert answer.status_code == 422
    assert NEW in answer.text
    assert OLD in (lessons / LESSON).read_text("utf-8")


async def test_two_who_save_at_once_lose_nothing(desk: Desk, lessons: Path) -> None:
    texts = {"bien": edited(lessons, OLD, NEW), "nga": edited(lessons, OLD, "Bác tự gọi số đã lưu.")}
    browsers = {"bien": desk.client("bien"), "nga": await colleague(desk)}
    sent = {name: form(lessons, text) for name, text in texts.items()}
    answers = await asyncio.gather(*(browsers[name].post(f"{EDIT}/{LESSON}", data=sent[name]) for name in texts))
    led = {name: answer.headers["location"] for name, answer in zip(texts, answers, strict=True)}
    (first,) = (name for name, place in led.items() if "/sua/" in place)
    (second,) = (name for name, place in led.items() if place == f"{ROOM}/hai-ban/{LESSON}")
    assert (lessons / LESSON).read_text("utf-8") == texts[first]
    page = (await browsers[second].get(led[second])).text
    assert "<ins>" in page
    assert "<del>" in page
    assert texts[second] in unescape(page)
    assert texts[first] in unescape(page)
    again = await browsers[second].post(f"{EDIT}/{LESSON}", data=form(lessons, texts[second]))
    assert "/sua/" in again.headers["location"]
    assert (lessons / LESSON).read_text("utf-8") == texts[second]


async def test_an_edit_on_the_server_meanwhile_is_not_overwritten(desk: Desk, lessons: Path) -> None:
    sent = form(lessons, edited(lessons, OLD, NEW))
    bien = desk.client("bien")
    await bien.get(f"{EDIT}/{LESSON}")
    (lessons / LESSON).write_text(by_hand := edited(lessons, OLD, "Bác tự gọi số đã lưu."), "utf-8")
    answer = await bien.post(f"{EDIT}/{LESSON}", data=sent)
    assert "/hai-ban/" in answer.headers["location"]
    assert (lessons / LESSON).read_text("utf-8") == by_hand


async def test_the_draft_is_kept_while_typing(desk: Desk, lessons: Path) -> None:
    bien = desk.client("bien")
    answer = await bien.post(f"{ROOM}/nhap/{LESSON}", data=form(lessons, "nửa chừng"))
    assert "Đã giữ bản nháp" in answer.text
    assert "nửa chừng" in (await bien.get(f"{EDIT}/{LESSON}")).text
    await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, "", viec="bo"))
    assert "nửa chừng" not in (await bien.get(f"{EDIT}/{LESSON}")).text


async def test_the_preview_lays_out_every_channel(desk: Desk, lessons: Path) -> None:
    answer = await desk.client("bien").post(f"{ROOM}/xem/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    for way in ("telegram", "zalo", "web", "print"):
        assert f"way-{way}" in answer.text
    assert answer.text.count(NEW) == 4
    assert "hx-swap-oob" in answer.text


async def test_a_folder_that_takes_no_file_keeps_the_draft(
    desk: Desk, lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(*_what: object) -> Path:
        raise NotWritable("read-only")

    monkeypatch.setattr(publishing, "stage", shut)
    bien = desk.client("bien")
    answer = await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    assert answer.status_code == 503
    assert "Thư mục bài đang khóa" in answer.text
    assert NEW in (await bien.get(f"{EDIT}/{LESSON}")).text


async def test_a_move_that_fails_leaves_the_old_file_and_the_way_free(
    desk: Desk, lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(*_what: object) -> None:
        raise NotWritable("full")

    bien, sent = desk.client("bien"), form(lessons, edited(lessons, OLD, NEW))
    with monkeypatch.context() as broken:
        broken.setattr(publishing, "put", shut)
        assert (await bien.post(f"{EDIT}/{LESSON}", data=sent)).status_code == 503
    assert OLD in (lessons / LESSON).read_text("utf-8")
    assert not leftovers(lessons)
    assert (await bien.post(f"{EDIT}/{LESSON}", data=sent)).status_code == 303
    assert NEW in (lessons / LESSON).read_text("utf-8")


@pytest.mark.parametrize("name", ["lan", "minh", "truc", "tinh", "soat", "quan", ""])
async def test_only_who_teaches_may_edit(desk: Desk, lessons: Path, name: str) -> None:
    client = desk.client(name)
    assert (await client.get(ROOM)).status_code in (303, 403)
    answer = await client.post(f"{EDIT}/{LESSON}", data=form(lessons, edited(lessons, OLD, NEW)))
    assert answer.status_code in (401, 403)
    assert OLD in (lessons / LESSON).read_text("utf-8")


async def test_the_list_shows_every_room_and_finds_by_words_and_code(desk: Desk) -> None:
    bien = desk.client("bien")
    everything = (await bien.get(ROOM)).text
    for words in ("Gọi lại số quen", "Mẫu thông báo", "Số điện thoại thật"):
        assert words in everything
    found = (await bien.get(ROOM, params={"tim": "goi lai"})).text
    assert "Gọi lại số quen" in found
    assert "Mật khẩu mạnh" not in found
    assert "Mật khẩu mạnh" in (await bien.get(ROOM, params={"tim": "mat-khau"})).text
