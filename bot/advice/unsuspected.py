"""What to say of a message in which no sign was seen, by what it speaks of."""

import re

from bot.advice.book.reminders import (
    BEWARE,
    CLICK,
    FUND,
    LATER,
    NOT_YOU,
    NOTHING_ASKED,
    OWN_CODE,
    PAY,
    REMINDERS,
    SECRETS,
    STORM,
)

_AT_ONCE = frozenset({STORM, OWN_CODE, NOT_YOU})  # told of a warning too


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONEY = _words("tien trieu phi coc vay khoan ck stk ngan nghin gop von")
_LINKS = _words("http https www")
_SECRETS = _words("otp khau app qr quet bank")
_PAIRS = tuple(map(_words, ("ma so", "can cuoc", "ung dung", "cai dat")))  # fmt: skip
_MAY_ASK = _words(
    "tram dong xu gia lai loi von no ung tra mua ban thu nop nap chuyen gui tang thuong trung ma so chup "
    "giay hinh web trang nhan kich tai cai dang nhom"
)
_AMOUNT = re.compile(r"\d(?:k|tr|d|vnd)\d?\Z")
_GIVES = re.compile(r"\b(?:ung ho|quyen gop|dong gop|gop tien|tai khoan|stk|so tk|chuyen khoan)\b")


def still(plain: str, *, warns: bool = False) -> tuple[str, ...]:
    """What to keep in mind, to be said through `Words`; where it speaks of storm or flood, nobody is kept waiting."""
    words = frozenset(plain.split())
    fitting = (one.sentences for one in REMINDERS if not one.words.isdisjoint(words) and one.pattern.search(plain))
    found = next(fitting, ())
    if warns and _AT_ONCE.isdisjoint(found):
        found = (BEWARE,)
    if STORM in found and _GIVES.search(plain):
        found = (FUND,)
    clicks = () if _LINKS.isdisjoint(words) else (CLICK,)
    return (*found, *clicks) or _of_words(words)


def _of_words(words: frozenset[str]) -> tuple[str, ...]:
    """By what could be asked for; where nothing is that could, that is worth saying too."""
    if not _MONEY.isdisjoint(words) or any(_AMOUNT.search(word) for word in words if word[0].isdigit()):
        return (PAY,)
    if not _SECRETS.isdisjoint(words) or any(map(words.issuperset, _PAIRS)):
        return (SECRETS,)
    return (NOTHING_ASKED, LATER) if _MAY_ASK.isdisjoint(words) else (LATER,)
