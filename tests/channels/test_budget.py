import asyncio
from collections import Counter, deque
from collections.abc import Callable
from itertools import pairwise
from random import Random
from statistics import quantiles

import pytest

from bot.channels.budget import Budget
from bot.channels.pacer import GUARD
from bot.messages import Priority
from tests.channels.simulated_time import busiest_second, now, run

REPLY, URGENT, FIRST, ROUTINE = Priority


def budget(rate: float, late: float = 0.0) -> Budget:
    """A budget in simulated time whose timers wake up to `late` seconds after they should."""
    chance = Random(1)

    def later(delay: float, callback: Callable[[], None]) -> object:
        return asyncio.get_running_loop().call_later(delay + chance.uniform(0, late), callback)

    return Budget(rate, clock=now, later=later)


async def keep_asking(turns: Budget, priority: Priority, given: list[Priority]) -> None:
    while True:
        await turns.turn(priority)
        given.append(priority)


async def shares(turns: Budget, seconds: float, *priorities: Priority) -> Counter[Priority]:
    """Who was given how many turns while all of them want every one, three askers for each priority."""
    given: list[Priority] = []
    tasks = [asyncio.create_task(keep_asking(turns, priority, given)) for priority in priorities for _ in range(3)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    return Counter(given)


@pytest.mark.parametrize("rate", [30, 1000])
def test_a_minute_at_full_speed_is_nearly_full_and_never_over(rate: int) -> None:
    async def arrivals() -> list[float]:
        turns, travel, times = budget(rate, late=0.004), Random(2), []
        while now() < 60:
            await turns.turn(ROUTINE)
            times.append(now() + travel.uniform(0.050, 0.054))
        return sorted(times)

    times = run(arrivals())
    assert busiest_second(times) <= rate
    assert len(times) >= 0.985 * rate * 60


def test_without_a_rate_every_turn_comes_at_once_and_nobody_else_runs_in_between() -> None:
    async def main() -> list[str]:
        order: list[str] = []
        asyncio.get_running_loop().call_soon(order.append, "somebody else")
        for _ in range(1000):
            await Budget().turn(ROUTINE)
        return [*order, "done"]

    assert run(main()) == ["done"]


def test_the_most_pressing_goes_first_and_equals_by_arrival() -> None:
    async def main() -> list[str]:
        turns, order = budget(10), list[str]()

        async def ask(name: str, priority: Priority) -> None:
            await turns.turn(priority)
            order.append(name)

        await turns.turn(ROUTINE)
        waiting = [("routine", ROUTINE), ("first", FIRST), ("urgent", URGENT), ("urgent 2", URGENT), ("reply", REPLY)]
        await asyncio.gather(*(ask(name, priority) for name, priority in waiting))
        return order

    assert run(main()) == ["reply", "urgent", "urgent 2", "first", "routine"]


def test_a_newcomer_never_overtakes_who_waits_for_a_timer_that_is_late() -> None:
    async def main() -> tuple[bool, bool]:
        clock, timers = [0.0], list[Callable[[], None]]()
        turns = Budget(10, clock=lambda: clock[0], later=lambda _, callback: timers.append(callback))
        await turns.turn(ROUTINE)
        waiting = asyncio.create_task(turns.turn(URGENT))
        await asyncio.sleep(0)
        clock[0] = 5.0
        newcomer = asyncio.create_task(turns.turn(ROUTINE))
        await asyncio.sleep(0)
        timers.pop()()
        await waiting
        newcomer.cancel()
        return waiting.done(), newcomer.done()

    assert run(main()) == (True, False)


def test_an_answer_in_the_middle_of_a_broadcast_waits_for_one_turn_only() -> None:
    async def main() -> float:
        turns = budget(30)
        askers = [asyncio.create_task(keep_asking(turns, ROUTINE, [])) for _ in range(50)]
        await asyncio.sleep(5)
        before = now()
        await turns.turn(REPLY)
        for asker in askers:
            asker.cancel()
        return now() - before

    assert run(main()) <= 2 / 30


def test_an_urgent_notice_overtakes_thousands_of_routine_ones_that_wait() -> None:
    async def main() -> list[Priority]:
        turns, given = budget(30), list[Priority]()
        askers = [asyncio.create_task(keep_asking(turns, ROUTINE, given)) for _ in range(5000)]
        await asyncio.sleep(5)
        before = len(given)
        await turns.turn(URGENT)
        given.append(URGENT)
        for asker in askers:
            asker.cancel()
        return given[before:]

    assert run(main()) == [URGENT]


@pytest.mark.parametrize("rate", [30, 1000])
def test_answers_within_their_share_hardly_wait_however_much_is_sent(rate: int) -> None:
    async def main() -> list[float]:
        turns, chance, waits = budget(rate, late=0.004), Random(3), list[float]()
        askers = [asyncio.create_task(keep_asking(turns, p, [])) for p in (URGENT, ROUTINE) for _ in range(500)]
        while now() < 60:
            await asyncio.sleep(10 / rate * chance.uniform(1, 1.2))
            before = now()
            await turns.turn(REPLY)
            waits.append(now() - before)
        for asker in askers:
            asker.cancel()
        return waits

    assert quantiles(run(main()), n=100)[98] <= 0.050


def test_a_flood_of_answers_leaves_an_urgent_notice_all_but_their_share() -> None:
    given = run(shares(budget(30), 60, REPLY, URGENT))
    assert given[REPLY] / given.total() == pytest.approx(0.1, abs=0.01)


def test_answers_and_routine_take_turns_when_both_are_too_many() -> None:
    given = run(shares(budget(30), 60, REPLY, ROUTINE))
    assert 0.4 < given[REPLY] / given.total() < 0.7


@pytest.mark.parametrize("alone", Priority)
def test_a_share_that_nobody_uses_goes_to_the_others(alone: Priority) -> None:
    assert run(shares(budget(30), 60, alone)).total() >= 0.985 * 30 * 60


def test_who_is_cancelled_while_waiting_takes_no_turn() -> None:
    async def main() -> float:
        turns = budget(1)
        await turns.turn(ROUTINE)
        gone = [asyncio.create_task(turns.turn(priority)) for priority in (REPLY, URGENT, URGENT)]
        stays = asyncio.create_task(turns.turn(ROUTINE))
        await asyncio.sleep(0.1)
        for task in gone:
            task.cancel()
        await stays
        return now()

    assert run(main()) == pytest.approx(1 + GUARD)


def test_when_all_have_left_the_next_one_is_served_as_ever() -> None:
    async def main() -> float:
        turns = budget(1)
        await turns.turn(ROUTINE)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(turns.turn(ROUTINE), 0.5)
        await asyncio.sleep(10)
        await turns.turn(ROUTINE)
        return now()

    assert run(main()) == pytest.approx(10.5)


class StrictServer:
    """Takes `rate` messages in any second; one more, and the account waits `penalty` seconds."""

    def __init__(self, rate: int, penalty: float = 3.0) -> None:
        self.rate, self.penalty = rate, penalty
        self.taken: list[float] = []
        self.refusals: list[float] = []
        self._window: deque[float] = deque(maxlen=rate)
        self._closed = 0.0

    async def post(self) -> float | None:
        """None where it was taken, else the seconds to wait."""
        await asyncio.sleep(0.025)
        answer = self._answer(now())
        await asyncio.sleep(0.025)
        return answer

    def _answer(self, moment: float) -> float | None:
        full = len(self._window) == self.rate and self._window[0] > moment - 1
        if moment >= self._closed and not full:
            self.taken.append(moment)
            self._window.append(moment)
            return None
        self._closed = max(self._closed, moment + self.penalty) if moment >= self._closed else self._closed
        self.refusals.append(moment)
        return self._closed - moment


async def send_for(seconds: float, turns: Budget, server: StrictServer) -> None:
    async def one() -> None:
        if wait := await server.post():
            turns.refused(wait)

    async with asyncio.TaskGroup() as posts:
        while now() < seconds:
            await turns.turn(ROUTINE)
            posts.create_task(one())


@pytest.mark.parametrize(("rate", "seconds"), [(30, 60), (1000, 20)])
def test_a_strict_server_has_nothing_to_refuse(rate: int, seconds: float) -> None:
    server = StrictServer(rate)
    run(send_for(seconds, budget(rate, late=0.004), server))
    assert not server.refusals
    assert len(server.taken) >= 0.985 * rate * seconds


@pytest.mark.parametrize("parts", [(0.9, 0.1), (0.9, 0.05, 0.05), (0.5, 0.3, 0.2)])
def test_processes_that_share_an_account_fill_it_and_never_overfill_it(parts: tuple[float, ...]) -> None:
    server = StrictServer(100)

    async def main() -> None:
        async with asyncio.TaskGroup() as processes:
            for part in parts:
                turns = budget(100, late=0.004)
                turns.share(part)
                processes.create_task(send_for(60, turns, server))

    run(main())
    assert not server.refusals
    assert len(server.taken) >= 0.98 * 100 * 60


def test_a_process_can_be_given_less_and_again_all_while_people_wait() -> None:
    async def main() -> list[int]:
        turns, given, counts = budget(30), list[Priority](), list[int]()
        asker = asyncio.create_task(keep_asking(turns, ROUTINE, given))
        for part in (1.0, 0.1, 1.0):
            turns.share(part)
            before = len(given)
            await asyncio.sleep(20)
            counts.append(len(given) - before)
        asker.cancel()
        return counts

    assert run(main()) == pytest.approx([600, 60, 600], abs=12)


def test_a_share_of_no_limit_is_no_limit() -> None:
    turns = Budget()
    turns.share(0.1)
    assert turns.rate is None


def test_a_server_that_takes_less_than_we_thought_is_found_out_in_a_few_episodes() -> None:
    server, turns = StrictServer(24), budget(30)
    run(send_for(120, turns, server))
    assert server.refusals
    assert len(server.refusals) < 12
    assert sum(later - earlier > 1 for earlier, later in pairwise(server.refusals)) < 4
    assert turns.rate is not None
    assert 20 < turns.rate < 24
    assert len(server.taken) > 0.8 * 24 * 120


def test_while_the_gate_is_closed_nobody_leaves_not_even_an_answer() -> None:
    async def main() -> float:
        turns = budget(30)
        await turns.turn(ROUTINE)
        turns.refused(retry_after=3)
        await turns.turn(REPLY)
        return now()

    assert run(main()) == pytest.approx(3)
