"""Reports as they are kept: the same one once, newest first in lists; and for which areas they are made."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, case, func, select

from bot.areas import commune, province
from bot.storage.counting.figure_names import COUNTRY
from bot.storage.database import Transaction
from bot.storage.figure_tables import figure_days, reports
from bot.storage.notice_tables import officers
from bot.storage.offices.officer_rows import AccountState
from bot.storage.tables import contacts, follows
from bot.storage.upsert import insert

MOST = 60  # in one list


@dataclass(frozen=True, slots=True)
class Row:
    """One report as it is kept."""

    id: str
    kind: str
    area: str
    begins: date
    ends: date
    figures: Mapping[str, Any]
    hash: str
    made_at: datetime


_COLUMNS = [reports.c[name] for name in Row.__slots__]
_add = insert(reports).on_conflict_do_nothing(index_elements=[reports.c.id])
_one = select(*_COLUMNS).where(reports.c.id == bindparam("report"))
_newest = reports.c.ends.desc(), reports.c.begins.desc(), reports.c.made_at.desc(), reports.c.id
_listed = select(*_COLUMNS).where(reports.c.area == bindparam("of")).order_by(*_newest).limit(bindparam("most"))
_areas = select(reports.c.area).where(reports.c.kind == bindparam("of"), reports.c.begins == bindparam("from"))
_shares = select(
    func.count().label("all"), func.coalesce(func.sum(case((reports.c.kind == "ad hoc", 1), else_=0)), 0).label("some")
).where(reports.c.area == bindparam("of"), reports.c.made_at >= bindparam("since"))
_followed = select(follows.c.area).distinct()
_answered = select(officers.c.areas).where(officers.c.state == AccountState.ACTIVE.value)
_first_day, _first_contact = select(func.min(figure_days.c.day)), select(func.min(contacts.c.created_on))


def add(tx: Transaction, rows: Collection[Row]) -> None:
    """Keep these; one that is known with the same figures stays as it is."""
    if rows:
        tx.execute(_add, [asdict(row) for row in rows])


def find(tx: Transaction, id: str) -> Row | None:
    """One report."""
    found = tx.execute(_one, {"report": id}).one_or_none()
    return Row(*found) if found else None


def listed(tx: Transaction, area: str, most: int = MOST) -> tuple[Row, ...]:
    """The newest of an area; of one period first what was made last."""
    return tuple(Row(*row) for row in tx.execute(_listed, {"of": area, "most": most}))


def areas_with(tx: Transaction, kind: str, begins: date) -> frozenset[str]:
    """The areas that have their report of this period."""
    return frozenset(tx.execute(_areas, {"of": kind, "from": begins}).scalars())


def ad_hoc(tx: Transaction, area: str, since: datetime) -> tuple[int, int]:
    """How many reports were asked for beside the regular ones since then, and of how many made altogether."""
    row = tx.execute(_shares, {"of": area, "since": since}).one()
    return int(row.some), int(row.all)


def areas_to_report(tx: Transaction) -> frozenset[str]:
    """Every commune with a contact or an officer, every province around one, and the country."""
    asked = {code for codes in tx.execute(_answered).scalars() for code in codes}
    communes = [one for one in map(commune, {*tx.execute(_followed).scalars(), *asked}) if one]
    above = {one.province_code for one in communes} | {code for code in asked if province(code)}
    return frozenset({one.code for one in communes} | above | {COUNTRY})


def first_day(tx: Transaction) -> date | None:
    """From which day on there are figures, or something to make them from; None: nobody has come yet."""
    found: list[date | None] = [tx.execute(asked).scalar() for asked in (_first_day, _first_contact)]
    return min(filter(None, found), default=None)
