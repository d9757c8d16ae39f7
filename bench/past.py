"""What a few months of service leave behind: people who learnt, and what stands in `sent` and `asked`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, text

from bench.asked import DAYS, case, question, sighting
from bench.crowd import move_in
from bench.sent import EVERYWHERE, leave_waiting, send
from bot.content import Content
from bot.storage.database import Transaction
from bot.storage.notice_tables import cases, deliveries, receipts
from bot.storage.question_tables import questions, sightings
from bot.storage.tables import answers, progress

BROADCASTS = 200
CASES, QUESTIONS = 5_000, 20_000
LESSONS_EACH, QUESTIONS_EACH = 5, 3
_LARGE = (progress, answers, deliveries, receipts)

_LEARNT = (
    " FROM joining JOIN taught ON (i + taught.n) % :lessons < :each"
    " JOIN past ON past.n = (i * 31 + taught.n * 7) % :days"
)
_STEPS = (
    "UPDATE follows SET area = (SELECT code FROM real WHERE real.n = CAST(area AS integer) - 10000)",
    'INSERT INTO progress (contact, lesson, version, card, started_at, finished_at, "right", asked)'
    f" SELECT id, lesson, version, 3, past.at, CASE WHEN i % 4 = 0 THEN NULL ELSE past.at END, 2, :questions{_LEARNT}",
    'INSERT INTO answers (contact, lesson, version, run, attempt, question, answer, "right", first, at)'
    " SELECT id, lesson, version, 'r1', asked.n, asked.n, 1, (i + asked.n) % 4 <> 0, TRUE, past.at"
    f"{_LEARNT} JOIN past AS asked ON asked.n < :questions",
    "INSERT INTO deliveries (mailing, contact, channel, account, state, attempts, doubts, messages, why, at)"
    " SELECT m.id, joining.id, 'telegram', CAST(1000000000 + i AS text),"
    " CASE WHEN (i + m.id) % 50 = 0 THEN 'failed' ELSE 'sent' END, 1, 0, '[\"1\"]',"
    " CASE WHEN (i + m.id) % 50 = 0 THEN 'blocked' END, m.first_at"
    " FROM mailings AS m JOIN joining ON (i + m.id * 7919) % :people < :to_each ORDER BY m.id",
    "UPDATE mailings SET first_row = lain.first, last_row = lain.last"
    " FROM (SELECT mailing, min(id) AS first, max(id) AS last FROM deliveries GROUP BY mailing) AS lain"
    " WHERE lain.mailing = mailings.id",
    "INSERT INTO receipts (broadcast, contact, answer, at)"
    " SELECT m.broadcast, joining.id, CASE WHEN i % 100 = 0 THEN 'help' ELSE 'read' END, m.first_at"
    " FROM mailings AS m JOIN joining ON (i + m.id * 7919) % :people < :to_each WHERE i % 5 = 0",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many people there are, and how many rows of the ledger."""

    people: int
    deliveries: int


def fill(tx: Transaction, size: Size, content: Content, officers: Sequence[str], now: datetime) -> None:
    """Everything at once; two of the `officers`, by their ids, have written and approved all notices."""
    lessons = [one for course in content.world.library.courses for one in course.lessons]
    move_in(tx, size.people)
    _table(tx, "past (n integer, at {moment})", [{"n": n, "at": now - timedelta(days=n, hours=1)} for n in range(DAYS)])
    _table(tx, "taught (n integer, lesson text, version text)", [_taught(n, one) for n, one in enumerate(lessons)])
    _table(tx, "real (n integer, code text)", [{"n": n, "code": code} for n, code in enumerate(EVERYWHERE)])
    to_each = size.deliveries // BROADCASTS
    for number in range(BROADCASTS):
        send(tx, number, officers, now - timedelta(days=DAYS * number / BROADCASTS, hours=2), to_each)
    leave_waiting(tx, officers, now)
    given = {"lessons": len(lessons), "each": LESSONS_EACH, "questions": QUESTIONS_EACH, "days": DAYS}
    given |= {"people": size.people, "to_each": to_each}
    _in_bulk(tx, given)
    people = tx.execute(text("SELECT id FROM joining WHERE i <= 5000")).scalars().all()
    tx.execute(insert(cases), [case(number, people, officers, now) for number in range(CASES)])
    tx.execute(insert(questions), [question(number, people, officers, now) for number in range(QUESTIONS)])
    tx.execute(insert(sightings), [sighting(number, now) for number in range(DAYS * 400)])


def _in_bulk(tx: Transaction, given: Mapping[str, int]) -> None:
    """Indexes are made at the end, as that is quicker."""
    indexes = [index for table in _LARGE for index in table.indexes]
    for index in indexes:
        index.drop(tx)
    for step in _STEPS:
        tx.execute(text(step), given)
    for index in indexes:
        index.create(tx)


def _table(tx: Transaction, shape: str, rows: Sequence[Mapping[str, Any]]) -> None:
    sqlite = tx.dialect.name == "sqlite"
    tx.execute(text(f"CREATE TEMP TABLE {shape.format(moment='text' if sqlite else 'timestamptz')}"))
    name = shape.partition(" ")[0]
    ready = [{key: _moment(value) if sqlite else value for key, value in row.items()} for row in rows]
    places = ", ".join(f":{key}" for key in rows[0])
    tx.execute(text(f"INSERT INTO {name} ({', '.join(rows[0])}) VALUES ({places})"), ready)


def _moment(value: Any) -> Any:
    return value.isoformat(" ", "microseconds") if isinstance(value, datetime) else value


def _taught(number: int, lesson: Any) -> dict[str, Any]:
    return {"n": number, "lesson": lesson.id, "version": lesson.version}
