"""Drafts that programs write: the same key of the same token gives the same draft."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.conversation.notice_facts import NoticeWritten
from bot.storage.api_tables import api_drafts
from bot.storage.broadcasting import broadcasts
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.offices.api_tokens import Caller
from bot.storage.upsert import insert
from broadcasts.broadcast import Broadcast
from broadcasts.governance import Denial

API = "api"  # what the place begins with that a program's deed is kept with

_known = select(api_drafts.c.broadcast, api_drafts.c.request_hash).where(
    api_drafts.c.token == bindparam("of_token"), api_drafts.c.key == bindparam("of_key")
)
_claim = insert(api_drafts).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class Request:
    """What a program asks for: its key ("" for none), and the hash of the body that came with it."""

    key: str
    hash: str


class OtherRequest(Exception):
    """The key was used before, for another draft."""


class DraftRefused(Exception):
    """The token's officer may not write this."""

    def __init__(self, denial: Denial) -> None:
        super().__init__(denial.value)
        self.denial = denial


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft as it stands, and whether this request has made it."""

    broadcast: Broadcast
    new: bool


def write(tx: Transaction, caller: Caller, request: Request, fact: NoticeWritten, now: datetime) -> Draft:
    """Make the draft, or find the one that the key has made before.

    Raises OtherRequest, and DraftRefused where governance says so; nothing is kept then.
    """
    id = _claimed(tx, caller, request, fact.id, now) if request.key else fact.id
    if id == fact.id:
        refused = broadcasts.write(tx, caller.officer, f"{API}:{caller.token.id}", fact, now)
        if refused is not None:
            raise DraftRefused(refused)
    written = load(tx, id)
    if written is None:
        raise LookupError(id)
    return Draft(written, id == fact.id)


def _claimed(tx: Transaction, caller: Caller, request: Request, id: str, now: datetime) -> str:
    """The draft that this key stands for, from now on `id` where it is new. Two at once wait for each other."""
    row = {"token": caller.token.id, "key": request.key, "request_hash": request.hash}
    if tx.execute(_claim, row | {"broadcast": id, "made_at": now}).rowcount:
        return id
    known = tx.execute(_known, {"of_token": caller.token.id, "of_key": request.key}).one()
    if known.request_hash != request.hash:
        raise OtherRequest
    return str(known.broadcast)
