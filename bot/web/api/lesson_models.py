"""Lessons as the API gives them."""

from pydantic import BaseModel, Field

from bot.learning.lesson import Answer, Card, Lesson, Picture, Question
from bot.web.api.problems import say


class PictureOut(BaseModel):
    """A drawing, and the words for whoever cannot see it."""

    url: str
    alt: str


class CardOut(BaseModel):
    """One screen to read; paragraphs are parted by a blank line."""

    title: str
    text: str
    picture: PictureOut | None
    recording: str | None  # where it can be heard


class AnswerOut(BaseModel):
    """One possible answer."""

    text: str
    right: bool
    why: str


class QuestionOut(BaseModel):
    """One question; exactly one answer is right."""

    title: str
    text: str
    picture: PictureOut | None
    recording: str | None  # where it can be heard
    answers: list[AnswerOut]
    explanation: str


class LessonHead(BaseModel):
    """A lesson without its text."""

    code: str
    version: str = Field(description=say("Băm của lời bài: đổi một chữ là khác"))
    language: str
    title: str
    course: str
    course_title: str
    minutes: int
    audiences: list[str]
    topics: list[str]
    scams: list[str]
    skills: list[str]
    reviewed: str = Field(description=say("Ngày người có chuyên môn đọc lại"))


class LessonsOut(BaseModel):
    """Every lesson, course by course."""

    lessons: list[LessonHead]


class LessonOut(LessonHead):
    """A lesson with everything that stands in it."""

    sources: list[str]
    cards: list[CardOut]
    questions: list[QuestionOut]


def head(lesson: Lesson, course_title: str) -> LessonHead:
    """The lesson for a list."""
    return LessonHead(
        code=lesson.id,
        version=lesson.version,
        language=lesson.language,
        title=lesson.title,
        course=lesson.course,
        course_title=course_title,
        minutes=lesson.minutes,
        audiences=sorted(one.value for one in lesson.audiences),
        topics=list(lesson.topics),
        scams=list(lesson.scams),
        skills=list(lesson.skills),
        reviewed=lesson.reviewed.isoformat(),
    )


def whole(lesson: Lesson, course_title: str) -> LessonOut:
    """The lesson with every card and question."""
    return LessonOut(
        **head(lesson, course_title).model_dump(),
        sources=list(lesson.sources),
        cards=[_card(one) for one in lesson.cards],
        questions=[_question(one) for one in lesson.questions],
    )


def _card(card: Card) -> CardOut:
    return CardOut(title=card.title, text=card.text, picture=_picture(card.picture), recording=_heard(card.recording))


def _question(one: Question) -> QuestionOut:
    answers = [_answer(answer) for answer in one.answers]
    return QuestionOut(
        title=one.title,
        text=one.text,
        picture=_picture(one.picture),
        recording=_heard(one.recording),
        answers=answers,
        explanation=one.explanation,
    )


def _answer(answer: Answer) -> AnswerOut:
    return AnswerOut(text=answer.text, right=answer.right, why=answer.why)


def _picture(picture: Picture | None) -> PictureOut | None:
    return PictureOut(url=f"/{picture.path}", alt=picture.alt) if picture else None


def _heard(recording: str) -> str | None:
    return f"/{recording}" if recording else None
