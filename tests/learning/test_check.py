"""The check reports on the whole folder, on one course, or on one file."""

from pathlib import Path

import pytest

from bot.learning.check import check_folder, lessons_folder
from tests.learning.samples import GOOD

COURSE = "khoa-hoc/nguoi-cao-tuoi"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two courses: a good lesson in one, a bad one in the other; no directory."""
    for course, text in (("nguoi-cao-tuoi", GOOD), ("tre-em", GOOD.replace("- [x]", "- [ ]"))):
        home = tmp_path / "khoa-hoc" / course
        home.mkdir(parents=True)
        (home / "khoa.md").write_text("# Vui\n\nđối tượng: mọi người\n", "utf-8")
        (home / "01-bai.md").write_text(text.replace(", hoặc gọi 113", ""), "utf-8")
    (tmp_path / "hinh").mkdir()
    (tmp_path / "hinh/dat-may.svg").write_text("<svg/>", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "lessons", "codes"),
    [
        ("", 1, ["no-right-answer"]),
        ("khoa-hoc", 1, ["no-right-answer"]),
        (COURSE, 1, []),
        (f"{COURSE}/01-bai.md", 1, []),
        ("khoa-hoc/tre-em", 0, ["no-right-answer"]),
        ("khoa-hoc/tre-em/01-bai.md", 0, ["no-right-answer"]),
        ("khoa-hoc/khong-co", 0, ["unreadable"]),
    ],
)
def test_the_check_looks_below_its_path(folder: Path, path: str, lessons: int, codes: list[str]) -> None:
    report = check_folder(folder / path)
    assert (report.lessons, [str(one.code) for one in report.mistakes]) == (lessons, codes)


def test_mistakes_of_the_directory_are_told_with_the_folder_only(folder: Path) -> None:
    assert check_folder(folder).directory_mistakes
    assert not check_folder(folder / COURSE).directory_mistakes


def test_a_path_outside_of_any_lessons_folder(tmp_path: Path) -> None:
    assert lessons_folder(tmp_path) is None
    assert [str(one.code) for one in check_folder(tmp_path).mistakes] == ["unreadable"]
