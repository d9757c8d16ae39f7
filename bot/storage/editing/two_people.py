"""Two people for what keeps people safe: whether a province asks for it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from bot.areas import commune
from bot.storage.content_tables import content_settings
from bot.storage.database import Transaction
from bot.storage.offices import audit
from bot.storage.upsert import insert
from broadcasts.governance import Denial
from broadcasts.officer import Officer, Role

_settings = select(content_settings.c.province, content_settings.c.two_people).order_by(content_settings.c.province)
_new = insert(content_settings)
_set = _new.on_conflict_do_update(
    index_elements=[content_settings.c.province],
    set_={name: _new.excluded[name] for name in ("two_people", "officer", "at")},
)


def wanted(tx: Transaction) -> bool:
    """Whether anybody asks for two people: all provinces of an installation read the same files."""
    return any(row.two_people for row in tx.execute(_settings))


def settings(tx: Transaction) -> Mapping[str, bool]:
    """Whether two people are asked for, by the codes of the provinces that have ever said so."""
    return {row.province: row.two_people for row in tx.execute(_settings)}


def provinces_of(officer: Officer) -> frozenset[str] | None:
    """The provinces that an officer may set it for; None for all of them, empty for none."""
    if not officer.active:
        return frozenset()
    if Role.ADMINISTRATOR in officer.roles:
        return None
    found = frozenset(one.province_code for one in map(commune, officer.areas) if one)
    return found if Role.PROVINCE in officer.roles else frozenset()


def switch(tx: Transaction, officer: Officer, province: str, on: bool, now: datetime) -> Denial | None:
    """Ask for two people in a province, or no longer."""
    own = provinces_of(officer)
    if own is not None and province not in own:
        return Denial.AREA if own else Denial.ROLE
    tx.execute(_set, {"province": province, "two_people": on, "officer": officer.id, "at": now})
    audit.append(tx, now, officer.id, "content.two_people", province, on=on)
    return None
