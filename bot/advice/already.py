"""What to do first where a message tells that somebody has done what was asked already, or is about to."""

import re

from bot.translations import mark

INSTALLED = mark("Lỡ cài rồi thì tắt máy ngay, mượn máy khác gọi ngân hàng.")
GIVEN = mark("Lỡ đưa mã, đưa thẻ, giấy tờ rồi thì gọi ngân hàng khóa tài khoản ngay, số ở mặt sau thẻ.")
PAID = mark("Lỡ đưa tiền rồi thì gọi ngân hàng ngay, xin giữ tiền lại, và báo công an xã, phường.")
STOP_THEM = mark("Người nhà, hàng xóm đang tính làm theo thì gọi, chạy qua bảo dừng lại ngay.")

# One of these is in all that follows.
_DONE = frozenset(("da", "lo", "vua", "moi", "nay", "tui", "toi", "roi", "lan", "luon", "do", "nua"))
_LATELY = r"\b(?:da|lo|vua|moi|hoi nay|tui|toi)(?: lo| moi| da)? "
_OVER = (
    r"(?: \S+){0,8} roi"
    r"(?= (?:gio|bay gio|ma|ho|no|hom|nen|day|co|con|chu|thi|sang|toi|nay|a|anh y|anh ay|chi y|chi ay)\b|\Z)"
)
_SECRETS = r"(?: \S+){0,3} (?:ma|otp|so|the|can cuoc|cccd|mat khau|mat|giay|anh|hinh|chan dung)\b"


def _done(verbs: str, what: str = "") -> re.Pattern[str]:
    """Whether somebody has done lately, or has done with, what one of the verbs says."""
    return re.compile(rf"{_LATELY}(?:{verbs})\b{what}|\b(?:{verbs})\b{what}{_OVER}")


_AMOUNT = r"(?: \S+){0,5} (?:tien|trieu|ty|tram|nghin|ngan|coc|het|\d\S*(?:k|tr|d|vnd))\b"
_SENDS, _PAYS = "chuyen|nop|coc|dat coc|nap|ck", "chuyen|nop|coc|dat coc|nap|ck|dua|ung|dong|gui|tra|mua"
_PAID = re.compile(
    rf"\b(?:da|lo|vua)(?: lo)? (?:{_SENDS})\b|\b(?:{_SENDS})\b{_OVER}"
    r"|\b(?:nen|toi|tui|em|con|bac) (?:chuyen|nop|ck) luon\b"
    rf"|{_done(_PAYS, _AMOUNT).pattern}"
)
_NOT_PAID = re.compile(r"\bchua(?: kip| dam| co)? (?:tra|chuyen|gui|dong|dua|nop)\b")
_APPS = "app|ung dung|phan mem|file|tep|cai app|cai ung dung|cai tep|cai file"
_INSTALLS = rf"cai dat|(?:cai|tai) (?:{_APPS}|theo|ve)"
_GIVES = "doc|gui|chup|dua|nhap|quet|noi|khai|cung cap|dien"
_STEPS = (  # the first that fits
    (re.compile(rf"{_done(_INSTALLS).pattern}|\bcai roi\b|\b(?:lam|cai|bam)(?: duoc)? (?:do|nua chung)\b"), INSTALLED),
    (re.compile(rf"{_done(_GIVES, _SECRETS).pattern}|\b(?:dien|nhap) (?:mot|1|hai) lan\b"), GIVEN),
    (_PAID, PAID),
)
_KIN = (
    "me|ma|bo|tia|cha|vo|chong|di|bac|cau|mo|(?:ba|ong) (?:noi|ngoai)|(?:con|chau|em|chi|anh) (?:gai|trai|ruot|dau|re)"
)
_OF_OURS = re.compile(  # somebody who is spoken of, and no one who writes: "tía tui", "bà Tư kế bên"
    rf"\b(?:(?:{_KIN})(?: (?!oi\b|cho\b|a\b)\S+)? (?:toi|tui|em|chau|minh)|(?:ba|ong) nha (?:toi|tui|em|minh)"
    r"|\S+ (?:ke ben|gan nha|hang xom|cung xom|dau xom|dau ngo)|hang xom)\b"
)
_PLANS = re.compile(
    r"\b(?:dang|tinh|dinh|sap|nhat quyet|doi di|chuan bi)(?: \S+){0,3}"
    r" (?:lam theo|chuyen|rut|muon|vay|ban|cam|gui|nop|dong|cai|mua|dua|ra ngan hang)\b"
)


def done_already(plain: str) -> tuple[str, ...]:
    """The step of the first minutes, to be said through `Words`; it says "if it was done", as nobody is sure."""
    if _DONE.isdisjoint(plain.split()):
        return ()
    steps = (step for pattern, step in _STEPS if pattern.search(plain))
    return tuple(step for step in steps if step is not PAID or not _NOT_PAID.search(plain))[:1]


def about_to(plain: str) -> tuple[str, ...]:
    """The first step where the writer tells of somebody near who is about to do it."""
    ours = _OF_OURS.search(plain)
    return (STOP_THEM,) if ours and _PLANS.search(plain, ours.end()) else ()
