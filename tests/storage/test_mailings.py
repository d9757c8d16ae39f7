"""Who gets a mailing, when one is opened and stopped, and what is told of it."""

from functools import partial

import pytest
from sqlalchemy import select

from bot.conversation.notice_facts import SHUT_OUT, Tally
from bot.messages import Address
from bot.storage.database import Database
from bot.storage.delivery import fan_out
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.delivery.mailings import (
    body_of,
    head_count,
    is_done,
    mailing_of,
    open_mailing,
    open_note,
    reach,
    stop,
    stopped,
    tally,
)
from bot.storage.notice_tables import deliveries, mailings
from broadcasts.audience import Audience
from broadcasts.notice import Level
from tests.storage.village import (
    HERE,
    LATER,
    NOW,
    THERE,
    Villager,
    assert_tallies_agree,
    claim,
    deliver,
    owner,
    send_out,
    settle_in,
    states,
    tend,
)

BOTH_WAYS = pytest.mark.parametrize("way", ["by commune", "by contact"], indirect=True)


@pytest.fixture
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to find people must find the same."""
    monkeypatch.setattr(fan_out, "FEW_AREAS", 10 if request.param == "by commune" else 0)


VILLAGE = (
    Villager("an"),
    Villager("binh", areas=(THERE,)),
    Villager("chi", areas=(THERE, HERE)),
    Villager("dung", stop="ordinary"),
    Villager("em", stop="all"),
    Villager("giang", age="elder"),
    Villager("hoa", addresses=("telegram:{}", "web:{}-web")),
    Villager("khanh", addresses=("web:{}-web", "telegram:{}")),
    Villager("lan", addresses=("telegram:{}", "-web:{}-web")),
    Villager("minh", addresses=("-telegram:{}",)),
    Villager("nam", addresses=()),
)
EVERYBODY = {"an", "chi", "giang", "khanh", "lan", "hoa"}  # a chat rings, a page has to be opened


@BOTH_WAYS
@pytest.mark.parametrize(
    ("asked", "waiting", "failed"),
    [
        ({}, EVERYBODY | {"dung"}, {"minh", "nam"}),
        ({"level": Level.FIRST}, EVERYBODY, {"minh", "nam"}),
        ({"level": Level.ROUTINE}, EVERYBODY, {"minh", "nam"}),
        ({"areas": (THERE,)}, {"binh", "chi"}, set()),
        ({"areas": (HERE, THERE), "ages": frozenset({"elder"})}, {"giang"}, set()),
        ({"channels": frozenset({"web"})}, {"hoa-web", "khanh-web"}, set()),
        ({"areas": ("99999",)}, set(), set()),
        ({"areas": ()}, set(), set()),
    ],
)
async def test_who_gets_it(
    database: Database, way: None, asked: dict[str, object], waiting: set[str], failed: set[str]
) -> None:
    await settle_in(database, *VILLAGE)
    mailing = await send_out(database, **asked)  # type: ignore[arg-type]
    found = await states(database, mailing)
    assert {account for account, state in found.items() if state == "waiting"} == waiting
    assert {name for name, state in found.items() if state == "failed"} == failed
    assert len(found) == len(waiting) + len(failed)
    await assert_tallies_agree(database)


async def test_the_head_count_is_what_the_ledger_will_hold(database: Database) -> None:
    await settle_in(database, *VILLAGE)
    both, elders, web = frozenset({HERE, THERE}), frozenset({"elder"}), frozenset({"web"})
    for level in Level:
        for audience in (Audience(both), Audience(both, elders), Audience(both, channels=web), Audience(frozenset())):
            more = {"ages": audience.ages, "channels": audience.channels}
            mailing = await send_out(database, level, tuple(audience.areas), **more)
            counted = await database.read(partial(head_count, audience=audience, level=level))
            assert counted == (await database.read(partial(tally, mailing=mailing))).meant


async def test_reach_counts_persons_by_the_channel_that_rings(database: Database) -> None:
    await settle_in(database, *VILLAGE)
    assert await database.read(lambda tx: reach(tx, [HERE], Level.URGENT, NOW)) == {"telegram": 7}
    assert await database.read(lambda tx: reach(tx, [HERE, THERE], Level.FIRST, NOW)) == {"telegram": 7}
    assert await database.read(lambda tx: reach(tx, [HERE], Level.FIRST, NOW, ["elder"])) == {"telegram": 1}
    assert await database.read(lambda tx: reach(tx, [], Level.FIRST, NOW)) == {}


async def test_whom_no_network_lets_us_write_to_is_counted_apart(database: Database) -> None:
    """Whoever has another open address counts there; what has closed is tried all the same, for windows may differ."""
    shut_out, elsewhere = Villager("an", ("!zalo_oa:{}",)), Villager("binh", ("!zalo_oa:{}", "web:{}-web"))
    await settle_in(database, shut_out, elsewhere, Villager("chi", ("zalo_oa:{}",)))
    found = await database.read(lambda tx: reach(tx, [HERE], Level.URGENT, NOW))
    assert found == {"zalo_oa": 1, "web": 1, SHUT_OUT: 1}
    assert set(await states(database, await send_out(database))) == {"an", "binh-web", "chi"}


async def test_the_first_two_hundred_of_khan_cap_are_there_at_once(database: Database) -> None:
    await settle_in(database, *(f"person-{number:03}" for number in range(210)))
    audience = Audience(frozenset({HERE}))
    for level, at_once in ((Level.URGENT, 200), (Level.FIRST, 0), (Level.ROUTINE, 0)):
        mailing = await database.write(
            partial(open_mailing, broadcast=None, level=level, body={}, audience=audience, now=NOW, expires_at=LATER)
        )
        found = await database.read(partial(tally, mailing=mailing))
        assert (found.meant, found.spelled) == (at_once, False)


async def test_the_first_are_there_at_once_in_a_whole_country_too(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fan_out, "FEW_AREAS", 0)
    monkeypatch.setattr(fan_out, "FIRST", 3)
    await settle_in(database, *(f"person-{number}" for number in range(9)))
    audience = Audience(frozenset({HERE, THERE}))
    mailing = await database.write(lambda tx: open_mailing(tx, None, Level.URGENT, {}, audience, NOW, LATER))
    assert len(await states(database, mailing)) == 3


async def test_a_mailing_knows_its_text_and_its_broadcast(database: Database) -> None:
    body = {"paragraphs": [{"text": "Nước lên nhanh"}]}
    nobody = Audience(frozenset())
    first, second = [
        await database.write(lambda tx: open_mailing(tx, "b1", Level.FIRST, body, nobody, NOW, LATER)) for _ in range(2)
    ]
    assert await database.read(lambda tx: body_of(tx, first)) == body
    assert await database.read(lambda tx: mailing_of(tx, "b1")) == second
    assert await database.read(lambda tx: mailing_of(tx, "b2")) is None


async def test_a_note_goes_to_each_person_once(database: Database) -> None:
    to = [
        ("hoa", Address("telegram", "hoa")),
        ("hoa", Address("web", "hoa-web")),
        (None, Address("telegram", "officer")),
        (None, Address("web", "officer")),
        (None, Address("telegram", "officer")),
    ]
    note = await database.write(lambda tx: open_note(tx, Level.URGENT, {"a": 1}, to, "k", NOW, LATER))
    rows = await database.read(lambda tx: tx.execute(select(deliveries).order_by(deliveries.c.id)).all())
    found = [(row.contact, row.channel, row.account, row.state) for row in rows]
    assert found == [
        ("hoa", "telegram", "hoa", "waiting"),
        (None, "telegram", "officer", "waiting"),
        (None, "web", "officer", "waiting"),
    ]
    assert await database.read(lambda tx: tally(tx, note)) == Tally(meant=3, waiting=3)


async def test_the_same_key_opens_nothing_twice(database: Database) -> None:
    async def put(key: str, account: str) -> int:
        to = [(None, Address("telegram", account))]
        return await database.write(lambda tx: open_note(tx, Level.FIRST, {}, to, key, NOW, LATER))

    first = await put("case-1", "a")
    assert await put("case-1", "b") == first
    assert await put("case-2", "c") != first
    assert await states(database, first) == {"a": "waiting"}
    assert len(await database.read(lambda tx: tx.execute(select(mailings.c.id)).all())) == 2


async def test_a_note_to_nobody_is_done(database: Database) -> None:
    note = await database.write(lambda tx: open_note(tx, Level.FIRST, {}, [], "k", NOW, LATER))
    await tend(database)
    assert await database.read(lambda tx: tx.execute(select(mailings.c.state)).scalars().all()) == ["done"]
    assert await database.read(lambda tx: tally(tx, note)) == Tally()


async def test_what_is_stopped_is_never_handed_out_again(database: Database) -> None:
    await settle_in(database, "an", "binh", "chi")
    mailing = await send_out(database)
    lease = await owner(database)
    assert len(await claim(database, lease, most=1)) == 1
    await database.write(lambda tx: stop(tx, mailing, NOW))
    assert await claim(database, lease) == []
    assert await database.read(lambda tx: stopped(tx, [mailing, 99], NOW)) == {mailing}


async def test_what_is_over_is_never_handed_out_again(database: Database) -> None:
    await settle_in(database, "an")
    mailing = await send_out(database)
    lease = await owner(database, now=LATER)
    assert await claim(database, lease, now=LATER) == []
    assert await database.read(lambda tx: stopped(tx, [mailing], NOW)) == set()
    assert await database.read(lambda tx: stopped(tx, [mailing], LATER)) == {mailing}


async def test_what_is_stopped_grows_no_longer(database: Database) -> None:
    await settle_in(database, "an", "binh")
    audience = Audience(frozenset({HERE}))
    mailing = await database.write(lambda tx: open_mailing(tx, None, Level.FIRST, {}, audience, NOW, LATER))
    await database.write(lambda tx: stop(tx, mailing, NOW))
    assert await DatabaseLedger(database).fan_out(NOW) is False
    assert await states(database, mailing) == {}


async def test_what_is_over_grows_no_longer(database: Database) -> None:
    await settle_in(database, "an")
    audience = Audience(frozenset({HERE}))
    mailing = await database.write(lambda tx: open_mailing(tx, None, Level.FIRST, {}, audience, NOW, LATER))
    assert await DatabaseLedger(database).fan_out(LATER) is False
    await tend(database, LATER)
    assert await database.read(lambda tx: tally(tx, mailing)) == Tally()


async def test_what_replaces_another_stops_it(database: Database) -> None:
    await settle_in(database, "an")
    old = await send_out(database)
    new = await send_out(database, replaces=old)
    [parcel] = await claim(database, await owner(database))
    assert parcel.mailing == new
    assert await database.read(lambda tx: stopped(tx, [old, new], NOW)) == {old}


async def test_a_broadcast_is_done_when_nobody_waits_any_more(database: Database) -> None:
    await settle_in(database, "an")
    audience = Audience(frozenset({HERE}))
    await database.write(lambda tx: open_mailing(tx, "b1", Level.URGENT, {}, audience, NOW, LATER))
    assert await database.read(lambda tx: is_done(tx, "b1")) is False
    await deliver(database, await owner(database))
    await tend(database)
    assert await database.read(lambda tx: is_done(tx, "b1")) is True
    assert await database.read(lambda tx: is_done(tx, "b2")) is False
