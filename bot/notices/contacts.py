"""Web addresses and telephone numbers that a notice names, and whether anybody has vouched for them."""

import re
from collections.abc import Iterator

from bot.directory import Directory
from bot.directory.entries import plain_number
from bot.learning.lesson_passages import without_links
from bot.learning.mentions import links, numbers
from bot.vietnamese.fold import fold
from bot.vietnamese.pronunciation import HOTLINES
from broadcasts.notice import Notice
from broadcasts.wording.facts import Link, Number, Trust

FIELDS = ("office", "headline", "description", "instruction", "place")
_OPEN_TO_ALL = "nen tang"  # the kind that the directory calls a platform
_MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
# What a list of endings does not know: an ending of any kind with a path behind it, or "www." before it.
_ODD = re.compile(r"(?<![\w@./:-])((?:[a-z0-9-]+\.)+[a-z]{2,})/\w|(?<!\w)www\.([\w.-]+)", re.IGNORECASE | re.ASCII)
_DATE = re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_LONGEST = 60
_SHORT = 5  # digits; a longer number is no count
_COUNTED = re.compile(
    r"\s*(?:người|hộ|tàu|thuyền|ghe|xe|bà con|ngư dân|học sinh|lao động|thanh niên|trẻ|cháu|gia đình|nhà)\b"
)
_ABROAD = re.compile(r"\(\s*\+?84\s*\)\s*")


def links_of(notice: Notice, directory: Directory) -> Iterator[Link]:
    """Every host in the texts and behind `web`; one that cannot be read is unknown."""
    for field in FIELDS:
        for host in _hosts(getattr(notice, field)):
            yield Link(field, host, _trust(host, directory))
    for host in _mails(notice.contact):
        yield Link("contact", host, _trust(host, directory))
    if notice.web:
        for host in _hosts(notice.web) or [notice.web[:_LONGEST]]:
            yield Link("web", host, _trust(host, directory))


def numbers_of(notice: Notice, directory: Directory) -> Iterator[Number]:
    """Every telephone number in the texts; known are the notice's own contact, the directory and national hotlines."""
    own = set(_numbers(notice.contact))
    for field in FIELDS:
        for number in _numbers(getattr(notice, field)):
            known = number in own or number in HOTLINES or directory.knows_number(number)
            yield Number(field, number, known)


def is_contact(contact: str) -> bool:
    """Whether there is anything to dial or to write to."""
    return bool(_numbers(contact) or _mails(contact) or plain_number(contact))


def _numbers(text: str) -> list[str]:
    plain = _ABROAD.sub("+84 ", _DATE.sub(" ; ", without_links(text)))
    whole = [plain_number(text)] if plain_number(text) else []
    dialled = (one.what for one in numbers(plain) if len(one.what) > _SHORT or not _COUNTED.match(plain, one.end))
    return list(dict.fromkeys([*whole, *dialled]))


def _hosts(text: str) -> list[str]:
    """Each host once; a missing blank behind a full stop, "ngay.Ai", names none."""
    without_mails = _MAIL.sub(" ", text) if "@" in text else text
    named = [one.what for one in links(without_mails) if _is_address(without_mails[one.at : one.end])]
    odd = [found[1] or found[2] for found in _ODD.finditer(without_mails)]
    return list(dict.fromkeys([*named, *(host.lower().strip(".") for host in odd), *_mails(text)]))


def _mails(text: str) -> list[str]:
    return [host.lower() for host in _MAIL.findall(text)] if "@" in text else []


def _is_address(written: str) -> bool:
    ending = written.rpartition(".")[2]
    return "://" in written or (written.isascii() and (ending.islower() or written.isupper()))


def _trust(host: str, directory: Directory) -> Trust:
    listed = directory.domain(host)
    if listed and fold(listed.kind) == _OPEN_TO_ALL:
        return Trust.OPEN_TO_ALL
    return Trust.OFFICIAL if directory.knows_domain(host) else Trust.UNKNOWN
