"""The text of a bank's QR code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.hearing import hear
from bot.advice.known import Known
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.verdict import Verdict
from bot.advice.vietqr import checksum, find_vietqr, read_vietqr
from bot.translations import Words


def field(name: str, value: str) -> str:
    return f"{name}{len(value):02}{value}"


def code(account: str = "0123456789", bin: str = "970436", amount: str = "150000") -> str:
    receiver = (
        field("00", "A000000727") + field("01", field("00", bin) + field("01", account)) + field("02", "QRIBFTTA")
    )
    paid = field("54", amount) if amount else ""
    body = f"{field('00', '01')}{field('01', '12')}{field('38', receiver)}{field('53', '704')}{paid}{field('58', 'VN')}"
    body += field("62", field("08", "tien hang")) + "6304"
    return f"{body}{checksum(body):04X}"


def test_a_checksum_of_the_standard() -> None:
    assert checksum("123456789") == 0x29B1


def test_a_code_is_read() -> None:
    read = read_vietqr(code())
    assert read is not None
    assert (read.bank, read.account, read.amount, read.note, read.sound) == (
        "Vietcombank",
        "0123456789",
        "150000",
        "tien hang",
        True,
    )


def test_a_code_pays_out_and_says_whom(known: Known) -> None:
    found = check(f" {code()}\n", known)
    [reason] = found.reasons
    assert (found.verdict, reason.signal) == (Verdict.NO_SIGN, Signal.QR_PAYS)
    assert "Vietcombank, 0123456789, 150.000 VND, tien hang" in reason.said(Words())
    assert "tiền của anh chị đi ra" in Words().say(found.advice[0])


@pytest.mark.parametrize("broken", [code()[:-1] + "0", code().replace("0123456789", "9999999999"), "00020101021138"])
def test_a_code_that_was_changed_is_suspicious(known: Known, broken: str) -> None:
    assert check(broken, known).verdict is Verdict.SUSPICIOUS


def test_a_bank_that_is_not_listed_is_told_by_its_number(known: Known) -> None:
    [reason] = check(code(bin="970999", amount=""), known).reasons
    assert reason.words.startswith("970999, 0123456789")


@pytest.mark.parametrize(
    "said",
    [
        "Quét mã này nhận 500k nha: {code}",
        "quet ma nay nhan 500k nha {code} nhanh len",
        "{code} quét mã là nhận quà 500 nghìn",
        "Muốn nhận lại tiền hoàn, bác quét mã dưới:\n{code}",
        "Em gửi mã, bác quét mã này để nhận chuyển khoản của em:{code}",
    ],
)
def test_who_promises_money_for_a_code_that_takes_it_is_a_danger(known: Known, said: str) -> None:
    found = check(said.format(code=code()), known)
    assert (found.verdict, found.kind, found.reasons[0].signal) == (Verdict.DANGER, "N10", Signal.QR_LURES)
    told = found.reasons[0].said(Words())
    assert "lấy tiền của anh chị đi: Vietcombank, 0123456789, 150.000 VND" in told


@pytest.mark.parametrize(
    "said",
    [
        "Mã thanh toán tiền phở đây chị: {code}",
        "Chị quét mã này để em nhận tiền hàng nhé {code}",
        "Shop gửi mã, chị chuyển khoản giúp em: {code}",
        "Quét mã này trả tiền giúp mẹ nhé, mai mẹ nhận lương: {code}",
        "Cảnh báo: kẻ gian bảo quét mã nhận tiền, bà con tuyệt đối không quét: {code}",
    ],
)
def test_a_code_among_other_words_is_told_and_no_danger(known: Known, said: str) -> None:
    text = said.format(code=code())
    assert check(text, known).verdict is not Verdict.DANGER
    [told] = [one for one in hear(text, known).evidence if one.signal is Signal.QR_PAYS]
    assert told.words.startswith("Vietcombank, 0123456789")


def test_a_code_among_words_that_was_changed_is_suspicious(known: Known) -> None:
    found = check(f"Mã của quán đây chị {code()[:-1]}g nhé", known)
    assert (found.verdict, found.reasons[0].signal) == (Verdict.SUSPICIOUS, Signal.QR_BROKEN)


def test_codes_are_found_where_they_stand() -> None:
    text = f"x{code()}y {code('99')}"
    found = [(text[start:end], read.account) for start, end, read in find_vietqr(text)]
    assert found == [(code(), "0123456789"), (code("99"), "99")]


@given(st.text(alphabet="0123456789A", max_size=80), st.text(max_size=20))
def test_any_text_around_a_code_is_looked_through(rest: str, before: str) -> None:
    text = f"{before}0002010102110010A000000727{rest}"
    assert all(0 <= start < end <= len(text) for start, end, _ in find_vietqr(text))


@given(st.text(alphabet="0123456789A", max_size=80))
def test_any_rest_is_read_or_refused(rest: str) -> None:
    read = read_vietqr("000201" + rest)
    assert read is None or isinstance(read.account, str)
