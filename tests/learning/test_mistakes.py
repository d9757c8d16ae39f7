"""Every mistake a lesson file can have: its code, its line, and a sentence that says what to write instead."""

import pytest

from bot.learning.mistake_codes import MistakeCode
from bot.learning.mistakes import Findings, Mistake, mistake
from bot.translations import Words
from tests.learning.samples import GOOD, found, read, spoilt

ANSWERS = GOOD[GOOD.index("- [ ] Đọc") : GOOD.index("\n> Người")]
QUESTION = GOOD[GOOD.index("## Câu 1") :]
CARD = GOOD[GOOD.index("Bác nhớ ba việc:") : GOOD.index("## Câu 1")]
THREE = GOOD + "".join(f"\n{QUESTION.replace('Câu 1', f'Câu {n}')}" for n in (2, 3))
ELDERS = GOOD.replace("người cao tuổi, người lớn", "người cao tuổi")
TWENTY = "Bà con ơi, sáng mai loa xã báo gì thì mình nghe kỹ rồi nhắn lại cho nhau cùng biết.\n"
TWENTY_ONE = "Bác ơi " + "bà con mình " * 6 + "nhớ nhé."
LONG_TEXT = "Bác nhớ gọi lại cho con. " * 15

SPOILT = [
    # title and header
    ("no-title", "# Dừng lại – Hỏi – Gọi lại\n", "\n", 1),
    ("no-title", "# Dừng lại – Hỏi – Gọi lại\n", "#\n", 1),
    ("two-titles", "## Ba việc cần làm", "# Ba việc cần làm", 19),
    ("deep-heading", "## Ba việc cần làm", "### Ba việc cần làm", 19),
    ("heading-space", "Chiều qua có người", "##Chiều qua có người", 16),
    ("text-too-long", "# Dừng lại – Hỏi – Gọi lại", "# Dừng lại, " + "nghiêng " * 10 + "người", 1),
    ("no-id", "mã: dung-hoi-goi-lai\n", "", 1),
    ("no-id", "mã: dung-hoi-goi-lai\n", "mã:\n", 3),
    ("no-audience", "đối tượng: người cao tuổi, người lớn\n", "", 1),
    ("no-minutes", "thời gian: 3 phút\n", "", 1),
    ("no-topic", "chủ đề: lừa đảo, cuộc gọi lạ\n", "", 1),
    ("no-source", "nguồn: Cẩm nang phòng lừa đảo, 2023; Công an xã\n", "", 1),
    ("no-reviewer", "người duyệt: Ban biên tập Cầm Tay\n", "", 1),
    ("no-review-date", "ngày duyệt: 21/11/2026\n", "", 1),
    ("bad-id", "mã: dung-hoi-goi-lai", "mã: Dừng hỏi gọi lại", 3),
    ("bad-id", "mã: dung-hoi-goi-lai", "mã: " + "dung-" * 10 + "lai", 3),
    ("bad-audience", "người cao tuổi, người lớn", "người cao tuổi, mèo", 4),
    ("bad-audience", "người cao tuổi, người lớn", "người cao tuổi, người cao tuổi", 4),
    ("bad-minutes", "3 phút", "một lát", 5),
    ("bad-minutes", "3 phút", "0 phút", 5),
    ("bad-minutes", "3 phút", "90 phút", 5),
    ("bad-topic", "lừa đảo, cuộc gọi lạ", "lừa đảo,, cuộc gọi lạ", 6),
    ("bad-topic", "lừa đảo, cuộc gọi lạ", "lừa đảo qua cuộc gọi lạ và tin nhắn lạ trên điện thoại", 6),
    ("bad-source", "Cẩm nang phòng lừa đảo, 2023; Công an xã", "?; 2023", 7),
    ("bad-reviewer", "Ban biên tập Cầm Tay", "-", 8),
    ("bad-review-date", "21/11/2026", "31/2/2026", 9),
    ("bad-review-date", "21/11/2026", "2026-11-21", 9),
    ("no-harmless", "tin lành: không\n", "", 1),
    ("no-harmless", "tin lành: không", "tin lành:", 10),
    ("bad-harmless", "tin lành: không", "tin lành: câu hai", 10),
    ("bad-harmless", "tin lành: không", "tin lành: câu 0", 10),
    ("harmless-question", "tin lành: không", "tin lành: câu 1, câu 2", 10),
    ("bad-scams", "tin lành: không", "tin lành: không\ndạng lừa đảo: giả công an", 11),
    ("unknown-scam", "tin lành: không", "tin lành: không\ndạng lừa đảo: H14, H99", 11),
    ("bad-skills", "tin lành: không", "tin lành: không\nkỹ năng: gọi lại,, hỏi con", 11),
    ("unfilled", "tin lành: không", "tin lành: không\nkỹ năng: [điền: vài chữ]", 11),
    ("unknown-header", "chủ đề: lừa", "tác giả: Bà Sáu\nchủ đề: lừa", 6),
    ("doubled-header", "chủ đề: lừa", "thoi gian: 4 phút\nchủ đề: lừa", 6),
    ("stray-text", "\n![Bà", "\nBài này cho bà con.\n\n![Bà", 12),
    ("stray-text", "\n![Bà", "\n- bài này\n\n![Bà", 12),
    ("unfilled", "Ban biên tập Cầm Tay", "[điền: tên người duyệt]", 8),
    ("unfilled", "Bà đặt máy xuống, uống ngụm nước.", "[điền: bà làm gì]", 17),
    # cards
    ("no-heading", "## Ba việc cần làm", "##", 19),
    ("empty-card", CARD, "", 19),
    ("card-too-long", "Chiều qua có người lạ gọi cho bà Sáu.", LONG_TEXT, 14),
    ("stray-quote", "Bác nhớ ba việc:", "> Bác nhớ ba việc.\n\nBác nhớ:", 21),
    ("nested-block", "2. Hỏi con cháu.", "2. Hỏi con cháu.\n   - hỏi chị Ba", 25),
    ("nested-block", "2. Hỏi con cháu.", "2. Hỏi con cháu.\n\n   Rồi hỏi chị Ba.", 26),
    ("nested-block", "> Người thật không", "> - Người thật không", 37),
    ("code-block", "Bác nhớ ba việc:", "```\nx = 1\n```\n\nBác nhớ ba việc:", 21),
    ("rule-line", "Bác nhớ ba việc:", "---\n\nBác nhớ ba việc:", 21),
    ("html", "uống ngụm nước", "uống <b>ngụm nước", 17),
    ("html", "Bác nhớ ba việc:", "<div>\n\nBác nhớ ba việc:", 21),
    ("html", "Bác nhớ ba việc:", "<!-- sửa sau -->\n\nBác nhớ ba việc:", 21),
    # questions
    ("no-questions", QUESTION, "", 1),
    ("no-answers", ANSWERS, "- Đọc mã\n- Tắt máy\n", 27),
    ("bad-answer", "- [ ] Bấm vào xem thử", "- Bấm vào xem thử", 35),
    ("bad-answer", ANSWERS, "-[ ] Đọc mã cho họ\n", 32),
    ("empty-answer", "- [ ] Bấm vào xem thử", "- [ ]", 35),
    ("too-few-answers", ANSWERS, "- [x] Tắt máy\n", 27),
    ("too-many-answers", "- [ ] Bấm vào xem thử", "- [ ] Hỏi lại họ\n- [ ] Chờ mai\n- [ ] Bấm vào xem thử", 27),
    ("no-right-answer", "- [x] Tắt máy", "- [ ] Tắt máy", 32),
    ("several-right-answers", "- [ ] Bấm vào xem thử", "- [X] Bấm vào xem thử", 35),
    ("answers-alike", "- [ ] Bấm vào xem thử", "- [ ] Tật may, gọi cho còn", 35),
    ("no-explanation", "\n> Người thật không bao giờ đòi mã của bác.\n", "", 27),
    ("text-after-answers", "\n> Người thật", "\nBác nhớ nhé.\n\n> Người thật", 37),
    ("text-after-answers", "> Người thật", "Người thật", 37),
    ("text-too-long", "“Bac oi, bam vao link nay de nhan qua.”", LONG_TEXT, 27),
    ("text-too-long", "Bấm vào xem thử", "Bấm vào xem thử. " + "Rồi bấm tiếp. " * 7, 35),
    ("text-too-long", "Mã là chìa khóa, đưa mã là đưa tiền.", LONG_TEXT, 33),
    ("text-too-long", "Người thật không bao giờ đòi mã của bác.", LONG_TEXT, 37),
    # words
    ("long-sentence", "Bà đặt máy xuống, uống ngụm nước.", TWENTY_ONE, 17),
    ("no-tone-marks", "Bác nhớ ba việc:", "Bac nho ba viec:", 21),
    ("no-tone-marks", "Tắt máy, gọi cho con", "Tat may, goi cho con", 34),
    ("hard-word", "uống ngụm nước", "uống nước, mở Link", 17),
    ("hard-word", "uống ngụm nước", "mở máy đa  nền\ntảng", 17),
    ("unknown-link", "uống ngụm nước", "vào https://vietcombank.com.vn.evil.com/a", 17),
    ("unknown-link", "uống ngụm nước", "vào trang quatang.xyz", 17),
    ("unknown-link", "uống ngụm nước", "vào [trang này](https://quatang.example/a)", 17),
    ("unknown-link", "nay de nhan qua", "qua-tang.top de nhan qua", 29),
    ("unknown-number", "hoặc gọi 113", "hoặc gọi 0912 345 678", 25),
    ("unknown-number", "hoặc gọi 113", "hoặc gọi số 911", 25),
    ("unknown-number", "hoặc gọi 113", "hoặc +84-24-3826-1234", 25),
    # pictures
    ("picture-missing", "hinh/dat-may.svg", "hinh/khong-co.svg", 12),
    ("picture-no-alt", "Bà cụ đặt điện thoại xuống, thở sâu", "", 12),
    ("picture-type", "hinh/dat-may.svg", "hinh/tai-lieu.pdf", 12),
    ("picture-too-large", "hinh/dat-may.svg", "hinh/lon.png", 12),
    ("picture-path", "hinh/dat-may.svg", "hinh/../dat-may.svg", 12),
    ("picture-path", "hinh/dat-may.svg", "../hinh/dat-may.svg", 12),
    ("picture-path", "hinh/dat-may.svg", "/hinh/dat-may.svg", 12),
    ("picture-path", "hinh/dat-may.svg", "hinh/%2e%2e/dat-may.svg", 12),
    ("picture-path", "hinh/dat-may.svg", "https://example.com/dat-may.svg", 12),
    ("picture-path", "hinh/dat-may.svg", "javascript:alert.svg", 12),
    ("picture-path", "hinh/dat-may.svg", "dat-may.svg", 12),
    ("two-pictures", "\n## Chuyện", "\n![Bà cụ cười](hinh/dat-may.svg)\n\n## Chuyện", 14),
    # recordings
    ("recording-missing", "\n## Ba", "\n[Nghe](tieng/khong-co.ogg)\n\n## Ba", 19),
    ("not-a-recording", "\n## Ba", "\n[Nghe](tieng/trang.ogg)\n\n## Ba", 19),
    ("recording-ending", "\n## Ba", "\n[Nghe](tieng/doi-ten.mp3)\n\n## Ba", 19),
    ("recording-too-large", "\n## Ba", "\n[Nghe](tieng/dai.ogg)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](tieng/../ba-sau.m4a)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](ba-sau.m4a)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](/tieng/ba-sau.m4a)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](https://a.vn/ba-sau.mp3)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](tieng/bà-sáu.m4a)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](tieng/bà sáu.m4a)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](tieng/ba-sau.wav)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](<tieng\\ba-sau.m4a>)\n\n## Ba", 19),
    ("recording-path", "\n## Ba", "\n[Nghe](tieng/%2e%2e/ba-sau.m4a)\n\n## Ba", 19),
    ("recording-as-picture", "\n## Ba", "\n![Nghe](tieng/ba-sau.m4a)\n\n## Ba", 19),
    ("two-recordings", "\n## Ba", "\n[Nghe](tieng/ba-sau.m4a)\n\n[Nghe](tieng/ba-sau.m4a)\n\n## Ba", 21),
    ("stray-text", "\n![Bà", "\n[Nghe](tieng/ba-sau.m4a)\n\n![Bà", 12),
    ("nested-block", "2. Hỏi con cháu.", "2. Hỏi con cháu. [Nghe](tieng/ba-sau.m4a)", 24),
    ("nested-block", "## Ba việc cần làm", "## Ba việc cần làm [Nghe](tieng/ba-sau.m4a)", 19),
    # hidden characters
    ("control-character", "uống ngụm", "uống\u200b ngụm", 17),
    ("control-character", "uống ngụm", "uống\x07 ngụm", 17),
    ("control-character", "uống ngụm", "uống\u202e ngụm", 17),
]
WHOLE = [
    ("empty-file", "", 1),
    ("empty-file", " \n\t\n", 1),
    ("front-matter", "---\ntitle: x\n---\n" + GOOD, 1),
    ("front-matter", "\n+++\ntitle = 1\n+++\n" + GOOD, 2),
    ("text-too-long", GOOD + "\n" + "bác ơi\n" * 5000, 39),
    ("none-harmless", THREE, 10),
    ("all-harmless", THREE.replace("tin lành: không", "tin lành: 1, 2, 3"), 10),
    ("mixed-address", ELDERS.replace("Bác làm gì?", "Bạn làm gì?"), 30),
    ("hard-to-read", ELDERS.replace("Bác nhớ ba việc:", TWENTY * 3).replace("Chiều qua", f"{TWENTY * 3}Chiều qua"), 1),
    ("no-cards", GOOD[: GOOD.index("## Chuyện")] + QUESTION, 1),
]
# Found elsewhere: by the bytes, by the folder, by its tables, by what stands in two lessons, by the day of the check.
ELSEWHERE = {
    "too-large",
    "wrong-encoding",
    "unreadable",
    "outside-folder",
    "wrong-file-name",
    "outside-course",
    "no-courses",
    "no-course-file",
    "bad-hard-word",
    "bad-scam-type",
    "stories-alike",
    "examples-alike",
    "review-over",
    "doubled-id",
    "titles-alike",
    "translation-id",
    "translation-differs",
    "translation-alone",
}


@pytest.mark.parametrize(("code", "old", "new", "line"), SPOILT)
def test_one_mistake_is_found_on_its_line(code: str, old: str, new: str, line: int) -> None:
    assert found(spoilt(old, new)) == [(code, line)]


@pytest.mark.parametrize(("code", "text", "line"), WHOLE)
def test_a_file_that_is_wrong_as_a_whole(code: str, text: str, line: int) -> None:
    assert found(text) == [(code, line)]


def test_every_code_has_a_case() -> None:
    tested = {case[0] for case in SPOILT} | {case[0] for case in WHOLE} | ELSEWHERE
    assert tested == {str(code) for code in MistakeCode}


def test_several_mistakes_come_together_in_the_order_of_their_lines() -> None:
    text = spoilt("3 phút", "lâu").replace("- [x]", "- [ ]").replace("Bà đặt máy", "Ba đặt link")
    assert found(text) == [("bad-minutes", 5), ("hard-word", 17), ("no-right-answer", 32)]


def test_the_message_tells_what_to_write() -> None:
    (one,) = _mistakes(spoilt("chủ đề: lừa", "chu dề bài: lừa đảo\nchủ đề: lừa"))
    assert one.message == "Không có mục tên chu dề bài. Mục gần giống: chủ đề. Nếu là nội dung, đặt dưới một dòng ##."
    (one,) = _mistakes(spoilt("mã: dung-hoi-goi-lai", "mã: Dừng, hỏi!"))
    assert one.message.endswith("nhiều nhất 40 chữ: dung-hoi")


def test_an_unknown_line_that_is_near_to_nothing_gets_all_names() -> None:
    (one,) = _mistakes(spoilt("chủ đề: lừa", "xyz: 1\nchủ đề: lừa"))
    assert "mã, đối tượng, thời gian" in one.message


@pytest.mark.parametrize(("code", "old", "new", "line"), SPOILT)
def test_every_message_can_be_said(code: str, old: str, new: str, line: int) -> None:
    for one in _mistakes(spoilt(old, new)):
        assert one.message == one.said(Words("vi"))
        assert "{" not in one.message
        assert "\n" not in one.message


def test_long_values_are_cut() -> None:
    one = mistake("a.md", 1, MistakeCode.HTML, {"tag": "<b>\n" * 100})
    assert len(dict(one.values)["tag"]) == 80
    assert dict(one.values)["tag"].endswith("…")


def test_the_same_mistake_twice_is_told_once() -> None:
    findings = Findings("a.md")
    findings.add(3, MistakeCode.NO_TITLE)
    findings.add(1, MistakeCode.EMPTY_FILE)
    findings.add(3, MistakeCode.NO_TITLE)
    assert findings.all() == (Mistake("a.md", 1, MistakeCode.EMPTY_FILE), Mistake("a.md", 3, MistakeCode.NO_TITLE))


def _mistakes(text: str) -> tuple[Mistake, ...]:
    mistakes = read(text)
    assert isinstance(mistakes, tuple)
    return mistakes
