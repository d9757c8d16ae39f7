"""People and groups, driven by a test. Whatever they do returns the event that the bot will see."""

from tests.telegram_server.news import PATIENCE
from tests.zalo_bot_server.account import Account, Chat, Seen
from tests.zalo_bot_server.calls import JSON
from tests.zalo_bot_server.limits import MOST_PEOPLE

PHOTO = "https://f20-zpc.zdn.vn/jpg/8123/anh.jpg"
VOICE = "https://voice-aac-dl.zdn.vn/4123/ghi-am.aac"
STICKER = "0e078a2f5b4cb2134b5d"


class Person:
    """Somebody with a Zalo account, looking at the private chat with the bot."""

    def __init__(self, account: Account, id: str, name: str) -> None:
        self.id, self._account = id, account
        self.user: JSON = {"id": id, "display_name": name, "is_bot": False}
        self._looked_at = 0

    @property
    def sees(self) -> list[Seen]:
        """The bot's messages, oldest first; none where the bot does not know the chat."""
        return self._account.chats[self.id].sees if self.id in self._account.chats else []

    async def sees_next(self) -> Seen:
        """The next message of the bot that was not looked at yet, as soon as it is there."""
        await self._account.news.until(lambda: len(self.sees) > self._looked_at, PATIENCE)
        self._looked_at += 1
        return self.sees[self._looked_at - 1]

    async def says(self, text: str, group: str = "") -> JSON:
        """Writes, to the bot or into a group where the bot is mentioned."""
        return await self.does("message.text.received", {"text": text}, group)

    async def sends_photo(self, caption: str = "") -> JSON:
        """Sends a picture, as live traffic carries it."""
        content = {"photo_url": PHOTO, "caption": caption, "message_type": "CHAT_PHOTO"}
        return await self.does("message.image.received", content)

    async def sends_voice(self) -> JSON:
        """Sends a voice message."""
        return await self.does("message.voice.received", {"voice_url": VOICE, "message_type": "CHAT_VOICE"})

    async def sends_sticker(self) -> JSON:
        """Sends a sticker."""
        return await self.does("message.sticker.received", {"sticker": STICKER, "url": PHOTO})

    async def sends_file(self) -> JSON:
        """Sends something that the platform does not pass on."""
        return await self.does("message.unsupported.received", {})

    async def does(self, event_name: str, content: JSON, group: str = "") -> JSON:
        """Any event. The one person too many for the plan is not heard: the event leads nowhere."""
        kind = {"id": group, "chat_type": "GROUP"} if group else {"id": self.id, "chat_type": "PRIVATE"}
        message = {"message_id": self._account.new_id(), "date": self._account.milliseconds, "from": self.user}
        event = {"event_name": event_name, "message": {**message, "chat": kind, **content}}
        if kind["id"] not in self._account.chats and _private(self._account) >= MOST_PEOPLE and not group:
            return event
        self._account.chats.setdefault(kind["id"], Chat(kind))
        return await self._account.updates.put(event)


def _private(account: Account) -> int:
    return sum(chat.described["chat_type"] == "PRIVATE" for chat in account.chats.values())
