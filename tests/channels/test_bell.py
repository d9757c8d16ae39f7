"""Open pages wake for every letter, from this process or another one, and leave nothing behind."""

import asyncio

import pytest

from bot.channels.channel import Mailbox
from bot.channels.webchat.bell import Bell
from tests.channels.mailbox_contract import MailboxContract, bodies
from tests.fakes import MemoryMailbox

LONG = 3600.0


class Shared:
    """A mailbox that two processes use, and how often its newest letter was asked for."""

    def __init__(self) -> None:
        self.mailbox, self.asked = MemoryMailbox(), 0

    async def newest(self) -> int:
        self.asked += 1
        letters = [*await self.mailbox.after("lan", 0), *await self.mailbox.after("minh", 0)]
        return max((letter.id for letter in letters), default=0)

    def bell(self) -> Bell:
        return Bell(self.mailbox, self.newest)


@pytest.fixture
def shared() -> Shared:
    return Shared()


class TestBell(MailboxContract):
    @pytest.fixture
    def mailbox(self) -> Mailbox:
        return Shared().bell()


async def waiting(bell: Bell, account: str) -> asyncio.Task[None]:
    """A page that waits already."""
    page = asyncio.create_task(bell.wait(account, LONG))
    await asyncio.sleep(0)
    return page


async def test_rings_for_what_this_process_puts(shared: Shared) -> None:
    bell = shared.bell()
    page, stranger = await waiting(bell, "lan"), await waiting(bell, "minh")
    await bell.put("lan", bodies("một"), "a")
    async with asyncio.timeout(30):
        await page
    assert not stranger.done()
    stranger.cancel()


async def test_rings_for_every_page_of_the_account(shared: Shared) -> None:
    bell = shared.bell()
    pages = [await waiting(bell, "lan") for _ in range(3)]
    await bell.put("lan", bodies("một"), "a")
    async with asyncio.timeout(30):
        await asyncio.gather(*pages)


async def test_rings_after_a_look_for_what_another_process_puts(shared: Shared) -> None:
    here, there = shared.bell(), shared.bell()
    page = await waiting(here, "lan")
    await there.put("lan", bodies("một"), "a")
    await asyncio.sleep(0)
    assert not page.done()
    await here.look()
    async with asyncio.timeout(30):
        await page


async def test_a_look_that_finds_nothing_new_wakes_nobody(shared: Shared) -> None:
    bell = shared.bell()
    await bell.put("minh", bodies("một"), "a")
    first = await waiting(bell, "lan")
    await bell.look()
    await first
    second = await waiting(bell, "lan")
    await bell.look()
    await asyncio.sleep(0)
    assert not second.done()
    second.cancel()


async def test_a_look_costs_nothing_while_no_page_is_open(shared: Shared) -> None:
    bell = shared.bell()
    await bell.look()
    assert shared.asked == 0
    page = await waiting(bell, "lan")
    await bell.look()
    assert shared.asked == 1
    page.cancel()


async def test_nobody_waits_longer_than_they_want(shared: Shared) -> None:
    async with asyncio.timeout(30):
        await shared.bell().wait("lan", 0)


async def test_pages_that_leave_are_forgotten(shared: Shared) -> None:
    bell = shared.bell()
    pages = [await waiting(bell, f"p{number}") for number in range(50)]
    for page in pages:
        page.cancel()
    await asyncio.gather(*pages, return_exceptions=True)
    await asyncio.gather(*(bell.wait(f"q{number}", 0) for number in range(50)))
    for number in range(50):
        await bell.put(f"nobody{number}", bodies("một"), "a")
    await bell.look()
    assert shared.asked == 0  # so nobody is remembered as waiting
