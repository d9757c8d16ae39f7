"""A telephone number and nothing else: what can be said of it without asking anybody."""

import re

from bot.advice.links import is_ip
from bot.advice.signals import Signal
from bot.advice.verdict import Check, Reason, Verdict
from bot.directory import Directory
from bot.directory.entries import plain_number
from bot.translations import mark

_AROUND = re.compile(
    r"(?i)\A[^\w+(]*(?:số|so|sđt|sdt|đt|dt|tel|gọi|goi|kiểm tra|kiem tra)?[\s:.]*"
    r"(?P<number>(?=(?:\D*\d){3})[+(]?[\d\s.()-]{3,20})\W*\Z"
)
_ABROAD = re.compile(r"(?:\+|00)(?!84)\d{6,}")
_COSTS = re.compile(r"1900\d{4,6}")

NO_CALL_BACK = mark("{You} đừng gọi lại số lạ. Người quen cần gì sẽ nhắn tên.")
ASK_PRICE = mark(
    "Nhiều nơi đàng hoàng cũng dùng số 1900. {You} hỏi giá trước khi gọi, xem số ấy có in trên thẻ, trên hóa đơn không."
)
UNCONFIRMED = mark("Số này còn chờ xác nhận. Cần cứu nạn thì {you} gọi 114, cấp cứu gọi 115, công an gọi 113.")
ASK_NAME = mark("Ai gọi mà đòi tiền, đòi mã thì {you} cúp máy, rồi gọi lại nơi đó bằng số {you} đã lưu.")
LOOK_UP = mark("{You} có thể tra số này trong ứng dụng nTrust. Không có thông tin không có nghĩa là số tốt.")
NAMED = mark("Số gọi đến có thể bị giả. Chắc nhất là {you} tự bấm số này để gọi đi.")


def check_number(text: str, directory: Directory) -> Check | None:
    """What to make of a number that stands alone; None for any other text."""
    found = _AROUND.match(text) if len(text) <= 60 else None
    if found is None:
        return None
    written = " ".join(found["number"].split()).strip(" .-")
    if is_ip(written):
        return None
    digits = re.sub(r"[^\d+]", "", written)
    if _ABROAD.fullmatch(digits):
        return _told(Verdict.SUSPICIOUS, Signal.NUMBER_ABROAD, written, NO_CALL_BACK, LOOK_UP)
    return _listed(written, directory) or _strange(written)


def _listed(written: str, directory: Directory) -> Check | None:
    """What to make of a number that the directory holds; None for any other."""
    number = plain_number(written)
    line = next((one for one in directory.hotlines if plain_number(one.number) == number), None)
    if line and not line.verified:
        return Check(Verdict.NO_SIGN, advice=(UNCONFIRMED,))
    if line is None and not directory.knows_number(number):
        return None
    return _told(Verdict.NO_SIGN, Signal.NUMBER_LISTED, f"{written} {line.name if line else ''}".strip(), NAMED)


def _strange(written: str) -> Check:
    """What to make of a number of which nothing is known; that it costs is worth telling, and no alarm."""
    if not _COSTS.fullmatch(plain_number(written)):
        return _told(Verdict.NO_SIGN, Signal.NUMBER_UNKNOWN, written, NO_CALL_BACK, ASK_NAME, LOOK_UP)
    reasons = (Reason(Signal.NUMBER_COSTS, written), Reason(Signal.NUMBER_UNKNOWN, written))
    return Check(Verdict.NO_SIGN, reasons=reasons, advice=(ASK_PRICE, ASK_NAME))


def _told(verdict: Verdict, signal: Signal, words: str, *advice: str) -> Check:
    return Check(verdict, reasons=(Reason(signal, words),), advice=advice)
