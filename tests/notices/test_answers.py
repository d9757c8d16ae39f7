"""What an officer types into a blank becomes the words of the notice, or a kind sentence with an example."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notices.answers import (
    EMPTY,
    HIDDEN,
    LONGEST_NUMBER,
    NOT_A_CHOICE,
    NOT_A_MOMENT,
    NOT_A_NUMBER,
    NOT_A_TIME,
    TOO_LONG,
    WHICH_MORNING,
    WHICH_NIGHT,
    Answer,
    Wrong,
    read_answer,
)
from bot.notices.template import Blank
from bot.notices.template_names import BlankKind
from bot.translations import Words
from bot.vietnamese.moments import VIETNAM
from bot.vietnamese.numerals import in_words
from broadcasts.wording.characters import hidden_characters
from tests.notices.samples import NOW

SMALL_HOURS = datetime(2026, 11, 22, 2, 13, tzinfo=VIETNAM)
WORDS = Blank("nơi trú", "Bà con đến đâu trú?", "trường tiểu học", longest=20)
NAME = Blank("tìm ai", "Tìm ai?", "Bà Nguyễn Thị Mẫu")
NUMBER = Blank("cấp gió", "Gió cấp mấy?", "12", BlankKind.NUMBER)
TIME = Blank("giờ cháy", "Cháy từ mấy giờ?", "19h30", BlankKind.TIME)
MOMENT = Blank("lúc vào", "Bão vào lúc nào?", "19h ngày 22/11", BlankKind.MOMENT)
CHOICE = Blank("cách", "Bằng cách nào?", "gọi điện", BlankKind.CHOICE, ("gọi điện", "nhắn tin", "đến tận nhà"))
BLANKS = (WORDS, NAME, NUMBER, TIME, MOMENT, CHOICE)

RIGHT = [
    (WORDS, "trường tiểu học", "trường tiểu học"),
    (WORDS, "  trường\n tiểu  học. ", "trường tiểu học"),
    (WORDS, "Trường tiểu học", "trường tiểu học"),  # the telephone's capital
    (WORDS, "Trường Tiểu học", "Trường Tiểu học"),
    (WORDS, "UBND xã", "UBND xã"),
    (WORDS, "Huế", "Huế"),
    (WORDS, "tru\u031bo\u031b\u0300ng", "trường"),
    (NAME, "Bà cụ", "Bà cụ"),
    (NUMBER, "20", "20"),
    (NUMBER, " 20. ", "20"),
    (NUMBER, "hai mươi", "20"),
    (NUMBER, "hai muoi tu", "24"),
    (NUMBER, "Cấp 12", "12"),
    (NUMBER, "số 13", "13"),
    (NUMBER, "1200", "1.200"),
    (NUMBER, "1.200", "1.200"),
    (NUMBER, "3,5", "3,5"),
    (NUMBER, "3.5", "3,5"),
    (NUMBER, "-2", "-2"),
    (NUMBER, "âm 2", "-2"),
    (NUMBER, "007", "7"),
    (TIME, "7 giờ tối", "19 giờ"),
    (TIME, "19h30", "19 giờ 30"),
    (MOMENT, "19h ngày 22/11", "19 giờ ngày 22/11"),
    (MOMENT, "mai 7 giờ", "7 giờ ngày 22/11"),
    (CHOICE, "2", "nhắn tin"),
    (CHOICE, "hai", "nhắn tin"),
    (CHOICE, "den tan nha", "đến tận nhà"),
    (CHOICE, "gọi đien", "gọi điện"),
]
WRONG = [
    (WORDS, "", EMPTY),
    (WORDS, " \n ", EMPTY),
    (NUMBER, "...", EMPTY),
    (WORDS, "trường tiểu học cạnh chợ", TOO_LONG),
    (WORDS, "trường\u200btiểu học", HIDDEN),
    (WORDS, "trường\u202etiểu học", HIDDEN),
    (WORDS, "trường\x00", HIDDEN),
    (NUMBER, "hải", NOT_A_NUMBER),
    (NUMBER, "20 mét", NOT_A_NUMBER),
    (NUMBER, "10 đến 12", NOT_A_NUMBER),
    (NUMBER, "hơn 20", NOT_A_NUMBER),
    (NUMBER, "1" * (LONGEST_NUMBER + 1), NOT_A_NUMBER),
    (NUMBER, "20k", NOT_A_NUMBER),
    (TIME, "tối nay", NOT_A_TIME),
    (TIME, "25h", NOT_A_TIME),
    (MOMENT, "19h30", NOT_A_MOMENT),
    (MOMENT, "tối nay", NOT_A_MOMENT),
    (MOMENT, "19h ngày 31/11", NOT_A_MOMENT),
    (MOMENT, "1 giờ đêm mai", WHICH_NIGHT),
    (CHOICE, "4", NOT_A_CHOICE),
    (CHOICE, "bay đến", NOT_A_CHOICE),
]


@pytest.mark.parametrize(("blank", "typed", "text"), RIGHT)
def test_what_goes_into_the_notice(blank: Blank, typed: str, text: str) -> None:
    assert read_answer(blank, typed, NOW) == Answer(text)


@pytest.mark.parametrize(("blank", "typed", "sentence"), WRONG)
def test_a_wrong_answer_is_told_why(blank: Blank, typed: str, sentence: str) -> None:
    answer = read_answer(blank, typed, NOW)
    assert isinstance(answer, Wrong)
    assert answer.sentence == sentence


def test_tomorrow_in_the_small_hours_asks_for_the_day() -> None:
    answer = read_answer(MOMENT, "mai 7 giờ", SMALL_HOURS)
    assert isinstance(answer, Wrong)
    assert answer.sentence == WHICH_MORNING


@pytest.mark.parametrize(("blank", "typed", "sentence"), WRONG)
def test_the_sentence_is_whole_and_shows_what_would_do(blank: Blank, typed: str, sentence: str) -> None:
    answer = read_answer(blank, typed, NOW)
    assert isinstance(answer, Wrong)
    said = answer.said(Words())
    assert "{" not in said
    assert "anh chị" in said.lower()
    assert all(choice in said for choice in blank.choices or (blank.example,))


@pytest.mark.parametrize("blank", BLANKS, ids=lambda blank: blank.kind.name)
def test_the_example_itself_would_do(blank: Blank) -> None:
    assert isinstance(read_answer(blank, blank.example, NOW), Answer)


@given(st.sampled_from(BLANKS), st.text())
def test_whatever_is_typed_is_an_answer_or_wrong(blank: Blank, typed: str) -> None:
    match read_answer(blank, typed, NOW):
        case Answer(text):
            assert text
            assert not hidden_characters(text)
            assert len(text) <= max(blank.longest, *map(len, blank.choices), len("23 giờ 59 ngày 31/12/2026"))
        case Wrong() as wrong:
            assert wrong.said(Words())


@given(st.sampled_from(BLANKS), st.text())
def test_what_was_taken_is_taken_again(blank: Blank, typed: str) -> None:
    """So that an officer may correct the text that is shown."""
    answer = read_answer(blank, typed, NOW)
    if isinstance(answer, Answer):
        assert read_answer(blank, answer.text, NOW) == answer


@given(st.integers(0, 999))
def test_a_number_in_words_is_that_number(number: int) -> None:
    assert read_answer(NUMBER, in_words(number), NOW) == Answer(str(number))


@given(st.integers(-999_999, 999_999))
def test_a_number_in_digits_is_that_number(number: int) -> None:
    answer = read_answer(NUMBER, str(number), NOW)
    assert isinstance(answer, Answer)
    assert int(answer.text.replace(".", "")) == number
