import asyncio
from datetime import UTC, datetime, time

from bot.conversation.facts import AreasFollowed, Joined, Person, QuietHours, QuietHoursChosen, Stop, StopChosen
from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.messages import Address, Choice, Paragraph, Tone
from bot.storage.database import Database, Transaction
from bot.storage.people.conversations import addresses_of, contact_of, conversation, keep_conversation
from bot.storage.people.facts import write_facts

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
HOA = Address("telegram", "123")
STATE = ConversationState(
    scene="quiz",
    place={"lesson": "dung-hoi-goi-lai", "question": 1},
    offered=(Choice("a", "Tắt máy", "1"),),
    exact=True,
    shown=4,
    said=(Paragraph("Đúng rồi!", Tone.RIGHT),),
    audience=Audience.ELDER,
)
JOINED = Joined(Audience.ELDER, "vi", ("26734", "00001"), "2026-1", "0123456789abcdef", by_parent=False)


async def test_a_new_address_is_at_the_beginning(database: Database) -> None:
    found = await database.write(lambda tx: conversation(tx, HOA))
    assert found == (ConversationState(), Person())


async def test_a_conversation_comes_back_as_it_was_kept(database: Database) -> None:
    await database.write(lambda tx: keep_conversation(tx, HOA, ConversationState(scene="menu"), NOW))
    await database.write(lambda tx: keep_conversation(tx, HOA, STATE, NOW))
    assert await database.write(lambda tx: conversation(tx, HOA)) == (STATE, Person())
    elsewhere = await database.write(lambda tx: conversation(tx, Address("zalo", "123")))
    assert elsewhere == (ConversationState(), Person())


async def test_the_person_comes_with_the_conversation(database: Database) -> None:
    quiet = QuietHours(time(21, 30), time(6))
    facts = (JOINED, QuietHoursChosen(quiet), StopChosen(Stop.ORDINARY))
    await database.write(lambda tx: write_facts(tx, HOA, facts, NOW))
    _, person = await database.write(lambda tx: conversation(tx, HOA))
    assert person.contact is not None
    assert person == Person(person.contact, Audience.ELDER, "vi", ("26734", "00001"), quiet, Stop.ORDINARY)


async def test_somebody_who_follows_nothing_is_still_a_person(database: Database) -> None:
    await database.write(lambda tx: write_facts(tx, HOA, (JOINED, AreasFollowed(())), NOW))
    _, person = await database.write(lambda tx: conversation(tx, HOA))
    assert person == Person(person.contact, Audience.ELDER)


async def test_where_a_contact_can_be_written_to(database: Database) -> None:
    await database.write(lambda tx: write_facts(tx, HOA, (JOINED,), NOW))
    contact = await database.read(lambda tx: contact_of(tx, HOA))
    assert contact is not None
    assert await database.read(lambda tx: addresses_of(tx, contact)) == (HOA,)
    assert await database.read(lambda tx: contact_of(tx, Address("zalo", "123"))) is None


async def test_two_first_messages_wait_for_each_other(database: Database) -> None:
    def one_more(tx: Transaction) -> int:
        state, _ = conversation(tx, HOA)
        keep_conversation(tx, HOA, state.with_(shown=state.shown + 1), NOW)
        return state.shown

    shown = await asyncio.gather(*(database.write(one_more) for _ in range(12)))
    assert sorted(shown) == list(range(12))
