"""Short words that announce a picture to be looked at. Whoever asks how one is sent or taken is left to the desk."""

import re

from bot.vietnamese.fold import has_tone_marks, nfc, words

_MOST_WORDS = 16
_WHO = "toi|tui|minh|bac|chau|con|em|anh|chi|co|chu|ong|ba|bo|me|ban"
# Nothing but these is said; "thế nào", "sao", "cách", "ở đâu", "muốn" are not among them.
_SAID = frozenset(
    f"{_WHO}|hinh|tam|buc|cai|may|vai|mot|hai|1|2|3|chup|man|lai|tin|nhan|zalo|facebook|fb|gui|goi|chuyen|dang|dan|dua"
    "|xem|coi|doc|nhin|kiem|tra|check|giup|ho|dum|gium|voi|thu|nay|do|kia|day|ne|vua|moi|da|se|roi|cho|la|trong"
    "|nhe|nha|nghe|a|oi|di|ha|vang|duoc|khong|ko|k|luon|ngay|phai|lua|dao|that|gia|hay".split("|")
)
_PICTURE = re.compile(r"\bảnh\b|(?<!màn )\bhình\b|\bchụp (?:lại )?màn hình\b")
# Without marks "anh" is more often a brother.
_PICTURE_PLAIN = re.compile(
    r"\b(?:tam|buc|cai|may|vai|mot|hai|\d) anh\b|\banh (?:chup|nay)\b|(?<!man )\bhinh\b|\bchup (?:lai )?man hinh\b"
    r"|\b(?:gui|chuyen|coi|xem|doc|co|chup) anh(?: (?:cho|chup|nay|do|nhe|nha|roi|day|ne|xem)\b|$)"
)
_IN_VAIN = re.compile(r"\b(?:khong|ko|k|chua) (?:duoc|gui|xem|thay|doc|coi)\b")
_LOOK = r"(?:xem|coi|doc|nhin|kiem tra|check)"
_ANNOUNCED = re.compile(
    rf"""
    ^(?:(?:{_WHO})\ (?:oi\ )?){{1,3}}(?:(?:vua|moi|da|dang|se)\ )*(?:gui|goi|chuyen|dang|dan|dua)\b  # I send a picture
    |^(?:(?:{_WHO})\ )+(?:(?:vua|moi|da)\ )*chup\b.*\b(?:roi|day|ne|gui|{_LOOK})\b  # I have taken one of the screen
    |\b(?:gui|goi|chuyen|dua)\b.*\b(?:{_LOOK}|nhe|nha|day|ne)\b  # send and look
    |\b{_LOOK}\b.*\b(?:giup|ho|dum|gium|thu|nay|do|kia|cho)\b|\b(?:giup|ho|dum|gium)\b.*\b{_LOOK}\b  # please look at it
    |\b(?:anh|hinh)\b.*\b(?:day|ne)\b|^day\ la\b  # here it is
    |\b(?:anh|hinh)(?:\ \S+){{0,3}}\ (?:nay|do)\b.*\b(?:lua|that|gia)\b  # is this one a trick
    """,
    re.VERBOSE,
)


def announced(text: str) -> bool:
    """Whether somebody only says that a picture is here, or is about to come, and is to be looked at."""
    said = words(text[:200])
    if not 2 <= len(said) <= _MOST_WORDS or not _SAID.issuperset(said):
        return False
    plain = " ".join(said)
    pictured = _PICTURE.search(nfc(text).lower()) if has_tone_marks(text) else _PICTURE_PLAIN.search(plain)
    return bool(pictured and _ANNOUNCED.search(plain)) and not _IN_VAIN.search(plain)
