"""What people answered to notices: kept every time, the last answer of a person counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text, bindparam, cast, delete, func, insert, select, update

from bot.conversation.facts import Why
from bot.storage.database import Transaction
from bot.storage.notice_tables import broadcasts, receipts
from broadcasts.code import read_code

READ, HELP = "read", "help"
SHOWN = "shown"  # by us at the next contact; no answer, but nothing is left to be shown

_known = select(broadcasts.c.id).where(broadcasts.c.code == bindparam("written"))
_add = insert(receipts)
_person = func.coalesce(receipts.c.contact, cast(receipts.c.id, Text))  # whoever was erased is a person still
_last_ones = select(func.max(receipts.c.id)).where(receipts.c.broadcast == bindparam("of")).group_by(_person)
_counts = (
    select(receipts.c.answer, func.count().label("persons"))
    .where(receipts.c.id.in_(_last_ones))
    .group_by(receipts.c.answer)
)
_theirs = receipts.c.contact == bindparam("who")
_last_of = select(func.max(receipts.c.id)).where(_theirs).group_by(receipts.c.broadcast)
_all = select(receipts.c.broadcast, receipts.c.answer, receipts.c.at).where(_theirs).order_by(receipts.c.id)
_older = delete(receipts).where(_theirs, receipts.c.id.not_in(_last_of))
_nobody = update(receipts).where(_theirs).values(contact=None)


def keep_read(tx: Transaction, contact: str | None, code: str, now: datetime) -> Why | None:
    """ "Tôi đã đọc"; refused for somebody who only looks, and where no notice has this code."""
    return _keep(tx, contact, code, READ, now)


def keep_shown(tx: Transaction, contact: str | None, code: str, now: datetime) -> Why | None:
    """Said to somebody whom it had not reached; refused as above."""
    return _keep(tx, contact, code, SHOWN, now)


def _keep(tx: Transaction, contact: str | None, code: str, answer: str, now: datetime) -> Why | None:
    if contact is None:
        return Why.NOBODY
    broadcast = of_code(tx, code)
    if broadcast is None:
        return Why.UNKNOWN
    keep(tx, contact, broadcast, answer, now)
    return None


def keep(tx: Transaction, contact: str, broadcast: str, answer: str, now: datetime) -> None:
    """One answer to one notice."""
    tx.execute(_add, {"broadcast": broadcast, "contact": contact, "answer": answer, "at": now})


def of_code(tx: Transaction, code: str) -> str | None:
    """The id of the broadcast that a citizen means."""
    return tx.execute(_known, {"written": read_code(code) or ""}).scalar()


def counts(tx: Transaction, broadcast: str) -> dict[str, int]:
    """How many persons gave each answer last."""
    return {row.answer: row.persons for row in tx.execute(_counts, {"of": broadcast})}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered last to a notice, and when they first gave a sign of having it."""

    last: str
    first_at: datetime


def last_answers(tx: Transaction, contact: str) -> dict[str, Answer]:
    """What this person answered to notices, by the id of the broadcast."""
    found: dict[str, Answer] = {}
    for row in tx.execute(_all, {"who": contact}):
        before = found.get(row.broadcast)
        found[row.broadcast] = Answer(row.answer, before.first_at if before else row.at)
    return found


def forget(tx: Transaction, contact: str) -> None:
    """Keep what the person answered last to each notice as somebody's answer."""
    tx.execute(_older, {"who": contact})
    tx.execute(_nobody, {"who": contact})
