"""Telephone numbers that stand alone."""

import pytest

from bot.advice.known import Known
from bot.advice.number_alone import check_number
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.verdict import Reason, Verdict
from bot.directory import Directory, Hotline


@pytest.mark.parametrize(
    ("text", "verdict", "signal"),
    [
        ("113", Verdict.NO_SIGN, Signal.NUMBER_LISTED),
        ("số 111", Verdict.NO_SIGN, Signal.NUMBER_LISTED),
        ("0912 345 678", Verdict.NO_SIGN, Signal.NUMBER_UNKNOWN),
        ("+84912345678?", Verdict.NO_SIGN, Signal.NUMBER_UNKNOWN),
        ("+447912345678", Verdict.SUSPICIOUS, Signal.NUMBER_ABROAD),
        ("0023288001234", Verdict.SUSPICIOUS, Signal.NUMBER_ABROAD),
        ("1900 1234", Verdict.NO_SIGN, Signal.NUMBER_COSTS),
        ("1900545413", Verdict.NO_SIGN, Signal.NUMBER_COSTS),
    ],
)
def test_numbers(known: Known, text: str, verdict: Verdict, signal: Signal) -> None:
    found = check(text, known)
    assert (found.verdict, found.reasons[0].signal) == (verdict, signal)


def test_a_costly_number_is_told_with_its_price_and_is_no_alarm(known: Known) -> None:
    found = check("19001006", known)
    assert [one.signal for one in found.reasons] == [Signal.NUMBER_COSTS, Signal.NUMBER_UNKNOWN]
    assert "hỏi giá" in found.advice[0]
    assert check("Có gì thắc mắc bác gọi tổng đài 19001006 nhé", known).verdict is Verdict.NO_SIGN


def test_a_number_that_waits_for_confirmation_is_not_called_official() -> None:
    waiting = Hotline("112", "Tìm kiếm, cứu nạn", "cứu nạn", verified=False)
    found = check("112", Known(Directory(hotlines=(waiting,))))
    assert (found.verdict, found.reasons) == (Verdict.NO_SIGN, ())
    assert "chờ xác nhận" in found.advice[0]
    assert "114" in found.advice[0]


@pytest.mark.parametrize(
    "text",
    ["gọi 0912345678 ngay", "2 triệu", "", "12", " 12 ", " " * 5, "...", "- -", "()()", "14.225.3.4", "số 14.225.3.4."],
)
def test_other_texts_are_no_number(known: Known, text: str) -> None:
    assert check_number(text, known.directory) is None


def test_four_groups_with_dots_may_be_a_telephone(known: Known) -> None:
    found = check_number("090.123.45.67", known.directory)
    assert found
    assert found.reasons == (Reason(Signal.NUMBER_UNKNOWN, "090.123.45.67"),)
