"""The screens of a quiz: a question, what was right and why, how it went."""

import re
from itertools import pairwise

from bot.conversation import aloud
from bot.conversation.scenes.lesson import media
from bot.conversation.scenes.scene import GO, to_home
from bot.conversation.visit import Visit
from bot.learning.lesson import Lesson, Question
from bot.learning.quiz import QuizState
from bot.learning.quiz import question as present
from bot.learning.quiz import result as quiz_result
from bot.messages import BACK, Choice, Paragraph, Screen, Tone

_NUMBER = re.compile(r"^\w+ \d+[.:]\s+")  # "Câu 1. " in a title, for the step already says it


def question(visit: Visit, lesson: Lesson, state: QuizState) -> Screen:
    asked = present(lesson, state)
    choices = tuple(Choice(f"answer:{n}", answer.text) for n, answer in enumerate(asked.answers))
    later = Choice("later", visit.say("Để lúc khác"), BACK)
    title = _NUMBER.sub("", asked.title)
    paragraphs = (_step(visit, lesson, state), Paragraph(title, Tone.TITLE), *_texts(asked))
    shown = aloud.played(visit, title, asked.recording) or media(asked.picture)
    return Screen(paragraphs, (*choices, *aloud.key(visit, asked.recording), later), shown, exact=True)


def _step(visit: Visit, lesson: Lesson, state: QuizState) -> Paragraph:
    """Where the reader is, in words."""
    if state.round > 1:
        return visit.plain("{title} · Làm lại câu chưa đúng", Tone.STEP, title=lesson.title)
    number, asked = state.question + 1, len(lesson.questions)
    return visit.plain("{title} · Câu {n} trên {all}", Tone.STEP, title=lesson.title, n=number, all=asked)


def _texts(asked: Question) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in asked.text.split("\n\n") if text)


def explained(visit: Visit, lesson: Lesson, state: QuizState) -> Screen:
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


def result(visit: Visit, lesson: Lesson, state: QuizState) -> Screen:
    went = quiz_result(lesson, state)
    title = visit.plain("{You} đã học xong bài “{title}”", Tone.TITLE, title=lesson.title)
    count = visit.plain("Đúng ngay lần đầu {right} trên {asked} câu.", right=went.right, asked=went.asked)
    choices = (
        *_next_lesson(visit, lesson),
        Choice(f"{GO}lessons", visit.say("Chọn bài khác")),
        Choice("once-more", visit.say("Làm lại câu hỏi")),
        to_home(visit),
    )
    return Screen((title, count, _praise(visit, went.right, went.asked), _tell_others(visit)), choices)


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
