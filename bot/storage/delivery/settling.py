"""What an owner of a lane has left behind when it died, decided over portion by portion."""

from collections import Counter
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.storage.columns import Moment
from bot.storage.database import Transaction
from bot.storage.delivery import claims, tallies
from bot.storage.delivery.ledger_rows import IDS, LIVE, WAITING
from bot.storage.notice_tables import claims as claim_table
from bot.storage.notice_tables import deliveries, mailings
from broadcasts.delivery import DOUBTS
from broadcasts.notice import Level
from broadcasts.ports import Lease

_left_behind = (
    select(claim_table.c.rows, claim_table.c.mailing, LIVE.label("live"), mailings.c.level)
    .join(mailings, mailings.c.id == claim_table.c.mailing)
    .where(claim_table.c.channel == bindparam("lane"), claim_table.c.epoch < bindparam("at_epoch"))
    .order_by(claim_table.c.id)
    .limit(1)
)
_theirs = (IDS, WAITING)
_give_up = (
    update(deliveries)
    .where(*_theirs, deliveries.c.doubts >= bindparam("most"))
    .values(state="uncertain", at=bindparam("when", type_=Moment))
)
_doubt = update(deliveries).where(*_theirs).values(doubts=deliveries.c.doubts + 1)


def settle(tx: Transaction, lease: Lease, now: datetime) -> bool:
    """Khẩn cấp that is still to be sent waits again, once; everything else is uncertain. False: nothing was left."""
    found = tx.execute(_left_behind, {"lane": lease.lane, "at_epoch": lease.epoch, "moment": now}).first()
    if found is None:
        return False
    claims.forget(tx, found.rows)
    again = found.live and found.level == Level.URGENT.value
    rows = {"rows": [[row] for row in found.rows]}
    given_up = tx.execute(_give_up, {**rows, "most": DOUBTS if again else 0, "when": now}).rowcount
    tx.execute(_doubt, rows)
    tallies.add(tx, tallies.moved(found.mailing, Counter(waiting=given_up), "uncertain"))
    return True
