"""Reading what a scene about people's questions must know first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.conversation.facts import Person
from bot.conversation.question_facts import (
    OwnAnswerNeed,
    Question,
    QuestionNeed,
    QuestionNeeds,
    QuestionsGiven,
    QuestionsNeed,
)
from bot.messages import Address
from bot.storage.asking import questions
from bot.storage.database import Transaction


def read_question_needs(
    tx: Transaction, address: Address, person: Person, needs: Iterable[QuestionNeeds], now: datetime
) -> QuestionsGiven:
    """The answer to each need; what nobody asked for is empty."""
    given = QuestionsGiven()
    for need in needs:
        match need:
            case QuestionNeed(id):
                given = replace(given, question=_question(tx, address, person, id))
            case OwnAnswerNeed():
                given = replace(given, answered=questions.unrated(tx, address, person.contact, now))
            case QuestionsNeed():
                given = replace(given, desk=questions.on_desk(tx, person.officer) if person.officer else ())
    return given


def _question(tx: Transaction, address: Address, person: Person, id: str) -> Question | None:
    """The person's own one, or one that is their business as an officer."""
    own = questions.own(tx, address, person.contact, id)
    if own is not None or person.officer is None:
        return own
    found = questions.question(tx, id)
    return found if found and questions.denial(person.officer, found) is None else None
