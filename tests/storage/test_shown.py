"""Whoever was out of reach is shown a notice at the next contact, and then it has arrived; looking is cheap."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.conversation.facts import Joined, Refusal, Why
from bot.conversation.notice_facts import Mine, MineNeed, NoticeRead, NoticeShown
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage.broadcasting import notices
from bot.storage.broadcasting.notice_reading import read_notice_needs
from bot.storage.database import Database, Transaction
from bot.storage.people.conversations import person_at
from bot.storage.people.facts import write_facts
from broadcasts.officer import Action, Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW, STORM
from tests.storage.sending_made import ask, kept, of_notice, send, staffed, submit

HOA, LATE, STRANGER = Address("telegram", "hoa"), Address("telegram", "late"), Address("web", "x")
OTHER = replace(STORM, headline="Nước sông lên cao trong đêm nay")
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


def follow(tx: Transaction, address: Address, area: str) -> None:
    joined = Joined(Audience.ADULT, "vi", (area,), "1", "0" * 16, by_parent=False)
    assert write_facts(tx, address, (joined,), LATER) == ()


def of(tx: Transaction, address: Address) -> tuple[Mine, ...]:
    return read_notice_needs(tx, address, person_at(tx, address), [MineNeed()], LATER).mine


async def test_whoever_followed_after_it_was_sent_has_it_once_it_was_shown(database: Database) -> None:
    await database.write(prepared)
    code = (await database.read(kept)).code
    await database.write(lambda tx: follow(tx, LATE, COMMUNE))
    assert await database.read(lambda tx: of(tx, LATE)) == ()
    await database.write(lambda tx: write_facts(tx, LATE, (NoticeShown(code),), LATER))
    assert await database.read(lambda tx: of(tx, LATE)) == (Mine(code, STORM, "sending", arrived=True),)
    await database.write(lambda tx: write_facts(tx, LATE, (NoticeRead(code),), LATER))
    assert await database.read(lambda tx: of(tx, LATE)) == (Mine(code, STORM, "sending", arrived=True, answer="read"),)


async def test_what_somebody_of_elsewhere_asked_about_is_not_theirs(database: Database) -> None:
    await database.write(prepared)
    code = (await database.read(kept)).code
    await database.write(lambda tx: follow(tx, LATE, NEIGHBOUR))
    await database.write(lambda tx: write_facts(tx, LATE, (NoticeRead(code),), LATER))
    assert await database.read(lambda tx: of(tx, LATE)) == ()


async def test_what_reached_a_person_last_comes_first(database: Database) -> None:
    """Eight confirms what they have just been shown, not what is newest."""
    await database.write(prepared)
    await database.write(lambda tx: send(tx, of_notice(OTHER, "b2"), NOW))
    await database.write(lambda tx: follow(tx, LATE, COMMUNE))
    codes = [(await database.read(partial(kept, id=id))).code for id in ("b1", "b2")]
    for minute, code in enumerate(reversed(codes)):
        shown = (NoticeShown(code),)
        at = LATER + timedelta(minutes=minute)
        await database.write(partial(write_facts, address=LATE, facts=shown, now=at))
    assert [one.code for one in await database.read(lambda tx: of(tx, LATE))] == codes


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
