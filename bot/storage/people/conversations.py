"""Conversations: one for each address, with the contact behind it where there is one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.conversation.facts import Person, QuietHours, Stop
from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.notice_tables import officer_places
from bot.storage.offices.officers import officer_by_id
from bot.storage.prepared import Prepared
from bot.storage.tables import addresses, contacts, follows
from bot.storage.upsert import insert

NOBODY = Person()

_here = (addresses.c.channel == bindparam("at_channel"), addresses.c.account == bindparam("at_account"))
_lock = select(addresses.c.channel).where(*_here).with_for_update()
_add = Prepared(
    insert(addresses).on_conflict_do_nothing(index_elements=[addresses.c.channel, addresses.c.account]),
    ("channel", "account", "state"),
)
_acting = (
    select(officer_places.c.officer)
    .where(officer_places.c.channel == bindparam("at_channel"), officer_places.c.account == bindparam("at_account"))
    .scalar_subquery()
)
_conversation = Prepared(
    select(
        addresses.c.state,
        addresses.c.contact,
        contacts.c.audience,
        contacts.c.language,
        contacts.c.quiet_from,
        contacts.c.quiet_to,
        contacts.c.stop,
        follows.c.area,
        _acting.label("officer"),
    )
    .select_from(addresses.outerjoin(contacts).outerjoin(follows, follows.c.contact == contacts.c.id))
    .where(*_here)
    .order_by(follows.c.position)
)
_keep = Prepared(update(addresses).where(*_here), ("state", "seen_at", "open_until"))
_link = update(addresses).where(*_here)
_leave = update(addresses).where(*_here)
_contact = Prepared(select(addresses.c.contact).where(*_here))
_theirs = (
    select(addresses.c.channel, addresses.c.account)
    .where(addresses.c.contact == bindparam("who"))
    .order_by(addresses.c.channel, addresses.c.account)
)


def conversation(tx: Transaction, address: Address) -> tuple[ConversationState, Person]:
    """Where this address's conversation stands, and who is there; whoever else asks waits until we are done."""
    if tx.dialect.name == "postgresql":  # a statement of its own, so that the next one sees what was waited for
        hold(tx, address)
    rows = _conversation.rows(tx, _at(address))
    if not rows:
        return ConversationState(), NOBODY
    return ConversationState.from_json(rows[0][0]), _person(tx, rows)


def person_at(tx: Transaction, address: Address) -> Person:
    """Who is there, once facts about them were kept."""
    rows = _conversation.rows(tx, _at(address))
    return _person(tx, rows) if rows else NOBODY


def look_at(tx: Transaction, address: Address) -> ConversationState:
    """Where the conversation stands, without making anybody wait."""
    rows = _conversation.rows(tx, _at(address))
    return ConversationState.from_json(rows[0][0]) if rows else ConversationState()


def keep_conversation(
    tx: Transaction, address: Address, state: ConversationState, now: datetime, open_until: datetime | None = None
) -> None:
    """Keep where the conversation stands from now on, and until when the network lets us write there because of it."""
    values = {**_at(address), "state": state.to_json(), "seen_at": now, "open_until": open_until}
    if _keep.count(tx, values) == 0:
        _begin(tx, address)
        _keep.count(tx, values)


def hold(tx: Transaction, address: Address) -> None:
    """Make everybody else who means this address wait, also when it was never seen before."""
    if tx.execute(_lock, _at(address)).first() is None:
        _begin(tx, address)
        tx.execute(_lock, _at(address))


def leave(tx: Transaction, address: Address, at: datetime | None) -> None:
    """Note when the person blocked the bot there; None: they can be written to again."""
    tx.execute(_leave, {**_at(address), "left_at": at})


def contact_of(tx: Transaction, address: Address) -> str | None:
    """The random id of the contact at this address, if there is one."""
    rows = _contact.rows(tx, _at(address))
    return rows[0][0] if rows else None


def addresses_of(tx: Transaction, contact: str) -> tuple[Address, ...]:
    """Everywhere that this contact can be written to."""
    return tuple(Address(*found) for found in tx.execute(_theirs, {"who": contact}))


def link(tx: Transaction, address: Address, contact: str | None) -> None:
    """From now on this contact is at this address; None: nobody is known there."""
    tx.execute(_link, {**_at(address), "contact": contact})


def _begin(tx: Transaction, address: Address) -> None:
    _add.count(tx, {"channel": address.channel, "account": address.account, "state": {}})


def _at(address: Address) -> dict[str, str]:
    return {"at_channel": address.channel, "at_account": address.account}


def _person(tx: Transaction, rows: Sequence[Any]) -> Person:
    _, contact, audience, language, quiet_from, quiet_to, stop, _, acting = rows[0]
    officer = None if acting is None else officer_by_id(tx, acting)
    if contact is None:
        return NOBODY if officer is None else Person(officer=officer)
    return Person(
        contact,
        Audience(audience),
        language,
        areas=tuple(row[7] for row in rows if row[7] is not None),
        quiet=None if quiet_from is None else QuietHours(quiet_from, quiet_to),
        stop=Stop(stop),
        officer=officer,
    )
