"""A small world whose figures were counted by hand: two communes of one province, one of another, two days."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Integer, Table, Text, insert

from bot.storage import notice_tables as notice
from bot.storage import question_tables as question
from bot.storage import tables
from bot.storage.columns import Moment
from bot.storage.database import Database, Transaction
from bot.vietnamese.moments import VIETNAM
from tests.guards.sources import ROOT

DONG_VAN, MEO_VAC, TUYEN_QUANG = "00721", "00769", "08"
BA_DINH, HA_NOI, COUNTRY = "00004", "01", "vn"
DAY = date(2026, 11, 20)
NEXT = DAY + timedelta(days=1)
LESSON = ROOT / "tests/stories/lessons/khoa-hoc/nguoi-cao-tuoi/01-dung-lai.md"  # it has two questions

_SAMPLES: dict[type, Any] = {Text: "", Integer: 0, BigInteger: 0, Boolean: False, Date: DAY, JSON: {}}


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    """A moment of the day in Vietnam."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


def add(tx: Transaction, table: Table, **values: Any) -> None:
    """One row; what is not given and must be there is empty."""
    tx.execute(
        insert(table).values({**{c.name: _empty(c) for c in table.c if _must(c) and c.name not in values}, **values})
    )


def _must(column: Column[Any]) -> bool:
    return not column.nullable and not (column.primary_key and column.autoincrement is True) and column.name != "id"


def _empty(column: Column[Any]) -> Any:
    return at(0) if isinstance(column.type, Moment) else _SAMPLES[type(column.type)]


def person(tx: Transaction, name: str, area: str | None) -> None:
    """Somebody of a commune; None: they follow none."""
    add(tx, tables.contacts, id=name, audience="elder", language="vi", stop="nothing", created_on=DAY)
    if area:
        add(tx, tables.follows, contact=name, position=0, area=area)


def begun(tx: Transaction, name: str, lesson: str, when: datetime) -> None:
    """The person begins a lesson."""
    add(tx, tables.progress, contact=name, lesson=lesson, version="v", started_at=when)


def tried(tx: Transaction, name: str, lesson: str, when: datetime, *rights: bool) -> None:
    """First tries at the questions from the first on; the lesson has two."""
    for number, right in enumerate(rights):
        row = {"contact": name, "lesson": lesson, "version": "v", "run": f"{when:%Y%m%d%H%M}", "attempt": number}
        add(tx, tables.answers, **row, question=number, right=right, first=True, at=when + timedelta(minutes=number))


def sent(tx: Transaction, id: str, areas: list[str], when: datetime, **more: Any) -> None:
    """A notice that was begun then; `sent` people got it, `settled` when nothing of it changes any more."""
    level, people, settled = more.get("level", "khẩn cấp"), more.get("sent", 0), more.get("settled", when)
    body = {"audience": {"areas": areas}, "notice": {"level": level}}
    add(tx, notice.broadcasts, id=id, code=id, state="sent", drill=more.get("drill", False), body=body)
    moved(tx, id, "start", when)
    number = len(id) * 1000 + sum(map(ord, id))
    add(tx, notice.mailings, id=number, broadcast=id, level=level, state="done", body={}, settled_at=settled)
    add(tx, notice.tallies, mailing=number, sent=people)


def moved(tx: Transaction, id: str, move: str, when: datetime) -> None:
    """Something happened to a notice."""
    add(tx, notice.broadcast_moves, broadcast=id, move=move, by="lan", at=when)


async def settle(database: Database) -> None:
    """Make the world."""
    await database.write(_people)
    await database.write(_notices)
    await database.write(_asked)


def _people(tx: Transaction) -> None:
    version = {"version": "v", "lesson": "a", "language": "vi", "course": "c", "file": "f"}
    add(tx, tables.lesson_versions, **version, source=LESSON.read_text("utf-8"), kept_at=at(0))
    for name, area in (("an", DONG_VAN), ("ba", DONG_VAN), ("chi", MEO_VAC), ("du", BA_DINH), ("em", None)):
        person(tx, name, area)
    begun(tx, "an", "a", at(23, 59, DAY - timedelta(days=1)))  # the day before: no learner of this day
    begun(tx, "an", "b", at(0, 0))  # ... but another lesson
    begun(tx, "ba", "a", at(8))
    begun(tx, "ba", "b", at(9))  # one learner, two lessons
    begun(tx, "chi", "a", at(23, 59))
    begun(tx, "du", "a", at(0, 0, NEXT))  # not this day any more
    begun(tx, "em", "a", at(12))
    tried(tx, "an", "a", at(7), True, False)  # finished
    tried(tx, "an", "a", at(19), True, True)  # ... and once more, better
    tried(tx, "ba", "a", at(8, 30), False)  # not finished
    tried(tx, "chi", "a", at(23, 59), True, True)  # the second answer falls on the next day


def _notices(tx: Transaction) -> None:
    sent(tx, "lu", [DONG_VAN], at(6), sent=40)
    sent(tx, "dien", [DONG_VAN, MEO_VAC], at(7), sent=90, level="thông thường")
    sent(tx, "ca-nuoc", [DONG_VAN, BA_DINH], at(8), sent=100, level="ưu tiên", settled=None)
    sent(tx, "tap", [DONG_VAN], at(9), sent=7, drill=True)
    moved(tx, "lu", "end", at(10))
    moved(tx, "dien", "withdraw", at(0, 0, NEXT))
    for contact, answer, when in (
        ("an", "shown", at(6, 1)),
        ("an", "read", at(6, 2)),
        ("an", "help", at(6, 3)),  # one person, counted once
        ("ba", "read", at(6, 4)),
        (None, "read", at(6, 5)),  # somebody who was erased
    ):
        add(tx, notice.receipts, broadcast="lu", contact=contact, answer=answer, at=when)
    add(tx, notice.receipts, broadcast="tap", contact="an", answer="read", at=at(9, 1))


def _asked(tx: Transaction) -> None:
    for id, opened, taken in (("1", at(6), at(6, 4)), ("2", at(6), at(6, 9)), ("3", at(23, 50), at(0, 5, NEXT))):
        add(tx, notice.cases, id=id, area=DONG_VAN, state="taken", opened_at=opened, taken_at=taken)
    add(
        tx,
        notice.cases,
        id="4",
        area=MEO_VAC,
        state="closed",
        opened_at=at(1, day=DAY - timedelta(days=9)),
        closed_at=at(2),
    )
    add(
        tx,
        question.questions,
        id="q",
        kind="question",
        area=DONG_VAN,
        state="answered",
        asked_at=at(8),
        answered_at=at(11, 30),
    )
    add(tx, question.questions, id="r", kind="question", area="", state="waiting", asked_at=at(8))
    for area, verdict, kind, likeness, times in (
        (DONG_VAN, "danger", "H14", "x", 3),
        (DONG_VAN, "danger", "H14", "y", 1),
        (DONG_VAN, "no_sign", "", "", 2),
        ("", "suspicious", "H3", "", 5),
    ):
        add(tx, question.sightings, day=DAY, area=area, verdict=verdict, kind=kind, likeness=likeness, times=times)
    add(tx, question.ratings, day=DAY, source="otp", helped=True, times=8)
    add(tx, question.ratings, day=DAY, source="otp", helped=False, times=2)
