"""Words that announce a picture, and questions about pictures, which are none."""

import pytest

from bot.conversation.pictures import announced
from bot.messages import Incoming, Kind
from tests.conversation.talk import ME, Talk

ANNOUNCED = (
    "tôi gửi ảnh chụp màn hình",
    "xem ảnh này giúp bác",
    "bác gửi ảnh cho cháu xem nhé",
    "tôi có cái ảnh chụp tin nhắn, xem giúp",
    "Cháu ơi xem hộ bác cái ảnh này",
    "đọc giúp tôi tấm hình này với",
    "ảnh đây cháu",
    "đây là ảnh chụp tin nhắn",
    "tôi chụp màn hình rồi đây",
    "ảnh này có phải lừa đảo không",
    "bác gửi ảnh cho cháu xem được không",
    "toi gui anh chup man hinh",
    "xem anh nay giup bac",
)
NOT_ANNOUNCED = (
    "làm sao gửi ảnh",
    "chụp màn hình thế nào",
    "chụp màn hình",
    "cách chụp màn hình",
    "gửi ảnh cho con",
    "gửi ảnh qua zalo",
    "tôi muốn gửi ảnh cho cháu",
    "tôi gửi ảnh không được",
    "xem ảnh cũ ở đâu",
    "cho tôi xem ảnh",
    "màn hình đen xem giúp",
    "gọi có hình cho con",
    "nó dọa tung ảnh của em",
    "có người gửi ảnh xin tiền",
    "xem tin này giúp bác",
    "anh gui tin nhan cho em",
    "xem giup anh",
    "gui anh tin nay xem giup",
    "anh day",
    "",
)


@pytest.mark.parametrize("text", ANNOUNCED)
def test_a_picture_that_is_announced_is_told_from_a_question(text: str) -> None:
    assert announced(text)


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_a_question_about_pictures_announces_none(text: str) -> None:
    assert not announced(text)


@pytest.mark.parametrize(
    "sent", [Incoming(ME, "", text="tôi gửi ảnh chụp màn hình"), Incoming(ME, "", Kind.PICTURE)], ids=["said", "sent"]
)
def test_whoever_has_a_picture_is_asked_to_type_it_or_to_read_it_aloud(sent: Incoming) -> None:
    answered = Talk().start().say("1", "1", "0").hear(sent)
    said = answered.state.said[0].text
    assert "chưa xem được ảnh" in said
    assert "gõ lại những chữ trong ảnh" in said
    assert "đọc to" in said
    again = answered.hear(sent).state.said[0].text
    assert again != said
    assert "đọc to" in again


def test_what_the_picture_was_asked_after_is_not_shown_beside_it() -> None:
    judged = Talk().start().say("1", "1", "0").hear(Incoming(ME, "", Kind.FORWARD, "Mai mẹ qua đón cháu nhé"))
    answered = judged.type("xem ảnh này giúp bác")
    assert answered.state.scene == "ask"
    assert "verdict" not in answered.state.place
