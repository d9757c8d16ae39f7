"""How often an answer or a verdict helped, counted by day and source, with nobody's name."""

from datetime import datetime

from bot.conversation.facts import Why
from bot.conversation.question_facts import Rated
from bot.messages import Address
from bot.storage.asking import questions
from bot.storage.database import Transaction
from bot.storage.people.contacts import VIETNAM
from bot.storage.question_tables import ratings
from bot.storage.upsert import insert

_new = insert(ratings)
_count = _new.on_conflict_do_update(
    index_elements=list(ratings.primary_key), set_={"times": ratings.c.times + _new.excluded.times}
)


def rate(tx: Transaction, address: Address, contact: str | None, fact: Rated, now: datetime) -> Why | None:
    """Count it; refused where an officer's answer was rated before, or is none of this person's business."""
    if fact.question and not questions.rate(tx, address, contact, fact.question, fact.helped):
        return Why.ALREADY
    day = now.astimezone(VIETNAM).date()
    tx.execute(_count, {"day": day, "source": fact.source, "helped": fact.helped, "times": 1})
    return None
