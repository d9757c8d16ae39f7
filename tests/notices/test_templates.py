"""The folder of templates is looked at again and again; a broken file never takes the place of the good one."""

import os
from datetime import date
from pathlib import Path

import pytest

from bot.notices.template_check import check_templates
from bot.notices.templates import Templates, TemplateWatch, read_templates
from tests.notices.samples import FILE, GOOD

TODAY = date(2026, 11, 21)
BROKEN = GOOD.replace("mức: khẩn cấp", "mức: rất gấp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lessons folder with one template in it."""
    (tmp_path / "thong-bao-mau").mkdir()
    (tmp_path / "khoa-hoc").mkdir()
    (tmp_path / "danh-ba").mkdir()
    write(tmp_path, GOOD)
    return tmp_path


def write(folder: Path, text: str, file: str = FILE) -> None:
    """The file with this text, and a stamp that no earlier one had."""
    path = folder / file
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def taken(templates: Templates | None) -> list[str]:
    """The `mã` of each template in its order; fails where nothing was new."""
    assert templates is not None
    return [entry.template.id for entry in templates.entries]


def test_a_folder_is_read_once_and_again_when_it_has_changed(folder: Path) -> None:
    watch = TemplateWatch(folder)
    first = watch.poll()
    assert taken(first) == ["lu-quet"]
    assert watch.poll() is None
    write(folder, GOOD.replace("Mưa rất to.", "Mưa to."))
    second = watch.poll()
    assert first
    assert second
    assert first.entries[0].template.version != second.entries[0].template.version


def test_a_broken_file_leaves_the_good_template(folder: Path) -> None:
    watch = TemplateWatch(folder)
    first = watch.poll()
    write(folder, BROKEN)
    second = watch.poll()
    assert first
    assert second
    assert second.entries == first.entries
    assert [(one.file, str(one.code)) for one in second.mistakes] == [(FILE, "bad-level")]
    write(folder, BROKEN + "\n")
    assert taken(watch.poll()) == ["lu-quet"]


def test_a_file_that_is_broken_at_the_start_has_the_template_that_was_kept(folder: Path) -> None:
    write(folder, BROKEN)
    assert read_templates(folder).entries == ()
    templates = TemplateWatch(folder, kept=[(FILE, GOOD), ("thong-bao-mau/gone.md", GOOD)]).poll()
    assert taken(templates) == ["lu-quet"]
    assert templates
    assert templates.entries[0].source == GOOD


def test_a_file_that_is_gone_takes_its_template_along(folder: Path) -> None:
    watch = TemplateWatch(folder)
    watch.poll()
    (folder / FILE).unlink()
    assert taken(watch.poll()) == []


def test_without_the_folder_there_are_no_templates(tmp_path: Path) -> None:
    assert read_templates(tmp_path) == Templates()
    assert read_templates(tmp_path / "nowhere") == Templates()


def test_one_id_belongs_to_one_file(folder: Path) -> None:
    write(folder, GOOD, "thong-bao-mau/zz.md")
    templates = read_templates(folder)
    assert [entry.file for entry in templates.entries] == [FILE]
    [wrong] = templates.mistakes
    assert (wrong.file, str(wrong.code)) == ("thong-bao-mau/zz.md", "doubled-template-id")
    assert FILE in wrong.message


def test_the_most_urgent_come_first_then_the_dictionary(folder: Path) -> None:
    for id, title, level in (("a", "Bão", "thông thường"), ("b", "Ấm", "ưu tiên"), ("c", "Bão lớn", "khẩn cấp")):
        text = GOOD.replace("mã: lu-quet", f"mã: {id}").replace("# Lũ quét\n", f"# {title}\n")
        write(folder, text.replace("mức: khẩn cấp", f"mức: {level}"), f"thong-bao-mau/{id}.md")
    assert taken(read_templates(folder)) == ["c", "lu-quet", "b", "a"]


def test_a_number_that_enters_the_directory_makes_its_template_good(folder: Path) -> None:
    write(folder, GOOD.replace("Cần giúp, gọi {liên hệ}", "Cần giúp, gọi 114 hoặc {liên hệ}"))
    watch = TemplateWatch(folder)
    assert taken(watch.poll()) == []
    (folder / "danh-ba" / "so-dien-thoai.csv").write_text("số,tên,việc,nguồn,ngày\n114,Chữa cháy,báo cháy,,\n", "utf-8")
    assert taken(watch.poll()) == ["lu-quet"]


def test_the_urgent_path_takes_a_present_version_that_is_signed_for(folder: Path) -> None:
    watch = TemplateWatch(folder)
    signed = watch.poll()
    assert signed
    version = signed.entries[0].template.version
    assert signed.approved(version)
    assert not signed.approved("")
    write(folder, GOOD.replace("người duyệt: Ban biên tập Cầm Tay\nngày duyệt: 21/11/2026\n", ""))
    unsigned = watch.poll()
    assert unsigned
    assert not unsigned.approved(version)
    assert not unsigned.approved(unsigned.entries[0].template.version)


def test_a_template_is_found_by_its_id(folder: Path) -> None:
    templates = read_templates(folder)
    assert templates.template("lu-quet") is templates.entries[0].template
    assert templates.template("bao") is None


@pytest.mark.parametrize("name", ["bao.docx", "bao.txt", "BAO.MD"])
def test_a_document_is_told_its_name(folder: Path, name: str) -> None:
    write(folder, GOOD, f"thong-bao-mau/{name}")
    [wrong] = read_templates(folder).mistakes
    assert str(wrong.code) == "wrong-file-name"


def test_the_check_counts_and_names_what_lies_below_the_path(folder: Path) -> None:
    write(folder, BROKEN, "thong-bao-mau/bao.md")
    whole = check_templates(folder, TODAY)
    assert (whole.templates, [one.file for one in whole.mistakes]) == (1, ["thong-bao-mau/bao.md"])
    assert check_templates(folder / FILE, TODAY).mistakes == ()
    assert check_templates(folder / "khoa-hoc", TODAY).templates == 0
    assert check_templates(folder.parent, TODAY).templates == 0


def test_a_review_that_is_over_is_a_mistake_of_the_check_only(folder: Path) -> None:
    assert check_templates(folder, date(2027, 11, 20)).mistakes == ()
    [over] = check_templates(folder, date(2027, 11, 21)).mistakes
    assert (over.file, over.line, str(over.code)) == (FILE, 9, "template-review-over")
    assert "21/11/2027" in over.message


def test_the_check_tells_what_an_officer_would_be_told(folder: Path) -> None:
    write(folder, GOOD.replace("Bà con về nhà được rồi.", "Bà con hết lo rồi."))
    assert read_templates(folder).mistakes == ()
    told = check_templates(folder, TODAY).mistakes
    assert [(one.file, one.line, str(one.code)) for one in told] == [(FILE, 30, "template-wording")]
    assert told[0].message.endswith("gọi 114.")
