"""A file that is broken when the bot starts has the lesson it last held."""

from pathlib import Path
from shutil import copytree

from bot.learning.library import LibraryWatch, read_library

LESSONS = Path(__file__).parent.parent / "stories" / "lessons"
FILE = "khoa-hoc/nguoi-cao-tuoi/01-dung-lai.md"


def _broken(tmp_path: Path) -> Path:
    folder = tmp_path / "lessons"
    copytree(LESSONS, folder)
    (folder / FILE).write_text("# Hỏng rồi", "utf-8")
    return folder


def test_the_kept_version_is_served_and_the_mistake_is_told(tmp_path: Path) -> None:
    kept = read_library(LESSONS).sources()
    library = LibraryWatch(_broken(tmp_path), kept).poll()
    assert library is not None
    lesson = library.lesson("dung-lai", "vi")
    assert lesson is not None
    assert lesson.version in {version.version for version in kept}
    assert FILE in {mistake.file for mistake in library.mistakes}


def test_without_a_kept_version_it_is_missing(tmp_path: Path) -> None:
    library = LibraryWatch(_broken(tmp_path)).poll()
    assert library is not None
    assert library.lesson("dung-lai", "vi") is None


def test_a_file_that_is_gone_stays_gone(tmp_path: Path) -> None:
    folder = _broken(tmp_path)
    (folder / FILE).unlink()
    library = LibraryWatch(folder, read_library(LESSONS).sources()).poll()
    assert library is not None
    assert library.lesson("dung-lai", "vi") is None
