"""The room of scam types is looked at again and again; a broken file never takes the place of the good one."""

import os
from datetime import date
from pathlib import Path

import pytest

from bot.advice.catalogue import Catalogue, read_catalogue, watch_catalogue
from bot.advice.catalogue_check import check_catalogue
from tests.advice.scam_samples import FILE, GOOD

TODAY = date(2026, 11, 21)
PLAIN = GOOD.replace("bài học: mua-ga\n", "")
BROKEN = PLAIN.replace("dạng: H15", "dạng: gà")
TYPES = "dang-lua-dao.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lessons folder with one scam type in it."""
    for room in ("lua-dao", "khoa-hoc", "danh-ba"):
        (tmp_path / room).mkdir()
    numbers = "số,tên,việc,nguồn,ngày\n113,Công an,báo công an,,\n"
    (tmp_path / "danh-ba" / "so-dien-thoai.csv").write_text(numbers, "utf-8")
    write(tmp_path, "mã,tên\nH15,Hàng giả\nH16,Căn cước\n", TYPES)
    write(tmp_path, PLAIN)
    return tmp_path


def write(folder: Path, text: str, file: str = FILE) -> None:
    """The file with this text, and a stamp that no earlier one had."""
    path = folder / file
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def taken(catalogue: Catalogue | None) -> list[str]:
    """The code of each type in its order; fails where nothing was new."""
    assert catalogue is not None
    return [written.scam.code for written in catalogue.things]


def told(catalogue: Catalogue | None) -> list[tuple[str, int, str]]:
    """File, line and code of every mistake; fails where nothing was new."""
    assert catalogue is not None
    return [(one.file, one.line, str(one.code)) for one in catalogue.mistakes]


def test_a_room_is_read_once_and_again_when_it_has_changed(folder: Path) -> None:
    watch = watch_catalogue(folder)
    assert taken(watch.poll()) == ["H15"]
    assert watch.poll() is None
    write(folder, PLAIN.replace("dạng: H15", "dạng: H16"))
    assert taken(watch.poll()) == ["H16"]


def test_a_broken_file_leaves_the_good_type(folder: Path) -> None:
    watch = watch_catalogue(folder)
    first = watch.poll()
    write(folder, BROKEN)
    second = watch.poll()
    assert first
    assert second
    assert second.entries == first.entries
    assert told(second) == [(FILE, 4, "bad-scam-code")]
    write(folder, BROKEN + "\n")
    assert taken(watch.poll()) == ["H15"]


def test_a_file_that_is_gone_takes_its_type_along(folder: Path) -> None:
    watch = watch_catalogue(folder)
    watch.poll()
    (folder / FILE).unlink()
    assert taken(watch.poll()) == []


def test_without_the_folder_there_are_no_types(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path) == Catalogue()
    assert read_catalogue(tmp_path / "nowhere") == Catalogue()


def test_one_code_belongs_to_one_file(folder: Path) -> None:
    write(folder, PLAIN.replace("mã: ga-gia", "mã: vit-gia"), "lua-dao/vit-gia.md")
    catalogue = read_catalogue(folder)
    assert [entry.file for entry in catalogue.entries] == [FILE]
    assert told(catalogue) == [("lua-dao/vit-gia.md", 4, "doubled-scam-code")]
    assert FILE in catalogue.mistakes[0].message


@pytest.mark.parametrize(
    ("file", "without"),
    [("danh-ba/so-dien-thoai.csv", "số,tên,việc,nguồn,ngày\n"), (TYPES, "mã,tên\nH16,Căn cước\n")],
)
def test_a_row_that_enters_a_table_makes_its_type_good(folder: Path, file: str, without: str) -> None:
    full = (folder / file).read_text("utf-8")
    write(folder, without, file)
    watch = watch_catalogue(folder)
    assert taken(watch.poll()) == []
    write(folder, full, file)
    assert taken(watch.poll()) == ["H15"]


def test_a_document_is_told_its_name_and_a_readme_is_let_be(folder: Path) -> None:
    write(folder, GOOD, "lua-dao/vit.docx")
    write(folder, "Xin chào", "lua-dao/README.md")
    assert told(read_catalogue(folder)) == [("lua-dao/vit.docx", 1, "wrong-file-name")]


def test_the_check_counts_and_names_what_lies_below_the_path(folder: Path) -> None:
    write(folder, BROKEN, "lua-dao/vit-gia.md")
    whole = check_catalogue(folder, TODAY)
    assert (whole.good, {one.file for one in whole.mistakes}) == (1, {"lua-dao/vit-gia.md"})
    assert check_catalogue(folder / FILE, TODAY).mistakes == ()
    assert check_catalogue(folder / "khoa-hoc", TODAY).good == 0
    assert check_catalogue(folder.parent, TODAY).good == 0


def test_a_review_that_is_over_is_a_mistake_of_the_check_only(folder: Path) -> None:
    assert check_catalogue(folder, date(2027, 11, 20)).mistakes == ()
    [over] = check_catalogue(folder, date(2027, 11, 21)).mistakes
    assert (over.file, over.line, str(over.code)) == (FILE, 8, "scam-review-over")
    assert "21/11/2027" in over.message


def test_a_lesson_that_is_not_there_is_a_mistake_of_the_check_only(folder: Path) -> None:
    write(folder, GOOD)
    assert told(read_catalogue(folder)) == []
    [wrong] = check_catalogue(folder, TODAY).mistakes
    assert (wrong.file, wrong.line, str(wrong.code)) == (FILE, 9, "unknown-scam-lesson")
    assert "mua-ga" in wrong.message


def test_a_lesson_with_a_mistake_of_its_own_is_there(folder: Path) -> None:
    (folder / "khoa-hoc" / "cho").mkdir()
    write(folder, "# Mua gà\n\nMã: mua-ga\n", "khoa-hoc/cho/01-mua-ga.md")
    write(folder, GOOD)
    assert check_catalogue(folder, TODAY).mistakes == ()
    write(folder, GOOD.replace("bài học: mua-ga", "bài học: mua-vit"))
    [wrong] = check_catalogue(folder, TODAY).mistakes
    assert "gần giống: mua-ga." in wrong.message
