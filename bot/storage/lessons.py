"""Every good version of a lesson that was ever shown: progress and open quizzes name versions."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert  # SQLite took over this grammar: one statement serves both

from bot.learning.library import LessonVersion
from bot.storage.database import Transaction
from bot.storage.tables import lesson_versions

_keep = insert(lesson_versions).on_conflict_do_nothing(index_elements=[lesson_versions.c.version])
_source = select(*(column for column in lesson_versions.c if column is not lesson_versions.c.kept_at)).where(
    lesson_versions.c.version == bindparam("hash")
)


def keep_versions(tx: Transaction, versions: Sequence[LessonVersion], now: datetime) -> None:
    """Keep those that are new."""
    if versions:
        tx.execute(_keep, [{**asdict(version), "kept_at": now} for version in versions])


def lesson_source(tx: Transaction, version: str) -> LessonVersion | None:
    """One version of a lesson, however old."""
    found = tx.execute(_source, {"hash": version}).one_or_none()
    return None if found is None else LessonVersion(*found)
