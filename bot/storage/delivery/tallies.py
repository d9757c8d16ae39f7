"""How many rows of a mailing are in each state: written in the transaction that moves the rows, so they agree."""

from collections import Counter

from sqlalchemy import bindparam, func, insert, select, update

from bot.storage.database import Transaction
from bot.storage.notice_tables import tallies

Moves = Counter[tuple[int, str]]  # by how many a mailing's rows in a state grow, or shrink

_COLUMNS = [column.name for column in tallies.c if column.name != "mailing"]
_begin = insert(tallies).values(dict.fromkeys(_COLUMNS, 0))
_add = (
    update(tallies)
    .where(tallies.c.mailing == bindparam("of"))
    .values({name: tallies.c[name] + bindparam(f"more_{name}") for name in _COLUMNS})
)
_totals = select(*(func.sum(tallies.c[name]).label(name) for name in _COLUMNS))
_counts = select(tallies).where(tallies.c.mailing == bindparam("of"))


def begin(tx: Transaction, mailing: int) -> None:
    """Nobody is meant yet."""
    tx.execute(_begin, {"mailing": mailing})


def counts(tx: Transaction, mailing: int) -> dict[str, int]:
    """Rows by state; those that are put off are waiting too."""
    row = tx.execute(_counts, {"of": mailing}).mappings().one()
    return {name: row[name] for name in _COLUMNS}


def totals(tx: Transaction) -> dict[str, int]:
    """Rows of all mailings by state."""
    row = tx.execute(_totals).mappings().one()
    return {name: int(row[name] or 0) for name in _COLUMNS}


def add(tx: Transaction, moves: Moves) -> None:
    """Keep what has moved. The last thing in a transaction: whoever else counts the same mailing waits for its end."""
    for mailing in sorted({mailing for mailing, _ in moves}):
        more = dict.fromkeys(_COLUMNS, 0)
        for (of, state), number in moves.items():
            if of == mailing:
                more["waiting" if state == "later" else state] += number
        if any(more.values()):
            tx.execute(_add, {"of": mailing, **{f"more_{name}": number for name, number in more.items()}})


def moved(mailing: int, states: Counter[str], to: str) -> Moves:
    """So many rows went from these states to that one."""
    moves = Moves({(mailing, state): -number for state, number in states.items()})
    moves[mailing, to] += states.total()
    return moves
