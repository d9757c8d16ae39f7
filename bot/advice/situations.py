"""What makes an offer or a demand doubtful whatever kind of trick it is: told where no kind is near enough."""

import re
from dataclasses import dataclass

from bot.translations import mark

_SITUATIONS = (
    (
        re.compile(r"\b(?:toi|den|ghe|vao|vo) (?:tan |tung )?nha\b|\bgo cua\b"),
        mark(
            "Người lạ tới nhà đòi tiền, đòi cầm máy của mình thì khoan đã. Hỏi hàng xóm, hỏi người ở xã rồi hãy tính."
        ),
    ),
    (
        re.compile(r"\bchuyen (?:khoan |tien )?thanh cong\b|\b(?:bill|bien lai) (?:chuyen|gia|day|ne)\b"),
        mark("Hình báo chuyển tiền làm giả được. Tiền tới hay chưa thì xem trong máy của mình."),
    ),
    (
        re.compile(r"\b(?:so|zalo|nick|tai khoan|stk) (?:zalo |cua )?(?:moi|cu)\b|\bdoi (?:so|stk|tai khoan)\b"),
        mark("Ai báo đổi số, đổi tài khoản thì gọi số cũ đã lưu mà hỏi, rồi hãy chuyển tiền."),
    ),
    (
        re.compile(r"\b(?:dong|nop|coc|chuyen|gui|tra|ung) (?:tien )?truoc\b|\b(?:tien|dat) coc\b"),
        mark("Muốn được tiền, được hàng, được việc mà phải đưa tiền trước thì hay là lừa. Đưa rồi khó đòi lại."),
    ),
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence to be said through `Words`, and the plain words of the message that it is about."""

    sentence: str
    start: int
    end: int


def doubt(plain: str) -> Doubt | None:
    """What to think of what a message in plain words tells of; None where it tells of nothing of the kind."""
    for pattern, sentence in _SITUATIONS:
        if found := pattern.search(plain):
            return Doubt(sentence, plain.count(" ", 0, found.start()), plain.count(" ", 0, found.end()) + 1)
    return None
