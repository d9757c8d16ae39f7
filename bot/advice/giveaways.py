"""What gives a suspected message away, whatever kind of trick it is: told beside the signs that were counted."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.advice.book.giveaways import GIVEAWAYS
from bot.advice.cues import parted
from bot.advice.misread import ends_with_deadline
from bot.advice.phrases import Found, Phrases
from bot.advice.reading import Reading
from bot.advice.typed import is_typed_otherwise

_HOUSES = frozenset({"van", "truong", "hang", "thuoc", "may", "nuoc", "nghi", "mang", "tho", "xe", "ga", "dau", "sach"})
_MEANT = {  # which written word is meant by a folded one, in which of them
    "picture": {"anh": "ảnh"},
    "sent-app": {"cai": "cài", "tai": "tải"},
    "papers-face": {"mat": "mặt", "ap": "áp", "so": "sổ"},
    "changed": {"roi": "rơi", "mat": "mất", "moi": "mới", "vo": "vỡ", "ban": "bạn"},
    "knows-me": {},
    "gift-money": {"tang": "tặng"},
    "gifts": {"tang": "tặng"},
    "fright": {"mat": "mất", "dung": "đừng", "doa": "dọa"},
    "hurry": {"gap": "gấp"},
}
_MEANT_ELSE = {"dung": "đừng"}
_MARKED_OF = 4  # words, one of which has marks in what is typed with marks
_HURRY, _FRIGHT = "hurry", "fright"
_RANKS = {name: rank for rank, name in enumerate(GIVEAWAYS)}


class GivenAway(NamedTuple):
    """What gives it away, a sentence to be said through `Words`, and the plain words that it is about."""

    name: str
    why: str
    start: int
    end: int

    def touches(self, start: int, end: int) -> bool:
        """Whether it is about some of these words."""
        return self.start < end and start < self.end


def given_away(reading: Reading) -> Iterator[GivenAway]:
    """What proves most first; of each thing all places, the first of them first, led out as far as they go."""
    found = sorted(_phrases().find(reading.words), key=lambda one: (_RANKS[one.name], one.start, -one.end))
    for one in found:
        if not _is_misread(reading, one):
            yield GivenAway(one.name, GIVEAWAYS[one.name].why, one.start, one.end)


def _is_misread(reading: Reading, one: Found[str]) -> bool:
    """Whether it is denied, goes on to be another thing, or is typed as another word."""
    is_denied = one.start > 0 and reading.words[one.start - 1].plain == "khong"
    return is_denied or _goes_on(reading, one) or _is_another_word(reading, one)


def _is_another_word(reading: Reading, one: Found[str]) -> bool:
    """Whether it is typed as other words; who types with marks means by a bare word what it says."""
    bare = sum(not word.isascii() for word in reading.text.split()) * _MARKED_OF > len(reading.words)
    return is_typed_otherwise(reading, one, _MEANT.get(one.name, _MEANT_ELSE), bare=bare)


def _goes_on(reading: Reading, one: Found[str]) -> bool:
    """ "Tới nhà văn hóa" is no visit, "nộp trước ngày 15" no advance, "thu trước 4 triệu" no hurry, "bị khóa rồi" no
    threat."""
    words, end = reading.words, one.end
    last, next = words[end - 1].plain, words[end].plain if end < len(words) else ""
    if one.name == _HURRY:
        return words[end - 2].plain == "truoc" and last[0].isdigit() and not ends_with_deadline(reading, end - 1)
    if one.name == _FRIGHT and next == "roi":
        return True
    return (last == "nha" and next in _HOUSES) or ends_with_deadline(reading, end)


@cache
def _phrases() -> Phrases[str]:
    return Phrases({name: parted(one.phrases) for name, one in GIVEAWAYS.items()})
