"""What happens although nobody has written: calls that climb, notices that begin and end, figures that change."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.channels.channel import Channel
from bot.channels.devnull import DevnullChannel
from bot.conversation.notice_facts import CaseMove, CaseMoved, HelpAsked
from bot.due import Due
from bot.messages import Address
from bot.storage.database import Database, Transaction
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.notice_tables import mailings as mailings_table
from bot.storage.people.facts import write_facts
from broadcasts.broadcast import Move, State
from broadcasts.governance import ALONE_AFTER
from broadcasts.officer import Action, Role
from tests.broadcasts.made import COMMUNE, NOW, STORM
from tests.storage.sending_made import ask, kept, of_notice, send, staffed, submit
from tests.storage.staff import phone

PERSON = Address("telegram", "7")
HELP = HelpAsked("c1", "", COMMUNE, "cạnh nhà văn hóa", 3)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def on(self, by: timedelta) -> None:
        self.now += by


def noted(tx: Transaction) -> list[str]:
    """The keys of all notes that were put into the ledger, by what they are about."""
    keys = tx.execute(select(mailings_table.c.key).where(mailings_table.c.key.isnot(None))).scalars()
    return [str(key).partition(":")[0] for key in keys]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def channels() -> Mapping[str, Channel]:
    return {"telegram": DevnullChannel()}


@pytest.fixture
def due(database: Database, channels: Mapping[str, Channel], clock: Clock) -> Due:
    return Due(database, channels, clock)


async def test_an_urgent_text_without_an_answer_climbs_once(database: Database, due: Due, clock: Clock) -> None:
    def asked(tx: Transaction) -> None:
        staffed(tx)
        submit(tx)

    await database.write(asked)
    await due.look()
    assert "unanswered" not in await database.read(noted)
    clock.on(ALONE_AFTER)
    await due.look()
    await due.look()
    assert (await database.read(noted)).count("unanswered") == 1


async def test_an_answered_one_does_not(database: Database, due: Due, clock: Clock) -> None:
    def answered(tx: Transaction) -> None:
        staffed(tx)
        submit(tx)
        assert ask(tx, Role.APPROVER, Action.RETURN, reason="Sai giờ, xem lại giúp.") is None

    await database.write(answered)
    clock.on(ALONE_AFTER)
    await due.look()
    assert "unanswered" not in await database.read(noted)


async def test_what_has_its_hour_begins_then(database: Database, due: Due, clock: Clock) -> None:
    later = of_notice(STORM, begins=NOW + timedelta(hours=1))

    def scheduled(tx: Transaction) -> None:
        staffed(tx)
        send(tx, later)

    await database.write(scheduled)
    await due.look()
    assert (await database.read(kept)).state is State.APPROVED
    clock.on(timedelta(hours=1))
    await due.look()
    sending = await database.read(kept)
    assert sending.last(Move.START) is not None


async def test_what_nobody_approved_in_its_time_is_over(database: Database, due: Due, clock: Clock) -> None:
    def asked(tx: Transaction) -> None:
        staffed(tx)
        submit(tx)

    await database.write(asked)
    assert STORM.ends is not None
    clock.now = STORM.ends + timedelta(seconds=1)
    await due.look()
    assert (await database.read(kept)).state is State.EXPIRED


async def test_help_that_nobody_gives_climbs_once(database: Database, due: Due, clock: Clock) -> None:
    def asked(tx: Transaction) -> None:
        staffed(tx)
        assert write_facts(tx, PERSON, (HELP,), NOW) == ()

    await database.write(asked)
    clock.on(timedelta(minutes=5))
    await due.look()
    await due.look()
    assert (await database.read(noted)).count("climbed") == 3  # the province, the commune again, and who asked


async def test_help_that_somebody_gives_does_not(database: Database, due: Due, clock: Clock) -> None:
    def taken(tx: Transaction) -> None:
        staffed(tx)
        assert write_facts(tx, PERSON, (HELP,), NOW) == ()
        assert write_facts(tx, phone(Role.DUTY), (CaseMoved("c1", CaseMove.TAKE),), NOW) == ()

    await database.write(taken)
    clock.on(timedelta(minutes=5))
    await due.look()
    assert "climbed" not in await database.read(noted)


async def test_officers_are_told_how_it_goes_in_one_message(database: Database, due: Due, clock: Clock) -> None:
    def sent(tx: Transaction) -> None:
        staffed(tx)
        send(tx)

    await database.write(sent)
    for _ in range(4):
        clock.on(timedelta(seconds=3))
        await due.look()
    assert (await database.read(noted)).count("progress") == 1


async def test_a_notice_is_sent_when_nobody_waits_for_it(database: Database, due: Due, clock: Clock) -> None:
    def sent(tx: Transaction) -> None:
        staffed(tx)
        send(tx)

    await database.write(sent)
    ledger = DatabaseLedger(database)
    for _ in range(20):
        if not (await ledger.fan_out(clock()) or await ledger.tend(clock())):
            break
    clock.on(timedelta(seconds=3))
    await due.look()
    assert (await database.read(kept)).state is State.SENT
