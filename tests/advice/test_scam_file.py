"""A Markdown text becomes a scam type, or every mistake in it with its line and what to write instead."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice.knowledge import ScamType
from bot.advice.scam_file import WrittenScam, read_scam
from bot.advice.scam_mistakes import ScamMistake
from bot.learning.lesson import Audience
from bot.learning.mistake_codes import MistakeCode
from tests.advice.scam_samples import FILE, GOOD, KNOWN, found, good, spoilt

PRICE = "- Gà rẻ bằng nửa chợ.\n"
LOST = "1. Gọi số ở mặt sau thẻ ngân hàng.\n2. Báo công an xã hoặc gọi 113.\n"

SPOILT = [
    # the file as a whole
    ("no-scam-title", "# Giả người bán gà\n", "\n", 1),
    ("text-too-long", "# Giả người bán gà", "# Giả người bán gà " + "cục tác " * 10, 1),
    ("deep-scam-heading", "## Dấu hiệu", "### Dấu hiệu", 11),
    ("deep-scam-heading", "## Dấu hiệu", "# Dấu hiệu", 11),
    ("stray-scam-text", "bài học: mua-ga\n", "bài học: mua-ga\n\nGà này ngon.\n", 11),
    ("scam-markup", "bài học: mua-ga\n", "bài học: mua-ga\n\n![Gà](hinh/ga.svg)\n", 11),
    ("scam-markup", "- Không cho xem gà.", "> Không cho xem gà.", 15),
    ("scam-markup", "- Không cho xem gà.", "- Không cho xem gà.\n  > Gà ngủ.", 16),
    ("scam-markup", "Không cho xem gà.", "<b>Không</b> cho xem gà.", 15),
    ("scam-markup", "- Không cho xem gà.", "- Không cho xem gà.\n  - Gà ngủ.", 16),
    ("control-character", "Không cho", "Không\u200b cho", 15),
    ("scam-file-name", "mã: ga-gia", "mã: vit-gia", 3),
    # header lines
    ("no-scam-id", "mã: ga-gia\n", "", 1),
    ("bad-id", "mã: ga-gia", "mã: Gà giả", 3),
    ("no-scam-code", "dạng: H15\n", "", 1),
    ("bad-scam-code", "dạng: H15", "dạng: gà", 4),
    ("bad-scam-code", "dạng: H15", "dạng: H15, H16", 4),
    ("unknown-scam", "dạng: H15", "dạng: H99", 4),
    ("no-scam-audience", "đối tượng: người cao tuổi\n", "", 1),
    ("bad-audience", "đối tượng: người cao tuổi", "đối tượng: con gà", 5),
    ("no-source", "nguồn: Cẩm nang chợ quê, 2023\n", "", 1),
    ("no-scam-reviewer", "người duyệt: Ban biên tập Cầm Tay\n", "", 1),
    ("no-review-date", "ngày duyệt: 21/11/2026\n", "", 1),
    ("bad-review-date", "21/11/2026", "hôm qua", 8),
    ("bad-id", "bài học: mua-ga", "bài học: Mua gà", 9),
    ("unknown-header", "dạng: H15", "màu: vàng\ndạng: H15", 4),
    ("doubled-header", "dạng: H15", "dạng: H15\nDang: H16", 5),
    # sections
    ("no-scam-section", "## Nếu đã lỡ\n\n" + LOST, "", 1),
    ("empty-scam-section", LOST, "", 29),
    ("unknown-scam-section", "## Dấu hiệu", "## Dấu chân", 11),
    ("doubled-scam-section", "## Câu hay gặp", "## Dấu hiệu", 17),
    ("not-a-scam-list", "1. Đừng trả tiền trước.", "Đừng trả tiền trước.\n\n1. Bắt gà.", 26),
    ("wrong-scam-count", PRICE, "", 11),
    ("wrong-scam-count", PRICE, PRICE + "- Gà đỏ.\n- Gà tía.\n- Gà ô.\n- Gà ri.\n", 11),
    ("wrong-scam-count", "- Còn đúng một con, người khác đang hỏi.\n", "", 17),
    ("wrong-scam-count", "2. Ra chợ xem gà.\n", "", 24),
    ("wrong-scam-count", LOST, LOST + "3. Nuôi gà.\n4. Nuôi vịt.\n5. Nuôi heo.\n", 29),
    ("empty-scam-item", PRICE, PRICE + "- …\n", 14),
    ("long-scam-item", PRICE, "- " + "Gà kêu cục tác. " * 11 + "\n", 13),
    ("scam-items-alike", PRICE, PRICE + "- Gà rẻ bằng nữa chợ\n", 14),
    # words
    ("unfilled", PRICE, "- [điền: giá gà]\n", 13),
    ("long-sentence", PRICE, "- " + "gà " * 21 + "\n", 13),
    ("long-sentence", "Còn đúng một con", "Còn đúng một con " + "gà " * 15, 22),
    ("no-tone-marks", PRICE, "- Ga nha em re lam.\n", 13),
    ("hard-word", PRICE, "- Bấm link mua gà.\n", 13),
    ("unknown-number", "gọi 113", "gọi 0912 345 678", 32),
    ("unknown-number", "người khác đang hỏi.", "gọi 0912 345 678.", 22),
    ("unknown-link", PRICE, "- Trang garevn.com khoe gà.\n", 13),
    ("unknown-link", "người khác đang hỏi.", "vào garevn.com.", 22),
    ("mixed-address", "1. Đừng trả tiền trước.", "1. Em hãy ra chợ.", 26),
]


@pytest.mark.parametrize(("code", "old", "new", "line"), SPOILT)
def test_a_mistake_is_named_with_its_line(code: str, old: str, new: str, line: int) -> None:
    assert (code, line) in found(spoilt(old, new))


@pytest.mark.parametrize(("code", "old", "new", "line"), SPOILT)
def test_every_mistake_says_what_to_write(code: str, old: str, new: str, line: int) -> None:
    mistakes = read_scam(spoilt(old, new), FILE, KNOWN)
    assert isinstance(mistakes, tuple)
    [message, *_] = [one.message for one in mistakes if one.code == code]
    assert re.search(r"[\w)”][.:?] \S.{8}", message)  # what is wrong, then what to write
    assert "\n" not in message
    assert len(message) <= 200


def test_every_kind_of_mistake_is_in_the_table() -> None:
    elsewhere = {"empty-scam", "doubled-scam-code", "unknown-scam-lesson", "scam-review-over"}
    assert {code for code, *_ in SPOILT} >= {str(code) for code in ScamMistake} - elsewhere


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert found(text) == [("empty-scam", 1)]


def test_all_that_is_missing_is_told_at_once() -> None:
    codes = [code for code, _ in found("# Giả gà\n")]
    assert set(codes) >= {"no-scam-id", "no-scam-code", "no-scam-audience", "no-source", "no-scam-reviewer"}
    assert codes.count("no-scam-section") == 4


def test_everything_in_the_file_is_in_the_type() -> None:
    assert good() == ScamType(
        code="H15",
        id="ga-gia",
        title="Giả người bán gà",
        audiences=frozenset({Audience.ELDER.value}),
        why="Gà thật thì cho xem gà.",
        signs=("Gà rẻ bằng nửa chợ.", "Bắt trả tiền trước.", "Không cho xem gà."),
        phrases=(
            "Ga nha em re lam bac oi.",
            "Bấm link … đặt cọc liền nha.",
            "Chuyển khoản đi, gà tự đi bộ tới nhà bác.",
            "Còn đúng một con, người khác đang hỏi.",
        ),
        now=("Đừng trả tiền trước.", "Ra chợ xem gà."),
        lost=("Gọi số ở mặt sau thẻ ngân hàng.", "Báo công an xã hoặc gọi 113."),
        lesson="mua-ga",
        source="Cẩm nang chợ quê, 2023",
    )


def test_a_type_may_go_without_the_reason_why_but_has_no_two() -> None:
    without, doubled = GOOD.replace("\n## Vì sao\n\n- Gà thật thì cho xem gà.\n", ""), f"{GOOD}- Gà giả thì không.\n"
    written = read_scam(without, FILE, KNOWN)
    assert isinstance(written, WrittenScam)
    assert written.scam.why == ""
    assert found(doubled) == [("wrong-scam-count", doubled[: doubled.index("## Vì sao")].count("\n") + 1)]


def test_it_is_known_who_signed_and_when() -> None:
    written = read_scam(GOOD, FILE, KNOWN)
    assert isinstance(written, WrittenScam)
    assert (written.reviewer, written.reviewed) == ("Ban biên tập Cầm Tay", date(2026, 11, 21))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dạng: H15", "Dang: h15"),
        ("## Dấu hiệu", "## dau hieu:"),
        ("- Bắt trả", "* Bắt trả"),
        ("1. Đừng trả", "- Đừng trả"),
        ("bài học: mua-ga\n", "bài học:\n"),
        ("Bắt trả tiền trước.", "Bắt trả\n  tiền trước."),
        ("- Còn đúng một con, người khác đang hỏi.", '- "Còn đúng một con, người khác đang hỏi."'),
    ],
)
def test_small_differences_are_taken_as_meant(old: str, new: str) -> None:
    assert found(spoilt(old, new)) == []


def test_a_type_without_a_lesson_has_none() -> None:
    assert good(spoilt("bài học: mua-ga\n", "")).lesson is None


def test_quotation_marks_inside_a_phrase_stay() -> None:
    text = spoilt("Còn đúng một con, người khác đang hỏi.", "Gà nhà em kêu “cục tác” hay lắm.")
    assert good(text).phrases[-1] == "Gà nhà em kêu “cục tác” hay lắm."


def test_no_sentence_speaks_of_lessons_where_a_scam_type_has_its_own() -> None:
    text = spoilt(PRICE, "- <b>Gà rẻ.</b>\n") + "\n# Nữa\n\n```\nx\n```\n"
    mistakes = read_scam(text, FILE, KNOWN)
    assert isinstance(mistakes, tuple)
    assert not [one.message for one in mistakes if "Bài học" in one.message or one.code is MistakeCode.HTML]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*GOOD.splitlines(), "> gà", "![](x)", "- ", "“", "***", "", "{", "# ", "## "])))
def test_any_text_is_a_type_or_has_mistakes(lines: list[str]) -> None:
    assert read_scam("\n".join(lines), FILE, KNOWN)
