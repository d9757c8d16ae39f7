"""The desk behind the public pages: loaded when somebody first asks for it, so that citizens never wait for it."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.console.console import Console


class LateConsole:
    """An application that becomes the desk with the first request."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._making = asyncio.Lock()
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app or await self._made()
        await app(scope, receive, send)

    async def _made(self) -> ASGIApp:
        async with self._making:
            if self._app is None:
                self._app = await asyncio.to_thread(_load, self._console)
            return self._app


def _load(console: Console) -> ASGIApp:
    from bot.web.console.app import create_console

    return create_console(console)
