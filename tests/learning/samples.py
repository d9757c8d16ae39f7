"""A good lesson that the tests spoil in one place each, and a directory that knows little."""

from bot.learning.hard_words import HardWords
from bot.learning.lesson import Lesson
from bot.learning.lesson_file import Place, read_lesson
from bot.learning.lesson_rules import Known
from bot.learning.mistakes import Mistake
from bot.recordings import Sound

GOOD = """\
# Dừng lại – Hỏi – Gọi lại

mã: dung-hoi-goi-lai
đối tượng: người cao tuổi, người lớn
thời gian: 3 phút
chủ đề: lừa đảo, cuộc gọi lạ
nguồn: Cẩm nang phòng lừa đảo, 2023; Công an xã
người duyệt: Ban biên tập Cầm Tay
ngày duyệt: 21/11/2026
tin lành: không

![Bà cụ đặt điện thoại xuống, thở sâu](hinh/dat-may.svg)

## Chuyện của bà Sáu

Chiều qua có người lạ gọi cho bà Sáu.
Bà đặt máy xuống, uống ngụm nước.

## Ba việc cần làm

Bác nhớ ba việc:

1. Dừng lại, thở sâu.
2. Hỏi con cháu.
3. Gọi lại số đã lưu, hoặc gọi 113.

## Câu 1. Một số lạ nhắn cho bác

“Bac oi, bam vao link nay de nhan qua.”
Bác làm gì?

- [ ] Đọc mã cho họ
  > Mã là chìa khóa, đưa mã là đưa tiền.
- [x] Tắt máy, gọi cho con
- [ ] Bấm vào xem thử

> Người thật không bao giờ đòi mã của bác.
"""

PLACE = Place("khoa-hoc/nguoi-cao-tuoi/06-dung-hoi-goi-lai.md", "nguoi-cao-tuoi", "vi")
PICTURES = {"hinh/dat-may.svg": 9_000, "hinh/lon.png": 50_000, "hinh/tai-lieu.pdf": 9_000}
HARD_WORDS = HardWords.of({"link": "đường dẫn", "đa nền tảng": "dùng được trên nhiều loại máy", "app": "ứng dụng"})


class Little:
    """A directory of one bank and one number."""

    def knows_domain(self, host: str) -> bool:
        return host == "vietcombank.com.vn" or host.endswith(".gov.vn")

    def knows_number(self, number: str) -> bool:
        return number in ("113", "18001008")


RECORDINGS = {
    "tieng/ba-sau.m4a": Sound(400_000, "m4a"),
    "tieng/trang.ogg": Sound(900, ""),
    "tieng/doi-ten.mp3": Sound(400_000, "m4a"),
    "tieng/dai.ogg": Sound(3_000_000, "ogg"),
}
KNOWN = Known(Little(), HARD_WORDS, PICTURES, {"H14": "Giả công an", "N1": "Giả cán bộ xã"}, RECORDINGS)


def read(text: str, place: Place = PLACE) -> Lesson | tuple[Mistake, ...]:
    """The text read among the little that is known here."""
    return read_lesson(text, place, KNOWN)


def good(text: str = GOOD, place: Place = PLACE) -> Lesson:
    """The lesson of a text without mistakes."""
    lesson = read(text, place)
    assert isinstance(lesson, Lesson), [(one.line, one.code, one.message) for one in lesson]
    return lesson


def spoilt(old: str, new: str) -> str:
    """The good text with its one `old` replaced."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def found(text: str, place: Place = PLACE) -> list[tuple[str, int]]:
    """Code and line of every mistake in the text."""
    lesson = read(text, place)
    return [] if isinstance(lesson, Lesson) else [(str(one.code), one.line) for one in lesson]
