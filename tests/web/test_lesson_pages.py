"""Lessons as pages: everything that is taught, with a way into the chat, and nothing that runs."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from bot.learning.lesson import Course
from bot.learning.library import Library
from bot.messages import Kind
from bot.web.lesson_pages import Form, Piece, pieces
from bot.web.server import create_web
from tests.web.fakes import Conversation
from tests.web.published import library, published

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'"


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_web(published()))
    async with httpx.AsyncClient(transport=transport, base_url="http://xa.test") as found:
        yield found


def every_lesson() -> list[tuple[str, str]]:
    return [(course.id, lesson.id) for course in library().courses for lesson in course.lessons]


async def test_every_lesson_is_listed_and_read(client: httpx.AsyncClient) -> None:
    listed = (await client.get("/bai")).text
    for course, lesson in every_lesson():
        path = f"/bai/{course}/{lesson}"
        assert f'href="{path}"' in listed
        page = await client.get(path)
        assert page.status_code == 200
        known = library().lesson(lesson, "vi")
        assert known is not None
        assert page.text.count("<details>") == len(known.questions)
        assert f"xa.test/?bai={lesson}" in page.text


@pytest.mark.parametrize("path", ["/bai/khong/co", "/bai/tre-em/khong-co", "/bai/../x/y", "/bai/tre-em"])
async def test_there_is_nothing_else(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_a_lesson_for_children_speaks_to_them(client: httpx.AsyncClient) -> None:
    child = next(one for course, one in every_lesson() if course == "tre-em")
    assert (await client.get(f"/bai/tre-em/{child}")).status_code == 200


async def test_hostile_words_stay_words() -> None:
    course = library().courses[0]
    lesson = course.lessons[0]
    card = replace(lesson.cards[0], title=HOSTILE, text=f"{HOSTILE}\n\n• {HOSTILE}\n• {HOSTILE}")
    question = replace(
        lesson.questions[0],
        title=HOSTILE,
        explanation=HOSTILE,
        answers=tuple(replace(one, text=HOSTILE, why=HOSTILE) for one in lesson.questions[0].answers),
    )
    bad = replace(lesson, title=HOSTILE, cards=(card,), questions=(question,), sources=(HOSTILE,), reviewer=HOSTILE)
    ports = published(lessons=_Only(Course(course.id, HOSTILE, course.audiences, (bad,))))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_web(ports)), base_url="http://xa.test") as client:
        for path in ("/bai", f"/bai/{course.id}/{bad.id}"):
            text = (await client.get(path)).text
            assert "<script>alert" not in text
            assert "<img src=x" not in text
            assert ">49<" not in text
            assert "style=" not in text


class _Only(Library):
    """A library with one course, whatever stands in it."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        object.__setattr__(self, "_course_alone", course)

    def courses_for(self, audience: object, language: str) -> tuple[Course, ...]:
        course: Course = self._course_alone  # type: ignore[attr-defined]
        return (course,)


async def test_the_way_in_opens_the_chat_at_the_lesson() -> None:
    ports = published()
    conversation: Conversation = ports.handle.__self__  # type: ignore[attr-defined]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_web(ports)), base_url="http://xa.test") as client:
        answer = await client.get("/?bai=danh-ba-goi-lai")
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        await client.get("/?bai=../x")
    assert [(one.kind, one.choice) for one in conversation.handled] == [
        (Kind.START, None),
        (Kind.TEXT, "go:lesson?danh-ba-goi-lai"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu.", [Piece(Form.TEXT, ("Một câu.",))]),
        ("A\nB\n\nC", [Piece(Form.TEXT, ("A", "B")), Piece(Form.TEXT, ("C",))]),
        ("1. Mở\n2. Bấm\n12. Xong", [Piece(Form.STEPS, ("Mở", "Bấm", "Xong"))]),
        ("• một\n• hai", [Piece(Form.POINTS, ("một", "hai"))]),
        ("Nhớ:\n• một", [Piece(Form.TEXT, ("Nhớ:",)), Piece(Form.POINTS, ("một",))]),
        ("113. công an", [Piece(Form.TEXT, ("113. công an",))]),
    ],
)
def test_plain_text_is_set_as_paragraphs_and_lists(text: str, expected: list[Piece]) -> None:
    assert list(pieces(text)) == expected
