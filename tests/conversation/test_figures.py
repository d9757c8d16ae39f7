"""Numbers, shares and lengths of time in words."""

from datetime import timedelta

import pytest

from bot.conversation.offices.figures import ago, bar, counted, lasting, percent
from bot.translations import Words

VI, EN = Words("vi"), Words("en")


@pytest.mark.parametrize(("number", "vi", "en"), [(0, "0", "0"), (999, "999", "999"), (1248, "1.248", "1,248")])
def test_thousands_are_parted_as_in_the_language(number: int, vi: str, en: str) -> None:
    assert (counted(number, VI), counted(number, EN)) == (vi, en)


@pytest.mark.parametrize(
    ("part", "whole", "share", "squares"),
    [(0, 0, 0, 0), (0, 9, 0, 0), (1, 3, 33, 3), (999, 1000, 99, 9), (7, 7, 100, 10)],
)
def test_all_of_it_is_everybody(part: int, whole: int, share: int, squares: int) -> None:
    assert percent(part, whole) == share
    assert bar(part, whole) == "■" * squares + "□" * (10 - squares)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "0 giây"),
        (0.2, "1 giây"),
        (59, "59 giây"),
        (60, "1 phút"),
        (61, "2 phút"),
        (3599, "1 giờ"),
        (7500, "2 giờ 5 phút"),
        (86_400, "1 ngày"),
        (97_200, "1 ngày 3 giờ"),
        (172_740, "1 ngày 23 giờ"),
        (172_800, "2 ngày"),
        (259_200, "3 ngày"),
    ],
)
def test_a_length_of_time_is_said_shortly(seconds: float, said: str) -> None:
    assert lasting(timedelta(seconds=seconds), VI) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(-1, "1 giây"), (0, "1 giây"), (59.9, "59 giây"), (119, "1 phút"), (7260, "2 giờ 1 phút")]
)
def test_what_is_past_is_rounded_down(seconds: float, said: str) -> None:
    assert ago(timedelta(seconds=seconds), VI) == said
