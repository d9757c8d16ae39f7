"""What files hold is worked out again only where they were edited, or what they are judged by."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from bot.learning.lesson_folder import FileText, Stamp

Thing = TypeVar("Thing")


class Readings(Generic[Thing]):
    """What each file held when it was last read. A file that could not be read is tried every time."""

    def __init__(self, read: Callable[[str, Stamp], FileText]) -> None:
        self._read = read
        self._judged_by: object = None
        self._kept: dict[str, tuple[FileText, Thing]] = {}

    def all(
        self, files: Mapping[str, Stamp], judge: Callable[[str, FileText], Thing], judged_by: object
    ) -> dict[str, tuple[FileText, Thing]]:
        """The text of each file and what is made of it; `judged_by` is everything else that this depends on."""
        before = self._kept if judged_by == self._judged_by else {}
        found = {path: _unchanged(before.get(path), stamp) for path, stamp in files.items()}
        now = {path: kept or self._anew(path, files[path], judge) for path, kept in found.items()}
        self._kept, self._judged_by = now, judged_by
        return now

    def _anew(self, path: str, stamp: Stamp, judge: Callable[[str, FileText], Thing]) -> tuple[FileText, Thing]:
        text = self._read(path, stamp)
        return text, judge(path, text)


def _unchanged(kept: tuple[FileText, Thing] | None, stamp: Stamp) -> tuple[FileText, Thing] | None:
    return kept if kept and kept[0].stamp == stamp and kept[0].text is not None else None
