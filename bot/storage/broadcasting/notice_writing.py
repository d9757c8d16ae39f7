"""Keeping what a turn about notices found out: each fact with its notes, or why it was refused."""

from datetime import datetime

from bot.conversation.facts import Person, Why
from bot.conversation.notice_facts import (
    Bound,
    CaseMoved,
    CaseSaid,
    ColleagueFrozen,
    HelpAsked,
    NoticeFact,
    NoticeMoved,
    NoticeRead,
    NoticeShown,
    NoticeWritten,
)
from bot.messages import Address
from bot.storage.broadcasting import broadcasts, cases, notes, receipts
from bot.storage.database import Transaction
from bot.storage.offices import accounts, binding, officers
from bot.storage.people.conversations import contact_of
from broadcasts.governance import Denial
from broadcasts.officer import Officer

OfOfficer = NoticeWritten | NoticeMoved | ColleagueFrozen | CaseMoved


def write_notice_fact(tx: Transaction, address: Address, fact: NoticeFact, now: datetime) -> Why | Denial | None:
    """Keep it and send its notes; None, or why it was refused, and then nothing of it is kept."""
    refused = _write(tx, address, fact, now)
    if refused is None:
        notes.send(tx, getattr(fact, "notes", ()), now)
    return refused


def _write(tx: Transaction, address: Address, fact: NoticeFact, now: datetime) -> Why | Denial | None:
    match fact:
        case NoticeRead(code):
            return receipts.keep_read(tx, contact_of(tx, address), code, now)
        case NoticeShown(code):
            return receipts.keep_shown(tx, contact_of(tx, address), code, now)
        case HelpAsked():
            return cases.open_case(tx, address, contact_of(tx, address), fact, now)
        case CaseSaid():
            who = Person(contact_of(tx, address), officer=officers.officer_at(tx, address))
            return cases.say(tx, address, who, fact, now)
        case Bound(code):
            return binding.bind(tx, address, code, now)
        case _:
            officer = officers.officer_at(tx, address)
            return Denial.ACCOUNT if officer is None else _write_of(tx, officer, address, fact, now)


def _write_of(
    tx: Transaction, officer: Officer, address: Address, fact: OfOfficer, now: datetime
) -> Why | Denial | None:
    match fact:
        case NoticeWritten():
            return broadcasts.write(tx, officer, str(address), fact, now)
        case NoticeMoved():
            return broadcasts.act(tx, officer, str(address), fact, now)
        case CaseMoved():
            return cases.move(tx, officer, fact, now)
        case ColleagueFrozen(other):
            return accounts.freeze_colleague(tx, officer, other, now)
