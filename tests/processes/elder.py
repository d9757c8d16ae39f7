"""An elder who learns on Telegram, and a real `camtay serve` that talks to a Bot API server of this machine."""

import signal
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path

from tests.processes.learner import MESSAGES, check_counted
from tests.processes.served import Served
from tests.telegram_server.chat import Seen
from tests.telegram_server.server import TelegramServer

PATIENCE = 60.0  # seconds for a screen, through refusals, torn connections and new starts of the bot
QUESTIONS = {"Số lạ gọi", "Loa xã báo tiêm phòng"}
RESULT = "Bác đã học xong bài “Dừng lại trước đã”"


class Elder:
    """Presses the button that each of MESSAGES names, as soon as its screen is there; types where it is a word."""

    def __init__(self, server: TelegramServer, number: int) -> None:
        self.me = server.person(number, "Bà Sáu")
        self.texts: list[str] = []
        self._screen = 0

    async def learn(self) -> None:
        """Everything from /start to the result and a look at the progress."""
        await self.me.starts()
        for key in MESSAGES:
            seen = await self.next_screen()
            if key.isdigit():
                await self.me.presses(next(label for label in seen.labels if label.startswith(f"{key}. ")))
            else:
                await self.me.says(key)
        await self.next_screen()
        words = "\n".join(self.texts)
        assert all(words.count(title) >= 1 for title in (*QUESTIONS, RESULT))

    async def next_screen(self) -> Seen:
        """The next screen with buttons; one that comes again, because nobody knew whether it had come, is let be."""
        while True:
            seen = await self.me.sees_next(PATIENCE)
            self.texts.append(seen.text)
            number = int(seen.buttons[0].data.partition("|")[0]) if seen.buttons else 0
            if number > self._screen:
                self._screen = number
                return seen


@asynccontextmanager
async def served_on(server: TelegramServer, folder: Path, public: bool = False) -> AsyncIterator[Served]:
    """A bot that polls, or has its webhook when `public`; stopped politely at the end, its log holds no secret."""
    served = Served(folder, CAMTAY_TELEGRAM_TOKEN=server.token, CAMTAY_TELEGRAM_API=server.url)
    served.set("CAMTAY_PUBLIC_URL", served.url if public else "")
    await served.start()
    try:
        yield served
    finally:
        await served.kill(signal.SIGTERM)
    log = (folder / "log").read_text()
    assert server.token.partition(":")[2] not in log
    assert "Traceback" not in log, log


async def check_learnt(folder: Path, people: int, besides: int = 0) -> None:
    """What must stand in the database after so many elders have learnt and so many other things have happened."""

    async def asked(question: str) -> Sequence[Sequence[object]]:
        return ask(folder, question)

    await check_counted(asked, people, besides)


def ask(folder: Path, question: str) -> list[tuple[object, ...]]:
    """Rows of the database of a bot that has been stopped."""
    with closing(sqlite3.connect(folder / "camtay.db")) as database:
        return database.execute(question).fetchall()
