"""`camtay pages write`: the public pages as files."""

from pathlib import Path

from tests.cli.conftest import Run


def test_the_pages_are_written(camtay: Run, tmp_path: Path) -> None:
    told = camtay("pages", "write")
    assert told.exit_code == 0, told.output
    folder = Path(told.output.strip())
    assert folder.is_relative_to(tmp_path)
    assert (folder / "index.html").is_file()
    assert (folder / "trang-thai.html").is_file()
