"""The questions of a lesson: each answer explained, the missed ones asked again, a kind word at the end."""

from bot.conversation import aloud
from bot.conversation.facts import Fact, LessonFinished, LessonNeed, Need, QuestionAnswered
from bot.conversation.quiz_screens import explained, question, result
from bot.conversation.scenes.scene import GO, Scene, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.learning import quiz
from bot.learning.lesson import Lesson
from bot.learning.quiz import Marked, QuizState
from bot.messages import Choice, Screen


class Quiz(Scene):
    """`place`: lesson, version, run (this way through), quiz (its QuizState), told (the last answer was explained),
    hear (the question is played)."""

    name = "quiz"
    back = "lessons"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        version = state.place.get("version")
        return (LessonNeed(version),) if version else ()

    def answer(self, visit: Visit, choice: str) -> Move:
        lesson = visit.lesson(visit.place.get("lesson", ""))
        if lesson is None:
            return Move("lessons")
        match choice:
            case "next":
                return _stay(visit, _state(visit, lesson), told=False)
            case "later":
                return _later(visit)
            case "once-more":
                return Move("quiz", {"lesson": lesson.id, "version": lesson.version})
            case aloud.CHOICE:
                return aloud.hear(visit, self.name)
            case _:
                return _answered(visit, lesson, int(choice.removeprefix("answer:")))

    def show(self, visit: Visit) -> Screen:
        lesson = visit.lesson(visit.place.get("lesson", ""))
        if lesson is None:
            gone = visit.plain("Bài này không còn nữa. {You} chọn bài khác{polite}.")
            return Screen((gone,), (Choice(f"{GO}lessons", visit.say("Danh sách bài")), to_home(visit)))
        state = _state(visit, lesson)
        if visit.place.get("told"):
            return explained(visit, lesson, state)
        return result(visit, lesson, state) if state.over else question(visit, lesson, state)


def _state(visit: Visit, lesson: Lesson) -> QuizState:
    written = visit.place.get("quiz")
    return QuizState.from_json(written) if written else quiz.start(lesson)


def _stay(visit: Visit, state: QuizState, told: bool, **more: int) -> Move:
    """The same quiz a step on; unless it is over it can be gone on with later."""
    run = visit.place.get("run") or _new_run(visit)
    place = {**aloud.quiet(visit.place), "quiz": state.to_json(), "told": told, "run": run, **more}
    left = {} if state.over else {"scene": "quiz", "place": place}
    return Move("quiz", place, changes={"resume": left})


def _new_run(visit: Visit) -> str:
    """A name for this way through the questions: its moment, which no other way of this person shares."""
    return f"{visit.now:%Y%m%d%H%M%S%f}"


def _answered(visit: Visit, lesson: Lesson, answer: int) -> Move:
    before = _state(visit, lesson)
    if before.over or visit.place.get("told"):
        return Move()
    after, marked = quiz.mark(lesson, before, answer)
    move = _stay(visit, after, told=True, asked=marked.question, given=answer)
    counted = _counted(lesson, move.place["run"], before, marked)
    finished = _finished(lesson, before, after)
    return Move(move.scene, move.place, facts=(counted, *finished), changes=move.changes)


def _counted(lesson: Lesson, run: str, before: QuizState, marked: Marked) -> QuestionAnswered:
    return QuestionAnswered(
        lesson.id,
        lesson.version,
        run,
        before.attempts,
        marked.question,
        marked.answer,
        marked.right,
        marked.first,
    )


def _finished(lesson: Lesson, before: QuizState, after: QuizState) -> tuple[Fact, ...]:
    """The lesson is finished with the first round: the rest is practice."""
    if before.round > 1 or not (after.over or after.round > 1):
        return ()
    went = quiz.result(lesson, after)
    return (LessonFinished(lesson.id, lesson.version, went.right, went.asked),)


def _later(visit: Visit) -> Move:
    said = visit.plain("{Me} đã đánh dấu chỗ này. Lúc nào rảnh {you} chọn “Học tiếp” là được{polite}.")
    return Move("home", said=(said,), changes={"resume": {"scene": "quiz", "place": dict(visit.place)}})
