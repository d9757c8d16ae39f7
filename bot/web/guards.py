"""What is refused before anybody looks at it: posts from other sites, and too many messages from one account."""

import time
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

READING = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; manifest-src 'self'; media-src 'self'; worker-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # not no-referrer: a form would then say that it comes from "null"
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SafeHeaders:
    """Puts the security headers on every response that does not bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class SameSite:
    """Gives posts that another site made to `refuse`; one that names no site at all (a webhook) passes."""

    def __init__(self, app: ASGIApp, refuse: ASGIApp, public_url: str = "") -> None:
        self.app, self.refuse = app, refuse
        self.host = urlsplit(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        foreign = scope["type"] == "http" and scope["method"] not in READING and self._foreign(Headers(scope=scope))
        await (self.refuse if foreign else self.app)(scope, receive, send)

    def _foreign(self, headers: Headers) -> bool:
        said = headers.get("sec-fetch-site")
        if said is not None:
            return said not in {"same-origin", "none"}
        origin = headers.get("origin")
        return origin is not None and urlsplit(origin).netloc not in {self.host or None, headers.get("host")}


class Rate:
    """At most `most` messages of one account in any `seconds`."""

    def __init__(self, most: int = 30, seconds: float = 10, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.seconds, self.clock = most, seconds, clock
        self._seen: dict[str, deque[float]] = {}
        self._sweep_at = 10_000

    def allows(self, account: str) -> bool:
        """Count one message; False where it is one too many, which is then not counted."""
        now = self.clock()
        self._forget(now - self.seconds)
        times = self._seen.setdefault(account, deque())
        while times and times[0] <= now - self.seconds:
            times.popleft()
        if len(times) >= self.most:
            return False
        times.append(now)
        return True

    def _forget(self, before: float) -> None:
        if len(self._seen) < self._sweep_at:
            return
        self._seen = {account: times for account, times in self._seen.items() if times and times[-1] > before}
        self._sweep_at = max(10_000, 2 * len(self._seen))
