"""Lessons that repeat one another are found, and the mistake names the other file."""

from collections.abc import Iterator

import pytest

from bot.learning.collection import Entry
from bot.learning.doubled import doubled
from bot.learning.lesson_file import Place
from tests.learning.samples import GOOD, good

OTHER = """\
# Danh bạ

mã: danh-ba
đối tượng: người cao tuổi
thời gian: 3 phút
chủ đề: danh bạ
nguồn: Cẩm nang, 2023
người duyệt: Ban biên tập
ngày duyệt: 21/11/2026
tin lành: không

## Ba người tên Hai

Bà Lụa lưu ba số cùng tên. Mời con ăn giỗ mà ông bán cám tới.

## Câu 1. Số lạ

Có người nhắn: “Nhóm thể dục báo ai nghe máy là mất sạch tiền trong thẻ.”

- [x] Không gửi tiếp
- [ ] Gửi cho cả xóm

> Nghe máy thì không mất tiền.
"""
MESSAGE = "Bác ơi, cháu mất điện thoại rồi. Bác chuyển 5 triệu vào tài khoản bạn cháu, gấp lắm!"
RETOLD = "Bác ơi, cháu hỏng điện thoại rồi. Bác chuyển 6 triệu vào tài khoản bạn cháu, gấp quá!"


def _entry(number: int, text: str, language: str = "vi") -> Entry:
    file = f"khoa-hoc/a/0{number}-bai.md"
    return Entry(file, good(text, Place(file, "a", language)), text)


def _asking(text: str, message: str) -> str:
    start = text.index("“")
    return text[:start] + f"“{message}”" + text[text.index("”", start) + 1 :]


def _found(*entries: Entry) -> Iterator[tuple[str, int, str, str]]:
    return ((one.file, one.line, str(one.code), dict(one.values)["other"]) for one in doubled(entries))


def test_different_lessons_are_let_be() -> None:
    assert list(_found(_entry(1, GOOD), _entry(2, OTHER))) == []


@pytest.mark.parametrize("retold", [GOOD, GOOD.replace("Sáu", "Tư").replace("Chiều", "Sáng")])
def test_a_story_told_twice(retold: str) -> None:
    retold = _asking(retold, "Tin khác")
    found = [("khoa-hoc/a/02-bai.md", 14, "stories-alike", "khoa-hoc/a/01-bai.md:14")]
    assert list(_found(_entry(1, _asking(GOOD, "Tin này")), _entry(2, retold))) == found


def test_a_message_asked_twice() -> None:
    found = [("khoa-hoc/a/02-bai.md", 18, "examples-alike", "khoa-hoc/a/01-bai.md:29")]
    assert list(_found(_entry(1, _asking(GOOD, MESSAGE)), _entry(2, _asking(OTHER, RETOLD)))) == found


def test_a_message_over_two_lines_stands_on_its_first() -> None:
    first, second = _asking(GOOD, MESSAGE.replace("rồi. ", "rồi.\n")), _asking(OTHER, RETOLD.replace("rồi. ", "rồi.\n"))
    assert [line for _, line, *_ in _found(_entry(1, first), _entry(2, second))] == [18]


def test_what_everybody_says_may_be_said_twice() -> None:
    short = "Bác gọi lại cho con nhé."
    assert list(_found(_entry(1, _asking(GOOD, short)), _entry(2, _asking(OTHER, short)))) == []


def test_a_translation_is_not_held_against_its_original() -> None:
    assert list(_found(_entry(1, GOOD), _entry(2, GOOD, "en"))) == []


def test_a_lesson_may_repeat_itself() -> None:
    twice = _asking(OTHER, MESSAGE) + _asking(OTHER, RETOLD)[OTHER.index("## Câu 1") - 1 :].replace("Câu 1", "Câu 2")
    assert list(_found(_entry(1, twice))) == []
