"""A chat as it stands now: what its members see, and whether the bot may still write to it."""

from dataclasses import dataclass, field
from enum import Enum
from itertools import count

from tests.telegram_server.calls import JSON, Refused


class Standing(Enum):
    """Whether the bot can write to a chat; the value is Telegram's refusal."""

    OPEN = ""
    UNSTARTED = "bot can't initiate conversation with a user"
    BLOCKED = "bot was blocked by the user"
    DEACTIVATED = "user is deactivated"
    KICKED = "bot was kicked from the group chat"
    NOT_FOUND = "chat not found"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button as it is seen, and what a press on it sends."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it at one moment; compare two to know whether it changed."""

    id: int
    by_bot: bool
    text: str  # the caption where there is a file
    rows: tuple[tuple[Button, ...], ...] = ()
    media: str = ""  # photo, voice, document, …
    file_id: str = ""
    edited: bool = False
    silent: bool = False
    entities: tuple[tuple[str, str], ...] = ()  # (type, words) of everything that is drawn in another way

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, from top left to bottom right."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons."""
        return [button.label for button in self.buttons]


MEDIA = ("photo", "voice", "audio", "document", "sticker", "location", "contact")


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a channel. `messages` are in the Bot API's own form, oldest first."""

    described: JSON
    numbers: "count[int]"
    standing: Standing = Standing.UNSTARTED
    migrated_to: int = 0
    messages: dict[int, JSON] = field(default_factory=dict)
    arrivals: list[int] = field(default_factory=list)  # ids of the bot's messages, also of those deleted since
    silent: set[int] = field(default_factory=set)
    pinned: list[int] = field(default_factory=list)
    reply_keyboard: tuple[tuple[str, ...], ...] = ()  # instead of the letters, until it is removed

    @property
    def id(self) -> int:
        """The chat_id."""
        return int(self.described["id"])

    def check_open(self) -> None:
        """Raise Telegram's refusal if the bot cannot write here."""
        if self.migrated_to:
            words = "group chat was upgraded to a supergroup chat"
            raise Refused(400, words, migrate_to_chat_id=self.migrated_to)
        if self.standing is not Standing.OPEN:
            raise Refused(400 if self.standing is Standing.NOT_FOUND else 403, self.standing.value)

    def message(self, message_id: int, purpose: str) -> JSON:
        """A message that is there; raises Refused, worded after the purpose ("to edit"), where it is not."""
        if (found := self.messages.get(message_id)) is None:
            raise Refused(400, f"message {purpose} not found")
        return found

    @property
    def sees(self) -> list[Seen]:
        """The chat as it stands, oldest message first."""
        return [self.seen(message_id) for message_id in self.messages]

    def seen(self, message_id: int) -> Seen:
        """One message as it stands; raises KeyError for a deleted one."""
        message = self.messages[message_id]
        media = next((name for name in MEDIA if name in message), "")
        held = message.get(media, {})
        text: str = message.get("text") or message.get("caption", "")
        entities: list[JSON] = message.get("entities") or message.get("caption_entities", [])
        return Seen(
            id=message_id,
            by_bot=message.get("from", {}).get("is_bot", False),
            text=text,
            rows=_rows(message.get("reply_markup", {})),
            media=media,
            file_id=(held[-1] if isinstance(held, list) else held).get("file_id", ""),
            edited="edit_date" in message,
            silent=message_id in self.silent,
            entities=tuple((entity["type"], _part(text, entity)) for entity in entities),
        )


def _rows(markup: JSON) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(Button(button["text"], button.get("callback_data", ""), button.get("url", "")) for button in row)
        for row in markup.get("inline_keyboard", [])
    )


def _part(text: str, entity: JSON) -> str:
    units = text.encode("utf-16-le")[2 * entity["offset"] :]
    return units[: 2 * entity["length"]].decode("utf-16-le")
