"""What is told by the body: a child that is touched, somebody struck down; and what only sounds like it."""

from functools import cache
from pathlib import Path

import pytest

from bot.advice.book.answers import respond
from bot.advice.known import Known
from bot.advice.response import Route
from bot.advice.shipped import read_desk
from bot.learning.lesson import Audience

LESSONS = Path(__file__).parents[2] / "lessons"


@cache
def desk() -> Known:
    return read_desk(LESSONS)


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("chú Sáu cứ luồn tay vào quần con, chú dặn đừng kể", Audience.CHILD),
        ("chu sau cu luon tay vao quan con, chu dan dung ke", Audience.CHILD),
        ("thầy bắt em xem phim người lớn rồi thầy ôm ghì em", Audience.CHILD),
        ("ông ấy nói đây là bí mật của hai ông cháu, rồi ông rờ ngực cháu", Audience.CHILD),
        ("Cháu tôi kể thằng anh họ vạch quần nó ra rồi bóp chim nó", Audience.ELDER),
        ("Một trò trong lớp tôi nói dượng em hay chui vào mùng rồi sờ em", None),
    ],
)
def test_a_child_that_is_touched_gets_help_at_once(text: str, audience: Audience | None) -> None:
    found = respond(text, audience, desk().knowledge)
    assert found.route is Route.URGENT_HELP
    assert "111" in found.reply
    assert "lỗi" in found.reply


def test_a_child_is_told_not_to_go_there_again() -> None:
    found = respond("chú Sáu cứ sờ vào chỗ kín của con", Audience.CHILD, desk().knowledge)
    assert "Đừng tới chỗ người ấy" in found.reply
    assert "113" in found.reply


@pytest.mark.parametrize(
    "text",
    [
        "Bác sĩ khám bụng cho con, con hơi sợ mà mẹ nói không sao",
        "Dạy cháu quy tắc đồ lót thế nào cho cháu hiểu",
        "cô dạy tụi con vùng kín là chỗ không cho ai sờ, con vẽ tranh bài đó được không",
        "rờ màn hình không ăn, mở chỗ nào",
        "bà tắm cho cháu hai tuổi, máy để gần bị ướt thì làm sao",
        "con chó liếm vào mặt con",
    ],
)
def test_what_only_sounds_like_it_frightens_nobody(text: str) -> None:
    assert respond(text, None, desk().knowledge).route is not Route.URGENT_HELP


@pytest.mark.parametrize(
    "text",
    [
        "Bà nhà tôi tự nhiên miệng xệch sang một bên, nói không ra tiếng",
        "ba nha toi tu nhien mieng xech sang mot ben, noi khong ra tieng",
        "ba em yếu nửa người bên trái từ lúc ngủ dậy",
        "Ông than tức ngực, mồ hôi vã ra, khó thở",
        "cháu nuốt viên pin cúc áo trong đồ chơi",
        "cha tui bị rắn cắn ngoài ruộng, mí mắt sụp xuống",
        "con nóng quá lên cơn co giật, mắt trợn",
        "té đập đầu, giờ nôn mấy lần rồi lơ mơ",
        "đốt than trong phòng kín, hai bà cháu lay không dậy",
    ],
)
def test_who_is_struck_down_gets_the_ambulance(text: str) -> None:
    found = respond(text, None, desk().knowledge)
    assert found.route is Route.URGENT_HELP
    assert "115" in found.reply


@pytest.mark.parametrize(
    "text",
    [
        "Đột quỵ là gì, dấu hiệu nào thì biết",
        "Hồi năm ngoái ông bị méo miệng, giờ khỏe rồi, muốn học gọi video",
        "điện thoại tự nhiên đơ, bấm không nhúc nhích",
        "máy nóng quá, pin tụt nhanh",
        "xã có lớp sơ cứu rắn cắn, đăng ký ở đâu",
    ],
)
def test_who_only_speaks_of_it_is_not_sent_to_the_ambulance(text: str) -> None:
    assert respond(text, None, desk().knowledge).route is not Route.URGENT_HELP
