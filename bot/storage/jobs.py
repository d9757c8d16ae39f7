"""What is due at a time: one row for each kind of work about one thing, taken under a lease."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import bindparam, delete, or_, select, update

from bot.storage.database import Transaction
from bot.storage.notice_tables import jobs
from bot.storage.upsert import insert


class JobKind(Enum):
    """What there is to do; the value is what is stored. `about` names a broadcast, a case, a question or a commune."""

    APPROVER = "approver"  # nobody has answered an urgent notice
    START = "start"  # its hour has come
    EXPIRE = "expire"  # its time is over
    CASE = "case"  # nobody has taken it
    PROGRESS = "progress"  # of a notice that is being sent, to be shown
    QUESTION = "question"  # officers are told of it, and later those above them
    RISE = "rise"  # of what people of a commune had checked, to be looked for


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work, leased to whoever got it."""

    id: int
    kind: JobKind
    about: str
    due_at: datetime
    leased_until: datetime


_new = insert(jobs)
_put = _new.on_conflict_do_update(
    index_elements=[jobs.c.kind, jobs.c.about],
    set_={"due_at": _new.excluded.due_at, "leased_until": None},
)
_due = (
    select(jobs.c.id, jobs.c.kind, jobs.c.about, jobs.c.due_at)
    .where(
        jobs.c.due_at <= bindparam("now"), or_(jobs.c.leased_until.is_(None), jobs.c.leased_until <= bindparam("now"))
    )
    .order_by(jobs.c.due_at, jobs.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_lease = update(jobs).where(jobs.c.id == bindparam("job"))
_done = delete(jobs).where(jobs.c.id == bindparam("job"), jobs.c.leased_until == bindparam("mine"))
_drop = delete(jobs).where(jobs.c.kind == bindparam("of"), jobs.c.about == bindparam("what"))


def put(tx: Transaction, kind: JobKind, about: str, due_at: datetime) -> None:
    """Have it done at this time; the same work about the same thing is done once, at the time that was put last."""
    tx.execute(_put, {"kind": kind.value, "about": about, "due_at": due_at, "leased_until": None})


def due(tx: Transaction, now: datetime, lease: timedelta, most: int = 100) -> tuple[Job, ...]:
    """What is to be done now, the longest overdue first; nobody else gets it before the lease ends."""
    rows, until = tx.execute(_due, {"now": now, "most": most}).all(), now + lease
    if rows:
        tx.execute(_lease, [{"job": row.id, "leased_until": until} for row in rows])
    return tuple(Job(row.id, JobKind(row.kind), row.about, row.due_at, until) for row in rows)


def done(tx: Transaction, job: Job) -> None:
    """Forget it, unless it was put anew or is another one's by now."""
    tx.execute(_done, {"job": job.id, "mine": job.leased_until})


def drop(tx: Transaction, kind: JobKind, about: str) -> None:
    """It need not be done any more."""
    tx.execute(_drop, {"of": kind.value, "what": about})
