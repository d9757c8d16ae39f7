"""Recordings that are sent: known by what they hold, named by us, or refused; nothing is written anywhere else."""

import random
import shutil
from pathlib import Path

import pytest

from bot.learning.library import read_library
from bot.recordings import LARGEST, NotARecording, RecordingTooLarge, lesson_file, names_lesson_file
from bot.web.console.content.files import NotWritable
from bot.web.console.content.recordings import keep, kept
from tests.web.console.conftest import LESSONS, Desk
from tests.web.console.content_desk import EDIT, LESSON, ROOM, edited, everything, form

M4A = b"\0\0\0\x20ftypM4A " + bytes(40)
PIECES = (
    "..",
    "/",
    "\\",
    "\0",
    "%2e",
    "con",
    ".htaccess",
    "<b>",
    "a" * 300,
    "\u202e",
    "\u0301",
    "ọ",
    "漢",
    " ",
    ".ogg",
)


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited, without any recording."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons", ignore=shutil.ignore_patterns("tieng")))


def test_a_recording_is_kept_as_it_is_under_a_name_that_tells_what_was_read(lessons: Path) -> None:
    path = keep(lessons, M4A, "Gọi lại, thẻ 1")
    assert path.startswith("tieng/goi-lai-the-1-")
    assert (lessons / path).read_bytes() == M4A
    assert keep(lessons, M4A, "Gọi lại, thẻ 1") == path
    assert kept(lessons) == [path]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<svg/>", b"RIFF....WAVE", b"MZ\x90\0", b"%PDF-1.7", b"ftyp"])
def test_what_is_no_recording_is_refused(lessons: Path, content: bytes) -> None:
    before = everything(lessons)
    with pytest.raises(NotARecording):
        keep(lessons, content, "gọi lại")
    with pytest.raises(RecordingTooLarge):
        keep(lessons, M4A.ljust(LARGEST + 1, b"\0"), "gọi lại")
    assert everything(lessons) == before


def test_two_thousand_hostile_names_lead_nowhere(lessons: Path) -> None:
    dice, before = random.Random(8), set(everything(lessons.parent))
    for number in range(2_000):
        path = keep(lessons, M4A + bytes([number % 8]), "".join(dice.choices(PIECES, k=dice.randint(1, 8))))
        assert names_lesson_file(path)
        assert lesson_file(lessons, path)
    new = set(everything(lessons.parent)) - before
    assert all(one.is_relative_to(lessons / "tieng") for one in new)


def test_a_folder_that_leads_elsewhere_takes_nothing(lessons: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (lessons / "tieng").symlink_to(outside)
    with pytest.raises(NotWritable):
        keep(lessons, M4A, "gọi lại")
    assert not list(outside.iterdir())
    assert kept(lessons) == []


async def test_the_page_gives_the_line_to_paste_and_plays_it(desk: Desk, lessons: Path) -> None:
    before = set(everything(lessons))
    bien = desk.client("bien")
    for name in ("../../x.ogg", "a\0b.mp3", "x" * 4000, "<b>.m4a", "..\\..\\x", "con", ".htaccess", "x.html"):
        answer = await bien.post(f"{ROOM}/tieng", files={"tep": (name, M4A, "text/html")}, data={"ve": "Gọi lại"})
        assert answer.status_code == 200
        assert "[Nghe](tieng/goi-lai-" in answer.text
    [new] = [one for one in set(everything(lessons)) - before if one.is_file()]
    assert new.parent == lessons / "tieng"
    path = f"tieng/{new.name}"
    assert f'src="/{path}"' in (await bien.get(f"{ROOM}/tieng")).text
    heard = await desk.client("").get(f"/{path}")
    assert (heard.status_code, heard.content, heard.headers["content-type"]) == (200, M4A, "audio/mp4")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"tep": ("a.ogg", b"PK", "audio/ogg")}, "không đọc được"),
        ({"tep": ("a.ogg", M4A.ljust(LARGEST + 1), "audio/ogg")}, "lớn hơn 2 MB"),
        ({"tep": ("a.ogg", M4A.ljust(2 * LARGEST), "audio/ogg")}, "lớn hơn 2 MB"),
        ({"tep": ("", b"", "audio/ogg")}, "Chọn một tệp"),
        (None, "Chọn một tệp"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_the_words_stay(
    desk: Desk, lessons: Path, sent: dict[str, tuple[str, bytes, str]] | None, words: str
) -> None:
    answer = await desk.client("bien").post(f"{ROOM}/tieng", files=sent, data={"ve": "Gọi lại"})
    assert answer.status_code == 422
    assert words in answer.text
    assert not kept(lessons)


async def test_a_card_with_the_line_is_published_heard_and_read_from_its_page(desk: Desk, lessons: Path) -> None:
    bien = desk.client("bien")
    wrong = edited(lessons, "trong máy.", "trong máy.\n\n[Nghe](tieng/chua-co.m4a)")
    refused = await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, wrong))
    assert "Chưa thấy bản đọc tieng/chua-co.m4a" in refused.text
    path = keep(lessons, M4A, "gọi lại")
    text = wrong.replace("tieng/chua-co.m4a", path)
    seen = await bien.post(f"{ROOM}/xem/{LESSON}", data=form(lessons, text))
    assert f'<audio controls preload="none" src="/{path}"' in seen.text
    assert (await bien.post(f"{EDIT}/{LESSON}", data=form(lessons, text))).status_code == 303
    [lesson] = [one.lesson for one in read_library(lessons).entries if one.file == LESSON]
    assert lesson.cards[0].recording == path
    page = await desk.client("").get(f"/bai/{lesson.course}/{lesson.id}")
    assert f'controls preload="none" src="/{path}"' in page.text


async def test_only_who_teaches_sends_recordings(desk: Desk) -> None:
    for name in ("lan", "quan", ""):
        answer = await desk.client(name).post(f"{ROOM}/tieng", files={"tep": ("a.ogg", M4A, "audio/ogg")})
        assert answer.status_code in (401, 403)
