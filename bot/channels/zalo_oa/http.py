"""Requests to Zalo over one aiohttp session; nothing of a request gets into an error."""

from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.channels.zalo_oa.answer import answered, broken

CONNECT, TOTAL = 10.0, 30.0  # seconds for a connection to come about, and for everything
CONNECTIONS = 64  # at once: sixty messages a second, each less than a second on its way
_LIMITS = aiohttp.ClientTimeout(total=TOTAL, connect=CONNECT)


class Http:
    """Where nobody brings a session, one is made by the first request."""

    def __init__(self, session: aiohttp.ClientSession | None = None) -> None:
        self._session = session
        self._own: aiohttp.ClientSession | None = None

    async def post(self, url: str, headers: Mapping[str, str], **body: Any) -> dict[str, Any]:
        """The object that came back; raises Refusal for an error code of Zalo's, else a SendError."""
        try:
            request = self._opened().post(url, headers=headers, timeout=_LIMITS, allow_redirects=False, **body)
            async with request as response:
                answer = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = broken(error)
        else:
            return answered(*answer)
        raise failure  # here and not above, so that it carries no error that names what was sent

    async def close(self) -> None:
        """Close the session that was made here."""
        own, self._own = self._own, None
        if own:
            await own.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session:
            return self._session
        if self._own is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._own = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._own
