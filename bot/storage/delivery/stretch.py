"""Where the rows of one mailing lie in the ledger, so that they are read from the first to the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, select, update

from bot.storage.database import Transaction
from bot.storage.notice_tables import deliveries, mailings

_of: BindParameter[int] = bindparam("of")

IN_ORDER = and_(
    deliveries.c.id >= bindparam("first"),
    deliveries.c.id <= bindparam("last"),
    deliveries.c.mailing + 0 == _of,  # by an index over mailings each portion would be looked for among all rows
)

IN_STRETCH = and_(  # for a mailing with few rows, beside its own row
    deliveries.c.id.between(mailings.c.first_row, mailings.c.last_row), deliveries.c.mailing == mailings.c.id
)

_ends = select(mailings.c.first_row, mailings.c.last_row).where(mailings.c.id == _of, mailings.c.first_row.is_not(None))
_widen = (
    update(mailings)
    .where(mailings.c.id == _of)
    .values(first_row=func.coalesce(mailings.c.first_row, bindparam("first")), last_row=bindparam("last"))
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first to the last row of a mailing; rows of others may lie between."""

    mailing: int
    first: int
    last: int

    @property
    def given(self) -> dict[str, Any]:
        """As IN_ORDER asks for it."""
        return {"of": self.mailing, "first": self.first, "last": self.last}


def stretch_of(tx: Transaction, mailing: int) -> Stretch | None:
    """None for a mailing without a row."""
    found = tx.execute(_ends, {"of": mailing}).first()
    return Stretch(mailing, *found) if found else None


def widen(tx: Transaction, mailing: int, ids: Sequence[int]) -> None:
    """Keep that these new rows are the mailing's; whoever adds some holds its lock, so that ids only grow."""
    if ids:
        tx.execute(_widen, {"of": mailing, "first": min(ids), "last": max(ids)})
