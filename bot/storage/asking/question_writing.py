"""Keeping what a turn about people's questions found out: each fact with its notes, or why it was refused."""

from datetime import datetime

from bot.conversation.facts import Why
from bot.conversation.question_facts import HandedOn, QuestionFact, QuestionMoved, Rated, Replied, Sighted
from bot.messages import Address
from bot.storage.asking import question_moves, questions, ratings, sightings
from bot.storage.broadcasting import notes
from bot.storage.database import Transaction
from bot.storage.offices import officers
from bot.storage.people.conversations import contact_of
from broadcasts.governance import Denial


def write_question_fact(tx: Transaction, address: Address, fact: QuestionFact, now: datetime) -> Why | Denial | None:
    """Keep it and send its notes; None, or why it was refused, and then nothing of it is kept."""
    refused = _write(tx, address, fact, now)
    if refused is None:
        notes.send(tx, getattr(fact, "notes", ()), now)
    return refused


def _write(tx: Transaction, address: Address, fact: QuestionFact, now: datetime) -> Why | Denial | None:
    match fact:
        case HandedOn():
            return questions.hand_on(tx, address, contact_of(tx, address), fact, now)
        case Rated():
            return ratings.rate(tx, address, contact_of(tx, address), fact, now)
        case Sighted():
            sightings.count(tx, fact, now)
            return None
        case _:
            return _write_of(tx, address, fact, now)


def _write_of(tx: Transaction, address: Address, fact: QuestionMoved | Replied, now: datetime) -> Why | Denial | None:
    officer = officers.officer_at(tx, address)
    if officer is None:
        return Denial.ACCOUNT
    if isinstance(fact, Replied):
        return question_moves.reply(tx, officer, fact, now)
    return question_moves.move(tx, officer, fact, now)
