import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.conversation.facts import (
    AreasFollowed,
    AudienceChosen,
    CardReached,
    DataShown,
    Fact,
    Joined,
    LanguageChosen,
    LessonFinished,
    QuestionAnswered,
    QuietHoursChosen,
    Refusal,
    Stop,
    StopChosen,
    Why,
)
from bot.learning.lesson import Audience
from bot.learning.progress import LessonProgress, Progress
from bot.messages import Address
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.people.conversations import contact_of, conversation
from bot.storage.people.facts import write_facts
from bot.storage.people.progress import progress_of

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)  # the 22nd in Vietnam
LATER = NOW + timedelta(hours=1)
HOA = Address("telegram", "123")
JOINED = Joined(Audience.CHILD, "vi", ("26734",), "2026-1", "0123456789abcdef", by_parent=True)
CARD = CardReached("mat-khau", "v1", 0)
ANSWER = QuestionAnswered("mat-khau", "v1", "run", attempt=0, question=0, answer=2, right=True, first=True)
FINISHED = LessonFinished("mat-khau", "v1", right=2, asked=3)


async def write(database: Database, *facts: Fact, now: datetime = NOW) -> tuple[Refusal, ...]:
    return await database.write(lambda tx: write_facts(tx, HOA, facts, now))


async def progress(database: Database) -> Progress:
    contact = await database.read(lambda tx: contact_of(tx, HOA))
    assert contact is not None
    return await database.read(lambda tx: progress_of(tx, contact))


async def test_joining_keeps_the_consent_with_a_random_id(database: Database) -> None:
    assert await write(database, JOINED) == ()
    contact = await database.read(lambda tx: contact_of(tx, HOA))
    assert contact is not None
    assert len(contact) == 32
    consent = await database.read(lambda tx: tx.execute(select(tables.consents)).mappings().one())
    assert dict(consent) == {
        "id": 1,
        "contact": contact,
        "version": "2026-1",
        "text_hash": "0123456789abcdef",
        "by_parent": True,
        "channel": "telegram",
        "given_at": NOW,
        "withdrawn_at": None,
    }
    assert await database.read(lambda tx: tx.execute(select(tables.contacts.c.created_on)).scalar()) == date(
        2026, 11, 22
    )


async def test_joining_twice_is_refused(database: Database) -> None:
    await write(database, JOINED)
    again = replace(JOINED, areas=())
    assert await write(database, again) == (Refusal(again, Why.ALREADY),)
    _, person = await database.write(lambda tx: conversation(tx, HOA))
    assert person.areas == ("26734",)


async def test_joining_twice_at_once_makes_one_contact(database: Database) -> None:
    refused = await asyncio.gather(*(write(database, JOINED) for _ in range(6)))
    assert sorted(map(len, refused)) == [0, 1, 1, 1, 1, 1]
    assert len(await database.read(lambda tx: tx.execute(select(tables.contacts)).all())) == 1
    assert len(await database.read(lambda tx: tx.execute(select(tables.consents)).all())) == 1


async def test_joining_with_too_many_areas_is_refused_altogether(database: Database) -> None:
    joined = replace(JOINED, areas=("1", "2", "3", "4"))
    assert await write(database, joined) == (Refusal(joined, Why.TOO_MANY),)
    assert await database.read(lambda tx: contact_of(tx, HOA)) is None


async def test_areas_are_replaced_and_a_fourth_is_refused(database: Database) -> None:
    await write(database, JOINED, AreasFollowed(("3", "1", "3", "2")))
    many = AreasFollowed(("1", "2", "3", "4"))
    assert await write(database, many) == (Refusal(many, Why.TOO_MANY),)
    _, person = await database.write(lambda tx: conversation(tx, HOA))
    assert person.areas == ("3", "1", "2")


@pytest.mark.parametrize(
    "fact",
    [
        AudienceChosen(Audience.ADULT),
        LanguageChosen("en"),
        AreasFollowed(("1",)),
        QuietHoursChosen(None),
        StopChosen(Stop.ALL),
        CARD,
        ANSWER,
        FINISHED,
    ],
)
async def test_nothing_is_kept_of_somebody_who_only_looks(database: Database, fact: Fact) -> None:
    assert await write(database, fact) == (Refusal(fact, Why.NOBODY),)


async def test_a_refused_fact_does_not_hurt_the_others(database: Database) -> None:
    facts = (CARD, JOINED, JOINED, AudienceChosen(Audience.ADULT), LanguageChosen("en"))
    assert await write(database, *facts) == (Refusal(CARD, Why.NOBODY), Refusal(JOINED, Why.ALREADY))
    _, person = await database.write(lambda tx: conversation(tx, HOA))
    assert (person.audience, person.language) == (Audience.ADULT, "en")


async def test_progress_moves_from_card_to_card_and_keeps_its_beginning(database: Database) -> None:
    await write(database, JOINED, CARD)
    await write(database, replace(CARD, card=2, version="v2"), now=LATER)
    assert await progress(database) == Progress((LessonProgress("mat-khau", "v2", 2, NOW),))


async def test_a_finished_lesson_stays_finished_when_it_is_read_again(database: Database) -> None:
    await write(database, JOINED, CARD)
    await write(database, FINISHED, now=LATER)
    await write(database, replace(CARD, card=1), now=LATER)
    assert await progress(database) == Progress((LessonProgress("mat-khau", "v1", 1, NOW, LATER, 2, 3),))


async def test_the_last_quiz_counts_even_without_cards(database: Database) -> None:
    await write(database, JOINED, FINISHED)
    await write(database, replace(FINISHED, right=3), now=LATER)
    assert await progress(database) == Progress((LessonProgress("mat-khau", "v1", 0, NOW, LATER, 3, 3),))


async def test_lessons_are_in_the_order_in_which_they_were_begun(database: Database) -> None:
    await write(database, JOINED, replace(CARD, lesson="z"))
    await write(database, replace(CARD, lesson="a"), now=LATER)
    assert [one.lesson for one in (await progress(database)).lessons] == ["z", "a"]


async def test_an_attempt_is_counted_once(database: Database) -> None:
    other = replace(ANSWER, attempt=1, answer=0, right=False)
    repeated = replace(ANSWER, answer=1)
    assert await write(database, JOINED, ANSWER, repeated, other) == (Refusal(repeated, Why.ALREADY),)
    kept = await database.read(lambda tx: tx.execute(select(tables.answers.c.answer, tables.answers.c.right)).all())
    assert sorted(map(tuple, kept)) == [(0, False), (2, True)]


@pytest.mark.parametrize("joined", [True, False])
async def test_a_request_to_see_is_logged(database: Database, joined: bool) -> None:
    await write(database, *((JOINED,) if joined else ()), DataShown())
    contact = await database.read(lambda tx: contact_of(tx, HOA))
    logged = await database.read(lambda tx: tx.execute(select(tables.requests)).all())
    assert [tuple(row) for row in logged] == [(1, contact, "show", NOW, NOW)]
