"""Phrases that stand there by their folded letters only."""

from pathlib import Path

import pytest

from bot.advice.hearing import hear
from bot.advice.known import Known
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.verdict import Verdict
from tests.advice.shipped import desk

LESSONS = Path(__file__).parents[2] / "lessons"


@pytest.fixture(scope="module")
def known() -> Known:
    return desk()


@pytest.mark.parametrize(
    ("text", "signal", "is_meant"),
    [
        ("Anh tải app này về để nhận tiền", Signal.APP, True),
        ("Anh thanh toán tại app của điện lực", Signal.APP, False),
        ("Quy khach vui long tai app de nhan qua", Signal.APP, True),
        ("Quy khach thanh toan tien nuoc tai app hoac diem thu", Signal.APP, False),
        ("Bác trả trước 2 triệu rồi em giao", Signal.MONEY_FIRST, True),
        ("Chị chuyển khoản ngay vào tài khoản này", Signal.TRANSFER, True),
        ("Ông ấy gửi ảnh đã chuyển 16 triệu", Signal.TRANSFER, False),
        ("Bác chụp cái thẻ gửi em làm hồ sơ", Signal.SECRET, True),
        ("Cháu chụp cái thẻ cào gửi anh", Signal.SECRET, False),
        ("Họ bảo số tài khoản của em nằm trong đường dây ma túy", Signal.SECRET, False),
        ("Người ta bắt mẹ mua kính", Signal.STRANGER, True),
        ("Mẹ cứ lo người ta bắt mua kính", Signal.STRANGER, False),
        ("Cháu mở cái app ngân hàng ra rồi chụp", Signal.APP, False),
        ("Nhà cái uy tín số một", Signal.KIND_SURE, True),
        ("Bác cho hỏi tí nhá cái cô Nhung thôn mình", Signal.KIND_SURE, False),
        ("Đừng nói với ai trong nhà", Signal.SECRECY, True),
        ("Em nghe kỳ kỳ mà không biết nói sao với bà", Signal.SECRECY, False),
        ("Em sợ lắm em không dám nói với ai", Signal.SECRECY, False),
        ("Chị quay mặt trước máy cho em", Signal.SECRET, True),
        ("Cô ấy làm cho tôi ở quầy, bảo quét khuôn mặt với căn cước", Signal.SECRET, False),
        ("Khỏi ra quầy, chị quét khuôn mặt với căn cước gửi em", Signal.SECRET, True),
        ("Tôi can thì chị giận không nói chuyện với tôi nữa", Signal.SECRECY, False),
    ],
)
def test_marks_and_neighbours_tell_what_is_meant(known: Known, text: str, signal: Signal, is_meant: bool) -> None:
    assert (signal in {one.signal for one in hear(text, known).evidence}) is is_meant


@pytest.mark.parametrize("deadline", ["trước ngày 30/11", "truoc 17h", "trước 17 giờ"])
def test_a_deadline_is_no_advance(known: Known, deadline: str) -> None:
    text = f"Nhà mình thanh toán {deadline} ở điểm thu, hoặc nhân viên tới nhà"
    assert Signal.STORY not in {one.signal for one in hear(text, known).evidence}


def test_a_crook_with_the_name_of_a_ban_warns_nobody(known: Known) -> None:
    text = (
        "Chiều qua có chú xưng là Dũng bên công an tỉnh gọi tôi, bảo căn cước lệch địa chỉ, "
        "kết bạn Zalo rồi tải ứng dụng chú gửi, bật cho phép hết lên."
    )
    assert not hear(text, known).warns
    assert check(text, known).verdict is Verdict.DANGER


@pytest.mark.parametrize("whom", ["mẹ", "bố", "vợ", "con"])
def test_who_bids_to_hide_it_from_the_family_warns_nobody(known: Known, whom: str) -> None:
    text = f"Có đứa trong game tặng kim cương, bảo đọc mấy con số trong tin nhắn, dặn đừng cho {whom} biết"
    found = check(text, known)
    assert not hear(text, known).warns
    assert found.verdict is not Verdict.NO_SIGN
    assert Signal.WARNS not in [reason.signal for reason in found.reasons]


def test_who_threatens_those_that_tell_the_police_warns_nobody(known: Known) -> None:
    text = (
        "Số lạ nhắn tôi tấm hình con bị trói tay trong phòng trọ, đòi 300 triệu trong buổi chiều, "
        "báo công an là không thấy mặt con nữa. Cả nhà coi giúp tôi với"
    )
    found = check(text, known)
    assert (found.verdict, found.kind) == (Verdict.DANGER, "N2")


def test_a_warning_to_be_shared_with_the_family_is_a_warning(known: Known) -> None:
    text = (
        "Công an xã cảnh báo: có đối tượng giả danh điện lực gọi điện dọa cắt điện, yêu cầu cài ứng dụng và chuyển "
        "tiền. Đề nghị bà con tuyệt đối không làm theo, báo ngay công an xã. Mong bà con chia sẻ cho người thân biết."
    )
    assert hear(text, known).warns
    assert check(text, known).verdict is Verdict.NO_SIGN


@pytest.mark.parametrize("end", ["Tui đang tính gõ nè, có đúng hông?", "vay co that khong", "Giờ tui phải làm sao"])
def test_who_tells_and_asks_is_told(known: Known, end: str) -> None:
    text = (
        "Bà con coi chừng nha, có đứa kêu shipper gọi nói gửi lộn số, tui thành hội viên giao hàng, mỗi tháng trừ "
        "3 triệu rưỡi, muốn hủy thì bật chia sẻ màn hình rồi vô app ngân hàng gõ số 9.800.000. " + end
    )
    assert not hear(text, known).warns
    assert check(text, known).verdict is Verdict.DANGER


@pytest.mark.parametrize("laugh", ["hjhj", "kkkk", "hzhz"])
def test_a_laugh_is_no_mark_of_a_machine(known: Known, laugh: str) -> None:
    assert Signal.TAIL not in {one.signal for one in hear(f"Mai mình qua nhà ăn bánh nha {laugh}", known).evidence}


def test_who_promises_lost_money_back_warns_nobody(known: Known) -> None:
    text = (
        "Anh chị từng bị lừa đầu tư, làm nhiệm vụ? Văn phòng luật đã lấy lại tiền cho 1.200 nạn nhân, "
        "chỉ cần đóng 10% phí mở hồ sơ phong tỏa, sau 24h tiền về."
    )
    assert not hear(text, known).warns
    assert check(text, known).kind == "H18"
