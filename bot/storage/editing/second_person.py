"""Texts that wait for a second person, who has to agree to exactly what was written."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from bot.storage.content_tables import content_requests
from bot.storage.database import Transaction
from bot.storage.editing.revisions import Change, Deed, hash_of, on_its_way
from bot.storage.offices import audit
from broadcasts.governance import Denial
from broadcasts.officer import Action, Officer


@dataclass(frozen=True, slots=True)
class Request:
    """A text that waits (hash "": the file shall be taken out of use); `place` is the browser it was sent from."""

    id: str
    path: str
    hash: str
    text: str
    base: str
    officer: str
    place: str
    why: str
    asked_at: datetime
    state: str  # waiting | agreed | returned | superseded
    reason: str

    @property
    def change(self) -> Change:
        """What becomes live once somebody agrees."""
        text, deed = (self.text, Deed.PUBLISHED) if self.hash else (None, Deed.RETIRED)
        return Change(self.path, text, self.base, self.officer, self.why, deed, request=self.id)


_columns = tuple(content_requests.c[name] for name in Request.__slots__)
_all = select(*_columns)
_waiting = _all.where(content_requests.c.state == "waiting").order_by(content_requests.c.asked_at)
_one = _all.where(content_requests.c.id == bindparam("row"))
_count = select(func.count()).where(content_requests.c.state == "waiting")
_mine = (
    _all.where(content_requests.c.officer == bindparam("of"), content_requests.c.state == "returned")
    .order_by(content_requests.c.decided_at.desc())
    .limit(20)
)
_add = insert(content_requests)
_supersede = (
    update(content_requests)
    .where(
        content_requests.c.path == bindparam("at_path"),
        content_requests.c.officer == bindparam("of"),
        content_requests.c.state == "waiting",
    )
    .values(state="superseded")
)
_decide = update(content_requests).where(
    content_requests.c.id == bindparam("row"), content_requests.c.state == "waiting"
)


def ask(tx: Transaction, change: Change, place: str, now: datetime) -> str:
    """The number of a new request; the same writer's earlier one for the file is superseded."""
    tx.execute(_supersede, {"at_path": change.path, "of": change.officer})
    id = secrets.token_hex(8)
    values = {
        "id": id,
        "path": change.path,
        "hash": change.hash,
        "text": change.text or "",
        "base": change.base,
        "officer": change.officer,
        "place": place,
        "why": change.why,
        "asked_at": now,
        "state": "waiting",
        "second": "",
        "reason": "",
    }
    tx.execute(_add, values)
    audit.append(tx, now, change.officer, "content.ask", change.path, hash=change.hash, request=id)
    return id


def waiting(tx: Transaction) -> tuple[Request, ...]:
    """All that wait, the oldest first."""
    return tuple(map(_of_row, tx.execute(_waiting)))


def how_many(tx: Transaction) -> int:
    """How many wait."""
    return int(tx.execute(_count).scalar_one())


def returned(tx: Transaction, officer: str) -> tuple[Request, ...]:
    """What colleagues gave back to an officer, newest first."""
    return tuple(map(_of_row, tx.execute(_mine, {"of": officer})))


def request(tx: Transaction, id: str) -> Request | None:
    """One request, whatever became of it."""
    return next(map(_of_row, tx.execute(_one, {"row": id})), None)


def denial(asked: Request | None, officer: Officer, place: str, hash: str) -> Denial | None:
    """Why this officer may not agree to this very text: another person, at another browser, who has read it."""
    if not officer.may(Action.TEACH):
        return Denial.ROLE
    if asked is None or asked.state != "waiting":
        return Denial.STATE
    if asked.hash != hash or (asked.hash and hash_of(asked.text) != hash):
        return Denial.CHANGED
    if asked.officer == officer.id:
        return Denial.OWN_WORK
    return Denial.SAME_PHONE if asked.place == place else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a second person has said about a request."""

    officer: str
    agreed: bool
    reason: str = ""


def give_back(tx: Transaction, asked: Request, decision: Decision, now: datetime) -> bool:
    """Keep that it is returned; False where somebody else was first, or has agreed and it is just becoming live."""
    return not on_its_way(tx, asked.path, now) and decide(tx, asked.id, decision, now)


def still_waits(tx: Transaction, id: str) -> bool:
    """Whether nobody has decided yet."""
    found = request(tx, id)
    return found is not None and found.state == "waiting"


def decide(tx: Transaction, id: str, decision: Decision, now: datetime) -> bool:
    """Keep the decision; False where somebody else was first."""
    state = "agreed" if decision.agreed else "returned"
    values = {"state": state, "second": decision.officer, "reason": decision.reason, "decided_at": now}
    done = tx.execute(_decide.values(**values), {"row": id}).rowcount == 1
    if done:
        audit.append(tx, now, decision.officer, f"content.{state}", id)
    return done


def _of_row(row: Any) -> Request:
    return Request(*row)
