"""The text that people agree to, its version, and the proof that is kept of what was shown."""

from hashlib import sha256

from bot.conversation.visit import Visit

VERSION = "2026-11"  # change it with every change of meaning in the sentences below


def terms(visit: Visit) -> tuple[str, ...]:
    """What is kept and what is not, in the reader's words."""
    return (
        visit.say("Nếu {you} đồng ý, {me} chỉ ghi: nhóm tuổi, xã {you} chọn, và bài {you} đã học."),
        visit.say("{Me} không hỏi tên, không hỏi số điện thoại, không hỏi ngày sinh."),
        visit.say("{You} xem lại hoặc xóa hết lúc nào cũng được: nhắn “dữ liệu” hoặc “xóa”."),
    )


def text_hash(visit: Visit) -> str:
    """SHA-256 of the text as this reader saw it, 16 hexadecimal digits."""
    return sha256("\n".join(terms(visit)).encode()).hexdigest()[:16]
