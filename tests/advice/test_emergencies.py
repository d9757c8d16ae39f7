"""Whom something is happening to, or has just happened: heard whatever the words, and nobody else frightened."""

from pathlib import Path

import pytest

from bot.advice.book.answers import index_of, respond
from bot.advice.distress import Distress
from bot.advice.emergencies import danger, loss
from bot.advice.emergency import ANOTHER_CHILD, LIFE, MISSING
from bot.advice.response import Route
from bot.advice.urgent import Lost
from tests.advice.shipped import desk

LESSONS = Path(__file__).parents[2] / "lessons"


def plain(text: str) -> str:
    return index_of(desk().knowledge).plain(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("thầy giáo đánh em", Distress.CHILD_HARM),
        ("em bị sờ", Distress.CHILD_HARM),
        ("chú ấy cứ ôm em", Distress.CHILD_HARM),
        ("có người đánh cháu bé nhà bên", ANOTHER_CHILD.what),
        ("thằng bé nhà tôi bị thầy đánh", ANOTHER_CHILD.what),
        ("ba con hay đánh mẹ", Distress.VIOLENCE),
        ("con dâu đánh tôi", Distress.VIOLENCE),
        ("bà bị té không dậy được", LIFE.what),
        ("tôi bị té gãy chân", LIFE.what),
        ("ông hàng xóm uống thuốc sâu", LIFE.what),
        ("thằng bé uống nhầm chai thuốc diệt cỏ", LIFE.what),
        ("em muốn uống thuốc sâu", Distress.SELF_HARM),
        ("mất hết tiền rồi, không còn mặt mũi nào, chắc uống thuốc sâu cho xong", Distress.SELF_HARM),
        ("con buồn quá không ai thương con", Distress.SELF_HARM),
    ],
)
def test_danger_is_heard(text: str, what: object) -> None:
    found = danger(text, plain(text))
    assert found is not None
    assert found.what == what


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (
            "Công an xã gọi thông báo tôi dính ma túy, tôi sợ quá lỡ chuyển 50 triệu vào tài khoản nó đưa rồi cháu ơi "
            "giờ làm sao",
            Lost.MONEY,
        ),
        ("Họ nói chuyển tiền vào tài khoản an toàn, tôi làm theo rồi", Lost.MONEY),
        ("tôi đọc 6 số cho cô ngân hàng rồi", Lost.CODE),
        ("hôm kia bấm cái đường dẫn quà tết, điền hết số thẻ vô rồi", Lost.CODE),
    ],
)
def test_what_was_given_away_is_heard(text: str, lost: Lost) -> None:
    found = loss(text, plain(text))
    assert found is not None
    assert found.what is lost


@pytest.mark.parametrize(
    "text",
    [
        "tôi chuyển tiền điện rồi mà chưa thấy báo",
        "tôi chuyển tiền học cho cháu rồi, cô giáo bảo đã nhận",
        "họ gửi ảnh chuyển khoản rồi mà tiền chưa về",
        "tôi đã tải ứng dụng VNeID rồi",
        "vợ tôi cài app ngân hàng rồi",
        "tôi đưa mã cho con gái rồi",
        "tôi nhập mật khẩu rồi mà không vào được",
        "vừa cho con mượn 2 triệu chuyển khoản rồi",
        "tin nhắn: Mẹ ơi con lỡ đập xe người ta, mẹ chuyển 10 triệu cho con",
        "con chó nhà tôi chết rồi",
        "đau lưng muốn chết luôn",
        "cây bưởi nhà tôi bị rụng trái non",
        "suýt nữa thì tôi chuyển",
    ],
)
def test_nobody_is_frightened_without_need(text: str) -> None:
    assert respond(text, None, desk().knowledge).route is not Route.URGENT_HELP


@pytest.mark.parametrize(
    "text", ["con bé đi học chưa về, gọi hoài không được", "bà nội lẫn đi từ trưa chưa về", "cháu tôi bị lạc ở bến xe"]
)
def test_who_is_missing_is_looked_for_at_once(text: str) -> None:
    found = respond(text, None, desk().knowledge)
    assert found.route is Route.URGENT_HELP
    assert found.reply.startswith(MISSING.sentences[0])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("nuoc len toi mai nha roi, hai ong ba gia dang ngoi tren noc", "114"),
        ("nhà sập đè ông nội", "114"),
        ("uống hết vỉ thuốc ngủ rồi, xin lỗi má", "115"),
        ("uong bao nhieu vien thi ngu luon khong day", "115"),
    ],
)
def test_who_is_trapped_or_has_taken_pills_is_helped_and_not_refused(text: str, number: str) -> None:
    found = respond(text, None, desk().knowledge)
    assert found.route is Route.URGENT_HELP
    assert number in found.reply
    assert not found.refused
