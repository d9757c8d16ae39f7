"""What people want in words that no pattern foresees, told by all the words together."""

from pathlib import Path
from typing import Any

import pytest

from bench.wants import CASES, UNSEEN, WAYS, cases, is_heard
from bot.advice import emergencies
from bot.advice.book.answers import index_of, respond
from bot.advice.distress import Distress
from bot.advice.emergency import ACCOUNT, BLACKMAIL, NAMED, Emergency
from bot.advice.knowledge import Knowledge
from bot.advice.response import Route
from bot.advice.softmax import likely, table
from bot.advice.urgent import Lost
from bot.advice.wants import EMERGENCIES, TABLE, Want, said, wanted
from tests.advice.shipped import desk

LESSONS = Path(__file__).parents[2] / "lessons"
LEAST = {  # a little less than on 23/11/2026, of 1,342 messages that nothing was learned from
    Want.ANSWER: 0.87,
    Want.URGENT: 0.77,
    Want.CHECK: 0.78,
    Want.PERSON: 0.83,
    Want.OUT: 0.88,
    Want.MENU: 0.93,
    Want.LESSON: 0.82,
    Want.REFUSED: 0.86,
}


def book() -> Knowledge:
    """The part of it that answers are looked for in."""
    return desk().knowledge


def plain(text: str) -> str:
    """The text in folded words, as the book reads it."""
    return index_of(book()).plain(text)


def of(want: Want, file: Path) -> list[dict[str, Any]]:
    return [row for row in cases(file) if row["want"] == want]


@pytest.mark.parametrize("want", LEAST)
def test_messages_that_were_not_learned_from_take_their_way(want: Want) -> None:
    rows = of(want, UNSEEN)
    missed = [row["text"] for row in rows if not is_heard(row, desk())]
    assert len(rows) >= 38
    assert len(missed) <= (1 - LEAST[want]) * len(rows), missed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Chúc mừng anh trúng thưởng xe máy. Anh nộp trước năm triệu tiền phí hồ sơ vào tài khoản này để nhận.", True),
        ("Mẹ ơi con vừa chuyển 2 triệu tiền học cho cô rồi nhé, tối con về ăn cơm", True),
        ("tui vừa chuyển hai triệu cho nó rồi mà gọi hổng được", False),
        ("có người gọi nói tui trúng tivi, nộp trước hai triệu, nghe kỳ kỳ", False),
    ],
)
def test_a_message_of_somebody_else_is_no_loss_of_who_shows_it(text: str, shown: bool) -> None:
    found = respond(text, None, book())
    assert found.shown == shown
    assert not shown or found.route is Route.SCAM_HELP


def test_nothing_unseen_was_learned_from() -> None:
    assert not {row["text"] for row in cases(UNSEEN)} & {row["text"] for row in cases(CASES)}


def test_there_is_help_for_every_emergency_of_the_table() -> None:
    assert set(table(TABLE).names) == set(Want)
    assert set(table(EMERGENCIES).names) == set(NAMED)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("cháu ơi bà vừa chuyển cho họ bốn mươi triệu rồi giờ gọi lại thì thuê bao", Lost.MONEY),
        ("em mới gõ mật khẩu với mã vào cái trang họ gửi, tài khoản đang bị trừ liên tục", Lost.CODE),
        ("nó dọa tối nay đăng ảnh của em cho cả trường xem, em sợ lắm", (Distress.CHILD_HARM, "blackmail")),
        ("nick zalo tui bị ai lấy mất rồi, nó đang nhắn mượn tiền hết bạn bè tui", "account"),
    ],
)
def test_help_comes_for_what_happened(text: str, what: object) -> None:
    told = emergencies.told(plain(text))
    assert told.what in what if isinstance(what, tuple) else told.what == what
    assert told.sentences


@pytest.mark.parametrize("emergency", [ACCOUNT, BLACKMAIL])
def test_each_emergency_has_its_lesson(emergency: Emergency) -> None:
    assert list(LESSONS.glob(f"khoa-hoc/*/*-{emergency.lesson}.md"))


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (
            "con bạn cũ tự nhiên nhắn rủ tui vô nhóm gì đó kêu bấm bấm là có tiền, tui thấy kỳ kỳ chưa làm",
            Route.SCAM_HELP,
        ),
        ("có người tới nhà xưng đi đo đạc đòi coi sổ đỏ, tui chưa đưa, không biết thiệt giả", Route.SCAM_HELP),
        ("có ai ngồi đó không, nói chuyện với cái máy hoài chán quá", Route.OFFICER),
        ("thôi khỏi gửi nữa nghe, nhắn hoài mệt quá", Route.OPT_OUT),
        ("nãy giờ bấm tùm lum, cho tui trở lại chỗ hồi đầu", Route.MENU),
        ("bữa nay học cái chi rứa con, mệ rảnh rồi", Route.LESSON),
        ("nó đòi năm triệu, không thì tung ảnh của em lên mạng", Route.URGENT_HELP),
        ("nó vô được tài khoản ngân hàng của má rồi, mất sạch trơn", Route.URGENT_HELP),
    ],
)
def test_indirect_words_find_their_way(text: str, route: Route) -> None:
    assert respond(text, None, book()).route is route


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("hôm nay nóng muốn chết", False),
        ("con gọi hoài má không bắt máy, con lo muốn chết, làm sao cho máy nó kêu to", False),
        ("cảm ơn cháu đã chỉ bác, mà cho bác hỏi otp là gì", False),
        ("tui muốn chết quá", True),
        ("buồn quá chỉ muốn chết", True),
        ("bà lỡ cho nó mã otp rồi", True),
        ("Tôi lỡ chuyển khoản cho kẻ lừa đảo, phải làm gì ngay?", True),
        ("mẹ tôi bị lừa mất tiền giờ đòi tự tử", True),
        ("bác bị rơi mất cccd rồi", False),
    ],
)
def test_a_figure_of_speech_is_no_emergency(text: str, urgent: bool) -> None:
    assert (respond(text, None, book()).route is Route.URGENT_HELP) == urgent


@pytest.mark.parametrize("text", ["", "?", "👍", "x" * 20_000])
def test_all_shares_are_one_whatever_was_written(text: str) -> None:
    assert sum(likely(said(plain(text)), table(TABLE)).values()) == pytest.approx(1)
    assert wanted(plain(text))[1] < 1


def test_no_way_to_ask_for_an_answer_is_taken_for_something_else() -> None:
    ways = [way for answer in book().answers for way in answer.ways]
    lost = [way for way in ways if respond(way, None, book()).route not in WAYS[Want.ANSWER]]
    assert len(lost) <= 0.005 * len(ways), lost


@pytest.mark.parametrize(
    ("text", "route", "said"),
    [
        ("Chào cháu", Route.MENU, "Cháu chào bác"),
        ("xin chao", Route.MENU, "Cháu chào bác"),
        ("Dạ cảm ơn em nhiều nhé!", Route.UNKNOWN, "Không có gì"),
        ("cam on chau", Route.UNKNOWN, "Không có gì"),
        ("Chào cháu, bác muốn hỏi mã OTP là gì", Route.FAQ, "OTP"),
    ],
)
def test_who_greets_or_gives_thanks_is_greeted_and_thanked(text: str, route: Route, said: str) -> None:
    response = respond(text, None, book())
    assert response.route is route
    assert said in response.reply
