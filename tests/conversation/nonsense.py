"""What people, children, robots and attackers send."""

from bot.conversation.always import PHRASES
from bot.conversation.scenes import SCENES

ALWAYS = [phrase for phrases in PHRASES.values() for phrase in phrases]
GARBAGE = (
    *("", " ", "???", "\u200b", "🙂🙂", "xin chào cháu nhé", "a" * 5000, "{you}", "%s", "<b>", "\x07", "١٢", "²"),
    *("7K2M-9QXA", "mã 0000-0000", "ma-ABCD-1234", "12 người", "0912345678", "THÔNG BÁO KHẨN CẤP của xã " * 5),
    *("Tân Thành", "tỉnh Hà Giang", "ba to", "hà n", "quang ngai", "tp hcm", "Bài dai-3", "khoa dai", "99", "-1"),
)
FORGED = (
    *("next", "back", "quiz", "later", "list", "once-more", "answer:0", "answer:99", "answer:x", "more", "found"),
    *("lesson:", "course:x", "range:0-6", "range:x-y", "commune:0", "province:01", "speak:xx", "drop:1", "add", ""),
    *(f"go:{scene}" for scene in (*SCENES, "", "nowhere")),
    *(f"go:notice?{what}=7K2M9QXA" for what in ("read", "help", "show", "hear", "x")),
    *(f"go:{scene}?{word}" for scene in (*SCENES, "") for word in ("x", "dai-3", "?", "start:", "0")),
)
