"""One bot account at Telegram, and what proves that a webhook comes from there."""

import hmac
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.channels.channel import Misconfigured

if TYPE_CHECKING:
    from aiohttp import ClientSession

API = "https://api.telegram.org"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Account:
    """The token is never shown. `session` stays its owner's; without one the channel opens and closes its own."""

    token: str = field(repr=False)
    api: str = API  # the base address of the Bot API
    session: "ClientSession | None" = None

    def __post_init__(self) -> None:
        """Raises Misconfigured for what cannot be a token."""
        if not _TOKEN.fullmatch(self.token):
            raise Misconfigured("this is no token of a Telegram bot: digits, a colon, letters")

    @property
    def secret(self) -> str:
        """What Telegram must say with every webhook: the same for every process that has the token."""
        return hmac.new(self.token.encode(), b"webhook", sha256).hexdigest()
