"""What is advised fits to who wrote and to what is asked."""

import pytest

from bot.advice.already import GIVEN, INSTALLED, PAID
from bot.advice.known import Known
from bot.advice.now import NO_CHAT, NO_MONEY, WAIT_AND_CALL
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.unsuspected import (
    CAME_IN,
    CLICK,
    LATER,
    LOAN,
    NAMED_ACCOUNT,
    NEW_NUMBER,
    NOTHING_ASKED,
    OFFICE,
    OWN_CODE,
    PARCEL,
    PAY,
    SECRETS,
    STILL_ASK,
    STORM,
)
from bot.advice.verdict import Verdict


@pytest.mark.parametrize(
    "text",
    [
        "http://bit.ly/abcd",
        "http://abc-xyz.top",
        "Chị ơi bên em tuyển nhân viên làm việc tại nhà, ngày 500 nghìn, việc nhẹ, chị làm không",
    ],
)
def test_nobody_is_told_to_call_a_stranger_by_a_saved_number(known: Known, text: str) -> None:
    found = check(text, known)
    assert found.verdict is Verdict.SUSPICIOUS
    assert WAIT_AND_CALL not in found.advice
    assert len(found.advice) > 2


def test_who_speaks_of_a_relative_that_wrote_is_not_told_to_make_no_friends(known: Known) -> None:
    found = check("con rể nhắn zalo mượn 5 triệu", known)
    assert found.verdict is Verdict.SUSPICIOUS
    assert NO_CHAT not in found.advice
    assert WAIT_AND_CALL in found.advice
    assert Signal.MOVE not in [one.signal for one in found.reasons]


def test_who_is_invited_by_a_stranger_still_is(known: Known) -> None:
    found = check("Chị kết bạn zalo với em nhé, em gửi tài liệu, đừng nói với ai trong nhà", known)
    assert found.verdict is not Verdict.NO_SIGN
    assert NO_CHAT in found.advice


def test_steps_are_those_of_the_story_and_general_ones_where_none_is_told(known: Known) -> None:
    told = check("Cán bộ xã đây, chị bấm link cập nhật VNeID rồi đọc mã OTP cho em", known)
    untold = check("UBND xã thông báo bà con chuyển khoản 200 nghìn vào số tài khoản 0123456789 ngay", known)
    own = known.knowledge.scam("N1")
    assert own
    assert (told.kind, untold.kind) == ("N1", None)
    assert own.now[0] in told.advice
    assert (untold.advice[0], NO_MONEY in untold.advice) == (WAIT_AND_CALL, True)


def test_that_no_sign_was_seen_is_left_to_the_verdict(known: Known) -> None:
    assert check("Mai mẹ qua đón cháu nhé", known).advice == (NOTHING_ASKED, LATER)


def test_nobody_is_kept_waiting_by_a_storm_and_nobody_is_hurried_to_give(known: Known) -> None:
    storm = check("Xã báo: bão số 9 vào đêm nay, bà con xóm bãi đi sơ tán trước 16 giờ", known)
    gifts = check("Chi hội vận động ủng hộ bà con vùng bão lũ 20 nghìn hoặc 2 ký gạo, tùy tâm, có ghi sổ", known)
    assert (storm.verdict, storm.advice) == (Verdict.NO_SIGN, (STORM, STILL_ASK))
    assert (gifts.verdict, gifts.advice) == (Verdict.NO_SIGN, (PAY,))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Bà ơi chiều con ghé nấu canh chua cho bà ăn nghen", NOTHING_ASKED),
        ("Sáng mai con chở bà đi đóng tiền điện", PAY),
        ("Mai con phải nộp bìa màu, mẹ ghé tiệm mua giùm con", LATER),
        ("VCB: Ma OTP cua QK la 482913, hieu luc 2 phut. Khong cung cap OTP cho bat ky ai", OWN_CODE),
        ("Mẹ ơi con đổi số mới rồi, tối con gọi video cho mẹ thấy mặt", NEW_NUMBER),
        ("Công an phường: ai gọi đòi tiền thì bà con báo số 0236 3822 222", PAY),
        ("Bão số 9 vào đêm nay, bà con chằng chống nhà cửa", STORM),
        ("TK 0701xxx382 So tien GD: +14,350,000 VND. So du: 15,127,400 VND", CAME_IN),
        ("Ai góp thì chuyển vô số 6903205118842 Agribank, tên NGUYEN VAN LANH, hay đưa tận tay chú", NAMED_ACCOUNT),
        ("Phường khuyến cáo bà con không đọc mã OTP cho ai, gọi tổng đài 19001006", SECRETS),
        ("Cô gửi link họp phụ huynh: https://meet.google.com/kfd-wmzp-xqe", CLICK),
        ("Thu quỹ lớp, chuyển khoản: Nguyễn Thị Kim Thoa, Vietcombank 0071000982413", NAMED_ACCOUNT),
        ("Mẹ cho con vay 1 triệu, tối con gọi về", LOAN),
        ("Em shipper đây, cái thùng tã em gửi bà Tám tạp hóa rồi nghen", PARCEL),
        ("UBND xã phát trợ cấp sáng thứ Năm tại nhà văn hóa ấp 4, bà con mang căn cước", OFFICE),
    ],
)
def test_where_no_sign_is_seen_it_is_told_what_the_message_speaks_of(known: Known, text: str, first: str) -> None:
    found = check(text, known)
    assert (found.verdict, found.advice[0]) == (Verdict.NO_SIGN, first)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Có người xưng công an bảo má đọc mã OTP, má lỡ đọc mã rồi, giờ họ bảo chuyển tiền giữ hộ", GIVEN),
        ("Thuế gọi bảo cài app kê khai. Tui cài theo cái tệp họ gởi qua Zalo, giờ màn hình đen thui", INSTALLED),
        ("Bác sĩ gọi nói cháu cấp cứu phải đóng tiền mổ gấp, tôi chuyển 20 triệu rồi giờ họ đòi thêm 30 triệu", PAID),
        ("Nó gửi file DatDai.apk biểu má cài vô. Má con cài rồi mà chưa quay mặt, giờ làm sao", INSTALLED),
        ("Cô ấy bảo điền số thẻ, mật khẩu vào đường link. Em điền một lần nó báo lỗi, cô ấy giục lại rồi", GIVEN),
        ("Công an đây, bác đọc mã OTP cho tôi ngay, đừng nói với ai", None),
        ("Xưởng cần người xâu vòng tại nhà, cọc giữ hàng 199k, tới lấy rồi chị lấy combo em lên đơn", None),
        ("Anh chị tải tệp em gửi, cài xong bật hết các quyền rồi em hướng dẫn qua Zalo", None),
    ],
)
def test_whoever_has_done_it_already_is_told_what_to_do_first(known: Known, text: str, step: str | None) -> None:
    found = check(text, known)
    assert found.verdict is not Verdict.NO_SIGN
    assert {GIVEN, INSTALLED, PAID}.intersection(found.advice) == ({step} if step else set())
    assert step in (None, found.advice[1])
