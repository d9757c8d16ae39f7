"""Reading what a scene about notices must know first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.conversation.facts import Person
from bot.conversation.notice_facts import (
    BindingNeed,
    Case,
    CaseNeed,
    DeskNeed,
    MineNeed,
    NoticeNeed,
    NoticeNeeds,
    NoticesGiven,
    ReachNeed,
    Seen,
)
from bot.messages import Address
from bot.storage.broadcasting import cases, desks, notices, reports
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from bot.storage.offices import binding
from broadcasts.broadcast import State


def read_notice_needs(
    tx: Transaction, address: Address, person: Person, needs: Iterable[NoticeNeeds], now: datetime
) -> NoticesGiven:
    """The answer to each need; what nobody asked for is empty."""
    given = NoticesGiven()
    for need in needs:
        match need:
            case BindingNeed(code):
                given = replace(given, binding=binding.binding(tx, code, now))
            case NoticeNeed(name, report):
                seen = notices.seen(tx, name)
                seen = _reported(tx, seen) if seen and report else seen
                given = replace(given, notice=seen, reach=_reach(tx, person, seen, now) or given.reach)
            case DeskNeed():
                given = replace(given, desk=desks.desk(tx, person.officer, now) if person.officer else None)
            case ReachNeed(areas, level, ages):
                given = replace(given, reach=mailings.reach(tx, areas, level, now, ages))
            case MineNeed():
                given = replace(given, mine=notices.mine(tx, person, now))
            case CaseNeed(id):
                given = replace(given, case=_case(tx, address, person, id))
    return given


def _reported(tx: Transaction, seen: Seen) -> Seen:
    return reports.with_report(seen, reports.report(tx, seen.broadcast.id))


def _reach(tx: Transaction, person: Person, seen: Seen | None, now: datetime) -> dict[str, int]:
    """How many a text would reach now that waits for its officers; afterwards the ledger knows."""
    if seen is None or person.officer is None or seen.broadcast.state is not State.SUBMITTED:
        return {}
    audience = seen.broadcast.audience
    return mailings.reach(tx, audience.areas, seen.broadcast.notice.level, now, audience.ages)


def _case(tx: Transaction, address: Address, person: Person, id: str) -> Case | None:
    """The person's own open one, or the one with this id where it is their business."""
    own = cases.own(tx, address, person.contact)
    if not id or (own and own.id == id):
        return own
    found = cases.case(tx, id)
    return found if found and person.officer and cases.denial(person.officer, found) is None else None
