"""`docs/curriculum.md` is what the lessons say now, and says it of every lesson."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.learning.collection import Entry
from bot.learning.curriculum import curriculum
from bot.learning.library import Library, read_library
from tests.learning.samples import good

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/curriculum.md").read_text("utf-8")
ROW = re.compile(r"^\| `([a-z0-9-]+)` \|", re.MULTILINE)


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped lessons."""
    return read_library(ROOT / "lessons")


def test_the_page_is_up_to_date(library: Library) -> None:
    assert curriculum(library) == PAGE, "run `camtay lessons curriculum`"


def test_every_lesson_stands_there_once(library: Library) -> None:
    assert ROW.findall(PAGE) == [entry.lesson.id for entry in library.entries]


def test_every_row_says_until_when_the_lesson_holds(library: Library) -> None:
    rows = {row.split("`")[1]: row for row in PAGE.splitlines() if ROW.match(row)}
    for lesson in (entry.lesson for entry in library.entries):
        before = lesson.reviewed.replace(year=lesson.reviewed.year + 1)
        assert f"| {lesson.reviewed:%d/%m/%Y} | {before:%d/%m/%Y} | {lesson.reviewer} |" in rows[lesson.id]


def test_every_lesson_names_its_skills_and_has_harmless_tidings(library: Library) -> None:
    assert not [entry.file for entry in library.entries if not entry.lesson.skills or not entry.lesson.harmless]


def test_all_rows_of_a_table_are_of_one_width() -> None:
    tables = [part.splitlines() for part in PAGE.split("\n\n") if part.startswith("| ")]
    assert tables
    for table in tables:
        assert len({len(re.split(r"(?<!\\)\|", row)) for row in table}) == 1


def test_a_table_of_few_lessons() -> None:
    lesson = replace(good(), title="Một | hai", scams=("H14", "X9"), skills=("gọi lại", "hỏi con"))
    page = curriculum(Library((Entry("a.md", lesson, ""),), scam_types={"H14": "Giả công an", "N1": "Giả cán bộ"}))
    assert (
        "| `dung-hoi-goi-lai` | Một \\| hai | người cao tuổi, người lớn | H14 Giả công an; X9 | gọi lại, hỏi con "
        "| Cẩm nang phòng lừa đảo, 2023; Công an xã | 21/11/2026 | 21/11/2027 | Ban biên tập Cầm Tay |"
    ) in page
    assert "| H14 | Giả công an | Một \\| hai |" in page
    assert "| N1 | Giả cán bộ | chưa có bài |" in page
