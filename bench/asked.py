"""What people asked for in the past, as rows of its tables: help, answers, a look at a message."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bench.sent import EVERYWHERE, HOME
from bot.storage.counting.figure_span import day_of

DAYS = 120


def case(number: int, people: Sequence[str], officers: Sequence[str], now: datetime) -> dict[str, Any]:
    """A request for help; the newest two hundred are open."""
    at = now - timedelta(minutes=number * 30)
    state = "open" if number < 200 else ("open", "taken", "closed", "closed")[number % 4]
    taken = state != "open"
    return {
        **_from(number, people),
        "broadcast": "",
        "area": HOME if number % 25 == 0 else EVERYWHERE[number * 7 % len(EVERYWHERE)],
        "place": "nhà sau chợ",
        "people": number % 6 + 1,
        "words": "nước lên tới bếp rồi, nhà có người già",
        "phone": "",
        "state": state,
        "owner": officers[1] if taken else None,
        "opened_at": at,
        "taken_at": at + timedelta(minutes=number % 40) if taken else None,
        "closed_at": at + timedelta(hours=2) if state == "closed" else None,
    }


def question(number: int, people: Sequence[str], officers: Sequence[str], now: datetime) -> dict[str, Any]:
    """A question; all but the newest thousand are answered."""
    at = now - timedelta(minutes=number * 8)
    answered = number >= 1000
    return {
        **_from(number, people),
        "kind": "question",
        "words": f"làm lại căn cước thì cần mang gì ({number})",
        "area": HOME if number % 40 == 0 else EVERYWHERE[number * 11 % len(EVERYWHERE)],
        "audience": "elder",
        "near": "",
        "state": "answered" if answered else "waiting",
        "owner": officers[1] if answered else None,
        "answer": "Mang giấy tờ cũ đến công an xã." if answered else None,
        "draft": "waiting" if number % 400 == 399 else "",
        "asked_at": at,
        "answered_at": at + timedelta(minutes=50) if answered else None,
    }


def _from(number: int, people: Sequence[str]) -> dict[str, Any]:
    account = {"channel": "telegram", "account": str(1_000_000_001 + number % len(people))}
    return {"id": secrets.token_hex(16), "contact": people[number % len(people)], **account}


def sighting(number: int, now: datetime) -> dict[str, Any]:
    """What was checked on one day in one commune."""
    place = number // DAYS
    return {
        "day": day_of(now) - timedelta(days=number % DAYS),
        "area": HOME if place == 0 else EVERYWHERE[place * 8],
        "verdict": ("danger", "suspicious", "no_sign")[number % 3],
        "kind": ("H14", "N1", "H12", "")[number % 4],
        "likeness": "",
        "times": number % 5 + 1,
    }
