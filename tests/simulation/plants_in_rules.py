"""Mistakes in who may do what, who is meant, what a text says, and what is written down of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.storage import jobs
from bot.storage.broadcasting import broadcasts, sending
from bot.storage.database import Transaction
from bot.storage.delivery import claiming, fan_out, mailings
from bot.storage.offices import accounts, audit
from broadcasts import governance
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast
from broadcasts.governance import Circumstances, Denial
from broadcasts.officer import Action, Officer
from tests.simulation.planting import Right, always, plant
from tests.simulation.rules import Rule
from tests.simulation.staff import COMMUNES


@plant(Rule.TWO_PEOPLE, governance, "_same_person", seed=53)
def writers_approve_what_they_wrote(right: Right) -> Right:
    return always(None)


@plant(Rule.TWO_PEOPLE, broadcasts, "denial", seed=4)
def whatever_was_read_counts_as_this_text(right: Right) -> Right:
    def denial(officer: Officer, action: Action, broadcast: Broadcast, at: Circumstances) -> Denial | None:
        found: Denial | None = right(officer, action, broadcast, replace(at, text_hash=broadcast.text_hash))
        return found

    return denial


@plant(Rule.TWO_PEOPLE, accounts, "prove", seed=90)
def every_second_factor_is_right(right: Right) -> Right:
    return always(True)


@plant(Rule.TWO_PEOPLE, governance, "denial_of_right", seed=130)
def anybody_may_anything_anywhere(right: Right) -> Right:
    return always(None)


@plant(Rule.MEANT, mailings, "open_mailing")
def the_area_is_forgotten(right: Right) -> Right:
    def opened(tx: Transaction, of: str, level: Any, body: Any, audience: Audience, *given: Any, **named: Any) -> Any:
        return right(tx, of, level, body, replace(audience, areas=frozenset(COMMUNES)), *given, **named)

    return opened


@plant(Rule.MEANT, mailings, "open_mailing")
def the_ages_are_forgotten(right: Right) -> Right:
    def opened(tx: Transaction, of: str, level: Any, body: Any, audience: Audience, *given: Any, **named: Any) -> Any:
        return right(tx, of, level, body, replace(audience, ages=frozenset()), *given, **named)

    return opened


@plant(Rule.MEANT, fan_out, "filter_of")
def nobody_has_stopped_anything(right: Right) -> Right:
    everybody = frozenset({"nothing", "ordinary", "all"})
    return lambda *given: replace(right(*given), open_to=everybody)


@plant(Rule.MEANT, claiming, "quiet_until", seed=26)
def nobody_sleeps(right: Right) -> Right:
    return always(None)


@plant(Rule.IN_TIME, sending, "holds_until", seed=61)
def it_holds_for_an_hour_too_long(right: Right) -> Right:
    def until(broadcast: Broadcast) -> datetime | None:
        found: datetime | None = right(broadcast)
        return found and found + timedelta(hours=1)

    return until


@plant(Rule.IN_TIME, jobs, "put", seed=62)
def every_hour_has_come(right: Right) -> Right:
    return lambda tx, kind, about, due_at: right(tx, kind, about, due_at - timedelta(hours=1))


@plant(Rule.DRILL, sending, "notice_body")
def a_drill_looks_real(right: Right) -> Right:
    def body(broadcast: Broadcast, *given: Any) -> Any:
        real = replace(broadcast.notice, drill=False)
        return right(replace(broadcast, notice=real, correction=None, all_clear=None), *given)

    return body


@plant(Rule.DRILL, sending, "notice_body")
def a_drill_does_not_end_as_one(right: Right) -> Right:
    def body(*given: Any) -> Any:
        found = right(*given)
        return found | {"paragraphs": found["paragraphs"][:-1], "hint": found["hint"].replace("[DIỄN TẬP]", "")}

    return body


@plant(Rule.AUDIT, audit, "head")
def the_chain_begins_anew_with_every_row(right: Right) -> Right:
    return lambda tx: replace(right(tx), hash=audit.FIRST)


@plant(Rule.AUDIT, audit, "append")
def nobody_writes_down_who_did_it(right: Right) -> Right:
    return always(None)
