"""Everything that is kept about a person, table by table, so that nothing can be kept unseen."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, or_, select

from bot.conversation.facts import HeldRow
from bot.messages import Address
from bot.storage.conversations import addresses_of, contact_of
from bot.storage.database import Transaction
from bot.storage.tables import contacts, metadata

SINCE = ("created_on", "given_at", "started_at", "at", "asked_at", "received_at", "put_at", "seen_at")


def held(tx: Transaction, address: Address) -> tuple[HeldRow, ...]:
    """All rows about whoever is at this address, at all their addresses; columns by name, values as text."""
    contact = contact_of(tx, address)
    everywhere = (address,) if contact is None else addresses_of(tx, contact)
    return tuple(
        _shown(table, row)
        for table in metadata.sorted_tables
        if (question := _about(table, contact, everywhere)) is not None
        for row in tx.execute(question).mappings()
    )


def _about(table: Table, contact: str | None, everywhere: tuple[Address, ...]) -> Select[Any] | None:
    mine: list[ColumnElement[bool]] = []
    if "account" in table.c:
        mine += [_at(table, address) for address in everywhere]
    if contact is not None and table is contacts:
        mine.append(contacts.c.id == contact)
    if contact is not None and "contact" in table.c:
        mine.append(table.c.contact == contact)
    return select(table).where(or_(*mine)).order_by(*table.primary_key) if mine else None


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
