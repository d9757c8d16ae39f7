"""Zalo's OAuth v4: a code for the first pair of tokens, a refresh token for every further one."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.channels.channel import TokenPair, Uncertain
from bot.channels.zalo_oa.account import Account
from bot.channels.zalo_oa.http import Http

REFRESH_LASTS = timedelta(days=90)  # "three months" by the official documentation; no answer says it
UNTOLD_LIFE = 3600.0  # seconds that an access token lives by the oldest pages, where an answer does not say it
LOG = logging.getLogger(__name__)


class OAuth:
    """Asks for tokens; every answer is a pair that only the caller has."""

    def __init__(self, account: Account, http: Http, clock: Callable[[], datetime]) -> None:
        self._account, self._http, self._clock = account, http, clock

    async def exchange(self, code: str, verifier: str) -> TokenPair:
        """The pair for a code, which is good for ten minutes and one use; raises Refusal or a SendError."""
        pair = await self._ask(grant_type="authorization_code", code=code, code_verifier=verifier)
        if not pair.refresh:
            LOG.warning("Zalo gives a trial Official Account no refresh token: it will need a new consent every day")
        return pair

    async def refresh(self, refresh: str) -> TokenPair:
        """The next pair; from now on the old one is worth nothing. Raises Refusal or a SendError."""
        return await self._ask(grant_type="refresh_token", refresh_token=refresh)

    async def _ask(self, **form: str) -> TokenPair:
        account = self._account
        fields = await self._http.post(
            f"{account.oauth.rstrip('/')}/v4/oa/access_token",
            {"secret_key": account.app_secret},
            data={"app_id": account.app_id, **form},
        )
        return _pair(fields, self._clock())


def _pair(fields: dict[str, Any], now: datetime) -> TokenPair:
    access, refresh = fields.get("access_token"), fields.get("refresh_token") or ""
    if not (isinstance(access, str) and access and isinstance(refresh, str)):
        raise Uncertain("what came back holds no tokens")
    dies = now + timedelta(seconds=_seconds(fields.get("expires_in")))
    return TokenPair(access, dies, refresh, now + REFRESH_LASTS if refresh else None)


def _seconds(told: object) -> float:
    """How long the access token lives: a text by the documentation, a number in some answers."""
    try:
        seconds = float(told) if isinstance(told, int | float | str) else UNTOLD_LIFE
    except ValueError:
        return UNTOLD_LIFE
    return seconds if 0 < seconds < 10**9 else UNTOLD_LIFE
