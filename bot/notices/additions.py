"""What whoever only passes a notice on may add, and what only somebody who means harm does."""

import re

from bot.vietnamese.fold import fold

# Money, links, secrets, other orders, and that all is over.
_HARM = (
    *("chuyen tien", "chuyen khoan", "nop tien", "nop phi", "dong tien", "dong phi", "gop tien", "thu tien", "thu phi"),
    *("ung ho", "dat coc", "tram nghin", "tram ngan", "chuc nghin", "nghin dong", "ngan dong", "trieu dong", "ty dong"),
    *("bam vao", "nhan vao", "an vao", "kich vao", "nhap vao", "truy cap", "dang nhap", "quet ma", "tai app", "tai ve"),
    *("tai ung dung", "cai app", "cai ung dung", "cai dat", "cung cap", "mat khau", "tai khoan", "can cuoc", "cccd"),
    *("otp", "lien he", "goi ngay", "goi cho", "goi so", "goi dien", "ket ban", "so tan", "di doi", "roi khoi"),
    *("ra khoi", "thoat khoi", "o lai", "o yen", "o nha", "o trong nha", "tap trung", "di chuyen", "mang theo"),
    *("khong can", "khong phai di", "da huy", "bi huy", "tan roi", "het roi", "xong roi", "yen tam"),
)
_AMONG_WORDS = re.compile(rf"\b(?:{'|'.join(_HARM)})\b")
_RUN_TOGETHER = re.compile("|".join(phrase.replace(" ", "") for phrase in _HARM if len(phrase) > 6))
_NEGATED = re.compile(r"\b(?:khong|dung|chua|cam|het|thoi)(?: [a-z]+){0,2}$")
_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_NUMBER = re.compile(r"(?:[a-z]+ ?)?\d[\d.:/]*")  # with the word before it: whoever signs may live in "ấp 3" too
_QUESTION = re.compile(r"[^.!?\n]*\?")


def is_harmful(text: str, official: str) -> bool:
    """Whether words beside a notice mislead: a number that the notice has not, another code, an order, an all-clear."""
    said = fold(text)
    numbers = (found[0].replace(" ", "") for found in _NUMBER.finditer(said))
    if _CODE.search(text) or any(number not in official for number in numbers):
        return True
    return bool((_AMONG_WORDS if " " in said else _RUN_TOGETHER).search(said))


def turns_around(before: str) -> bool:
    """Whether words that run on into the notice take back what it says: "không" right before "đi qua ngầm tràn"."""
    return not before.rstrip(" ").endswith((".", "!", "?", ":", ";", ",", "\n")) and bool(_NEGATED.search(fold(before)))


def questions(text: str) -> list[tuple[int, int]]:
    """Where somebody asks "is this true?", as many do beside what they forward."""
    return [found.span() for found in _QUESTION.finditer(text)]
