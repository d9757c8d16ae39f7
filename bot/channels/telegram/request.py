"""python-telegram-bot's requests over aiohttp. The token is added here, so that the library never holds it.

The library writes addresses, bodies and its own `repr` into logs and errors; what it does not know it cannot tell.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import aiohttp
from telegram import Bot
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.account import Account
from bot.channels.telegram.answer import broken, message_id, readable
from bot.channels.telegram.payloads import Words
from bot.channels.telegram.posting import CONNECT, READ, Posting

WRITE = 20.0  # seconds for a request to leave
CONNECTIONS = 256  # at once: a thousand messages a second, each a quarter of a second on its way


class AiohttpRequest(BaseRequest):
    """The way to one bot account; where that brings no session, one is made by the first request."""

    def __init__(self, account: Account) -> None:
        self._address = f"{account.api.rstrip('/')}/bot{account.token}"
        self._secrets = (account.token.encode(), quote(account.token, safe="").encode())
        self._session = account.session
        self._own: aiohttp.ClientSession | None = None
        self._posting: Posting | None = None  # where words go

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call does not say otherwise."""
        return READ

    async def initialize(self) -> None:
        """Nothing to do: the session is made by the first request."""

    async def shutdown(self) -> None:
        """Close the session that was made here."""
        own, self._own, self._posting = self._own, None, None
        if own:
            await own.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and a body that is safe to read; raises a TelegramError for everything that goes wrong."""
        limits = _timeout(_seconds(read_timeout, READ), _seconds(write_timeout, WRITE))
        try:
            answer = await self._ask(method, self._address + url, limits, data=_form(request_data))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = broken(error)
        else:
            return readable(*answer, self._secrets)
        raise failure  # here and not above, so that it carries no error which names the address

    async def say(
        self, words: Words, chat: int, written: Callable[[], None], *, quiet: bool, paid: bool = False
    ) -> int:
        """The id of the message that the words became, past the library; raises the same errors as its methods.

        `written` is called when they are on the wire.
        """
        try:
            posting = self._posting or self._begin_posting()
            answer = await posting.post(words.to(chat, quiet=quiet, paid=paid), written)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = broken(error)
        else:
            return await message_id(*answer, self._secrets)
        raise failure

    async def _ask(self, method: str, url: str, limits: aiohttp.ClientTimeout, **body: Any) -> tuple[int, bytes]:
        request = self._opened().request(method, url, timeout=limits, allow_redirects=False, **body)
        async with request as response:
            return response.status, await response.read()

    def _begin_posting(self) -> Posting:
        self._posting = Posting(self._opened(), f"{self._address}/sendMessage")
        return self._posting

    def _opened(self) -> aiohttp.ClientSession:
        if self._session:
            return self._session
        if self._own is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._own = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._own


def bot_over(request: AiohttpRequest) -> Bot:
    """The library's client for the account behind the request; it holds neither the token nor the address."""
    return Bot("(token)", base_url=_nowhere, base_file_url=_nowhere, request=request, get_updates_request=request)


def _nowhere(token: str) -> str:
    return ""


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters or None
    form = aiohttp.FormData(data.json_parameters)
    for field, (name, content, kind) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form


def _timeout(read: float | None, write: float | None) -> aiohttp.ClientTimeout:
    total = None if read is None or write is None else CONNECT + write + read
    return aiohttp.ClientTimeout(total=total, connect=CONNECT, sock_read=read)


def _seconds(value: object, default: float) -> float | None:
    if value is None:
        return None
    return float(value) if isinstance(value, int | float) else default
