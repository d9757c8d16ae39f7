"""The bot in a terminal: plain text and numbers only, as on the poorest network."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import uuid4

from bot.channels.budget import Budget
from bot.channels.channel import (
    Capabilities,
    MessageId,
    NotSupported,
    Part,
    Prepared,
    Still,
    Unreadable,
    Unwanted,
    always,
)
from bot.messages import Address, Incoming, Kind, Priority

NAME = "terminal"
COLUMNS = 72
START = "/start"


class TerminalChannel:
    """Writes screens as text; `write` gets each message with its line feeds. Whoever sits there is `account`.

    A recording is told by where it lies, which `find` knows.
    """

    name = NAME
    capabilities = Capabilities(longest_text=20_000, voice=True)

    def __init__(
        self,
        write: Callable[[str], object],
        account: str = "local",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        find: Callable[[str], Path | None] = lambda source: None,
    ) -> None:
        self._write = write
        self.budget = Budget()
        self._address = Address(NAME, account)
        self._clock, self._find = clock, find
        self._session = uuid4().hex  # a second sitting must not look like a repeat of the first
        self._received = count(1)
        self._sent = count(1)

    def parse(self, headers: Mapping[str, str], body: bytes) -> list[Incoming]:
        """A typed line, none where it is empty; "/start xa-26734" opens the chat with a payload. Raises Unreadable."""
        try:
            line = body.decode().replace("\0", "").strip()
        except UnicodeDecodeError as error:
            raise Unreadable("the terminal does not write UTF-8") from error
        if not line:
            return []
        command, _, payload = line.partition(" ")
        kind, text = (Kind.START, payload.strip()) if command == START else (Kind.TEXT, line)
        return [Incoming(self._address, f"{self._session}-{next(self._received)}", kind, text, at=self._clock())]

    def prepare(self, parts: Sequence[Part]) -> Prepared:
        """Each part as text, wrapped to the width; a longer word, such as a link, stays whole."""
        return Prepared(tuple({"text": wrapped(self._words(part)) + "\n"} for part in parts))

    def _words(self, part: Part) -> str:
        if part.media is None:
            return part.text
        file = self._find(part.media.source)
        return f"[{part.media.alt}]\n{file}" if file else f"[{part.media.alt}]"

    async def send(
        self, address: Address, prepared: Prepared, priority: Priority, key: str = "", still: Still = always
    ) -> tuple[MessageId, ...]:
        """Written at once."""
        if not still():
            raise Unwanted
        for body in prepared.bodies:
            self._write(f"{body['text']}\n")
        return tuple(str(next(self._sent)) for _ in prepared.bodies)

    async def edit(self, address: Address, message: MessageId, prepared: Prepared) -> None:
        """Raises NotSupported."""
        raise NotSupported

    async def withdraw(self, address: Address, message: MessageId) -> None:
        """Raises NotSupported."""
        raise NotSupported

    async def close(self) -> None:
        """Nothing to let go of."""


def wrapped(text: str, columns: int = COLUMNS) -> str:
    """The text with every line broken between words to at most `columns`, a numbered line under its own words."""
    return "\n".join(_line(line, columns) for line in text.split("\n"))


def _line(line: str, columns: int) -> str:
    number = line.partition(". ")[0]
    indent = " " * (len(number) + 2) if number.isdecimal() else ""
    return textwrap.fill(line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
