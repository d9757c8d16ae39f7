"""The queue of updates and the two ways out of it: long polling and a webhook, never both."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.telegram_server.calls import JSON, Refused
from tests.telegram_server.news import News

ALL = frozenset(
    {"message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member"}
)
ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """What has happened and is not yet confirmed, oldest first."""

    webhook_pause = 0.02  # seconds before an unanswered update is posted again; longer at Telegram

    def __init__(self, news: News, clock: Callable[[], float]) -> None:
        self.pending: dict[int, JSON] = {}
        self.webhook: JSON = {}  # the parameters of setWebhook; empty while there is none
        self.allowed = ALL
        self._news, self._clock = news, clock
        self._last_id = 9000
        self._waiting: asyncio.Future[None] | None = None
        self._posting: set[asyncio.Task[None]] = set()
        self._lanes: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._error: JSON = {}
        self._session: ClientSession | None = None
        self._connections = asyncio.Semaphore()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Which kinds are queued from now on; an empty list means all, None leaves it as it is."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or ALL

    async def put(self, kind: str, content: JSON, chat_id: int) -> JSON:
        """Queue an update; returns it as the bot will see it."""
        self._last_id += 1
        update = {"update_id": self._last_id, kind: content}
        if kind in self.allowed:
            self._queue(update, chat_id)
        await self._news.spread()
        return update

    def repeat(self, update: JSON) -> None:
        """Deliver an update once more, as Telegram does now and then; to a poll only if it is not confirmed."""
        self._queue(update, 0)

    def _queue(self, update: JSON, chat_id: int) -> None:
        self.pending[update["update_id"]] = update
        if self.webhook:
            self._post_soon(update, chat_id)
        elif self._waiting and not self._waiting.done():
            self._waiting.set_result(None)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[JSON]:
        """The oldest updates from `offset` on, after waiting for the first; everything before is confirmed."""
        if self.webhook:
            raise Refused(409, ACTIVE)
        await self._confirm(offset)
        if not self.pending and seconds:
            await self._wait(seconds)
        return list(islice(self.pending.values(), max(1, min(limit, 100))))

    async def _confirm(self, offset: int) -> None:
        last = offset if offset >= 0 else self._last_id + 1 + offset
        self.pending = {number: update for number, update in self.pending.items() if number >= last}
        await self._news.spread()

    async def _wait(self, seconds: float) -> None:
        self.end_wait(Refused(409, OTHER))
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        await self._news.spread()
        try:
            async with asyncio.timeout(seconds):
                await waiting
        except TimeoutError:
            return

    @property
    def polled(self) -> bool:
        """Whether a poll is waiting."""
        return bool(self._waiting and not self._waiting.done())

    def end_wait(self, reason: Refused) -> None:
        """Answer the poll that is waiting, if there is one, with a refusal."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(reason)

    async def set_webhook(self, parameters: JSON) -> None:
        """Post updates to `url` from now on; an empty url goes back to polling."""
        await self.stop_posting()
        self._error = {}
        self.webhook = parameters if parameters.get("url") else {}
        if self.webhook:
            self.end_wait(Refused(409, "terminated by setWebhook request"))
            self._connections = asyncio.Semaphore(int(parameters.get("max_connections") or 40))
            self._session = ClientSession(timeout=ClientTimeout(10))
            for update in self.pending.values():
                self._post_soon(update, 0)

    async def stop_posting(self) -> None:
        """Leave the webhook alone; what it has not confirmed stays pending."""
        for task in self._posting:
            task.cancel()
        await asyncio.gather(*self._posting, return_exceptions=True)
        if self._session:
            await self._session.close()

    def _post_soon(self, update: JSON, chat_id: int) -> None:
        task = asyncio.create_task(self._deliver(update, chat_id))
        self._posting.add(task)
        task.add_done_callback(self._posting.discard)

    async def _deliver(self, update: JSON, chat_id: int) -> None:
        """Post until it is confirmed; one chat's updates one after another."""
        async with self._lanes[chat_id], self._connections:
            while problem := await self._problem(update):
                self._error = {"last_error_date": int(self._clock()), "last_error_message": problem}
                await self._news.spread()
                await asyncio.sleep(self.webhook_pause)
        self.pending.pop(update["update_id"], None)
        await self._news.spread()

    async def _problem(self, update: JSON) -> str:
        assert self._session
        secret = self.webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with self._session.post(self.webhook["url"], json=update, headers=headers) as answer:
                good = 200 <= answer.status <= 299
                return "" if good else f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}"

    @property
    def info(self) -> dict[str, Any]:
        """The WebhookInfo."""
        allowed = {"allowed_updates": sorted(self.allowed)} if self.allowed != ALL else {}
        url = {"url": self.webhook.get("url", ""), "has_custom_certificate": False}
        return {**url, "pending_update_count": len(self.pending), **self._error, **allowed}
