"""The text inside a bank's QR code (EMVCo, as NAPAS uses it): fields of a name, a length and a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.advice.banks import BANKS

_BEGINS = "000201"
_NAPAS = "A000000727"
_CODE = re.compile(rf"{_BEGINS}[0-9]{{4,60}}?0010{_NAPAS}")  # as every code begins that pays
_CHECKSUM = "63"
_BANK_FIELD, _AMOUNT, _CURRENCY, _NAME, _MORE = "38", "54", "53", "59", "62"
_LONGEST = 512  # characters


@dataclass(frozen=True, slots=True)
class VietQr:
    """Whom a code pays, and how much; empty where the code leaves it to the payer. `sound`: its checksum is right."""

    bin: str
    bank: str
    account: str
    amount: str
    name: str
    note: str
    sound: bool


def read_vietqr(text: str) -> VietQr | None:
    """The payment that a text describes; None for any other text and for a code that breaks off."""
    code = text.strip()
    if not code.startswith(_BEGINS) or len(code) > _LONGEST:
        return None
    fields = dict(_fields(code))
    account = dict(_fields(fields.get(_BANK_FIELD, "")))
    if account.get("00") != _NAPAS:
        return None
    receiver, more = dict(_fields(account.get("01", ""))), dict(_fields(fields.get(_MORE, "")))
    bin = receiver.get("00", "")
    return VietQr(
        bin,
        BANKS.get(bin, ""),
        receiver.get("01", ""),
        fields.get(_AMOUNT, ""),
        fields.get(_NAME, ""),
        more.get("08", ""),
        _is_sound(code),
    )


def find_vietqr(text: str) -> Iterator[tuple[int, int, VietQr]]:
    """The codes of payment inside a text, each with where it begins and ends."""
    done = 0
    for found in _CODE.finditer(text):
        end = found.start() + _length(text[found.start() : found.start() + _LONGEST])
        read = read_vietqr(text[found.start() : end]) if found.start() >= done else None
        if read:
            yield found.start(), end, read
            done = end


def looks_like_qr(text: str) -> bool:
    """Whether a text begins as the codes of payment do."""
    return text.strip().startswith(_BEGINS)


def _fields(written: str) -> Iterator[tuple[str, str]]:
    at = 0
    while re.fullmatch("[0-9]{4}", head := written[at : at + 4]):
        end = at + 4 + int(head[2:])
        if end > len(written):
            return
        yield head[:2], written[at + 4 : end]
        at = end


def _length(written: str) -> int:
    """How many characters the code has with which a text begins: up to its checksum, or to where it breaks off."""
    length = 0
    for name, value in _fields(written):
        length += 4 + len(value)
        if name == _CHECKSUM:
            break
    return length


def _is_sound(code: str) -> bool:
    body, mark, written = code[:-4], code[-8:-4], code[-4:]
    return mark == f"{_CHECKSUM}04" and written.upper() == f"{checksum(body):04X}"


def checksum(body: str) -> int:
    """CRC-16 with polynomial 0x1021 from 0xFFFF, over the code up to and with "6304"."""
    value = 0xFFFF
    for byte in body.encode():
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ 0x1021 if value & 0x8000 else value << 1
        value &= 0xFFFF
    return value
