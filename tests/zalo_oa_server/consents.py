"""The server's OAuth: codes of ten minutes, and pairs of which each refresh token is good for one use."""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from tests.zalo_oa_server.limits import ACCESS_LASTS, CODE_LASTS, REFRESH_LASTS


@dataclass(frozen=True, slots=True)
class Code:
    """What the administrator's consent gave."""

    challenge: str
    at: datetime


class Consents:
    """The tokens of one account. A `trial` account gets no refresh token."""

    def __init__(self, app_id: str, secret: str, clock: Callable[[], datetime]) -> None:
        self.app_id, self.secret, self.clock = app_id, secret, clock
        self.trial = False
        self.burned: list[str] = []  # refresh tokens that were handed in
        self.accesses: list[str] = []  # all that were given, the newest last
        self._codes: dict[str, Code] = {}
        self._refresh: dict[str, datetime] = {}
        self._access = ("", clock())

    def agree(self, challenge: str) -> str:
        """The code that the browser takes back."""
        code = secrets.token_urlsafe(20)
        self._codes[code] = Code(challenge, self.clock())
        return code

    def give(self) -> dict[str, str]:
        """A new pair as it is answered; the one before is dead."""
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self.accesses.append(access)
        self._access, self._refresh = (access, self.clock()), {refresh: self.clock()}
        told = {"access_token": access, "expires_in": str(int(ACCESS_LASTS.total_seconds()))}
        return told if self.trial else {**told, "refresh_token": refresh}

    def answer(self, secret: str, form: Mapping[str, Any]) -> dict[str, Any]:
        """What a request for tokens comes to."""
        if secret != self.secret or form.get("app_id") != self.app_id:
            return _error(-14004, "Invalid secret key")
        match form.get("grant_type"):
            case "authorization_code":
                return self._exchanged(str(form.get("code")), str(form.get("code_verifier", "")))
            case "refresh_token":
                return self._refreshed(str(form.get("refresh_token")))
        return _error(-14001, "Invalid grant type")

    def refused(self, access: str) -> tuple[int, str]:
        """The code and the words for an access token, (0, "") for the one that lives."""
        token, given = self._access
        if access != token or not token:
            return (-220, "Access token is revoked") if access in self.accesses else (-216, "Access token is invalid")
        if self.clock() >= given + ACCESS_LASTS:
            return -216, "Access token has expired"
        return 0, ""

    def kill_access(self) -> None:
        """The access token is dead before its time; its refresh token lives."""
        self._access = ("", self.clock())

    def _exchanged(self, code: str, verifier: str) -> dict[str, Any]:
        kept = self._codes.pop(code, None)
        if kept is None or self.clock() >= kept.at + CODE_LASTS:
            return _error(-14003, "Invalid authorization code")
        if kept.challenge != urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("="):
            return _error(-14005, "Invalid code verifier")
        return self.give()

    def _refreshed(self, refresh: str) -> dict[str, Any]:
        given = self._refresh.pop(refresh, None)
        self.burned.append(refresh)
        if given is None or self.clock() >= given + REFRESH_LASTS:
            return _error(-14014, "Invalid refresh token")
        return self.give()


def _error(code: int, words: str) -> dict[str, Any]:
    return {"error": code, "error_name": words, "error_description": words}
