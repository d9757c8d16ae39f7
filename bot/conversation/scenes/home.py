"""The first page: what can be done here."""

from bot.conversation.scenes.scene import GO, Scene, to_help
from bot.conversation.visit import Move, Visit
from bot.messages import Choice, Screen, Tone


class Home(Scene):
    """A few ways on; the one to go on with an open lesson comes first."""

    name = "home"

    def answer(self, visit: Visit, choice: str) -> Move:
        return resume(visit) if choice == "resume" else Move()

    def open(self, visit: Visit, word: str) -> Move:
        """`resume`: the lesson that was left."""
        return resume(visit) if word == "resume" else Move("home")

    def show(self, visit: Visit) -> Screen:
        title = visit.plain("{You} muốn làm gì{polite}?", Tone.TITLE)
        return Screen((title,), (*_desk(visit), *_resume_choice(visit), *_ways(visit), to_help(visit)))


def resume(visit: Visit) -> Move:
    """Back into the lesson or quiz that was left."""
    left = visit.state.resume
    return Move(left["scene"], left["place"]) if left else Move("lessons")


def _desk(visit: Visit) -> tuple[Choice, ...]:
    """Only officers have one."""
    return (Choice(f"{GO}officer", visit.say("Bàn làm việc")),) if visit.person.officer else ()


def _resume_choice(visit: Visit) -> tuple[Choice, ...]:
    left = visit.state.resume
    lesson = visit.world.library.lesson(left["place"]["lesson"], visit.state.language) if left else None
    return (Choice("resume", visit.say("Học tiếp: {title}", title=lesson.title)),) if lesson else ()


def _ways(visit: Visit) -> tuple[Choice, ...]:
    learnt = () if visit.person.officer else (Choice(f"{GO}progress", visit.say("Tiến bộ của tôi")),)
    return (
        Choice(f"{GO}lessons", visit.say("Chọn bài học")),
        *learnt,
        Choice(f"{GO}preferences", visit.say("Cài đặt")),
        Choice(f"{GO}privacy?show", visit.say("Dữ liệu của tôi")),
        Choice(f"{GO}ask", visit.say("Hỏi, xem tin lạ")),
    )
