"""The database of the simulated world: SQLite in memory, and a record of its own of every row that moves."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, StaticPool, create_engine

from bot.storage.database import ENGINE, Transaction
from bot.storage.migrations import migrate
from bot.storage.outgoing import announced

T = TypeVar("T")

_WATCH = """
CREATE TEMP TRIGGER watch_new AFTER INSERT ON main.deliveries BEGIN
  SELECT watched('row', NEW.id, NEW.mailing, NEW.contact, NEW.channel, NEW.account, NULL, NEW.state);
END;
CREATE TEMP TRIGGER watch_moved AFTER UPDATE OF state ON main.deliveries WHEN OLD.state <> NEW.state BEGIN
  SELECT watched('row', NEW.id, NEW.mailing, NEW.contact, OLD.channel, OLD.account, OLD.state, NEW.state);
END;
CREATE TEMP TRIGGER watch_lost AFTER DELETE ON main.deliveries BEGIN
  SELECT watched('row', OLD.id, OLD.mailing, OLD.contact, OLD.channel, OLD.account, OLD.state, NULL);
END;
CREATE TEMP TRIGGER watch_lane AFTER INSERT ON main.lanes BEGIN
  SELECT watched('lane', NEW.channel, NEW.owner, NEW.epoch, NEW.until);
END;
CREATE TEMP TRIGGER watch_owner AFTER UPDATE ON main.lanes BEGIN
  SELECT watched('lane', NEW.channel, NEW.owner, NEW.epoch, NEW.until);
END;
CREATE TEMP TRIGGER watch_mailing AFTER INSERT ON main.mailings BEGIN
  SELECT watched('mailing', NEW.id, NEW.broadcast, NEW.body);
END;
CREATE TEMP TRIGGER watch_letter AFTER INSERT ON main.mailbox BEGIN
  SELECT watched('letter', NEW.account, NEW.key, NEW.body);
END;
"""


@dataclass(frozen=True, slots=True)
class RowMoved:
    """One row of the ledger went from one state into another; None: it was not there before, or is not any more."""

    id: int
    mailing: int
    contact: str | None
    channel: str
    account: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class LaneMoved:
    """A lane has this owner now, under this number, until then."""

    channel: str
    owner: str
    epoch: int
    until: str


@dataclass(frozen=True, slots=True)
class LetterPut:
    """Something lies in a mailbox."""

    account: str
    key: str
    body: str


@dataclass(frozen=True, slots=True)
class MailingOpened:
    """Something begins to go out; without a broadcast it is a note."""

    id: int
    broadcast: str | None
    body: str


Moved = RowMoved | LaneMoved | LetterPut | MailingOpened
_KINDS: dict[str, Callable[..., Moved]] = {
    "row": RowMoved,
    "lane": LaneMoved,
    "letter": LetterPut,
    "mailing": MailingOpened,
}


class Store:
    """One for each process of the tests: statements are compiled once, and what a world wrote is undone at its end."""

    def __init__(self, furnish: Callable[[Transaction], None], through: Callable[[Connection], object]) -> None:
        """`furnish` puts in what every world begins with; `through` makes the transaction of a connection."""
        self.raw = sqlite3.connect(":memory:", isolation_level=None)
        engine = create_engine("sqlite://", creator=lambda: self.raw, poolclass=StaticPool, **ENGINE)
        self._connection = engine.connect()
        self._transaction = cast(Transaction, through(self._connection))
        self._moved: list[Moved] = []
        self.raw.create_function("watched", -1, self._watched)
        self.raw.execute("PRAGMA foreign_keys=ON")
        migrate(self._connection)
        furnish(self._transaction)
        self.raw.executescript(_WATCH)
        self._transaction.info.clear()

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()
        self.raw.close()

    def _watched(self, kind: str, *values: Any) -> None:
        self._moved.append(_KINDS[kind](*values))

    @contextmanager
    def world(self) -> Iterator["Store"]:
        """Everything that is written inside is undone at the end."""
        self.raw.execute("BEGIN")
        try:
            yield self
        finally:
            self.raw.execute("ROLLBACK")

    def unit(self, work: Callable[[Transaction], T]) -> tuple[T, list[Moved], bool]:
        """What a unit of work returns, which rows it has moved, and whether something is to be sent.

        Whatever it raises, and then nothing of it is kept.
        """
        self._moved = []
        self.raw.execute("SAVEPOINT unit")
        try:
            result = work(self._transaction)
        except BaseException:
            self.raw.execute("ROLLBACK TO unit")
            self.raw.execute("RELEASE unit")
            announced(self._transaction)
            raise
        self.raw.execute("RELEASE unit")
        return result, self._moved, announced(self._transaction)

    def look(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows as they stand, asked past everything that is under test."""
        return self.raw.execute(sql, values).fetchall()
