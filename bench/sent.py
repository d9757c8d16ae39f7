"""Notices of the past: written, approved and arrived; and some that wait for somebody at this moment."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update

from bot.areas import commune, communes_of, provinces
from bot.storage.broadcasting.broadcast_rows import free_code, keep
from bot.storage.broadcasting.sending import Hand, start
from bot.storage.database import Transaction
from bot.storage.notice_tables import mailings, tallies
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast, Move
from broadcasts.notice import Kind, Level, Notice

OFFICE = "Ủy ban nhân dân xã Đồng Văn, tỉnh Tuyên Quang"
HOME, PROVINCE = "00721", "08"
EVERYWHERE = [one.code for province in provinces() for one in communes_of(province.code)]
WAITING = 10


def _notice(number: int) -> Notice:
    """Every fifth one for one commune, every third one for its province, the rest for another commune."""
    if number % 5 == 0:
        areas, place = (HOME,), "xã Đồng Văn"
    elif number % 3 == 0:
        areas, place = (PROVINCE,), "tỉnh Tuyên Quang"
    else:
        areas, place = (EVERYWHERE[number * 16 % len(EVERYWHERE)],), "một xã khác"
    return Notice(
        Kind.ACTUAL,
        Level.FIRST if number % 2 else Level.ROUTINE,
        OFFICE,
        "mưa lớn",
        f"Mưa lớn đợt {number + 1} từ chiều nay",
        "Mưa to đến rất to, nước suối lên nhanh.",
        "Không qua ngầm, suối. Chuyển đồ lên cao. Gọi 114 nếu cần cứu.",
        place,
        areas,
    )


def send(tx: Transaction, number: int, officers: Sequence[str], at: datetime, to_each: int) -> None:
    """One that went the whole way, and has arrived."""
    submitted = _draft(tx, number, officers, at, to_each).moved(Move.SUBMIT, officers[0], at, "bench")
    approved = submitted.moved(Move.APPROVE, officers[1], at, "bench")
    start(tx, None, approved, Hand(officers[1], "bench", at))
    mailing = tx.execute(select(mailings.c.id).where(mailings.c.broadcast == approved.id)).scalar_one()
    times = dict.fromkeys(("first_at", "done_at", "settled_at"), at + timedelta(minutes=1))
    tx.execute(update(mailings).where(mailings.c.id == mailing).values(state="done", cursor=None, **times))
    arrived = {"sent": to_each - to_each // 50, "failed": to_each // 50, "waiting": 0}
    tx.execute(update(tallies).where(tallies.c.mailing == mailing).values(**arrived))


def leave_waiting(tx: Transaction, officers: Sequence[str], now: datetime) -> None:
    """Drafts of the first officer, and as many that wait for the second one's approval."""
    for number in range(0, WAITING * 5, 5):
        keep(tx, None, _draft(tx, number, officers, now))
        keep(tx, None, _draft(tx, number, officers, now).moved(Move.SUBMIT, officers[0], now, "bench"))


def _draft(tx: Transaction, number: int, officers: Sequence[str], at: datetime, people: int | None = None) -> Broadcast:
    notice = _notice(number)
    audience = Audience(frozenset(code for area in notice.areas for code in _communes(area)))
    draft = Broadcast(secrets.token_hex(8), free_code(tx), notice, audience, people=people)
    return draft.moved(Move.EDIT, officers[0], at, "bench")


def _communes(area: str) -> list[str]:
    return [area] if commune(area) else [one.code for one in communes_of(area)]
