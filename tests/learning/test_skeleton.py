"""A new lesson is readable at once, and the check names every gap in it."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learning.lesson import Lesson
from bot.learning.skeleton import new_lesson
from tests.learning.samples import found, read

TODAY = date(2026, 11, 21)
GAP = re.compile(r"\[điền[^\]]*\]")


def test_every_gap_is_named_and_nothing_else() -> None:
    text = new_lesson("Gọi xe trên điện thoại", "nguoi-cao-tuoi", TODAY)
    gaps = [("unfilled", number) for number, line in enumerate(text.split("\n"), start=1) if GAP.search(line)]
    assert found(text) == gaps
    assert text.startswith("# Gọi xe trên điện thoại\n\nmã: goi-xe-tren-dien-thoai\nđối tượng: người cao tuổi\n")
    assert "21/11/2026" in text


def test_what_is_filled_in_is_a_lesson() -> None:
    text = new_lesson("Gọi xe trên điện thoại", "tre-em", TODAY)
    head = ["lừa đảo", "Cẩm nang 2023", "Bà Sáu", "21/11/2026", "câu 1", "H14, N1", "gọi lại"]
    words = iter([*head, *(f"Việc số {n}" for n in range(20))])
    assert isinstance(read(GAP.sub(lambda _: next(words), text)), Lesson)


def test_a_course_for_several_audiences_asks_for_whom() -> None:
    assert "đối tượng: [điền" in new_lesson("Mật khẩu", "tai-khoan", TODAY)


@pytest.mark.parametrize("title", ["", "  ", "!!!"])
def test_a_title_without_words_is_asked_for(title: str) -> None:
    assert "no-id" in {code for code, _ in found(new_lesson(title, "tre-em", TODAY))}


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_title_and_course_give_a_text_with_gaps(title: str, course: str) -> None:
    assert "unfilled" in {code for code, _ in found(new_lesson(title, course, TODAY))}
