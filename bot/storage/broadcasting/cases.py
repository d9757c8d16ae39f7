"""Requests for help: opened by anybody, taken by one officer, talked over, closed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, insert, or_, select, update

from bot.conversation.facts import Person, Why
from bot.conversation.notice_facts import Case, CaseMove, CaseMoved, CaseSaid, HelpAsked
from bot.messages import Address
from bot.storage import jobs
from bot.storage.broadcasting import receipts
from bot.storage.database import Transaction
from bot.storage.delivery import ledger_erasure
from bot.storage.notice_tables import case_words, cases, officers
from bot.storage.offices import audit
from bot.storage.upsert import insert as upsert
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer

CLIMBS_AFTER = timedelta(minutes=5)  # without an owner
OPEN, TAKEN, CLOSED = "open", "taken", "closed"

_add = upsert(cases).on_conflict_do_nothing(index_elements=[cases.c.id])
_say = insert(case_words)
_with_owner = select(cases, officers.c.name.label("owner_name")).outerjoin(officers, officers.c.id == cases.c.owner)
_one = _with_owner.where(cases.c.id == bindparam("case"))
_not_closed = cases.c.state != CLOSED
_theirs = or_(
    cases.c.contact == bindparam("who"),
    and_(cases.c.channel == bindparam("at_channel"), cases.c.account == bindparam("at_account")),
)
_own = _with_owner.where(_not_closed, _theirs).order_by(cases.c.opened_at.desc()).limit(1)
_on_desk = (
    _with_owner.where(
        or_(cases.c.state == OPEN, and_(cases.c.state == TAKEN, cases.c.owner == bindparam("of"))),
        cases.c.area.in_(bindparam("areas", expanding=True)),
    )
    .order_by(cases.c.opened_at.desc())
    .limit(bindparam("most"))
)
_said = select(case_words).where(case_words.c.case.in_(bindparam("cases", expanding=True))).order_by(case_words.c.id)
_take = update(cases).where(cases.c.id == bindparam("case"), cases.c.state == OPEN).values(state=TAKEN)
_close = update(cases).where(cases.c.id == bindparam("case"), _not_closed).values(state=CLOSED)
_climb = update(cases).where(cases.c.id == bindparam("case"), cases.c.state == OPEN, cases.c.climbed_at.is_(None))
_owned = select(cases.c.id).where(cases.c.owner == bindparam("of"), cases.c.state == TAKEN)
_open_again = update(cases).where(cases.c.id == bindparam("case")).values(state=OPEN, owner=None, taken_at=None)
_who = select(cases.c.contact, cases.c.channel, cases.c.account).where(cases.c.id == bindparam("case"))
_about = select(cases.c.broadcast).where(cases.c.id == bindparam("case"))
_all_theirs = select(cases.c.id).where(_theirs)
_empty = (
    update(cases)
    .where(cases.c.id == bindparam("case"))
    .values(contact=None, account="", place="", people=0, words="", phone="")
)
_hush = update(case_words).where(case_words.c.case == bindparam("of")).values(words="")


def open_case(tx: Transaction, address: Address, contact: str | None, asked: HelpAsked, now: datetime) -> Why | None:
    """Open it, and have it climb unless somebody takes it; refused where the person has an open one already."""
    if own(tx, address, contact) is not None:
        return Why.ALREADY
    broadcast = receipts.of_code(tx, asked.code) or ""
    row: dict[str, Any] = {"id": asked.id, "broadcast": broadcast, "contact": contact, "channel": address.channel}
    row |= {"account": address.account, "area": asked.area, "place": asked.place, "people": asked.people}
    row |= {"words": asked.words, "phone": asked.phone, "state": OPEN, "opened_at": now}
    if not tx.execute(_add, row).rowcount:
        return Why.ALREADY
    if broadcast and contact is not None:
        receipts.keep(tx, contact, broadcast, receipts.HELP, now)
    jobs.put(tx, jobs.JobKind.CASE, asked.id, now + CLIMBS_AFTER)
    return None


def move(tx: Transaction, officer: Officer, fact: CaseMoved, now: datetime) -> Denial | Why | None:
    """Take a case (the first one wins), or close it (its owner's business); refused otherwise."""
    found = case(tx, fact.case)
    if found is None:
        return Why.UNKNOWN
    refused = denial(officer, found)
    if refused is not None:
        return refused
    return _taken(tx, officer, found, now) if fact.move is CaseMove.TAKE else _closed(tx, officer, found, now)


def denial(officer: Officer, case: Case) -> Denial | None:
    """Whether an officer may see this case at all."""
    if not officer.active:
        return Denial.ACCOUNT
    if not officer.may(Action.HELP):
        return Denial.ROLE
    return None if case.area in officer.areas else Denial.AREA


def _taken(tx: Transaction, officer: Officer, case: Case, now: datetime) -> Why | None:
    values = {"case": case.id, "owner": officer.id, "taken_at": now}
    if not tx.execute(_take, values).rowcount:
        return Why.ALREADY
    jobs.drop(tx, jobs.JobKind.CASE, case.id)
    audit.append(tx, now, officer.id, "case taken", case.id)
    return None


def _closed(tx: Transaction, officer: Officer, case: Case, now: datetime) -> Denial | None:
    if case.owner != officer.id or not tx.execute(_close, {"case": case.id, "closed_at": now}).rowcount:
        return Denial.STATE
    audit.append(tx, now, officer.id, "case closed", case.id)
    return None


def say(tx: Transaction, address: Address, person: Person, fact: CaseSaid, now: datetime) -> Denial | Why | None:
    """Words of whoever asked for help, or of the officer who has taken it; refused for all others and once closed."""
    found, officer = case(tx, fact.case), person.officer
    if found is None or found.state == CLOSED:
        return Why.UNKNOWN
    theirs = own(tx, address, person.contact)
    if theirs is not None and theirs.id == found.id:
        officer = None
    elif officer is None:
        return Why.UNKNOWN
    elif refused := denial(officer, found) or (Denial.STATE if found.owner != officer.id else None):
        return refused
    tx.execute(_say, {"case": found.id, "officer": officer and officer.id, "words": fact.words, "at": now})
    return None


def case(tx: Transaction, id: str) -> Case | None:
    """One case with all that was said."""
    return next(iter(_read(tx, tx.execute(_one, {"case": id}))), None)


def own(tx: Transaction, address: Address, contact: str | None) -> Case | None:
    """The newest case of whoever is at this address that is not closed."""
    who = {"who": contact, "at_channel": address.channel, "at_account": address.account}
    return next(iter(_read(tx, tx.execute(_own, who))), None)


def person(tx: Transaction, id: str) -> tuple[str | None, Address] | None:
    """Contact and address of whoever asked for help; None where they were forgotten."""
    found = tx.execute(_who, {"case": id}).one_or_none()
    return (found.contact, Address(found.channel, found.account)) if found and found.account else None


def notice_of(tx: Transaction, id: str) -> str:
    """The id of the broadcast that it is about; "" for none."""
    return tx.execute(_about, {"case": id}).scalar() or ""


def on_desk(tx: Transaction, officer: Officer, most: int = 20) -> tuple[Case, ...]:
    """Open ones of the officer's area and those they have taken, newest first."""
    if not officer.may(Action.HELP):
        return ()
    return _read(tx, tx.execute(_on_desk, {"of": officer.id, "areas": sorted(officer.areas), "most": most}))


def climb(tx: Transaction, id: str, now: datetime) -> bool:
    """Note that it was passed on because nobody took it; False where somebody did, or it was passed on before."""
    return tx.execute(_climb, {"case": id, "climbed_at": now}).rowcount == 1


def give_back(tx: Transaction, officer: str, now: datetime) -> None:
    """What an officer had taken who was cut off is open again, and climbs at once."""
    for id in tx.execute(_owned, {"of": officer}).scalars().all():
        tx.execute(_open_again, {"case": id})
        jobs.put(tx, jobs.JobKind.CASE, id, now)


def forget(tx: Transaction, address: Address, contact: str | None, now: datetime) -> None:
    """Close what this person asked for and keep nothing of it but that it was asked, where and when."""
    who = {"who": contact, "at_channel": address.channel, "at_account": address.account}
    for id in tx.execute(_all_theirs, who).scalars().all():
        tx.execute(_close, {"case": id, "closed_at": now})
        tx.execute(_empty, {"case": id})
        tx.execute(_hush, {"of": id})
        ledger_erasure.forget_case(tx, id, now)
        jobs.drop(tx, jobs.JobKind.CASE, id)


def _read(tx: Transaction, rows: Iterable[Row[Any]]) -> tuple[Case, ...]:
    found = list(rows)
    said: dict[str, list[tuple[str, str, datetime]]] = {row.id: [] for row in found}
    for word in tx.execute(_said, {"cases": list(said)}) if said else ():
        said[word.case].append((word.officer or "", word.words, word.at))
    return tuple(_case(row, said[row.id]) for row in found)


def _case(row: Row[Any], said: list[tuple[str, str, datetime]]) -> Case:
    return Case(
        **{name: getattr(row, name) for name in _SHOWN},
        owner_name=row.owner_name or "",
        said=tuple(said),
        address=Address(row.channel, row.account) if row.account else None,
    )


_SHOWN = ("id", "area", "place", "people", "words", "phone", "state", "owner", "opened_at")
