from collections.abc import Callable
from heapq import heappop, heappush
from itertools import pairwise
from math import ceil, inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.pacer import GUARD, GUARD_MENDS, Pacer
from tests.channels.simulated_time import busiest_second


def drain(pacer: Pacer, start: float, seconds: float) -> list[float]:
    """When messages leave in that time if there is always one that wants to."""
    times, moment = [], start
    while (moment := max(moment, pacer.next_release(moment))) <= start + seconds:
        pacer.released(moment)
        times.append(moment)
    return times


def test_the_first_message_leaves_at_once_and_the_next_are_evenly_spaced() -> None:
    times = drain(Pacer(10), 100.0, 2.0)
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert times[0] == 100.0
    assert gaps == pytest.approx([(1 + GUARD) / 10] * 19)


def journeys(pacer: Pacer, seconds: float, out: Callable[[float], float], back: float) -> list[float]:
    """When messages arrive in that time, each `out(moment)` later than it leaves; all answers take `back`."""
    moment, arrivals, answers = 0.0, [], list[tuple[float, float]]()
    while moment <= seconds:
        while answers and answers[0][0] <= moment:
            heard, counted = heappop(answers)
            pacer.answered(counted, heard)
        due = pacer.next_release(moment)
        if due > moment:
            moment = min(due, answers[0][0]) if answers else due
            continue
        pacer.released(moment)
        arrivals.append(moment + out(moment))
        heappush(answers, (arrivals[-1] + back, moment))
    return sorted(arrivals)


@pytest.mark.parametrize("rate", [30, 1000])
def test_messages_that_arrive_in_a_heap_while_connections_open_fill_no_second(rate: int) -> None:
    def out(moment: float) -> float:
        return max(0.025, 0.15 - moment)

    arrivals = journeys(Pacer(rate), 6.0, out, 0.025)
    assert busiest_second(arrivals) <= rate
    assert len(arrivals) > 0.93 * rate * 6


def test_a_heap_in_the_middle_fills_no_second_and_costs_no_more_than_it_took() -> None:
    def out(moment: float) -> float:
        return 0.025 + (max(0.0, 3.1 - moment) if 3.0 < moment < 3.1 else 0.0)

    arrivals = journeys(Pacer(1000), 10.0, out, 0.025)
    assert busiest_second(arrivals) <= 1000
    assert len(arrivals) > 0.97 * 10_000


def test_what_is_written_later_than_it_was_allowed_counts_by_then() -> None:
    pacer = Pacer(1)
    pacer.released(10.0)
    assert pacer.written(10.0, 10.4) == 10.4
    assert pacer.next_release(10.5) == pytest.approx(11.4 + GUARD)


def test_a_second_never_holds_more_than_the_rate_and_hardly_less() -> None:
    times = drain(Pacer(30), 0.0, 60.0)
    assert busiest_second(times) == 30
    assert len(times) >= 0.985 * 30 * 60


def test_lateness_is_made_good_without_breaking_the_window() -> None:
    pacer = Pacer(1000)
    times = [moment for late in range(200) for moment in drain(pacer, late * 0.02, 0.0)]
    assert busiest_second(times) <= 1000
    assert len(times) > 2000  # a sleeper of 20 ms finds what has come due meanwhile, up to the allowance


@pytest.mark.parametrize("rate", [0.1, 0.5, 2.5, 4000 / 60])
def test_rates_need_not_be_whole(rate: float) -> None:
    times = drain(Pacer(rate), 0.0, 300.0)
    assert busiest_second(times) <= ceil(rate)
    assert len(times) == pytest.approx(300 * rate, rel=0.05, abs=1)


@given(
    st.integers(1, 40),
    st.lists(
        st.tuples(st.floats(0, 0.7), st.sampled_from(["wait", "send", "send", "send", "send", "refused", "share"])),
        max_size=300,
    ),
)
def test_whatever_happens_no_second_holds_more_than_permitted(rate: int, story: list[tuple[float, str]]) -> None:
    pacer, moment, times = Pacer(rate), 0.0, []
    for delay, event in story:
        moment += delay / 10
        if event == "refused":
            pacer.refused(moment, retry_after=delay)
        if event == "share":
            pacer.share(1 - delay)
        if event == "send":
            moment = max(moment, pacer.next_release(moment))
            pacer.released(moment)
            times.append(moment)
    assert busiest_second(times) <= rate
    assert 0 < pacer.rate <= rate


def test_a_refusal_closes_the_gate_for_as_long_as_the_network_says() -> None:
    pacer = Pacer(30)
    pacer.released(10.0)
    pacer.refused(10.2, retry_after=3)
    assert pacer.next_release(10.3) == pytest.approx(13.2)


def test_the_longest_wait_counts_when_refusals_disagree() -> None:
    pacer = Pacer(30)
    pacer.refused(10.0, retry_after=5)
    pacer.refused(10.1, retry_after=1)
    assert pacer.next_release(10.2) == pytest.approx(15.0)


def test_all_that_was_in_flight_is_one_episode() -> None:
    pacer = Pacer(30)
    pacer.released(10.0)
    for late in range(20):
        pacer.refused(10.1 + late / 10, retry_after=3)
    assert pacer.rate == pytest.approx(27)


def test_a_refusal_of_what_left_after_the_gate_is_a_new_episode() -> None:
    pacer = Pacer(30)
    pacer.released(10.0)
    pacer.refused(10.1, retry_after=3)
    pacer.released(13.1)
    pacer.refused(13.2, retry_after=3)
    assert pacer.rate == pytest.approx(24.3, abs=0.01)


def test_the_guard_widens_after_a_refusal_and_shrinks_slowly_as_the_rate_recovers() -> None:
    pacer = Pacer(1)
    pacer.refused(0.0, retry_after=1)
    gaps = []
    for moment in (1.0, 151.0, 301.0):
        assert pacer.next_release(moment) <= moment
        pacer.released(moment)
        gaps.append(pacer.next_release(moment) - moment)
    guards = (2 * GUARD, 2 * GUARD - 150 * GUARD_MENDS, GUARD)
    assert gaps == pytest.approx([1 / 0.9 + guards[0], 1 / 0.95 + max(GUARD, guards[1]), 1 + GUARD], abs=1e-6)


def test_many_episodes_never_stop_the_account_altogether() -> None:
    pacer = Pacer(30)
    for moment in range(100):
        pacer.released(float(moment))
        pacer.refused(moment + 0.1, retry_after=0.2)
    assert pacer.rate >= 3


@pytest.mark.parametrize(
    ("rate", "part", "permitted"),
    [
        (30, 1, 30),
        (30, 0.9, 27),
        (30, 0.1, 3),
        (30, 0.05, 1),
        (25, 0.1, 2),
        (100, 0.29, 29),
        (5, 0.1, 0.5),
        (2.5, 1, 2.5),
    ],
)
def test_a_share_is_whole_messages_as_long_as_it_is_one(rate: float, part: float, permitted: float) -> None:
    pacer = Pacer(rate)
    pacer.share(part)
    assert pacer.rate == pacer.permitted == permitted
    assert busiest_second(drain(pacer, 0.0, 60.0)) == ceil(permitted)


def test_a_smaller_share_holds_at_once() -> None:
    pacer = Pacer(30)
    before = drain(pacer, 0.0, 5.0)
    pacer.share(0.1)
    after = drain(pacer, 5.0, 10.0)
    assert after[0] >= before[-3] + 1
    assert busiest_second(after) == 3


def test_a_share_keeps_what_refusals_have_taught_and_forgets_it_as_slowly() -> None:
    pacer = Pacer(1000)
    pacer.refused(0.0, retry_after=1)
    pacer.share(0.1)
    assert pacer.rate == pytest.approx(90)
    pacer.next_release(151.0)
    assert pacer.rate == pytest.approx(95)
    pacer.share(1)
    assert pacer.rate == pytest.approx(950)


@pytest.mark.parametrize("part", [0, -0.1, 1.01, nan])
def test_a_part_that_is_none_is_refused(part: float) -> None:
    with pytest.raises(ValueError, match="a part"):
        Pacer(30).share(part)


@pytest.mark.parametrize("rate", [0, -1, inf, nan])
def test_a_rate_that_is_none_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="messages per second"):
        Pacer(rate)
