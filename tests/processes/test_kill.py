"""kill -9 at random moments while people learn: every answer counts once, and everybody gets the next screen."""

import asyncio
import sqlite3
from pathlib import Path
from random import Random

import httpx
import pytest

from tests.processes.served import Served

pytestmark = pytest.mark.processes

# Joins as an elder, learns "Dừng lại trước đã" with one wrong answer, does that question again, sees the result.
MESSAGES = ("1", "1", "0", "1", "1", "1", "1", "1", "1", "1", "1", "1", "2", "1", "menu", "2", "0")
ANSWERS = 3  # two questions, one of them twice
PEOPLE = 12
KILLS = 14


class Learner:
    """One browser that sends its messages in order and sends each again until it was taken."""

    def __init__(self, served: Served, name: int, taken: asyncio.Queue[int]) -> None:
        self.served, self.name, self.taken = served, name, taken
        self.client = httpx.AsyncClient(base_url=served.url, headers={"X-Camtay": "script"}, timeout=30)

    async def learn(self) -> None:
        """Everything from the first visit to the last message."""
        async with self.client:
            await self._until_taken("GET", "/")
            for number, text in enumerate(MESSAGES):
                await self._until_taken("POST", "/chat", {"id": f"{self.name}-{number}", "text": text})
                self.taken.put_nowait(number)

    async def _until_taken(self, method: str, path: str, form: dict[str, str] | None = None) -> None:
        while True:
            await self.served.up.wait()
            try:
                response = await self.client.request(method, path, data=form)
            except httpx.TransportError:
                continue
            assert response.status_code == 200, response.text
            return


async def _kill_now_and_then(served: Served, taken: asyncio.Queue[int], random: Random) -> None:
    """Kill when a number of messages has been taken, after a random part of a turn."""
    for _ in range(KILLS):
        for _ in range(len(MESSAGES) * PEOPLE // (KILLS + 1)):
            await taken.get()
        await asyncio.sleep(random.random() / 50)
        await served.kill()
        await served.start()


async def test_kill_9_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    served = Served(tmp_path)
    await served.start()
    taken: asyncio.Queue[int] = asyncio.Queue()
    learners = [Learner(served, name, taken) for name in range(PEOPLE)]
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_kill_now_and_then(served, taken, Random(20261121)))
            for learner in learners:
                group.create_task(learner.learn())
    finally:
        await served.kill()
    assert served.starts == KILLS + 1
    _check(tmp_path / "camtay.db")


def _check(file: Path) -> None:
    database = sqlite3.connect(file)
    try:

        def ask(question: str) -> list[tuple[object, ...]]:
            return database.execute(question).fetchall()

        assert ask("SELECT count(*) FROM inbox WHERE state <> 'answered'") == [(0,)]
        assert ask("SELECT count(*) FROM inbox") == [(PEOPLE * (len(MESSAGES) + 1),)]
        unanswered = "SELECT id FROM inbox WHERE 'inbox:' || id NOT IN (SELECT key FROM mailbox)"
        assert ask(unanswered) == []
        counted = ask("SELECT contact, count(*), sum(first), sum(\"right\") FROM answers GROUP BY contact")
        assert [row[1:] for row in counted] == [(ANSWERS, 2, 2)] * PEOPLE
        assert ask('SELECT "right", asked, count(*) FROM progress GROUP BY 1, 2') == [(1, 2, PEOPLE)]
    finally:
        database.close()
