"""Copies as they travel from phone to phone: what still is our notice, what was made of it, what never was one."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.notices.differences import Difference
from bot.notices.forms import short_text, speech_text
from bot.notices.recognise import Copied, Match, looks_like_notice, recognise
from bot.notices.screens import EVERYBODY, no_longer_screen, notice_screen
from bot.vietnamese.fold import fold
from broadcasts.notice import Kind
from tests.notices.storm import CODE, STORM, known, of

CARD = "\n\n".join(paragraph.text for paragraph in notice_screen(STORM, CODE, EVERYBODY).paragraphs)
WATER = replace(
    STORM,
    headline="Nước máy bị đục",
    description="Nhà máy nước đang sửa ống dẫn.",
    instruction="Bà con đun sôi nước trước khi uống.",
)
KNOWN = (known(WATER, "AAAA2222"), known())
LINES = CARD.split("\n\n")


def without(*beginnings: str) -> str:
    return "\n\n".join(line for line in LINES if not line.startswith(beginnings))


def changed(old: str, new: str) -> str:
    assert old in CARD
    return CARD.replace(old, new)


TRUE = {
    "as it was sent": CARD,
    "without any blank": re.sub(r"\s", "", CARD),
    "on one line": " ".join(CARD.split()),
    "without tone marks": fold(CARD),
    "in capitals": CARD.upper(),
    "decomposed letters": unicodedata.normalize("NFD", CARD),
    "with emoji": "⚠️🌀 " + CARD.replace("\n\n", "\n🔴 "),
    "with quotes before each line": "> " + CARD.replace("\n", "\n> "),
    "zero-width characters": CARD.replace(" ", " \u200b"),
    "first half": CARD[: len(CARD) // 2],
    "second half": CARD[len(CARD) // 2 :],
    "the middle": CARD[100:400],
    "cut in the middle of a number": CARD[: CARD.index("22/11/2026") + 4],
    "only what happened and what to do": "\n".join(LINES[2:4] + LINES[6:7]),
    "without the code": without("Mã"),
    "without level and office": without("THÔNG", "Ủy ban"),
    "without its labels": re.sub(r"(Ở đâu|Khi nào|Cần làm|Hỏi thêm): ", "", CARD),
    "a sentence less": changed("Không đi qua cầu Rạch Dừa.", ""),
    "greeting and signature": f"Chào cả nhà, xã mới gửi tin này, mọi người đọc nhé:\n{CARD}\nLan ở ấp 3 kính báo",
    "copied from a chat": f"[21/11/2026 14:05] Lan: {CARD}",
    "asked about": f"Cháu ơi, tin này có thật không?\n{CARD}",
    "asked about afterwards": f"{CARD}\nTin này là thật hay giả vậy?",
    "twice": f"{CARD}\n{CARD}",
    "a slip of the finger": changed("Gió giật", "Gió giậtt"),
    "the short form": short_text(STORM, CODE),
    "the short form run together": re.sub(r"\s", "", short_text(STORM, CODE)),
    "the loudspeaker's script": speech_text(STORM, CODE),
    "with its answers": f"{CARD}\n8. Tôi đã đọc\n9. Tôi cần giúp\n\nBà con nhắn số để chọn.",
    "the code in a question": "Cho hỏi mã 7K2M-9QXA có thật không, tôi thấy trên tờ rơi dán ở cổng chợ?",
    "the code without its dash": f"{without('Mã')}\nmã 7k2m9qxa",
}
ALTERED: dict[str, tuple[str, Difference | None]] = {
    "an hour": (changed("trước 19 giờ", "trước 15 giờ"), Difference("15 giờ", "19 giờ")),
    "an hour, run together": (
        re.sub(r"\s", "", changed("trước 19 giờ", "trước 15 giờ")),
        Difference("15", "19"),
    ),
    "a day": (changed("22/11", "23/11"), Difference("23/11/2026", "22/11/2026")),
    "times swapped": (changed("17 giờ ngày 21/11 đến 8 giờ", "8 giờ ngày 21/11 đến 17 giờ"), None),
    "a decimal lost": (changed("1,5 m", "15 m"), Difference("15 m", "1,5 m")),
    "a force": (changed("cấp 10", "cấp 8"), None),
    "a telephone number": (changed("0111", "0222"), Difference("028 3000 0222", "")),
    "a link that looks alike": (
        changed("binhloi.example.vn", "binhloi-example.vn"),
        Difference("binhloi-example.vn", ""),
    ),
    "a link that looks alike, run together": (
        re.sub(r"\s", "", changed("binhloi.example.vn", "binhloi-example.vn")),
        Difference("", "binhloi.example.vn"),
    ),
    "a link made longer": (
        changed("binhloi.example.vn", "binhloi.example.vn.tin-bao.xyz"),
        Difference("binhloi.example.vn.tin-bao.xyz", ""),
    ),
    "a link added": (f"{CARD}\nXem thêm: http://bao-lu.xyz/tin", Difference("bao-lu.xyz", "")),
    "a no taken away": (changed("Không đi qua", "Đi qua"), Difference("Đi", "Không đi")),
    "a no put in": (changed("Bà con ấp 3 rời", "Bà con ấp 3 không rời"), Difference("không rời", "rời")),
    "a no before all": (f"Không {STORM.instruction}\n{LINES[-1]}", Difference("Không", "")),
    "a no cut off": (
        f"đi qua cầu Rạch Dừa.\n{LINES[-1]}",
        Difference("đi qua cầu Rạch Dừa.", "Không đi qua cầu Rạch Dừa."),
    ),
    "another shelter": (
        changed("Trường Tiểu học Bình Lợi", "nhà văn hóa ấp 5"),
        Difference("nhà văn hóa ấp 5", "Trường Tiểu học Bình Lợi"),
    ),
    "another bridge": (changed("cầu Rạch Dừa", "cầu Rạch Chanh"), Difference("Chanh", "Dừa")),
    "money asked for": (f"{CARD}\nMỗi nhà nộp 200.000 đồng cho trưởng ấp.", None),
    "money in words": (f"{CARD}\nMỗi nhà đóng tiền cho trưởng ấp.", None),
    "money before": (f"Bà con chuyển khoản cho chị Lan trước nhé.\n{CARD}", None),
    "a number to call": (f"{CARD}\nCần thuyền gọi anh Ba 0900111222", None),
    "an end put in between": (changed("Không đi qua", "Bão đã tan. Không đi qua"), Difference("Bão đã tan.", "")),
    "an all-clear before": (f"Bão tan rồi, bà con yên tâm.\n{CARD}", None),
    "another code": (changed("7K2M-9QXA", "ABCD-EFGH"), Difference("ABCD-EFGH", "")),
    "a true code under other words": (
        "Bà con cứ yên tâm ở nhà, không có bão nào vào nữa.\nMã kiểm tra: 7K2M-9QXA",
        None,
    ),
    "a true code under a fraud": (
        "Nhà nước hỗ trợ mỗi hộ 5 triệu đồng, bà con bấm vào nhan-tien.vip.\nMã kiểm tra: 7K2M-9QXA",
        None,
    ),
    "a true code under harmless words": (
        "Ngày mai trường mình tổ chức hội thi nấu ăn, mời cả nhà cùng đến xem thật đông vui.\nMã 7K2M-9QXA",
        None,
    ),
    "the code of another notice": (changed("7K2M-9QXA", "AAAA-2222"), None),
}
NONE = {
    "a greeting": "Chào cháu, hôm nay bác muốn học bài mới, cháu chỉ bác cách gọi video cho con ở xa nhé.",
    "a bank": "Ngân hàng thông báo tài khoản của quý khách bị khóa. Bấm vào vcb-khoa.top để mở trước 18 giờ hôm nay.",
    "the same office": "Ủy ban nhân dân xã Bình Lợi, Thành phố Hồ Chí Minh mời bà con dự họp lúc 19 giờ ngày 25/11.",
    "another storm": "Bão số 13 đang vào Quảng Ngãi. Các xã ven biển cấm tàu ra khơi từ 5 giờ ngày 25/11.",
    "a headline": "THÔNG BÁO KHẨN CẤP",
    "one sentence": "Không đi qua cầu Rạch Dừa.",
    "nothing": "",
    "signs": "!!! ??? 🌀🌀🌀",
}


@pytest.mark.parametrize("copy", TRUE)
def test_what_was_lost_on_the_way_makes_nothing_untrue(copy: str) -> None:
    assert recognise(TRUE[copy], KNOWN) == Match(Copied.TRUE, CODE)


@pytest.mark.parametrize("copy", ALTERED)
def test_what_was_changed_or_added_is_found_and_named(copy: str) -> None:
    text, difference = ALTERED[copy]
    match = recognise(text, KNOWN)
    assert match.kind is Copied.ALTERED
    assert match.code in (CODE, "AAAA2222")
    assert difference is None or difference in match.differences


@pytest.mark.parametrize("copy", NONE)
def test_what_never_was_a_notice_is_none(copy: str) -> None:
    assert recognise(NONE[copy], KNOWN) == Match(Copied.NONE)


def test_there_are_enough_copies() -> None:
    assert len(TRUE) + len(ALTERED) + len(NONE) >= 60


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_notice_is_known_again(kind: Kind) -> None:
    later = known(of(kind), "BBBB3333")
    card = notice_screen(later.notice, later.code, EVERYBODY, replaced=(CODE, STORM))
    text = "\n".join(paragraph.text for paragraph in card.paragraphs)
    assert recognise(text, (later, known())) == Match(Copied.TRUE, "BBBB3333")


def test_a_message_that_was_put_in_the_place_of_the_notice_is_known_too() -> None:
    gone = no_longer_screen(STORM, CODE, Kind.CANCEL)
    assert recognise("\n".join(p.text for p in gone.paragraphs), KNOWN) == Match(Copied.TRUE, CODE)


def test_of_two_with_the_same_words_the_code_tells_which() -> None:
    assert recognise(CARD, (known(code="CCCC4444"), known())) == Match(Copied.TRUE, CODE)
    assert recognise(without("Mã"), (known(code="CCCC4444"), known())) == Match(Copied.TRUE, "CCCC4444")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(CARD)), st.integers(0, len(CARD)))
def test_no_part_of_a_notice_is_taken_for_a_forgery(one: int, other: int) -> None:
    start, end = sorted((one, other))
    match = recognise(CARD[start:end], KNOWN)
    # Whoever cuts off a "không" has made another order of it.
    assert match.kind is not Copied.ALTERED or "Không" in match.differences[0].true


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([found.span() for found in re.finditer(r"\d+", CARD.partition("Mã kiểm tra")[0])]),
    st.integers(1, 9),
)
def test_no_digit_can_be_changed_unseen(place: tuple[int, int], more: int) -> None:
    start, end = place
    other = str(int(CARD[start:end]) + more)
    assert recognise(CARD[:start] + other + CARD[end:], KNOWN).kind is Copied.ALTERED


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=5_000))
def test_no_text_is_too_odd(text: str) -> None:
    assert recognise(text, KNOWN).kind is Copied.NONE


@pytest.mark.parametrize("make", [str.upper, fold, str])
def test_what_presents_itself_as_a_notice_is_seen(make: Callable[[str], str]) -> None:
    forged = "THÔNG BÁO KHẨN\nUBND xã Hòa Bình yêu cầu mọi nhà nộp tiền phòng chống bão. Mã kiểm tra: ZZZZ-0000"
    assert looks_like_notice(make(forged))


@pytest.mark.parametrize("text", [NONE["a greeting"], NONE["a bank"], NONE["another storm"], ""])
def test_other_texts_do_not_look_like_notices(text: str) -> None:
    assert not looks_like_notice(text)
