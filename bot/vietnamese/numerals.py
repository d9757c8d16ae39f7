"""Numbers: in words, digit by digit, and the one number that somebody answers with."""

import re
import unicodedata

from bot.vietnamese.fold import fold, has_tone_marks, nfc

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", " nghìn", " triệu", " tỷ")
HIGHEST_ANSWER = 20


def in_words(number: int) -> str:
    """A whole number from 0 up to twelve digits in words: 105 is "một trăm linh năm"."""
    if number == 0:
        return DIGITS[0]
    groups = []
    while number:
        number, rest = divmod(number, 1000)
        groups.append(rest)
    highest = len(groups) - 1
    spoken = [_three_digits(group, full=at < highest) + _GROUPS[at] for at, group in enumerate(groups) if group]
    return " ".join(reversed(spoken))


def _three_digits(number: int, *, full: bool) -> str:
    """The group in words; `full` when higher groups were said, so that its hundreds are said too."""
    hundreds, rest = divmod(number, 100)
    if not (hundreds or full):
        return _two_digits(rest)
    head = f"{DIGITS[hundreds]} trăm"
    if not rest:
        return head
    return f"{head} {_two_digits(rest)}" if rest > 9 else f"{head} linh {DIGITS[rest]}"


def _two_digits(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS[unit]
    head = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, DIGITS[unit])
    return f"{head} {last}".rstrip()


def digit_by_digit(number: str) -> str:
    """The digits one after the other: "113" is "một một ba"."""
    return " ".join(DIGITS[int(char)] for char in number if char.isdecimal())


_WRITTEN = {in_words(number): number for number in range(HIGHEST_ANSWER + 1)} | {"bẩy": 7, "hai chục": 20}
_UNMARKED = {fold(word): number for word, number in _WRITTEN.items()}

_WHO = r"(?:(?:em|toi|minh|bac|con|chau) )?"
_BEFORE = rf"(?:{_WHO}(?:chon|bam) )?(?:(?:cau|muc|y|nut|phim|dap an|bai|lua chon|thu) )?(?:so )?"
_IN_DIGITS = re.compile(rf"(?:da )?{_BEFORE}[(\[#]?([0-9]{{1,2}})[)\]]?[.,:;!]*(?: (?:a|nhe|nha|nghe|di))?[.!]*")
_AS_WORD = re.compile(rf"({_BEFORE})([^\W\d_]+(?: [^\W\d_]+)?)[.,!]*")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")


def number_of(text: str) -> int | None:
    """The number from 0 to 20 that the whole text is: "2", "hai", "số 2", "(2)", "②", "bay"; None for anything more."""
    folded = fold(text)
    if match := _IN_DIGITS.fullmatch(folded):
        return _in_range(int(match[1])) if not _runs_together(text) else None
    if match := _AS_WORD.fullmatch(folded):
        return _word_number(text, *match.groups())
    return None


def _in_range(number: int) -> int | None:
    return number if number <= HIGHEST_ANSWER else None


def _runs_together(text: str) -> bool:
    """Whether a sign that is a number by itself, as ① or ², stands beside another digit."""
    kinds = [unicodedata.category(char) for char in text]
    return kinds.count("No") > 0 and kinds.count("No") + kinds.count("Nd") > 1


def _word_number(text: str, before: str, folded: str) -> int | None:
    if folded == "khong" and before not in ("", "so "):
        return None  # "chọn không" is a no, not a nought
    written = " ".join(_PLAIN_WORD.findall(nfc(text).lower())[-len(folded.split()) :])
    # With marks they must be the right ones: "bà" and "hải" are no numbers.
    return _WRITTEN.get(written) if has_tone_marks(written) else _UNMARKED.get(folded)
