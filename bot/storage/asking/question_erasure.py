"""What becomes of people's questions with time, and when their asker wants to be forgotten."""

from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, or_, select, update

from bot.conversation.question_facts import QuestionState
from bot.messages import Address
from bot.storage import jobs
from bot.storage.asking.questions import OPEN
from bot.storage.database import Transaction
from bot.storage.delivery.ledger_erasure import forget_case
from bot.storage.question_tables import questions

NAMELESS_AFTER = timedelta(days=30)  # from the answer on: nobody has to be told of it any more
WORDLESS_AFTER = timedelta(days=365)

_this = questions.c.id == bindparam("question")
_theirs = or_(
    questions.c.contact == bindparam("who"),
    and_(questions.c.channel == bindparam("at_channel"), questions.c.account == bindparam("at_account")),
)
_all_theirs = select(questions.c.id).where(_theirs)
_closed = update(questions).where(_this, OPEN).values(state=QuestionState.CLOSED.value, owner=None)
_emptied = update(questions).where(_this).values(contact=None, account="", words="")
_over = questions.c.answered_at <= bindparam("before")
_nameless = update(questions).where(_over, questions.c.account != "").values(contact=None, account="")
_wordless = update(questions).where(_over, questions.c.words != "").values(words="", answer=None, draft="")


def forget(tx: Transaction, address: Address, contact: str | None, now: datetime) -> None:
    """Close what this person asked and keep nothing of it but that it was asked, where and when."""
    who = {"who": contact, "at_channel": address.channel, "at_account": address.account}
    for id in tx.execute(_all_theirs, who).scalars().all():
        tx.execute(_closed, {"question": id, "answered_at": now})
        tx.execute(_emptied, {"question": id})
        forget_case(tx, id, now)
        jobs.drop(tx, jobs.JobKind.QUESTION, id)


def tidy(tx: Transaction, now: datetime) -> None:
    """Answered ones lose their asker after a month, and all words after a year."""
    tx.execute(_nameless, {"before": now - NAMELESS_AFTER})
    tx.execute(_wordless, {"before": now - WORDLESS_AFTER})
