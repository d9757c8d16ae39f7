"""Who has paid, given or gone already is helped as such, and not warned of what is over."""

from functools import cache
from pathlib import Path

import pytest

from bot.advice.book.answers import index_of
from bot.advice.desk import advise
from bot.advice.emergency import GAME, KIDNAP, KIDNAPPED, Emergency
from bot.advice.gone import is_gone
from bot.advice.known import Known
from bot.advice.refusals import Refused
from bot.advice.response import Response, Route
from bot.advice.shipped import read_desk
from bot.learning.lesson import Audience
from bot.translations import Words

LESSONS = Path(__file__).parents[2] / "lessons"


@cache
def desk() -> Known:
    return read_desk(LESSONS)


def told(text: str, audience: Audience | None = None) -> Response:
    return advise(text, audience, desk())


@pytest.mark.parametrize(
    "text",
    [
        "Có một cô xưng bên tòa án gọi, bảo bác chuyển tiền kiểm tra. Bác chuyển bốn chục triệu rồi, gọi lại thuê bao.",
        "ho bao toi nop phi ho so, toi nop muoi hai trieu roi, gio no chan so",
        "Anh ta mặc quân phục, nói một hồi là bác gửi hết tiền dưỡng già rồi. Bác xấu hổ chưa dám nói với con.",
        "em chuyển cọc ba triệu, hôm sau trang ấy biến mất",
        "Nó xưng công an, nói tôi dính đường dây rửa tiền, cấm kể cho con, bảo chuyển hết sổ tiết kiệm vào tài khoản "
        "nhà nước để kiểm tra. Tôi chuyển chín mươi triệu rồi, nay gọi lại không được. Tôi xấu hổ, chưa dám nói.",
    ],
)
def test_a_payment_inside_a_long_story_is_a_loss(text: str) -> None:
    found = told(text, Audience.ELDER)
    assert found.route is Route.URGENT_HELP
    assert "ngân hàng" in found.reply


@pytest.mark.parametrize(
    "text",
    [
        "họ đòi bác chuyển tám chục triệu, bác đang tính chuyển mà gọi lại không được",
        "Tiền nước tháng này tía tui nói đóng rồi, sao họ cứ nhắn đòi",
        "tôi chưa chuyển đồng nào, họ hù thôi",
        "tôi chuyển tiền học cho cháu rồi, cô giáo bảo đã nhận",
        "",
    ],
)
def test_what_is_not_paid_or_was_paid_rightly_is_none(text: str) -> None:
    found = told(text)
    assert not is_gone(index_of(desk().knowledge).plain(text))
    assert "xin giữ tiền lại" not in found.reply


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("họ bắt em thuê phòng trốn, em đang ngồi trong nhà nghỉ, không được gọi mẹ", KIDNAPPED),
        ("em dang o trong phong khach san mot minh, chu cong an bao dung noi voi ai", KIDNAPPED),
        ("con gái tôi bị họ bắt thuê phòng khách sạn trốn, gọi không nghe máy", KIDNAP),
    ],
)
def test_who_sits_in_the_room_is_told_to_leave_it(text: str, what: Emergency) -> None:
    said = Words(address="em").say(what.sentences[0])
    assert told(text, Audience.CHILD).reply.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "em đưa acc cho bạn leo hạng giùm, bạn đổi mật khẩu rồi chặn em",
        "con lỡ đưa mật khẩu Roblox cho người ta nạp hộ, giờ con không vô được nữa",
    ],
)
def test_a_game_account_that_was_given_away_is_got_back(text: str) -> None:
    found = told(text, Audience.CHILD)
    assert "Không đưa" not in found.reply
    assert "bố mẹ" in found.reply
    assert "mục hỗ trợ" in found.reply
    assert found.lesson == GAME.lesson


def test_who_has_not_given_it_yet_is_told_not_to() -> None:
    found = told("có anh hứa tặng skin mà xin mật khẩu nick của em, có đưa không", Audience.CHILD)
    assert "Không đưa" in found.reply


@pytest.mark.parametrize(
    "text",
    [
        "làm sao đọc tin nhắn của bạn em mà bạn không hay",
        "chi minh vao facebook cua nho ban ma no khong biet voi",
        "cách xem zalo của vợ",
        "em muốn đọc lén máy của chị em",
    ],
)
def test_spying_is_refused_with_the_true_reason(text: str) -> None:
    found = told(text, Audience.CHILD)
    assert found.refused
    assert found.reply == Words(address="em").say(Refused.SPYING.sentence)


@pytest.mark.parametrize(
    "text", ["làm sao để bạn không vào được zalo của em", "có ai đọc trộm tin nhắn của tôi không, coi ở đâu"]
)
def test_who_is_spied_upon_is_not_refused(text: str) -> None:
    assert not told(text).refused
