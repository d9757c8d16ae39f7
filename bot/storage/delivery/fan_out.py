"""A mailing's list of recipients, written in short pieces; how far it got is kept with each of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Self

from sqlalchemy import Select, Table, bindparam, case, func, select, text, update

from bot.storage.database import Transaction
from bot.storage.delivery import tallies
from bot.storage.delivery.claims import claimed_of
from bot.storage.delivery.ledger_rows import LIVE, Found
from bot.storage.delivery.recipients import FEW_AREAS, Filter, filter_of
from bot.storage.delivery.spelling import add_followers, add_receivers
from bot.storage.delivery.stretch import IN_ORDER, Stretch, stretch_of
from bot.storage.notice_tables import deliveries, mailings
from bot.storage.tables import contacts, follows
from broadcasts.audience import Audience
from broadcasts.notice import Level

FIRST = 200  # persons who are in the ledger as soon as khẩn cấp is opened
WALKED = 700  # contacts in a piece in their order, where the pages of the indexes are written one after another
SCATTERED = 400  # contacts in a piece of single communes, where nearly each of them lies on pages of its own
COMMUNES = 20  # in such a piece
NOBODY = Audience(frozenset()).to_json()


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a list is written. `area` counts those of the audience in their order, `old` those in `received`."""

    after: str = ""  # the last contact that was looked at
    row: int = 0  # the last row of an older mailing that was looked at
    area: int = 0
    old: int | None = None  # None: people are looked for by their communes; else they are those who got an older one
    received: tuple[int, ...] = ()  # the older mailings, the newest first
    left: tuple[int, ...] = ()  # rows of these that were on their way when the list was begun

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {**asdict(self), "received": list(self.received), "left": list(self.left)}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """What `to_json` wrote."""
        lists = {name: tuple(written[name]) for name in ("received", "left")}
        return cls(written["after"], written.get("row", 0), written["area"], written["old"], **lists)


@dataclass(frozen=True, slots=True)
class Unspelled:
    """A mailing whose list is not complete."""

    mailing: int
    areas: tuple[str, ...]
    people: Filter
    cursor: Cursor


def _bound(table: Table, column: str, *conditions: Any) -> Select[Any, int]:
    """The last of the next `most` contacts, and how many they are."""
    contact = table.c[column]
    following = select(contact.label("contact")).where(contact > bindparam("after"), *conditions)
    next_ones = following.order_by(contact).limit(bindparam("most")).subquery()
    return select(func.max(next_ones.c.contact), func.count())


_bound_of_all = _bound(contacts, "id")
_bound_of_area = _bound(follows, "contact", follows.c.area == bindparam("area"))
_next_rows = (
    select(deliveries.c.id)
    .where(IN_ORDER, deliveries.c.id > bindparam("after"))
    .order_by(deliveries.c.id)
    .limit(bindparam("most"))
    .subquery()
)
_bound_of_mailing = select(func.max(_next_rows.c.id), func.count()).select_from(_next_rows)
_urgency = case({level.value: -rank for rank, level in enumerate(Level)}, value=mailings.c.level)
_columns = [mailings.c[name] for name in ("id", "level", "audience", "cursor", "only_received")]
_one = select(*_columns).where(mailings.c.id == bindparam("of"))
_unspelled = (
    select(*_columns)
    .where(LIVE, mailings.c.state == "spelling")
    .order_by(_urgency, mailings.c.id)
    .with_for_update(key_share=True, skip_locked=True)
)
_later_on_disk = text("SET LOCAL synchronous_commit TO off")  # a power cut takes the cursor as well
_keep = update(mailings).where(mailings.c.id == bindparam("of"))


def fan_out(tx: Transaction, now: datetime) -> bool:
    """Write one piece of the most urgent list that is not complete; False where there is nothing to write."""
    if tx.dialect.name == "postgresql":
        tx.execute(_later_on_disk)
    rows = tx.execute(_unspelled, {"moment": now}).all()
    return any(_piece(tx, _unspelled_of(row), now) for row in rows)


def begin(tx: Transaction, mailing: int, now: datetime) -> None:
    """The first recipients of khẩn cấp."""
    unspelled = _found(tx, mailing)
    if unspelled.cursor.old is None:
        reached = _by_commune(tx, unspelled, now, FIRST)
        if len(unspelled.areas) > FEW_AREAS:
            return
        _go_on(tx, mailing, reached or _receivers(unspelled.cursor))
        if reached or not unspelled.cursor.received:
            return
    _begin_to_copy(tx, mailing)


def _begin_to_copy(tx: Transaction, mailing: int) -> None:
    """All who got an older mailing, where they are fewer than FIRST; else the first of them."""
    unspelled = _found(tx, mailing)
    while _copy(tx, unspelled, FIRST) and (row := tx.execute(_one, {"of": mailing}).one()).cursor:
        unspelled = _unspelled_of(row)
        if unspelled.cursor.row:
            return


def _found(tx: Transaction, mailing: int) -> Unspelled:
    return _unspelled_of(tx.execute(_one, {"of": mailing}).one())


def _unspelled_of(row: Found) -> Unspelled:
    meant = row.audience if row.audience and not row.only_received else NOBODY  # never wider than the receivers
    people = filter_of(Level(row.level), meant["ages"], meant["channels"])
    return Unspelled(row.id, tuple(meant["areas"]), people, Cursor.from_json(row.cursor))


def _piece(tx: Transaction, unspelled: Unspelled, now: datetime) -> bool:
    if unspelled.cursor.old is not None:
        return _copy(tx, unspelled, WALKED)
    few = len(unspelled.areas) <= FEW_AREAS
    reached = _by_commune(tx, unspelled, now, SCATTERED) if few else _by_contact(tx, unspelled, now)
    _go_on(tx, unspelled.mailing, reached or _receivers(unspelled.cursor))
    return True


def _receivers(cursor: Cursor) -> Cursor | None:
    """Where whoever got an older mailing is looked for; None where there is none."""
    return replace(cursor, after="", old=0) if cursor.received else None


def _by_contact(tx: Transaction, unspelled: Unspelled, now: datetime) -> Cursor | None:
    """Everybody in the order of contacts; where the list has got to, None at its end."""
    after = unspelled.cursor.after
    upto, _ = tx.execute(_bound_of_all, {"after": after, "most": WALKED}).one()
    if upto is None:
        return None
    given = {"after": after, "upto": upto, "areas": unspelled.areas}
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


def _copy(tx: Transaction, unspelled: Unspelled, most: int) -> bool:
    """Whoever got an older mailing, row by row, and at last those who were on their way to get it."""
    at = unspelled.cursor
    if at.old is None or at.old == len(at.received):
        return _copy_late(tx, unspelled)
    upto, found = _copy_from(tx, unspelled.mailing, stretch_of(tx, at.received[at.old]), at.row, most)
    following = replace(at, row=upto) if found == most else replace(at, row=0, old=at.old + 1)
    _go_on(tx, unspelled.mailing, following)
    return True


def _copy_from(tx: Transaction, mailing: int, old: Stretch | None, after: int, most: int) -> tuple[int, int]:
    """The last of the next rows of an older mailing, and how many they were."""
    if old is None:
        return after, 0
    given = {**old.given, "after": after}
    upto, found = tx.execute(_bound_of_mailing, {**given, "most": most}).one()
    if found:
        tallies.add(tx, add_receivers(tx, mailing, {**given, "upto": upto}))
    return upto, found


def _copy_late(tx: Transaction, unspelled: Unspelled) -> bool:
    """Whether anything came of it; the list is complete when none of them is on the way any more."""
    at = unspelled.cursor
    still = claimed_of(tx, at.received).intersection(at.left)
    late = add_receivers(tx, unspelled.mailing, {"left": [[row] for row in at.left]})
    tallies.add(tx, late)
    if not still:
        _go_on(tx, unspelled.mailing, None)
    return not still or late.total() > 0


def _go_on(tx: Transaction, mailing: int, cursor: Cursor | None) -> None:
    """The next piece begins there; None: there is none."""
    kept = {"cursor": None, "state": "open"} if cursor is None else {"cursor": cursor.to_json()}
    tx.execute(_keep.values(kept), {"of": mailing})
