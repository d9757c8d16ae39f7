"""Everything that is kept about a person, table by table, so that nothing can be kept unseen."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, or_, select

from bot.conversation.facts import HeldRow
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.notice_tables import (
    attempts,
    broadcast_moves,
    case_words,
    cases,
    deliveries,
    officer_places,
    officers,
)
from bot.storage.people.conversations import addresses_of, contact_of
from bot.storage.schema import TABLES
from bot.storage.tables import contacts

SINCE = (
    *("created_on", "given_at", "started_at", "at", "asked_at", "received_at", "put_at", "seen_at"),
    *("bound_at", "opened_at", "added_at"),
)
_OF_OFFICER = tuple(officers.c[name] for name in ("id", "name", "office", "roles", "areas", "state", "added_at"))


def held(tx: Transaction, address: Address) -> tuple[HeldRow, ...]:
    """All rows about whoever is at this address, at all their addresses; columns by name, values as text."""
    contact = contact_of(tx, address)
    everywhere = (address,) if contact is None else addresses_of(tx, contact)
    return tuple(
        _shown(table, row)
        for table in TABLES.sorted_tables
        if (question := _about(table, contact, everywhere)) is not None
        for row in tx.execute(question).mappings()
    )


def _about(table: Table, contact: str | None, everywhere: tuple[Address, ...]) -> Select[Any] | None:
    if table is case_words:
        theirs = select(cases.c.id).where(_mine(cases, contact, everywhere))
        return select(table).where(table.c.case.in_(theirs)).order_by(table.c.id)
    if table is attempts:  # by address they would have to be looked for among millions
        meant = select(deliveries.c.id).where(_mine(deliveries, contact, everywhere))
        return select(table).where(table.c.delivery.in_(meant)).order_by(table.c.id)
    if table is officers:
        acting = select(officer_places.c.officer).where(_mine(officer_places, contact, everywhere))
        return select(*_OF_OFFICER).where(table.c.id.in_(acting))
    if table is broadcast_moves:
        return select(table).where(table.c.where.in_(list(map(str, everywhere)))).order_by(table.c.id)
    if table is contacts or {"contact", "account"} & set(table.c.keys()):
        return select(table).where(_mine(table, contact, everywhere)).order_by(*table.primary_key)
    return None


def _mine(table: Table, contact: str | None, everywhere: tuple[Address, ...]) -> ColumnElement[bool]:
    """Rows that name the contact, and rows that name an address of theirs and no contact."""
    mine: list[ColumnElement[bool]] = [false()]
    person = table.c.id if table is contacts else table.c.get("contact")
    if person is not None and contact is not None:
        mine.append(person == contact)
    if "account" in table.c:
        here = or_(*(_at(table, address) for address in everywhere))
        mine.append(here if person is None else and_(person.is_(None), here))
    return or_(*mine)


def _at(table: Table, address: Address) -> ColumnElement[bool]:
    account: ColumnElement[bool] = table.c.account == address.account
    return and_(account, table.c.channel == address.channel) if "channel" in table.c else account


def _shown(table: Table, row: Any) -> HeldRow:
    since = next((row[name] for name in SINCE if row.get(name) is not None), None)
    values = tuple((name, _text(value)) for name, value in row.items() if value is not None)
    return HeldRow(table.name, _moment(since), values)


def _moment(since: datetime | date | None) -> datetime | None:
    return since if since is None or isinstance(since, datetime) else datetime.combine(since, time(), UTC)


def _without_files(value: Any) -> Any:
    """A letter without the file it carries: that was made from this very data, and would double with each look."""
    media = value.get("media") if isinstance(value, dict) else None
    if not isinstance(media, dict):
        return value
    return {**value, "media": {name: part for name, part in media.items() if name != "data"}}


def _text(value: object) -> str:
    if isinstance(value, dict | list):
        return json.dumps(_without_files(value), ensure_ascii=False)
    return value.isoformat() if isinstance(value, date | time) else str(value)
