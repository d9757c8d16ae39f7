"""People, groups and channels, driven by a test. Whatever they do returns the update that the bot will see."""

from typing import Any

from tests.telegram_server.account import Account, Press
from tests.telegram_server.calls import JSON, Upload
from tests.telegram_server.chat import Chat, Seen, Standing
from tests.telegram_server.files import PNG, Sort
from tests.telegram_server.formatting import utf16_length
from tests.telegram_server.limits import START_PAYLOAD
from tests.telegram_server.place import Place

PICTURE = PNG + b"\0\0\0\rIHDR" + (1280).to_bytes(4, "big") + (960).to_bytes(4, "big")
VOICE = b"OggS" + bytes(24) + b"OpusHead"


class Person(Place):
    """Somebody with a Telegram account, looking at the private chat with the bot."""

    def __init__(self, account: Account, id: int, first_name: str, *, started: bool, language: str) -> None:
        super().__init__(account, {"id": id, "type": "private", "first_name": first_name})
        self.user: JSON = {"id": id, "is_bot": False, "first_name": first_name, "language_code": language}
        if started:
            self.chat.standing = Standing.OPEN

    async def starts(self, payload: str = "") -> JSON:
        """Opens the chat by the button, or by a link that carries a payload."""
        assert START_PAYLOAD.fullmatch(payload), "no link can carry this"
        return await self.says(f"/start {payload}".strip())

    async def says(self, text: str, to: Place | None = None) -> JSON:
        """Writes, to the bot or into a group."""
        command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
        entity = {"type": "bot_command", "offset": 0, "length": utf16_length(command)}
        return await self.sends({"text": text, **({"entities": [entity]} if command else {})}, to)

    async def sends(self, content: JSON, to: Place | None = None) -> JSON:
        """Sends a message with any content of the Bot API's Message."""
        if to is None and self.chat.standing is Standing.UNSTARTED:
            self.chat.standing = Standing.OPEN
        return await (to or self)._happens({"from": self.user}, content)

    async def edits(self, update: JSON, text: str) -> JSON:
        """Changes the words of a message sent before."""
        message = {**update["message"], "text": text, "edit_date": self.account.now}
        self.chat.messages[message["message_id"]] = message
        return await self.account.updates.put("edited_message", message, self.chat.id)

    async def forwards(self, text: str, origin: JSON | None = None) -> JSON:
        """Passes on somebody else's words; by default the origin hides who they are."""
        hidden = {"type": "hidden_user", "sender_user_name": "Người lạ"}
        return await self.sends({"text": text, "forward_origin": {"date": self.account.now, **(origin or hidden)}})

    async def sends_photo(self, caption: str = "", data: bytes = PICTURE) -> JSON:
        """Sends a picture."""
        return await self.sends(self._file(Sort.PHOTO, data, "photo.jpg") | ({"caption": caption} if caption else {}))

    async def sends_voice(self, seconds: int = 3, data: bytes = VOICE) -> JSON:
        """Sends a voice message."""
        return await self.sends(self._file(Sort.VOICE, data, "voice.ogg", seconds))

    async def sends_document(self, name: str = "giấy mời.pdf", data: bytes = b"%PDF-1.7", caption: str = "") -> JSON:
        """Sends a file."""
        return await self.sends(self._file(Sort.DOCUMENT, data, name) | ({"caption": caption} if caption else {}))

    async def sends_sticker(self, emoji: str = "👍") -> JSON:
        """Sends a sticker."""
        content = self._file(Sort.STICKER, b"RIFF", "sticker.webp")
        look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return await self.sends({"sticker": content["sticker"] | look | {"emoji": emoji}})

    async def sends_location(self, latitude: float = 21.03, longitude: float = 105.85) -> JSON:
        """Sends a place."""
        return await self.sends({"location": {"latitude": latitude, "longitude": longitude}})

    async def sends_contact(self, phone: str = "+84912345678", of: int | None = None) -> JSON:
        """Sends a contact card, by default their own."""
        owner = self.chat.id if of is None else of
        return await self.sends({"contact": {"phone_number": phone, "first_name": "Lan", "user_id": owner}})

    def _file(self, sort: Sort, data: bytes, name: str, seconds: int = 0) -> JSON:
        return self.account.files.keep(Upload(name, data), sort).shown(seconds)

    async def presses(self, button: str, on: Seen | None = None, in_: Place | None = None) -> Press:
        """Presses an inline button, named by its label or its data, on a message seen before or the newest that has
        it; raises LookupError where there is none. A message that is gone meanwhile arrives as an inaccessible one."""
        place = in_ or self
        for seen in [on] if on else reversed(place.sees):
            for found in seen.buttons:
                if found.data and button in {found.label, found.data}:
                    return await self._pressed(found.data, seen.id, place.chat)
        raise LookupError(f"no button {button!r} in {place.sees}")

    async def _pressed(self, data: str, message_id: int, chat: Chat) -> Press:
        press = Press(str(4382 + len(self.account.presses)), self.account.news)
        self.account.presses[press.id] = press
        gone = {"message_id": message_id, "date": 0, "chat": chat.described}
        query: dict[str, Any] = {"id": press.id, "from": self.user, "chat_instance": f"{-chat.id}", "data": data}
        query["message"] = chat.messages.get(message_id, gone)
        press.update = await self.account.updates.put("callback_query", query, chat.id)
        return press

    async def blocks(self) -> JSON:
        """Stops the bot."""
        self.chat.standing = Standing.BLOCKED
        return await self._bot_becomes("kicked", "member", self.user)

    async def unblocks(self) -> JSON:
        """Lets the bot write again."""
        self.chat.standing = Standing.OPEN
        return await self._bot_becomes("member", "kicked", self.user)

    def deletes_account(self) -> None:
        """Is gone; the bot learns it only when it writes."""
        self.chat.standing = Standing.DEACTIVATED

    def clears_chat(self) -> None:
        """Deletes the whole chat on both sides; the bot is not told."""
        self.chat.messages.clear()


class Group(Place):
    """A group, a supergroup or a channel; people write to it with `person.says(…, to=group)`."""

    def __init__(self, account: Account, described: JSON) -> None:
        super().__init__(account, described)
        if self.chat.standing is Standing.UNSTARTED:
            self.chat.standing = Standing.NOT_FOUND

    async def admits_bot(self, by: Person) -> JSON:
        """Somebody adds the bot."""
        self.chat.standing = Standing.OPEN
        return await self._bot_becomes("member", "left", by.user)

    async def removes_bot(self, by: Person) -> JSON:
        """Somebody throws the bot out."""
        self.chat.standing = Standing.KICKED
        return await self._bot_becomes("kicked", "member", by.user)

    async def posts(self, text: str) -> JSON:
        """A channel says something in its own name."""
        return await self._happens({"sender_chat": self.chat.described}, {"text": text}, "channel_post")
