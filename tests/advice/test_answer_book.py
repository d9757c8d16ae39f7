"""The room of answers is watched: a broken file leaves the good answer, and a question stands in one file only."""

import os
from datetime import date
from pathlib import Path

import pytest

from bot.advice.book.answer_book import AnswerBook, read_answers, watch_answers
from bot.advice.book.answer_check import check_answers
from tests.advice.answer_samples import FILE, GOOD

GOOD = GOOD.replace("bài học: mat-khau-manh-hai-lop\n", "").replace("gọi 113", "hỏi xã")
TODAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lessons folder with one answer in it."""
    for room in ("hoi-dap", "khoa-hoc", "danh-ba"):
        (tmp_path / room).mkdir()
    write(tmp_path, GOOD)
    return tmp_path


def write(folder: Path, text: str, file: str = FILE) -> None:
    """The file with this text, and a stamp that no earlier one had."""
    path = folder / file
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def ids(book: AnswerBook | None) -> list[str]:
    """The `mã` of each answer; fails where nothing was new."""
    assert book is not None
    return [answer.id for answer in book.things]


def test_a_folder_is_read_once_and_again_when_it_has_changed(folder: Path) -> None:
    watch = watch_answers(folder)
    assert ids(watch.poll()) == ["quen-mat-khau"]
    assert watch.poll() is None
    write(folder, GOOD.replace("quên pass rồi", "mất pass rồi"))
    book = watch.poll()
    assert ids(book) == ["quen-mat-khau"]
    assert book
    assert book.things[0].ways[0] == "mất pass rồi"


def test_a_recording_is_taken_up_when_it_comes_after_the_answer(folder: Path) -> None:
    watch = watch_answers(folder)
    write(folder, GOOD.replace("## Trả lời\n", "## Trả lời\n\n[Nghe](tieng/quen.mp3)\n"))
    missing = watch.poll()
    assert missing
    assert [str(one.code) for one in missing.mistakes] == ["recording-missing"]
    (folder / "tieng").mkdir()
    (folder / "tieng" / "quen.mp3").write_bytes(b"ID3" + bytes(100))
    book = watch.poll()
    assert book
    assert book.mistakes == ()
    assert [one.recording for one in book.things] == ["tieng/quen.mp3"]


def test_a_broken_file_leaves_the_good_answer(folder: Path) -> None:
    watch = watch_answers(folder)
    watch.poll()
    write(folder, GOOD.replace("mã: quen-mat-khau", "mã: Quên"))
    book = watch.poll()
    assert ids(book) == ["quen-mat-khau"]
    assert book
    assert [str(one.code) for one in book.mistakes] == ["bad-id"]


def test_a_question_in_two_files_is_told_at_the_second(folder: Path) -> None:
    write(
        folder, GOOD.replace("quen-mat-khau", "z").replace("# Quên mật khẩu thì", "# Mất mật khẩu thì"), "hoi-dap/z.md"
    )
    book = read_answers(folder)
    assert ids(book) == ["quen-mat-khau", "z"]
    assert {(one.file, str(one.code)) for one in book.mistakes} == {("hoi-dap/z.md", "asked-twice")}
    assert [one.line for one in book.mistakes] == [11, 12, 13]


def test_checking_knows_lessons_that_are_not_there_and_reviews_that_are_over(folder: Path) -> None:
    assert check_answers(folder, TODAY).mistakes == ()
    write(folder, GOOD.replace("ngày duyệt: 21/11/2026", "ngày duyệt: 21/11/2025\nbài học: khong-co"))
    report = check_answers(folder, TODAY)
    assert report.good == 1
    assert [(one.line, str(one.code)) for one in report.mistakes] == [
        (7, "answer-review-over"),
        (8, "unknown-answer-lesson"),
    ]
