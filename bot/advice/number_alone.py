"""A telephone number and nothing else: what can be said of it without asking anybody."""

import re

from bot.advice.signals import Signal
from bot.advice.verdict import Check, Reason, Verdict
from bot.directory import Directory
from bot.directory.entries import plain_number
from bot.translations import mark

_AROUND = re.compile(
    r"(?i)\A[^\w+(]*(?:số|so|sđt|sdt|đt|dt|tel|gọi|goi|kiểm tra|kiem tra)?[\s:.]*(?P<number>[+(]?[\d\s.()-]{3,20})\W*\Z"
)
_ABROAD = re.compile(r"(?:\+|00)(?!84)\d{6,}")
_COSTS = re.compile(r"1900\d{4,6}")

NO_CALL_BACK = mark("{You} đừng gọi lại số lạ. Người quen cần gì sẽ nhắn tên.")
ASK_NAME = mark("Ai gọi mà đòi tiền, đòi mã thì {you} cúp máy, rồi gọi lại nơi đó bằng số {you} đã lưu.")
LOOK_UP = mark("{You} có thể tra số này trong ứng dụng nTrust. Không có thông tin không có nghĩa là số tốt.")
NAMED = mark("Số gọi đến có thể bị giả. Chắc nhất là {you} tự bấm số này để gọi đi.")


def check_number(text: str, directory: Directory) -> Check | None:
    """What to make of a number that stands alone; None for any other text."""
    found = _AROUND.match(text) if len(text) <= 60 else None
    if found is None:
        return None
    written = " ".join(found["number"].split()).strip(" .-")
    digits = re.sub(r"[^\d+]", "", written)
    if _ABROAD.fullmatch(digits):
        return _told(Verdict.SUSPICIOUS, Signal.NUMBER_ABROAD, written, NO_CALL_BACK, LOOK_UP)
    number = plain_number(written)
    named = next((line.name for line in directory.hotlines if plain_number(line.number) == number), None)
    if named or directory.knows_number(number):
        return _told(Verdict.NO_SIGN, Signal.NUMBER_LISTED, f"{written} {named or ''}".strip(), NAMED)
    if _COSTS.fullmatch(number):
        return _told(Verdict.SUSPICIOUS, Signal.NUMBER_COSTS, written, NO_CALL_BACK, ASK_NAME)
    return _told(Verdict.NO_SIGN, Signal.NUMBER_UNKNOWN, written, NO_CALL_BACK, ASK_NAME, LOOK_UP)


def _told(verdict: Verdict, signal: Signal, words: str, *advice: str) -> Check:
    return Check(verdict, reasons=(Reason(signal, words),), advice=advice)
