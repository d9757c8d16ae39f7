"""What time brings: rows whose time has come, mailings that are over, stopped or done; and people who show up."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.conversation.notice_facts import Tally
from bot.messages import Address
from bot.storage.database import Database, Transaction
from bot.storage.delivery import tending
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import open_mailing, open_note, stop, tally
from bot.storage.notice_tables import broadcasts, mailings
from bot.storage.people.arrivals import returned, seen
from broadcasts.audience import Audience
from broadcasts.delivery import Attempt, Hold, Outcome
from broadcasts.notice import Level
from broadcasts.ports import Lease, Result
from tests.storage.village import (
    HERE,
    LATER,
    NOW,
    TELEGRAM,
    Villager,
    assert_tallies_agree,
    claim,
    deliver,
    owner,
    record,
    result,
    row,
    send_out,
    settle_in,
    states,
    tend,
)

SOON, ENDS = NOW + timedelta(minutes=1), NOW + timedelta(seconds=9)  # while the lease still lasts
WEB = Villager("an", addresses=("web:{}",))


async def mailing_row(database: Database, mailing: int) -> Any:
    return await database.read(lambda tx: tx.execute(select(mailings).where(mailings.c.id == mailing)).one())


async def lay_down(database: Database, lease: Lease, *letters: str, level: Level = Level.URGENT) -> None:
    """Everybody who waits finds these in their mailbox, or cannot be written to now."""
    held = Attempt(Outcome.HELD, letters)
    parcels = await claim(database, lease, level)
    await record(database, lease, *(Result(parcel, Hold(None), held, NOW) for parcel in parcels))


async def test_where_there_is_nothing_to_do_nothing_is_done(database: Database) -> None:
    assert await DatabaseLedger(database).tend(NOW) is False


@pytest.mark.parametrize("over", ["stopped", "expired"])
async def test_what_is_over_lets_go_of_everybody_who_is_not_on_the_way(database: Database, over: str) -> None:
    people = ("on-its-way", "sent", "later", "held", "doubtful", "waiting")
    await settle_in(database, *people)
    mailing = await send_out(database, expires_at=ENDS)
    lease = await owner(database)
    parcels = {parcel.account: parcel for parcel in await claim(database, lease)}
    outcomes = (Outcome.SENT, Outcome.THROTTLED, Outcome.HELD, Outcome.UNCERTAIN, Outcome.UNTRIED)
    done = [result(parcels[name], outcome, wait=9e5) for name, outcome in zip(people[1:], outcomes, strict=True)]
    await record(database, lease, *done)
    await tend(database)
    assert (await states(database, mailing))["waiting"] == "waiting"
    if over == "stopped":
        await database.write(lambda tx: stop(tx, mailing, NOW))
    now = NOW if over == "stopped" else ENDS
    await tend(database, now)
    let_go = {"sent": "sent", "later": "dropped", "held": "dropped", "doubtful": "uncertain", "waiting": "dropped"}
    assert await states(database, mailing) == {"on-its-way": "waiting", **let_go}
    assert (await mailing_row(database, mailing)).settled_at is None
    assert await record(database, lease, result(parcels["on-its-way"])) == 1
    await tend(database, now)
    assert await states(database, mailing) == {"on-its-way": "sent", **let_go}
    assert (await mailing_row(database, mailing)).settled_at == now
    assert (await mailing_row(database, mailing)).state == ("stopped" if over == "stopped" else "done")
    assert await DatabaseLedger(database).tend(now) is False
    await assert_tallies_agree(database)


async def test_a_note_that_is_over_is_let_go(database: Database) -> None:
    to = [(None, Address(TELEGRAM, "officer"))]
    note = await database.write(lambda tx: open_note(tx, Level.FIRST, {}, to, "k", NOW, LATER))
    await tend(database, LATER)
    assert await states(database, note) == {"officer": "dropped"}


async def test_it_is_let_go_in_short_pieces(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tending, "PIECE", 2)
    await settle_in(database, *"abcde")
    mailing = await send_out(database)
    await database.write(lambda tx: stop(tx, mailing, NOW))
    seen = []
    while await DatabaseLedger(database).tend(NOW):
        seen.append((await database.read(lambda tx: tally(tx, mailing))).dropped)
    assert seen == [2, 4, 5, 5]


async def test_one_that_waits_for_its_lane_does_not_keep_others_from_being_let_go(database: Database) -> None:
    await settle_in(database, "an")
    old = await send_out(database)
    await claim(database, await owner(database))
    other = await send_out(database)
    for mailing in (old, other):
        await database.write(partial(stop, mailing=mailing, now=NOW))
    await tend(database)
    assert await states(database, other) == {"an": "dropped"}


async def test_a_mailing_is_done_when_nobody_waits(database: Database) -> None:
    await settle_in(database, "an", "binh")
    mailing = await send_out(database)
    lease = await owner(database)
    await deliver(database, lease, binh=Outcome.THROTTLED)
    await tend(database)
    assert (await mailing_row(database, mailing)).state == "open"
    await tend(database, SOON)
    await deliver(database, lease, binh=Outcome.GONE)
    await tend(database, SOON)
    found = await mailing_row(database, mailing)
    assert (found.state, found.done_at, found.settled_at) == ("done", SOON, SOON)


async def test_a_list_that_is_not_complete_is_not_done(database: Database) -> None:
    audience = Audience(frozenset({HERE}))
    mailing = await database.write(lambda tx: open_mailing(tx, None, Level.FIRST, {}, audience, NOW, LATER))
    await tend(database)
    assert (await mailing_row(database, mailing)).state == "spelling"


async def test_what_lies_ready_keeps_nothing_open(database: Database) -> None:
    await settle_in(database, WEB)
    mailing = await send_out(database)
    await lay_down(database, await owner(database, "web"), "5")
    await tend(database)
    found = await mailing_row(database, mailing)
    assert (found.state, found.done_at, found.settled_at) == ("done", NOW, None)
    await tend(database, LATER)
    assert await states(database, mailing) == {"an": "dropped"}
    found = await mailing_row(database, mailing)
    assert (found.state, found.done_at, found.settled_at) == ("done", NOW, LATER)


def _keep(tx: Transaction, row: dict[str, Any]) -> None:
    tx.execute(insert(broadcasts).values(**row))


async def test_whoever_keeps_broadcasts_learns_which_are_done(database: Database) -> None:
    await settle_in(database, "an")
    for name, state in (("b1", "sending"), ("b2", "sending"), ("b3", "cancelled")):
        filled = {column.name: "" for column in broadcasts.c if column.type.python_type is str}
        fields = {**filled, "id": name, "code": name, "state": state, "drill": False, "body": {}}
        row = {**fields, "made_at": NOW, "moved_at": NOW, "ends_at": None}
        await database.write(partial(_keep, row=row))
        audience = Audience(frozenset({HERE}) if name != "b2" else frozenset({"99999"}))
        opening = partial(open_mailing, broadcast=name, level=Level.FIRST, body={}, audience=audience)
        await database.write(partial(opening, now=NOW, expires_at=LATER))
    assert await database.read(tending.finished) == []
    while await DatabaseLedger(database).fan_out(NOW):
        pass
    await tend(database)
    assert await database.read(tending.finished) == ["b2"]
    await deliver(database, await owner(database), Level.FIRST)
    await tend(database)
    assert await database.read(tending.finished) == ["b1", "b2"]


@pytest.mark.parametrize(("letter", "state"), [(4, "held"), (5, "held"), (6, "sent"), (7, "sent")])
async def test_a_letter_is_sent_when_the_page_has_shown_all_of_it(database: Database, letter: int, state: str) -> None:
    await settle_in(database, WEB, Villager("binh", addresses=("web:{}",)))
    mailing = await send_out(database)
    await lay_down(database, await owner(database, "web"), "5", "6")
    await tend(database)
    shown = await database.write(lambda tx: seen(tx, "an", letter, SOON))
    assert shown == (state == "sent")
    assert await states(database, mailing) == {"an": state, "binh": "held"}
    assert (await row(database, "an")).at == (SOON if state == "sent" else NOW)
    assert await database.write(lambda tx: seen(tx, "an", letter, SOON)) == 0
    await assert_tallies_agree(database)


async def test_a_mailing_is_settled_when_the_last_letter_was_seen(database: Database) -> None:
    await settle_in(database, WEB)
    mailing = await send_out(database)
    await lay_down(database, await owner(database, "web"), "5")
    await tend(database)
    await database.write(lambda tx: seen(tx, "an", 5, SOON))
    await tend(database, SOON)
    assert (await mailing_row(database, mailing)).settled_at == SOON
    assert await database.read(lambda tx: tally(tx, mailing)) == Tally(meant=1, sent=1)


async def test_whoever_shows_up_gets_what_could_not_be_sent(database: Database) -> None:
    await settle_in(database, Villager("an", addresses=("zalo:{}",)), Villager("binh", addresses=("zalo:{}",)))
    mailing = await send_out(database)
    lease = await owner(database, "zalo")
    await lay_down(database, lease)
    await tend(database)
    assert (await mailing_row(database, mailing)).state == "done"
    assert await database.write(lambda tx: returned(tx, Address("zalo", "an"), SOON)) == 1
    assert await database.write(lambda tx: returned(tx, Address("zalo", "nobody"), SOON)) == 0
    assert await states(database, mailing) == {"an": "waiting", "binh": "held"}
    await deliver(database, lease)
    await tend(database, SOON)
    found = await mailing_row(database, mailing)
    assert (found.state, found.done_at) == ("done", SOON)
    assert await states(database, mailing) == {"an": "sent", "binh": "held"}
    await assert_tallies_agree(database)


async def test_a_letter_in_the_mailbox_is_not_sent_again_to_whoever_shows_up(database: Database) -> None:
    await settle_in(database, WEB)
    mailing = await send_out(database)
    await lay_down(database, await owner(database, "web"), "5")
    assert await database.write(lambda tx: returned(tx, Address("web", "an"), SOON)) == 0
    assert await states(database, mailing) == {"an": "held"}


@pytest.mark.parametrize("over", ["stopped", "expired"])
async def test_whoever_shows_up_too_late_gets_nothing(database: Database, over: str) -> None:
    await settle_in(database, Villager("an", addresses=("zalo:{}",)))
    mailing = await send_out(database)
    await lay_down(database, await owner(database, "zalo"))
    if over == "stopped":
        await database.write(lambda tx: stop(tx, mailing, NOW))
    now = LATER if over == "expired" else NOW
    assert await database.write(lambda tx: returned(tx, Address("zalo", "an"), now)) == 0
    await tend(database, now)
    assert await states(database, mailing) == {"an": "dropped"}


async def test_what_lies_ready_until_a_time_goes_out_then(database: Database) -> None:
    await settle_in(database, Villager("an", addresses=("zalo:{}",)))
    mailing = await send_out(database)
    lease = await owner(database, "zalo")
    [parcel] = await claim(database, lease)
    await record(database, lease, Result(parcel, Hold(SOON), Attempt(Outcome.HELD), NOW))
    await tend(database)
    assert await states(database, mailing) == {"an": "held"}
    await tend(database, SOON)
    assert await states(database, mailing) == {"an": "waiting"}
    assert len(await claim(database, lease, now=SOON)) == 1
    await assert_tallies_agree(database)
