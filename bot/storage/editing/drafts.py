"""Texts that their writers have not published yet: one for each file and officer, so that no work is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from bot.storage.content_tables import content_drafts
from bot.storage.database import Transaction
from bot.storage.editing.revisions import hash_of
from bot.storage.upsert import insert


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has written over the version with the hash `base`."""

    path: str
    text: str
    base: str
    saved_at: datetime


_mine = content_drafts.c.officer == bindparam("of")
_this = content_drafts.c.path == bindparam("at_path")
_columns = tuple(content_drafts.c[name] for name in Draft.__slots__)
_one = select(*_columns).where(_mine, _this)
_all = select(*_columns).where(_mine).order_by(content_drafts.c.saved_at.desc())
_new = insert(content_drafts)
_save = _new.on_conflict_do_update(
    index_elements=list(content_drafts.primary_key),
    set_={name: _new.excluded[name] for name in ("text", "base", "saved_at")},
)
_drop = delete(content_drafts).where(_mine, _this)


def save(tx: Transaction, officer: str, draft: Draft) -> None:
    """Keep it in the place of the officer's earlier one."""
    values = {name: getattr(draft, name) for name in Draft.__slots__}
    tx.execute(_save, {"officer": officer, **values})


def draft(tx: Transaction, officer: str, path: str) -> Draft | None:
    """The officer's own draft of a file."""
    return next((Draft(*row) for row in tx.execute(_one, {"of": officer, "at_path": path})), None)


def drafts(tx: Transaction, officer: str) -> Mapping[str, Draft]:
    """All drafts of an officer by their files, newest first."""
    return {row.path: Draft(*row) for row in tx.execute(_all, {"of": officer})}


def drop(tx: Transaction, officer: str, path: str, hash: str = "") -> None:
    """Forget it, as its writer wishes; with a hash only the draft of that very text, because it has become live."""
    kept = draft(tx, officer, path)
    if kept and hash in ("", hash_of(kept.text)):
        tx.execute(_drop, {"of": officer, "at_path": path})
