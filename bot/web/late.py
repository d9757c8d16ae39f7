"""The desk behind the public pages: loaded late, so that citizens never wait for it, and officers hardly ever.

Loading takes more than a second of one processor: FastAPI, WebAuthn and all pages.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.storage.database import Transaction
from bot.storage.errors import StorageError
from bot.storage.offices import invitations, officers
from bot.web.console.console import Console
from bot.web.ports import utc_now

QUIET = 2  # seconds without a request after which nobody is kept waiting by the loading


class LateConsole:
    """An application that becomes the desk with the first request for it, or before that by `load_beside`."""

    def __init__(self, console: Console, clock: Callable[[], datetime] = utc_now) -> None:
        self._console, self._clock = console, clock
        self._making = asyncio.Lock()
        self._app: ASGIApp | None = None
        self.answered = asyncio.Event()  # set with the first answer to any request, see Answering

    @property
    def loaded(self) -> bool:
        """Whether nobody has to wait any more."""
        return self._app is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app or await self._made()
        await app(scope, receive, send)

    async def load_beside(self, quiet: float = QUIET) -> None:
        """Load it in a thread where somebody has an account or is about to make the first one: else nobody needs it.

        Once a first request was answered, or none has come for `quiet` seconds.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(quiet):
                await self.answered.wait()
        try:
            needed = await self._console.database.read(lambda tx: _needed(tx, self._clock()))
        except StorageError:
            return  # whoever comes first waits for it
        if needed:
            await self._made()

    async def _made(self) -> ASGIApp:
        async with self._making:
            if self._app is None:
                self._app = await asyncio.to_thread(_load, self._console)
            return self._app


class Answering:
    """Around everything: notes that a first request has been answered."""

    def __init__(self, app: ASGIApp, desk: LateConsole) -> None:
        self.app, self.desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)
        self.desk.answered.set()


def _needed(tx: Transaction, now: datetime) -> bool:
    return officers.anybody(tx) or invitations.first_expected(tx, now)


def _load(console: Console) -> ASGIApp:
    from bot.web.console.app import create_console

    return create_console(console)
