"""The two ways out for events: long polling, which gives one and forgets it, and a webhook, never both."""

import asyncio
from collections import deque
from collections.abc import Mapping

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.telegram_server.news import News
from tests.zalo_bot_server.calls import JSON, Refused

SECRET_HEADER = "X-Bot-Api-Secret-Token"


class Updates:
    """What has happened and was not handed out yet, oldest first. There is no offset: what was handed out is gone."""

    def __init__(self, news: News) -> None:
        self.pending: deque[JSON] = deque()
        self.webhook: JSON = {}  # the fields of setWebhook; empty while there is none
        self.wrapped = False  # whether webhooks come in {"ok", "result"}, as official documentation shows them
        self.doors: Mapping[str, str] = {}  # where a public https:// address leads on this machine
        self.polled = False  # whether a poll is waiting
        self.posted: list[int] = []  # the statuses that the webhook answered with
        self._news = news
        self._idle = asyncio.Event()
        self._posting: set[asyncio.Task[None]] = set()

    async def put(self, event: JSON) -> JSON:
        """An event happens."""
        if self.webhook:
            task = asyncio.create_task(self.post(event))
            self._posting.add(task)
            task.add_done_callback(self._posting.discard)
        else:
            self.pending.append(event)
        await self._news.spread()
        return event

    async def poll(self, seconds: float) -> JSON:
        """The next event, which is forgotten; raises 408 where none came in time, or a webhook is set."""
        self.polled = True
        self._idle.clear()
        await self._news.spread()
        waiting = [asyncio.create_task(one) for one in (self._next(), self._idle.wait())]
        try:
            await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.polled = False
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        if self.webhook or not self.pending:
            raise Refused(408)
        event = self.pending.popleft()
        await self._news.spread()
        return event

    def end_poll(self) -> None:
        """Let the poll that waits end as if its time were over."""
        self._idle.set()

    async def _next(self) -> None:
        await self._news.until(lambda: bool(self.pending) and not self.webhook, seconds=3600)

    async def post(self, event: JSON, headers: Mapping[str, str] | None = None, wrapped: bool | None = None) -> None:
        """Post an event to the webhook once, by default with its secret."""
        body = {"ok": True, "result": event} if (self.wrapped if wrapped is None else wrapped) else event
        proof = {SECRET_HEADER: self.webhook["secret_token"]} if headers is None else headers
        async with ClientSession(timeout=ClientTimeout(10)) as session:
            try:
                async with session.post(self._door(), json=body, headers=proof) as answer:
                    self.posted.append(answer.status)
            except (ClientError, TimeoutError):
                self.posted.append(0)
        await self._news.spread()

    def _door(self) -> str:
        url: str = self.webhook["url"]
        for public, here in self.doors.items():
            url = url.replace(public, here)
        return url

    async def stop(self) -> None:
        """Leave the webhook alone and end the poll."""
        self.end_poll()
        for task in self._posting:
            task.cancel()
        await asyncio.gather(*self._posting, return_exceptions=True)
