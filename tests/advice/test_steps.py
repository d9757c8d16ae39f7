"""What is advised fits to who wrote and to what is asked."""

import pytest

from bot.advice.already import GIVEN, INSTALLED, PAID, STOP_THEM
from bot.advice.book.reminders import (
    BEWARE,
    CAME_IN,
    CLICK,
    COUNTER,
    DUE,
    FUND,
    GIFT_PARCEL,
    HEALTH,
    LATER,
    LOAN,
    LOST,
    NAMED_ACCOUNT,
    NEW_NUMBER,
    NOT_YOU,
    NOTHING_ASKED,
    OFFICE,
    OUTAGE,
    OWN_CODE,
    PACKAGE,
    PARCEL,
    PAY,
    SALE,
    SCHOOL,
    SECRETS,
    SENT_TO_YOU,
    SHOP_CODE,
    STILL_ASK,
    STORM,
    VISIT,
    WORK,
)
from bot.advice.known import Known
from bot.advice.now import NO_CHAT, NO_LINK, NO_MONEY, WAIT_AND_CALL
from bot.advice.scam_check import check
from bot.advice.signals import Signal
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
    assert (gifts.verdict, gifts.advice) == (Verdict.NO_SIGN, (FUND,))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Bà ơi chiều con ghé nấu canh chua cho bà ăn nghen", NOTHING_ASKED),
        ("Sáng mai con chở bà đi đóng tiền điện", DUE),
        ("Mai con phải nộp bìa màu, mẹ ghé tiệm mua giùm con", LATER),
        ("VCB: Ma OTP cua QK la 482913, hieu luc 2 phut. Khong cung cap OTP cho bat ky ai", OWN_CODE),
        ("Mẹ ơi con đổi số mới rồi, tối con gọi video cho mẹ thấy mặt", NEW_NUMBER),
        ("Công an phường: ai gọi đòi tiền thì bà con báo số 0236 3822 222", BEWARE),
        ("Bão số 9 vào đêm nay, bà con chằng chống nhà cửa", STORM),
        ("TK 0701xxx382 So tien GD: +14,350,000 VND. So du: 15,127,400 VND", CAME_IN),
        ("Ai góp thì chuyển vô số 6903205118842 Agribank, tên NGUYEN VAN LANH, hay đưa tận tay chú", NAMED_ACCOUNT),
        ("Phường khuyến cáo bà con không đọc mã OTP cho ai, gọi tổng đài 19001006", BEWARE),
        ("Cô gửi link xem ảnh: https://meet.google.com/kfd-wmzp-xqe", CLICK),
        ("Thu quỹ lớp, chuyển khoản: Nguyễn Thị Kim Thoa, Vietcombank 0071000982413", NAMED_ACCOUNT),
        ("Mẹ cho con vay 1 triệu, tối con gọi về", LOAN),
        ("Em shipper đây, cái thùng tã em gửi bà Tám tạp hóa rồi nghen", PARCEL),
        ("Chị lấy hàng rồi trả tiền em cũng được, 90 ngàn một ký cá", PAY),
        ("Xã mình có app mới, ai muốn thì ra coi", SECRETS),
        ("Tôi ra ngân hàng đổi sổ, cô ấy làm ở quầy, tôi tự bấm mật khẩu, quét mặt", COUNTER),
        ("Goi cuoc SD70 het han, soan HUY gui 191", PACKAGE),
        ("Anh công an khu vực vào tận nhà tôi hỏi có mấy nhân khẩu", VISIT),
        ("Máy con hỏng, con nhắn bằng Zalo của vợ con nhé", NEW_NUMBER),
        ("Dạ con giao cho bác đơn cái quạt của chị Hạnh đặt, con tới liền", GIFT_PARCEL),
        ("Nghe nói khách quét mã là rút hết tiền của quán, có đúng không", SHOP_CODE),
        ("Zalo: tai khoan vua dang nhap tren thiet bi moi", NOT_YOU),
        ("Anh Hai ơi em mới chuyển cho anh 5 triệu vô thẻ của anh", SENT_TO_YOU),
        ("Cháu Hương gửi về cho bà một thùng sữa, con chở vô nghe bà", GIFT_PARCEL),
        ("Khoan vay cua ong den han ngay 15/3, moi tra tai buu dien", DUE),
        ("Ngung cap dien tu 7h30 tai xom 4 de sua duong day", OUTAGE),
        ("Nhac lich tai kham cua ong Dung, phong kham Noi tiet", HEALTH),
        ("Mai họp phụ huynh lớp 3B lúc 8 giờ ạ", SCHOOL),
        ("Ấp mình góp quỹ sửa cầu, đem ra chú Năm ghi sổ", FUND),
        ("Vựa tao đang thiếu người lựa chôm chôm, chiều phát tiền luôn", WORK),
        ("Tạp hóa chị Tám giảm giá quạt điện, mời bà con ghé", SALE),
        ("Con chó vàng nhà con đi lạc, ai bắt được con xin hậu tạ", LOST),
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
        ("Người lạ chuyển lộn vô tài khoản cổ 5 triệu, kêu chuyển lại qua số khác, cổ chưa kịp trả", None),
        ("Điện lực gọi dọa cắt điện, tía tui nói đóng rồi thì nó kêu kết bạn Zalo, cài app để hoàn tiền", None),
        ("Xưởng cần người xâu vòng tại nhà, cọc giữ hàng 199k, tới lấy rồi chị lấy combo em lên đơn", None),
        ("Anh chị tải tệp em gửi, cài xong bật hết các quyền rồi em hướng dẫn qua Zalo", None),
    ],
)
def test_whoever_has_done_it_already_is_told_what_to_do_first(known: Known, text: str, step: str | None) -> None:
    found = check(text, known)
    assert found.verdict is not Verdict.NO_SIGN
    assert {GIVEN, INSTALLED, PAID}.intersection(found.advice) == ({step} if step else set())
    assert step in (None, found.advice[1])


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Bác sĩ gọi nói con bà Tư kế bên cấp cứu, kêu chuyển 40 triệu mổ gấp, bà đang chạy đi mượn tiền", True),
        ("Công an gọi dọa bắt, bảo chuyển vào tài khoản tạm giữ, mẹ tôi đang định ra ngân hàng rút tiền", True),
        ("Công an gọi dọa bắt, bảo chuyển vào tài khoản tạm giữ, tôi đang định ra ngân hàng rút tiền", False),
        ("Mẹ ơi con đổi số, mẹ chuyển cho con ít tiền nhé", False),
        ("Mẹ ơi con bị công an bắt, mẹ chuyển gấp 20 triệu vào tài khoản tạm giữ cho con", False),
    ],
)
def test_who_tells_of_somebody_about_to_do_it_is_told_to_stop_them(known: Known, text: str, is_told: bool) -> None:
    found = check(text, known)
    assert found.verdict is not Verdict.NO_SIGN
    assert (STOP_THEM in found.advice) is is_told


def test_what_is_asked_and_not_in_the_steps_for_the_kind_is_told_behind_the_first_of_them(known: Known) -> None:
    text = "Công an đây, ông dính vụ rửa tiền, cài app theo link http://bocongan-xacminh.top rồi chuyển tiền kiểm tra"
    found = check(text, known)
    own = known.knowledge.scam(found.kind or "")
    assert own
    assert found.advice[1:3] == (own.now[0], NO_LINK)
