"""What the name of a stranger's host shows: an office's word in it, and what only swindlers put beside such a word."""

import re

from bot.advice.link_names import ASKING_WORDS, CHEAP, ENTRY_WORDS, OFFICE_WORDS, OFFICES
from bot.directory import OfficialDomain
from bot.vietnamese.fold import fold
from bot.vietnamese.tricks import latin

_PART = re.compile(r"[a-z0-9]+")
_AS_AUTHORITY = re.compile(r"(?<![a-z0-9])gov[^a-z0-9]?vn(?![a-z0-9])")
_FOR_LETTERS = str.maketrans("01345", "oleas")
_IN_LETTERS = "xn--"  # before a name that was written in letters other than a to z
_NO_TAX = "taxi"  # in "xetaxi" stands no "etax"
MONEY = frozenset({"ngan hang", "vi dien tu"})
_SHORTEST = 3  # letters; a name as short is many people's


def plain_name(host: str) -> str:
    """The host as an eye in a hurry reads it: without marks, and signs as the letters that they resemble."""
    return fold(latin(readable(host))).translate(_FOR_LETTERS)


def parts(plain: str) -> list[str]:
    """The words of a plain name, "vcb", "vn", "iy" and "life" of "vcb.vn-iy.life"."""
    return _PART.findall(plain)


def readable(host: str) -> str:
    """The host in the letters that a browser shows, "xn--80ak6aa92e.com" in Cyrillic ones."""
    return ".".join(map(_decoded, host.split("."))) if _IN_LETTERS in host else host


def has_lookalikes(host: str) -> bool:
    """Whether letters of another alphabet stand in a host that look like ours."""
    shown = readable(host)
    return latin(shown) != shown


def is_office_name(host: str) -> bool:
    """Whether a host outside gov.vn calls itself an authority."""
    plain = plain_name(host).replace(_NO_TAX, "")
    return "gov" in parts(plain) or any(word in plain for word in OFFICE_WORDS)


def is_cheap(registered: str) -> bool:
    """Whether a name has an ending that costs next to nothing."""
    return registered.partition(".")[2] in CHEAP


def asks(registered: str) -> bool:
    """Whether a name abroad says what its visitor shall do or get: "nhan-qua", "xacminh"."""
    return not registered.endswith(".vn") and _says(registered, ASKING_WORDS)


def is_surely_false(host: str, registered: str, imitated: OfficialDomain | None) -> bool:
    """Whether a host that bears another's name is so made that no honest stranger would have it.

    It bears letters that look like others, or "gov.vn" in its midst; or a bank's or an office's name with the word for
    an entry, a cheap ending, or before the name that somebody else registered: "vietcombank.com.vn.lat".
    """
    plain = plain_name(host)
    if has_lookalikes(host) or _AS_AUTHORITY.search(plain):
        return True
    bank = imitated.host if imitated and fold(imitated.kind) in MONEY else ""
    office = any(one.startswith(OFFICES) for one in parts(plain))
    if bank and (f"{bank}." in host or _is_disguised(host, bank)):
        return True
    telling = office or len(_first(bank)) > _SHORTEST
    return (bool(bank) or office) and (_says(registered, ENTRY_WORDS) or (telling and is_cheap(registered)))


def _is_disguised(host: str, bank: str) -> bool:
    """Whether a bank's name is written with signs that only look like its letters: "vietcornbank", "vietc0mbank"."""
    return _first(bank) not in host and _first(bank) in plain_name(host).replace("rn", "m").replace("vv", "w")


def _first(host: str) -> str:
    return host.partition(".")[0]


def _decoded(name: str) -> str:
    if not name.startswith(_IN_LETTERS):
        return name
    try:
        return name.removeprefix(_IN_LETTERS).encode("ascii").decode("punycode")
    except UnicodeError:
        return name


def _says(registered: str, words: frozenset[str]) -> bool:
    plain = "".join(parts(plain_name(registered)))
    return any(word in plain for word in words)
