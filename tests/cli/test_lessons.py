"""`camtay lessons`: the check, a new lesson, the preview, the table of what is taught."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.learning.check import check_folder
from bot.learning.curriculum import curriculum
from bot.learning.library import read_library
from tests.cli.conftest import Run

FILE = "khoa-hoc/nguoi-cao-tuoi/01-dung-lai.md"
COURSE = "khoa-hoc/nguoi-cao-tuoi"
TODAY = date(2026, 11, 21)


def spoil(lessons: Path) -> int:
    """Take the right answer out of a question; the line where the mistake stands."""
    file = lessons / FILE
    file.write_text(file.read_text().replace("- [x] Tắt máy", "- [ ] Tắt máy"))
    [mistake] = check_folder(lessons, TODAY).mistakes
    return mistake.line


def test_good_lessons_are_counted_and_each_has_its_reading_level(camtay: Run, lessons: Path) -> None:
    result = camtay("lessons", "check")
    *levels, summary = result.output.splitlines()
    assert (result.exit_code, summary) == (0, "4 bài học, 2 mẫu thông báo, 4 câu hỏi đáp, không có lỗi nào.")
    assert [line.partition(":")[0] for line in levels] == [entry.file for entry in read_library(lessons).entries]
    assert levels[0].endswith(": dễ, mỗi câu 6,1 tiếng")


def test_a_mistake_is_named_with_file_line_and_code(camtay: Run, lessons: Path) -> None:
    line = spoil(lessons)
    result = camtay("lessons", "check")
    assert result.exit_code == 1
    first, *levels, last = result.output.splitlines()
    assert len(levels) == 3
    assert first.startswith(f"{FILE}:{line}: ")
    assert first.endswith("]")
    assert last.startswith("1 lỗi cần sửa.")


def test_the_check_of_one_file_tells_of_that_file_only(camtay: Run, lessons: Path) -> None:
    spoil(lessons)
    sound = camtay("lessons", "check", lessons / COURSE / "02-goi-lai.md")
    assert sound.exit_code == 0
    assert sound.output.endswith("\n1 bài học, không có lỗi nào.\n")
    assert camtay("lessons", "check", lessons / FILE).exit_code == 1
    assert camtay("lessons", "check", lessons / "khoa-hoc/tre-em").exit_code == 0


def test_for_scripts(camtay: Run, lessons: Path) -> None:
    told = json.loads(camtay("lessons", "check", "--json").output)
    assert (told["lessons"], told["mistakes"]) == (4, [])
    assert told["levels"][0] == {"file": FILE, "level": "dễ", "words_per_sentence": 6.1}
    line = spoil(lessons)
    result = camtay("lessons", "check", "--json")
    told = json.loads(result.output)
    assert result.exit_code == 1
    assert set(told) == {"lessons", "mistakes", "levels"}
    assert told["lessons"] == 3
    [mistake] = told["mistakes"]
    assert {name: mistake[name] for name in ("file", "line")} == {"file": FILE, "line": line}
    assert set(mistake) == {"file", "line", "code", "message"}
    assert mistake["code"]
    assert mistake["message"].endswith(".")


def test_a_mistake_in_the_directory_counts_too(camtay: Run, lessons: Path) -> None:
    with (lessons / "danh-ba" / "so-dien-thoai.csv").open("a") as file:
        file.write("không phải số,tên,việc,nguồn,ngày hôm qua\n")
    result = camtay("lessons", "check", "--json")
    assert result.exit_code == 1
    assert {mistake["file"] for mistake in json.loads(result.output)["mistakes"]} == {"danh-ba/so-dien-thoai.csv"}


def test_a_path_that_is_not_there(camtay: Run, tmp_path: Path) -> None:
    assert camtay("lessons", "check", tmp_path / "nowhere").exit_code == 2


def test_a_new_lesson_gets_the_next_number(camtay: Run, lessons: Path) -> None:
    result = camtay("lessons", "new", "--title", "Đừng bấm {link} lạ", "--course", "nguoi-cao-tuoi")
    file = lessons / COURSE / "03-dung-bam-link-la.md"
    assert result.exit_code == 0
    assert str(file) in result.output
    assert file.read_text().startswith("# Đừng bấm {link} lạ\n")
    assert check_folder(file, TODAY).mistakes
    assert camtay("lessons", "new", "--title", "Đừng bấm", "--course", "nguoi-cao-tuoi").exit_code == 0
    assert (lessons / COURSE / "04-dung-bam.md").exists()


def test_a_new_lesson_asks_for_what_it_needs(camtay: Run, lessons: Path) -> None:
    result = camtay("lessons", "new", typed="Đừng bấm\ntre-em\n")
    assert result.exit_code == 0
    assert (lessons / "khoa-hoc/tre-em/02-dung-bam.md").exists()


def test_a_new_lesson_never_takes_the_place_of_another(camtay: Run, lessons: Path) -> None:
    for number in (99, 100):
        (lessons / COURSE / f"{number}-dung-bam.md").write_text("giữ nguyên")
    for _ in range(2):
        assert camtay("lessons", "new", "--title", "Đừng bấm", "--course", "nguoi-cao-tuoi").exit_code == 0
    assert (lessons / COURSE / "100-dung-bam.md").read_text() == "giữ nguyên"
    assert len(list((lessons / COURSE).glob("*-dung-bam.md"))) == 4


def test_a_lesson_of_a_course_that_is_not_there(camtay: Run, lessons: Path) -> None:
    before = sorted(lessons.rglob("*"))
    result = camtay("lessons", "new", "--title", "Đừng bấm", "--course", "khong-co")
    assert result.exit_code == 1
    assert "khong-co" in result.output
    assert sorted(lessons.rglob("*")) == before


def test_the_preview_shows_every_card_and_question(camtay: Run, lessons: Path, tmp_path: Path) -> None:
    page = tmp_path / "build" / "xem.html"
    result = camtay("lessons", "preview", "--out", page)
    assert result.exit_code == 0
    assert str(page) in result.output
    shown = page.read_text()
    library = read_library(lessons)
    for lesson in (entry.lesson for entry in library.entries):
        titles = [card.title for card in lesson.cards]
        texts = [answer.text for question in lesson.questions for answer in question.answers]
        assert [text for text in (lesson.title, *titles, *texts) if text not in shown] == []


@pytest.mark.parametrize(
    ("path", "shown"), [(FILE, [True, False, False]), (COURSE, [True, True, False]), ("", [True, True, True])]
)
def test_the_preview_of_a_part(camtay: Run, lessons: Path, tmp_path: Path, path: str, shown: list[bool]) -> None:
    page = tmp_path / "xem.html"
    assert camtay("lessons", "preview", lessons / path, "--out", page).exit_code == 0
    assert [words in page.read_text() for words in ("Chuyện ông Tám", "Gọi số đã lưu", "Dài là mạnh")] == shown


@pytest.mark.parametrize("path", ["nowhere.md", "khoa-hoc/nguoi-cao-tuoi/khoa.md"])
def test_a_preview_of_nothing_says_so(camtay: Run, lessons: Path, tmp_path: Path, path: str) -> None:
    page = tmp_path / "xem.html"
    result = camtay("lessons", "preview", lessons / path, "--out", page)
    assert result.exit_code == 1
    assert path in result.output
    assert not page.exists()


def test_the_preview_tells_level_and_mistakes(camtay: Run, lessons: Path, tmp_path: Path) -> None:
    line, page = spoil(lessons), tmp_path / "xem.html"
    assert camtay("lessons", "preview", "--out", page).exit_code == 0
    shown = page.read_text()
    assert "1 lỗi cần sửa" in shown
    assert f"{FILE}:{line}" in shown
    assert 'id="goi-lai"' in shown
    assert 'id="dung-lai"' not in shown


def test_the_table_of_what_is_taught(camtay: Run, lessons: Path, tmp_path: Path) -> None:
    page = tmp_path / "docs" / "bang.md"
    result = camtay("lessons", "curriculum", "--out", page)
    assert (result.exit_code, str(page) in result.output) == (0, True)
    assert page.read_text("utf-8") == curriculum(read_library(lessons))


def test_a_table_with_gaps_is_not_written(camtay: Run, lessons: Path, tmp_path: Path) -> None:
    spoil(lessons)
    page = tmp_path / "bang.md"
    assert camtay("lessons", "curriculum", "--out", page).exit_code == 1
    assert not page.exists()
