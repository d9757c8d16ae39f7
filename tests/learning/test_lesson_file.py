"""A Markdown text becomes a lesson, whatever editor it came from, and nothing makes the reader fall over."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.learning.course_file import Heading, read_heading
from bot.learning.lesson import Audience, Lesson, Picture
from bot.learning.lesson_file import NotALesson, Place, restore_lesson
from bot.learning.lesson_text import version_of
from bot.learning.mistakes import Mistake
from tests.learning.samples import GOOD, PLACE, found, good, read, spoilt

SHIPPED = sorted(Path(__file__).parents[2].glob("lessons/khoa-hoc/*/*.md"))
REAL = [GOOD, *(path.read_text("utf-8") for path in SHIPPED)]


def test_everything_in_the_file_is_in_the_lesson() -> None:
    lesson = good()
    assert (lesson.id, lesson.language, lesson.course) == ("dung-hoi-goi-lai", "vi", "nguoi-cao-tuoi")
    assert lesson.title == "Dừng lại – Hỏi – Gọi lại"
    assert lesson.audiences == {Audience.ELDER, Audience.ADULT}
    assert lesson.minutes == 3
    assert lesson.topics == ("lừa đảo", "cuộc gọi lạ")
    assert lesson.sources == ("Cẩm nang phòng lừa đảo, 2023", "Công an xã")
    assert (lesson.reviewer, lesson.reviewed) == ("Ban biên tập Cầm Tay", date(2026, 11, 21))
    assert lesson.picture == Picture("hinh/dat-may.svg", "Bà cụ đặt điện thoại xuống, thở sâu")


@pytest.mark.parametrize(
    ("written", "harmless"),
    [
        ("không", set()),
        ("KHÔNG.", set()),
        ("câu 1", {0}),
        ("Câu 1", {0}),
        ("1", {0}),
        ("cau 1, cau 3", {0, 2}),
        ("1; 3", {0, 2}),
        ("câu 1 và câu 3", {0, 2}),
    ],
)
def test_the_harmless_questions_are_named_by_their_numbers(written: str, harmless: set[int]) -> None:
    text = spoilt("tin lành: không", f"tin lành: {written}")
    assert restore_lesson(text, PLACE.course, PLACE.language).harmless == harmless


def test_scams_and_skills_are_named_where_there_are_any() -> None:
    lesson = good(spoilt("tin lành: không", "tin lành: không\ndạng lừa đảo: H14, n1\nkỹ năng: gọi lại, hỏi con"))
    assert (lesson.scams, lesson.skills) == (("H14", "N1"), ("gọi lại", "hỏi con"))
    assert (good().scams, good().skills) == ((), ())


@pytest.mark.parametrize(("reviewed", "before"), [("21/11/2026", (2027, 11, 21)), ("29/2/2028", (2029, 2, 28))])
def test_a_lesson_is_to_be_read_over_after_a_year(reviewed: str, before: tuple[int, int, int]) -> None:
    assert good(spoilt("21/11/2026", reviewed)).review_before == date(*before)


def test_a_version_from_before_the_line_of_harmless_tidings_is_still_read() -> None:
    text = spoilt("tin lành: không\n", "")
    assert found(text) == [("no-harmless", 1)]
    assert restore_lesson(text, PLACE.course, PLACE.language).harmless == frozenset()


def test_a_card_is_its_heading_and_plain_text() -> None:
    story, steps = good().cards
    assert story.title == "Chuyện của bà Sáu"
    assert story.text == "Chiều qua có người lạ gọi cho bà Sáu.\nBà đặt máy xuống, uống ngụm nước."
    assert steps.text == (
        "Bác nhớ ba việc:\n\n1. Dừng lại, thở sâu.\n2. Hỏi con cháu.\n3. Gọi lại số đã lưu, hoặc gọi 113."
    )


def test_a_question_has_answers_with_reasons_and_an_explanation() -> None:
    (question,) = good().questions
    assert question.title == "Câu 1. Một số lạ nhắn cho bác"
    assert question.text == "“Bac oi, bam vao link nay de nhan qua.”\nBác làm gì?"
    assert [answer.text for answer in question.answers] == ["Đọc mã cho họ", "Tắt máy, gọi cho con", "Bấm vào xem thử"]
    assert [answer.why for answer in question.answers] == ["Mã là chìa khóa, đưa mã là đưa tiền.", "", ""]
    assert question.right == 1
    assert question.explanation == "Người thật không bao giờ đòi mã của bác."


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("uống ngụm nước", "uống **ngụm** *nước*", "uống ngụm nước."),
        ("uống ngụm nước", "uống 3\\*4 ngụm", "uống 3*4 ngụm."),
        (
            "uống ngụm nước",
            "vào [Vietcombank](https://vietcombank.com.vn)",
            "vào Vietcombank (https://vietcombank.com.vn).",
        ),
        ("uống ngụm nước", "vào <https://vietcombank.com.vn>", "vào https://vietcombank.com.vn."),
        ("uống ngụm nước", "vào dichvucong.gov.vn", "vào dichvucong.gov.vn."),
        ("uống ngụm nước", "gọi 1800 1008", "gọi 1800 1008."),
        ("uống ngụm nước", "trả 500.000.000 đồng ngày 01-02-2026", "trả 500.000.000 đồng ngày 01-02-2026."),
        ("uống ngụm nước", "xem mã 0912xx và tệp bai.pdf", "xem mã 0912xx và tệp bai.pdf."),
        ("uống ngụm nước", "bấm nút “Link”", "bấm nút “Link”."),
        ("uống ngụm nước", "a < b & c", "a < b & c."),
        ("uống ngụm nước", "thăm nhà 👨‍👩‍👧", "thăm nhà 👨‍👩‍👧."),
    ],
)
def test_what_stands_on_a_card_is_plain(old: str, new: str, text: str) -> None:
    assert good(spoilt(old, new)).cards[0].text.endswith(text)


@pytest.mark.parametrize("written", ["[Nghe]({})", "[Nghe bác Sáu kể]({})", "[**Nghe**]({})", "[]({})", "[a\nb]({})"])
def test_a_card_may_be_read_aloud(written: str) -> None:
    link = written.format("tieng/ba-sau.m4a")
    lesson = good(spoilt("\n## Ba", f"\n{link}\n\n## Ba"))
    assert lesson.cards[0].recording == "tieng/ba-sau.m4a"
    assert lesson.cards[0].text == good().cards[0].text
    assert not lesson.cards[1].recording


def test_a_recording_may_stand_anywhere_in_its_card() -> None:
    lesson = good(spoilt("Bà đặt máy xuống", "[Nghe](tieng/ba-sau.m4a)\nBà đặt máy xuống"))
    assert lesson.cards[0].recording == "tieng/ba-sau.m4a"
    assert "Nghe" not in lesson.cards[0].text


def test_a_question_may_be_read_aloud_before_or_after_its_answers() -> None:
    for old in ("\n- [ ] Đọc", "\n> Người"):
        lesson = good(spoilt(old, f"\n[Nghe](tieng/ba-sau.m4a)\n{old}"))
        assert lesson.questions[0].recording == "tieng/ba-sau.m4a"
        assert lesson.questions[0].text == good().questions[0].text


def test_a_kept_version_has_its_recording_wherever_the_file_is_now() -> None:
    text = spoilt("\n## Ba", "\n[Nghe](tieng/mat-roi.m4a)\n\n## Ba")
    assert restore_lesson(text, "nguoi-cao-tuoi", "vi").cards[0].recording == "tieng/mat-roi.m4a"
    text = spoilt("\n## Ba", "\n[Nghe](https://a.vn/x.mp3)\n\n## Ba")
    assert restore_lesson(text, "nguoi-cao-tuoi", "vi").cards[0].recording == ""


def test_a_picture_may_stand_anywhere_in_its_card() -> None:
    lesson = good(spoilt("Bà đặt máy xuống", "![Bà cụ cười](hinh/dat-may.svg)\nBà đặt máy xuống"))
    assert lesson.cards[0].picture == Picture("hinh/dat-may.svg", "Bà cụ cười")
    assert "Bà đặt máy xuống" in lesson.cards[0].text
    assert "hinh/" not in lesson.cards[0].text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mã: dung", "ma : dung"),
        ("đối tượng: người cao tuổi", "Doi tuong: nguoi cao tuoi"),
        ("người duyệt: Ban", "NGƯỜI DUYỆT:Ban"),
        ("3 phút", "3"),
        ("21/11/2026", "21/11/2026  "),
        ("\nthời gian", "\n\nthời gian"),
        ("- [x] Tắt", "* [ X ] Tắt"),
        ("- [ ] Đọc", "-   [] Đọc"),
    ],
)
def test_small_differences_in_writing_are_taken_as_meant(old: str, new: str) -> None:
    lesson = good(spoilt(old, new))
    assert lesson.questions[0].right in (0, 1)
    assert lesson.audiences >= {Audience.ELDER}


def test_everybody_is_all_three_audiences() -> None:
    assert good(spoilt("người cao tuổi, người lớn", "mọi người")).audiences == set(Audience)


def test_a_question_may_be_all_in_its_title() -> None:
    text = spoilt("“Bac oi, bam vao link nay de nhan qua.”\nBác làm gì?\n\n", "")
    assert good(text).questions[0].text == ""


def test_four_answers_are_the_most() -> None:
    text = spoilt("- [ ] Bấm vào", "- [ ] Hỏi lại họ\n- [ ] Bấm vào")
    assert len(good(text).questions[0].answers) == 4


def test_the_tone_rules_are_for_vietnamese_only() -> None:
    text = spoilt("Bác nhớ ba việc:", "Remember these three things, open the link:")
    assert good(text, Place("a.en.md", "a", "en")).language == "en"
    assert {code for code, _ in found(text)} == {"hard-word", "no-tone-marks"}


def test_other_editors_write_the_same_version() -> None:
    same = [unicodedata.normalize("NFD", GOOD), GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD, GOOD.replace("\n", "\r")]
    lessons = [good(text) for text in same]
    assert lessons == [good()] * len(same)
    assert good().version == version_of(GOOD)
    assert len(good().version) == 16
    assert good(GOOD.replace("thở sâu.", "thở thật sâu.")).version != good().version


def test_a_kept_version_is_read_again_whatever_stands_around_it_now() -> None:
    for old, new in [("hinh/dat-may.svg", "hinh/mat-roi.svg"), ("uống ngụm nước", "mở link quatang.xyz")]:
        text = spoilt(old, new)
        assert isinstance(read(text), tuple)
        lesson = restore_lesson(text, "nguoi-cao-tuoi", "vi")
        assert lesson.version == version_of(text)
        assert len(lesson.questions) == 1
    assert restore_lesson(GOOD, PLACE.course, PLACE.language) == good()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A",
        GOOD.replace("- [x]", "- [ ]"),
        GOOD.replace("mã:", "mả số:"),
        GOOD + "\n## Câu 2. Còn gì nữa?\n\nKhông có gì.\n",
    ],
)
def test_what_never_was_a_lesson_is_not_read_again(text: str) -> None:
    with pytest.raises(NotALesson):
        restore_lesson(text, "nguoi-cao-tuoi", "vi")


def test_a_course_has_a_title_and_audiences() -> None:
    assert read_heading("# Bác vui\n\ndoi tuong: mọi người\n", "khoa.md") == Heading("Bác vui", frozenset(Audience))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["empty-file"]),
        ("đối tượng: trẻ em", ["no-title"]),
        ("# Bác vui", ["no-audience"]),
        ("# Bác vui\n\nđối tượng: mèo\nmã: x", ["bad-audience", "unknown-header"]),
    ],
)
def test_a_course_with_mistakes(text: str, codes: list[str]) -> None:
    mistakes = read_heading(text, "khoa.md")
    assert isinstance(mistakes, tuple)
    assert [str(one.code) for one in mistakes] == codes


LINES = st.sampled_from([line for text in REAL for line in text.split("\n")])
SIGNS = st.sampled_from(
    ["# ", "## ", "> ", "- [x] ", "- [ ]", "  > ", "mã:", "![a](", "](hinh/", "---", "<b>", "“", "\n"]
)


@settings(deadline=None)
@given(st.text() | st.lists(SIGNS | LINES | st.text(max_size=5)).map("\n".join) | st.lists(SIGNS).map("".join))
def test_any_text_gives_a_lesson_or_mistakes(text: str) -> None:
    _is_told(text)


@settings(deadline=None)
@given(data=st.data(), text=st.sampled_from(REAL))
def test_any_edit_of_a_real_lesson_gives_a_lesson_or_mistakes(data: st.DataObject, text: str) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 60)))
        text = text[:start] + data.draw(SIGNS | st.text(max_size=4)) + text[end:]
    _is_told(text)


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_course_or_mistakes(text: str) -> None:
    assert read_heading(text, "khoa.md")


def _is_told(text: str) -> None:
    lesson = read(text)
    if isinstance(lesson, Lesson):
        assert restore_lesson(text, PLACE.course, PLACE.language) == lesson
        assert lesson.cards
        assert all(0 <= question.right < len(question.answers) <= 4 for question in lesson.questions)
        return
    assert lesson
    lines = text.count("\n") + text.count("\r") + 1
    assert all(isinstance(one, Mistake) and 1 <= one.line <= lines and one.message for one in lesson)
    assert [one.line for one in lesson] == sorted(one.line for one in lesson)
