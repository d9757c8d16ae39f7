"""The questions of a lesson: each answer explained, the missed ones asked again, a kind word at the end."""

import re
from itertools import pairwise

from bot.conversation.facts import Fact, LessonFinished, LessonNeed, Need, QuestionAnswered
from bot.conversation.scenes.lesson import media
from bot.conversation.scenes.scene import GO, Scene, to_home
from bot.conversation.state import ConversationState
from bot.conversation.visit import Move, Visit
from bot.learning import quiz
from bot.learning.lesson import Lesson, Question
from bot.learning.quiz import Marked, QuizState
from bot.messages import BACK, Choice, Paragraph, Screen, Tone

_NUMBER = re.compile(r"^\w+ \d+[.:]\s+")  # "Câu 1. " in a title, for the step already says it


class Quiz(Scene):
    """`place`: lesson, version, run (this way through), quiz (its QuizState), told (the last answer was explained)."""

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
            case _:
                return _answered(visit, lesson, int(choice.removeprefix("answer:")))

    def show(self, visit: Visit) -> Screen:
        lesson = visit.lesson(visit.place.get("lesson", ""))
        if lesson is None:
            gone = visit.plain("Bài này không còn nữa. {You} chọn bài khác{polite}.")
            return Screen((gone,), (Choice(f"{GO}lessons", visit.say("Danh sách bài")), to_home(visit)))
        state = _state(visit, lesson)
        if visit.place.get("told"):
            return _explained(visit, lesson, state)
        return _result(visit, lesson, state) if state.over else _question(visit, lesson, state)


def _state(visit: Visit, lesson: Lesson) -> QuizState:
    written = visit.place.get("quiz")
    return QuizState.from_json(written) if written else quiz.start(lesson)


def _stay(visit: Visit, state: QuizState, told: bool, **more: int) -> Move:
    """The same quiz a step on; unless it is over it can be gone on with later."""
    run = visit.place.get("run") or _new_run(visit)
    place = {**visit.place, "quiz": state.to_json(), "told": told, "run": run, **more}
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
    result = quiz.result(lesson, after)
    return (LessonFinished(lesson.id, lesson.version, result.right, result.asked),)


def _later(visit: Visit) -> Move:
    said = visit.plain("{Me} đã đánh dấu chỗ này. Lúc nào rảnh {you} chọn “Học tiếp” là được{polite}.")
    return Move("home", said=(said,), changes={"resume": {"scene": "quiz", "place": dict(visit.place)}})


def _question(visit: Visit, lesson: Lesson, state: QuizState) -> Screen:
    asked = quiz.question(lesson, state)
    choices = tuple(Choice(f"answer:{n}", answer.text) for n, answer in enumerate(asked.answers))
    later = Choice("later", visit.say("Để lúc khác"), BACK)
    paragraphs = (_step(visit, lesson, state), Paragraph(_NUMBER.sub("", asked.title), Tone.TITLE), *_texts(asked))
    return Screen(paragraphs, (*choices, later), media(asked.picture), exact=True)


def _step(visit: Visit, lesson: Lesson, state: QuizState) -> Paragraph:
    """Where the reader is, in words."""
    if state.round > 1:
        return visit.plain("{title} · Làm lại câu chưa đúng", Tone.STEP, title=lesson.title)
    number, asked = state.question + 1, len(lesson.questions)
    return visit.plain("{title} · Câu {n} trên {all}", Tone.STEP, title=lesson.title, n=number, all=asked)


def _texts(asked: Question) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in asked.text.split("\n\n") if text)


def _explained(visit: Visit, lesson: Lesson, state: QuizState) -> Screen:
    """What was right and why, before anything else is asked."""
    asked = lesson.questions[visit.place["asked"]]
    given = asked.answers[visit.place["given"]]
    onward = Choice("next", visit.say("Xem kết quả") if state.over else visit.say("Câu tiếp theo"))
    choices = (onward, Choice("later", visit.say("Để lúc khác"), BACK))
    if given.right:
        verdict = (visit.plain("Đúng rồi: {answer}", Tone.RIGHT, answer=given.text),)
    else:
        right = asked.answers[asked.right].text
        wrong = visit.plain("Chưa đúng, không sao cả: {answer}", Tone.WRONG, answer=given.text)
        why = (Paragraph(given.why),) if given.why else ()
        verdict = (wrong, *why, visit.plain("Đáp án đúng: {answer}", Tone.RIGHT, answer=right))
    return Screen((*verdict, Paragraph(asked.explanation)), choices)


def _result(visit: Visit, lesson: Lesson, state: QuizState) -> Screen:
    result = quiz.result(lesson, state)
    title = visit.plain("{You} đã học xong bài “{title}”", Tone.TITLE, title=lesson.title)
    count = visit.plain("Đúng ngay lần đầu {right} trên {asked} câu.", right=result.right, asked=result.asked)
    choices = (
        *_next_lesson(visit, lesson),
        Choice(f"{GO}lessons", visit.say("Chọn bài khác")),
        Choice("once-more", visit.say("Làm lại câu hỏi")),
        to_home(visit),
    )
    return Screen((title, count, _praise(visit, result.right, result.asked), _tell_others(visit)), choices)


def _next_lesson(visit: Visit, lesson: Lesson) -> tuple[Choice, ...]:
    """The one that follows in the course, where there is one."""
    courses = visit.world.library.courses_for(visit.state.audience, visit.state.language)
    lessons = [one for course in courses if course.id == lesson.course for one in course.lessons]
    after = [following for one, following in pairwise(lessons) if one.id == lesson.id]
    return tuple(Choice(f"{GO}lesson?{one.id}", visit.say("Bài tiếp: {title}", title=one.title)) for one in after)


def _praise(visit: Visit, right: int, asked: int) -> Paragraph:
    if right == asked:
        return visit.plain("Giỏi quá{polite}! Kẻ gian gặp {you} là phải bó tay.", Tone.RIGHT)
    if right * 2 >= asked:
        return visit.plain("Khá lắm{polite}! Câu nào chưa đúng thì giờ {you} đã biết rồi.")
    return visit.plain("Học được thêm điều mới là tốt rồi{polite}. Mai xem lại bài này, {you} sẽ thấy dễ hơn.")


def _tell_others(visit: Visit) -> Paragraph:
    return visit.plain("{You} kể lại cho một người nữa nghe nhé: kể xong là nhớ lâu.", Tone.ACTION)
