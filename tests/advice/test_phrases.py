"""Phrases among plain words."""

import pytest

from bot.advice.knowledge import ScamType
from bot.advice.known_words import KnownWords
from bot.advice.phrases import Phrases
from bot.advice.pieces import heard_in
from bot.vietnamese.plain import plain_words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("doc ma otp", "Bác đọc mã OTP đi", True),
        ("doc .. otp", "đọc giúp em otp", True),
        ("doc .. otp", "đọc giúp cho em cái otp", False),
        ("doc ... otp", "đọc giúp cho em cái otp", True),
        ("doc ... otp", "Bác đọc. Mã otp", False),
        ("gui/doc ma", "gửi mã", True),
        ("bo_me/gia_dinh biet", "gia đình biết", True),
        ("bo_me/gia_dinh biet", "bố biết", False),
        ("nap # trieu", "nạp 5 triệu", True),
        ("nap # trieu", "nạp năm triệu", False),
    ],
)
def test_finding(phrase: str, text: str, found: bool) -> None:
    assert bool(list(Phrases({"x": [phrase]}).find(plain_words(text)))) is found


def test_where_it_was_found() -> None:
    [one] = Phrases({"x": ["ma otp"]}).find(plain_words("bác đọc mã otp đi"))
    assert (one.name, one.start, one.end) == ("x", 2, 4)


def scam(*phrases: str) -> ScamType:
    return ScamType("H5", "x", "X", frozenset(), "", (), phrases, (), (), None, "")


def test_known_phrases_are_found_when_nearly_said() -> None:
    known = KnownWords([scam("Cháu nhà mình đang mổ gấp, chuyển tạm ứng ngay", "ngắn")])
    assert [one.code for one in known.find(heard_in("chau nha minh dang mo gap lam chuyen tam ung ngay nhe"))] == ["H5"]
    assert not list(known.find(heard_in("chau nha minh dang hoc bai")))
    assert not list(known.find(heard_in("")))
