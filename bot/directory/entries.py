"""What the directory knows, and how it is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.directory.organisations import Organisation
from bot.translations import Words

_HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_PORT = re.compile(r":\d{1,5}\Z")
_AUTHORITIES = "gov.vn"  # given to state bodies only


@dataclass(frozen=True, slots=True)
class OfficialDomain:
    """A registered name and whose it is; `verified` once two independent lists or an administrator have said so."""

    host: str
    name: str
    kind: str  # "ngân hàng", "cơ quan", "nhà mạng"…, as the administrator wrote it, in lower case
    verified: bool
    source: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number that anybody may call, and what for; `verified` unless the table says that it waits for that."""

    number: str
    name: str
    purpose: str
    source: str = ""
    as_of: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a commune's people find somebody; phone or address may be empty, not both."""

    commune_code: str
    place: str
    phone: str
    address: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a table: the file below the lessons folder, the line from 1, the sentence and its values."""

    file: str
    line: int
    sentence: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """In Vietnamese: what is wrong and what to write instead."""
        return self.said(Words())

    def said(self, words: Words) -> str:
        """The message in the reader's language."""
        return words.say(self.sentence, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that was read, and the mistakes of what was not."""

    domains: tuple[OfficialDomain, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    contacts: tuple[Contact, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    _by_host: dict[str, OfficialDomain] = field(init=False, repr=False, compare=False)
    _numbers: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_host", {domain.host: domain for domain in self.domains})
        written = (*(line.number for line in self.hotlines), *(contact.phone for contact in self.contacts))
        object.__setattr__(self, "_numbers", frozenset(map(plain_number, written)) - {""})

    def domain(self, host: str) -> OfficialDomain | None:
        """The entry of the host or of the nearest name above it."""
        return next((self._by_host[name] for name in _upwards(plain_host(host)) if name in self._by_host), None)

    def knows_domain(self, host: str) -> bool:
        """Whether the host is listed, lies under a listed name, or is an authority's; listed is not yet verified."""
        return self.domain(host) is not None or is_authority(host)

    def vouches_for(self, host: str) -> bool:
        """Whether the host is surely who it says: an authority's, or under a name that was verified."""
        listed = self.domain(host)
        return is_authority(host) or (listed is not None and listed.verified)

    def knows_number(self, number: str) -> bool:
        """Whether the number, however it is parted, is a listed hotline or a commune's telephone."""
        return plain_number(number) in self._numbers

    def contacts_of(self, commune_code: str) -> tuple[Contact, ...]:
        """The commune's contacts in the order of the file."""
        return tuple(contact for contact in self.contacts if contact.commune_code == commune_code)


def is_authority(host: str) -> bool:
    """Whether the host lies under gov.vn; "gov.vn.evil.com" does not."""
    return _AUTHORITIES in _upwards(plain_host(host))


def plain_host(written: str) -> str:
    """The host in lower case, without port and last dot; empty for what cannot be one, such as a whole address."""
    host = _PORT.sub("", written.strip().lower()).removesuffix(".")
    return host if _HOST.fullmatch(host) else ""


def plain_number(written: str) -> str:
    """The digits as dialled within the country: "+84 912.345.678" is "0912345678"; empty for anything else."""
    digits = re.sub(r"[\s.()-]|\A\s*tel:", "", written)
    digits = re.sub(r"\A\+84", "0", digits)
    return digits if re.fullmatch(r"[0-9]+", digits) else ""


def _upwards(host: str) -> Iterator[str]:
    """The host and the names above it: a.b.vn, b.vn, vn."""
    while host:
        yield host
        host = host.partition(".")[2]
