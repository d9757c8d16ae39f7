"""Lists of recipients: resumed after a crash wherever it happens, the most urgent first, corrections for receivers."""

from functools import partial

import pytest
from sqlalchemy import delete, update

from bot.storage.database import Database, Transaction
from bot.storage.delivery import fan_out
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import open_mailing, stop, tally
from bot.storage.tables import contacts, follows
from broadcasts.audience import Audience
from broadcasts.delivery import Attempt, Hold, Outcome
from broadcasts.notice import Level
from broadcasts.ports import Result
from tests.storage.village import (
    HERE,
    LATER,
    NOW,
    TELEGRAM,
    THERE,
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
    spell_out,
    states,
    tend,
)

BOTH = Audience(frozenset({HERE, THERE}))
PEOPLE = [f"p{number:02}" for number in range(20)]


class Crash(Exception):
    """The process ends here."""


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fan_out, "WALKED", 3)
    monkeypatch.setattr(fan_out, "SCATTERED", 3)
    monkeypatch.setattr(fan_out, "FIRST", 2)


@pytest.fixture(params=["by commune", "by contact"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fan_out, "FEW_AREAS", 10 if request.param == "by commune" else 0)


async def settle_everywhere(database: Database) -> None:
    """Some here, some there, some in both."""
    areas = ((HERE,), (THERE,), (THERE, HERE))
    await settle_in(database, *(Villager(name, areas=areas[at % 3]) for at, name in enumerate(PEOPLE)))


def crash_after_a_piece(tx: Transaction) -> None:
    assert fan_out.fan_out(tx, NOW)
    raise Crash


@pytest.mark.parametrize("level", [Level.URGENT, Level.ROUTINE])
async def test_a_list_is_resumed_after_a_crash_at_every_piece(
    database: Database, small_pieces: None, way: None, level: Level
) -> None:
    await settle_everywhere(database)
    mailing = await database.write(lambda tx: open_mailing(tx, None, level, {}, BOTH, NOW, LATER))
    pieces = 0
    while not (await database.read(lambda tx: tally(tx, mailing))).spelled:
        with pytest.raises(Crash):
            await database.write(crash_after_a_piece)
        await assert_tallies_agree(database)
        assert await DatabaseLedger(database).fan_out(NOW)
        pieces += 1
    assert pieces > 5
    assert await DatabaseLedger(database).fan_out(NOW) is False
    assert await states(database, mailing) == dict.fromkeys(PEOPLE, "waiting")
    await assert_tallies_agree(database)


async def test_rows_are_handed_out_before_the_list_is_complete(database: Database, small_pieces: None) -> None:
    await settle_everywhere(database)
    await database.write(lambda tx: open_mailing(tx, None, Level.URGENT, {}, BOTH, NOW, LATER))
    assert len(await claim(database, await owner(database))) == 2


async def test_the_most_urgent_list_is_written_first(database: Database, small_pieces: None, way: None) -> None:
    await settle_everywhere(database)
    slow, fast, urgent = [
        await database.write(
            partial(open_mailing, broadcast=None, level=level, body={}, audience=BOTH, now=NOW, expires_at=LATER)
        )
        for level in (Level.ROUTINE, Level.FIRST, Level.URGENT)
    ]
    order = []
    while await DatabaseLedger(database).fan_out(NOW):
        found = [await database.read(partial(tally, mailing=one)) for one in (slow, fast, urgent)]
        order.append(tuple(one.meant for one in found))
    assert all(slow == 0 for slow, fast, _ in order if fast < 20)
    assert all(fast == 0 for _, fast, urgent in order if urgent < 20)


async def test_who_joins_twice_during_a_list_is_there_once(database: Database, small_pieces: None) -> None:
    await settle_everywhere(database)
    mailing = await database.write(lambda tx: open_mailing(tx, None, Level.FIRST, {}, BOTH, NOW, LATER))
    await DatabaseLedger(database).fan_out(NOW)
    await settle_in(database, Villager("zz", areas=(HERE, THERE)))
    await spell_out(database)
    assert await states(database, mailing) == dict.fromkeys([*PEOPLE, "zz"], "waiting")


OUTCOMES = {
    "sent": Outcome.SENT,
    "uncertain": Outcome.UNCERTAIN,
    "gone": Outcome.GONE,
    "refused": Outcome.REFUSED,
    "held": Outcome.HELD,
    "unavailable": Outcome.UNAVAILABLE,
    "throttled": Outcome.THROTTLED,
    "untried": Outcome.UNTRIED,
}


@pytest.mark.parametrize("level", [Level.URGENT, Level.ROUTINE])
async def test_a_correction_goes_to_exactly_those_who_may_have_got_it(database: Database, level: Level) -> None:
    await settle_in(database, *OUTCOMES, "waiting", Villager("letter", addresses=("web:{}",)), "left-out")
    old = await send_out(database, level)
    lease = await owner(database)
    parcels = {parcel.account: parcel for parcel in await claim(database, lease, level)}
    await record(database, lease, *(result(parcels[name], outcome) for name, outcome in OUTCOMES.items()))
    web = await owner(database, "web")
    [letter] = await claim(database, web, level)
    laid = Attempt(Outcome.HELD, ("17",))
    await record(database, web, Result(letter, Hold(None), laid, NOW))
    await record(database, lease, *(result(parcels[name], Outcome.UNTRIED) for name in ("waiting", "left-out")))
    new = await send_out(database, level, replaces=old, only_received=True)
    assert await states(database, new) == dict.fromkeys(("sent", "uncertain", "letter"), "waiting")
    await tend(database)
    assert await states(database, old) == {
        "sent": "sent",
        "uncertain": "uncertain",
        "gone": "failed",
        "refused": "failed",
        **dict.fromkeys(("held", "unavailable", "throttled", "untried", "waiting", "letter", "left-out"), "dropped"),
    }
    await assert_tallies_agree(database)


async def test_a_correction_goes_where_the_notice_went(database: Database) -> None:
    await settle_in(database, Villager("an", addresses=("telegram:{}", "web:{}-web")))
    old = await send_out(database)
    [where] = await states(database, old)
    await deliver(database, await owner(database, "web" if where == "an-web" else TELEGRAM))
    await settle_in(database, Villager("binh", addresses=()))
    new = await send_out(database, replaces=old, only_received=True)
    assert await states(database, new) == {where: "waiting"}


async def test_a_correction_waits_for_whoever_is_just_getting_the_notice(database: Database) -> None:
    await settle_in(database, "an", "binh", "chi", "dung")
    old = await send_out(database)
    lease = await owner(database)
    an, binh, chi = await claim(database, lease, most=3)
    await record(database, lease, result(an))
    new = await database.write(
        lambda tx: open_mailing(tx, None, Level.URGENT, {}, None, NOW, LATER, replaces=old, only_received=True)
    )
    await spell_out(database)
    assert set(await states(database, new)) == {"an"}
    assert (await database.read(lambda tx: tally(tx, new))).spelled is False
    await record(database, lease, result(binh))
    await spell_out(database)
    assert set(await states(database, new)) == {"an", "binh"}
    await record(database, lease, result(chi, Outcome.GONE))
    await spell_out(database)
    assert set(await states(database, new)) == {"an", "binh"}
    assert (await database.read(lambda tx: tally(tx, new))).spelled is True


async def test_a_correction_reaches_those_whom_a_crash_left_in_doubt(database: Database) -> None:
    await settle_in(database, "an", "binh")
    old = await send_out(database)
    await claim(database, await owner(database), most=1)
    new = await send_out(database, replaces=old, only_received=True)
    assert await states(database, new) == {}
    await owner(database, name="another", now=NOW + (LATER - NOW) / 2)
    await spell_out(database)
    assert await states(database, new) == {"an": "waiting"}
    assert (await row(database, "an", old)).state == "uncertain"


async def test_a_correction_of_what_was_never_sent_goes_to_nobody(database: Database) -> None:
    await settle_in(database, "an")
    audience = Audience(frozenset({HERE}))
    new = await database.write(
        lambda tx: open_mailing(tx, None, Level.URGENT, {}, audience, NOW, LATER, replaces=None, only_received=True)
    )
    await spell_out(database)
    await tend(database)
    found = await database.read(lambda tx: tally(tx, new))
    assert (found.meant, found.spelled) == (0, True)


async def test_a_correction_asks_nobody_whether_they_want_it(database: Database) -> None:
    """They have got what was wrong, so they get what is right, whatever they have stopped since."""
    await settle_in(database, "an")
    old = await send_out(database)
    await deliver(database, await owner(database))
    await database.write(lambda tx: stop(tx, old, NOW))
    await database.write(lambda tx: tx.execute(update(contacts).values(stop="all")).rowcount)
    new = await send_out(database, replaces=old, only_received=True)
    assert set(await states(database, new)) == {"an"}


async def test_a_correction_is_written_piece_by_piece_too(database: Database, small_pieces: None) -> None:
    await settle_everywhere(database)
    old = await send_out(database, areas=(HERE, THERE))
    await deliver(database, await owner(database))
    new = await database.write(
        lambda tx: open_mailing(tx, None, Level.URGENT, {}, None, NOW, LATER, replaces=old, only_received=True)
    )
    assert len(await states(database, new)) == 2
    pieces = 0
    while not (await database.read(lambda tx: tally(tx, new))).spelled:
        with pytest.raises(Crash):
            await database.write(crash_after_a_piece)
        assert await DatabaseLedger(database).fan_out(NOW)
        pieces += 1
    assert pieces > 5
    assert await states(database, new) == dict.fromkeys(PEOPLE, "waiting")
    await assert_tallies_agree(database)


async def replaced(database: Database) -> tuple[int, int]:
    """A notice that "an" and "binh" got, and its update, which "binh" and "chi" got; "dung" got neither."""
    await settle_in(database, "an", "binh", "chi", "dung")
    first = await send_out(database)
    lease = await owner(database)
    await deliver(database, lease, chi=Outcome.GONE, dung=Outcome.GONE)
    second = await send_out(database, replaces=first)
    await deliver(database, lease, an=Outcome.GONE, dung=Outcome.GONE)
    return first, second


async def test_a_correction_of_an_update_also_reaches_who_got_only_what_it_replaced(database: Database) -> None:
    _, second = await replaced(database)
    new = await send_out(database, replaces=second, only_received=True)
    assert await states(database, new) == dict.fromkeys(("an", "binh", "chi"), "waiting")
    parcels = {parcel.account: parcel.old for parcel in await claim(database, await owner(database))}
    assert parcels == {"an": ("an",), "binh": ("binh",), "chi": ("chi",)}
    await assert_tallies_agree(database)


async def test_a_correction_waits_for_whoever_is_just_getting_what_the_update_replaced(database: Database) -> None:
    await settle_in(database, "an", "binh")
    first = await send_out(database)
    lease = await owner(database)
    [an, binh] = await claim(database, lease)
    second = await send_out(database, replaces=first)
    new = await send_out(database, replaces=second, only_received=True)
    assert await states(database, new) == {}
    await record(database, lease, result(an), result(binh, Outcome.GONE))
    await spell_out(database)
    assert await states(database, new) == {"an": "waiting"}
    assert (await database.read(lambda tx: tally(tx, new))).spelled is True


@pytest.mark.parametrize("level", [Level.URGENT, Level.ROUTINE])
async def test_an_all_clear_also_reaches_who_got_the_notice_and_lives_there_no_more(
    database: Database, small_pieces: None, way: None, level: Level
) -> None:
    await settle_everywhere(database)
    old = await send_out(database, level, areas=(HERE, THERE))
    await deliver(database, await owner(database), level)
    moved = PEOPLE[3:6]
    await database.write(lambda tx: tx.execute(delete(follows).where(follows.c.contact.in_(moved))).rowcount)
    await settle_in(database, Villager("zz", areas=(HERE,)))
    new = await send_out(database, level, areas=(HERE, THERE), replaces=old, closes=True)
    assert await states(database, new) == dict.fromkeys([*PEOPLE, "zz"], "waiting")
    update_of = await send_out(database, level, areas=(HERE, THERE), replaces=new)
    assert set(await states(database, update_of)) == {*PEOPLE, "zz"}.difference(moved)
    await assert_tallies_agree(database)
