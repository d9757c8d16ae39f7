"""Where the links of a message really lead: whose name was registered, and whom it imitates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from bot.advice.link_names import APP_LINKS, ASKING_WORDS, CHATS, CHEAP, OFFICE_WORDS, SHORTENERS
from bot.directory import Directory, OfficialDomain
from bot.learning.mentions import links as mentioned
from bot.learning.mentions import may_hold_links
from bot.vietnamese.edits import edits
from bot.vietnamese.fold import fold
from bot.vietnamese.tricks import latin

if TYPE_CHECKING:
    from tldextract import TLDExtract

_MOST = 20  # links of one message are looked at
_WWW = re.compile(r"\bwww\.(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_ENDINGS = "|".join(sorted(re.escape(ending) for ending in CHEAP if "." not in ending))
_BARE = re.compile(rf"(?<![@\w.-])(?P<host>(?:[\w-]{{1,63}}\.){{1,8}}(?:{_ENDINGS}))(?![\w-])", re.IGNORECASE)
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_PART = re.compile(r"[a-z0-9]+")
_FOR_LETTERS = str.maketrans("01345", "oleas")
_SHORT_NAME, _LONG_NAME = 5, 10  # letters of a brand: shorter ones must stand alone, longer ones may have two slips
_SHORTEST = 3  # letters; so short a name is telling where it is about money
_MONEY = frozenset({"ngan hang", "vi dien tu"})
_PLAIN_NAMED = frozenset({"bao chi", "co quan", "giao duc"})
_PLAIN_WORDS = frozenset({"cake", "google", "grab", "tiki"})
_ANYBODYS = "nen tang"  # pages on these are written by anybody


class Place(Enum):
    """What kind of place a link leads to."""

    OFFICIAL = "official"
    ANYBODYS = "anybodys"  # a known platform, or a way into an app
    CHAT = "chat"
    SHORT = "short"
    IP = "ip"
    FAKE = "fake"
    CHEAP = "cheap"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands in the text, the name that somebody registered for it, and whom that imitates."""

    at: int
    end: int
    host: str
    registered: str
    place: Place
    imitates: OfficialDomain | None = None


class Brands:
    """The registered word of each official name, and whose it is; names that are plain words are left out."""

    def __init__(self, directory: Directory) -> None:
        named = ((domain.host.partition(".")[0], domain, fold(domain.kind)) for domain in directory.domains)
        self._owners = tuple(
            (brand, domain)
            for brand, domain, kind in named
            if kind not in _PLAIN_NAMED and brand not in _PLAIN_WORDS and (len(brand) > _SHORTEST or kind in _MONEY)
        )

    def imitated(self, host: str, registered: str) -> OfficialDomain | None:
        """Whose name a stranger's host bears or nearly bears; names at home may hold another's as a part."""
        at_home = registered.endswith(".vn")
        plain = _plain(registered.partition(".")[0] if at_home else host)
        parts = _PART.findall(plain)
        for brand, domain in self._owners:
            if any(_is_near(part, brand) for part in parts) or (brand in parts and parts != [brand]):
                return domain
            if len(brand) >= _SHORT_NAME and not at_home and brand in plain:
                return domain
        return None


def links(text: str, directory: Directory, brands: Brands) -> tuple[Link, ...]:
    """The links of the text, each host once."""
    found: dict[str, Link] = {}
    for at, end, host in _hosts(text):
        if host not in found and len(found) < _MOST:
            found[host] = _link(at, end, host, directory, brands)
    return tuple(found.values())


def registered_name(host: str) -> str:
    """The part of a host that somebody registered, "vn-iy.life" of "vcb.vn-iy.life"; the host where there is none."""
    return _splitter().extract_str(host).top_domain_under_public_suffix or host


def _hosts(text: str) -> Iterator[tuple[int, int, str]]:
    for one in mentioned(text):
        yield one.at, one.end, one.what.removeprefix("www.")
    for start, end in may_hold_links(text):
        for match in (*_WWW.finditer(text, start, end), *_BARE.finditer(text, start, end)):
            yield match.start(), match.end(), match["host"].lower().strip(".-").removeprefix("www.")


@cache
def _splitter() -> "TLDExtract":
    from tldextract import TLDExtract  # half a second, and only a text with a link needs it

    return TLDExtract(suffix_list_urls=(), cache_dir=None)  # the list inside the package, never the network


def _link(at: int, end: int, host: str, directory: Directory, brands: Brands) -> Link:
    if _IP.fullmatch(host):
        return Link(at, end, host, host, Place.IP)
    registered = registered_name(host)
    known = _known_place(host, registered, directory)
    if known is not None:
        return Link(at, end, host, registered, known)
    imitated = brands.imitated(host, registered)
    if imitated is not None or _is_office_name(host):
        return Link(at, end, host, registered, Place.FAKE, imitated)
    cheap = registered.partition(".")[2] in CHEAP or _asks(registered)
    return Link(at, end, host, registered, Place.CHEAP if cheap else Place.UNKNOWN)


def _known_place(host: str, registered: str, directory: Directory) -> Place | None:
    """The place of a name that is known; None for a stranger's."""
    if registered in CHATS:
        return Place.CHAT
    if registered in SHORTENERS:
        return Place.SHORT
    if registered in APP_LINKS:
        return Place.ANYBODYS
    if not directory.knows_domain(host):
        return None
    listed = directory.domain(host)
    return Place.ANYBODYS if listed and fold(listed.kind) == _ANYBODYS else Place.OFFICIAL


def _is_near(part: str, brand: str) -> bool:
    if len(brand) <= _SHORT_NAME or abs(len(part) - len(brand)) > 2 or part[0] not in brand[:2]:
        return False
    return edits(part, brand) <= (1 if len(brand) < _LONG_NAME else 2)


def _is_office_name(host: str) -> bool:
    """Whether a host outside gov.vn calls itself an authority."""
    plain = _plain(host)
    return "gov" in _PART.findall(plain) or any(word in plain for word in OFFICE_WORDS)


def _asks(registered: str) -> bool:
    """Whether a name abroad says what its visitor shall do or get: "nhan-qua", "xacminh"."""
    plain = "".join(_PART.findall(_plain(registered)))
    return not registered.endswith(".vn") and any(word in plain for word in ASKING_WORDS)


def _plain(host: str) -> str:
    return fold(latin(host)).translate(_FOR_LETTERS)
