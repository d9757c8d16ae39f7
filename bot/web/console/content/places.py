"""Which files of the lessons folder can be edited here, by their paths: everything else is refused."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from bot.learning.collection import COURSE_STEM, LessonFile
from bot.translations import mark

LONGEST_NAME = 80  # characters of a file's name
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MARKDOWN = rf"{_SLUG}\.md"
_TRANSLATED = rf"{_SLUG}(?:\.[a-z]{{2,3}})?\.md"


class Kind(Enum):
    """What a file holds; the value is part of addresses."""

    LESSON = "bai"
    COURSE = "khoa"
    SCAM = "lua-dao"
    ANSWER = "hoi-dap"
    TEMPLATE = "mau"
    TABLE = "bang"


NAMES: Mapping[Kind, str] = {
    Kind.LESSON: mark("Bài học"),
    Kind.COURSE: mark("Khóa học"),
    Kind.SCAM: mark("Dạng lừa đảo"),
    Kind.ANSWER: mark("Câu hỏi đáp"),
    Kind.TEMPLATE: mark("Mẫu thông báo"),
    Kind.TABLE: mark("Danh bạ và bảng"),
}
FOLDERS: Mapping[Kind, str] = {Kind.SCAM: "lua-dao", Kind.ANSWER: "hoi-dap", Kind.TEMPLATE: "thong-bao-mau"}
TABLE_NAMES: Mapping[str, str] = {
    "danh-ba/ten-mien.csv": mark("Tên miền thật"),
    "danh-ba/so-dien-thoai.csv": mark("Số điện thoại thật"),
    "danh-ba/to-chuc.csv": mark("Tổ chức hay bị giả danh"),
    "danh-ba/lien-he-xa.csv": mark("Nơi liên hệ của xã"),
    "tu-kho.csv": mark("Từ khó trong bài"),
    "tu-kho-thong-bao.csv": mark("Từ khó trong thông báo"),
    "dang-lua-dao.csv": mark("Mã các dạng lừa đảo"),
}
_PATTERNS: Sequence[tuple[Kind, re.Pattern[str]]] = (
    (Kind.COURSE, re.compile(rf"khoa-hoc/{_SLUG}/{COURSE_STEM}(?:\.[a-z]{{2,3}})?\.md")),
    (Kind.LESSON, re.compile(rf"khoa-hoc/{_SLUG}/{_TRANSLATED}")),
    *((kind, re.compile(rf"{folder}/{_MARKDOWN}")) for kind, folder in FOLDERS.items()),
    (Kind.TABLE, re.compile("|".join(map(re.escape, TABLE_NAMES)))),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A file that can be edited: its path below the lessons folder and what it holds."""

    path: str
    kind: Kind

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePosixPath(self.path).stem

    @property
    def lesson_file(self) -> LessonFile:
        """What the path of a lesson or a course says."""
        return LessonFile.named(self.path)


def place_of(path: str) -> Place | None:
    """The place with this path; None for a name that no room allows, and for whatever leads elsewhere."""
    if any(len(part) > LONGEST_NAME for part in path.split("/")):
        return None
    return next((Place(path, kind) for kind, pattern in _PATTERNS if pattern.fullmatch(path)), None)
