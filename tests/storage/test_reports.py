"""The report afterwards: when people were reached, who was not and why, who needed help."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from bot.conversation.notice_facts import CaseMove, CaseMoved, HelpAsked
from bot.messages import Address
from bot.storage import notice_tables
from bot.storage.broadcasting import reports
from bot.storage.broadcasting.reports import CaseTimes, Report
from bot.storage.database import Database, Transaction
from bot.storage.delivery import mailings
from bot.storage.delivery.stretch import widen
from bot.storage.people.facts import write_facts
from broadcasts.officer import Action, Role
from tests.broadcasts.made import COMMUNE, NOW
from tests.storage.sending_made import ask, kept, send, staffed, submit
from tests.storage.staff import phone

LATER = NOW + timedelta(minutes=5)


def rows(tx: Transaction, number: int, **values: Any) -> None:
    """So many rows of the ledger, one a second, as whoever delivers leaves them."""
    mailing, seconds = mailings.mailing_of(tx, "b1"), range(1, number + 1)
    assert mailing is not None
    same = {"mailing": mailing, "channel": "telegram", "account": "x", "attempts": 1, "doubts": 0, **values}
    add = insert(notice_tables.deliveries).returning(notice_tables.deliveries.c.id)
    new = [tx.execute(add.values({**same, "at": NOW + timedelta(seconds=number)})).scalar_one() for number in seconds]
    widen(tx, mailing, new)


async def report(database: Database, id: str = "b1") -> Report:
    return await database.read(lambda tx: reports.report(tx, id))


async def test_nothing_is_known_of_what_nobody_knows(database: Database) -> None:
    assert await report(database) == Report()


async def test_what_was_not_sent_has_its_first_steps(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        submit(tx)

    await database.write(work)
    assert await report(database) == Report(submitted_at=NOW)


async def test_how_long_it_took_to_reach_them(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        submit(tx)
        assert ask(tx, Role.APPROVER, Action.APPROVE, now=NOW) is None
        rows(tx, 200, state="sent")
        rows(tx, 3, state="failed", why="blocked")
        rows(tx, 2, state="failed", why="no such chat", channel="web")
        rows(tx, 1, state="uncertain", why="no answer")
        rows(tx, 4, state="held", channel="web")

    await database.write(work)
    found = await report(database)
    assert (found.submitted_at, found.approved_at, found.started_at) == (NOW, NOW, NOW)
    assert found.first_at == NOW + timedelta(seconds=1)
    assert found.reached == {share: NOW + timedelta(seconds=2 * share) for share in (50, 90, 99)}
    assert found.channels == {
        "telegram": {"failed": 3, "sent": 200, "uncertain": 1},
        "web": {"failed": 2, "held": 4},
    }
    assert list(found.reasons.items()) == [("blocked", 3), ("no such chat", 2), ("no answer", 1)]


async def test_one_person_is_every_share(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        send(tx)
        rows(tx, 1, state="sent")

    await database.write(work)
    at = NOW + timedelta(seconds=1)
    found = await report(database)
    assert (found.first_at, found.reached) == (at, {50: at, 90: at, 99: at})


async def test_requests_for_help_without_a_word_of_them(database: Database) -> None:
    def work(tx: Transaction) -> None:
        staffed(tx)
        send(tx)
        code = kept(tx).code
        for id in ("c1", "c2"):
            write_facts(tx, Address("telegram", id), (HelpAsked(id, code, COMMUNE, "nhà", 1),), NOW)
        write_facts(tx, Address("telegram", "c3"), (HelpAsked("c3", "", COMMUNE, "nhà", 1),), NOW)
        write_facts(tx, phone(Role.DUTY), (CaseMoved("c1", CaseMove.TAKE),), LATER)
        write_facts(tx, phone(Role.DUTY), (CaseMoved("c1", CaseMove.CLOSE),), LATER)

    await database.write(work)
    found = await report(database)
    assert sorted(found.cases, key=lambda case: case.taken_at is None) == [
        CaseTimes(NOW, LATER, LATER),
        CaseTimes(NOW, None, None),
    ]
