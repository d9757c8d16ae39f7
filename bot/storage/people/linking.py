"""One person at several addresses: a code shown at one of them, typed at another, says that both are the same."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, tuple_, update

from bot.conversation.facts import Why
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.delivery import ledger_merging
from bot.storage.notice_tables import cases, receipts
from bot.storage.people import contacts
from bot.storage.people.conversations import addresses_of, contact_of, hold, link
from bot.storage.tables import addresses, answers, consents, follows, link_codes, progress, requests
from bot.storage.tables import contacts as contact_table
from bot.storage.upsert import insert
from broadcasts.code import new_code

HOLDS = timedelta(minutes=15)

_code = select(link_codes.c.code).where(
    link_codes.c.contact == bindparam("who"), link_codes.c.expires_at > bindparam("now")
)
_whose = select(link_codes.c.contact).where(
    link_codes.c.code == bindparam("code"), link_codes.c.expires_at > bindparam("now")
)
_new = insert(link_codes)
_renew = _new.on_conflict_do_update(
    index_elements=[link_codes.c.contact],
    set_={name: _new.excluded[name] for name in ("code", "expires_at")},
)
_use = delete(link_codes).where(link_codes.c.contact == bindparam("who"))
_followed = select(follows.c.area).where(follows.c.contact == bindparam("who")).order_by(follows.c.position)
_learnt = select(progress).where(progress.c.contact == bindparam("who"))
_less = delete(progress).where(progress.c.contact == bindparam("who"), progress.c.lesson == bindparam("of"))
_answered = select(*(column for column in answers.primary_key if column is not answers.c.contact))
_twice = delete(answers).where(
    answers.c.contact == bindparam("gone"),
    tuple_(answers.c.lesson, answers.c.version, answers.c.run, answers.c.attempt).in_(
        _answered.where(answers.c.contact == bindparam("kept"))
    ),
)
_moved = [
    update(table).where(table.c.contact == bindparam("gone")).values(contact=bindparam("kept"))
    for table in (addresses, progress, answers, consents, requests, receipts, cases)
]
_forget = delete(contact_table).where(contact_table.c.id == bindparam("gone"))


def ask(tx: Transaction, contact: str, now: datetime) -> None:
    """A fresh code that holds for a quarter of an hour; the one before is void."""
    tx.execute(_renew, {"contact": contact, "code": new_code(), "expires_at": now + HOLDS})


def code_of(tx: Transaction, contact: str, now: datetime) -> str | None:
    """The contact's code that holds now."""
    return tx.execute(_code, {"who": contact, "now": now}).scalar()


def join_up(tx: Transaction, address: Address, code: str, now: datetime) -> Why | None:
    """From now on whoever the code belongs to is at this address too; who was there before becomes that person."""
    hold(tx, address)
    kept = tx.execute(_whose, {"code": code, "now": now}).scalar()
    if kept is None:
        return Why.UNKNOWN
    gone = contact_of(tx, address)
    if gone == kept:
        return Why.ALREADY
    tx.execute(_use, {"who": kept})
    if gone is None:
        link(tx, address, kept)
    else:
        merge(tx, kept, gone, now)
    return None


def part(tx: Transaction, address: Address) -> Why | None:
    """This address is nobody's any more; refused where it is the person's only one, which `/xoa` is for."""
    contact = contact_of(tx, address)
    if contact is None or len(addresses_of(tx, contact)) < 2:
        return Why.NOBODY
    link(tx, address, None)
    return None


def merge(tx: Transaction, kept: str, gone: str, now: datetime) -> None:
    """Two contacts become the first of them: what both have learnt, follow and were sent is of one person."""
    both = {"kept": kept, "gone": gone}
    areas = [tx.execute(_followed, {"who": who}).scalars().all() for who in (kept, gone)]
    together = list(dict.fromkeys((*areas[0], *areas[1])))[: contacts.MOST_AREAS]
    _drop_the_lesser(tx, kept, gone)
    tx.execute(_twice, both)
    ledger_merging.merge(tx, kept, gone, now)
    for table in _moved:
        tx.execute(table, both)
    contacts.follow(tx, kept, together)
    tx.execute(_forget, {"gone": gone})


def _drop_the_lesser(tx: Transaction, kept: str, gone: str) -> None:
    """Of a lesson that both have begun, the one that got further stays."""
    known = {row.lesson: row for row in tx.execute(_learnt, {"who": kept})}
    for row in tx.execute(_learnt, {"who": gone}).all():
        twin = known.get(row.lesson)
        if twin is not None:
            tx.execute(_less, {"who": gone if _far(twin) >= _far(row) else kept, "of": row.lesson})


def _far(row: Any) -> tuple[bool, int, int]:
    return row.finished_at is not None, row.right or 0, row.card
