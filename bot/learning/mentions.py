"""Web addresses and telephone numbers in plain words, so that a lesson names only those that the directory knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Endings under which a name without "https://" counts as an address; others are file names and typing slips.
_ENDINGS = (
    "vn|com|net|org|info|biz|edu|gov|asia|xyz|top|shop|store|online|site|website|space|club|app|dev|io|me|tk|ml|ga|cf|gq"
    "|cc|pw|ws|tv|co|uk|eu|cn|ru|jp|kr|sg|la|hk|tw|icu|vip|win|bid|loan|life|live|link|click"
    "|buzz|fun|pro|cloud|tech|blog|mobi|ly|gl|gg|ai"
)
_LINK = re.compile(
    rf"[a-z][a-z0-9+.-]*://(?:[^\s/@]*@)?(?P<full>[^\s/?#:()<>“”\"',;]+)|(?P<bare>\b(?:[\w-]{{1,63}}\.){{1,8}}(?:{_ENDINGS}))(?![\w-])",
    re.IGNORECASE,
)
_IN_LINK = re.compile(r"\.[^\W\d]|://")  # most texts have none, and this tells it sooner
_BLANK = re.compile(r"\s")
_DIGIT = re.compile(r"\d")
_GAP = r"[ .\-\u00a0]?"
_NUMBER = re.compile(
    rf"(?<![\d.,+])(?:\+?84{_GAP}|\(?0)\d(?:{_GAP}\)?{_GAP}\d){{7,9}}(?![\d])"
    rf"|(?<![\d.,])1[89]00(?:{_GAP}\d){{4,6}}(?!\d)"
)
_SHORT_NUMBER = re.compile(
    r"\b(?:gọi|tổng đài|đầu số|đường dây nóng|nhắn(?: tin)? (?:tới|đến|về|cho))(?: (?:số|tới|đến|cho|ngay))*"
    r" (?P<number>\d{3,5})(?![ .,\-]?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A host in lower case, or a number's digits, and where it stands in the text."""

    at: int
    end: int
    what: str


def links(text: str) -> Iterator[Mention]:
    """Every host named in the text, with or without `https://` before it."""
    for start, end in may_hold_links(text):
        for found in _LINK.finditer(text, start, end):
            yield Mention(found.start(), found.end(), (found["full"] or found["bare"]).lower().strip("."))


def may_hold_links(text: str) -> Iterator[tuple[int, int]]:
    """The stretches without blanks in which an address may stand."""
    end = 0
    for found in _IN_LINK.finditer(text):
        if found.start() >= end:
            start = found.start()
            while start > end and not text[start - 1].isspace():
                start -= 1
            blank = _BLANK.search(text, found.end())
            end = blank.start() if blank else len(text)
            yield start, end


def numbers(text: str) -> Iterator[Mention]:
    """Every Vietnamese telephone number, written whole, and every short one that somebody is told to call."""
    if not _DIGIT.search(text):
        return
    for found in _NUMBER.finditer(text):
        yield Mention(found.start(), found.end(), _at_home(re.sub(r"\D", "", found[0])))
    for found in _SHORT_NUMBER.finditer(text):
        yield Mention(found.start("number"), found.end(), found["number"])


def _at_home(digits: str) -> str:
    return "0" + digits[2:] if digits.startswith("84") else digits
