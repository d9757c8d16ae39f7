"""Forgetting a person: what stays are random ids, the proof that consent was given and taken back."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, insert, update

from bot.messages import Address
from bot.storage.asking import question_erasure
from bot.storage.broadcasting import cases, receipts
from bot.storage.database import Transaction
from bot.storage.delivery import ledger_erasure
from bot.storage.notice_tables import broadcast_moves
from bot.storage.offices import binding
from bot.storage.people.conversations import addresses_of, contact_of, hold
from bot.storage.people.inbox import State
from bot.storage.tables import addresses, consents, contacts, inbox, mailbox, requests

_withdraw = update(consents).where(consents.c.contact == bindparam("who"), consents.c.withdrawn_at.is_(None))
_contact = delete(contacts).where(contacts.c.id == bindparam("who"))  # progress, answers and follows go with it
_logged = insert(requests)
_letters = delete(mailbox).where(mailbox.c.account == bindparam("at_account"))
_address = delete(addresses).where(
    addresses.c.channel == bindparam("at_channel"), addresses.c.account == bindparam("at_account")
)
_messages = and_(inbox.c.channel == bindparam("at_channel"), inbox.c.account == bindparam("at_account"))
_answered_messages = delete(inbox).where(_messages, inbox.c.state == State.ANSWERED.value)
_words = update(inbox).where(_messages).values(body=None)
_moved_from = update(broadcast_moves).where(broadcast_moves.c.where == bindparam("place"))


def erase(tx: Transaction, address: Address, now: datetime) -> None:
    """Forget whoever is at this address, at all their addresses; works for somebody without a contact too.

    A message that is still being answered keeps its row, without words, so that nobody meets silence; it goes with
    the old ones.
    """
    hold(tx, address)
    contact = contact_of(tx, address)
    everywhere = (address,) if contact is None else addresses_of(tx, contact)
    for place in everywhere:
        cases.forget(tx, place, contact, now)
        question_erasure.forget(tx, place, contact, now)
        _forget_address(tx, place)
        _retire(tx, place, now)
    if contact is not None:
        receipts.forget(tx, contact)
        tx.execute(_withdraw, {"who": contact, "withdrawn_at": now})
        tx.execute(_contact, {"who": contact})
    tx.execute(_logged, {"contact": contact, "kind": "erase", "asked_at": now, "done_at": now})
    ledger_erasure.forget(tx, contact, everywhere, now)


def _forget_address(tx: Transaction, address: Address) -> None:
    at = {"at_channel": address.channel, "at_account": address.account}
    tx.execute(_letters, {"at_account": address.account})
    tx.execute(_answered_messages, at)
    tx.execute(_words, at)
    tx.execute(_address, at)


def _retire(tx: Transaction, address: Address, now: datetime) -> None:
    """No account of an officer is used from there any more; what was done from there names the network only."""
    binding.unbind(tx, address, now)
    tx.execute(_moved_from, {"place": str(address), "where": f"{address.channel}:"})
