"""Whoever was out of reach is shown a notice at the next contact, and then it has arrived; looking is cheap."""

from datetime import timedelta

from bot.conversation.facts import Joined, Refusal, Why
from bot.conversation.notice_facts import Mine, MineNeed, NoticeRead, NoticeShown
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage import notices
from bot.storage.conversations import person_at
from bot.storage.database import Database, Transaction
from bot.storage.facts import write_facts
from bot.storage.notice_reading import read_notice_needs
from broadcasts.officer import Action, Role
from tests.broadcasts.made import COMMUNE, NOW
from tests.storage.sending_made import ask, kept, send, staffed, submit

HOA, STRANGER = Address("telegram", "hoa"), Address("web", "x")
LATER = NOW + timedelta(hours=1)


def prepared(tx: Transaction) -> None:
    """One person of the ward, and a notice for it that has not arrived yet."""
    staffed(tx)
    joined = Joined(Audience.ADULT, "vi", (COMMUNE,), "1", "0" * 16, by_parent=False)
    assert write_facts(tx, HOA, (joined,), NOW) == ()
    send(tx)


def mine(tx: Transaction) -> Mine:
    [found] = read_notice_needs(tx, HOA, person_at(tx, HOA), [MineNeed()], LATER).mine
    return found


async def test_what_was_shown_has_arrived_and_is_no_answer(database: Database) -> None:
    await database.write(prepared)
    code = (await database.read(kept)).code
    assert not (await database.read(mine)).arrived
    assert await database.write(lambda tx: write_facts(tx, HOA, (NoticeShown(code),), LATER)) == ()
    found = await database.read(mine)
    assert (found.arrived, found.answer) == (True, "")
    seen = await database.read(lambda tx: notices.seen(tx, code))
    assert seen
    assert (seen.tally.read, seen.tally.help) == (0, 0)
    await database.write(lambda tx: write_facts(tx, HOA, (NoticeRead(code),), LATER))
    assert (await database.read(mine)).answer == "read"


async def test_what_cannot_be_shown_is_refused(database: Database) -> None:
    await database.write(prepared)
    real, other = NoticeShown((await database.read(kept)).code), NoticeShown("ZZZZZZZZ")
    refused = await database.write(lambda tx: write_facts(tx, STRANGER, (real,), NOW))
    assert refused == (Refusal(real, Why.NOBODY),)
    refused = await database.write(lambda tx: write_facts(tx, HOA, (other,), NOW))
    assert refused == (Refusal(other, Why.UNKNOWN),)


async def test_every_move_of_a_broadcast_is_noticed(database: Database) -> None:
    await database.write(staffed)
    stamps = [await database.read(notices.newest_move)]
    await database.write(submit)
    stamps.append(await database.read(notices.newest_move))
    await database.write(lambda tx: ask(tx, Role.APPROVER, Action.APPROVE))
    stamps.append(await database.read(notices.newest_move))
    await database.write(lambda tx: ask(tx, Role.DUTY, Action.WITHDRAW, reason="gửi nhầm xã rồi, phải rút"))
    stamps.append(await database.read(notices.newest_move))
    assert stamps[0] == 0
    assert stamps == sorted(set(stamps))
