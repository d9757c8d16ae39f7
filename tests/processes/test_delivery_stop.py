"""A hundred mailings stopped at random moments: what has not left stays here, and only what arrived is taken back."""

import asyncio
from dataclasses import dataclass
from random import Random

import pytest

from bot.storage.delivery import mailings
from broadcasts.notice import Level
from tests.processes.served import Delivering
from tests.processes.village import TIMES, Village, body
from tests.processes.villages import Both
from tests.telegram_server.faults import Fault, Trouble

pytestmark = [pytest.mark.processes, pytest.mark.postgres]

COMMUNES, EACH = 20, 5 * TIMES  # communes at once, mailings in each one after the other
PEOPLE = 40  # in a commune
RATE = 800  # messages a second that are permitted
LATEST = 1.0  # seconds after a stop until which something may still reach the network


@dataclass(frozen=True, slots=True)
class Story:
    """One mailing, stopped at a moment of the network's clock, and what took it back."""

    words: str
    mailing: int
    stopped: float
    correction: int

    @property
    def corrected(self) -> str:
        return correction_of(self.words)


def correction_of(words: str) -> str:
    return f"Đính chính: {words}"


async def test_a_stop_holds_within_a_second_and_the_correction_goes_to_exactly_those_who_got_it(both: Both) -> None:
    await both.live(_stop_a_hundred)


async def _stop_a_hundred(village: Village) -> None:
    village.server.order(
        Fault(Trouble.SLOW, one_in=2, methods={"sendMessage"}, seconds=0.1),
        Fault(Trouble.DROP_AFTER, one_in=40, methods={"sendMessage"}),
    )
    for number in range(COMMUNES):
        await village.settle(_area(number), _people(number))
        await village.server.person(_people(number).start).blocks()
    sender = await village.process(Delivering, RATE)
    await sender.start()
    told = await asyncio.gather(*(_tell(village, number) for number in range(COMMUNES)))
    await sender.kill()
    stories = [story for some in told for story in some]
    assert len({frozenset(village.got(story.words)) for story in stories}) > COMMUNES  # nobody, some, everybody
    for story in stories:
        await _check(village, story)


def _area(number: int) -> str:
    return f"{10001 + number}"


def _people(number: int) -> range:
    return range(1000 * (number + 1), 1000 * (number + 1) + PEOPLE)


_BLOCKING = {str(_people(number).start) for number in range(COMMUNES)}


async def _tell(village: Village, number: int) -> list[Story]:
    random, stories = Random(number), []
    for again in range(EACH):
        words, level = f"Tin {number}.{again}.", random.choice(list(Level))
        mailing = await village.send(words, level, _area(number))
        await village.tried(words, random.randint(0, PEOPLE))
        await village.write(mailings.stop, mailing=mailing)
        stopped = village.server.account.clock()
        said = body(correction_of(words), instead=f"Không còn đúng: {words}")
        follows = {"body": said, "replaces": mailing, "only_received": True}
        correction = await village.send(words, level, _area(number), **follows)
        await village.settled(mailing, correction)
        stories.append(Story(words, mailing, stopped, correction))
    return stories


async def _check(village: Village, story: Story) -> None:
    got, corrected = village.got(story.words), village.got(story.corrected)
    assert set(corrected) == set(got)
    await village.agreed(story.mailing, story.words)
    await village.agreed(story.correction, story.corrected)
    reached = {row.account for row in await village.rows(story.correction) if row.state in {"sent", "uncertain"}}
    # A torn connection may twice have swallowed the network's word that somebody is not to be reached.
    assert reached - _BLOCKING == set(got)
    assert max((call.at for call in village.calls(story.words)), default=0) <= story.stopped + LATEST
    first = {call.text("chat_id"): call.at for call in reversed(village.calls(story.corrected))}
    assert all(call.at < first[call.text("chat_id")] for call in village.calls(story.words) if call.done)
    await _check_edited(village, story)


async def _check_edited(village: Village, story: Story) -> None:
    """Whose message is known by its name reads in its place that it no longer holds."""
    for row in await village.rows(story.mailing):
        for message in row.messages or ():
            seen = village.server.account.chats[int(row.account)].seen(int(message))
            assert seen.text == f"Không còn đúng: {story.words}"
