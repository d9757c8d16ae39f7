"""How hard a lesson is to read, counted by hand once and compared with harder and easier ones."""

from dataclasses import replace

import pytest

from bot.learning.hard_words import HardWords
from bot.learning.lesson import Audience, Card, Lesson
from bot.learning.reading_level import Level, ReadingLevel, reading_level
from tests.learning.samples import HARD_WORDS, good

EIGHT = "Bà Sáu đặt máy xuống bàn rồi cười."
TWENTY = "Bà con ơi, sáng mai loa xã báo gì thì mình nghe kỹ rồi nhắn lại cho nhau cùng biết."


def _level(*texts: str, audiences: frozenset[Audience] = frozenset({Audience.ELDER})) -> ReadingLevel:
    """The level of a lesson that says these texts on its cards and nothing else."""
    return reading_level(_saying(texts, audiences), HARD_WORDS)


def _saying(texts: tuple[str, ...], audiences: frozenset[Audience]) -> Lesson:
    return replace(good(), audiences=audiences, cards=tuple(Card("Thẻ", text) for text in texts), questions=())


def test_it_is_counted_as_the_formula_says() -> None:
    # Four sentences of 8, 20, 8 and 20 words; two of 56 words are hard, none is long.
    found = _level(f"{EIGHT} {TWENTY}", f"{EIGHT}\n\n{TWENTY.replace('loa', 'link').replace('mai', 'OTP')}")
    assert (found.words_per_sentence, found.longest, found.long) == (14, 20, 0)
    assert found.hard == 2 / 56
    assert found.points == 14 + (20 - 12) / 4 + 40 * 2 / 56


def test_long_syllables_count() -> None:
    assert _level("Bà chuyển nghiêng máy.").long == 2 / 4


def test_the_number_of_a_list_is_no_word() -> None:
    assert _level("1. Dừng lại.\n2. Hỏi con.\n• Gọi lại.").words_per_sentence == 2


def test_a_hard_word_of_several_words_counts_once() -> None:
    assert _level("Máy này đa nền tảng nhé.").hard == 1 / 6


def test_every_change_for_the_worse_makes_it_harder() -> None:
    easy = _level(EIGHT).points
    assert easy < _level(EIGHT.replace("máy", "link")).points
    assert easy < _level(EIGHT.replace("Sáu", "Nghiêng")).points
    assert easy < _level(EIGHT + " " + TWENTY).points


@pytest.mark.parametrize(
    ("texts", "audience", "level"),
    [
        ((EIGHT,), Audience.ELDER, Level.EASY),
        ((EIGHT, EIGHT, TWENTY), Audience.ELDER, Level.HARD),
        ((EIGHT, EIGHT, TWENTY), Audience.ADULT, Level.MEDIUM),
        ((TWENTY,), Audience.ADULT, Level.HARD),
    ],
)
def test_the_level_is_for_an_audience(texts: tuple[str, ...], audience: Audience, level: Level) -> None:
    assert _level(*texts, audiences=frozenset({audience})).level is level


def test_of_several_audiences_the_least_practised_counts() -> None:
    everybody, child = (
        _level(EIGHT, TWENTY, audiences=frozenset(whom)) for whom in (Audience, frozenset({Audience.CHILD}))
    )
    assert everybody == child


def test_a_lesson_that_says_nothing_is_easy() -> None:
    assert reading_level(_saying((), frozenset({Audience.CHILD})), HardWords()).points == 0
