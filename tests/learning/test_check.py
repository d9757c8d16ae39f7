"""The check reports on the whole folder, on one course, or on one file."""

from datetime import date
from pathlib import Path

import pytest

from bot.learning.check import check_folder, lessons_folder
from bot.learning.library import read_library
from bot.learning.reading_level import Level
from tests.learning.samples import GOOD

COURSE = "khoa-hoc/nguoi-cao-tuoi"
TODAY = date(2026, 11, 22)


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
    report = check_folder(folder / path, TODAY)
    assert (report.lessons, [str(one.code) for one in report.mistakes]) == (lessons, codes)


def test_mistakes_of_the_directory_are_told_with_the_folder_only(folder: Path) -> None:
    assert check_folder(folder, TODAY).directory_mistakes
    assert not check_folder(folder / COURSE, TODAY).directory_mistakes


def test_a_path_outside_of_any_lessons_folder(tmp_path: Path) -> None:
    assert lessons_folder(tmp_path) is None
    assert [str(one.code) for one in check_folder(tmp_path, TODAY).mistakes] == ["unreadable"]


def test_the_reading_level_of_every_good_lesson_is_told(folder: Path) -> None:
    ((file, level),) = check_folder(folder, TODAY).levels
    assert file == f"{COURSE}/01-bai.md"
    assert level.level is Level.EASY
    assert not check_folder(folder / "khoa-hoc/tre-em", TODAY).levels


def test_a_doubled_story_is_told_where_the_second_stands(folder: Path) -> None:
    text = (folder / COURSE / "01-bai.md").read_text("utf-8").replace("dung-hoi-goi-lai", "bai-hai")
    (folder / COURSE / "02-bai.md").write_text(text.replace("# Dừng lại – Hỏi – Gọi lại", "# Bài hai"), "utf-8")
    report = check_folder(folder / COURSE, TODAY)
    assert [(one.file, str(one.code)) for one in report.mistakes] == [
        (f"{COURSE}/02-bai.md", "stories-alike"),
        (f"{COURSE}/02-bai.md", "examples-alike"),
    ]
    assert report.lessons == 2
    assert read_library(folder).lesson("bai-hai", "vi")


@pytest.mark.parametrize(
    ("today", "codes"),
    [(date(2027, 11, 20), []), (date(2027, 11, 21), ["review-over"]), (date(2030, 1, 1), ["review-over"])],
)
def test_a_review_holds_for_a_year(folder: Path, today: date, codes: list[str]) -> None:
    report = check_folder(folder / COURSE, today)
    assert [str(one.code) for one in report.mistakes] == codes
    assert [one.line for one in report.mistakes] == [9] * len(codes)
    assert report.lessons == 1
