"""Where else a person can be written to, when it was not possible at one address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Text, select, update

from bot.storage.database import Transaction
from bot.storage.delivery.ledger_rows import Change, moment
from bot.storage.delivery.recipients import best_first
from bot.storage.listed import listed
from bot.storage.notice_tables import attempts, deliveries, mailings
from bot.storage.outgoing import announce
from bot.storage.tables import addresses


@dataclass(frozen=True, slots=True)
class Wish:
    """A row that is to go to another address, because of what happened at this one."""

    id: int
    now: datetime
    why: str


_wished = listed("rows", id=BigInteger)
_tried = select(attempts.c.id).where(
    attempts.c.delivery == deliveries.c.id,
    attempts.c.channel == addresses.c.channel,
    attempts.c.account == addresses.c.account,
)
_open = (
    select(deliveries.c.id, mailings.c.audience, addresses.c.channel, addresses.c.account)
    .select_from(deliveries)
    .join(mailings, mailings.c.id == deliveries.c.mailing)
    .join(addresses, addresses.c.contact == deliveries.c.contact)
    .where(deliveries.c.id.in_(select(_wished.c.id)), addresses.c.left_at.is_(None), ~_tried.exists())
    .order_by(deliveries.c.id, *best_first(addresses))
)
_there = listed("rows", id=BigInteger, channel=Text, account=Text)
_go = (
    update(deliveries)
    .where(deliveries.c.id == _there.c.id)
    .values(channel=_there.c.channel, account=_there.c.account, attempts=0, doubts=0, due_at=None)
)


def send_on(tx: Transaction, wishes: Sequence[Wish]) -> list[Change]:
    """Give each row the best address among those not tried yet; what became of every one."""
    if not wishes:
        return []
    found: dict[int, tuple[str, str]] = {}
    asked = {"rows": [[wish.id] for wish in wishes], "moment": max(wish.now for wish in wishes)}
    for id, audience, channel, account in tx.execute(_open, asked):
        if not (audience and audience["channels"]) or channel in audience["channels"]:
            found.setdefault(id, (channel, account))
    if found:
        tx.execute(_go, {"rows": [[id, *address] for id, address in found.items()]})
        announce(tx)
    return [
        Change(wish.id, "waiting", moment(wish.now))
        if wish.id in found
        else Change(wish.id, "failed", moment(wish.now), why=wish.why)
        for wish in wishes
    ]
