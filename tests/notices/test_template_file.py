"""A Markdown text becomes a template, or every mistake in it with its line and what to write instead."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Mistake
from bot.notices.template import Blank, Template, Texts
from bot.notices.template_file import read_template, restore_template
from bot.notices.template_mistakes import TemplateMistake
from bot.notices.template_names import BlankKind
from broadcasts.notice import Level
from tests.notices.samples import FILE, GOOD, KNOWN, found, good, spoilt

LONG = "nước lên " * 12
BLANK = "- {nơi cao}: Bà con lên đâu? (ví dụ: sân trường trên đồi)\n"
HIGH = "(ví dụ: sân trường trên đồi)"
END = "\nThông báo vừa gửi là nhầm.\n"

SPOILT = [
    # the file as a whole
    ("no-template-title", "# Lũ quét\n", "\n", 1),
    ("deep-template-heading", "## Chuyện gì", "### Chuyện gì", 21),
    ("deep-template-heading", "## Chuyện gì", "# Chuyện gì", 21),
    ("stray-template-text", "ngày duyệt: 21/11/2026\n", "ngày duyệt: 21/11/2026\n\nMẫu này hay.\n", 11),
    ("template-markup", "ngày duyệt: 21/11/2026\n", "ngày duyệt: 21/11/2026\n\n![Suối](hinh/suoi.svg)\n", 11),
    ("template-markup", "Mưa rất to.", "> Mưa rất to.", 23),
    ("template-markup", "Mưa rất to.", "<b>Mưa rất to.</b>", 23),
    ("template-markup", "\n- Cần giúp", "\n***\n- Cần giúp", 28),
    ("control-character", "Mưa rất to.", "Mưa rất\u200b to.", 23),
    # header lines
    ("no-template-id", "mã: lu-quet\n", "", 1),
    ("bad-id", "mã: lu-quet", "mã: Lũ quét", 3),
    ("no-level", "mức: khẩn cấp\n", "", 1),
    ("bad-level", "mức: khẩn cấp", "mức: rất gấp", 4),
    ("no-event", "sự kiện: lũ quét\n", "", 1),
    ("bad-event", "sự kiện: lũ quét", "sự kiện: " + LONG, 5),
    ("no-hours", "thời hạn: 12 giờ\n", "", 1),
    ("bad-hours", "thời hạn: 12 giờ", "thời hạn: một lát", 6),
    ("bad-hours", "thời hạn: 12 giờ", "thời hạn: 0 giờ", 6),
    ("bad-hours", "thời hạn: 12 giờ", "thời hạn: 73 giờ", 6),
    ("no-source", "nguồn: Quyết định 18/2021/QĐ-TTg\n", "", 1),
    ("half-reviewed", "người duyệt: Ban biên tập Cầm Tay\n", "", 8),
    ("half-reviewed", "ngày duyệt: 21/11/2026\n", "", 8),
    ("bad-review-date", "21/11/2026", "hôm qua", 9),
    ("unknown-header", "mức: khẩn cấp", "mứt: dừa\nmức: khẩn cấp", 4),
    ("doubled-header", "mức: khẩn cấp", "mức: khẩn cấp\nMuc: ưu tiên", 5),
    # sections
    ("no-section", "## Đính chính\n\nĐính chính: không có lũ quét ở {xã}", "", 1),
    ("empty-section", "Lũ quét sắp về {suối nào}\n", "", 17),
    ("unknown-section", "## Chuyện gì", "## Chuyện vui", 21),
    ("doubled-section", "## Chuyện gì", "## Tiêu đề", 21),
    ("not-three-parts", END, "", 38),
    ("not-three-parts", END, END + END, 38),
    # blanks
    ("not-a-list", BLANK, BLANK + "\nÔ thứ tư: Hỏi gì?\n", 17),
    ("blank-count", BLANK, "", 11),
    ("blank-count", BLANK, BLANK + "".join(f"- ô {n}: Hỏi gì? (ví dụ: gà)\n" for n in "ABC"), 11),
    ("bad-blank", BLANK, BLANK + "- Bà con lên đâu?\n", 16),
    ("no-example", HIGH, "", 15),
    ("no-example", HIGH, "(ví dụ: )", 15),
    ("bad-example", HIGH, "(số) (ví dụ: trên đồi)", 15),
    ("bad-example", HIGH, "(đến 5 ký tự) (ví dụ: trên đồi)", 15),
    ("bad-example", "(ví dụ: 2h ngày 22/11)", "(ví dụ: tối nay)", 14),
    ("bad-example", HIGH, "(chọn: trên đồi | trên núi) (ví dụ: dưới suối)", 15),
    ("bad-kind", HIGH, "(ngày) (ví dụ: 22/11)", 15),
    ("bad-kind", HIGH, "(đến 999 ký tự) (ví dụ: trên đồi)", 15),
    ("few-choices", HIGH, "(chọn: trên đồi)", 15),
    ("few-choices", HIGH, "(chọn: a | b | c | d | e | g)", 15),
    ("choices-alike", HIGH, "(chọn: đồi | dơi | doi)", 15),
    ("given-blank", BLANK, BLANK + "- {xã}: Xã nào? (ví dụ: xã Tân Thành)\n", 16),
    ("doubled-blank", BLANK, BLANK + BLANK, 16),
    ("unused-blank", BLANK, BLANK + "- {ai}: Hỏi ai? (ví dụ: trưởng thôn)\n", 16),
    ("unknown-blank", "lên {nơi cao} ngay", "lên {nơi cáo} ngay", 27),
    ("unknown-blank", "lên {nơi cao} ngay", "lên {nơi cao} ngay, {}", 27),
    ("later-blank", "nước suối đã rút", "nước {suối nào} đã rút", 34),
    ("loose-brace", "lên {nơi cao} ngay", "lên {nơi cao} {ngay", 27),
    ("loose-brace", "lên {nơi cao} ngay", "lên {nơi cao}} ngay", 27),
    # words
    ("unfilled", "Mưa rất to.", "[điền: mưa thế nào]", 23),
    ("long-sentence", "Mưa rất to.", LONG + ".", 23),
    ("hard-word", "Mưa rất to.", "Xem app nhé.", 23),
    ("unknown-number", "Cần giúp, gọi {liên hệ}", "Cần giúp, gọi 0912 345 678 hoặc {liên hệ}", 28),
    ("unknown-link", "Mưa rất to.", "Xem muato.vn.", 23),
    ("headline-too-long", "Lũ quét sắp về {suối nào}", "Lũ quét, " + LONG[:60] + "{suối nào}", 17),
    ("headline-too-long", "Hết nguy cơ lũ quét ở {xã}", "Hết " + LONG[:70] + "{xã}", 30),
    ("short-form-too-long", "- Rời bờ", "- Đừng chờ thấy nước lên mới đi.\n" * 8 + "- Rời bờ", 17),
]


@pytest.mark.parametrize(("code", "old", "new", "line"), SPOILT)
def test_a_mistake_is_named_with_its_line(code: str, old: str, new: str, line: int) -> None:
    assert (code, line) in found(spoilt(old, new))


@pytest.mark.parametrize(("code", "old", "new", "line"), SPOILT)
def test_every_mistake_says_what_to_write(code: str, old: str, new: str, line: int) -> None:
    mistakes = read_template(spoilt(old, new), FILE, KNOWN)
    assert isinstance(mistakes, tuple)
    [message, *_] = [one.message for one in mistakes if one.code == code]
    assert re.search(r"[\w)][.:?] \S.{8}", message)  # what is wrong, then what to write
    assert "\n" not in message
    assert len(message) <= 200


def test_every_kind_of_mistake_is_in_the_table() -> None:
    elsewhere = {"empty-template", "doubled-template-id", "template-review-over", "template-wording"}
    assert {code for code, *_ in SPOILT} >= {str(code) for code in TemplateMistake} - elsewhere


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert found(text) == [("empty-template", 1)]


def test_all_that_is_missing_is_told_at_once() -> None:
    codes = {code for code, _ in found("# Lũ quét\n")}
    assert codes >= {"no-template-id", "no-level", "no-event", "no-hours", "no-source", "no-section"}
    assert len([code for code, _ in found("# Lũ quét\n") if code == "no-section"]) == 6


def test_everything_in_the_file_is_in_the_template() -> None:
    template = good()
    assert (template.id, template.title, template.event) == ("lu-quet", "Lũ quét", "lũ quét")
    assert (template.level, template.lasts) == (Level.URGENT, timedelta(hours=12))
    assert template.sources == ("Quyết định 18/2021/QĐ-TTg",)
    assert (template.reviewer, template.reviewed, template.approved) == (
        "Ban biên tập Cầm Tay",
        date(2026, 11, 21),
        True,
    )
    assert template.blanks == (
        Blank("suối nào", "Lũ theo suối nào?", "suối Nậm Mu", longest=25),
        Blank("lúc đến", "Lũ đến lúc nào?", "2h ngày 22/11", BlankKind.MOMENT),
        Blank("nơi cao", "Bà con lên đâu?", "sân trường trên đồi"),
    )
    assert template.texts == Texts(
        "Lũ quét sắp về {suối nào}",
        "Mưa rất to. Lũ quét đổ về {suối nào}, {xã}, lúc {lúc đến}.",
        "Rời bờ suối, lên {nơi cao} ngay.\nCần giúp, gọi {liên hệ}.",
    )
    assert template.all_clear == Texts(
        "Hết nguy cơ lũ quét ở {xã}", "{cơ quan} báo: nước suối đã rút.", "Bà con về nhà được rồi."
    )
    assert template.correction.headline == "Đính chính: không có lũ quét ở {xã}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- {nơi cao}: Bà", "- nơi cao: Bà"),
        ("- {nơi cao}: Bà", "- { Nơi  cao }: Bà"),
        ("lên {nơi cao} ngay", "lên { NƠI CAO } ngay"),
        ("## Ô cần điền", "## o can dien:"),
        ("mức: khẩn cấp", "Muc: KHẨN CẤP"),
        ("thời hạn: 12 giờ", "thời hạn: 12h"),
        ("- Rời bờ", "* Rời bờ"),
        (HIGH, "(chữ) (vd: sân trường trên đồi)"),
        ("Lũ theo suối nào?", "Lũ theo suối nào (kể cả suối cạn)?"),
    ],
)
def test_small_differences_are_taken_as_meant(old: str, new: str) -> None:
    assert found(spoilt(old, new)) == []


def test_a_choice_needs_no_example() -> None:
    [*_, blank] = good(spoilt(HIGH, "(chọn: đồi sau trường | nhà văn hóa)")).blanks
    assert (blank.kind, blank.choices) == (BlankKind.CHOICE, ("đồi sau trường", "nhà văn hóa"))
    assert blank.example == "đồi sau trường"


def test_a_template_that_nobody_has_signed_for_is_not_approved() -> None:
    text = spoilt("người duyệt: Ban biên tập Cầm Tay\nngày duyệt: 21/11/2026\n", "")
    assert not good(text).approved


def test_a_changed_word_is_another_version() -> None:
    assert good().version != good(spoilt("Mưa rất to.", "Mưa to.")).version
    assert good().version == good(GOOD.replace("\n", "\r\n")).version


def test_no_sentence_speaks_of_lessons_where_a_template_has_its_own() -> None:
    text = spoilt("Mưa rất to.", "<b>Mưa rất to.</b>") + "\n# Nữa\n\n```\nx\n```\n"
    mistakes = read_template(text, FILE, KNOWN)
    assert isinstance(mistakes, tuple)
    assert not [one.message for one in mistakes if "Bài học" in one.message or one.code is MistakeCode.HTML]


def test_a_kept_version_is_read_again_whatever_the_rules_are_now() -> None:
    assert restore_template(GOOD) == good()
    hard = spoilt("Mưa rất to.", "Xem app nhé.")
    assert found(hard)
    assert restore_template(hard)
    assert restore_template("gì đó") is None


LINES = st.lists(st.sampled_from([*GOOD.splitlines(), "", "{", "- a: b (c)", "## x", "> y", "```", "<b>"]), max_size=40)


@settings(max_examples=60)
@given(LINES.map("\n".join) | st.text())
def test_whatever_the_text_it_is_a_template_or_mistakes(text: str) -> None:
    match read_template(text, FILE, KNOWN):
        case Template() as template:
            assert template.blanks
        case mistakes:
            assert mistakes
            assert all(isinstance(one, Mistake) and 1 <= one.line <= len(text.splitlines()) + 1 for one in mistakes)
