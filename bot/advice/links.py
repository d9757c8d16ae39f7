"""Where the links of a message really lead: whose name was registered, and whom it imitates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.advice.false_names import (
    MONEY,
    asks,
    has_lookalikes,
    is_cheap,
    is_office_name,
    is_surely_false,
    parts,
    plain_name,
)
from bot.advice.link_names import APP_LINKS, CHATS, CHEAP, SHORTENERS
from bot.directory import Directory, OfficialDomain
from bot.learning.mentions import links as mentioned
from bot.learning.mentions import suffixes
from bot.vietnamese.edits import edits
from bot.vietnamese.fold import fold

_MOST = 20  # links of one message are looked at
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_WRITTEN_IP = rf"(?:{_OCTET}\.){{3}}{_OCTET}"
_BARE_IP = re.compile(rf"(?<![\w.:/@-]){_WRITTEN_IP}(?=[/:]\w)|(?<!\S){_WRITTEN_IP}(?=\W*\Z)")
_MAY_BE_IP = re.compile(r"[0-9]\.[0-9]{1,3}\.[0-9]")  # tells it ten times sooner
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")  # behind "http://", where nothing else can be meant
_PATH = re.compile(r"[/?#:\\]\S*")
_SHORT_NAME, _LONG_NAME = 5, 10  # letters of a brand: shorter ones must stand alone, longer ones may have two slips
_SHORTEST = 3  # letters; so short a name is telling where it is about money
_MOST_SLIPS = 2
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
    """A link as it stands in the text, the name that somebody registered for it, and whom that imitates.

    `listed` is the directory's entry of a place that is known; `surely_false` as `is_surely_false` has it;
    `lookalikes` tells of letters of another alphabet.
    """

    at: int
    end: int
    host: str
    registered: str
    place: Place
    imitates: OfficialDomain | None = None
    listed: OfficialDomain | None = None
    surely_false: bool = False
    lookalikes: bool = False


class Brands:
    """The registered word of each official name, and whose it is; names that are plain words are left out."""

    def __init__(self, directory: Directory) -> None:
        named = ((domain.host.partition(".")[0], domain, fold(domain.kind)) for domain in directory.domains)
        self._owners = tuple(
            (brand, domain)
            for brand, domain, kind in named
            if kind not in _PLAIN_NAMED and brand not in _PLAIN_WORDS and (len(brand) > _SHORTEST or kind in MONEY)
        )

    def imitated(self, host: str, registered: str) -> OfficialDomain | None:
        """Whose name a stranger's host bears or nearly bears; names at home may hold another's as a part."""
        at_home = registered.endswith(".vn")
        plain = plain_name(registered.partition(".")[0] if at_home else host)
        words = parts(plain)
        long = [word for word in words if len(word) >= _SHORT_NAME + 1 - _MOST_SLIPS]
        for brand, domain in self._owners:
            if any(_is_near(word, brand) for word in long) or (brand in words and words != [brand]):
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
    return suffixes().extract_str(host).top_domain_under_public_suffix or host


def is_ip(written: str) -> bool:
    """Whether digits and dots are a machine's number on the internet; a telephone's begins with 0."""
    return re.fullmatch(_WRITTEN_IP, written) is not None


def _hosts(text: str) -> Iterator[tuple[int, int, str]]:
    """Each host with its place; what stands in another link's path leads nowhere, "evil.com/vietcombank.com.vn"."""
    done = 0
    for one in mentioned(text, CHEAP):
        if one.at >= done or "://" in text[one.at : one.end]:
            yield one.at, one.end, one.what.removeprefix("www.")
            path = _PATH.match(text, one.end)
            done = path.end() if path else one.end
    if _MAY_BE_IP.search(text):
        for found in _BARE_IP.finditer(text):
            yield found.start(), found.end(), found[0]


def _link(at: int, end: int, host: str, directory: Directory, brands: Brands) -> Link:
    if _IP.fullmatch(host):
        return Link(at, end, host, host, Place.IP)
    registered = registered_name(host)
    known = _known_place(host, registered, directory)
    if known is not None:
        return Link(at, end, host, registered, known, listed=directory.domain(host))
    alike, imitated = has_lookalikes(host), brands.imitated(host, registered)
    if imitated is not None or is_office_name(host):
        surely = is_surely_false(host, registered, imitated)
        return Link(at, end, host, registered, Place.FAKE, imitated, surely_false=surely, lookalikes=alike)
    place = Place.CHEAP if is_cheap(registered) or asks(registered) else Place.UNKNOWN
    return Link(at, end, host, registered, place, lookalikes=alike)


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


def _is_near(word: str, brand: str) -> bool:
    if len(brand) <= _SHORT_NAME or abs(len(word) - len(brand)) > _MOST_SLIPS or word[0] not in brand[:2]:
        return False
    return edits(word, brand) <= (1 if len(brand) < _LONG_NAME else _MOST_SLIPS)
