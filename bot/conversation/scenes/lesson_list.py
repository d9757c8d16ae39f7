"""Which lesson: courses for this reader, then the lessons of one."""

from collections.abc import Sequence

from bot.conversation.facts import Need, ProgressNeed
from bot.conversation.pages import MORE, more, page
from bot.conversation.scenes.lesson import open_lesson
from bot.conversation.scenes.scene import Scene, to_help, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.learning.lesson import Course, Lesson
from bot.messages import BACK, Choice, Paragraph, Screen, Tone
from bot.vietnamese.closest import closest


class LessonList(Scene):
    """`place["course"]` names the open course; without one the courses are offered."""

    name = "lessons"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (ProgressNeed(),)

    def answer(self, visit: Visit, choice: str) -> Move:
        what, _, which = choice.partition(":")
        if what == "lesson":
            return open_lesson(visit, which, visit.place.get("course", ""))
        if what == "course":
            return Move("lessons", {"course": which})
        if what == MORE:
            return Move("lessons", {**visit.place, "start": _following(visit)})
        return Move("lessons")

    def hear(self, visit: Visit, text: str) -> Move | None:
        """The title of any lesson opens it."""
        lessons = [lesson for course in _courses(visit) for lesson in course.lessons]
        near = closest(text, [lesson.title for lesson in lessons])
        return self.answer(visit, f"lesson:{lessons[near[0]].id}") if len(near) == 1 else None

    def show(self, visit: Visit) -> Screen:
        course = _open_course(visit)
        if course:
            return _lessons(visit, course)
        return _all_courses(visit)


def _courses(visit: Visit) -> Sequence[Course]:
    return visit.world.library.courses_for(visit.state.audience, visit.state.language)


def _open_course(visit: Visit) -> Course | None:
    """The course that was chosen, or the only one there is."""
    courses = _courses(visit)
    named = [course for course in courses if course.id == visit.place.get("course")]
    return named[0] if named else courses[0] if len(courses) == 1 else None


def _items(visit: Visit) -> Sequence[Course | Lesson]:
    course = _open_course(visit)
    return course.lessons if course else _courses(visit)


def _following(visit: Visit) -> int:
    return page(_items(visit), visit.place.get("start", 0))[1]


def _all_courses(visit: Visit) -> Screen:
    courses = _courses(visit)
    shown, _ = page(courses, visit.place.get("start", 0))
    if not courses:
        sorry = visit.plain("Hiện chưa có bài học nào. {You} quay lại sau nhé.")
        return Screen((sorry,), (to_home(visit), to_help(visit)))
    choices = tuple(Choice(f"course:{course.id}", course.title) for course in shown)
    title = visit.plain("{You} chọn một nhóm bài{polite}.", Tone.TITLE)
    return Screen((title,), (*choices, *more(visit, courses), to_home(visit)))


def _lessons(visit: Visit, course: Course) -> Screen:
    shown, _ = page(course.lessons, visit.place.get("start", 0))
    choices = tuple(Choice(f"lesson:{lesson.id}", _label(visit, lesson)) for lesson in shown)
    only = len(_courses(visit)) == 1
    back = to_home(visit) if only else Choice("courses", visit.say("Các nhóm bài"), BACK)
    title = visit.plain("{title}", Tone.TITLE, title=course.title)
    return Screen((title, _how_long(visit, course)), (*choices, *more(visit, course.lessons), back))


def _how_long(visit: Visit, course: Course) -> Paragraph:
    """About how long a lesson of this course takes."""
    if all(lesson.minutes == 1 for lesson in course.lessons):
        return visit.plain("Mỗi bài chừng một phút. {You} chọn một bài{polite}.")
    return visit.plain("Mỗi bài chừng ba phút. {You} chọn một bài{polite}.")


def _label(visit: Visit, lesson: Lesson) -> str:
    """The title, and how far the reader is."""
    done = visit.given.progress.of(lesson.id) if visit.given.progress else None
    if done is None:
        return lesson.title
    aside = visit.say("đã học") if done.finished else visit.say("đang học")
    return f"{lesson.title} ({aside})"
