"""Lessons made for walking through: every audience, a long course, and no word that names reader or bot."""

from datetime import date
from functools import cache
from hashlib import sha256

from bot.conversation.visit import World
from bot.directory import Directory
from bot.directory.entries import Hotline
from bot.learning.collection import Entry
from bot.learning.course_file import Heading
from bot.learning.lesson import Answer, Audience, Card, Lesson, Picture, Question
from bot.learning.library import Library
from bot.translations import SOURCE

EVERYBODY = frozenset(Audience)
COURSES = {
    "nguoi-cao-tuoi": (frozenset({Audience.ELDER}), 3),
    "tre-em": (frozenset({Audience.CHILD}), 2),
    "dai": (frozenset({Audience.ELDER, Audience.ADULT}), 13),
    "moi-nguoi": (EVERYBODY, 1),
    **{f"khoa-{number}": (frozenset({Audience.ADULT}), 1) for number in range(6)},
}


def lesson(id: str, course: str, audiences: frozenset[Audience] = EVERYBODY, questions: int = 2) -> Lesson:
    """A lesson of two cards and a few questions with three answers each, the second one right."""
    return Lesson(
        id=id,
        version=sha256(id.encode()).hexdigest()[:16],
        language=SOURCE,
        course=course,
        title=f"Bài {id.replace('tre-em', 'tre')} của khóa",
        audiences=audiences,
        minutes=3,
        topics=("thử",),
        sources=("nguồn",),
        reviewer="Ban biên tập",
        reviewed=date(2026, 11, 21),
        cards=(Card("Thẻ đầu", "Đoạn một.\n\nĐoạn hai.", Picture("hinh/x.svg", "Hình")), Card("Thẻ sau", "Đoạn ba.")),
        questions=tuple(_question(number) for number in range(questions)),
    )


def _question(number: int) -> Question:
    answers = (
        Answer(f"Đưa mã {{ngay}} lần {number}", right=False, why="Đưa là mất."),
        Answer(f"Không đưa lần {number}", right=True),
        Answer(f"Để xem lần {number}", right=False),
    )
    return Question(f"Câu {number + 1}. Chuyện {number}", "Có người hỏi mã.", answers, "Mã là chìa khóa.")


@cache
def small_world() -> World:
    """The world of these lessons."""
    lessons = [lesson(f"{course}-{n}", course, whom) for course, (whom, count) in COURSES.items() for n in range(count)]
    entries = tuple(Entry(f"khoa-hoc/{one.course}/{one.id}.md", one, one.title) for one in lessons)
    headings = {
        (course, SOURCE): Heading(f"Khóa thứ {place}", whom)
        for place, (course, (whom, _)) in enumerate(COURSES.items())
    }
    hotlines = (Hotline("113", "Công an", "khi nguy hiểm"),)
    return World(Library(entries, headings), Directory(hotlines=hotlines), "Ban thông tin cơ sở")
