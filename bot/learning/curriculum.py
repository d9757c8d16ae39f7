"""The table of everything that is taught: for whom, against which scam, from which sources, and until when it holds."""

from collections.abc import Iterator, Sequence

from bot.learning.lesson import Audience, Course, Lesson
from bot.learning.library import Library
from bot.translations import Words, mark

say = Words().say

_HEADS = (
    mark("Mã"),
    mark("Bài"),
    mark("Đối tượng"),
    mark("Dạng lừa đảo"),
    mark("Kỹ năng"),
    mark("Nguồn"),
    mark("Ngày duyệt"),
    mark("Xem lại trước"),
    mark("Người duyệt"),
)


def curriculum(library: Library) -> str:
    """A Markdown page: one table for each course, then which kinds of scam have lessons and which have none yet."""
    parts = [
        "# " + say("Chương trình học"),
        say("Bảng này được viết ra từ các bài trong `lessons/`. Muốn sửa thì sửa bài, rồi chạy lệnh dưới đây."),
        "```\ncamtay lessons curriculum\n```",
        *(part for course in library.courses for part in _course(course, library)),
        "## " + say("Dạng lừa đảo và bài dạy"),
        _table((say("Mã"), say("Dạng lừa đảo"), say("Bài")), _scams(library)),
    ]
    return "\n\n".join(parts) + "\n"


def _course(course: Course, library: Library) -> tuple[str, str]:
    rows = [_row(lesson, library) for lesson in course.lessons]
    return f"## {course.title}", _table([say(head) for head in _HEADS], rows)


def _row(lesson: Lesson, library: Library) -> tuple[str, ...]:
    return (
        f"`{lesson.id}`",
        lesson.title,
        _audiences(lesson),
        "; ".join(f"{code} {library.scam_types.get(code, '')}".strip() for code in lesson.scams),
        ", ".join(lesson.skills),
        "; ".join(lesson.sources),
        f"{lesson.reviewed:%d/%m/%Y}",
        f"{lesson.review_before:%d/%m/%Y}",
        lesson.reviewer,
    )


def _audiences(lesson: Lesson) -> str:
    if lesson.audiences == frozenset(Audience):
        return say("mọi người")
    return ", ".join(audience.value for audience in Audience if audience in lesson.audiences)


def _scams(library: Library) -> Iterator[tuple[str, str, str]]:
    lessons = [lesson for course in library.courses for lesson in course.lessons]
    for code, name in library.scam_types.items():
        titles = [lesson.title for lesson in lessons if code in lesson.scams]
        yield code, name, "; ".join(titles) or say("chưa có bài")


def _table(heads: Sequence[str], rows: Sequence[tuple[str, ...]] | Iterator[tuple[str, ...]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
