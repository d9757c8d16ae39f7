"""Who asks: the token behind a request, what it may be used for, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes

from bot.storage.database import Transaction
from bot.storage.offices import api_tokens
from bot.storage.offices.api_grants import Scope
from bot.storage.offices.api_tokens import Caller
from bot.web.api.problems import Refused, say
from bot.web.api.wrongs import Wrong
from bot.web.console.console import Console
from bot.web.guards import Rate
from bot.web.places import place_of

MOST, SECONDS = 60, 30  # requests of one token in so many seconds
MOST_WRONG = 30  # of one address in the same time without a token that opens
WAIT = {"Retry-After": str(SECONDS)}
T = TypeVar("T")
BEARER = HTTPBearer(auto_error=False, scheme_name="token", description="Authorization: Bearer ct_…")


@dataclass(frozen=True, slots=True)
class Asking:
    """One request whose token is right and has the scope that is asked for."""

    caller: Caller
    console: Console
    now: datetime

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What the unit of reading returns."""
        return await self.console.database.read(work)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """What the unit of work returns, once it is kept."""
        return await self.console.database.write(work)


class Limits:
    """How often tokens are used, and how often somebody comes without one that opens."""

    def __init__(self) -> None:
        self.tokens, self.strangers = Rate(MOST, SECONDS), Rate(MOST_WRONG, SECONDS)


async def asking(
    request: Request,
    asked: SecurityScopes,
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)],
) -> Asking:
    """Who asks; raises Refused. No cookie is looked at."""
    console: Console = request.app.state.console
    limits: Limits = request.app.state.limits
    now = console.now()
    written = given.credentials if given else ""
    caller = await console.database.read(lambda tx: api_tokens.find(tx, written, now)) if written else None
    if caller is None:
        raise _stranger(limits, place_of(request))
    if not limits.tokens.allows(caller.token.id):
        raise Refused(Wrong.TOO_FAST, headers=WAIT)
    if missing := sorted(set(asked.scopes) - {scope.value for scope in caller.token.scopes}):
        raise Refused(Wrong.SCOPE, say(Wrong.SCOPE.detail, scope=", ".join(missing)))
    if api_tokens.stale(caller.token, now):
        await console.database.write(lambda tx: api_tokens.used(tx, caller.token.id, now))
    return Asking(caller, console, now)


def _stranger(limits: Limits, place: str) -> Refused:
    if limits.strangers.allows(place):
        return Refused(Wrong.NO_TOKEN, headers={"WWW-Authenticate": 'Bearer realm="camtay"'})
    return Refused(Wrong.TOO_FAST, headers=WAIT)


def needs(scope: Scope) -> Any:
    """The parameter of an endpoint that only tokens with this scope may ask."""
    return Security(asking, scopes=[scope.value])
