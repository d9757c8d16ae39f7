"""Officers for the tests: an office of a ward with a writer, an approver and one on duty, and those around it."""

from datetime import datetime

import pyotp

from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.offices import accounts, binding
from bot.storage.offices.accounts import Appointment
from bot.storage.offices.officers import officer_by_id
from broadcasts.officer import Officer, Role
from tests.broadcasts.made import COMMUNE, NOW, STORM

OFFICE = STORM.office


def appoint(
    tx: Transaction, *roles: Role, areas: tuple[str, ...] = (COMMUNE,), office: str = OFFICE, now: datetime = NOW
) -> Officer:
    """An officer whose telephone is `telegram:<their role>` where that is still free."""
    name = " ".join(role.value for role in roles)
    id, _ = accounts.add(tx, Appointment(name, office, frozenset(roles), areas), now)
    binding.bind(tx, phone(roles[0]), binding.new_code(tx, id, now), now)
    found = officer_by_id(tx, id)
    assert found is not None
    return found


def phone(role: Role) -> Address:
    """Where the first officer with this role writes from."""
    return Address("telegram", role.value)


def digits(secret: str, now: datetime) -> str:
    """What the officer's authenticator shows at this moment."""
    return pyotp.TOTP(secret).at(now)
