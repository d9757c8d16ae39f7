"""A verdict in a conversation: what is kept of it while it is shown, and how its reasons are told."""

import re
from collections.abc import Iterator
from typing import Any

from bot.advice.redact import redact
from bot.advice.signals import Signal
from bot.advice.verdict import Check, Reason
from bot.conversation.visit import Visit
from bot.translations import mark

LONGEST_WORDS = 200  # characters of the message that are quoted back
_PUBLIC = frozenset({Signal.NUMBER_LISTED})  # from the directory: nobody's own
_NUMBERS = frozenset({Signal.NUMBER_ABROAD, Signal.NUMBER_COSTS, Signal.NUMBER_UNKNOWN})  # all that was sent
_CODES = frozenset(one for one in Signal if one.name.startswith("QR_"))  # of banks
_AMOUNT = re.compile(r"[\d.]+ VND")
_ACCOUNT = re.compile(r"\d{6,}")
_LAST = 4  # digits by which whoever pays can compare an account
# Where no words are left to be quoted.
_UNQUOTED = {
    Signal.NUMBER_ABROAD: mark("Số này gọi từ nước ngoài. Kẻ gian hay dùng số như vậy."),
    Signal.NUMBER_COSTS: mark("Gọi vào số này mất tiền, có khi rất đắt."),
    Signal.NUMBER_UNKNOWN: mark("Số này không có trong danh bạ chính thức. Nhìn số thì không biết ai gọi."),
    Signal.QR_PAYS: mark("Mã QR này để trả tiền đi, không phải để nhận tiền."),
    Signal.QR_BROKEN: mark("Mã QR này hỏng hoặc đã bị sửa."),
}


def place_of(visit: Visit, found: Check) -> dict[str, Any]:
    """The verdict without the message: of its words only those that gave a reason, and no number of anybody's."""
    reasons = [[one.signal.value, _kept(visit, one)[:LONGEST_WORDS], one.why] for one in found.reasons]
    return {
        "verdict": found.verdict.value,
        "source": found.kind or found.verdict.value,
        "kind": found.kind,
        "reasons": reasons,
        "advice": list(found.advice),
        "lesson": found.lesson,
    }


def reasons(visit: Visit) -> Iterator[str]:
    """The reasons that the place has kept, as this reader should hear them."""
    for value, words, *why in visit.place["reasons"]:  # places kept before 23/11/2026 hold no "why"
        signal = Signal(value)
        bare = None if words else _UNQUOTED.get(signal)
        yield "– " + (visit.say(bare) if bare else Reason(signal, words, *why).said(visit.words))


def _kept(visit: Visit, reason: Reason) -> str:
    if reason.signal in _PUBLIC:
        return reason.words
    if reason.signal in _NUMBERS:
        return ""
    return _receiver(visit, reason.words) if reason.signal in _CODES else redact(reason.words)


def _receiver(visit: Visit, words: str) -> str:
    """Whom a code pays, the bank by its name or number first; "" where the code could not be read."""
    bank, *rest = words.split(", ")
    return ", ".join((bank, *(_part(visit, one) for one in rest))) if rest else ""


def _part(visit: Visit, part: str) -> str:
    """One part of what such a code says; the amount and the end of the account are there to be compared."""
    if _AMOUNT.fullmatch(part):
        return part
    if _ACCOUNT.fullmatch(part):
        return visit.say("bốn số cuối {digits}", digits=part[-_LAST:])
    return redact(part)
