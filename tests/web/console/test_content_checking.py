"""The list of all content never waits for its checks: they run beside it, and their answer comes when it is there."""

import asyncio
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from bot.web.console.content import checking
from bot.web.console.content.checking import Checking, Key
from bot.web.console.content.judge import found
from tests.web.console.conftest import LESSONS, Desk
from tests.web.console.content_desk import LESSON, ROOM

TODAY = date(2026, 11, 22)


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be broken."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons"))


async def counted(one: Checking, root: Path) -> dict[str, int]:
    """Asked again until it is there."""
    async with asyncio.timeout(60):
        while (counts := await one.counts(root, TODAY)) is None:
            pass
    return dict(counts)


async def test_a_page_is_shown_at_once_and_gets_the_states_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end, count = threading.Event(), checking._count
    monkeypatch.setattr(checking, "_count", lambda *given: may_end.wait(60) and count(*given))
    bien = desk.client("bien")
    page = (await bien.get(ROOM)).text
    assert "đang kiểm" in page
    assert "Gọi lại số quen" in page
    assert (await bien.get(f"{ROOM}/tinh-trang")).status_code == 204
    may_end.set()
    async with asyncio.timeout(60):
        while (states := await bien.get(f"{ROOM}/tinh-trang")).status_code == 204:
            pass
    assert "hx-swap-oob" in states.text
    assert "đang kiểm" not in states.text
    assert "đang kiểm" not in (await bien.get(ROOM)).text
    assert all(line.partition('"')[0] in page for line in states.text.split('<span id="')[1:])


async def test_a_change_is_counted_anew_and_the_same_is_not(lessons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts, calls, count = Checking(), list[Path](), checking._count

    def noted(root: Path, key: Key) -> object:
        calls.append(root)
        return count(root, key)

    monkeypatch.setattr(checking, "_count", noted)
    before = await counted(counts, lessons)
    assert await counted(counts, lessons) == before
    assert len(calls) == 1
    (lessons / LESSON).write_text("# Không phải một bài\n", "utf-8")
    after = await counted(counts, lessons)
    assert after[LESSON] > before.get(LESSON, 0)
    assert after[LESSON] == sum(one.file == LESSON for one in found(lessons, TODAY))


async def test_what_a_count_raised_is_raised_and_the_next_one_begins_anew(
    lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError("the folder is away")

    counts = Checking()
    with monkeypatch.context() as broken:
        broken.setattr(checking, "_count", fail)
        with pytest.raises(OSError, match="away"):
            await counted(counts, lessons)
    assert isinstance(await counted(counts, lessons), dict)
