"""The organisations whose names are borrowed by swindlers, and what the real ones never do."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Never(Enum):
    """What an organisation never does; the value is how an administrator writes it, without tone marks."""

    ASKS_CODE = "hoi ma"  # nor a password, nor a card's number
    ASKS_TRANSFER = "doi chuyen tien"  # into an account that a message or a caller names
    ASKS_MONEY_FIRST = "doi tien truoc"  # before the goods, the loan, the place
    SENDS_LOGIN_LINK = "gui duong dan dang nhap"
    GIVES_APP = "bao cai ngoai kho"
    BIDS_SECRECY = "bao giu kin"
    WORKS_BY_CALL = "lam viec qua dien thoai"


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation: how people call it, the hosts that are its own, and what it never does."""

    name: str
    called: tuple[str, ...]  # short names and other spellings
    kind: str  # as in OfficialDomain
    hosts: tuple[str, ...]
    never: frozenset[Never]
    source: str = ""
    as_of: date | None = None
