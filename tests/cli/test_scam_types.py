"""`camtay lessons check` tells of scam types too."""

from pathlib import Path

from tests.advice.scam_samples import FILE, GOOD
from tests.cli.conftest import Run

PLAIN = GOOD.replace("bài học: mua-ga\n", "").replace("dạng: H15", "dạng: H14")


def write(lessons: Path, text: str) -> None:
    """The one file of the catalogue, with a table that knows its code."""
    (lessons / FILE).parent.mkdir(exist_ok=True)
    (lessons / FILE).write_text(text, "utf-8")
    (lessons / "dang-lua-dao.csv").write_text("mã,tên\nH14,Giả công an\n", "utf-8")


def test_good_types_are_counted(camtay: Run, lessons: Path) -> None:
    write(lessons, PLAIN)
    result = camtay("lessons", "check", lessons / FILE)
    assert (result.exit_code, result.output) == (0, "0 bài học, 1 dạng lừa đảo, không có lỗi nào.\n")


def test_a_mistake_in_a_type_is_named_with_file_line_and_code(camtay: Run, lessons: Path) -> None:
    write(lessons, PLAIN.replace("- Bắt trả tiền trước.\n", ""))
    result = camtay("lessons", "check")
    assert result.exit_code == 1
    assert result.output.startswith(f"{FILE}:10: Phần Dấu hiệu có 2 ý.")
    assert "[wrong-scam-count]" in result.output
