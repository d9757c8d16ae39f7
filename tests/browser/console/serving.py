"""The web at an address of this machine, for a real browser."""

import asyncio
import socket

import uvicorn
from starlette.types import ASGIApp


class Serving:
    """Entered, it is its address without a slash at the end; left, it is gone."""

    def __init__(self, web: ASGIApp) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(web, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)

    async def __aenter__(self) -> str:
        self._running = asyncio.create_task(self._server.serve(sockets=[self._listener]))
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    async def __aexit__(self, *_failure: object) -> None:
        self._server.should_exit = True
        await self._running
        self._listener.close()
