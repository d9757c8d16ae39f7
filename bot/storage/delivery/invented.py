"""Invented people for a rehearsal: as many as asked for, spread over all communes; never in a database that is used."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert

from bot.conversation.facts import Stop
from bot.learning.lesson import Audience
from bot.storage.database import Transaction
from bot.storage.tables import addresses, contacts, follows

_contacts, _follows, _addresses = insert(contacts), insert(follows), insert(addresses)


def invent(tx: Transaction, numbers: range, areas: Sequence[str], channel: str, now: datetime) -> None:
    """One person for each number, the same for the same number."""
    ids = [f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}{number:016x}" for number in numbers]  # in no order
    common = {"audience": Audience.ELDER.value, "language": "vi", "stop": Stop.NOTHING.value, "created_on": now.date()}
    tx.execute(_contacts, [{"id": id, **common} for id in ids])
    tx.execute(
        _follows,
        [
            {"contact": id, "position": 0, "area": areas[number % len(areas)]}
            for id, number in zip(ids, numbers, strict=True)
        ],
    )
    rows = [
        {"channel": channel, "account": str(number), "contact": id, "state": {}, "seen_at": now}
        for id, number in zip(ids, numbers, strict=True)
    ]
    tx.execute(_addresses, rows)
