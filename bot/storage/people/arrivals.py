"""People who show up: what lies ready for them is seen, or goes out."""

from collections import Counter
from datetime import datetime

from sqlalchemy import bindparam, or_, select

from bot.messages import Address
from bot.storage.columns import Moment
from bot.storage.database import Transaction
from bot.storage.delivery import ledger_rows, tallies
from bot.storage.delivery.ledger_rows import HELD
from bot.storage.delivery.tending import wake
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.prepared import Prepared

WEB = "web"

_at = (deliveries.c.channel == bindparam("at_channel"), deliveries.c.account == bindparam("at_account"), HELD)
_letters = Prepared(select(deliveries.c.id, deliveries.c.mailing, deliveries.c.messages).where(*_at))
_ready = Prepared(
    select(deliveries.c.id, deliveries.c.mailing, deliveries.c.state, deliveries.c.messages)
    .join(mailings, mailings.c.id == deliveries.c.mailing)
    .where(
        *_at,
        mailings.c.state != "stopped",
        or_(mailings.c.expires_at.is_(None), mailings.c.expires_at > bindparam("moment", type_=Moment)),
    )
)


def seen(tx: Transaction, account: str, letter: int, now: datetime) -> int:
    """The web chat's page has shown the account's letters up to this one; how many notices are sent by that."""
    rows = _letters.rows(tx, {"at_channel": WEB, "at_account": account})
    shown = [(id, mailing) for id, mailing, letters in rows if letters and all(int(one) <= letter for one in letters)]
    if shown:
        ledger_rows.move(tx, [id for id, _ in shown], "sent", now)
        moves = tallies.Moves()
        for mailing, number in Counter(mailing for _, mailing in shown).items():
            moves.update(tallies.moved(mailing, Counter(held=number), "sent"))
        tallies.add(tx, moves)
    return len(shown)


def returned(tx: Transaction, address: Address, now: datetime) -> int:
    """The person has written from there: what could not be sent waits again; how many notices do."""
    given = {"at_channel": address.channel, "at_account": address.account, "moment": now}
    rows = [(id, mailing, state) for id, mailing, state, letters in _ready.rows(tx, given) if not letters]
    if rows:
        wake(tx, rows, now)
    return len(rows)
