"""kill -9 again and again while 10,000 messages leave: nobody is lost, few get one twice, and the ledger tells."""

import asyncio
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from random import Random

import pytest

from bot.storage.delivery.lanes import LASTS
from broadcasts.notice import Level
from broadcasts.pump import SIDE_BY_SIDE
from tests.processes.served import Delivering, Served
from tests.processes.village import TIMES, Village, until
from tests.processes.villages import Both
from tests.telegram_server.faults import Fault, Trouble

pytestmark = [pytest.mark.processes, pytest.mark.postgres]

RATE = 300  # messages a second that are permitted
AT_HAND = RATE + SIDE_BY_SIDE  # rows that a kill may leave in doubt, however slow the disk is
BETWEEN = 50  # messages between two kills, at least
STORM, LESSON = "Bão số", "Bài mới: số lạ gọi nhỡ, bài"
WARNED, TAUGHT = range(1, 6000 * TIMES + 1), range(6000 * TIMES + 1, 10_000 * TIMES + 1)  # people
KILLS, EARLY = 20 * TIMES, 12 * TIMES  # in all; of these while a storm notice leaves
PROMPT = 1.0  # seconds from a new start to the first message


@dataclass(slots=True)
class Hunter:
    """Kills one sender, and keeps how many rows each kill has left in doubt, and how soon the next one sent."""

    village: Village
    sender: Served
    random: Random = field(default_factory=lambda: Random(20261121))
    left: list[int] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    async def kill(self, mailing: int, words: str, times: int) -> int:
        """How many rows of a mailing so many kills have left in doubt; fewer kills where it is over before.

        Khẩn cấp is sent again to everybody in doubt before the next kill, so that nobody meets two of them.
        """
        in_doubt, before = set[str](), len(self.left)
        for _ in range(times):
            if not await self._under_way(mailing, BETWEEN):
                break
            if words.startswith(STORM):
                await until(partial(self._have_it, words, in_doubt))
            await asyncio.sleep(self.random.random() / 20)
            await self.sender.kill()
            in_doubt = await self.village.in_doubt()
            self.left.append(len(in_doubt))
            await self._start(mailing)
        return sum(self.left[before:])

    async def _under_way(self, mailing: int, more: int) -> bool:
        """Wait until so many more messages have set out; False where the mailing is over before."""
        requests, before = self.village.server.requests, len(self.village.server.requests)

        async def enough() -> bool:
            return sum(call.method == "sendMessage" for call in requests[before:]) >= more

        async def wish() -> bool:
            return await enough() or await self.village.is_settled(mailing)

        await until(wish, look=0.02)
        return await enough()

    async def _have_it(self, words: str, people: set[str]) -> bool:
        return people <= set(self.village.got(words))

    async def _start(self, mailing: int) -> None:
        server, before = self.village.server, len(self.village.server.requests)
        await self.sender.start()
        ready = server.account.clock()
        if await self._under_way(mailing, 1):
            first = next(call for call in server.requests[before:] if call.method == "sendMessage")
            self.pauses.append(first.at - ready)


def _troubles() -> tuple[Fault, ...]:
    """The first one leaves those in doubt who got it, the second those who did not."""
    sending = {"sendMessage"}
    return (
        Fault(Trouble.DROP_AFTER, one_in=300, methods=sending),
        Fault(Trouble.DROP_BEFORE, one_in=300, methods=sending),
        Fault(Trouble.ERROR, one_in=300, methods=sending),
        Fault(Trouble.REFUSE, one_in=1000, methods=sending, seconds=1, times=2),
    )


async def test_twenty_kills_lose_nobody_and_double_nothing_that_can_wait(both: Both) -> None:
    """What is killed is the bot itself on SQLite, and on PostgreSQL a process that only sends."""
    await both.live(_kill_and_count)


async def _kill_and_count(village: Village) -> None:
    hunter = Hunter(village, await village.process(Served if village.on == "sqlite" else Delivering, RATE))
    await village.settle("10001", WARNED)
    await village.settle("10002", TAUGHT)
    await hunter.sender.start()
    torn, *more = _troubles()
    for number in count(12):
        village.server.order(torn)  # everything else could bring somebody into doubt at two kills
        await _storm(hunter, f"{STORM} {number} vào tối nay", torn)
        village.server.order(torn, *more)
        await _lesson(hunter, f"{LESSON} {number}", torn, more[0])
        if len(hunter.left) == KILLS:  # else the machine was too busy to kill often enough
            break
    await hunter.sender.kill()
    assert hunter.sender.starts == KILLS + 1
    assert all(fault.struck for fault in (torn, *more))
    assert max(hunter.left) <= AT_HAND
    _check_pauses(hunter.pauses)


async def _storm(hunter: Hunter, words: str, torn: Fault) -> None:
    """Everybody gets it, and nobody more than twice."""
    village, before = hunter.village, torn.struck
    storm = await village.send(words, Level.URGENT, "10001")
    in_doubt = await hunter.kill(storm, words, min(EARLY, KILLS - len(hunter.left)))
    await village.settled(storm)
    states, got = await village.agreed(storm, words), village.got(words)
    assert states.total() == len(got) == len(WARNED)
    assert max(got.values()) == 2
    assert got.total() - len(WARNED) <= in_doubt + torn.struck - before


async def _lesson(hunter: Hunter, words: str, *torn: Fault) -> None:
    """Nobody gets it twice, and whoever may not have got it is told of."""
    village, before = hunter.village, sum(fault.struck for fault in torn)
    lesson = await village.send(words, Level.ROUTINE, "10002")
    in_doubt = await hunter.kill(lesson, words, KILLS - len(hunter.left))
    await village.settled(lesson)
    states = await village.agreed(lesson, words)
    assert states["sent"] + states["uncertain"] == states.total() == len(TAUGHT)
    assert states["uncertain"] <= in_doubt + sum(fault.struck for fault in torn) - before
    assert set(village.got(words).values()) == {1}


def _check_pauses(pauses: list[float]) -> None:
    """The longer ones tell of a busy machine, but not of waiting until the lease of the dead one ends."""
    assert sorted(pauses)[len(pauses) // 4] < PROMPT
    assert max(pauses) < LASTS.total_seconds()
