"""Phrases found in words that mean something else: "tại app" is not "tải app", "trả trước ngày 30" is no advance."""

import re

from bot.advice.cues import FoundCue
from bot.advice.reading import Reading
from bot.advice.signals import Signal
from bot.advice.typed import is_typed_otherwise, written

_APP, _TRANSFER, _SECRECY = (
    ("asked", Signal.APP.name),
    ("asked", Signal.TRANSFER.name),
    ("said", Signal.SECRECY.name),
)
_SECRET = ("asked", Signal.SECRET.name)
_COUNTER = re.compile(r"\b(?:o|tai|ra) quay\b")
_ELSEWHERE = re.compile(r"\b(?:goi|zalo|link|duong dan|http\S*|video|khoi|khong can|mien|khong phai)\b")
_STRANGER = ("said", Signal.STRANGER.name)
# Which written word is meant by a folded one, in the phrases of which sort.
_MEANT = {
    ("KIND_SURE", "H8"): {"nha": "nhà"},
    _APP: {"tai": "tải", "cai": "cài"},
    ("warning", "advice"): {"dung": "đừng"},
    ("warning", "others"): {"chieu": "chiêu"},
}
_FAMILY = frozenset({"me", "ma", "bo", "ba", "cha", "tia", "ong", "vo", "chong", "con", "nha", "dinh", "thay"})
_DONE = frozenset({"da", "vua", "moi"})
_NEAR = 10  # words of the same sentence
_TO_DO_THERE = frozenset({"toan", "tra", "nop", "dong", "xem", "cuu", "kiem", "dat", "doi", "nap", "mua"})
_BIDDING = frozenset({"long", "hay", "de", "can", "phai", "va", "roi", "lien", "nho", "moi", "thi", "ban", "khach"})


def is_misread(reading: Reading, one: FoundCue) -> bool:
    """Whether the phrase stands there by its folded letters only."""
    if (meant := _MEANT.get(one.name)) and is_typed_otherwise(reading, one, meant):
        return True
    return any(tells(reading, one) for tells in _TOLD_BY)


def _is_place(reading: Reading, one: FoundCue) -> bool:
    """Without marks: "thanh toan tai app" tells where, "vui long tai app" what to do."""
    words, at = reading.words, one.start
    if one.name != _APP or at == 0 or written(reading, at) != "tai" or words[at - 1].plain in _BIDDING:
        return False
    first = next((place for place in range(at, max(0, at - _NEAR), -1) if words[place - 1].ends), max(0, at - _NEAR))
    return any(word.plain in _TO_DO_THERE for word in words[first:at])


def _is_deadline(reading: Reading, one: FoundCue) -> bool:
    """Whether the phrase ends with "trước" and a day or an hour follows."""
    return one.name[0] in {"asked", "concept"} and ends_with_deadline(reading, one.end)


def ends_with_deadline(reading: Reading, end: int) -> bool:
    """Whether "trước" stands before the word `end`, and a day or an hour there: "nộp trước 17h"."""
    words = reading.words
    if words[end - 1].plain != "truoc" or end + 1 >= len(words):
        return False
    next, after = words[end].plain, words[end + 1].plain
    return (next == "ngay" and after[:1].isdigit()) or (next[:1].isdigit() and (next[-1] in "hg" or after == "gio"))


def _is_scratch_card(reading: Reading, one: FoundCue) -> bool:
    """Whether the card that is to be shown is one that is bought ("thẻ cào"), and no paper of somebody's."""
    words = reading.words
    return words[one.end - 1].plain == "the" and one.end < len(words) and words[one.end].plain == "cao"


def _is_sent(reading: Reading, one: FoundCue) -> bool:
    """Whether money was sent already, or is said to have been: "gửi ảnh đã chuyển 16 triệu" asks for none."""
    return one.name == _TRANSFER and one.start > 0 and reading.words[one.start - 1].plain in _DONE


def _is_quarrel(reading: Reading, one: FoundCue) -> bool:
    """Whether somebody is not on speaking terms, does not know what to say, or dares not: nobody bade them."""
    words = " ".join(word.plain for word in reading.words[one.start : one.end])
    return one.name == _SECRECY and any(own in words for own in ("noi chuyen", "biet noi", "dam noi", "dam ke"))


def _is_drug(reading: Reading, one: FoundCue) -> bool:
    """ "Ma túy" is no code."""
    words = reading.words
    return words[one.end - 1].plain == "ma" and one.end < len(words) and words[one.end].plain == "tuy"


def _is_worry(reading: Reading, one: FoundCue) -> bool:
    """ "Mẹ cứ lo người ta bắt mua" tells of nobody who did."""
    return one.name == _STRANGER and one.start > 0 and reading.words[one.start - 1].plain in {"lo", "so"}


def _is_hushed(reading: Reading, one: FoundCue) -> bool:
    """ "Đừng cho mẹ biết" is what crooks say to a child, and no advice."""
    words = [word.plain for word in reading.words[one.start : one.end]]
    return one.name == ("warning", "advice") and words[-1] == "biet" and not _FAMILY.isdisjoint(words)


def _is_threat(reading: Reading, one: FoundCue) -> bool:
    """ "Báo công an là không thấy mặt con" bids nobody to tell the police."""
    words = reading.words
    is_told = one.name[0] == "warning" and words[one.start].plain == "bao" and one.end < len(words)
    return is_told and words[one.end].plain in {"la", "thi"}


def _is_done_at_counter(reading: Reading, one: FoundCue) -> bool:
    """At a bank's own counter one's face is taken; who calls or writes and speaks of it means another thing."""
    if one.name != _SECRET:
        return False
    return _COUNTER.search(reading.plain) is not None and not _ELSEWHERE.search(reading.plain)


_TOLD_BY = (
    _is_hushed,
    _is_threat,
    _is_done_at_counter,
    _is_place,
    _is_deadline,
    _is_scratch_card,
    _is_sent,
    _is_quarrel,
    _is_drug,
    _is_worry,
)
