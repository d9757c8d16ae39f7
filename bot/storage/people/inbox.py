"""Every message that came in, until it is answered; a repeat finds its row, so nothing is decided twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.messages import Address, Incoming, Kind
from bot.storage.database import Transaction
from bot.storage.prepared import Prepared
from bot.storage.tables import inbox
from bot.storage.upsert import insert

KEPT = timedelta(days=7)  # longer than any network repeats a message
MOST = 1000


class State(Enum):
    """How far the bot is with a message."""

    RECEIVED = "received"
    DECIDED = "decided"  # state and facts are kept; only the answer is missing
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Received:
    """The row of a message that came in; `fresh` where it had never come before."""

    id: int
    fresh: bool
    state: State


@dataclass(frozen=True, slots=True)
class Row:
    """A kept message; `incoming` is None once it was answered, or its sender forgotten."""

    id: int
    address: Address
    state: State
    incoming: Incoming | None


_receive = Prepared(
    insert(inbox)
    .on_conflict_do_nothing(index_elements=[inbox.c.channel, inbox.c.account, inbox.c.message])
    .returning(inbox.c.id),
    ("channel", "account", "message", "body", "state", "received_at", "leased_until"),
)
_again = select(inbox.c.id, inbox.c.state).where(
    *(inbox.c[name] == bindparam(name) for name in ("channel", "account", "message"))
)
_one = select(inbox).where(inbox.c.id == bindparam("row"))
_decided = Prepared(update(inbox).where(inbox.c.id == bindparam("row"), inbox.c.state == bindparam("was")), ("state",))
_answered = Prepared(update(inbox).where(inbox.c.id == bindparam("row")), ("state", "body", "leased_until"))
_open = inbox.c.state != State.ANSWERED.value
_abandoned = (
    select(inbox)
    .where(_open, inbox.c.leased_until <= bindparam("now"))
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_claim = update(inbox).where(inbox.c.id == bindparam("row"))
_release = update(inbox).where(_open).values(leased_until=inbox.c.received_at)
_old = select(inbox.c.id).where(inbox.c.received_at < bindparam("before")).limit(bindparam("most"))
_remove = delete(inbox).where(inbox.c.id.in_(_old))


def receive(tx: Transaction, incoming: Incoming, now: datetime, lease: timedelta) -> Received:
    """The message's row, leased to the caller where it is fresh; a repeat changes nothing."""
    key = {"channel": incoming.address.channel, "account": incoming.address.account, "message": incoming.id}
    values = {
        "body": _to_json(incoming),
        "state": State.RECEIVED.value,
        "received_at": now,
        "leased_until": now + lease,
    }
    fresh = _receive.rows(tx, key | values)
    if fresh:
        return Received(fresh[0][0], True, State.RECEIVED)
    known = tx.execute(_again, key).one()
    return Received(known.id, False, State(known.state))


def row(tx: Transaction, id: int) -> Row | None:
    """One kept message."""
    kept = tx.execute(_one, {"row": id}).one_or_none()
    return None if kept is None else _row(kept)


def decided(tx: Transaction, id: int) -> bool:
    """Mark that state and facts are kept; False where somebody else was first, and then nothing may be decided."""
    return _decided.count(tx, {"row": id, "was": State.RECEIVED.value, "state": State.DECIDED.value}) == 1


def answered(tx: Transaction, id: int) -> None:
    """Mark that the answer is out, and forget what was written."""
    _answered.count(tx, {"row": id, "state": State.ANSWERED.value, "body": None, "leased_until": None})


def abandoned(tx: Transaction, now: datetime, lease: timedelta, most: int = 100) -> tuple[Row, ...]:
    """Messages that somebody took up and never answered, oldest first; from now on they are leased to the caller."""
    rows = tx.execute(_abandoned, {"now": now, "most": most}).all()
    if rows:
        tx.execute(_claim, [{"row": kept.id, "leased_until": now + lease} for kept in rows])
    return tuple(_row(kept) for kept in rows)


def release_all(tx: Transaction) -> None:
    """End every lease: whoever held one is dead, for the caller is the only process on this database."""
    tx.execute(_release)


def remove_old(tx: Transaction, now: datetime, most: int = MOST) -> int:
    """Remove up to `most` rows older than a week, what nobody could answer by then included; how many there were."""
    return tx.execute(_remove, {"before": now - KEPT, "most": most}).rowcount


def _row(kept: Any) -> Row:
    address = Address(kept.channel, kept.account)
    incoming = None if kept.body is None else _from_json(address, kept.message, kept.body)
    return Row(kept.id, address, State(kept.state), incoming)


def _to_json(incoming: Incoming) -> dict[str, Any]:
    written = {"kind": incoming.kind.value, "text": incoming.text, "at": incoming.at.isoformat()}
    if incoming.choice is not None:
        written["choice"] = incoming.choice
    if incoming.screen is not None:
        written["screen"] = incoming.screen
    return written


def _from_json(address: Address, message: str, written: Mapping[str, Any]) -> Incoming:
    kind, at = _kind(written["kind"]), datetime.fromisoformat(written["at"])
    return Incoming(address, message, kind, written["text"], written.get("choice"), written.get("screen"), at)


def _kind(written: str) -> Kind:
    """A kind that only a newer program knows is nothing that this one can read."""
    return next((kind for kind in Kind if kind.value == written), Kind.OTHER)
