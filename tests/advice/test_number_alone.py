"""Telephone numbers that stand alone."""

import pytest

from bot.advice.known import Known
from bot.advice.number_alone import check_number
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.verdict import Verdict


@pytest.mark.parametrize(
    ("text", "verdict", "signal"),
    [
        ("113", Verdict.NO_SIGN, Signal.NUMBER_LISTED),
        ("số 111", Verdict.NO_SIGN, Signal.NUMBER_LISTED),
        ("0912 345 678", Verdict.NO_SIGN, Signal.NUMBER_UNKNOWN),
        ("+84912345678?", Verdict.NO_SIGN, Signal.NUMBER_UNKNOWN),
        ("+447912345678", Verdict.SUSPICIOUS, Signal.NUMBER_ABROAD),
        ("0023288001234", Verdict.SUSPICIOUS, Signal.NUMBER_ABROAD),
        ("1900 1234", Verdict.SUSPICIOUS, Signal.NUMBER_COSTS),
    ],
)
def test_numbers(known: Known, text: str, verdict: Verdict, signal: Signal) -> None:
    found = check(text, known)
    assert (found.verdict, found.reasons[0].signal) == (verdict, signal)


@pytest.mark.parametrize("text", ["gọi 0912345678 ngay", "2 triệu", "", "12"])
def test_other_texts_are_no_number(known: Known, text: str) -> None:
    assert check_number(text, known.directory) is None
