"""What two people's rows in the ledger become when they turn out to be one: nobody gets a notice twice."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, bindparam, select, update

from bot.storage.columns import Moment
from bot.storage.database import Transaction
from bot.storage.delivery import tallies
from bot.storage.delivery.claims import claimed_of
from bot.storage.delivery.recipients import MAILBOX
from bot.storage.listed import listed
from bot.storage.notice_tables import deliveries

SUPERSEDED = "superseded"
_WAITS = frozenset({"waiting", "later"})
_HAS_IT = frozenset({"sent", "uncertain", "held"})

_of_contact = select(deliveries.c.id, deliveries.c.mailing, deliveries.c.state, deliveries.c.channel).where(
    deliveries.c.contact == bindparam("who")
)
_ids = select(listed("rows", id=BigInteger).c.id)
_give = update(deliveries).where(deliveries.c.id.in_(_ids)).values(contact=bindparam("to"))
_supersede = (
    update(deliveries)
    .where(deliveries.c.id.in_(_ids))
    .values(state="dropped", why=SUPERSEDED, due_at=None, at=bindparam("when", type_=Moment))
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The rows of one mailing for the two who are one."""

    kept: Any
    gone: Any

    def superseded(self, claimed: set[int]) -> Any | None:
        """The row that need not leave any more; None where both have left, or are leaving right now."""
        free = [row for row in (self.gone, self.kept) if row.state in _WAITS and row.id not in claimed]
        if not free or any(row.state not in _WAITS | _HAS_IT for row in (self.kept, self.gone)):
            return None
        return max(free, key=lambda row: row.channel == MAILBOX)


def merge(tx: Transaction, kept: str, gone: str, now: datetime) -> None:
    """Both rows of a mailing stay, the second one as nobody's; what has not left of one of them is superseded."""
    twins = {row.mailing: row for row in tx.execute(_of_contact, {"who": kept})}
    rows = tx.execute(_of_contact, {"who": gone}).all()
    pairs = [_Pair(twins[row.mailing], row) for row in rows if row.mailing in twins]
    claimed = claimed_of(tx, sorted({pair.gone.mailing for pair in pairs})) if pairs else set()
    dropped = [row for pair in pairs if (row := pair.superseded(claimed)) is not None]
    _give_to(tx, None, [pair.gone for pair in pairs])
    _give_to(tx, kept, [row for row in rows if row.mailing not in twins])
    _drop(tx, dropped, now)


def _give_to(tx: Transaction, contact: str | None, rows: list[Any]) -> None:
    if rows:
        tx.execute(_give, {"rows": [[row.id] for row in rows], "to": contact})


def _drop(tx: Transaction, rows: list[Any], now: datetime) -> None:
    if not rows:
        return
    tx.execute(_supersede, {"rows": [[row.id] for row in rows], "when": now})
    moves = tallies.Moves()
    for row in rows:
        moves.update(tallies.moved(row.mailing, Counter({row.state: 1}), "dropped"))
    tallies.add(tx, moves)
