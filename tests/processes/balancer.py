"""What stands before several bots: whatever is posted to it goes to one of them after the other."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import cycle

from aiohttp import ClientError, ClientSession, web

from tests.processes.served import Served

PASSED = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")


@asynccontextmanager
async def balanced(bots: Sequence[Served]) -> AsyncIterator[str]:
    """The address under which all of them are reached; one that cannot be reached is passed over."""
    turns = cycle(bots)

    async def hand_on(request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: request.headers[name] for name in PASSED if name in request.headers}
        for bot in (next(turns) for _ in bots):
            try:
                async with session.post(f"{bot.url}{request.path}", data=body, headers=headers) as answer:
                    return web.Response(status=answer.status, body=await answer.read())
            except ClientError:
                continue
        return web.Response(status=502)

    app = web.Application()
    app.router.add_post("/{path:.*}", hand_on)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    async with ClientSession() as session:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        try:
            yield f"http://{host}:{port}"
        finally:
            await runner.cleanup()
