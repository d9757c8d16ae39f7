"""The fakes that other tests lean on: a mailbox that someone stops waiting at stays usable."""

import asyncio
import random

from tests.web.fakes import RingingMailbox


async def _come_and_go(chance: random.Random, mailbox: RingingMailbox) -> list[asyncio.Task[object]]:
    tasks: list[asyncio.Task[object]] = []
    for number in range(30):
        match chance.choice(("wait", "give up", "put")):
            case "wait":
                tasks.append(asyncio.create_task(mailbox.wait("a", chance.choice((0.0, 5.0)))))
            case "put":
                tasks.append(asyncio.create_task(mailbox.put("a", [{"text": "Tin"}], str(number))))
            case _ if tasks:
                chance.choice(tasks).cancel()
        for _ in range(chance.randrange(4)):
            await asyncio.sleep(0)
    return tasks


async def test_a_mailbox_that_people_leave_while_it_rings_still_takes_letters() -> None:
    for seed in range(20):
        mailbox = RingingMailbox()
        tasks = await _come_and_go(random.Random(seed), mailbox)
        for task in tasks:
            task.cancel()
        async with asyncio.timeout(5):
            await asyncio.gather(*tasks, return_exceptions=True)
            await mailbox.put("a", [{"text": "Tin sau"}], "last")
        assert (await mailbox.all_of("a"))[-1].body == {"text": "Tin sau"}
