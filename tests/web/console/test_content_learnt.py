"""How lessons go is counted beside the pages: they wait for the first count only, and are never far behind."""

import asyncio

import pytest

from bot.web.console.content import learnt
from bot.web.console.content.learnt import WORTH, Counting
from tests.web.console.conftest import Desk
from tests.web.console.content_desk import LESSON, ROOM


class Counted:
    """What is counted, how long that takes by the clock on the wall, and whether it may end."""

    def __init__(self) -> None:
        self.value, self.asked, self.now, self.takes = 0, 0, 0.0, 0.0
        self.may_end = asyncio.Event()
        self.may_end.set()

    async def ask(self) -> int:
        """The value, once it may be known."""
        self.asked += 1
        await self.may_end.wait()
        self.now += self.takes
        return self.value

    def counting(self) -> Counting[int]:
        """By this clock."""
        return Counting(self.ask, lambda: self.now)


async def test_what_is_counted_at_once_is_always_new() -> None:
    counted = Counted()
    counting = counted.counting()
    for value in range(3):
        counted.value = value
        assert await counting.newest() == value


async def test_what_takes_long_is_not_counted_again_and_again() -> None:
    counted = Counted()
    counted.takes = 0.5
    counting = counted.counting()
    assert await counting.newest() == 0
    counted.value, counted.now = 1, counted.now + 0.5 * WORTH - 0.1
    assert await counting.newest() == 0
    counted.now += 0.2
    assert await counting.newest() == 1
    assert counted.asked == 2


async def test_who_comes_while_it_is_counted_again_gets_the_last_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learnt, "MOMENT", 0)
    counted = Counted()
    counting = counted.counting()
    assert await counting.newest() == 0
    counted.may_end.clear()
    counted.value = 7
    assert [await counting.newest(), await counting.newest()] == [0, 0]
    counted.may_end.set()
    monkeypatch.setattr(learnt, "MOMENT", 60)
    assert await counting.newest() == 7


async def test_all_who_come_first_wait_for_one_count() -> None:
    counted = Counted()
    counting = counted.counting()
    assert await asyncio.gather(*(counting.newest() for _ in range(3))) == [0, 0, 0]
    assert counted.asked == 1


async def test_what_counting_raised_is_raised_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted()
    counting = counted.counting()
    ask, failing = counting._ask, [OSError("away")]

    async def failed() -> int:
        if failing:
            raise failing.pop()
        return await ask()

    monkeypatch.setattr(counting, "_ask", failed)
    with pytest.raises(OSError, match="away"):
        await counting.newest()
    assert await counting.newest() == 0


async def test_the_desk_tells_it_in_the_list_and_beside_a_lesson(desk: Desk) -> None:
    bien = desk.client("bien")
    assert (await bien.get(ROOM)).text.count('data-label="Đã học"') == 4
    assert (await bien.get(f"{ROOM}/sua/{LESSON}")).status_code == 200
