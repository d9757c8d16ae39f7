"""A mailing's list of recipients, written in short pieces; how far it got is kept with each of them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, bindparam, case, func, select, update

from bot.storage import tallies
from bot.storage.claims import claimed_of
from bot.storage.database import Transaction
from bot.storage.ledger_rows import LIVE, Found
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.recipients import FEW_AREAS, Filter, filter_of
from bot.storage.spelling import add_followers, add_receivers
from bot.storage.tables import contacts, follows
from broadcasts.audience import Audience
from broadcasts.notice import Level

FIRST = 200  # persons who are in the ledger as soon as khẩn cấp is opened
WALKED = 1500  # contacts in a piece in their order, where the pages of the indexes are written one after another
SCATTERED = 400  # contacts in a piece of single communes, where nearly each of them lies on pages of its own
COMMUNES = 20  # in such a piece
NOBODY = Audience(frozenset()).to_json()


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a list is written. `area` counts those of the audience in their order."""

    after: str = ""  # the last contact that was looked at
    area: int = 0
    left: tuple[int, ...] = ()  # rows of the older mailing that were on their way when it was stopped

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"after": self.after, "area": self.area, "left": list(self.left)}


@dataclass(frozen=True, slots=True)
class Unspelled:
    """A mailing whose list is not complete; `received` is the one whose receivers get it, where it is for them."""

    mailing: int
    areas: tuple[str, ...]
    people: Filter
    received: int | None
    cursor: Cursor


def _bound(table: Table, column: str, *conditions: Any) -> Select[Any, int]:
    """The last of the next `most` contacts, and how many they are."""
    contact = table.c[column]
    following = select(contact.label("contact")).where(contact > bindparam("after"), *conditions)
    next_ones = following.order_by(contact).limit(bindparam("most")).subquery()
    return select(func.max(next_ones.c.contact), func.count())


_bound_of_all = _bound(contacts, "id")
_bound_of_area = _bound(follows, "contact", follows.c.area == bindparam("area"))
_bound_of_mailing = _bound(deliveries, "contact", deliveries.c.mailing == bindparam("old"))
_urgency = case({level.value: -rank for rank, level in enumerate(Level)}, value=mailings.c.level)
_columns = [mailings.c[name] for name in ("id", "level", "audience", "cursor", "replaces", "only_received")]
_one = select(*_columns).where(mailings.c.id == bindparam("of"))
_unspelled = (
    select(*_columns)
    .where(LIVE, mailings.c.state == "spelling")
    .order_by(_urgency, mailings.c.id)
    .with_for_update(key_share=True, skip_locked=True)
)
_keep = update(mailings).where(mailings.c.id == bindparam("of"))


def fan_out(tx: Transaction, now: datetime) -> bool:
    """Write one piece of the most urgent list that is not complete; False where there is nothing to write."""
    rows = tx.execute(_unspelled, {"moment": now}).all()
    return any(_piece(tx, _unspelled_of(row), now) for row in rows)


def begin(tx: Transaction, mailing: int, now: datetime) -> None:
    """The first recipients of khẩn cấp."""
    unspelled = _unspelled_of(tx.execute(_one, {"of": mailing}).one())
    if unspelled.received is not None:
        _copy(tx, unspelled, unspelled.received, FIRST)
        return
    reached = _by_commune(tx, unspelled, now, FIRST)
    if len(unspelled.areas) <= FEW_AREAS:
        _go_on(tx, mailing, reached)


def _unspelled_of(row: Found) -> Unspelled:
    meant = row.audience if row.audience and not row.only_received else NOBODY  # never wider than the receivers
    cursor = Cursor(row.cursor["after"], row.cursor["area"], tuple(row.cursor["left"]))
    people = filter_of(Level(row.level), meant["ages"], meant["channels"])
    return Unspelled(row.id, tuple(meant["areas"]), people, row.replaces if row.only_received else None, cursor)


def _piece(tx: Transaction, unspelled: Unspelled, now: datetime) -> bool:
    if unspelled.received is not None:
        return _copy(tx, unspelled, unspelled.received, WALKED)
    few = len(unspelled.areas) <= FEW_AREAS
    reached = _by_commune(tx, unspelled, now, SCATTERED) if few else _by_contact(tx, unspelled, now)
    _go_on(tx, unspelled.mailing, reached)
    return True


def _by_contact(tx: Transaction, unspelled: Unspelled, now: datetime) -> Cursor | None:
    """Everybody in the order of contacts; where the list has got to, None at its end."""
    after = unspelled.cursor.after
    upto, _ = tx.execute(_bound_of_all, {"after": after, "most": WALKED}).one()
    if upto is None:
        return None
    given = {"after": after, "upto": upto, "areas": list(zip(unspelled.areas, strict=True))}
    tallies.add(tx, add_followers(tx, unspelled.mailing, unspelled.people, given, now))
    return replace(unspelled.cursor, after=upto)


def _by_commune(tx: Transaction, unspelled: Unspelled, now: datetime, most: int) -> Cursor | None:
    """One commune after the other, each in the order of contacts; where the list has got to, None at its end."""
    areas, at, moves = unspelled.areas, unspelled.cursor, tallies.Moves()
    for _ in range(COMMUNES):
        if at.area == len(areas) or most <= 0:
            break
        given = {"area": areas[at.area], "after": at.after}
        upto, found = tx.execute(_bound_of_area, {**given, "most": most}).one()
        if found:
            moves.update(add_followers(tx, unspelled.mailing, unspelled.people, {**given, "upto": upto}, now))
        at = replace(at, after=upto) if found == most else replace(at, after="", area=at.area + 1)
        most -= found
    tallies.add(tx, moves)
    return at if at.area < len(areas) else None


def _copy(tx: Transaction, unspelled: Unspelled, received: int, most: int) -> bool:
    """Whoever got the older mailing, in the order of contacts, and at last those who were on their way to get it."""
    at = unspelled.cursor
    upto, found = tx.execute(_bound_of_mailing, {"old": received, "after": at.after, "most": most}).one()
    if found:
        given = {"after": at.after, "upto": upto}
        tallies.add(tx, add_receivers(tx, unspelled.mailing, received, given))
        _go_on(tx, unspelled.mailing, replace(at, after=upto))
        return True
    still = claimed_of(tx, [received]).intersection(at.left)
    late = add_receivers(tx, unspelled.mailing, received, {"left": [[row] for row in at.left]})
    tallies.add(tx, late)
    if not still:
        _go_on(tx, unspelled.mailing, None)
    return not still or late.total() > 0


def _go_on(tx: Transaction, mailing: int, cursor: Cursor | None) -> None:
    """The next piece begins there; None: there is none."""
    kept = {"cursor": None, "state": "open"} if cursor is None else {"cursor": cursor.to_json()}
    tx.execute(_keep.values(kept), {"of": mailing})
