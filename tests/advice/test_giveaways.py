"""What gives a trick away is told beside the signs, with the words of the message."""

from itertools import chain

import pytest

from bot.advice.book.giveaways import GIVEAWAYS
from bot.advice.giveaways import given_away
from bot.advice.hearing import hear
from bot.advice.known import Known
from bot.advice.scam_check import check
from bot.advice.signals import Signal
from bot.advice.verdict import Verdict
from bot.translations import Words
from bot.vietnamese.fold import fold


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mẹ đừng gọi nha, loa con bị rè không nghe được", "no-voice"),
        ("bac doc lai cho chau 6 so vua ve may", "code"),
        ("Chuyển xong gửi id với mật khẩu để em nạp", "password"),
        ("Họ bảo chuyển vào tài khoản tạm giữ để kiểm tra", "safe-account"),
        ("Chớ đừng lên phường hỏi chi cho lâu", "no-asking"),
        ("Đã giám định ADN ra hài cốt bác Tư", "remains"),
        ("Hình giật giật, nói được chục giây rồi tắt", "blurred"),
        ("Đưa căn cước cho tụi nó áp vô điện thoại", "papers-face"),
        ("Soạn **21*0886412075# rồi bấm gọi", "forwarding"),
        ("Em bấm nhầm dư một số không, nhờ anh gửi lại 9 triệu", "mistaken"),
        ("Nó đưa tôi xem hình chuyển khoản thành công", "picture"),
        ("Ông ấy gửi ảnh lệnh bắt qua Zalo", "papers"),
        ("Nó gọi video, mặc đồ ngành công an", "uniform"),
        ("Họ gửi ảnh thẻ luật sư có dấu đỏ", "uniform"),
        ("Nghe bên kia có tiếng khóc rồi tiếng xe cứu thương", "crying"),
        ("Bả gọi cho con bả thì hổng được", "no-answer"),
        ("Cháu ra nhà nghỉ, vào phòng đóng cửa lại", "kept-alone"),
        ("Cháu không được tắt máy", "kept-calling"),
        ("Bác đừng kể với con cái vội", "hidden"),
        ("Bật cho phép hết rồi úp điện thoại xuống bàn 15 phút", "remote"),
        ("Em gửi file cài eTax bản mới qua Zalo", "sent-app"),
        ("Rồi nhờ lấy hộ 25 thùng lương khô, ứng trước 42 triệu", "errand"),
        ("Tụi nó lấy luôn điện thoại của bả để bấm chuyển khoản giùm", "held-phone"),
        ("Cháu mua thẻ cào rồi đọc số cho thầy", "cards"),
        ("Cam kết lãi 30% một tháng", "sure-return"),
        ("Nạp 10 triệu, lỗ thầy đền hết", "sure-return"),
        ("Bỏ 10 triệu, lãi 30% một tháng", "return"),
        ("Ông ấy lĩnh ba tháng rồi, tiền về thật", "first-paid"),
        ("Ai rủ thêm được một người thì được thưởng 2 triệu", "recruit"),
        ("Chú phải đóng trước 3 triệu 8 thì mới nhận được cọc", "fee-first"),
        ("Con đổi số rồi, số cũ con bỏ", "changed"),
        ("Nhà hảo tâm ai có ít giúp ít", "charity"),
        ("Chuyển vô stk 1903 6677 2210 VU DUC THINH", "account"),
        ("Chị quét mã em gửi qua Zalo", "scan"),
        ("Chú ấy đọc đúng tên tuổi với số căn cước của tôi", "knows-me"),
        ("Có hai cậu áo xanh đeo thẻ vào nhà bà Mùi", "door"),
        ("Thầy bảo nhà có vong theo, phải giải hạn", "fortune"),
        ("Máy báo chặn thì chị chọn Vẫn cài đặt", "blocked-anyway"),
        ("Báo công an là không thấy mặt con nữa", "captive"),
        ("Bên anh cần thuê tài khoản ngân hàng của sinh viên", "rented"),
        ("Mỗi tháng tự trừ của chị 3 triệu rưỡi", "auto-charge"),
        ("Họ soi mắt soi tay rồi bảo gan nhiễm độc", "found-ill"),
        ("Thuốc gia truyền khỏi hẳn tiểu đường", "cure"),
        ("Mời các cụ dự hội thảo, tặng quà", "gifts"),
        ("Việc nhẹ làm tại nhà", "easy-job"),
        ("Thanh lý máy lạnh xả kho", "cheap"),
        ("Chị vào nhóm VIP với em", "group"),
        ("Cô kết bạn Zalo với cháu", "private"),
        ("Chúc mừng bà trúng thưởng xe máy", "gift-money"),
        ("Không nộp thì sẽ bị khóa tài khoản", "fright"),
        ("Làm ngay bây giờ nhé, còn 2 suất", "hurry"),
    ],
)
def test_each_is_found_with_and_without_marks(known: Known, text: str, name: str) -> None:
    for written in (text, fold(text)):
        assert GIVEAWAYS[name].why in [one.why for one in given_away(hear(written, known).reading)]


def test_each_is_tried_above() -> None:
    marks = test_each_is_found_with_and_without_marks.pytestmark  # type: ignore[attr-defined]
    assert {name for _, name in chain.from_iterable(mark.args[1] for mark in marks)} == GIVEAWAYS.keys()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tài khoản đã được ghi nhận đăng nhập trên thiết bị lạ", "first-paid"),
        ("Họ gửi ảnh thẻ luật sư", "papers-face"),
        ("Học bổng cho học sinh có hoàn cảnh khó khăn", "charity"),
        ("Hai tiếng nữa là cắt", "crying"),
        ("Cháu ngã từ cầu thang tầng 3", "gift-money"),
        ("Khóa học bán trú hè này, số lượng 15 suất", "fright"),
        ("Chú Dũng gọi điện cho bà", "no-voice"),
        ("Mời bà con đến nhà văn hóa thôn", "door"),
        ("Họ thu trước 4 triệu 6 phí", "hurry"),
        ("Tài khoản cũ bị khóa rồi nên xài cái này", "fright"),
        ("App lỗi không quét được mặt", "papers-face"),
        ("Nhập cái mã nó gửi về", "sent-app"),
        ("Chị thấy cũng được", "fortune"),
        ("Nộp trước 24h ngày 15/11", "fee-first"),
        ("Anh chuyển công tác xuống huyện", "picture"),
        ("Tuần sau tụi mình gặp nhau", "hurry"),
        ("Con có số điện thoại rồi", "changed"),
    ],
)
def test_words_with_other_marks_give_nothing_away(known: Known, text: str, name: str) -> None:
    assert GIVEAWAYS[name].why not in [one.why for one in given_away(hear(text, known).reading)]


def test_it_is_told_with_its_words_beside_the_signs(known: Known) -> None:
    found = check(
        "Me oi con Hanh day, dien thoai con roi xuong ao. Me dung goi nha loa no re. "
        "Me chuyen cho con 4tr5 vao stk ban con VU DUC THINH",
        known,
    )
    told = [reason for reason in found.reasons if reason.signal is Signal.GIVEAWAY]
    assert (found.kind, len(found.reasons)) == ("H2", 3)
    assert any(one.words == "Me dung goi nha loa no re" and one.words in one.said(Words()) for one in told)


def test_where_nothing_is_suspected_nothing_is_given_away(known: Known) -> None:
    found = check("Mẹ đừng gọi, con đang họp, tối con về ăn cơm nhé", known)
    assert (found.verdict, found.reasons) == (Verdict.NO_SIGN, ())
