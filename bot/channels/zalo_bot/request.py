"""Questions to Zalo's Bot API as JSON over one aiohttp session; the token, a part of every address, stays here."""

import json
from collections.abc import Mapping
from urllib.parse import quote

import aiohttp

from bot.channels.channel import SendError
from bot.channels.zalo_bot.account import Account
from bot.channels.zalo_bot.failures import broken, result

CONNECT = 10.0  # seconds for a connection to come about
READ = 15.0  # seconds for an answer
CONNECTIONS = 64  # at once
_JSON = {"Content-Type": "application/json"}


class Api:
    """The way to one bot; where the account brings no session, one is made by the first question."""

    def __init__(self, account: Account) -> None:
        self._address = f"{account.api.rstrip('/')}/bot{account.token}"
        self._secrets = (account.token, quote(account.token, safe=""), account.secret)
        self._session = account.session
        self._own: aiohttp.ClientSession | None = None

    async def ask(self, method: str, fields: Mapping[str, object] | None = None, read: float = READ) -> object:
        """The result of a method, waited for `read` seconds; raises a SendError, which carries no other error."""
        try:
            status, headers, body = await self._post(method, dict(fields or {}), read)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure: SendError = broken(error)
        else:
            return result(status, headers, body, self._secrets)
        raise failure  # here and not above, so that it carries no error which names the address

    async def close(self) -> None:
        """Close the session that was made here."""
        own, self._own = self._own, None
        if own:
            await own.close()

    async def _post(
        self, method: str, fields: Mapping[str, object], read: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        limits = aiohttp.ClientTimeout(total=CONNECT + read, connect=CONNECT)
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
        request = self._opened().request(
            "POST", f"{self._address}/{method}", data=body, headers=_JSON, timeout=limits, allow_redirects=False
        )
        async with request as response:
            return response.status, response.headers, await response.read()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session:
            return self._session
        if self._own is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._own = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._own
