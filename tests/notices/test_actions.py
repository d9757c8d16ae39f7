"""What counts as something that people can do, in every way of saying it."""

import pytest

from bot.notices.actions import actions, evacuations, names_action
from broadcasts.wording import Sense

BIDS = """
Bà con ở thôn 3 khẩn trương sơ tán đến trường học.
Không ra khơi.
Đun sôi nước trước khi uống.
Cúp máy ngay, không chuyển tiền.
Phụ huynh đưa trẻ đi tiêm.
Mỗi hộ cử một người đến dự.
Nhà nào có người bệnh thì báo trưởng bản.
Coi lại dây điện, cột chặt mái tôn.
Dô nhà đóng cửa lại liền.
Chớ có lội qua ngầm.
Ai có thuyền xin cho mượn để cứu người.
Cấm mọi phương tiện qua cầu.
Để rác trước cửa từ 17 giờ 30.
- Tắt bếp, khóa bình ga.
1. Neo đậu tàu thuyền chắc chắn.
👉 Gọi 114 khi thấy khói.
Ba má rửa tay cho bé.
Học sinh toàn xã nghỉ học ngày 24/11.
Từ 18 giờ tối không qua ngầm tràn.
Khuyến cáo người dân: kê cao đồ đạc.
So tan ngay den truong hoc.
SƠ TÁN NGAY ĐẾN TRƯỜNG HỌC.
Hãy nằm sát đất.
"""

BIDS_NOTHING = """
Bà con chú ý, nâng cao cảnh giác.
Xin thông báo để bà con được biết.
Rất mong bà con thông cảm và hợp tác.
Lực lượng chức năng đang kiểm tra và khắc phục.
Nhiều hộ dân đã phải sơ tán trong đêm.
Nhiều tuyến đường không đi lại được.
Bão di chuyển nhanh theo hướng Tây.
Dự báo trong đêm nay mưa còn tiếp diễn.
Giao thông trên quốc lộ 4C bị chia cắt.
Người dân hoang mang, lo lắng.
Hãy bình tĩnh và yên tâm.
Không có thiệt hại về người.
A lô, a lô, xin bà con chú ý.
Cảm ơn bà con đã quan tâm theo dõi.
Bà con cần nâng cao ý thức trách nhiệm.
Tin bão khẩn cấp.
"""


def lines(texts: str) -> list[str]:
    return texts.strip().splitlines()


@pytest.mark.parametrize("text", lines(BIDS))
def test_what_people_can_do(text: str) -> None:
    assert actions(text)


@pytest.mark.parametrize("text", lines(BIDS_NOTHING))
def test_what_nobody_can_follow(text: str) -> None:
    assert not actions(text)


def test_an_action_knows_what_and_whether_it_is_forbidden() -> None:
    first, second = actions("Không uống nước giếng. Mang theo giấy tờ, thuốc men.")
    assert (first.verb, first.what, first.forbidden) == ("uống", "nước giếng", True)
    assert (second.verb, second.what, second.forbidden) == ("mang theo", "giấy tờ", False)


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Ở yên trong nhà. Sơ tán ngay đến trường.", [Sense.STAY, Sense.LEAVE]),
        ("Không ra ngoài. Rời khỏi nhà ngay.", [Sense.STAY, Sense.LEAVE]),
        ("Không cần sơ tán.", [Sense.STAY]),
        ("Gọi 114. Đến trạm y tế.", [Sense.TELL, Sense.GO]),
        ("Tắt bếp.", [Sense.OTHER]),
    ],
)
def test_what_an_action_does_with_people(text: str, senses: list[Sense]) -> None:
    assert [action.sense for action in actions(text)] == senses


@pytest.mark.parametrize(
    ("text", "for_whom"),
    [
        ("Hộ ven suối sơ tán ngay.", True),
        ("Sơ tán các hộ ven suối.", True),
        ("Thôn 1: sơ tán ngay.", True),
        ("Sơ tán ngay trước 18 giờ.", False),
        ("Sơ tán đến nhà văn hóa thôn 3.", False),
    ],
)
def test_whether_it_says_for_whom(text: str, for_whom: bool) -> None:
    [action] = actions(text)
    assert action.for_whom is for_whom


def test_actions_of_one_sentence_and_of_one_piece() -> None:
    tied, shut, called = actions("Chằng mái nhà, đóng cửa. Gọi 114.")
    assert tied.sentence == shut.sentence != called.sentence
    assert tied.piece != shut.piece


def test_who_is_in_need_is_a_case_and_nothing_to_do() -> None:
    assert [action.verb for action in actions("Cần giúp, gọi 114.")] == ["gọi"]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Bà con sơ tán ngay lên trường.", True),
        ("Các hộ ở cồn di dời vào đất liền.", True),
        ("Khẩn trương sơ tán.", True),
        ("Các hộ sơ tán về nhà văn hóa thôn.", True),
        ("Bà con đi sơ tán có thể về nhà.", False),
        ("Người dân sơ tán trở về nhà từ 8 giờ.", False),
        ("Người sơ tán nhận lại đồ tại trường.", False),
        ("Bà con thôn Ma Lé không phải di dời.", False),
        ("Dừng sơ tán.", False),
        ("Các hộ đã sơ tán được hỗ trợ gạo.", False),
    ],
)
def test_who_is_told_to_leave(text: str, tells: bool) -> None:
    assert bool(list(evacuations(text))) is tells


def test_a_verb_that_others_do_is_named_all_the_same() -> None:
    assert names_action("Điện đã đóng, nước máy dùng được.")
    assert not names_action("Trời đẹp.")
