"""Web addresses and telephone numbers in plain words, so that a lesson names only those that the directory knows."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tldextract import TLDExtract

# Endings under which a name without "https://" counts as an address; others are file names and typing slips.
_ENDINGS_WORDS = """
    vn com net org info biz edu gov asia xyz top shop store online site website space club app dev io me tk ml ga cf gq
    cc pw ws tv co uk eu cn ru jp kr sg la hk tw icu vip win bid loan life live link click
    buzz fun pro cloud tech blog mobi ly gl gg ai
"""
_ENDINGS = frozenset(_ENDINGS_WORDS.split())
_FULL = re.compile(
    r"[a-z][a-z0-9+.-]{0,30}://(?:[^\s/?#\\]*@)?(?P<host>[^\s/\\?#@:()<>\[\]{}“”‘’«»\"',;!…|*`]+)", re.IGNORECASE
)
_NAMES = re.compile(r"\b[\w-]{1,63}+(?:\.[\w-]{1,63}+)++")  # names with dots between, as many as stand in a row
_MOST_NAMES = 20  # of one host are looked at, the last, which tell who registered it
_WWW = "www"
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


def links(text: str, more: Collection[str] = ()) -> Iterator[Mention]:
    """Every host named in the text, with or without `https://` before it; `more` are endings that count besides ours.

    A host is read whole: "xa.gov.vn.lat" is nobody's under gov.vn.
    """
    for start, end in _may_hold_links(text):
        done = start
        for full in _FULL.finditer(text, start, end):
            yield from _bare(text, done, full.start(), more)
            done = full.end()
            if host := _until_last_ending(full["host"].lower().strip(".")):
                yield Mention(full.start(), done, host)
        yield from _bare(text, done, end, more)


def _bare(text: str, start: int, end: int, more: Collection[str]) -> Iterator[Mention]:
    for found in _NAMES.finditer(text, start, end):
        names = found[0].split(".")
        if stop := _stop(names, more):
            behind = found.start() + len(".".join(names[:stop]))
            host = ".".join(names[:stop][-_MOST_NAMES:])
            yield Mention(behind - len(host), behind, host.lower())


def _stop(names: Sequence[str], more: Collection[str]) -> int:
    """Where an address ends: behind the last ending there is, if one of them counts here or "www" stands before."""
    plain = [name.lower() for name in names]
    counts = [at for at, name in enumerate(plain) if at and (name in _ENDINGS or name in more)]
    if counts:
        return _last_ending(plain, counts[-1]) + 1
    www = plain.index(_WWW) if _WWW in plain else len(plain)
    last = _last_ending(plain, www)
    return last + 1 if last > www else 0


def _until_last_ending(host: str) -> str:
    """A host without the words that a forgotten blank hangs on it: "xa.gov.vn.bác"."""
    names = host.split(".")[-_MOST_NAMES:]
    last = 0 if names[-1] in _ENDINGS else _last_ending(names, 0)
    return ".".join(names[: last + 1] if last else names)


def _last_ending(names: Sequence[str], at: int) -> int:
    """The place of the last ending behind a place; this one where there is none behind it."""
    behind = range(len(names) - 1, at, -1)
    return next((place for place in behind if names[place] in _every_ending()), at)


@cache
def suffixes() -> "TLDExtract":
    """What is registered under which ending, by the public list."""
    from tldextract import TLDExtract  # a tenth of a second and more, and only a text with a link needs it

    return TLDExtract(suffix_list_urls=(), cache_dir=None)  # the list inside the package, never the network


@cache
def _every_ending() -> frozenset[str]:
    return frozenset(suffixes().tlds)


def _may_hold_links(text: str) -> Iterator[tuple[int, int]]:
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
