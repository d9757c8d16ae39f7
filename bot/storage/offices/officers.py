"""Officers as everybody asks for them: by id, by the address they write from, by what they answer for."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, exists, func, select, update

from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.notice_tables import officer_places, officers
from bot.storage.offices.officer_rows import COLUMNS, AccountState, officer_of, province_of
from broadcasts.officer import Officer

_one = select(*COLUMNS).where(officers.c.id == bindparam("who"))
_here = (
    select(*COLUMNS)
    .join(officer_places, officer_places.c.officer == officers.c.id)
    .where(officer_places.c.channel == bindparam("channel"), officer_places.c.account == bindparam("account"))
)
_active = select(*COLUMNS).where(officers.c.state == AccountState.ACTIVE.value).order_by(officers.c.added_at)
_near = _active.where(officers.c.province.in_((bindparam("province"), "")))
_names = select(officers.c.id, officers.c.name).where(officers.c.id.in_(bindparam("ids", expanding=True)))
_anybody = select(exists(select(officers.c.id)))
_since = select(func.min(officers.c.added_at)).where(officers.c.office == bindparam("of"))
_seen = update(officer_places).where(
    officer_places.c.channel == bindparam("at_channel"), officer_places.c.account == bindparam("at_account")
)


def anybody(tx: Transaction) -> bool:
    """Whether there is any account, in use or not."""
    return bool(tx.execute(_anybody).scalar_one())


def officer_by_id(tx: Transaction, id: str) -> Officer | None:
    """One account, whatever its state."""
    return next(map(officer_of, tx.execute(_one, {"who": id})), None)


def officer_at(tx: Transaction, address: Address) -> Officer | None:
    """Whose account is used from this address."""
    return next(map(officer_of, tx.execute(_here, {"channel": address.channel, "account": address.account})), None)


def active_officers(tx: Transaction, areas: Iterable[str]) -> tuple[Officer, ...]:
    """All accounts in use that answer for a part of these communes, the oldest first."""
    communes = frozenset(areas)
    above = province_of(communes)
    rows = tx.execute(_near, {"province": above}) if above else tx.execute(_active)
    return tuple(one for one in map(officer_of, rows) if not one.areas.isdisjoint(communes))


def active(tx: Transaction) -> tuple[Officer, ...]:
    """All accounts in use anywhere, the oldest first."""
    return tuple(map(officer_of, tx.execute(_active)))


def names(tx: Transaction, ids: Collection[str]) -> dict[str, str]:
    """The officers' names by id; ids of nobody are left out."""
    return {row.id: row.name for row in tx.execute(_names, {"ids": sorted(ids)})}


def office_since(tx: Transaction, office: str) -> datetime | None:
    """When the first account of this office was made."""
    return tx.execute(_since, {"of": office}).scalar()


def seen(tx: Transaction, address: Address, now: datetime) -> None:
    """Note that the officer has written from there: who was here lately is called first."""
    tx.execute(_seen, {"at_channel": address.channel, "at_account": address.account, "seen_at": now})
