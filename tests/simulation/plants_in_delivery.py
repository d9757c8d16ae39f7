"""Mistakes on the way of a notice from the ledger to every person."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from bot.storage.broadcasting import broadcasts, sending
from bot.storage.database import Transaction
from bot.storage.delivery import claiming, fan_out, lanes, mailings, recording, settling, tallies, tending
from bot.storage.delivery.ledger import DatabaseLedger
from bot.storage.notice_tables import claims
from bot.storage.notice_tables import lanes as owners
from broadcasts import pump
from broadcasts.delivery import Again, Outcome, Sent, Step, Uncertain
from broadcasts.ports import Lease
from tests.simulation.planting import Right, always, plant
from tests.simulation.rules import Rule


@plant(Rule.ONE_STATE, tallies, "add", seed=2)
def the_tally_forgets_who_failed(right: Right) -> Right:
    return lambda tx, moves: right(tx, tallies.Moves({key: n for key, n in moves.items() if key[1] != "failed"}))


@plant(Rule.ONE_STATE, pump, "next_step", seed=26)
def what_got_no_answer_counts_as_sent(right: Right) -> Right:
    def step(*given: Any) -> Step:
        found: Step = right(*given)
        return Sent(("?",)) if isinstance(found, Uncertain) else found

    return step


@plant(Rule.ONE_STATE, mailings, "is_done")
def nothing_is_ever_done(right: Right) -> Right:
    return always(False)


@plant(Rule.IN_TIME, DatabaseLedger, "stopped", seed=4)
def nobody_hears_that_it_was_stopped(right: Right) -> Right:
    async def stopped(*given: object) -> frozenset[int]:
        return frozenset()

    return stopped


@plant(Rule.ORDER, mailings, "open_mailing", seed=8)
def a_correction_goes_to_everybody(right: Right) -> Right:
    return lambda *given, **named: right(*given, **{**named, "only_received": False})


@plant(Rule.ORDER, claiming, "_busy", seed=91)
def news_overtakes_what_it_replaces(right: Right) -> Right:
    return always(set())


@plant(Rule.ORDER, fan_out, "add_receivers", seed=8)
def a_correction_is_only_for_the_first(right: Right) -> Right:
    return lambda tx, *given: tallies.Moves()


@plant(Rule.ONCE, settling, "settle", seed=16)
def the_dead_one_s_parcels_are_all_sent_again(right: Right) -> Right:
    def settle(tx: Transaction, lease: Lease, now: datetime) -> bool:
        tx.execute(delete(claims))
        return False

    return settle


@plant(Rule.ONCE, pump, "next_step", seed=177)
def what_got_no_answer_is_always_sent_again(right: Right) -> Right:
    def step(attempt: Any, attempts: int, doubts: int, urgent: bool, now: datetime) -> Any:
        doubtful = attempt.outcome is Outcome.UNCERTAIN
        return Again(now) if doubtful else right(attempt, attempts, doubts, urgent, now)

    return step


@plant(Rule.NOT_LOST, settling, "settle", seed=46)
def the_dead_one_s_parcels_are_forgotten(right: Right) -> Right:
    return always(False)


@plant(Rule.NOT_LOST, tending, "_wake", seed=26)
def nobody_s_time_comes(right: Right) -> Right:
    return always(False)


@plant(Rule.NOT_LOST, recording, "send_on", seed=5)
def nobody_has_a_second_address(right: Right) -> Right:
    return always([])


@plant(Rule.NOT_LOST, broadcasts, "end")
def what_was_wrong_is_only_stopped(right: Right) -> Right:
    return lambda tx, broadcast, move, ready, hand: sending.stop(tx, broadcast, move, hand)


@plant(Rule.LANE, lanes, "take", seed=4)
def a_lane_is_given_to_whoever_asks(right: Right) -> Right:
    return lambda tx, lane, owner, now: right(tx, lane, owner, now + timedelta(minutes=1))


@plant(Rule.LANE, pump.Pump, "owned", seed=4)
def a_lease_never_ends(right: Right) -> Any:
    return property(always(True))


@plant(Rule.LANE, recording, "record", seed=549)
def a_lost_lease_is_as_good_as_a_new_one(right: Right) -> Right:
    def record(tx: Transaction, lease: Lease, results: Any) -> Any:
        owned = select(owners.c.owner, owners.c.epoch).where(owners.c.channel == lease.lane)
        owner, epoch = tx.execute(owned).one()
        return right(tx, replace(lease, owner=owner, epoch=epoch), results)

    return record


@plant(Rule.SOUND, recording, "_keep_others")
def nobody_thought_of_failures(right: Right) -> Right:
    def keep(*given: object) -> None:
        raise NotImplementedError

    return keep
