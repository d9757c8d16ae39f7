from dataclasses import replace
from datetime import UTC, datetime

from bot.learning.library import LessonVersion
from bot.storage.database import Database
from bot.storage.editing.lessons import keep_versions, lesson_source

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
FIRST = LessonVersion("0123456789abcdef", "mat-khau", "vi", "nguoi-lon", "khoa-hoc/nguoi-lon/01.md", "# Mật khẩu\n")


async def test_every_version_is_kept(database: Database) -> None:
    second = replace(FIRST, version="fedcba9876543210", source="# Mật khẩu mạnh\n")
    await database.write(lambda tx: keep_versions(tx, (FIRST, second), NOW))
    assert await database.read(lambda tx: lesson_source(tx, FIRST.version)) == FIRST
    assert await database.read(lambda tx: lesson_source(tx, second.version)) == second


async def test_a_version_is_kept_once_as_it_was(database: Database) -> None:
    await database.write(lambda tx: keep_versions(tx, (FIRST,), NOW))
    await database.write(lambda tx: keep_versions(tx, (replace(FIRST, source="khác"),), NOW))
    assert await database.read(lambda tx: lesson_source(tx, FIRST.version)) == FIRST


async def test_no_versions(database: Database) -> None:
    await database.write(lambda tx: keep_versions(tx, (), NOW))
    assert await database.read(lambda tx: lesson_source(tx, FIRST.version)) is None
