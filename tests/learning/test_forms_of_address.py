"""Whom a lesson speaks to is called by one name; words about other people are let be."""

import pytest

from bot.learning.lesson_file import Place
from tests.learning.samples import GOOD, found

ELDERS = GOOD.replace("người cao tuổi, người lớn", "người cao tuổi")
CHILDREN = GOOD.replace("người cao tuổi, người lớn", "trẻ em").replace("Bác", "Em").replace("bác", "em")
SENTENCE = "uống ngụm nước."


def _codes(text: str, sentence: str) -> list[str]:
    return [code for code, _ in found(text.replace(SENTENCE, f"{SENTENCE} {sentence}"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bạn nhớ gọi lại nhé.",
        "Em đừng đọc mã cho ai.",
        "Anh chị hãy gọi 113.",
        "Gặp chuyện ấy, bạn làm gì?",
        "Bạn nên làm gì?",
        "Quý khách cần gọi 113.",
    ],
)
def test_a_lesson_for_elders_says_bac(sentence: str) -> None:
    assert _codes(ELDERS, sentence) == ["mixed-address"]


@pytest.mark.parametrize(
    "sentence",
    ["Bác nhớ gọi lại nhé.", "Bác làm gì?", "Con đừng đọc mã.", "Cháu hãy hỏi mẹ.", "Bạn nghĩ sao?", "Bạn hãy kể ra."],
)
def test_a_lesson_for_children_says_em(sentence: str) -> None:
    assert _codes(CHILDREN, sentence) == ["mixed-address"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bác nhớ gọi lại nhé.",
        "Cháu kể bác nghe.",
        "Mình làm gì khi ấy?",
        "Bác sĩ nên gọi lại.",
        "Các bạn của bác cũng thế.",
        "Bạn cũ nhắn bác một tin.",
        "Bạn thật nghe bác gọi chỉ thêm mừng.",
        "Em bé đừng ra sân.",
        "Em Út nên gọi lại.",
        "Anh chị em trong nhà cùng xem.",
        "Họ nhắn: “Bạn nhớ gửi mã nhé!”",
        "Gọi điện hỏi bạn, không gửi mã.",
    ],
)
def test_other_people_in_a_lesson_for_elders(sentence: str) -> None:
    assert _codes(ELDERS, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Em nhớ gọi lại nhé.",
        "Bác Năm nên gọi lại.",
        "Bác bảo vệ nhớ mặt em.",
        "Con vẹt cứ nói mãi.",
        "Con mèo nên ngủ.",
        "Bạn em cũng thế.",
        "Bạn quen, hỏi chuyện học.",
        "Các bạn nhớ nhé.",
        "Bố bảo: “Con đứng đợi, con nhớ nhé!”",
        "Nhắc bạn đừng bấm.",
    ],
)
def test_other_people_in_a_lesson_for_children(sentence: str) -> None:
    assert _codes(CHILDREN, sentence) == []


def test_a_lesson_for_several_audiences_may_choose() -> None:
    assert _codes(GOOD, "Bạn nhớ gọi lại nhé.") == []


def test_another_language_has_its_own_ways() -> None:
    assert found(ELDERS.replace("Bác làm gì?", "Bạn làm gì?"), Place("01-a.en.md", "a", "en")) == []
