"""A good template that the tests spoil in one place each, an office, and an evening on which everything happens."""

from datetime import datetime

from bot.learning.hard_words import HardWords
from bot.learning.lesson_rules import Known
from bot.notices.template import Office, Template
from bot.notices.template_file import read_template
from bot.vietnamese.moments import VIETNAM

GOOD = """\
# Lũ quét

mã: lu-quet
mức: khẩn cấp
sự kiện: lũ quét
thời hạn: 12 giờ
nguồn: Quyết định 18/2021/QĐ-TTg
người duyệt: Ban biên tập Cầm Tay
ngày duyệt: 21/11/2026

## Ô cần điền

- {suối nào}: Lũ theo suối nào? (đến 25 ký tự) (ví dụ: suối Nậm Mu)
- {lúc đến}: Lũ đến lúc nào? (thời điểm) (ví dụ: 2h ngày 22/11)
- {nơi cao}: Bà con lên đâu? (ví dụ: sân trường trên đồi)

## Tiêu đề

Lũ quét sắp về {suối nào}

## Chuyện gì

Mưa rất to. Lũ quét đổ về {suối nào}, {xã}, lúc {lúc đến}.

## Cần làm

- Rời bờ suối, lên {nơi cao} ngay.
- Cần giúp, gọi {liên hệ}.

## Hết nguy hiểm

Hết nguy cơ lũ quét ở {xã}

{cơ quan} báo: nước suối đã rút.

Bà con về nhà được rồi.

## Đính chính

Đính chính: không có lũ quét ở {xã}

Thông báo vừa gửi là nhầm.

Bà con sinh hoạt như thường. Hỏi thêm, gọi {liên hệ}.
"""

FILE = "thong-bao-mau/lu-quet.md"
OFFICE = Office("Ủy ban nhân dân xã Tân Thành", "xã Tân Thành", ("00001",), "02433334444")
NOW = datetime(2026, 11, 21, 20, 13, tzinfo=VIETNAM)
VALUES = {"suối nào": "suối Nậm Mu", "lúc đến": "2 giờ ngày 22/11", "nơi cao": "sân trường trên đồi"}


class Little:
    """A directory of nobody but the fire brigade."""

    def knows_domain(self, host: str) -> bool:
        return host.endswith(".gov.vn")

    def knows_number(self, number: str) -> bool:
        return number == "114"


KNOWN = Known(Little(), HardWords.of({"app": "ứng dụng"}))


def good(text: str = GOOD) -> Template:
    """The template in a text that has no mistake."""
    template = read_template(text, FILE, KNOWN)
    assert isinstance(template, Template), template
    return template


def spoilt(old: str, new: str) -> str:
    """The good text with its one `old` replaced."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def found(text: str) -> list[tuple[str, int]]:
    """Code and line of every mistake in the text."""
    template = read_template(text, FILE, KNOWN)
    return [] if isinstance(template, Template) else [(str(one.code), one.line) for one in template]
