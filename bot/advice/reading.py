"""A message as the check reads it: its plain words, its links, and the words of the message for each of them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from bot.advice.known import Known
from bot.advice.links import Link, links
from bot.advice.pieces import Pieces, Said
from bot.vietnamese.fold import nfc
from bot.vietnamese.plain import LONGEST, PlainWord, plain_words
from bot.vietnamese.slips import Expected

Place = tuple[int, int]  # from one word to before another

_LONGEST_QUOTE = 90  # characters
_UNITS = frozenset(
    {
        "trieu",
        "tr",
        "nghin",
        "ngan",
        "ty",
        "cu",
        "dong",
        "do",
        "k",
        "phut",
        "gio",
        "ngay",
        "so",
        "vnd",
        "d",
        "diem",
        "suat",
        "ve",
    }
)
_NAMES = frozenset(  # whose second half is quoted with the first
    {"bac si", "bao hiem", "can bo", "canh sat", "chinh quyen", "chinh sach", "cong an", "cong ty", "dien luc", "ho so"}
    | {
        "dien thoai",
        "giao vien",
        "luat su",
        "ngan hang",
        "nha mang",
        "nhan vien",
        "tai khoan",
        "the cao",
        "toa an",
        "vien kiem",
    }
    | {"truy cap", "dang nhap", "dang ky", "xac nhan", "xac thuc", "xac minh", "cung cap", "thong tin", "giao dich"}
    | {
        "hai quan",
        "giao thong",
        "kiem toan",
        "lien he",
        "dich vu",
        "quy khach",
        "khach hang",
        "thiet bi",
        "giao hang",
        "dia chi",
        "kiem tra",
        "thanh toan",
        "cap nhat",
        "huong dan",
        "ho tro",
        "thong bao",
        "co quan",
    }
    | {"kiem sat", "bo me", "ba me", "cha me", "gia dinh", "phan mem", "ung dung", "chuyen tien", "chuyen khoan"}
)
_LEADING = frozenset(  # words that lead on to what they speak of
    {
        "la",
        "ma",
        "ten",
        "vi",
        "thi",
        "cua",
        "de",
        "va",
        "rang",
        "nhu",
        "se",
        "bi",
        "voi",
        "phi",
        "tru",
        "cho",
        "vao",
        "xung",
    }
)
_SHORT, _TO_PAUSE = 3, 3  # words of a quote that is led to the end of its clause, if that is so near
_STRAY = 2  # words
_BREATH = frozenset(",;:-")
_JOINED = re.compile(r"[ \w\"'“”(\[]*")  # what may stand between the words of a clause
_MARKS = str.maketrans(dict.fromkeys('"[]', " "))  # one of a pair may stand outside of a quote
_CLAUSE = 14  # words of a clause that is quoted whole
_TELLING, _SHOWN = 7, 10  # words of a quote that says something alone, and of what is shown of a longer clause instead


@dataclass(frozen=True)
class Reading:
    """A message, of which only the first LONGEST characters are looked at."""

    text: str
    words: tuple[PlainWord, ...]
    links: tuple[Link, ...]

    @cached_property
    def pieces(self) -> Pieces:
        """What of the message is learned of."""
        return Pieces([word.plain for word in self.words])

    @cached_property
    def learned(self) -> Said:
        """The same, without places."""
        return self.pieces.said()

    @cached_property
    def _quotes(self) -> dict[Place, str]:
        """What was quoted already, by its place; several ask for the same words."""
        return {}

    @property
    def plain(self) -> str:
        """All its plain words."""
        return " ".join(word.plain for word in self.words)

    def said(self, start: int, end: int) -> str:
        """The message's own words, from the plain word `start` to before `end`."""
        if (start, end) not in self._quotes:
            self._quotes[start, end] = self._said(start, end)
        return self._quotes[start, end]

    def _said(self, start: int, end: int) -> str:
        end = self._whole_sentence(start, self._whole(start, end))
        words = self.text[self.words[start].at : self.words[end - 1].end].translate(_MARKS).split()
        quote = " ".join(words).strip(" .,;:!?'()[]“”")
        return quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"

    def clause(self, start: int, end: int) -> str:
        """The message's own words around these: their clause, or what of it lies before or behind, if that is short."""
        end = self._whole_sentence(start, end)
        before, behind = self._last_break(start), self._next_break(end)
        begin = before if end - before < _CLAUSE else start
        stop = behind if behind - begin <= _CLAUSE else self._whole(start, end)
        if stop - begin < _TELLING:
            stop = min(behind, begin + _SHOWN)
            begin = max(before, stop - _SHOWN)
        return self.said(begin, stop)

    @cached_property
    def _breaks(self) -> list[int]:
        """Before which words the message begins, ends or pauses."""
        return [0, *(at for at in range(1, len(self.words)) if self._breaks_off(at)), len(self.words)]

    def _breaks_off(self, at: int) -> bool:
        """Whether a sentence or a clause ends before this word, or a line, or a picture stands there."""
        word, next = self.words[at - 1], self.words[at]
        between = self.text[word.end : next.at]
        return word.ends or self.text[word.end - 1] in _BREATH or (between != " " and not _JOINED.fullmatch(between))

    def _last_break(self, at: int) -> int:
        """The last one up to this word."""
        return self._breaks[bisect_right(self._breaks, at) - 1]

    def _next_break(self, at: int) -> int:
        """The first one from this word on."""
        return self._breaks[bisect_left(self._breaks, at)]

    def _whole_sentence(self, start: int, end: int) -> int:
        """Before which word the quote ends without a word or two of another sentence, or one of another clause."""
        shorter = range(max(start + 1, end - _STRAY), end)
        ends = next((at for at in shorter if self.words[at - 1].ends), end)
        return ends - 1 if ends - 1 > start and self.pauses(ends - 1) and not self.pauses(ends) else ends

    def _whole(self, start: int, end: int) -> int:
        """Before which word a quote ends, so that no name is cut, nor a few words from their clause."""
        first = end
        while end < len(self.words) and _belongs(self.words[end - 1].plain, self.words[end].plain):
            end += 1
        if end - start >= _SHORT and self.words[first - 1].plain not in _LEADING:
            return end
        return next((at for at in range(end, end + _TO_PAUSE + 1) if self.pauses(at)), end)

    def pauses(self, at: int) -> bool:
        """Whether the message begins or ends before this word, or a clause does."""
        return 0 <= at <= len(self.words) and self._next_break(at) == at


def read(text: str, known: Known, expected: Expected) -> Reading:
    """The message, read."""
    whole = nfc(text[:LONGEST])
    return Reading(whole, plain_words(whole, expected), links(whole, known.directory, known.brands))


def _belongs(word: str, next: str) -> bool:
    """Whether a quote must not end between them: "5 triệu", "cán bộ", "xưng là …"."""
    return (
        word in _LEADING or (word[-1:].isdigit() and (next in _UNITS or word.isdigit())) or f"{word} {next}" in _NAMES
    )
