"""What was made of a file is kept until the file is edited, or what it is judged by."""

from bot.advice.reread import Readings
from bot.learning.lesson_folder import FileText, Stamp

FIRST, LATER = Stamp(1, 10), Stamp(2, 10)


class Folder:
    """Its files can be read or not; `read` lists what was asked for."""

    def __init__(self, *unreadable: str) -> None:
        self.unreadable, self.read = set(unreadable), list[str]()
        self.readings: Readings[str] = Readings(self.text)

    def text(self, path: str, stamp: Stamp) -> FileText:
        self.read.append(path)
        return FileText(stamp, None if path in self.unreadable else path)

    def told(self, judged_by: object = "table", **files: Stamp) -> dict[str, str]:
        found = self.readings.all(files, lambda path, file: f"{judged_by} {file.text}", judged_by)
        return {path: thing for path, (_, thing) in found.items()}


def test_only_what_was_edited_is_read_again() -> None:
    folder = Folder()
    folder.told(a=FIRST, b=FIRST)
    assert folder.told(a=LATER, b=FIRST) == {"a": "table a", "b": "table b"}
    assert folder.read == ["a", "b", "a"]


def test_what_is_gone_is_gone_and_is_read_when_it_comes_back() -> None:
    folder = Folder()
    folder.told(a=FIRST, b=FIRST)
    assert folder.told(b=FIRST) == {"b": "table b"}
    folder.told(a=FIRST, b=FIRST)
    assert folder.read == ["a", "b", "a"]


def test_another_table_judges_everything_again() -> None:
    folder = Folder()
    folder.told(a=FIRST, b=FIRST)
    assert folder.told("edited table", a=FIRST, b=FIRST) == {"a": "edited table a", "b": "edited table b"}


def test_what_could_not_be_read_is_tried_again() -> None:
    """Who may read it can have changed, which no stamp tells."""
    folder = Folder("a")
    assert folder.told(a=FIRST) == {"a": "table None"}
    folder.unreadable.clear()
    assert folder.told(a=FIRST) == {"a": "table a"}
