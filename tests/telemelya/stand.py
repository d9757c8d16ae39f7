"""telemelya and what it rests on: Redis for its state, moto in place of S3 for its pictures, a relay for its webhooks.

telemelya is a Bot API server that none of us wrote. It posts webhooks without the secret that setWebhook was given,
which `camtay serve` refuses; the relay stands between the two and puts the secret on, as Telegram would.
"""

import asyncio
import os
import re
import shutil
import sys
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

import pytest
from aiohttp import ClientSession, web

from bot.channels.telegram.receive import SECRET_HEADER

PROGRAMS = Path(sys.prefix) / "telemelya" / "bin"  # made by `make test`
SERVES = r"[Rr]unning on http://127\.0\.0\.1:(\d+)"


def program(name: str, folder: Path | None = None) -> str:
    """The path of a program; skips where it is missing, fails with CI=true."""
    found = shutil.which(name, path=str(folder) if folder else None)
    if found is None:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up(f"{name} is missing: `make test` installs it")
    return found


@asynccontextmanager
async def running(ready: str, folder: Path, *command: str, **settings: str) -> AsyncIterator[re.Match[str]]:
    """A program at work in a folder; gives the match of the line by which it says that it is ready."""
    process = await asyncio.create_subprocess_exec(
        *command, env={**os.environ, **settings}, cwd=folder, stdout=PIPE, stderr=STDOUT
    )
    assert process.stdout
    said = Said(process.stdout, ready)
    reading = asyncio.create_task(said.read())
    try:
        yield await said.line()
    finally:
        process.terminate()
        await process.wait()
        await reading


class Said:
    """What a program prints, read so that it never has to wait for a reader."""

    def __init__(self, output: asyncio.StreamReader, ready: str) -> None:
        self._output, self._ready = output, ready
        self._all: list[str] = []
        self._found: asyncio.Future[re.Match[str]] = asyncio.get_running_loop().create_future()

    async def read(self) -> None:
        """Read to the end."""
        async for line in self._output:
            self._all.append(line.decode())
            if not self._found.done() and (match := re.search(self._ready, self._all[-1])):
                self._found.set_result(match)
        if not self._found.done():
            self._found.set_exception(AssertionError("".join(self._all)))

    async def line(self) -> re.Match[str]:
        """The line by which it says that it is ready; AssertionError with all that it said where it ends before."""
        return await self._found


@asynccontextmanager
async def telemelya(folder: Path) -> AsyncIterator[str]:
    """The address of a telemelya with everything that it needs."""
    redis, moto = program("redis-server"), program("moto_server", PROGRAMS)
    server = program("telemelya-server", PROGRAMS)
    socket = folder / "redis.sock"
    memory_only = ("--save", "", "--appendonly", "no", "--port", "0", "--unixsocket", str(socket))
    async with (
        running("eady to accept connections", folder, redis, *memory_only),
        running(SERVES, folder, moto, "-H", "127.0.0.1", "-p", "0") as s3,
        running(
            SERVES,
            folder,
            server,
            MOCK_SERVER_HOST="127.0.0.1",
            MOCK_SERVER_PORT="0",
            REDIS_URL=f"unix://{socket}",
            MINIO_ENDPOINT=f"127.0.0.1:{s3[1]}",
        ) as serving,
    ):
        yield f"http://127.0.0.1:{serving[1]}"


class Relay:
    """Passes webhooks on to `target` with the secret on them."""

    def __init__(self, secret: str) -> None:
        self.target = ""
        self.url = ""
        self._headers = {SECRET_HEADER: secret}
        app = web.Application()
        app.router.add_post("/{path:.*}", self._pass_on)
        self._runner = web.AppRunner(app, access_log=None)
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._session = ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()
        await self._runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        assert self._session
        body = await request.read()
        async with self._session.post(self.target + request.path, data=body, headers=self._headers) as answer:
            return web.Response(status=answer.status, body=await answer.read())
