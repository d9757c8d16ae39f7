"""What to do first where a message tells that somebody has done what was asked already."""

import re

from bot.translations import mark

INSTALLED = mark("Lỡ cài rồi thì tắt máy ngay, mượn máy khác gọi ngân hàng.")
GIVEN = mark("Lỡ đưa mã, đưa thẻ, giấy tờ rồi thì gọi ngân hàng khóa tài khoản ngay, số ở mặt sau thẻ.")
PAID = mark("Lỡ đưa tiền rồi thì gọi ngân hàng ngay, xin giữ tiền lại, và báo công an xã.")

_DONE = frozenset({"da", "lo", "vua", "moi", "nay", "tui", "toi", "roi", "lan"})  # one of these is in all that follows
_LATELY = r"\b(?:da|lo|vua|moi|hoi nay|tui|toi)(?: lo| moi| da)? "
_OVER = (
    r"(?: \S+){0,6} roi(?= (?:gio|bay gio|ma|ho|no|hom|nen|day|co|chu|thi|sang|toi|nay|anh y|anh ay|chi y|chi ay)\b|\Z)"
)
_SECRETS = r"(?: \S+){0,3} (?:ma|otp|so|the|can cuoc|cccd|mat khau|mat|giay|anh|hinh|chan dung)\b"


def _done(verbs: str, what: str = "") -> re.Pattern[str]:
    """Whether somebody has done lately, or has done with, what one of the verbs says."""
    return re.compile(rf"{_LATELY}(?:{verbs})\b{what}|\b(?:{verbs})\b{what}{_OVER}")


_APPS = "app|ung dung|phan mem|file|tep|cai app|cai ung dung|cai tep|cai file"
_INSTALLS = rf"cai dat|(?:cai|tai) (?:{_APPS}|theo|ve)"
_GIVES = "doc|gui|chup|dua|nhap|quet|noi|khai|cung cap|dien"
_STEPS = (  # the first that fits
    (re.compile(rf"{_done(_INSTALLS).pattern}|\bcai roi\b"), INSTALLED),
    (re.compile(rf"{_done(_GIVES, _SECRETS).pattern}|\b(?:dien|nhap) (?:mot|1|hai) lan\b"), GIVEN),
    (_done("chuyen|gui|nop|dong|dua|coc|dat coc|nap|tra|ck|ung|mua"), PAID),
)


def done_already(plain: str) -> tuple[str, ...]:
    """The step of the first minutes, to be said through `Words`; it says "if it was done", as nobody is sure."""
    if _DONE.isdisjoint(plain.split()):
        return ()
    return tuple(step for pattern, step in _STEPS if pattern.search(plain))[:1]
