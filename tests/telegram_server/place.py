"""A private chat, a group or a channel, as a test looks at it."""

from tests.telegram_server.account import Account
from tests.telegram_server.calls import JSON
from tests.telegram_server.chat import Seen
from tests.telegram_server.news import PATIENCE


class Place:
    """A chat that can be looked at."""

    def __init__(self, account: Account, described: JSON) -> None:
        self.account = account
        self.chat = account.open_chat(described)
        self._looked_at = len(self.chat.arrivals)

    @property
    def sees(self) -> list[Seen]:
        """The chat as it stands now, oldest message first."""
        return self.chat.sees

    async def sees_next(self, seconds: float = PATIENCE) -> Seen:
        """The bot's next message, once each, as soon as it is there; raises AssertionError if none comes."""
        try:
            await self.account.news.until(lambda: self._next() is not None, seconds)
        except TimeoutError:
            raise AssertionError(f"nothing came within {seconds:g} s; the chat shows {self.sees}") from None
        number = self._next()
        assert number is not None
        self._looked_at = self.chat.arrivals.index(number) + 1
        return self.chat.seen(number)

    def _next(self) -> int | None:
        waiting = self.chat.arrivals[self._looked_at :]
        return next((number for number in waiting if number in self.chat.messages), None)

    async def _happens(self, author: JSON, content: JSON, kind: str = "message") -> JSON:
        """A message of somebody appears in this chat."""
        number = next(self.chat.numbers)
        message = {"message_id": number, "date": self.account.now, "chat": self.chat.described, **author, **content}
        self.chat.messages[number] = message
        return await self.account.updates.put(kind, message, self.chat.id)

    async def _bot_becomes(self, status: str, was: str, by: JSON) -> JSON:
        """The bot's own place in the chat changes: "member", "kicked" or "left"."""
        change = {"chat": self.chat.described, "from": by, "date": self.account.now}
        change |= {"old_chat_member": self._member(was), "new_chat_member": self._member(status)}
        return await self.account.updates.put("my_chat_member", change, self.chat.id)

    def _member(self, status: str) -> JSON:
        return {"user": self.account.user, "status": status, **({"until_date": 0} if status == "kicked" else {})}
