"""Keeping what a turn found out; what cannot be kept comes back as a Refusal, for the next screen."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert

from bot.conversation.facts import (
    AreasFollowed,
    AudienceChosen,
    CardReached,
    Consented,
    DataShown,
    Erased,
    Fact,
    Joined,
    LanguageChosen,
    Left,
    LessonFinished,
    LinkAsked,
    Linked,
    Parted,
    QuestionAnswered,
    QuietHoursChosen,
    Refusal,
    Returned,
    StopChosen,
    Why,
)
from bot.conversation.notice_facts import NoticeFact
from bot.conversation.question_facts import QuestionFact
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.people import contacts, linking, progress
from bot.storage.people.conversations import contact_of, leave
from bot.storage.tables import requests
from broadcasts.governance import Denial

_asked = insert(requests)


def write_facts(tx: Transaction, address: Address, facts: Sequence[Fact], now: datetime) -> tuple[Refusal, ...]:
    """Keep every fact, in order; those that were refused come back, and the others are kept all the same."""
    refused = ((fact, _write(tx, address, fact, now)) for fact in facts)
    return tuple(Refusal(fact, why) for fact, why in refused if why is not None)


def _write(tx: Transaction, address: Address, fact: Fact, now: datetime) -> Why | Denial | None:
    if isinstance(fact, NoticeFact):
        from bot.storage.broadcasting.notice_writing import write_notice_fact  # the first page can do without

        return write_notice_fact(tx, address, fact, now)
    if isinstance(fact, QuestionFact):
        from bot.storage.asking.question_writing import write_question_fact  # likewise

        return write_question_fact(tx, address, fact, now)
    match fact:
        case Joined():
            return contacts.join(tx, address, fact, now)
        case Erased():
            from bot.storage.people.erasure import erase  # likewise

            erase(tx, address, now)
        case Left():
            leave(tx, address, now)
        case Returned():
            leave(tx, address, None)
        case Linked(code):
            return linking.join_up(tx, address, code, now)
        case Parted():
            return linking.part(tx, address)
        case DataShown():
            who = contact_of(tx, address)
            tx.execute(_asked, {"contact": who, "kind": "show", "asked_at": now, "done_at": now})
        case _:
            who = contact_of(tx, address)
            return Why.NOBODY if who is None else _write_for(tx, address, who, fact, now)
    return None


def _write_for(tx: Transaction, address: Address, contact: str, fact: Fact, now: datetime) -> Why | None:
    match fact:
        case Consented():
            contacts.consent(tx, contact, address, fact, now)
        case AreasFollowed(areas):
            return contacts.follow(tx, contact, areas)
        case QuestionAnswered():
            return progress.count_answer(tx, contact, fact, now)
        case CardReached():
            progress.reach_card(tx, contact, fact, now)
        case LessonFinished():
            progress.finish_lesson(tx, contact, fact, now)
        case AudienceChosen(audience):
            contacts.choose_audience(tx, contact, audience)
        case LanguageChosen(language):
            contacts.choose_language(tx, contact, language)
        case QuietHoursChosen(quiet):
            contacts.choose_quiet_hours(tx, contact, quiet)
        case LinkAsked():
            linking.ask(tx, contact, now)
        case StopChosen(stop):
            contacts.choose_stop(tx, contact, stop)
    return None
