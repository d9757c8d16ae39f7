"""How our own accounts on the networks are, told by whoever has them open, and whom they reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import and_, bindparam, case, func, select

from bot.storage.columns import Moment
from bot.storage.database import Transaction
from bot.storage.notice_tables import lanes
from bot.storage.tables import accounts_seen, addresses
from bot.storage.upsert import insert


class AccountState(Enum):
    """How an account was lately."""

    CONNECTED = "connected"
    AWAY = "away"  # the network is not reached; it is tried again by itself
    REFUSED = "refused"  # nothing goes until the operator has mended something


@dataclass(frozen=True, slots=True)
class AccountSeen:
    """Its state since a time, why, and when it was last told."""

    state: AccountState
    why: str
    since: datetime
    told_at: datetime


@dataclass(frozen=True, slots=True)
class Window:
    """Addresses of one channel: all, those that blocked us, those at which the network lets nothing through now."""

    known: int
    left: int
    shut: int


@dataclass(frozen=True, slots=True)
class Sending:
    """Which process sends over the account, and until when its lease holds."""

    owner: str
    until: datetime


_new = insert(accounts_seen)
_tell = _new.on_conflict_do_update(
    index_elements=[accounts_seen.c.channel],
    set_={name: _new.excluded[name] for name in ("state", "why", "details", "at")},
)
_seen = select(accounts_seen)
_of_channel = select(accounts_seen).where(accounts_seen.c.channel == bindparam("of"))
_there = addresses.c.left_at.is_(None)
_windows = select(
    addresses.c.channel,
    func.count().label("known"),
    func.sum(case((_there, 0), else_=1)).label("left"),
    func.sum(case((and_(_there, addresses.c.open_until <= bindparam("now", type_=Moment)), 1), else_=0)).label("shut"),
).group_by(addresses.c.channel)
_lanes = select(lanes).where(lanes.c.until > bindparam("now", type_=Moment))


def tell(tx: Transaction, channel: str, state: AccountState, why: str, now: datetime) -> None:
    """Keep how an account is now; `since` stays as long as neither the state nor the reason changes."""
    before = tx.execute(_of_channel, {"of": channel}).first()
    same = before is not None and (before.state, before.why) == (state.value, why)
    since = before.details["since"] if before is not None and same else now.isoformat()
    row = {"channel": channel, "state": state.value, "why": why, "details": {"since": since}, "at": now}
    tx.execute(_tell, row)


def seen(tx: Transaction) -> Mapping[str, AccountSeen]:
    """How each account was when somebody told last, by channel."""
    return {row.channel: _account(row) for row in tx.execute(_seen)}


def _account(row: Any) -> AccountSeen:
    return AccountSeen(AccountState(row.state), row.why, datetime.fromisoformat(row.details["since"]), row.at)


def windows(tx: Transaction, now: datetime) -> Mapping[str, Window]:
    """How many can be written to, by channel; counts every address, so not for every minute."""
    return {row.channel: Window(row.known, row.left, row.shut) for row in tx.execute(_windows, {"now": now})}


def senders(tx: Transaction, now: datetime) -> Mapping[str, Sending]:
    """Who sends over which channel right now."""
    return {row.channel: Sending(row.owner, row.until) for row in tx.execute(_lanes, {"now": now})}
