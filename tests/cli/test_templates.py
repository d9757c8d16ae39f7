"""`camtay lessons check` checks the templates of notices with the lessons."""

import json
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tests.cli.conftest import Run

SHIPPED = Path(__file__).parents[2] / "lessons" / "thong-bao-mau"
FILE = "thong-bao-mau/bao.md"


@pytest.fixture
def templates(lessons: Path) -> Path:
    """The shipped templates, in a folder where they may be spoilt."""
    rmtree(lessons / "thong-bao-mau")
    copytree(SHIPPED, lessons / "thong-bao-mau")
    (lessons / "danh-ba" / "so-dien-thoai.csv").write_bytes((SHIPPED.parent / "danh-ba/so-dien-thoai.csv").read_bytes())
    return lessons


def test_good_templates_are_counted(camtay: Run, templates: Path) -> None:
    result = camtay("lessons", "check")
    count = len(list(SHIPPED.glob("*.md")))
    assert (result.exit_code, result.output.splitlines()[-1]) == (
        0,
        f"4 bài học, {count} mẫu thông báo, 4 câu hỏi đáp, không có lỗi nào.",
    )


def test_a_mistake_in_a_template_counts(camtay: Run, templates: Path) -> None:
    text = (templates / FILE).read_text("utf-8")
    (templates / FILE).write_text(text.replace("mức: khẩn cấp", "mức: gấp"), "utf-8")
    result = camtay("lessons", "check")
    assert result.exit_code == 1
    assert result.output.startswith(f"{FILE}:4: ")
    told = json.loads(camtay("lessons", "check", "--json").output)
    assert set(told) == {"lessons", "mistakes", "levels"}
    assert told["lessons"] == 4
    [mistake] = told["mistakes"]
    assert (mistake["file"], mistake["line"], mistake["code"]) == (FILE, 4, "bad-level")
    assert camtay("lessons", "check", templates / FILE).exit_code == 1
    assert camtay("lessons", "check", templates / "thong-bao-mau/lu.md").exit_code == 0
    assert camtay("lessons", "check", templates / "khoa-hoc").exit_code == 0
