"""The officers of the simulated province: four communes, each with an office, and those above and beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pyotp

from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.offices import accounts, binding
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.officers import officer_by_id
from broadcasts.officer import Officer, Role

BEGINNING = datetime(2026, 11, 21, 6, tzinfo=UTC)  # 13:00 in Vietnam
APPOINTED = BEGINNING - timedelta(days=10)
CHAT, WEB = "chat", "web"
COMMUNES = ("26740", "26737", "26878", "00004")  # three of Thành phố Hồ Chí Minh, one of Hà Nội
_A, _B, _C, _D = COMMUNES
_POSTS: tuple[tuple[str, tuple[Role, ...], tuple[str, ...]], ...] = (
    ("An", (Role.WRITER,), (_A,)),
    ("Bình", (Role.APPROVER,), (_A,)),
    ("Châu", (Role.DUTY,), (_A,)),
    ("Dung", (Role.WRITER, Role.APPROVER), (_A, _B)),
    ("Giang", (Role.WRITER,), (_B,)),
    ("Hà", (Role.DUTY,), (_B,)),
    ("Khánh", (Role.WRITER,), (_C,)),
    ("Lan", (Role.APPROVER,), (_C,)),
    ("Minh", (Role.DUTY,), (_D,)),
    ("Nga", (Role.DUTY,), (_D,)),
    ("Oanh", (Role.PROVINCE,), ("79",)),
    ("Phúc", (Role.WRITER,), ("79", "01")),
    ("Quân", (Role.APPROVER,), ("79", "01")),
    ("Sơn", (Role.ADMINISTRATOR,), ("79", "01")),
    ("Thu", (Role.AUDITOR,), ("79",)),
)


@dataclass(frozen=True, slots=True)
class Member:
    """One officer, their telephone, and the second factor that only they know."""

    officer: Officer
    phone: Address
    secret: str

    def digits(self, now: datetime) -> str:
        """What the authenticator shows at this moment."""
        return pyotp.TOTP(self.secret).at(now)


def furnish(tx: Transaction) -> dict[str, Member]:
    """All of them, by name, appointed and bound."""
    return {name: _appoint(tx, name, roles, areas) for name, roles, areas in _POSTS}


def _appoint(tx: Transaction, name: str, roles: Iterable[Role], areas: tuple[str, ...]) -> Member:
    office = f"Ủy ban nhân dân {'-'.join(areas)}"
    id, secret = accounts.add(tx, Appointment(name, office, frozenset(roles), areas), APPOINTED)
    phone = Address(CHAT, f"officer-{name}")
    binding.bind(tx, phone, binding.new_code(tx, id, APPOINTED), APPOINTED)
    officer = officer_by_id(tx, id)
    assert officer is not None
    return Member(officer, phone, secret)
