"""What the ledger forgets of a person: that something was sent is counted, not to whom."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, Text, bindparam, cast, select, update

from bot.messages import Address, Screen
from bot.notices.screens import screen_body
from bot.storage.database import Transaction
from bot.storage.delivery import claims, ledger_rows, mailings, tallies
from bot.storage.listed import listed
from bot.storage.notice_tables import attempts, deliveries
from bot.storage.notice_tables import mailings as mailing_table

_OPEN = frozenset({"waiting", "later", "held"})
_row = (deliveries.c.id, deliveries.c.mailing, deliveries.c.state)
_of_contact = select(*_row).where(deliveries.c.contact == bindparam("who"))
_of_address = select(*_row).where(
    deliveries.c.contact.is_(None),  # all others are found by their contact, and these too have an index
    deliveries.c.channel == bindparam("at_channel"),
    deliveries.c.account == bindparam("at_account"),
)
_rows = select(listed("rows", id=BigInteger).c.id)
_nobody = update(deliveries).where(deliveries.c.id.in_(_rows)).values(contact=None, account="", messages=None)
_nowhere = update(attempts).where(attempts.c.delivery.in_(_rows)).values(account="")
_is_note = mailing_table.c.broadcast.is_(None)
_alone = select(mailing_table.c.id).where(
    _is_note, mailing_table.c.id.in_(_rows), mailing_table.c.first_row == mailing_table.c.last_row
)
_about = select(mailing_table.c.id).where(_is_note, cast(mailing_table.c.body, Text).contains(bindparam("case")))
_hush = update(mailing_table).where(mailing_table.c.id == bindparam("note"))


def forget(tx: Transaction, contact: str | None, everywhere: Sequence[Address], now: datetime) -> None:
    """Let nothing more be sent to this person, and keep what was sent as sent to somebody."""
    rows = list(tx.execute(_of_contact, {"who": contact})) if contact is not None else []
    for address in everywhere:
        rows += tx.execute(_of_address, {"at_channel": address.channel, "at_account": address.account})
    if rows:
        _hush_all(tx, tx.execute(_alone, {"rows": [[row.mailing] for row in rows]}).scalars().all())
        _drop(tx, [row for row in rows if row.state in _OPEN], now)
        ids = {"rows": [[row.id] for row in rows]}
        tx.execute(_nowhere, ids)
        tx.execute(_nobody, ids)


def forget_case(tx: Transaction, case: str, now: datetime) -> None:
    """Empty the notes to officers in which somebody's request for help was told, and stop what is still on its way."""
    notes = tx.execute(_about, {"case": case}).scalars().all()
    for note in notes:
        mailings.stop(tx, note, now)
    _hush_all(tx, notes)


def _drop(tx: Transaction, rows: Sequence[Row[Any, Any, Any]], now: datetime) -> None:
    ids = [row.id for row in rows]
    claims.forget(tx, ids)
    ledger_rows.move(tx, ids, "dropped", now)
    moves = tallies.Moves()
    for row in rows:
        moves.update(tallies.moved(row.mailing, Counter({row.state: 1}), "dropped"))
    tallies.add(tx, moves)


def _hush_all(tx: Transaction, notes: Sequence[int]) -> None:
    for note in notes:
        tx.execute(_hush, {"note": note, "body": screen_body(Screen(()))})
