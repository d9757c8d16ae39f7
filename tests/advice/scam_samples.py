"""A good scam type that the tests spoil in one place each."""

from bot.advice.knowledge import ScamType
from bot.advice.scam_file import WrittenScam, read_scam
from bot.learning.hard_words import HardWords
from bot.learning.lesson_rules import Known

GOOD = """\
# Giả người bán gà

mã: ga-gia
dạng: H15
đối tượng: người cao tuổi
nguồn: Cẩm nang chợ quê, 2023
người duyệt: Ban biên tập Cầm Tay
ngày duyệt: 21/11/2026
bài học: mua-ga

## Dấu hiệu

- Gà rẻ bằng nửa chợ.
- Bắt trả tiền trước.
- Không cho xem gà.

## Câu hay gặp

- Ga nha em re lam bac oi.
- “Bấm link … đặt cọc liền nha.”
- Chuyển khoản đi, gà tự đi bộ tới nhà bác.
- Còn đúng một con, người khác đang hỏi.

## Làm gì ngay

1. Đừng trả tiền trước.
2. Ra chợ xem gà.

## Nếu đã lỡ

1. Gọi số ở mặt sau thẻ ngân hàng.
2. Báo công an xã hoặc gọi 113.

## Vì sao

- Gà thật thì cho xem gà.
"""

FILE = "lua-dao/ga-gia.md"


class Little:
    """A directory of nobody but the police."""

    def knows_domain(self, host: str) -> bool:
        return host.endswith(".gov.vn")

    def knows_number(self, number: str) -> bool:
        return number == "113"


KNOWN = Known(Little(), HardWords.of({"link": "đường dẫn"}), scam_types={"H15": "Hàng giả", "H16": "Căn cước"})


def good(text: str = GOOD) -> ScamType:
    """The scam type in a text that has no mistake."""
    written = read_scam(text, FILE, KNOWN)
    assert isinstance(written, WrittenScam), written
    return written.scam


def spoilt(old: str, new: str) -> str:
    """The good text with its one `old` replaced."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def found(text: str) -> list[tuple[str, int]]:
    """Code and line of every mistake in the text."""
    written = read_scam(text, FILE, KNOWN)
    return [] if isinstance(written, WrittenScam) else [(str(one.code), one.line) for one in written]
