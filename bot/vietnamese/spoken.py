"""Text as it is to be said: what a voice or an announcer stumbles over is written out."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from bot.vietnamese.fold import nfc
from bot.vietnamese.numerals import digit_by_digit, in_words, number_of
from bot.vietnamese.pronunciation import HOTLINES, SAID, SAID_IN_CAPITALS, UNITS

__all__ = ["number_of", "read_aloud"]

_COUNTED = (
    "người|hộ|nhà|căn|ngày|giờ|phút|giây|tuần|tháng|năm|lần|vụ|trường hợp|bài|câu|trang|cuộc|tin|"
    "đồng|nghìn|ngàn|triệu|tỷ|tỉ|trăm|phần|điểm|con|cái|chiếc|suất|học|ha|kg|km|cm|mm|m|%"
)
_MANY = {"k": "nghìn", "ngàn": "nghìn", "tr": "triệu", "tỉ": "tỷ"}
_CURRENCY = r"(?:đồng|đ|vnđ|vnd|₫)"
_AMOUNT = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"


def read_aloud(text: str) -> str:
    """The text with numbers, dates, times, money, hotlines and foreign words as they are said; sentences stay."""
    spoken = nfc(text)
    for pattern, say in _RULES:
        spoken = pattern.sub(say, spoken)
    return spoken


def _amount(written: str) -> str:
    """A number as written in Vietnam, dots between thousands and a comma before the decimals, in words."""
    whole, _, decimals = written.replace(".", "").partition(",")
    if len(whole) > 12 or (len(whole) > 1 and whole.startswith("0")):
        return digit_by_digit(whole + decimals)
    return in_words(int(whole)) + (f" phẩy {_decimals(decimals)}" if decimals else "")


def _decimals(written: str) -> str:
    return digit_by_digit(written) if len(written) > 2 or written.startswith("0") else in_words(int(written))


def _money(match: re.Match[str]) -> str:
    many = (match["many"] or "").lower()
    return " ".join(filter(None, (_amount(match["amount"]), _MANY.get(many, many), "đồng")))


def _month(written: str) -> str:
    return "tư" if int(written) == 4 else in_words(int(written))


def _date(match: re.Match[str]) -> str:
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    try:
        date(year, month, day)
    except ValueError:
        return match[0]
    return f"{match['before'] or 'ngày '}{in_words(day)} tháng {_month(match['month'])} năm {in_words(year)}"


def _day(match: re.Match[str]) -> str:
    before = match["before"] if match["before"].lower().endswith("ngày ") else f"{match['before']}ngày "
    return f"{before}{in_words(int(match['day']))} tháng {_month(match['month'])}"


def _time(match: re.Match[str]) -> str:
    minutes = int(match["minutes"] or 0)
    return f"{in_words(int(match['hours']))} giờ" + (f" {in_words(minutes)} phút" if minutes else "")


def _word(match: re.Match[str]) -> str:
    return SAID_IN_CAPITALS.get(match[0]) or SAID.get(match[0].lower()) or match[0]


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def _rule(pattern: str, say: Callable[[re.Match[str]], str]) -> _Rule:
    return re.compile(pattern, re.IGNORECASE), say


_NUMBER_START = r"(?<![\w.,/])"
_RULES: tuple[_Rule, ...] = (
    (re.compile(rf"(?<!\w)(?:{_any_of(SAID_IN_CAPITALS)})(?!\w)"), _word),
    (re.compile(r"\bTP\.\s?(?=\w)"), lambda _: "thành phố "),
    _rule(rf"(?<![\w.@/-])(?:{_any_of(SAID)})(?![\w@/-]|\.\w)", _word),
    _rule(r"(?P<before>\bngày )?(?<![\d/.-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)", _date),
    _rule(
        r"(?P<before>\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm) )"
        r"(?P<day>[12]\d|3[01]|0?[1-9])/(?P<month>1[0-2]|0?[1-9])(?![\d/])",
        _day,
    ),
    _rule(r"(?<=\btháng )(?P<month>1[0-2]|0?[1-9])/(?=\d{4}(?!\d))", lambda m: f"{_month(m['month'])} năm "),
    _rule(r"(?<![\w.,+])(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)", lambda m: digit_by_digit(m[0].replace("+84", "0"))),
    _rule(r"(?<![\w.,])1[89]00(?:[ .-]?\d){4,6}(?!\d)", lambda m: digit_by_digit(m[0])),
    _rule(rf"(?:(?<=gọi )|(?<=số )|(?<=đài ))(?:{_any_of(HOTLINES)})(?!\w|[.,]\d)", lambda m: digit_by_digit(m[0])),
    _rule(
        rf"{_NUMBER_START}(?:{_any_of(HOTLINES)})(?!\w|[.,/:]\d|\s?-\s?\d|\s?(?:{_COUNTED})(?!\w))",
        lambda m: digit_by_digit(m[0]),
    ),
    _rule(r"(?<=[\dhk%])\s?[-–]\s?(?=\d)", lambda _: " đến "),
    _rule(r"(?<![\w:.,/])(?P<hours>2[0-4]|1\d|0?\d)(?:h|g(?=\d)|:(?=\d))(?P<minutes>[0-5]\d)?(?![\w:])", _time),
    _rule(rf"{_NUMBER_START}(?P<amount>{_AMOUNT})\s?(?P<many>k|tr)(?:\s?{_CURRENCY})?(?!\w)", _money),
    _rule(rf"{_NUMBER_START}(?P<amount>{_AMOUNT})\s?(?P<many>nghìn|ngàn|triệu|tỷ|tỉ)?\s?{_CURRENCY}(?!\w)", _money),
    _rule(
        rf"{_NUMBER_START}(?P<amount>{_AMOUNT})\s?(?P<unit>{_any_of(UNITS)})(?!\w)",
        lambda m: f"{_amount(m['amount'])} {UNITS[m['unit'].lower()]}",
    ),
    _rule(rf"{_NUMBER_START}(?P<over>\d+)/(?=\d+(?![\w.]))", lambda m: f"{_amount(m['over'])} trên "),
    _rule(rf"{_NUMBER_START}(?:{_AMOUNT})(?![\w.]*\w)", lambda m: _amount(m[0])),
    _rule(rf"{_NUMBER_START}\d+(?:\.\d+)+(?!\w)", lambda m: " chấm ".join(map(_amount, m[0].split(".")))),
)
