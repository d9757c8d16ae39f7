"""A notice on its way through the hands of an office's staff, as their chats ask for it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.conversation.facts import Why
from bot.conversation.notice_facts import NoticeMoved, NoticeWritten
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.people.facts import write_facts
from broadcasts.broadcast import Broadcast
from broadcasts.governance import Denial
from broadcasts.notice import Notice
from broadcasts.officer import Action, Officer, Role
from tests.broadcasts.made import NOW, PROVINCE, STORM, all_clear_of, correction_of
from tests.storage.staff import appoint, phone

Staff = dict[Role, Officer]
WRITTEN = NoticeWritten("b1", STORM, correction_of(STORM), all_clear_of(STORM), template="bao@1")


def staffed(tx: Transaction) -> Staff:
    """A writer, an approver and one on duty of the ward, and an officer of the province."""
    found = {role: appoint(tx, role) for role in (Role.WRITER, Role.APPROVER, Role.DUTY)}
    return found | {Role.PROVINCE: appoint(tx, Role.PROVINCE, areas=(PROVINCE,))}


def of_notice(notice: Notice, id: str = "b1", **more: Any) -> NoticeWritten:
    """The draft of another notice, with what lies ready for it."""
    return replace(
        WRITTEN, id=id, notice=notice, correction=correction_of(notice), all_clear=all_clear_of(notice), **more
    )


def kept(tx: Transaction, id: str = "b1") -> Broadcast:
    """The broadcast as it is kept."""
    found = load(tx, id)
    assert found is not None
    return found


def ask(
    tx: Transaction, who: Role, action: Action, id: str = "b1", now: datetime = NOW, **more: Any
) -> Denial | Why | None:
    """What an officer's chat asks for after reading the text as it stands."""
    fact = NoticeMoved(id, action, **{"text_hash": kept(tx, id).text_hash, **more})
    refused = write_facts(tx, phone(who), (fact,), now)
    return refused[0].why if refused else None


def submit(tx: Transaction, fact: NoticeWritten = WRITTEN, now: datetime = NOW) -> None:
    """Written and submitted by the writer."""
    assert write_facts(tx, phone(Role.WRITER), (fact,), now) == ()
    assert ask(tx, Role.WRITER, Action.SUBMIT, fact.id, now) is None


def send(tx: Transaction, fact: NoticeWritten = WRITTEN, now: datetime = NOW) -> None:
    """Approved by the approver too, so that it leaves."""
    submit(tx, fact, now)
    assert ask(tx, Role.APPROVER, Action.APPROVE, fact.id, now) is None
