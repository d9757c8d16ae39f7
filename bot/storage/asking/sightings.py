"""What people had checked, counted by commune and day without a word of it, and the rises in it.

How one person is one: the conversation itself remembers for LOOKED_BACK what was counted for it, as short hashes beside
the rest of its state, which goes when the person is erased. Here nobody is told apart: a row holds counts only.
Whoever writes from several networks counts once in each.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, func, select

from bot.conversation.question_facts import Sighted
from bot.storage import jobs
from bot.storage.database import Transaction
from bot.storage.daytime import in_the_day
from bot.storage.people.contacts import VIETNAM
from bot.storage.question_tables import sightings, warnings
from bot.storage.upsert import insert

LOOKED_BACK = 3  # days, today included; bot.conversation.sighted remembers as long
LEAST = 5  # people, below which no count leaves this room
TIMES = 3  # as many as in an earlier week, on the mean
EARLIER = 28  # days before those
TOLD_AGAIN = timedelta(days=7)
KEPT = timedelta(days=400)  # for the figures of the same season last year
ALARMING = ("danger", "suspicious")
_HOUR = timedelta(hours=1)

_new = insert(sightings)
_COUNTS = ("times", "new_of_kind", "new_of_likeness")
_count = _new.on_conflict_do_update(
    index_elements=list(sightings.primary_key),
    set_={name: sightings.c[name] + _new.excluded[name] for name in _COUNTS},
)
_here = (
    sightings.c.area == bindparam("of"),
    sightings.c.verdict.in_(ALARMING),
    sightings.c.day.between(bindparam("first"), bindparam("last")),
)
_of_kind = func.sum(sightings.c.new_of_kind)
_of_likeness = func.sum(sightings.c.new_of_likeness)
_kinds = select(sightings.c.kind, _of_kind.label("people")).where(*_here, sightings.c.kind != "")
_kinds = _kinds.group_by(sightings.c.kind).having(_of_kind >= LEAST).order_by(sightings.c.kind)
_earlier = select(func.coalesce(func.sum(sightings.c.new_of_kind), 0)).where(
    *_here, sightings.c.kind == bindparam("as")
)
_alike = select(func.max(sightings.c.kind).label("kind"), _of_likeness.label("people")).where(
    *_here, sightings.c.likeness != ""
)
_alike = _alike.group_by(sightings.c.likeness).having(_of_likeness >= LEAST).order_by(sightings.c.likeness)
_told = insert(warnings)
_tell = _told.on_conflict_do_update(index_elements=list(warnings.primary_key), set_={"told_at": _told.excluded.told_at})
_told_lately = select(warnings.c.kind).where(
    warnings.c.area == bindparam("of"), warnings.c.told_at > bindparam("since")
)
_old = delete(sightings).where(sightings.c.day < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Rise:
    """More people of one commune than usual met the same; `kind` "" where it is alike but of no known kind."""

    area: str
    kind: str
    people: int  # at least


def count(tx: Transaction, fact: Sighted, now: datetime) -> None:
    """Add it to the day's figures; a commune where something alarming was met is looked at within the hour."""
    row = {"day": _day(now), "area": fact.area, "verdict": fact.verdict, "kind": fact.kind, "likeness": fact.likeness}
    counts = {"times": 1, "new_of_kind": int(fact.new_kind), "new_of_likeness": int(fact.new_likeness)}
    tx.execute(_count, {**row, **counts})
    if fact.area and fact.verdict in ALARMING:
        hour = now.replace(minute=0, second=0, microsecond=0) + _HOUR
        jobs.put(tx, jobs.JobKind.RISE, fact.area, in_the_day(hour))


def rises(tx: Transaction, area: str, now: datetime) -> tuple[Rise, ...]:
    """What has risen in this commune and its officers were not told of within a week; from now on they were."""
    found = {**_likenesses(tx, area, now), **_risen_kinds(tx, area, now)}
    told = set(tx.execute(_told_lately, {"of": area, "since": now - TOLD_AGAIN}).scalars())
    new = tuple(Rise(area, kind, people) for kind, people in found.items() if kind not in told)
    for one in new:
        tx.execute(_tell, {"area": area, "kind": one.kind, "told_at": now})
    return new


def remove_old(tx: Transaction, now: datetime) -> None:
    """Forget what is older than a year and a month."""
    tx.execute(_old, {"before": _day(now - KEPT)})


def _risen_kinds(tx: Transaction, area: str, now: datetime) -> dict[str, int]:
    first = _day(now) - timedelta(days=LOOKED_BACK - 1)
    found = tx.execute(_kinds, {"of": area, "first": first, "last": _day(now)}).all()
    return {row.kind: row.people for row in found if row.people >= TIMES * _weekly(tx, area, row.kind, first)}


def _weekly(tx: Transaction, area: str, kind: str, before: date) -> float:
    """How many people a week met this kind in the weeks before."""
    span = {"first": before - timedelta(days=EARLIER), "last": before - timedelta(days=1)}
    return int(tx.execute(_earlier, {"of": area, "as": kind, **span}).scalar_one()) * 7 / EARLIER


def _likenesses(tx: Transaction, area: str, now: datetime) -> dict[str, int]:
    first = _day(now) - timedelta(days=LOOKED_BACK - 1)
    found = tx.execute(_alike, {"of": area, "first": first, "last": _day(now)}).all()
    return {row.kind: row.people for row in found}


def _day(now: datetime) -> date:
    return now.astimezone(VIETNAM).date()
