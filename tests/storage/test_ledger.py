"""Rows handed out and what became of them."""

from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.messages import Address
from bot.storage.database import Database
from bot.storage.delivery import claiming
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import body_of, open_note
from bot.storage.notice_tables import attempts, mailings
from bot.storage.quiet_hours import quiet_until
from broadcasts.delivery import PAUSES, Attempt, Hold, Outcome
from broadcasts.notice import Level
from broadcasts.ports import Ledger, Result
from tests.storage.village import (
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

SOON = NOW + timedelta(seconds=1)
NIGHT = datetime(2026, 11, 21, 15, tzinfo=UTC)  # ten in the evening in Vietnam
SLEEP = (time(21), time(6))


async def test_the_ledger_is_what_the_worker_asks_for(database: Database) -> None:
    ledger: Ledger = DatabaseLedger(database)
    assert await ledger.stopped([], NOW) == frozenset()


async def test_a_parcel_says_where_it_goes(database: Database) -> None:
    await settle_in(database, "an")
    mailing = await send_out(database, Level.FIRST)
    [parcel] = await claim(database, await owner(database), Level.FIRST)
    assert (parcel.mailing, parcel.channel, parcel.account, parcel.level) == (mailing, "telegram", "an", Level.FIRST)
    assert (parcel.attempts, parcel.doubts, parcel.old) == (0, 0, ())


async def test_nothing_is_handed_out_twice(database: Database) -> None:
    await settle_in(database, *"abcdefg")
    await send_out(database)
    lease = await owner(database)
    portions = [await claim(database, lease, most=3) for _ in range(4)]
    assert [len(portion) for portion in portions] == [3, 3, 1, 0]
    assert sorted(parcel.account for portion in portions for parcel in portion) == sorted("abcdefg")


async def test_the_oldest_mailing_of_the_level_goes_first(database: Database) -> None:
    await settle_in(database, "an", "binh")
    first, second = await send_out(database), await send_out(database)
    routine = await send_out(database, Level.ROUTINE)
    lease = await owner(database)
    assert [parcel.mailing for parcel in await claim(database, lease, most=3)] == [first, first, second]
    assert [parcel.mailing for parcel in await claim(database, lease)] == [second]
    assert [parcel.mailing for parcel in await claim(database, lease, Level.ROUTINE)] == [routine, routine]


async def test_a_portion_is_filled_from_many_notes(database: Database) -> None:
    for number in range(5):
        to = [(None, Address(TELEGRAM, f"officer-{number}"))]
        await database.write(
            partial(open_note, level=Level.URGENT, body={}, recipients=to, key=str(number), now=NOW, expires_at=LATER)
        )
    lease = await owner(database)
    assert len(await claim(database, lease, most=3)) == 3
    assert len(await claim(database, lease, most=3)) == 2


async def test_a_lane_carries_its_own_channel_only(database: Database) -> None:
    await settle_in(database, "an", Villager("binh", addresses=("web:{}",)))
    await send_out(database)
    assert [parcel.account for parcel in await claim(database, await owner(database))] == ["an"]
    assert [parcel.account for parcel in await claim(database, await owner(database, "web"))] == ["binh"]


@pytest.mark.parametrize(
    ("outcome", "level", "state", "counted"),
    [
        (Outcome.SENT, Level.ROUTINE, "sent", (0, 0)),
        (Outcome.THROTTLED, Level.ROUTINE, "later", (0, 0)),
        (Outcome.UNAVAILABLE, Level.ROUTINE, "later", (1, 0)),
        (Outcome.UNCERTAIN, Level.ROUTINE, "uncertain", (0, 0)),
        (Outcome.UNCERTAIN, Level.URGENT, "waiting", (0, 1)),
        (Outcome.HELD, Level.ROUTINE, "held", (0, 0)),
        (Outcome.GONE, Level.ROUTINE, "failed", (0, 0)),
        (Outcome.REFUSED, Level.ROUTINE, "failed", (0, 0)),
        (Outcome.MISCONFIGURED, Level.ROUTINE, "later", (0, 0)),
        (Outcome.UNWANTED, Level.ROUTINE, "dropped", (0, 0)),
        (Outcome.UNTRIED, Level.ROUTINE, "waiting", (0, 0)),
    ],
)
async def test_what_follows_from_an_outcome(
    database: Database, outcome: Outcome, level: Level, state: str, counted: tuple[int, int]
) -> None:
    await settle_in(database, "an")
    await send_out(database, level)
    lease = await owner(database)
    [parcel] = await claim(database, lease, level)
    assert await record(database, lease, result(parcel, outcome, SOON, wait=7)) == 1
    found = await row(database, "an")
    assert (found.state, found.attempts, found.doubts, found.at) == (state, *counted, SOON)
    assert found.messages == (["an"] if state == "sent" else None)
    await assert_tallies_agree(database)
    again = await claim(database, lease, level, now=SOON)
    assert [(one.attempts, one.doubts) for one in again] == ([counted] if state == "waiting" else [])


@pytest.mark.parametrize(
    ("outcome", "due"),
    [
        (Outcome.THROTTLED, NOW + timedelta(seconds=7)),
        (Outcome.UNAVAILABLE, NOW + PAUSES[0]),
        (Outcome.MISCONFIGURED, NOW + timedelta(seconds=60)),
    ],
)
async def test_who_is_to_be_tried_later_waits_until_then(database: Database, outcome: Outcome, due: datetime) -> None:
    await settle_in(database, "an")
    await send_out(database)
    lease = await owner(database)
    [parcel] = await claim(database, lease)
    await record(database, lease, result(parcel, outcome, wait=7))
    assert (await row(database, "an")).due_at == due
    await tend(database, due - timedelta(milliseconds=1))
    assert await claim(database, lease) == []
    await tend(database, due)
    assert len(await claim(database, lease)) == 1


async def test_khan_cap_in_doubt_is_sent_again_once(database: Database) -> None:
    await settle_in(database, "an")
    mailing = await send_out(database)
    lease = await owner(database)
    for state in ("waiting", "uncertain"):
        [parcel] = await claim(database, lease)
        await record(database, lease, result(parcel, Outcome.UNCERTAIN))
        assert await states(database, mailing) == {"an": state}


@pytest.mark.parametrize(("doubts", "state"), [(0, "dropped"), (1, "uncertain")])
async def test_what_is_not_sent_again_may_have_arrived_before(database: Database, doubts: int, state: str) -> None:
    await settle_in(database, "an")
    mailing = await send_out(database)
    lease = await owner(database)
    for outcome in [Outcome.UNCERTAIN] * doubts + [Outcome.UNWANTED]:
        [parcel] = await claim(database, lease)
        await record(database, lease, result(parcel, outcome))
    assert await states(database, mailing) == {"an": state}


@pytest.mark.parametrize(
    ("outcome", "noted"),
    [
        (Outcome.SENT, False),
        (Outcome.THROTTLED, False),
        (Outcome.UNAVAILABLE, True),
        (Outcome.UNCERTAIN, True),
        (Outcome.HELD, True),
        (Outcome.GONE, True),
        (Outcome.REFUSED, True),
        (Outcome.MISCONFIGURED, True),
        (Outcome.UNWANTED, False),
        (Outcome.UNTRIED, False),
    ],
)
async def test_a_try_that_came_to_nothing_is_noted(database: Database, outcome: Outcome, noted: bool) -> None:
    await settle_in(database, "an")
    await send_out(database)
    lease = await owner(database)
    [parcel] = await claim(database, lease)
    await record(database, lease, result(parcel, outcome, SOON))
    rows = await database.read(lambda tx: tx.execute(select(attempts)).all())
    expected = [(parcel.id, "telegram", "an", SOON, outcome.value, outcome.value)] if noted else []
    assert [tuple(one)[1:] for one in rows] == expected


async def test_a_letter_in_the_mailbox_lies_ready_under_its_names(database: Database) -> None:
    await settle_in(database, Villager("an", addresses=("web:{}",)))
    await send_out(database)
    lease = await owner(database, "web")
    [parcel] = await claim(database, lease)
    await record(database, lease, Result(parcel, Hold(None), Attempt(Outcome.HELD, ("17", "18")), SOON))
    found = await row(database, "an")
    assert (found.state, found.messages, found.at) == ("held", ["17", "18"], SOON)
    assert await database.read(lambda tx: tx.execute(select(attempts)).all()) == []


async def test_who_is_gone_is_written_to_at_the_next_address(database: Database) -> None:
    """What rings first, those used last first; neither one that was tried nor one where the bot is blocked."""
    open_ones = ("zalo:{}-z", "web:{}-w", "telegram:{}-2", "telegram:{}")
    await settle_in(database, Villager("an", addresses=(*open_ones[:2], "-telegram:{}-blocked", *open_ones[2:])))
    mailing = await send_out(database)
    for lane, account in (("telegram", "an"), ("telegram", "an-2"), ("zalo", "an-z"), ("web", "an-w")):
        assert await states(database, mailing) == {account: "waiting"}
        lease = await owner(database, lane)
        [parcel] = await claim(database, lease)
        assert (parcel.channel, parcel.account, parcel.attempts, parcel.doubts) == (lane, account, 0, 0)
        await record(database, lease, result(parcel, Outcome.UNAVAILABLE))
        await tend(database, LATER - timedelta(seconds=1))
        [parcel] = await claim(database, lease)
        await record(database, lease, result(parcel, Outcome.GONE))
    assert await states(database, mailing) == {"an-w": "failed"}
    assert (await row(database, "an-w")).why == "gone"
    await assert_tallies_agree(database)


async def test_the_next_address_is_on_a_channel_that_was_asked_for(database: Database) -> None:
    await settle_in(database, Villager("an", addresses=("web:{}-w", "zalo:{}-z", "telegram:{}")))
    mailing = await send_out(database, channels=frozenset({"telegram", "web"}))
    lease = await owner(database)
    [parcel] = await claim(database, lease)
    await record(database, lease, result(parcel, Outcome.GONE))
    assert await states(database, mailing) == {"an-w": "waiting"}


async def test_a_note_to_an_address_has_no_other(database: Database) -> None:
    to = [(None, Address(TELEGRAM, "officer"))]
    note = await database.write(lambda tx: open_note(tx, Level.URGENT, {}, to, "k", NOW, LATER))
    await deliver(database, await owner(database), officer=Outcome.GONE)
    assert await states(database, note) == {"officer": "failed"}


async def test_a_result_is_kept_once(database: Database) -> None:
    await settle_in(database, "an", "binh")
    await send_out(database)
    lease = await owner(database)
    an, binh = await claim(database, lease)
    assert await record(database, lease, result(an)) == 1
    assert await record(database, lease, result(an, Outcome.GONE), result(binh)) == 1
    assert (await row(database, "an")).state == "sent"
    await assert_tallies_agree(database)


async def test_the_first_one_sent_is_remembered(database: Database) -> None:
    await settle_in(database, "an", "binh", "chi")
    await send_out(database)
    lease = await owner(database)
    an, binh, chi = await claim(database, lease)
    await record(database, lease, result(an, Outcome.GONE, NOW))
    await record(database, lease, result(binh, now=LATER), result(chi, now=SOON))
    assert await database.read(lambda tx: tx.execute(select(mailings.c.first_at)).scalar()) == SOON


async def test_a_newer_text_waits_for_the_older_one_on_its_way(database: Database) -> None:
    await settle_in(database, "an", "binh")
    old = await send_out(database)
    lease = await owner(database)
    [on_its_way] = await claim(database, lease, most=1)
    await send_out(database, replaces=old)
    newest = await send_out(database, replaces=old + 1)
    assert [(one.mailing, one.account) for one in await claim(database, lease)] == [(newest, "binh")]
    await record(database, lease, result(on_its_way))
    assert [(one.mailing, one.account) for one in await claim(database, lease)] == [(newest, "an")]


async def test_a_newer_text_names_the_message_that_it_takes_the_place_of(database: Database) -> None:
    await settle_in(database, "an", "binh", Villager("chi", addresses=("web:{}-w", "telegram:{}")))
    first = await send_out(database)
    lease = await owner(database)
    await deliver(database, lease, binh=Outcome.REFUSED)
    second = await send_out(database, replaces=first)
    parcels = await claim(database, lease)
    assert {one.account: one.old for one in parcels} == {"an": ("an",), "binh": (), "chi": ("chi",)}
    newer = {one.account: result(one, messages=("new", "er")) for one in parcels}
    await record(database, lease, newer["an"], result(parcels[1], Outcome.REFUSED), result(parcels[2], Outcome.GONE))
    third = await send_out(database, replaces=second)
    assert {one.account: one.old for one in await claim(database, lease)} == {
        "an": ("new", "er"),
        "binh": (),
        "chi": ("chi",),
    }
    assert third == second + 1


@pytest.mark.parametrize(
    ("level", "now", "handed_out"),
    [
        (Level.ROUTINE, NIGHT, {"awake", "parent"}),
        (Level.ROUTINE, NOW, {"awake", "parent", "asleep"}),
        (Level.FIRST, NIGHT, {"awake", "parent", "asleep"}),
        (Level.URGENT, NIGHT, {"awake", "parent", "asleep"}),
    ],
)
async def test_quiet_hours_hold_what_can_wait(
    database: Database, level: Level, now: datetime, handed_out: set[str]
) -> None:
    await settle_in(database, Villager("asleep", quiet=SLEEP), "awake", Villager("parent", quiet=(time(12), time(14))))
    mailing = await send_out(database, level, expires_at=NIGHT + timedelta(days=1))
    lease = await owner(database, now=now)
    assert {parcel.account for parcel in await claim(database, lease, level, now=now)} == handed_out
    if "asleep" not in handed_out:
        assert (await row(database, "asleep")).state == "later"
        assert (await row(database, "asleep")).due_at == datetime(2026, 11, 21, 23, tzinfo=UTC)
        await tend(database, datetime(2026, 11, 21, 23, tzinfo=UTC))
        assert (await states(database, mailing))["asleep"] == "waiting"


async def test_whoever_is_awake_does_not_wait_behind_those_who_sleep(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleepers = [Villager(f"a{number}", quiet=SLEEP) for number in range(9)]
    await settle_in(database, *sleepers, "y", "z")
    await send_out(database, Level.ROUTINE, expires_at=NIGHT + timedelta(days=1))
    lease = await owner(database, now=NIGHT)
    monkeypatch.setattr(claiming, "LOOKS", (4,))
    found = [await claim(database, lease, Level.ROUTINE, 4, NIGHT) for _ in range(3)]
    assert [[parcel.account for parcel in portion] for portion in found] == [[], ["y", "z"], []]
    await assert_tallies_agree(database)


async def test_a_note_to_an_address_knows_no_quiet_hours(database: Database) -> None:
    to = [(None, Address(TELEGRAM, "officer"))]
    await database.write(lambda tx: open_note(tx, Level.ROUTINE, {}, to, "k", NOW, None))
    assert len(await claim(database, await owner(database, now=NIGHT), Level.ROUTINE, now=NIGHT)) == 1


def vietnam(hour: int, minute: int = 0, day: int = 21) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


@pytest.mark.parametrize(
    ("hours", "now", "until"),
    [
        ((time(21), time(6)), vietnam(20, 59), None),
        ((time(21), time(6)), vietnam(21), vietnam(6, day=22)),
        ((time(21), time(6)), vietnam(23, 59), vietnam(6, day=22)),
        ((time(21), time(6)), vietnam(0), vietnam(6)),
        ((time(21), time(6)), vietnam(5, 59), vietnam(6)),
        ((time(21), time(6)), vietnam(6), None),
        ((time(12), time(14)), vietnam(11, 59), None),
        ((time(12), time(14)), vietnam(12), vietnam(14)),
        ((time(12), time(14)), vietnam(14), None),
        ((time(8), time(8)), vietnam(8), None),
    ],
)
def test_when_quiet_hours_end(hours: tuple[time, time], now: datetime, until: datetime | None) -> None:
    assert quiet_until(*hours, now) == until


@pytest.mark.parametrize("level", Level)
async def test_a_text_is_known_with_an_urgent_claim_or_read(database: Database, level: Level) -> None:
    await settle_in(database, "an")
    ledger, lease = DatabaseLedger(database), await owner(database)
    first, second = [await send_out(database, level) for _ in range(2)]
    await ledger.claim(lease, level, 1, NOW)
    bodies = [await database.read(partial(body_of, mailing=mailing)) for mailing in (first, second)]
    assert [await ledger.body(mailing) for mailing in (first, second)] == bodies
