"""A slip is undone only where the word is none and a usual one is near."""

import pytest

from bot.vietnamese.respell import Respelling

COUNTS = {"otp": 9, "khong": 5, "phai": 4, "email": 3, "lam": 2, "link": 1}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("opt", "otp"),
        ("khpng", "khong"),
        ("pahi", "phai"),
        ("llam", "lam"),
        ("emal", "email"),
        ("lin", "lin"),  # a syllable of its own
        ("link", "link"),
        ("like", "like"),  # a foreign word, and not "link"
        ("xyzzy", "xyzzy"),
        ("p", "p"),
        ("123456", "123456"),
        ("", ""),
    ],
)
def test_one_slip_is_undone(written: str, meant: str) -> None:
    assert Respelling(COUNTS).meant(written) == meant
