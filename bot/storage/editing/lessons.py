"""Every good version of a lesson that was ever shown: progress and open quizzes name versions."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.learning.library import LessonVersion
from bot.storage.database import Transaction
from bot.storage.tables import lesson_versions
from bot.storage.upsert import insert

_new = insert(lesson_versions)
_keep = _new.on_conflict_do_update(
    index_elements=[lesson_versions.c.version], set_={name: _new.excluded[name] for name in ("file", "kept_at")}
)
_all = select(*(column for column in lesson_versions.c if column is not lesson_versions.c.kept_at))
_source = _all.where(lesson_versions.c.version == bindparam("hash"))
_by_time = _all.order_by(lesson_versions.c.kept_at)


def keep_versions(tx: Transaction, versions: Sequence[LessonVersion], now: datetime) -> None:
    """Keep those that are new, and note of all that they are in use now."""
    if versions:
        tx.execute(_keep, [{**asdict(version), "kept_at": now} for version in versions])


def last_versions(tx: Transaction) -> tuple[LessonVersion, ...]:
    """For every file that ever held a lesson, the version that was last in use."""
    return tuple({row.file: LessonVersion(*row) for row in tx.execute(_by_time)}.values())


def lesson_source(tx: Transaction, version: str) -> LessonVersion | None:
    """One version of a lesson, however old."""
    found = tx.execute(_source, {"hash": version}).one_or_none()
    return None if found is None else LessonVersion(*found)
