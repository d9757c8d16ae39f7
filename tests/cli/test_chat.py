"""`camtay chat`: the whole bot, read from a script on standard input."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run

# An elder joins, skips the commune, reads "Dừng lại trước đã", answers both questions, the first one wrong.
LESSON = ("1", "1", "để sau", "chọn bài học", "1", "1", "1", "1", "1", "1", "1", "1", "2", "1")


def test_a_lesson_with_its_quiz_from_a_script(camtay: Run, tmp_path: Path) -> None:
    result = camtay("chat", typed="\n".join(LESSON) + "\n")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Xin chào! Cháu là Cầm Tay.")
    for said in (
        "Chuyện ông Tám",
        "Chưa đúng, không sao cả",
        "Làm lại câu chưa đúng",
        "Đúng ngay lần đầu 1 trên 2 câu.",
    ):
        assert said in result.output, said
    with closing(sqlite3.connect(tmp_path / "data" / "camtay.db")) as database:
        assert database.execute('SELECT "right", asked FROM progress').fetchall() == [(1, 2)]
        assert database.execute("SELECT count(*) FROM answers").fetchall() == [(3,)]


def test_a_second_sitting_goes_on(camtay: Run) -> None:
    camtay("chat", typed="1\n1\nđể sau\n")
    assert "chào bác quay lại" in camtay("chat").output


def test_odd_lines_are_answered(camtay: Run) -> None:
    result = camtay("chat", typed="\n\n   \n??\n" + "x" * 5000 + "\n/start xa-khong-co\nkhông có xuống dòng")
    assert result.exit_code == 0
    assert result.output.count("Ai đang cầm máy") == 5  # empty lines are no messages


def test_a_database_that_cannot_be_used_is_named(camtay: Run) -> None:
    result = camtay("chat", env={"CAMTAY_DATABASE_URL": "sqlite:////dev/null/camtay.db"})
    assert result.exit_code == 1
    assert result.output.startswith("Error: The database cannot be used")
