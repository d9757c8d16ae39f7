"""A person who learns over HTTP whatever happens to the server, and what must stand in the database afterwards."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import httpx

from tests.processes.served import Served

# Joins as an elder, learns "Dừng lại trước đã" with one wrong answer, does that question again, sees the result.
MESSAGES = ("1", "1", "0", "1", "1", "1", "1", "1", "1", "1", "1", "1", "2", "1", "menu", "2", "0")
ANSWERS = 3  # two questions, one of them twice

Ask = Callable[[str], Awaitable[Sequence[Sequence[object]]]]


class Learner:
    """One browser that sends its messages in order and sends each again until it was taken."""

    def __init__(self, served: Served, name: int, taken: asyncio.Queue[int]) -> None:
        self.served, self.name, self.taken = served, name, taken
        self.arrived = asyncio.Event()
        self.client = httpx.AsyncClient(base_url=served.url, headers={"X-Camtay": "script"}, timeout=30)

    async def learn(self) -> None:
        """Everything from the first visit to the last message."""
        async with self.client:
            await self._until_taken("GET", "/")
            self.arrived.set()
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


async def check(ask: Ask, people: int) -> None:
    """Every message has its answer, and everything that was learnt counts once."""
    await check_counted(ask, people)
    unanswered = "SELECT id FROM inbox WHERE 'inbox:' || id NOT IN (SELECT key FROM mailbox)"
    assert list(await ask(unanswered)) == []


async def check_counted(ask: Ask, people: int, besides: int = 0) -> None:
    """Every message (and so many `besides`) is stored and done with, and everything that was learnt counts once."""

    async def told(question: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await ask(question)]

    assert await told("SELECT count(*) FROM inbox WHERE state <> 'answered'") == [(0,)]
    assert await told("SELECT count(*) FROM inbox") == [(people * (len(MESSAGES) + 1) + besides,)]
    counts = 'count(*), count(*) FILTER (WHERE first), count(*) FILTER (WHERE "right")'
    assert await told(f"SELECT {counts} FROM answers GROUP BY contact") == [(ANSWERS, 2, 2)] * people
    assert await told('SELECT "right", asked, count(*) FROM progress GROUP BY 1, 2') == [(1, 2, people)]
