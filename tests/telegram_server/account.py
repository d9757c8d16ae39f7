"""One bot as the server knows it: its chats, its files, what waits for it and what it has said about itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from tests.telegram_server.calls import JSON, Call, Refused
from tests.telegram_server.chat import Chat
from tests.telegram_server.files import Files
from tests.telegram_server.formatting import formatted
from tests.telegram_server.news import News
from tests.telegram_server.updates import Updates

_CLOCK_AT_START = time.time() - time.monotonic()


def steady_clock() -> float:
    """Seconds since 1970 that never jump."""
    return _CLOCK_AT_START + time.monotonic()


@dataclass(slots=True)
class Press:
    """A press on an inline button, its update, and the parameters of answerCallbackQuery once there was one."""

    id: str
    news: News
    update: JSON = field(default_factory=dict)
    answer: Call | None = None

    async def answered(self) -> Call:
        """The answer, as soon as it is there: `.text("text")` is what pops up."""
        await self.news.until(lambda: self.answer is not None)
        assert self.answer
        return self.answer


class Account:
    """Everything that belongs to one token."""

    def __init__(self, token: str, clock: Callable[[], float]) -> None:
        self.token = token
        self.user: JSON = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Cầm Tay"}
        self.user["username"] = "camtay_bot"
        self.clock = clock
        self.news = News()
        self.files = Files()
        self.updates = Updates(self.news, clock)
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.profile: dict[tuple[str, str], Call] = {}  # the last call by (method, language_code)
        self._private_numbers = count(41)  # private chats share their numbers, a supergroup has its own

    @property
    def now(self) -> int:
        """The time in whole seconds, as messages carry it."""
        return int(self.clock())

    def open_chat(self, described: JSON) -> Chat:
        """The chat with that id; a new one cannot be written to yet."""
        own = str(described["id"]).startswith("-100")
        chat = Chat(described, count(1) if own else self._private_numbers)
        return self.chats.setdefault(chat.id, chat)

    def writable(self, call: Call) -> Chat:
        """The chat that a request names; raises Refused where the bot cannot write."""
        if not call.text("chat_id"):
            raise Refused(400, "chat_id is empty")
        if (chat := self.chats.get(call.number("chat_id"))) is None:
            raise Refused(400, "chat not found")
        chat.check_open()
        return chat

    async def send(self, call: Call, content: JSON) -> JSON:
        """Put a message of the bot into the chat that the request names; returns the Message."""
        chat = self.writable(call)
        self._change_reply_keyboard(chat, call.decoded("reply_markup") or {})
        number = next(chat.numbers)
        message = {"message_id": number, "date": self.now, "chat": chat.described, "from": self.user}
        message |= {**content, **_inline(call), **self._reply(chat, call)}
        if call.flag("protect_content"):
            message["has_protected_content"] = True
        if call.flag("disable_notification"):
            chat.silent.add(number)
        chat.messages[number] = message
        chat.arrivals.append(number)
        await self.news.spread()
        return message

    async def change(self, call: Call, field: str = "") -> JSON:
        """Edit the text, the caption or only the buttons of one of the bot's messages; returns the Message."""
        chat = self.writable(call)
        old = chat.message(call.number("message_id"), "to edit")
        if old.get("from") != self.user:
            raise Refused(400, "message can't be edited")
        if field == "text" and "text" not in old:
            raise Refused(400, "there is no text in the message to edit")
        gone = {"reply_markup", *((field, "entities", "caption_entities") if field else ())}
        new = {name: value for name, value in old.items() if name not in gone}
        new |= {**(formatted(call, field) if field else {}), **_inline(call)}
        if new == old:
            raise Refused(400, "message is not modified: specified new message content and reply markup are exactly "
                          "the same as a current content and reply markup of the message")  # fmt: skip
        chat.messages[old["message_id"]] = {**new, "edit_date": self.now}
        await self.news.spread()
        return chat.messages[old["message_id"]]

    def _reply(self, chat: Chat, call: Call) -> JSON:
        wanted = call.decoded("reply_parameters") or {}
        if not wanted:
            return {}
        if (found := chat.messages.get(wanted.get("message_id", 0))) is not None:
            return {"reply_to_message": {name: value for name, value in found.items() if name != "reply_to_message"}}
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise Refused(400, "message to be replied not found")

    def _change_reply_keyboard(self, chat: Chat, markup: JSON) -> None:
        if "keyboard" in markup:
            rows = [[key if isinstance(key, str) else key["text"] for key in row] for row in markup["keyboard"]]
            chat.reply_keyboard = tuple(tuple(row) for row in rows)
        elif markup.get("remove_keyboard"):
            chat.reply_keyboard = ()


def _inline(call: Call) -> JSON:
    """The reply_markup to show: only an inline keyboard is echoed, and only one that has buttons."""
    markup = call.decoded("reply_markup") or {}
    return {"reply_markup": markup} if any(markup.get("inline_keyboard", ())) else {}
