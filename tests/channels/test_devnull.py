import json
from collections import Counter

import pytest

from bot.channels.budget import Budget
from bot.channels.channel import Gone, Part, Prepared, SendError, Throttled, Unavailable, Uncertain
from bot.channels.devnull import DevnullChannel, Faults
from bot.messages import Address, Incoming, Paragraph, Priority
from tests.channels.simulated_time import now, run

LAN = Address("devnull", "lan")
NOTICE = DevnullChannel().prepare([Part((Paragraph("Mực nước đang lên nhanh."),))])


async def outcomes(channel: DevnullChannel, sends: int) -> list[type[SendError] | None]:
    results: list[type[SendError] | None] = []
    for number in range(sends):
        try:
            await channel.send(LAN, NOTICE, Priority.URGENT, key=str(number))
            results.append(None)
        except SendError as error:
            results.append(type(error))
    return results


def test_without_faults_everything_arrives_and_is_remembered() -> None:
    channel = DevnullChannel()
    assert run(outcomes(channel, 3)) == [None] * 3
    assert [(d.account, d.prepared, d.key) for d in channel.delivered] == [("lan", NOTICE, key) for key in "012"]


def test_faults_happen_as_often_as_was_chosen() -> None:
    faults = Faults(throttled=0.1, unavailable=0.2, uncertain=0.1, gone=0.2)
    happened = Counter(run(outcomes(DevnullChannel(faults=faults), 2000)))
    expected = {Throttled: 200, Unavailable: 400, Uncertain: 200, Gone: 400, None: 800}
    assert {kind: happened[kind] for kind in expected} == pytest.approx(expected, rel=0.25)


def test_the_same_seed_gives_the_same_faults() -> None:
    faults = Faults(unavailable=0.5)
    one, same, other = (run(outcomes(DevnullChannel(faults=faults, seed=seed), 50)) for seed in (1, 1, 2))
    assert one == same != other


def test_some_of_the_uncertain_have_arrived() -> None:
    channel = DevnullChannel(faults=Faults(uncertain=1.0))
    assert set(run(outcomes(channel, 200))) == {Uncertain}
    assert 60 < len(channel.delivered) < 140


def test_only_what_arrived_is_remembered() -> None:
    channel = DevnullChannel(faults=Faults(unavailable=0.5))
    assert run(outcomes(channel, 100)).count(None) == len(channel.delivered)


def test_the_log_can_be_kept_short() -> None:
    channel = DevnullChannel(keep=2)
    run(outcomes(channel, 5))
    assert [d.key for d in channel.delivered] == ["3", "4"]


def test_a_delay_is_waited_for() -> None:
    async def main() -> float:
        await DevnullChannel(delay=0.05).send(LAN, NOTICE, Priority.REPLY)
        return now()

    assert run(main()) == pytest.approx(0.05)


def test_every_message_of_a_screen_takes_its_turn_from_the_budget() -> None:
    async def main() -> float:
        channel = DevnullChannel(Budget(1, clock=now))
        await channel.send(LAN, Prepared(NOTICE.bodies * 3), Priority.REPLY)
        return now()

    assert run(main()) == pytest.approx(2.02, abs=0.06)


def test_a_throttled_send_closes_the_gate_for_the_whole_account() -> None:
    async def main() -> float:
        turns = Budget(30, clock=now)
        with pytest.raises(Throttled):
            await DevnullChannel(turns, Faults(throttled=1.0, retry_after=7)).send(LAN, NOTICE, Priority.ROUTINE)
        await DevnullChannel(turns).send(LAN, NOTICE, Priority.REPLY)
        return now()

    assert run(main()) == pytest.approx(7)


@pytest.mark.parametrize("rates", [{"gone": -0.1}, {"gone": 0.6, "uncertain": 0.6}])
def test_rates_that_are_none_are_refused(rates: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="rates of faults"):
        Faults(**rates)


def test_reads_a_message() -> None:
    body = json.dumps({"account": "lan", "id": "7", "text": "2", "choice": "yes", "screen": "q1"}).encode()
    assert DevnullChannel().parse({}, body) == [Incoming(LAN, "7", text="2", choice="yes", screen="q1")]
