"""Bodies that are written out already, posted over the connections of an aiohttp session.

The session writes a request and reads a response anew for each message, which costs twice what all the rest does. Here
the head is written once; its connector still opens and keeps the connections, and its parser reads the answers.
"""

import asyncio
from collections.abc import Callable
from typing import cast

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.http import HttpProcessingError
from yarl import URL

CONNECT = 10.0  # seconds for a connection to come about
READ = 15.0  # seconds for an answer; longer where the method says so
LIMITS = aiohttp.ClientTimeout(total=CONNECT + READ, connect=CONNECT)


class Posting:
    """One address that takes JSON; belongs to one session and its event loop."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        """Raises an aiohttp.InvalidURL for what is no address on the web."""
        url = _web_address(address)
        self._connector = cast(aiohttp.BaseConnector, session.connector)  # there is one until the session is closed
        loop = asyncio.get_running_loop()
        self._route = aiohttp.ClientRequest("POST", url, session=session, loop=loop)  # tells where to; is never sent
        self._head = _head(self._route)

    async def post(self, body: bytes, written: Callable[[], None]) -> tuple[int, bytes]:
        """Status and body of the answer; raises what the session would, and TimeoutError where none came in time.

        `written` is called when the body is on the wire.
        """
        async with asyncio.timeout(LIMITS.total):
            connection = await self._connected()
            try:
                protocol = cast(ResponseHandler, connection.protocol)  # as there is for every connection just given
                protocol.set_response_params(read_until_eof=True)
                cast(asyncio.Transport, protocol.transport).write(self._head % len(body) + body)
                written()
                answer = await self._answered(protocol)
                connection.release()
            finally:
                connection.close()  # in the middle of an answer; after the release it does nothing
        return answer

    async def _connected(self) -> aiohttp.connector.Connection:
        try:
            return await self._connector.connect(self._route, [], LIMITS)
        except TimeoutError:
            raise aiohttp.ConnectionTimeoutError from None

    async def _answered(self, protocol: ResponseHandler) -> tuple[int, bytes]:
        try:
            message, content = await protocol.read()
            while message.code < 200:  # only says that the answer is still to come
                message, content = await protocol.read()
        except HttpProcessingError as error:
            raise aiohttp.ClientResponseError(self._route.request_info, (), status=error.code) from None
        return message.code, await content.read()


def _web_address(address: str) -> URL:
    try:
        url = URL(address)
    except ValueError:
        raise aiohttp.InvalidURL(address) from None
    if url.scheme not in {"http", "https"} or not url.raw_host:
        raise aiohttp.InvalidURL(address)
    return url


def _head(route: aiohttp.ClientRequest) -> bytes:
    """All before the body, with %d in the place of its length."""
    headers = {**route.headers, "Content-Type": "application/json"}
    headers.pop("Content-Length", None)
    lines = (f"POST {route.url.raw_path_qs} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()))
    return "\r\n".join(lines).replace("%", "%%").encode() + b"\r\nContent-Length: %d\r\n\r\n"
