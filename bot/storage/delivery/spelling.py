"""Rows of the ledger made inside the database: from people, or from the rows of another mailing."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
)

from bot.storage.columns import Moment
from bot.storage.database import Transaction
from bot.storage.delivery.adding import Rows, add, rows
from bot.storage.delivery.recipients import Filter, of_areas, of_one_area
from bot.storage.delivery.stretch import IN_ORDER
from bot.storage.delivery.tallies import Moves
from bot.storage.listed import listed
from bot.storage.notice_tables import deliveries
from bot.storage.upsert import insert

NO_ADDRESS = "no address"

_columns = ("mailing", "contact", "channel", "account", "state", "attempts", "doubts", "why", "at")
_once = (deliveries.c.contact, deliveries.c.mailing)
_mailing: ColumnElement[int] = bindparam("into", type_=Integer)
_zero: ColumnElement[int] = literal_column("0")
_received = or_(  # or may have been: a letter in a mailbox counts, and so does what nobody knows
    deliveries.c.state.in_(("sent", "uncertain")), deliveries.c.messages.is_not(None), deliveries.c.doubts > 0
)


def add_followers(tx: Transaction, mailing: int, people: Filter, given: Mapping[str, Any], now: datetime) -> Moves:
    """Rows for the people in a range of contacts, `after` to `upto`, who follow `area`, or one of `areas`."""
    statement = _from_area(people) if "area" in given else _from_areas(people)
    return add(tx, mailing, statement, {**given, "into": mailing, "moment": now})


def add_receivers(tx: Transaction, mailing: int, given: Mapping[str, Any]) -> Moves:
    """Rows for whoever is in the rows `after` to `upto` of a stretch, or in those in `left`, and got it there."""
    statement = _from_rows if "left" in given else _from_range
    return add(tx, mailing, statement, {**given, "into": mailing})


@cache
def _from_area(people: Filter) -> Rows:
    return _from_people(of_one_area(people))


@cache
def _from_areas(people: Filter) -> Rows:
    return _from_people(of_areas(people))


def _from_people(people: Select[Any]) -> Rows:
    one = people.subquery("one")
    reached = one.c.channel.is_not(None)
    return _into(
        select(
            _mailing,
            one.c.contact,
            func.coalesce(one.c.channel, ""),
            func.coalesce(one.c.account, ""),
            case((reached, "waiting"), else_="failed"),
            _zero,
            _zero,
            case((reached, None), else_=NO_ADDRESS),
            case((reached, None), else_=bindparam("moment", type_=Moment)),
        ).where(one.c.contact.is_not(None))
    )


def _from_other(*conditions: ColumnElement[bool]) -> Rows:
    kept = (deliveries.c.contact, deliveries.c.channel, deliveries.c.account)
    return _into(
        select(
            _mailing, *kept, literal_column("'waiting'"), _zero, _zero, literal_column("NULL"), literal_column("NULL")
        )
        .where(deliveries.c.contact.is_not(None), _received, *conditions)
        .order_by(deliveries.c.id)
    )


def _into(source: Select[Any]) -> Rows:
    """The WHERE of the source keeps SQLite from reading ON CONFLICT as part of a join."""
    return rows(insert(deliveries).from_select(_columns, source).on_conflict_do_nothing(index_elements=_once))


_from_range = _from_other(IN_ORDER, deliveries.c.id > bindparam("after"), deliveries.c.id <= bindparam("upto"))
_from_rows = _from_other(deliveries.c.id.in_(select(listed("left", id=BigInteger).c.id)))
